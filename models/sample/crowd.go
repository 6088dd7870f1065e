package sample

import (
	"fmt"
	"math/rand/v2"
	"time"

	"goodturn/models"
)

// crowd are those who came for the first time within the last two years and of whom no story is told, with how they found the shop.
// Who came by word of mouth comes again more often.
func (t *teller) crowd() []event {
	random := rand.New(rand.NewPCG(7, 2024))
	sources := []models.SourceID{byAdvert, byWalking, byFriend, bySearch, byAdvert, byFriend, byWalking}
	names := []string{"Nora Blake", "Tom Ashby", "Priya Nair", "Felix Brandt", "Grace Obi", "Sam Whitlock", "Irina Petrova", "Hugo Lemaire", "Kate Doyle", "Yusuf Demir",
		"Molly Finch", "Carlos Vega", "Anouk Visser", "Leo Marsh", "Hanna Lindqvist", "Omar Farouk", "Beth Collins", "Viktor Novak", "Amy Tran", "Paul Gregory",
		"Sofia Rossi", "Daniel Stone", "Mei Wong", "Rhys Morgan", "Julia Klein", "Ade Bello", "Fiona Reid", "Marek Kos"}
	items := []string{"Puncture repair", "Inner tube", "Gear service", "Brake pads", "Lock", "Helmet", "Front light"}
	var events []event
	for i, name := range names {
		source, first := sources[i%len(sources)], 715-i*25-random.IntN(9)
		c := models.Customer{Name: name, SourceID: source}
		again := random.IntN(2)
		if source == byFriend {
			again = 2 + random.IntN(3)
		}
		apart := func(int) int { return 40 + random.IntN(60) }
		switch name {
		case "Tom Ashby": // came often for a while, and comes less
			again, apart = 8, func(n int) int { return 28 + n }
		case "Grace Obi": // stayed away, and came back
			again, apart = 1, func(int) int { return 410 }
		}
		for n := range 1 + again {
			daysAgo := t.weekday(first - n*apart(n))
			if daysAgo < 1 {
				continue
			}
			v := told{at: t.when(daysAgo, 10+random.IntN(7), random.IntN(60)), who: name, by: []string{"Mike", "Ivy"}[i%2]}
			chance, item := random.IntN(60), items[random.IntN(len(items))]
			v.spent, v.requests = paid(item, chance), []models.Request{{Item: item}}
			if n > 0 && random.IntN(3) == 0 {
				v.asked = []string{"Mike", "Ivy", "Ivy"}[random.IntN(3)]
			}
			events = append(events, event{at: v.at, what: "visit of " + name, do: func() error { return t.visitOf(v, c) }})
		}
	}
	return events
}

// writtenDownTwice are two of the crowd who rang and got a second card each. One was found and taken out, and lies in the bin; the other is
// for "Likely duplicates" to show.
func (t *teller) writtenDownTwice() []event {
	again := func(who string) (models.CustomerID, error) {
		second := t.say.customer(models.Customer{Name: who, SourceID: byWalking})
		err := t.store.SaveCustomer(&second)
		return second.ID, err
	}
	return []event{
		{at: t.when(t.weekday(20), 11, 40), what: "card taken out", do: func() error {
			id, err := again("Hugo Lemaire")
			if err != nil {
				return err
			}
			return t.store.DeleteCustomer(id)
		}},
		{at: t.when(t.weekday(13), 16, 5), what: "second card", do: func() error {
			_, err := again("Fiona Reid")
			return err
		}},
	}
}

// weekday is the day so many days ago, or the Saturday before it where that is a Sunday.
func (t *teller) weekday(daysAgo int) int {
	if t.when(daysAgo, 12, 0).Weekday() == time.Sunday {
		return daysAgo + 1
	}
	return daysAgo
}

// visitOf logs a visit of one of the crowd, who is added with the first.
func (t *teller) visitOf(v told, c models.Customer) error {
	if _, known := t.people[c.Name]; known {
		return t.visit(v)
	}
	said := t.say.customer(c)
	if err := t.store.SaveCustomer(&said); err != nil {
		return err
	}
	t.people[c.Name] = said.ID
	return t.visit(v)
}

// missedBefore is what strangers asked for in vain in the two years before those weeks of which every visit is told.
func (t *teller) missedBefore() []event {
	random := rand.New(rand.NewPCG(3, 1815))
	var missing []models.Request
	for _, r := range t.strangersAsk() {
		if !r.Available() {
			missing = append(missing, r)
		}
	}
	missing = append(missing,
		models.Request{Item: "Child seat", Reason: models.ReasonOutOfStock, Worth: 7900, Alternatives: []models.Alternative{{Kind: models.AnotherItem, Description: "Child trailer, to rent", State: models.AlternativeAccepted}}},
		models.Request{Item: "Child seat", Reason: models.ReasonOutOfStock, Worth: 7900, Alternatives: []models.Alternative{{Kind: models.OrderIn, State: models.AlternativeDeclined, DeclineReason: "leaves tomorrow"}}},
		models.Request{Item: "Pannier rack", Reason: models.ReasonNotCarried, Worth: 3500, Alternatives: []models.Alternative{{Kind: models.AnotherItem, Description: "Saddle bag", State: models.AlternativeAccepted}}},
		models.Request{Item: "Pannier rack", Reason: models.ReasonNotCarried, Worth: 3500, Alternatives: []models.Alternative{{Kind: models.AnotherItem, Description: "Saddle bag", State: models.AlternativeDeclined, DeclineReason: "too small"}}},
		models.Request{Item: "Tyre, tubeless", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{{Kind: models.AnotherItem, Description: "Tyre, puncture-proof", State: models.AlternativeDeclined, DeclineReason: "too heavy"}}},
		models.Request{Item: "Wheel true", Reason: models.ReasonNotOurTrade, Alternatives: []models.Alternative{{Kind: models.ToSpecialist, SpecialistID: t.specialists["Spoke Works"], State: models.AlternativeAccepted}}})
	var tolds []told
	for daysAgo := 725; daysAgo > 56; daysAgo -= 3 + random.IntN(5) {
		at := t.when(t.weekday(daysAgo), 9+random.IntN(9), random.IntN(60))
		tolds = append(tolds, told{at: at, by: []string{"Mike", "Ivy"}[random.IntN(2)], requests: []models.Request{missing[random.IntN(len(missing))]}})
	}
	return t.visits(tolds)
}

// adverts are what the advert in the paper cost, month after month, dearer before the summer.
func (t *teller) adverts() []event {
	var events []event
	for back := range 24 {
		at := time.Date(t.now.Year(), t.now.Month()-time.Month(back), 1, 0, 5, 0, 0, t.now.Location())
		cost := models.Money(35_00)
		if m := at.Month(); m >= 3 && m <= 5 {
			cost = 90_00
		}
		month := at.Format("2006-01")
		events = append(events, event{at: at, what: fmt.Sprint("the advert of ", month), do: func() error {
			return t.store.SaveAdverts(month, map[models.SourceID]models.Money{byAdvert: t.prices.of(cost)})
		}})
	}
	return events
}
