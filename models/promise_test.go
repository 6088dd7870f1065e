package models_test

import (
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestPromiseOf(t *testing.T) {
	loc, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	at := func(day, hour, minute int) models.Moment {
		return models.MomentOf(time.Date(2026, time.October, day, hour, minute, 0, 0, loc))
	}
	noon := at(25, 12, 0) // the day on which the clocks go back
	for _, c := range []struct {
		name                 string
		promised, ready, now models.Moment
		want                 models.PromiseState
	}{
		{"nothing was promised", 0, at(25, 9, 0), at(25, 9, 0), models.PromiseNone},
		{"its time is to come", noon, 0, at(25, 11, 59), models.PromiseOpen},
		{"its time has come", noon, 0, noon, models.PromiseBroken},
		{"days later", noon, 0, at(28, 9, 0), models.PromiseBroken},
		{"ready to the second", noon, noon, at(28, 9, 0), models.PromiseKept},
		{"ready a second late", noon, noon + 1, at(28, 9, 0), models.PromiseBroken},
		{"ready that morning", noon, at(25, 0, 0), at(25, 9, 0), models.PromiseKept},
		{"ready the evening before", noon, at(24, 23, 59), at(25, 9, 0), models.PromiseEarly},
		{"ready days before, and not yet over", noon, at(22, 9, 0), at(22, 9, 0), models.PromiseEarly},
	} {
		if got := models.PromiseOf(c.promised, c.ready, c.now.In(loc)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// promises logs a visit on which something is to be ready in so long.
func promised(t *testing.T, store *models.Store, who models.CustomerID, what string, in time.Duration) models.VisitID {
	t.Helper()
	e := comes(t, store, who, func(v *models.Visit) {
		v.PromisedFor = v.At + models.Moment(in/time.Second)
		v.Requests = []models.Request{{Item: what}}
	})
	return e.Visit.ID
}

// expectPromises fails unless Today has these things promised, the soonest first.
func expectPromises(t *testing.T, store *models.Store, when string, want ...string) {
	t.Helper()
	page, err := store.TodayPage()
	mustDo(t, err)
	counts, err := store.RailCounts()
	mustDo(t, err)
	if page.PromiseN != len(want) || len(page.Promises) != len(want) || counts.Today != len(want) {
		t.Fatalf("%s %d things are promised, the rail counts %d: %+v", when, page.PromiseN, counts.Today, page.Promises)
	}
	for i, p := range page.Promises {
		if p.What != want[i] {
			t.Errorf("%s %q is promised in place %d", when, p.What, i)
		}
	}
}

func TestPromisesOfToday(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "0171 555 0110")
	brakes := promised(t, store, ann, "brakes", 6*time.Hour)
	bell := promised(t, store, 0, "bell", time.Hour)
	gears := promised(t, store, ann, "gears", 30*time.Hour)
	expectPromises(t, store, "today", "bell", "brakes")
	page, err := store.TodayPage()
	mustDo(t, err)
	if p := page.Promises[1]; p.CustomerID != ann || p.Customer != "Ann" || p.Phone != "0171 555 0110" || p.VisitDay != store.Today() {
		t.Errorf("the row is %+v", p)
	}
	mustDo(t, store.MarkReady(bell, 0, ""))
	expectPromises(t, store, "with one ready", "brakes")
	mustDo(t, store.UndoLast())
	expectPromises(t, store, "after undo", "bell", "brakes")
	mustDo(t, store.MarkReady(bell, 0, ""))
	mustDo(t, store.Snooze(models.SnoozePromise, int64(brakes), store.Today().AddDays(1)))
	expectPromises(t, store, "with one put off")
	clock.Days(1)
	expectPromises(t, store, "on the next day", "gears", "brakes")
	mustDo(t, store.CancelVisit(gears))
	expectPromises(t, store, "with a cancelled visit", "brakes")
	clock.Days(88)
	expectPromises(t, store, "for as long as it is a reason to leave", "brakes")
	clock.Days(2)
	expectPromises(t, store, "long after")
}

// What is said on the card agrees with what PromiseOf says of each.
func TestPromisesOnTheCard(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	expect := func(when string, kept, of int, open ...string) {
		t.Helper()
		card, err := store.Card(ann)
		mustDo(t, err)
		if card.Kept != kept || card.PromisesN != of || len(card.Promised) != len(open) {
			t.Fatalf("%s kept %d of %d, %+v", when, card.Kept, card.PromisesN, card.Promised)
		}
		for i, p := range card.Promised {
			if p.What != open[i] {
				t.Errorf("%s in place %d: %q", when, i, p.What)
			}
		}
	}
	expect("at first", 0, 0)
	early, kept := promised(t, store, ann, "early", 30*time.Hour), promised(t, store, ann, "kept", 2*time.Hour)
	late, never := promised(t, store, ann, "late", 3*time.Hour), promised(t, store, ann, "never", 4*time.Hour)
	expect("when all is to come", 0, 0, "kept", "late", "never", "early")
	mustDo(t, store.MarkReady(early, 0, ""))
	mustDo(t, store.MarkReady(kept, 0, ""))
	expect("when two are ready", 2, 2, "late", "never")
	clock.Forward(5 * time.Hour)
	expect("when two are broken", 2, 4, "late", "never")
	mustDo(t, store.MarkReady(late, 0, " brought it round "))
	expect("when one was made good", 2, 4, "never")
	mustDo(t, store.MarkReady(never, 0, ""))
	expect("when the other is ready", 2, 4, "never")
	mustDo(t, store.MakeGood(never, "half the price"))
	expect("when it was made good too", 2, 4)
	e, err := store.Visit(late)
	mustDo(t, err)
	if e.Visit.MadeGood != "brought it round" || e.Visit.Promise(clock.Now()) != models.PromiseBroken {
		t.Errorf("the visit is %+v", e.Visit)
	}
	clock.Forward(-5 * time.Hour)
	mustDo(t, store.MarkReady(never, models.MomentOf(clock.Now().Add(0)), ""))
	expect("when it was ready in time after all", 3, 4)
}

func TestPromisesRefuseWhatCannotBe(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	id := promised(t, store, ann, "brakes", time.Hour)
	nothing := modelstest.Visit(t, store, ann, "bell")
	now := models.MomentOf(clock.Now())
	for key, err := range map[string]error{
		"promise.ahead": store.MarkReady(id, now+60, ""), "promise.before": store.MarkReady(id, now-60, ""), "visit.madeGood": store.MakeGood(id, " "),
	} {
		if p, ok := models.IsProblem(err); !ok || p.Key != key {
			t.Errorf("%s: %v", key, err)
		}
	}
	for what, err := range map[string]error{
		"of nothing promised": store.MarkReady(nothing, 0, ""), "of no visit": store.MarkReady(99, 0, ""), "no visit made good": store.MakeGood(99, "cake"),
	} {
		if err != models.ErrNotFound {
			t.Errorf("%s: %v", what, err)
		}
	}
	expectPromises(t, store, "after all that", "brakes")
}
