package models_test

import (
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestToOrder(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, ben := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Ben", "")
	orderIn := func(id models.CustomerID, due models.Day) {
		t.Helper()
		unmet(t, store, id, models.Alternative{Kind: models.OrderIn, State: models.AlternativeAccepted, DueOn: due})
	}
	orderIn(ann, "")
	orderIn(ann, store.Today().AddDays(9))
	orderIn(ben, store.Today().AddDays(2))
	names := func(limit int, want ...string) []models.WantRow {
		t.Helper()
		rows, err := store.ToOrder(limit)
		if err != nil || len(rows) != len(want) {
			t.Fatalf("%d things are to be ordered, want %d, %v", len(rows), len(want), err)
		}
		for i, row := range rows {
			if row.Customer != want[i] || row.Item == "" {
				t.Errorf("%s waits for %q, want %s", row.Customer, row.Item, want[i])
			}
		}
		return rows
	}
	names(2, "Ben", "Ann")
	rows := names(-1, "Ben", "Ann", "Ann")
	mustDo(t, store.SetWantState(rows[2].ID, models.WantOrdered))
	names(-1, "Ben", "Ann")
	clock.Days(2)
	names(-1, "Ann") // Ben's day has come: he stands among the calls, and not twice
	calls, err := store.Calls()
	if err != nil || len(calls) != 1 || calls[0].Customer != "Ben" || calls[0].WantState != models.WantRequested {
		t.Errorf("the calls are %+v, %v", calls, err)
	}
	if n, err := store.CountToOrder(); err != nil || n != 1 {
		t.Errorf("%d things are counted, %v", n, err)
	}
}
