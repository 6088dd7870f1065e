package models_test

import (
	"fmt"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// However a visit goes from one customer to another and is changed between, its history is every line of the log about it.
func TestVisitHistoryIsEveryLineAboutTheVisit(t *testing.T) {
	store, _ := modelstest.New(t)
	db := raw(t, store.Path())
	rapid.Check(t, func(rt *rapid.T) {
		people := []models.CustomerID{0, modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Ben", ""), modelstest.Customer(t, store, "Cleo", "")}
		e := &models.VisitEntry{Visit: models.Visit{CustomerID: rapid.SampledFrom(people).Draw(rt, "who"), At: models.MomentOf(store.Now()), Requests: []models.Request{{Item: "bell"}}}}
		mustDraw(rt, store.SaveVisit(e))
		for i := range rapid.IntRange(0, 6).Draw(rt, "changes") {
			e, err := store.Visit(e.Visit.ID)
			mustDraw(rt, err)
			e.Visit.Note = fmt.Sprint("change ", i)
			e.Visit.CustomerID = rapid.SampledFrom(people).Draw(rt, "who then")
			mustDraw(rt, store.SaveVisit(e))
		}
		want := lines(t, db, "SELECT id FROM activity WHERE +thing = 'visit' AND +thing_id = ? ORDER BY id DESC", e.Visit.ID)
		told, err := store.VisitHistory(e.Visit.ID, 50)
		mustDraw(rt, err)
		var got []string
		for _, line := range told {
			got = append(got, fmt.Sprint(line.ID))
		}
		if !slices.Equal(got, want) || len(want) == 0 {
			rt.Fatalf("the history is\n%+v\nthe log has the lines\n%+v", told, want)
		}
		if few, err := store.VisitHistory(e.Visit.ID, 1); err != nil || len(few) != 1 || few[0].ID != told[0].ID {
			rt.Fatalf("the newest is %+v, %v", few, err)
		}
	})
}
