package models_test

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// sectionsOf writes out who stands where with what, one line each.
func sectionsOf(page models.Today, most int) (lines []string) {
	for _, section := range page.Sections(func(models.TodayPart) int { return most }) {
		for _, p := range section.People {
			line := string(section.Part) + ": " + p.Customer
			for _, l := range p.Lines {
				line += " " + string(l.Part)
			}
			lines = append(lines, line)
		}
		if section.Left > 0 {
			lines = append(lines, fmt.Sprintf("%s: %d more", section.Part, section.Left))
		}
	}
	return lines
}

// Whoever there is more than one thing to do about stands once, where the most pressing is.
func TestTodayHasNobodyTwice(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, ben := born(t, store, "Ann", "--12-08"), born(t, store, "Ben", "--12-09")
	for range 3 {
		modelstest.Visit(t, store, ann, "tyre")
		modelstest.Visit(t, store, ben, "tyre")
		clock.Days(5)
	}
	unmet(t, store, ann, models.Alternative{Kind: models.OrderIn, State: models.AlternativeAccepted, DueOn: store.Today().AddDays(9)})
	mustDo(t, store.SetWantState(1, models.WantReady))
	mustDo(t, store.SaveFollowUp(&models.FollowUp{CustomerID: ann, DueOn: store.Today()}))
	mustDo(t, store.AddThankYou(&models.ThankYou{CustomerID: ann, TalkingPoint: "the cake"}))
	expect := func(when, want string) {
		t.Helper()
		page, err := store.TodayPage()
		mustDo(t, err)
		if got := fmt.Sprint(sectionsOf(page, 9)); got != want {
			t.Errorf("%s %s, want %s", when, got, want)
		}
	}
	allRead(t, store)
	expect("today", "[call: Ann call call thank birthday birthday: Ben birthday]")
	mustDo(t, store.Greeted(ben, "", models.SnoozeBirthday))
	clock.Days(10)
	expect("when they are not seen for a while", "[call: Ann call call thank not_seen]")
	clock.Days(10)
	expect("long after", "[call: Ann call call thank]")
}

// Whoever had nothing beyond the asking for five visits stands on Today where nothing else is to be done about them, counts for nothing
// that has to be done, and stands there no more once they had something or are put off.
func TestTodayProposesAnExtra(t *testing.T) {
	store, clock := modelstest.New(t)
	ids := map[string]models.CustomerID{}
	for _, name := range []string{"Ann", "Ben", "Cleo", "Dan"} {
		ids[name] = modelstest.Customer(t, store, name, "")
		for range 5 {
			comes(t, store, ids[name], nil)
			clock.Forward(time.Minute)
		}
	}
	modelstest.Customer(t, store, "Eve", "")
	expect := func(when, want string) {
		t.Helper()
		page, err := store.TodayPage()
		mustDo(t, err)
		if got := fmt.Sprint(sectionsOf(page, 9)); got != want || page.TodoN() != page.CallN {
			t.Errorf("%s %s with %d to do, want %s", when, got, page.TodoN(), want)
		}
	}
	expect("with four of them", "[no_extra: Dan no_extra no_extra: Cleo no_extra no_extra: Ben no_extra]")
	mustDo(t, store.SaveFollowUp(&models.FollowUp{CustomerID: ids["Cleo"], DueOn: store.Today()}))
	expect("with one to call", "[call: Cleo call no_extra: Dan no_extra no_extra: Ben no_extra]")
	mustDo(t, store.Snooze(models.SnoozeNoExtra, int64(ids["Dan"]), store.Today().AddDays(1)))
	comes(t, store, ids["Ben"], func(v *models.Visit) { v.Extra = "Oiled the chain" })
	expect("with one put off and one delighted", "[call: Cleo call no_extra: Ann no_extra]")
}

func TestTodaySectionsAreCutShort(t *testing.T) {
	ann, ben := models.Person{CustomerID: 1, Customer: "Ann"}, models.Person{CustomerID: 2, Customer: "Ben"}
	page := models.Today{PromiseN: 1, CallN: 5, ThanksN: 2,
		Promises: []models.PromiseRow{{VisitID: 7}},
		Calls:    []models.CallRow{{Person: ann}, {Person: ben}, {Person: ann}},
		Thanks:   []models.ThankYouRow{{ThankYou: models.ThankYou{CustomerID: 2}, Name: "Ben"}, {ThankYou: models.ThankYou{SpecialistID: 2}, Name: "Spoke Works"}}}
	for most, want := range map[int]string{
		1: "[promise:  promise call: Ann call call call: 2 more thank: Ben call thank thank: 1 more]",
		2: "[promise:  promise call: Ann call call call: Ben call thank call: 2 more thank: Spoke Works thank]",
		0: "[promise: 1 more call: 5 more thank: 2 more]",
	} {
		if got := fmt.Sprint(sectionsOf(page, most)); got != want {
			t.Errorf("with at most %d:\n%s\nwant\n%s", most, got, want)
		}
	}
}

// Whatever is due, whatever is put off, done and taken back: nobody stands twice, every line of the page stands once, and what was
// put off is there again after Undo.
func TestTodayWhateverIsDue(t *testing.T) {
	store, clock := modelstest.New(t)
	start := clock.Now()
	rapid.Check(t, func(rt *rapid.T) {
		clock.Forward(start.Sub(clock.Now()))
		for store.CanUndo() { // all of the round before
			mustIn(rt, store.UndoLast())
		}
		var ids []models.CustomerID
		for i := range rapid.IntRange(1, 4).Draw(rt, "people") {
			c := &models.Customer{Name: fmt.Sprint("Customer ", i), Birthday: rapid.SampledFrom([]string{"", "--11-22", "1980-11-23", "--05-01"}).Draw(rt, "birthday")}
			mustIn(rt, store.SaveCustomer(c))
			ids = append(ids, c.ID)
		}
		for i := range rapid.IntRange(1, 12).Draw(rt, "things") {
			dueFor(rt, store, rapid.SampledFrom(append(ids, 0)).Draw(rt, "whom"), i)
		}
		for range 3 {
			page, err := store.TodayPage()
			mustIn(rt, err)
			checkSections(rt, page)
			putOffAndBack(rt, store, page)
			clock.Days(rapid.IntRange(0, 3).Draw(rt, "days"))
		}
	})
}

func mustIn(rt *rapid.T, err error) {
	if err != nil {
		rt.Fatal(err)
	}
}

// dueFor makes one thing to do today about somebody; 0 is a stranger.
func dueFor(rt *rapid.T, store *models.Store, id models.CustomerID, n int) {
	var err error
	now := models.MomentOf(store.Now())
	switch thing := rapid.IntRange(0, 3).Draw(rt, "thing"); {
	case thing == 0 || id == 0:
		err = store.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: id, At: now, PromisedFor: now + 3600, Requests: []models.Request{{Item: "bell"}}}})
	case thing == 1:
		err = store.SaveFollowUp(&models.FollowUp{CustomerID: id, DueOn: store.Today()})
	case thing == 2:
		err = store.AddThankYou(&models.ThankYou{CustomerID: id, TalkingPoint: fmt.Sprint("cake ", n)})
	case thing == 3:
		err = store.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: id, At: now, Requests: []models.Request{{Item: "bell", Reason: models.ReasonOutOfStock,
			Alternatives: []models.Alternative{{Kind: models.OrderIn, State: models.AlternativeAccepted, DueOn: store.Today()}}}}}})
	}
	mustIn(rt, err)
}

// checkSections fails where somebody stands twice, or a line does not stand once.
func checkSections(rt *rapid.T, page models.Today) {
	for _, most := range []int{0, 1, 2, 1000} {
		customers, lines, sum := map[models.CustomerID]bool{}, 0, 0
		for _, section := range page.Sections(func(models.TodayPart) int { return most }) {
			if len(section.People) > most || section.Left < 0 {
				rt.Fatalf("%d people stand in %s, %d are left", len(section.People), section.Part, section.Left)
			}
			for _, p := range section.People {
				if p.CustomerID != 0 && customers[p.CustomerID] {
					rt.Fatalf("%s stands twice", p.Customer)
				}
				customers[p.CustomerID] = true
				lines += len(p.Lines)
			}
			sum += section.N()
		}
		all := page.PromiseN + page.CallN + page.ThanksN + page.GiveN + page.BirthdayN + len(page.NotSeen)
		if sum != all || most == 1000 && lines != all {
			rt.Fatalf("%d lines stand and %d are counted of %d", lines, sum, all)
		}
	}
}

// putOffAndBack puts off one line, which must be gone, and takes that back, and it must be there again; and puts it off for good.
func putOffAndBack(rt *rapid.T, store *models.Store, page models.Today) {
	var puts []func(models.Day) error
	for _, p := range page.Promises {
		puts = append(puts, func(d models.Day) error { return store.Snooze(models.SnoozePromise, int64(p.VisitID), d) })
	}
	for _, c := range page.Calls {
		puts = append(puts, func(d models.Day) error { return store.SnoozeCall(c, d) })
	}
	for _, ty := range page.Thanks {
		puts = append(puts, func(d models.Day) error { return store.Snooze(models.SnoozeThank, int64(ty.ID), d) })
	}
	for _, g := range page.Birthdays {
		puts = append(puts, func(d models.Day) error { return store.Snooze(models.SnoozeBirthday, int64(g.CustomerID), d) })
	}
	if len(puts) == 0 {
		return
	}
	put := rapid.SampledFrom(puts).Draw(rt, "line")
	until := store.Today().AddDays(rapid.IntRange(1, 7).Draw(rt, "until"))
	total := func() int {
		page, err := store.TodayPage()
		mustIn(rt, err)
		return page.TodoN()
	}
	before := total()
	for _, step := range []struct {
		do   func() error
		less int
	}{{func() error { return put(until) }, 1}, {store.UndoLast, 0}, {store.Redo, 1}} {
		mustIn(rt, step.do())
		if got := total(); got != before-step.less {
			rt.Fatalf("of %d things %d are left", before, got)
		}
	}
}

// checkToday holds Today to itself after whatever was done: nobody stands twice, and the rail counts what is to be done.
func (m *machine) checkToday(t *rapid.T) {
	page, err := m.store.TodayPage(models.TodayParts...)
	mustIn(t, err)
	checkSections(t, page)
	ordered, err := m.store.CountToOrder()
	mustIn(t, err)
	if counts, err := m.store.RailCounts(); err != nil || counts.Today != page.TodoN()+ordered {
		t.Fatalf("the rail counts %d things of %d, %v", counts.Today, page.TodoN()+ordered, err)
	} else if counts.Thanks != page.ThanksN {
		t.Fatalf("the rail counts %d thank-yous, Today %d", counts.Thanks, page.ThanksN)
	}
}
