package views

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

func TestTodayPutsOffWhatCameIn(t *testing.T) {
	b, _ := busyDay(t)
	s := b.w.screens[PlaceToday].(*todayScreen)
	calls, err := b.store().Calls()
	b.must(err)
	for _, c := range calls {
		if c.Cause == models.CallOverdue {
			s.onCalled(c)
		}
	}
	calls, err = b.store().Calls()
	b.must(err)
	if calls[0].Cause != models.CallCameIn {
		t.Fatalf("first stands %+v", calls[0])
	}
	s.callLater(calls[0]).OnTap()
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	b.typed("in 5 days")
	b.topSave()
	if calls, err = b.store().Calls(); err != nil || len(calls) != 2 {
		t.Errorf("%d calls are due after one of three was put off, %v", len(calls), err)
	}
	b.clock.Days(5)
	if calls, err = b.store().Calls(); err != nil || len(calls) != 3 || calls[0].Cause != models.CallCameIn {
		t.Errorf("five days later: %+v, %v", calls, err)
	}
}

func TestTodayShowsAllCalls(t *testing.T) {
	const people = 33
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		for i := range people {
			e := &models.VisitEntry{NewCustomer: &models.Customer{Name: fmt.Sprint("Customer ", i)}, FollowUpOn: store.Today().AddDays(1)}
			e.Visit.At = models.MomentOf(clock.Now())
			if err := store.SaveVisit(e); err != nil {
				t.Fatal(err)
			}
		}
		clock.Days(1)
	})
	s := b.w.screens[PlaceToday].(*todayScreen)
	if !holdsText(s.Content(), kit.TN("today.rest", people-todayRows)) {
		t.Error("the button does not say how many calls are not shown")
	}
	s.showRest(models.TodayCall)
	if !holdsText(s.Content(), "Customer 0") || !holdsText(s.Content(), fmt.Sprint("Customer ", people-1)) {
		t.Error("not all calls are shown")
	}
}

func TestTodayReachesNobodyAgainstTheirWish(t *testing.T) {
	for _, c := range []struct {
		row  models.Person
		want string
	}{
		{models.Person{Phone: "1", Email: "e"}, "1"},
		{models.Person{Phone: "1", Email: "e", NoPhone: true}, "e"},
		{models.Person{Phone: "1", Email: "e", NoPhone: true, NoEmail: true}, "asked for no calls"},
		{models.Person{Email: "e", NoEmail: true}, "asked for no e-mail"},
		{models.Person{}, ""},
	} {
		if got := reachOf(c.row); got != c.want {
			t.Errorf("%+v is reached by %q", c.row, got)
		}
	}
}

func TestOneClickThanksByWhoUsuallyServes(t *testing.T) {
	b := owing(t, "Ann Hughes", "Dana Fox")
	mo := modelstest.Staff(t, b.store(), "Mo")
	shop, err := b.store().Shop()
	b.must(err)
	b.w.app.Prefs.SetServedBy(shop.UID, int64(mo))
	due := b.due()
	b.w.screens[PlaceToday].(*todayScreen).onThanked(due[0])
	b.w.OpenCustomer(due[1].CustomerID)
	card := b.w.screens[PlaceCustomers].(*customersScreen).card
	for _, side := range card.sides {
		if thank, ok := side.(*toThankCard); ok {
			thank.onThanked(due[1])
		}
	}
	done, _, err := b.store().ThankYous(models.ThanksFilter{Done: true, Limit: 10})
	b.must(err)
	if len(done) != 2 || done[0].By != "Mo" || done[1].By != "Mo" {
		t.Errorf("thanked: %+v", done)
	}
	b.must(b.store().StaffLeaves(mo))
	modelstest.Staff(t, b.store(), "Uma")
	if by, err := b.w.usualStaff(); err != nil || by != 0 {
		t.Errorf("number %d, who left, serves usually, %v", by, err)
	}
}

func TestTodayFollowsSpecialists(t *testing.T) {
	b, _ := busyDay(t)
	rows, err := b.store().Specialists("Spoke")
	b.must(err)
	p := rows[0].Specialist
	p.Name = "Rim & Spoke"
	b.must(b.store().SaveSpecialist(&p))
	if !holdsText(b.w.screens[PlaceToday].Content(), "Rim & Spoke") {
		t.Error("Today keeps the old name of a specialist")
	}
}
