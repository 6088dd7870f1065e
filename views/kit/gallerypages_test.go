package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// galleryNow is the moment of every picture: Saturday 21 November 2026, 10:24.
func galleryNow() time.Time { return time.Date(2026, 11, 21, 10, 24, 0, 0, time.UTC) }

// never is a timer that does not ring.
func never(time.Duration, func()) func() { return func() {} }

func nothing()             {}
func nothingChosen(string) {}

func galleryForms() fyne.CanvasObject {
	now := galleryNow
	customer := NewPicker(nil)
	customer.SetChosen(Option{ID: 1, Title: "Ann Hughes", Second: "0171 555 0110 · last seen 2 weeks ago · remember: prefers a call after six"})
	staff := NewSelect([]Choice{{Value: "1", Label: "Mike"}, {Value: "2", Label: "Ivy"}}, "1", nothingChosen)
	when := NewMomentField(now, DayFirst)
	when.SetMoment(now())
	top := Columns([]float32{14, 5, 5}, 14, 700, NewField("Customer", customer), NewField("Served by", staff), NewField("When", when))

	request := galleryRequest()
	extra := NewEntry("")
	extra.SetText("Raised the seat post and oiled the chain while she waited")
	note := NewArea("A note", 2)
	note.SetText("Wants it before the club ride on the 28th.")
	spent := NewMoneyField("£", 2)
	spent.SetText("abc")
	spentField := NewField("Spent", spent)
	spentField.SetProblem(T("problem.money.letters"))
	sent := NewPicker(nil)
	sent.SetPlaceHolder("Start typing a name")
	left := Card(NewField("Did you do something they did not ask for?", extra), NewField("Note", note), NewTick("They agreed that we understood them", true, nil), NewTick("From before we kept this book", false, nil))
	leave := NewChips([]Choice{{Value: "1", Label: "Delighted"}, {Value: "2", Label: "Content"}, {Value: "3", Label: "Unhappy"}}, "1", nothingChosen)
	right := Card(HStackTop(12, Grow(NewField("How did they leave?", leave)), Fixed(180, spentField)),
		NewField("Someone sent them, or they asked for someone by name?", sent).WithHint("A customer or a specialist"))
	disabled := NewButton("Cannot", nothing)
	disabled.Disable()
	foot := HStack(8, NewButton("Erase for good", nothing).Danger(), NewButton("A quiet link", nothing).Link(), disabled, Spacer(),
		NewButton("Cancel", nothing), NewButton("Save visit", nothing).Primary().Hint("Ctrl+↵"))
	return Page("Log a visit", "Only the customer and one request are needed. Your typing is kept if you leave.", nil,
		Scroll(VStack(14, top, request, Columns([]float32{1, 1}, 14, 700, left, right), foot)))
}

// galleryLabels is a sheet of labels upon its paper, of which some are used.
func galleryLabels() fyne.CanvasObject {
	l := sixLabels(nothing)
	l.SetUsed([]int{0, 1, 4})
	return Page("Address labels", "", nil, Over(Card(), l))
}

// galleryPicture is a logo as it comes out on paper, and what stands there without one.
func galleryPicture() fyne.CanvasObject {
	sign := NewPicture(150, 96, "H")
	sign.SetPicture(twoHalves(90, 30))
	beside := VStack(10, Quiet("sign.png stands on every page you print."), FlowRow(8, NewButton("Replace…", nothing), NewButton("Take it away", nothing)))
	return Page("Your logo", "", nil, Card(HStackTop(16, sign, Grow(beside)), HStackTop(16, NewPicture(150, 96, "H"), Grow(Quiet("Until then your shop’s first letter stands there.")))))
}

func galleryRequest() fyne.CanvasObject {
	asked := NewEntry("")
	asked.SetText("Brooks saddle, honey")
	had := NewSegmented([]Choice{{Value: "had", Label: "We had it"}, {Value: "no", Label: "Not available", Tone: ToneUnavailable}}, "no", nothingChosen)
	answers := []Choice{{Value: "a", Label: "Accepted", Tone: ToneOK}, {Value: "d", Label: "Declined"}, {Value: "t", Label: "Thinking", Tone: ToneWarn}}
	offer := func(kind, text, answer string) fyne.CanvasObject {
		e := NewEntry("")
		e.SetText(text)
		return HStack(12, NewChips([]Choice{{Value: "k", Label: kind}}, "", nothingChosen), Grow(e),
			NewChips(answers, answer, nothingChosen), NewCloser(nothing))
	}
	offered := Over(Ground(ColorOfferGround, 8), Pad(14, VStack(10, Quiet("What you offered instead"), Hairline(),
		offer("Another item", "Brooks saddle, black", "d"), Hairline(), offer("Order in", "10 days, call when it arrives", "a"))))
	return Card(HStackTop(12, Grow(NewField("What did they ask for, in their words?", asked)), NewField(" ", had)), offered,
		HStack(0, NewButton("+ They also asked for…", nothing).Small(), Spacer()))
}

func galleryRail() fyne.CanvasObject {
	items := []*RailItem{}
	for _, name := range []string{"Today", "Customers", "Service log", "Referrals", "Thank-yous", "Specialists"} {
		items = append(items, NewRailItem(name, nothing))
	}
	items[0].SetCount(7)
	items[0].SetSelected(true)
	items[4].SetCount(5)
	column := VStack(12, Inset(8, 0, 8, 0, NewBrand(nil, "Goodturn", "Harbour Cycles")), Rail(items...), Spacer(), Rail(NewRailItem("Shop and settings", nothing)))
	return HFill(0, Over(Ground(ColorRail, 0), Inset(10, 18, 10, 12, Fixed(175, column))), VHairline())
}

func galleryToday() fyne.CanvasObject {
	call := CardWithHeading("Call back", 3, Rows(
		NewRow().Set(RowContent{Initials: "MO", Wrap: true, Title: "**Maria Okafor** _0171 555 0142_", Second: "Asked for a 54 cm touring frame on Tuesday. **It came in yesterday.**",
			Badges: []BadgeText{{"Arrived", ToneOK}}, Buttons: []RowButton{{"Called", nothing}, {"Later", nothing}}}),
		NewRow().Set(RowContent{Initials: "JB", Wrap: true, Title: "**Jonas Berg** _0171 555 0177_", Second: "You promised to ask how the wheel rebuild at Spoke Works went.",
			Badges: []BadgeText{{"Due yesterday", ToneWarn}}, Buttons: []RowButton{{"Called", nothing}, {"Later", nothing}}}),
		NewRow().Set(RowContent{Initials: "LT", Wrap: true, Title: "**Lin Tao** _lin@example.org_", Second: "Still thinking about the hub-gear bike you offered instead.",
			Side: "today", Buttons: []RowButton{{"Called", nothing}, {"Later", nothing}}}),
	))
	thank := CardWithAction("Say thank you", 3, NewButton("Print list", nothing).Small(), Rows(
		NewRow().Set(RowContent{Initials: "AH", Wrap: true, Title: "[**Ann Hughes**](1) sent you **Peter Lowe**, who bought on Thursday. _Her fourth._",
			Badges: []BadgeText{{"Advocate", ToneAdvocate}}, Buttons: []RowButton{{"Thanked", nothing}, {"Card", nothing}}}),
		NewRow().Set(RowContent{Initials: "DF", Wrap: true, Title: "**Dana Fox** wrote a review and named **Mike**.",
			Badges: []BadgeText{{"Loyal", ToneLoyal}}, Buttons: []RowButton{{"Thanked", nothing}, {"Card", nothing}}}),
	))
	gone := CardWithHeading("Not seen for a while", 1, Rows(
		NewRow().Set(RowContent{Initials: "RS", Wrap: true, Title: "**Ravi Shah** usually comes every 6 weeks; last seen 19 weeks ago.",
			Badges: []BadgeText{{"Drifting away", ToneBad}}, Buttons: []RowButton{{"Call", nothing}, {"Not now", nothing}}})))
	side := VStack(14, FigureCard("This month", "86 visits", "12 more than by this day in October"),
		Card(VStack(2, Quiet("Asked for, not in stock"), Figure("14"), Quiet("9 rescued by an alternative")), NewBar("", 9, 14, "")),
		Card(Quiet("New customers found you through"), NewBar("A friend · 11", 11, 12, ""), NewBar("Walking past · 4", 4, 12, ""), NewBar("Adverts · 3", 3, 12, "3")),
		Card(Quiet("Birthday on Monday"), Strong("Elsie Grant")))
	body := WithSide(VStack(14, call, thank, gone), side, 270, 18, 760)
	page := Page("Saturday 21 November", "Seven things to do. Nothing is overdue by more than a day.",
		[]fyne.CanvasObject{NewButton("New customer", nothing), NewButton("Log a visit", nothing).Primary().Hint("Ctrl+N")}, Scroll(body))
	return HFill(0, galleryRail(), Grow(page))
}

func galleryLists() fyne.CanvasObject {
	names := []string{"Aisha Noor", "Ann Hughes", "Ben Castillo", "王小明", "Dana Fox", "محمد علي", "Jürgen Müller-Lüdenscheidt von der Waterkant", "אבי כהן", "Ольга Иванова", "🙂", "आरती शर्मा", "Ravi Shah"}
	tones := []BadgeText{{"Repeat", TonePlain}, {"Advocate", ToneAdvocate}, {"New", TonePlain}, {"Loyal", ToneLoyal}, {"Drifting", ToneBad}, {"To thank", ToneWarn}, {"Not available", ToneUnavailable}}
	list := NewList(func() int { return 1204 }, func() fyne.CanvasObject { return NewRow() }, func(i int, o fyne.CanvasObject) {
		name := names[i%len(names)]
		o.(*Row).Set(RowContent{Initials: Initials(name), Title: "**" + Escape(name) + "**", Second: "_0171 555 0101 · 3 visits_", Badges: []BadgeText{tones[i%len(tones)]}})
	})
	list.Select(1)
	chips := NewChips([]Choice{{Value: "all", Label: "All 1,204"}, {Value: "r", Label: "Regulars 312"}, {Value: "a", Label: "Advocates 41"}, {Value: "d", Label: "Drifting 23"}, {Value: "t", Label: "To thank 5"}}, "all", nothingChosen)
	ruled := NewList(func() int { return 4 }, func() fyne.CanvasObject { return NewRow() }, func(i int, o fyne.CanvasObject) {
		o.(*Row).Set(RowContent{Title: "**Brooks saddle, honey** asked for by [Ann Hughes](1) and by two more whose names make this line too long", Second: "_Not in stock · Mike_", Side: "Tue 17 Nov", Badges: []BadgeText{{"Accepted", ToneOK}}, Buttons: []RowButton{{"Open", nothing}}})
	}).Ruled()
	empty := CardFilled(EmptyState("Nobody to thank yet. When somebody sends you a customer, they stand here.", "Record a referral", nothing))
	return Page("Customers", "", []fyne.CanvasObject{NewButton("Print list", nothing)},
		WithList(VStack(10, chips, Grow(Over(newSurface(ColorCard, ColorHairline, radiusCard), Pad(8, list)))), VStack(14, Card(ruled), Grow(empty)), 330, 18))
}

func galleryStory() fyne.CanvasObject {
	story := NewTimeline()
	story.SetEntries([]TimelineEntry{
		{When: "Thu 19 Nov", Kind: "sent someone", Tone: TonePraise, Lines: []string{"**Sent you [Peter Lowe](4)**, who bought a pannier set. {warn|To thank}"}},
		{When: "Sat 7 Nov", Kind: "visit, served by Mike", Tone: ToneUnavailable, OnTap: nothing, Lines: []string{"Asked for **Brooks saddle, honey**. Not in stock.", "Offered **Brooks saddle, black** {bad|Declined}", "Offered **Order in, 10 days** {ok|Accepted}"}},
		{When: "Sat 3 Oct", Kind: "visit, served by Mike", Tone: TonePrimary, Lines: []string{"Brake service. **Went further:** trued the front wheel at no charge, and then went on to do so many things that this line needs to wrap."}},
		{When: "Mon 7 Sep", Kind: "thanked", Tone: TonePraise, Lines: []string{"Thanked with a card for sending Olu Ade."}},
		{When: "Sat 22 Aug", Kind: "visit, served by Ivy", Tone: TonePrimary, Lines: []string{"Two inner tubes, tyre levers."}},
	}, "brooks")
	fact := func(label, value string) fyne.CanvasObject { return VStack(2, Quiet(label), Strong(value)) }
	head := Card(HStack(14, NewAvatar("AH").Large(), Grow(VStack(2, Title("Ann Hughes"), Quiet("0171 555 0110 · ann.hughes@example.org"))), NewBadge("Advocate", ToneAdvocate), NewButton("Edit", nothing), NewButton("Log a visit", nothing).Primary()),
		FlowRow(18, fact("Visits", "31"), fact("Usually every", "5 weeks"), fact("Last seen", "2 weeks ago"), VStack(2, Quiet("Brought by"), Rich("[**Jürgen Müller**](7)")), fact("Asks for", "Mike")))
	side := VStack(14, CardWithHeading("Remember", -1, Body("Rides a 1978 Mercian. Left-handed. Prefers a call after six. Dog is called Biscuit.")),
		CardWithHeading("Waiting for", -1, VStack(2, Strong("Brooks saddle, honey"), Quiet("ordered 7 Nov · due 24 Nov"))))
	return Page("Story", "", nil, Scroll(VStack(14, head, Columns([]float32{62, 38}, 14, 600, CardWithHeading("Story", -1, story), side))))
}
