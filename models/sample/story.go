package sample

import "goodturn/models"

// story is what happened lately with the twelve, visit by visit.
func (t *teller) story() []told {
	return []told{
		{at: t.when(91, 11, 5), who: "Ann Hughes", by: "Ivy", spent: 2150, left: models.LeftContent,
			requests: []models.Request{{Item: "Inner tube", Quantity: 2}, {Item: "Tyre levers"}}},
		{at: t.when(49, 15, 20), who: "Ann Hughes", by: "Mike", asked: "Mike", spent: 4500, left: models.LeftDelighted,
			extra: "Trued the front wheel at no charge", requests: []models.Request{{Item: "Brake service", TheirWords: "it squeals when it rains", Understood: "new pads, toed in", Agreed: true}}},
		t.saddle(),
		t.frame(),
		{at: t.when(18, 12, 40), who: "Maria Okafor", by: "Ivy", spent: 3200, left: models.LeftContent, requests: []models.Request{{Item: "Puncture repair"}, {Item: "Rear light"}}},
		{at: t.when(15, 16, 10), who: "Maria Okafor", by: "Mike", spent: 900, left: models.LeftContent, requests: []models.Request{{Item: "Bell"}}},
		{at: t.when(11, 9, 45), who: "Maria Okafor", by: "Mike", left: models.LeftDelighted, extra: "Drew her the way along the coast", requests: []models.Request{{Item: "Touring advice"}}},
		{at: t.when(8, 10, 30), who: "Jonas Berg", by: "Mike", left: models.LeftContent, requests: []models.Request{
			{Item: "Wheel rebuild", TheirWords: "the rim is done for, the hub is not", Understood: "same hub, new rim and spokes", Agreed: true, Reason: models.ReasonNotOurTrade,
				Alternatives: []models.Alternative{
					{Kind: models.Later, Description: "when our own truing stand is back", State: models.AlternativeDeclined, DeclineReason: "needs it for the weekend"},
					{Kind: models.ToSpecialist, SpecialistID: t.specialists["Spoke Works"], State: models.AlternativeAccepted, Consent: true}}}}},
		{at: t.when(16, 17, 30), who: "Lin Tao", by: "Ivy", spent: 1450, left: models.LeftContent, requests: []models.Request{{Item: "Lock"}}},
		{at: t.when(5, 17, 50), who: "Lin Tao", by: "Ivy", left: models.LeftContent, backOn: t.day(0), why: "Still thinking about the hub-gear bike you offered instead",
			requests: []models.Request{{Item: "Folding bicycle", TheirWords: "something that goes under the desk", Reason: models.ReasonOutOfStock, Worth: 64900, Alternatives: []models.Alternative{
				{Kind: models.AnotherItem, Description: "Hub-gear bike", Price: 64900, State: models.AlternativeThinking},
				{Kind: models.OrderIn, Description: "6 weeks", State: models.AlternativeDeclined, DeclineReason: "too long"}}}}},
		{at: t.when(6, 13, 15), who: "Ben Castillo", by: "Mike", asked: "Mike", spent: 7900, left: models.LeftDelighted, extra: "Fitted it while he waited",
			requests: []models.Request{{Item: "Child seat"}}},
		{at: t.when(2, 14, 35), who: "Peter Lowe", by: "Mike", asked: "Mike", spent: 8400, left: models.LeftDelighted,
			requests: []models.Request{{Item: "Pannier set", TheirWords: "bags like the ones Ann has"}}},
		{at: t.when(1, 10, 15), who: "Peter Lowe", by: "Mike", promised: t.when(1, 17, 0), requests: []models.Request{{Item: "Carrier fitted"}}},
		{at: t.when(1, 15, 5), who: "Ben Castillo", by: "Ivy", promised: t.when(0, 17, 0), requests: []models.Request{{Item: "Brake service"}}},
		{at: t.when(1, 11, 40), who: "Olu Ade", by: "Ivy", spent: 2600, left: models.LeftUnhappy, note: "Waited twenty minutes on a Friday; say sorry properly.", backOn: t.day(3), why: "Ask whether the dynamo holds",
			requests: []models.Request{{Item: "Dynamo light", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{
				{Kind: models.AnotherItem, Description: "Front light", State: models.AlternativeAccepted}}}}},
	}
}

// saddle is the visit of the design's picture: two things offered, the second taken.
func (t *teller) saddle() told {
	return told{at: t.when(14, 10, 24), who: "Ann Hughes", by: "Mike", asked: "Mike", spent: 1800, left: models.LeftDelighted,
		extra: "Raised the seat post and oiled the chain while she waited", note: "Wants it before the club ride on the 28th.",
		requests: []models.Request{{Item: "Brooks saddle, honey", Reason: models.ReasonOutOfStock, Worth: 9900, Alternatives: []models.Alternative{
			{Kind: models.AnotherItem, Description: "Brooks saddle, black", Price: 9900, State: models.AlternativeDeclined, DeclineReason: "wants the colour of her bar tape"},
			{Kind: models.OrderIn, Description: "10 days, call when it arrives", DueOn: t.day(3), State: models.AlternativeAccepted}}}}}
}

// frame is the thing that came in yesterday.
func (t *teller) frame() told {
	return told{at: t.when(4, 16, 5), who: "Maria Okafor", by: "Mike", asked: "Mike", left: models.LeftDelighted,
		requests: []models.Request{{Item: "Touring frame, 54 cm", TheirWords: "a frame that carries bags to Lisbon", Understood: "steel, braze-ons front and rear", Agreed: true, Reason: models.ReasonOutOfStock, Worth: 48000,
			Alternatives: []models.Alternative{
				{Kind: models.AnotherItem, Description: "Touring frame, 56 cm", Price: 48000, State: models.AlternativeDeclined, DeclineReason: "too tall"},
				{Kind: models.OrderIn, Description: "this week, from the maker", DueOn: t.day(0), State: models.AlternativeAccepted}}}}}
}

// older is what the specialists' page remembers.
func (t *teller) older() []told {
	sent := func(daysAgo int, who, item, specialist string) told {
		return told{at: t.when(daysAgo, 12, 12), who: who, by: "Mike", left: models.LeftContent, requests: []models.Request{
			{Item: item, Reason: models.ReasonNotOurTrade, Alternatives: []models.Alternative{
				{Kind: models.ToSpecialist, SpecialistID: t.specialists[specialist], State: models.AlternativeAccepted, Consent: true}}}}}
	}
	ordered := func(daysAgo int, who, item string) told {
		return told{at: t.when(daysAgo, 15, 45), who: who, by: "Ivy", left: models.LeftContent, requests: []models.Request{
			{Item: item, Reason: models.ReasonNotCarried, Alternatives: []models.Alternative{
				{Kind: models.OrderIn, Description: "a week", DueOn: t.day(7 - daysAgo), State: models.AlternativeAccepted}}}}}
	}
	return []told{
		sent(200, "Dana Fox", "Saddle restitched", "Leather & Co"),
		sent(150, "Jürgen Müller", "Frame resprayed", "Harbour Frames"),
		sent(139, "Ravi Shah", "Rear wheel trued", "Spoke Works"),
		sent(100, "Elsie Grant", "Motor for the tricycle", "Volt & Daughter"),
		ordered(80, "Jürgen Müller", "Club jersey, XL"),
		ordered(58, "Dana Fox", "Tandem tow bar"),
	}
}
