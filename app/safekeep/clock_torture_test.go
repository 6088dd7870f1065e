package safekeep

import (
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"goodturn/models/modelstest"
)

// The clock is set back and forth by hours, days and years, and crosses the ends of summer time. Every backup made
// is the newest in the list, is whole and holds all there is; what is cleared away is never the newest, and the
// folder does not grow without bound.
func TestClockThatJumps(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Skip(err)
	}
	store, folder := shop(t, 0), t.TempDir()
	rounds, most := modelstest.Rounds(t, 25, 50), 0
	now := time.Date(2026, time.October, 25, 1, 30, 0, 0, london) // comes twice in that night
	for round := range rounds {
		modelstest.Customer(t, store, "Somebody New", "")
		plan := prepare(t, store, folder)
		plan.now = now
		path := run(t, plan).Path
		kept := listed(t, folder, store)
		if newest := kept[0]; newest.Path != path || !newest.At.Equal(now) || newest.Customers != round+3 {
			t.Fatalf("round %d: of the backup at %v the list tells %+v", round, now, newest)
		}
		if most = max(most, len(kept)); most > mostKept+1 {
			t.Fatalf("round %d: %d backups are kept: %q", round, most, namesIn(t, folder))
		}
		now = jump(now)
	}
	for _, kept := range listed(t, folder, store) {
		mustBeWhole(t, kept.Path)
	}
	t.Logf("%d backups, at most %d kept at once in %s", rounds, most, filepath.Base(folder))
}

// jump gives the time after some clock was set.
func jump(now time.Time) time.Time {
	spans := []time.Duration{time.Minute, time.Hour, 24 * time.Hour, 30 * 24 * time.Hour, 3 * 365 * 24 * time.Hour}
	return now.Add(spans[rand.IntN(len(spans))] * time.Duration(rand.IntN(5)-2))
}
