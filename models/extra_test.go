package models_test

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

func without(t must, store *models.Store) []string {
	t.Helper()
	rows, err := store.WithoutExtra(50)
	if err != nil {
		t.Fatalf("%v", err)
	}
	var names []string
	for _, row := range rows {
		names = append(names, row.Customer)
	}
	return names
}

// Five visits in a row without a thing they had not asked for are said; one of them more, and there is nothing to say.
func TestFiveVisitsWithoutAnExtra(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, ben := modelstest.Customer(t, store, "Ann", "0171 555 0110"), modelstest.Customer(t, store, "Ben", "")
	extra := func(what string) func(*models.Visit) { return func(v *models.Visit) { v.Extra = what } }
	expect := func(when string, since int, want ...string) {
		t.Helper()
		e, err := store.Extras(ann)
		if err != nil || e.Since != since || e.Missing() != (since >= 5) {
			t.Errorf("%s: %+v, %v; want %d visits since", when, e, err, since)
		}
		if got := without(t, store); !slices.Equal(got, want) {
			t.Errorf("%s without are %q, want %q", when, got, want)
		}
	}
	for range 4 {
		comes(t, store, ann, nil)
		comes(t, store, ben, nil)
		clock.Days(1)
	}
	comes(t, store, ann, func(v *models.Visit) { v.State = models.VisitCancelled })
	expect("after four visits", 4)
	comes(t, store, ann, nil)
	clock.Forward(time.Hour)
	comes(t, store, ben, extra("Oiled the chain"))
	expect("after the fifth", 5, "Ann")
	mustDo(t, store.Snooze(models.SnoozeNoExtra, int64(ann), store.Today().AddDays(2)))
	expect("put off", 5)
	clock.Days(2)
	expect("when it was put off to", 5, "Ann")
	for _, what := range []string{"Pumped the tyres", "Washed the frame", "Oiled the chain", "Cut the cable"} {
		clock.Days(1)
		comes(t, store, ann, extra(what))
	}
	expect("after four extras", 0)
	comes(t, store, ann, nil)
	expect("and a visit without", 1)
	card, err := store.Card(ann)
	if err != nil || len(card.Extras.Last) != 3 || card.Extras.Last[0].What != "Cut the cable" || card.Extras.Last[2].What != "Washed the frame" || card.Extras.Since != 1 {
		t.Errorf("the card has %+v, %v", card.Extras, err)
	}
	for range 4 {
		comes(t, store, ann, nil)
	}
	expect("five visits after the last", 5, "Ann")
	clock.Days(31)
	expect("not here for a month", 5)
}

// plainSince counts with a loop the completed visits after the last extra.
func plainSince(t must, db *sql.DB, id models.CustomerID) (n int) {
	t.Helper()
	rows, err := db.Query("SELECT extra, state FROM visit WHERE customer_id = ? AND deleted_at = 0 ORDER BY at, id", int64(id))
	if err != nil {
		t.Fatalf("%v", err)
	}
	defer rows.Close()
	for rows.Next() {
		var extra, state string
		if err := rows.Scan(&extra, &state); err != nil {
			t.Fatalf("%v", err)
		}
		switch {
		case extra != "" && state != "cancelled":
			n = 0
		case state == "completed":
			n++
		}
	}
	return n
}

// However visits come, in whichever order they are written down, change and go: what is counted is what a loop counts.
func TestExtrasEqualAPlainCount(t *testing.T) {
	store, clock := modelstest.New(t)
	db := raw(t, store.Path())
	clock.Days(20)
	rapid.Check(t, func(rt *rapid.T) {
		all := []models.CustomerID{modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Ben", "")}
		states := []models.VisitState{models.VisitCompleted, models.VisitCompleted, models.VisitCompleted, models.VisitCancelled, models.VisitOpen}
		defer func() { mustDo(t, store.DeleteCustomer(all[0])); mustDo(t, store.DeleteCustomer(all[1])) }()
		for range rapid.IntRange(4, 14).Draw(rt, "visits") {
			v := models.Visit{CustomerID: rapid.SampledFrom(all).Draw(rt, "who"), State: rapid.SampledFrom(states).Draw(rt, "state"),
				At: models.MomentOf(clock.Now()) - models.Moment(rapid.IntRange(0, 9).Draw(rt, "days")*86400)}
			if rapid.IntRange(0, 5).Draw(rt, "extra") == 0 && v.State == models.VisitCompleted {
				v.Extra = "Oiled the chain"
			}
			if err := store.SaveVisit(&models.VisitEntry{Visit: v}); err != nil {
				rt.Fatalf("%v", err)
			}
		}
		var want []string
		for i, id := range all {
			e, err := store.Extras(id)
			plain := plainSince(rt, db, id)
			if err != nil || e.Since != plain {
				rt.Fatalf("%d visits since, %v; a loop counts %d", e.Since, err, plain)
			}
			if plain >= 5 {
				want = append(want, []string{"Ann", "Ben"}[i])
			}
		}
		got := without(rt, store)
		slices.Sort(got)
		if fmt.Sprint(got) != fmt.Sprint(want) {
			rt.Fatalf("without are %s, want %s", strings.Join(got, ", "), strings.Join(want, ", "))
		}
	})
}
