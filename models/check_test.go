package models_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// aFullShop gives the path of a closed shop file with a bit of everything.
func aFullShop(t *testing.T) string {
	t.Helper()
	clock := modelstest.NewClock()
	store := modelstest.Open(t, filepath.Join(t.TempDir(), "shop.goodturn"), clock)
	bitOfEverything(t, store, clock)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return store.Path()
}

// What another program has put wrong is found, and what follows from other rows is mended to the last letter.
func TestWhatAFullCheckFinds(t *testing.T) {
	const free = "PRAGMA ignore_check_constraints = 1"
	for _, c := range []struct {
		name, key  string
		n          int
		repairable bool
		wrong      []string
	}{
		{"a wrong sum", "check.sums", 1, true, []string{"UPDATE customer SET spent = 7 WHERE id = 8"}},
		{"wrong counts", "check.sums", 2, true, []string{"UPDATE customer_count SET n = n + 1 WHERE regular = 0"}},
		{"a count too many", "check.sums", 2, true, []string{"UPDATE sent_count SET n = 9 WHERE state = 'sent'"}},
		{"a wrong copy", "check.sums", 1, true, []string{"UPDATE request SET day = '2001-01-01' WHERE id = 1"}},
		{"nobody finds Ann", "check.search", 1, true, []string{"DELETE FROM customer_search WHERE id = 1"}},
		{"an empty index", "check.search", 9, true, []string{"INSERT INTO customer_fts (customer_fts) VALUES ('delete-all')"}},
		{"a visit found that is not there", "check.search", 1, true, []string{"DROP TRIGGER visit_search_insert",
			"INSERT INTO visit_search VALUES (4, 'nothing of the kind')"}},
		{"a state there is not", "check.damage", 1, false, []string{free, "UPDATE want SET state = 'lost' WHERE id = 1"}},
		{"a visit of nobody", "check.links", 1, false, []string{"PRAGMA foreign_keys = 0", "UPDATE visit SET customer_id = 4711 WHERE id = 4"}},
		{"a circle", "check.referrals", 2, false, []string{"DROP TRIGGER referral_in_circle_insert", "DROP TRIGGER referral_in_circle_update",
			"UPDATE referral_in SET state = 'denied', denied_reason = 'x', approved_at = 0 WHERE referee_id IN (4, 5)",
			"INSERT INTO referral_in (referrer_customer_id, referee_id, on_day, state, created_at) VALUES (4, 5, '2026-01-01', 'pending', 1), (5, 4, '2026-01-01', 'pending', 1)"}},
		{"a referral without its visit", "check.referrals", 1, false, []string{"UPDATE visit SET state = 'open' WHERE id = 1"}},
		{"an answer nobody gave", "check.answers", 1, false, []string{"DROP TRIGGER alternative_answered_while_open", "UPDATE alternative SET state = 'declined' WHERE id = 2"}},
		{"a promise forgotten", "check.promises", 1, false, []string{"DELETE FROM want WHERE id = 2"}},
		{"thanks forgotten", "check.thanks", 1, false, []string{"DELETE FROM thank_you WHERE id = 1"}},
		{"an erased person's past", "check.gone", 1, false, []string{"UPDATE customer SET (name, name_key, preferred_name, address, birthday, state, deleted_at) = ('', '', '', '', '', 'erased', 1) WHERE id = 6",
			"DELETE FROM contact WHERE customer_id = 6", "DELETE FROM remember WHERE customer_id = 6", "DELETE FROM customer_search WHERE id = 6"}},
		{"somebody gone is asked", "check.gone", 3, false, []string{"UPDATE customer SET deleted_at = 1 WHERE id = 10"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := aFullShop(t)
			right := dump(t, raw(t, path))
			db := another(t, path)
			db.SetMaxOpenConns(1)
			do(t, db, c.wrong...)
			db.Close()
			found, err := models.FullCheck(t.Context(), path, nil)
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, f := range found.Findings {
				if f.Key == c.key && f.Repairable == c.repairable {
					n = f.N
				}
			}
			if n != c.n {
				t.Errorf("found %+v, want %d of %s", found, c.n, c.key)
			}
			if !c.repairable {
				return
			}
			if !found.Repairable() {
				t.Errorf("%+v cannot be repaired", found)
			}
			repaired(t, path, right)
		})
	}
}

func repaired(t *testing.T, path, right string) {
	t.Helper()
	store := modelstest.Open(t, path, modelstest.NewClock())
	var reported int
	if err := store.Repair(t.Context(), func(done, total int) { reported = done - total }); err != nil || reported > 0 {
		t.Fatalf("repaired up to %d: %v", reported, err)
	}
	if found, err := models.FullCheck(t.Context(), path, nil); err != nil || !found.Whole() {
		t.Errorf("after repair: %+v, %v", found, err)
	}
	if now := dump(t, raw(t, path)); now != right {
		t.Errorf("not as it was:\n%s", difference(right, now))
	}
	for _, text := range []string{"hug", "jose", "王", "оль", "0110"} {
		if rows, err := store.FindCustomers(text, 5); err != nil || len(rows) == 0 {
			t.Errorf("%q finds nobody (%v)", text, err)
		}
	}
}

// A check changes nothing, can be stopped, and reports how far it is; what is no shop file is told as such.
func TestACheckOnlyLooks(t *testing.T) {
	path := aFullShop(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	last, all := 0, 0
	found, err := models.FullCheck(t.Context(), path, func(done, total int) {
		if done < last {
			t.Errorf("went back from %d to %d", last, done)
		}
		last, all = done, total
	})
	if err != nil || !found.Whole() || found.Repairable() || last == 0 || last >= all {
		t.Errorf("a whole file: %+v, %v, at %d of %d", found, err, last, all)
	}
	if err := models.QuickCheck(t.Context(), path); err != nil {
		t.Errorf("quickly: %v", err)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(before, now) {
		t.Errorf("the file has changed (%v)", err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	_, err = models.FullCheck(stopped, path, nil)
	store := modelstest.Open(t, path, modelstest.NewClock())
	if err := errors.Join(err, models.QuickCheck(stopped, path), store.Repair(stopped, nil), store.Sweep(stopped)); !errors.Is(err, context.Canceled) || len(models.Problems(err)) > 0 {
		t.Errorf("stopped: %v", err)
	}
	letter := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(letter, []byte("Dear Ann,\nthank you for the cake.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = models.FullCheck(t.Context(), letter, nil)
	wantProblem(t, err, "file", "file.notShop")
	wantProblem(t, models.QuickCheck(t.Context(), letter), "file", "file.notShop")
	older, _ := fixtureOf(t, 1)
	_, err = models.FullCheck(t.Context(), older, nil)
	wantProblem(t, err, "file", "file.older")
}

// A page that is lost is found by both checks.
func TestDamageIsFound(t *testing.T) {
	path := aFullShop(t)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	page := one[int](t, raw(t, path), "SELECT rootpage FROM sqlite_master WHERE name = 'contact'")
	copy(data[(page-1)*4096:page*4096], make([]byte, 4096))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	wantProblem(t, models.QuickCheck(t.Context(), path), "file", "file.damaged")
	found, err := models.FullCheck(t.Context(), path, nil)
	if err != nil || found.Whole() || found.Repairable() || found.Findings[0].Key != "check.damage" {
		t.Errorf("found %+v, %v", found, err)
	}
}
