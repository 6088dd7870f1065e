package models_test

import (
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// What helps to write to somebody is how they are called, what to remember in its order, and the last extra of a visit that stands;
// whoever is in no book has nothing.
func TestThanksNotes(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, ben := modelstest.Customer(t, store, "Ann Hughes", ""), modelstest.Customer(t, store, "Ben", "")
	c, err := store.Customer(ann)
	if err != nil {
		t.Fatal(err)
	}
	c.PreferredName, c.Remember = "Annie", []models.Remember{{Text: "Child seat", NotedOn: store.Today()}, {Text: "Rings first", NotedOn: store.Today()}}
	if err := store.SaveCustomer(c); err != nil {
		t.Fatal(err)
	}
	for _, extra := range []string{"Oiled the chain", "Trued the wheel", ""} {
		e := &models.VisitEntry{Visit: models.Visit{CustomerID: ann, At: models.MomentOf(clock.Now()), Extra: extra, Requests: []models.Request{{Item: "Bell"}}}}
		if err := store.SaveVisit(e); err != nil {
			t.Fatal(err)
		}
		clock.Days(1)
	}
	notes, err := store.ThanksNotes([]models.CustomerID{ann, ben, ben + 100})
	if err != nil || len(notes) != 2 {
		t.Fatalf("%d have notes, %v", len(notes), err)
	}
	n := notes[ann]
	if n.Called != "Annie" || len(n.Remember) != 2 || n.Remember[1].Text != "Rings first" || n.Extra.What != "Trued the wheel" || n.Extra.Day != store.Today().AddDays(-2) {
		t.Errorf("of Ann: %+v", n)
	}
	if n := notes[ben]; n.Called != "" || n.Remember != nil || n.Extra.What != "" {
		t.Errorf("of Ben: %+v", n)
	}
}
