package models_test

import (
	"fmt"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func mustDo(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatCameInCanBePutOff(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	unmet(t, store, ann, models.Alternative{Kind: models.OrderIn, State: models.AlternativeAccepted, DueOn: store.Today().AddDays(9)})
	due := func(want int, when string) {
		t.Helper()
		calls, err := store.Calls()
		if err != nil || len(calls) != want {
			t.Fatalf("%s %d calls are due, %v", when, len(calls), err)
		}
	}
	mustDo(t, store.SetWantState(1, models.WantReady))
	due(1, "when it came in before its day")
	mustDo(t, store.SetWantDue(1, store.Today().AddDays(2)))
	due(0, "after it was put off")
	if n, err := store.RailCounts(); err != nil || n.Today != 0 {
		t.Errorf("%d things are counted after it was put off, %v", n.Today, err)
	}
	clock.Days(2)
	due(1, "two days later")
}

func TestCallsGivesEverybody(t *testing.T) {
	store, clock := modelstest.New(t)
	for i := range 33 {
		e := &models.VisitEntry{NewCustomer: &models.Customer{Name: fmt.Sprint("Customer ", i), NoPhone: i == 0}, FollowUpOn: store.Today().AddDays(1)}
		e.Visit.At = models.MomentOf(clock.Now())
		mustDo(t, store.SaveVisit(e))
	}
	clock.Days(1)
	page, err := store.TodayPage()
	if err != nil || page.CallN != 33 || len(page.Calls) >= 33 {
		t.Fatalf("%d of %d calls, %v", len(page.Calls), page.CallN, err)
	}
	calls, err := store.Calls()
	if err != nil || len(calls) != 33 || !calls[0].NoPhone || calls[1].NoPhone {
		t.Errorf("%d calls in all, %v", len(calls), err)
	}
}
