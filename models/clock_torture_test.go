package models_test

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The clock jumps by minutes, days and years, back and forth and over the ends of summer time, between one change and
// the next. The log keeps the order in which things happened, a visit is on the day that the shop's calendar showed,
// the rules hold, and Undo takes back what was last done, whatever the clock says now.
func TestClockThatJumps(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Skip(err)
	}
	now := time.Date(2026, time.October, 25, 1, 30, 0, 0, london) // comes twice in that night
	path := filepath.Join(t.TempDir(), shopName)
	store, err := models.Open(path, models.Create(), models.WithClock(func() time.Time { return now }))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	ann, rounds := modelstest.Customer(t, store, "Ann", ""), modelstest.Rounds(t, 60, 10)
	var visits []int64
	for range rounds {
		now = jump(now)
		id := modelstest.Visit(t, store, ann, "saddle")
		if e, err := store.Visit(id); err != nil || e.Visit.At != models.MomentOf(now) {
			t.Fatalf("a visit at %v: %+v, %v", now, e, err)
		}
		db := another(t, path)
		if day := one[string](t, db, "SELECT day FROM visit WHERE id = ?", id); day != now.Format(time.DateOnly) {
			t.Errorf("a visit at %v is on %s", now, day)
		}
		db.Close()
		now = jump(now)
		if rand.IntN(4) == 0 {
			if err := store.UndoLast(); err != nil {
				t.Fatalf("undo at %v: %v", now, err)
			}
			continue
		}
		visits = append(visits, int64(id))
	}
	log, err := store.Activity(models.ActivityFilter{CustomerID: ann, Thing: models.ThingVisit, Limit: 3 * rounds})
	if err != nil {
		t.Fatal(err)
	}
	var logged []int64
	for _, line := range slices.Backward(log) {
		if line.Via == "" {
			logged = append(logged, line.ThingID)
		} else {
			logged = logged[:len(logged)-1]
		}
	}
	if !slices.Equal(logged, visits) {
		t.Errorf("happened in the order %v, logged in the order %v", visits, logged)
	}
	t.Logf("%d jumps of the clock, %d visits, 0 out of order", 2*rounds, len(visits))
	checkRules(t, path)
}

// jump gives the time after some clock was set; never before the first of them all, or long after.
func jump(now time.Time) time.Time {
	spans := []time.Duration{time.Minute, time.Hour, 24 * time.Hour, 30 * 24 * time.Hour, 3 * 365 * 24 * time.Hour}
	next := now.Add(spans[rand.IntN(len(spans))] * time.Duration(rand.IntN(5)-2))
	if next.Year() < 2000 || next.Year() > 2090 {
		return now
	}
	return next
}
