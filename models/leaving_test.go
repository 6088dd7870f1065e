package models_test

import (
	"fmt"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// leaving writes out who has which reasons to leave, one line each.
func leaving(t *testing.T, store *models.Store) string {
	t.Helper()
	rows, n, err := store.Leaving(models.LeaveFilter{Limit: 50})
	if err != nil || n != len(rows) {
		t.Fatalf("%d of %d, %v", len(rows), n, err)
	}
	var all []string
	for _, row := range rows {
		line := row.Customer + ":"
		for _, c := range row.Causes {
			line += fmt.Sprintf(" %s %s", c.Reason, c.What)
		}
		all = append(all, strings.TrimSpace(line))
	}
	return strings.Join(all, "\n")
}

func expectLeaving(t *testing.T, store *models.Store, when string, want ...string) {
	t.Helper()
	if got := leaving(t, store); got != strings.Join(want, "\n") {
		t.Errorf("%s there are\n%s\nwant\n%s", when, got, strings.Join(want, "\n"))
	}
}

// comes logs a visit that is filled in further.
func comes(t *testing.T, store *models.Store, who models.CustomerID, fill func(v *models.Visit)) *models.VisitEntry {
	t.Helper()
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: who, At: models.MomentOf(store.Now())}}
	if fill != nil {
		fill(&e.Visit)
	}
	mustDo(t, store.SaveVisit(e))
	return e
}

// Everybody with a reason to leave stands there once, the most urgent first, and no longer than there is one.
func TestLeaving(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, ben, cleo := modelstest.Customer(t, store, "Ann", "0171 555 0110"), modelstest.Customer(t, store, "Ben", ""), modelstest.Customer(t, store, "Cleo", "")
	mustDo(t, store.AddThankYou(&models.ThankYou{CustomerID: ann, TalkingPoint: "the cake"}))
	expectLeaving(t, store, "on the day the thanks become due")
	clock.Days(14)
	expectLeaving(t, store, "two weeks later", "Ann: unthanked the cake")
	missed(t, store, ann, "tandem", 0)
	missed(t, store, 0, "tandem", 0)
	unhappy := comes(t, store, ben, func(v *models.Visit) { v.HowLeft = models.LeftUnhappy })
	late := comes(t, store, cleo, func(v *models.Visit) { v.PromisedFor = v.At + 3600 })
	comes(t, store, cleo, func(v *models.Visit) { v.PromisedFor, v.ReadyAt = v.At+3600, v.At+1800 })
	expectLeaving(t, store, "before the hour that was promised", "Ben: unhappy", "Ann: turned_away tandem unthanked the cake")
	clock.Days(1)
	expectLeaving(t, store, "after it", "Cleo: promise", "Ben: unhappy", "Ann: turned_away tandem unthanked the cake")
	if rows, n, err := store.Leaving(models.LeaveFilter{Offset: 2, Limit: 50}); err != nil || n != 3 || len(rows) != 1 || rows[0].Phone != "0171 555 0110" || rows[0].Causes[0].Reason.Step() != models.StepOffer {
		t.Errorf("the last of %d is %+v, %v", n, rows, err)
	}
	mustDo(t, store.Snooze(models.SnoozePromise, int64(late.Visit.ID), store.Today().AddDays(2)))
	unhappy.Visit.MadeGood = "a free service"
	mustDo(t, store.SaveVisit(unhappy))
	comes(t, store, ann, nil)
	mustDo(t, store.MarkThanked([]models.ThankYouID{1}, 0, ""))
	expectLeaving(t, store, "when all is seen to")
	clock.Days(2)
	expectLeaving(t, store, "when it was put off to", "Cleo: promise")
	clock.Days(100)
	expectLeaving(t, store, "long after", "Ann: drifting") // she came on two days
}

// Whoever came again and again and is not seen for a while has a reason; who came once has not.
func TestLeavingDrifts(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, ben := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Ben", "")
	for range 5 {
		comes(t, store, ann, nil)
		clock.Days(10)
	}
	comes(t, store, ben, nil)
	expectLeaving(t, store, "at her usual time")
	clock.Days(7)
	expectLeaving(t, store, "a week late", "Ann: drifting")
	if rows, _, err := store.Leaving(models.LeaveFilter{Limit: 1}); err != nil || rows[0].Causes[0].Day != store.Today().AddDays(-17) || rows[0].Causes[0].Reason.Step() != models.StepGreet {
		t.Errorf("there is %+v, %v", rows, err)
	}
	mustDo(t, store.Snooze(models.SnoozeNotSeen, int64(ann), store.Today().AddDays(1)))
	expectLeaving(t, store, "put off")
	mustDo(t, store.UndoLast())
	expectLeaving(t, store, "with that undone", "Ann: drifting")
	mustDo(t, store.DeleteVisit(5))
	mustDo(t, store.ArchiveCustomers([]models.CustomerID{ann}, models.ArchivedMoved))
	expectLeaving(t, store, "in the archive")
}

// However many are drifting away, each of them is counted and given, seen last first, and those with another reason stand before them.
func TestLeavingGivesAllWhoDrift(t *testing.T) {
	const drifters = 500
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	comes(t, store, ann, nil)
	clock.Days(1)
	comes(t, store, ann, func(v *models.Visit) { v.HowLeft = models.LeftUnhappy })
	people := fmt.Sprintf(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
		INSERT INTO customer (name, name_key, created_at, updated_at) SELECT 'Drifter ' || i, 'drifter ' || i, 1, 1 FROM n`, drifters)
	twice := fmt.Sprintf(`INSERT INTO visit (customer_id, at, day, state, created_at) SELECT c.id, c.at, date(c.at, 'unixepoch'), 'completed', 1
		FROM (SELECT id, %d - 86400 * days - id AS at FROM customer JOIN (SELECT 1 AS days UNION SELECT 11) WHERE id <> %d) c`, clock.Now().Unix(), ann)
	for _, statement := range []string{"UPDATE shop SET usual_gap = 30", people, twice} {
		if _, err := raw(t, store.Path()).Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	clock.Days(80)
	counts, err := store.LeavingCounts()
	if err != nil || counts[models.LeaveDrifting] != drifters+1 || counts[""] != drifters+1 || counts[models.LeaveUnhappy] != 1 {
		t.Errorf("the counts are %v, %v", counts, err)
	}
	var all []models.LeaveRow
	for len(all) <= drifters {
		page, n, err := store.Leaving(models.LeaveFilter{Reason: models.LeaveDrifting, Offset: len(all), Limit: 37})
		if err != nil || n != drifters+1 || len(page) == 0 {
			t.Fatalf("%d of %d after %d, %v", len(page), n, len(all), err)
		}
		all = append(all, page...)
	}
	if all[0].Customer != "Ann" || len(all[0].Causes) != 2 || all[1].Customer != "Drifter 1" || all[drifters].Customer != fmt.Sprint("Drifter ", drifters) {
		t.Errorf("first stands %+v, then %+v, last %+v", all[0], all[1], all[drifters])
	}
}
