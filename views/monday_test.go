package views

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// The Monday page is printed with who, why and what to say; one of the people is changed for the next, and back.
func TestTheMondayPageIsPrinted(t *testing.T) {
	b, _, _ := manyReasons(t)
	c := &models.Customer{Name: "Cleo Marsh"}
	b.must(b.store().SaveCustomer(c))
	b.must(b.store().SaveFollowUp(&models.FollowUp{CustomerID: c.ID, DueOn: b.store().Today(), Why: "the lamp"}))
	v := b.printing()
	b.w.do("monday")
	for _, want := range []string{"Ann Hughes", "We owe them word", "Ben Castillo", "Birthday", "Cleo Marsh"} {
		if !b.sheetHolds(want) {
			t.Errorf("%q is not on the sheet: %q", want, b.sheetWords())
		}
	}
	b.topSave()
	b.wantPrinted(v, []string{"3 people this week", "Harbour Cycles", "Ann Hughes", "0171 555 0110", "because you promised to get back to them by 20 December 2026", "the brakes", "To say",
		"because their birthday is on 22 December 2026", "they came for on", "Tyre", "What came of it", "that is fine", "3 people, each with a reason"}, "**", "{{")
	b.w.do("monday")
	b.must(b.tapInSheet(kit.T("monday.another"))) // for Ann
	if b.sheetHolds("Ann Hughes") || !b.sheetHolds("As at first") {
		t.Errorf("with another for Ann the sheet has %q", b.sheetWords())
	}
	b.topSave()
	b.wantPrinted(v, []string{"2 people this week", "the lamp", "Cleo Marsh"}, "Ann Hughes")
	b.w.do("monday")
	b.must(b.tapInSheet(kit.T("monday.another")))
	b.must(b.tapInSheet(kit.T("monday.asBefore")))
	if !b.sheetHolds("Ann Hughes") || b.sheetHolds("As at first") {
		t.Errorf("as at first the sheet has %q", b.sheetWords())
	}
}

func TestAnEmptyShopHasNoMondayPage(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("monday")
	if kit.SheetOpen(b.w.canvas()) || b.w.layer.ToastText() != kit.T("monday.nobody") {
		t.Errorf("the toast says %q", b.w.layer.ToastText())
	}
}

// From Today the day is printed, and by the keyboard alone the Monday page and the list of calls.
func TestTodayHasThreePapers(t *testing.T) {
	b, _, _ := manyReasons(t)
	v := b.printing()
	b.w.do("print")
	b.toChoices()
	b.keys(fyne.KeyRight, fyne.KeySpace)
	if !b.sheetHolds(kit.T("monday.hint")) {
		t.Fatalf("the sheet has %q", b.sheetWords())
	}
	b.topSave()
	b.wantPrinted(v, []string{"2 people this week"}, "To do today")
	b.w.do("print")
	b.toChoices()
	b.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	if !b.sheetHolds(kit.T("calls.wishes")) {
		t.Fatalf("the sheet has %q", b.sheetWords())
	}
	if !b.sheetHolds("There is nobody to call here, so there is nothing to print. Choose “Everybody who waits”") {
		t.Errorf("a list of nobody is not explained: %q", b.sheetWords())
	}
	opened := len(v.opened)
	if b.topSave(); len(v.opened) > opened || !kit.SheetOpen(b.w.canvas()) {
		t.Error("a list of nobody is printed")
	}
}

// A day with nothing to do is not printed, and the sheet says what else there is.
func TestAnEmptyDayIsNotPrinted(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) { modelstest.Customer(t, store, "Ann Hughes", "") })
	v := b.printing()
	b.w.do("print")
	if !b.sheetHolds(kit.T("today.sheet.nothing")) {
		t.Errorf("an empty day is not explained: %q", b.sheetWords())
	}
	if b.topSave(); len(v.opened) > 0 || !kit.SheetOpen(b.w.canvas()) {
		t.Error("an empty day is printed")
	}
}

// Every reason and every thing to say has words of its own, with nothing left open in them.
func TestMondayHasWordsForEverything(t *testing.T) {
	w := newBench(t, nil).w
	call := func(cause models.CallCause) models.MondayRow {
		return models.MondayRow{Reason: models.MondayPromise, Call: &models.CallRow{Cause: cause, What: "Bell", Specialist: "Spoke Works", DueOn: "2026-11-21"}}
	}
	thank := func(cause models.ThanksCause) models.MondayRow {
		t := &models.ThankYouRow{Referee: "Gus"}
		t.Cause, t.Since, t.Milestone, t.CauseID = cause, "2026-11-21", models.MilestoneVisits, 10
		return models.MondayRow{Reason: models.MondayThank, Thank: t}
	}
	rows := []models.MondayRow{call(models.CallCameIn), call(models.CallOverdue), call(models.CallAskHow), call(models.CallFollowUp),
		thank(models.ThanksReferral), thank(models.ThanksPraise), thank(models.ThanksMilestone), thank(models.ThanksOther),
		{Reason: models.MondayBirthday, Greet: &models.GreetRow{On: "2026-11-21"}}, {Reason: models.MondayDrifting, Greet: &models.GreetRow{GapDays: 30, LastAt: 1795256640}},
		{Reason: models.MondayAdvocate, Friend: &models.MondayFriend{Name: "Gus", Last: "2026-11-21"}}}
	seen := map[string]bool{}
	expect := func(what, text string) {
		t.Helper()
		if text == "" || seen[text] || strings.Contains(text, "monday.") || strings.Contains(text, "{{") || strings.Contains(text, "no value") {
			t.Errorf("%s is told %q", what, text)
		}
		seen[text] = true
	}
	for _, row := range rows {
		because := w.mondayBecause(row)
		if !strings.HasPrefix(because, "because ") {
			t.Errorf("%q is no reason", because)
		}
		expect(fmt.Sprint(row.Reason), because)
	}
	for _, kind := range []models.SayKind{models.SayHere, models.SayLate, models.SayAbout, models.SayThinking, models.SayAskHow, models.SayThank, models.SayPraise, models.SayFriend,
		models.SayRemember, models.SayThing, models.SayExtra, models.SayVisits} {
		expect(fmt.Sprint("say ", kind), mondaySay(models.MondayRow{Say: models.MondaySay{Kind: kind, What: "Bell", Who: "Gus", Words: "so kind", Day: "2026-11-21", N: 3}}))
	}
	for _, say := range []models.MondaySay{{Kind: models.SayThing, What: "Bell"}, {Kind: models.SayThing, What: "Bell", Words: "so kind"}, {Kind: models.SayRemember, What: "Bell"}, {}} {
		expect(fmt.Sprint("on a birthday say ", say.Kind), mondaySay(models.MondayRow{Reason: models.MondayBirthday, Say: say}))
	}
	for _, say := range []models.MondaySay{{}, {Kind: models.SayHere, What: "Bell"}, {Kind: models.SayThing, What: "Bell", Day: "2026-11-21"}, {Kind: models.SayAbout},
		{Kind: models.SayFriend, Who: "Gus", N: 3, Day: "2026-11-21"}} {
		expect(fmt.Sprint("say ", say.Kind, " with less"), mondaySay(models.MondayRow{Say: say}))
	}
}

// Whom to call is printed thing by thing; those who asked for no calls are counted at the foot; one thing alone from its page.
func TestWhomToCallIsPrinted(t *testing.T) {
	b, _ := wantedBench(t)
	v := b.printing()
	ben, err := b.store().Customer(b.named("Ben Okafor"))
	b.must(err)
	ben.NoPhone = true
	b.must(b.store().SaveCustomer(ben))
	lamp := modelstest.Customer(t, b.store(), "Eve Hill", "0171 555 09")
	b.must(b.store().SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: lamp, At: models.MomentOf(b.store().Now()), Requests: []models.Request{
		{Item: "Lamp", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{{Kind: models.OrderIn, State: models.AlternativeAccepted}}}}}}))
	b.w.Show(PlaceWanted)
	b.w.do("print")
	b.topSave()
	b.wantPrinted(v, []string{"To call: what they wait for", "Saddle", "Can be ordered", "Ann Hughes", "0171 555 01", "told: a week or so", "Cleo Marsh", "Reached", "Left word", "Will come",
		"3 people to call", "Lamp", "Eve Hill", "One person who waits is left out: they asked for no calls."}, "Ben Okafor", "Bell")
	s := b.w.screens[PlaceWanted].(*wantedScreen)
	for i := range s.rows.len() {
		if row, _ := s.rows.at(i); row.Item == "Saddle" {
			s.open(row.ItemID)
		}
	}
	b.must(tapLabelled(s.thing.content, kit.T("wanted.cameIn")))
	b.must(tapLabelled(s.thing.content, kit.T("wanted.print")))
	b.topSave()
	b.wantPrinted(v, []string{"To call: it came in", "It came in", "Ann Hughes", "Cleo Marsh", "2 people to call"}, "Eve Hill", "Ben Okafor")
}
