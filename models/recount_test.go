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
		"spent": "customer", "asked_n": "customer", "brought_n": "customer", "praise_n": "customer", "review_n": "customer", "at": "request", "day": "request", "served_by": "request",
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

// Sums, counts and copies follow each change of what they are made of, so that counting anew finds nothing to mend.
func TestWhatIsKeptTwiceFollowsEveryChange(t *testing.T) {
	clock := modelstest.NewClock()
	store := modelstest.Open(t, t.TempDir()+"/shop.goodturn", clock)
	bitOfEverything(t, store, clock)
	db := raw(t, store.Path())
	for _, statement := range []string{
		"UPDATE visit SET at = at + 86400, day = '2026-12-24' WHERE id = 1",
		"UPDATE visit SET served_by = NULL WHERE id = 1",
		"UPDATE visit SET deleted_at = 5 WHERE id = 2",
		"UPDATE visit SET deleted_at = 0 WHERE id = 2",
		"UPDATE visit SET state = 'cancelled' WHERE id IN (1, 2)",
		"UPDATE request SET visit_id = 3, position = 9 WHERE visit_id = 1",
		"INSERT INTO request (visit_id, position, item_id, state) VALUES (2, 9, 1, 'fulfilled')",
		"UPDATE referral_in SET state = 'denied', denied_reason = 'mixed up', approved_at = 0 WHERE id = 1",
		"UPDATE referral_out SET outcome = 'did_not_go' WHERE id = 1",
		"UPDATE referral_out SET state = 'cancelled', outcome = '' WHERE id = 1",
		"UPDATE referral_out SET specialist_id = 9 WHERE id = 2",
		"DELETE FROM referral_out WHERE id = 1",
		"INSERT INTO customer (name, created_at, updated_at) VALUES ('New', 1, 1)",
		"UPDATE customer SET state = 'archived' WHERE id = 1",
		"UPDATE customer SET deleted_at = 5 WHERE id = 2",
		"UPDATE customer SET state = 'active' WHERE id = 1",
		"UPDATE praise SET channel = 'letter' WHERE id = 1",
		"UPDATE praise SET channel = 'review', customer_id = 2 WHERE id = 1",
		"UPDATE praise SET deleted_at = 5 WHERE id = 1",
		"UPDATE praise SET deleted_at = 0 WHERE id = 1",
		"DELETE FROM praise WHERE id = 1",
		"INSERT INTO praise (customer_id, text, channel, on_day, created_at) VALUES (4, 'Lovely', 'review', '2026-11-01', 1)",
		"DELETE FROM customer WHERE id = 3",
	} {
		before := dump(t, db)
		do(t, db, statement)
		followed := dump(t, db)
		if followed == before {
			t.Errorf("%s: changed nothing", statement)
		}
		if err := store.Recount(); err != nil {
			t.Fatal(err)
		}
		if now := dump(t, db); now != followed {
			t.Errorf("%s: counting anew changed:\n%s", statement, difference(followed, now))
		}
	}
}
