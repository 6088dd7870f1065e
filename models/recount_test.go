package models_test

import (
	"testing"

	"goodturn/models/modelstest"
)

// Sums that another program has spoilt are made right again, whichever they are, and no others are touched.
func TestRecountMendsEverySum(t *testing.T) {
	clock := modelstest.NewClock()
	store := modelstest.Open(t, t.TempDir()+"/shop.goodturn", clock)
	bitOfEverything(t, store, clock)
	db := raw(t, store.Path())
	right := dump(t, db)
	for _, sum := range []string{"visit_n", "visit_day_n", "first_at", "last_at", "spent", "asked_n", "brought_n"} {
		for _, wrong := range []string{"77", "-1"} {
			do(t, db, "UPDATE customer SET "+sum+" = "+wrong+" WHERE id IN (1, 2, 8)")
			if err := store.Recount(); err != nil {
				t.Fatal(err)
			}
			if now := dump(t, db); now != right {
				t.Errorf("%s is not mended:\n%s", sum, difference(right, now))
			}
		}
	}
	checkRules(t, store.Path())
}
