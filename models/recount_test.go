package models_test

import (
	"strings"
	"testing"

	"goodturn/models/modelstest"
)

// What the file keeps twice and another program has spoilt is made right again, whatever it is, and nothing else is touched.
func TestRecountMendsWhatIsKeptTwice(t *testing.T) {
	clock := modelstest.NewClock()
	store := modelstest.Open(t, t.TempDir()+"/shop.goodturn", clock)
	bitOfEverything(t, store, clock)
	db := raw(t, store.Path())
	right := dump(t, db)
	spoil := []string{"DELETE FROM sent_count", "INSERT INTO sent_count VALUES (77, 'sent', '', 1)"}
	for column, table := range map[string]string{"visit_n": "customer", "visit_day_n": "customer", "first_at": "customer", "last_at": "customer",
		"spent": "customer", "asked_n": "customer", "brought_n": "customer", "at": "request", "day": "request", "served_by": "request",
		"n": "customer_count", "sent_count.n": "sent_count"} {
		for _, wrong := range []string{"77", "-1"} {
			spoil = append(spoil, "UPDATE "+table+" SET "+strings.TrimPrefix(column, table+".")+" = "+wrong)
		}
	}
	for _, statement := range spoil {
		do(t, db, statement)
		if err := store.Recount(); err != nil {
			t.Fatal(err)
		}
		if now := dump(t, db); now != right {
			t.Errorf("%s is not mended:\n%s", statement, difference(right, now))
		}
	}
	checkRules(t, store.Path())
}
