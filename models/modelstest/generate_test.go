package modelstest_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The generated shop is as large as asked, and one that the program itself could have written.
func TestGenerateKeepsTheRules(t *testing.T) {
	for name, size := range map[string]modelstest.Size{
		"small": modelstest.Small, "many visits": {Customers: 60, Visits: 8000, Referrals: 900}, "few visits": {Customers: 3000, Visits: 3100, Referrals: 6000},
	} {
		t.Run(name, func(t *testing.T) {
			clock := modelstest.NewClock()
			path := filepath.Join(t.TempDir(), "generated.goodturn")
			if err := modelstest.Generate(path, size, 7, clock.Now()); err != nil {
				t.Fatal(err)
			}
			checkShop(t, path)
			db := raw(t, path)
			want(t, db, size.Customers, "SELECT count(*) FROM customer")
			if n := number(t, db, "SELECT count(*) FROM visit WHERE state <> 'open'"); n != size.Visits {
				t.Errorf("%d visits", n)
			}
			in, out := number(t, db, "SELECT count(*) FROM referral_in WHERE state = 'approved'"), number(t, db, "SELECT count(*) FROM referral_out")
			if in+out < size.Referrals || in+out > size.Referrals*3/2 {
				t.Errorf("%d referrals in and %d out", in, out)
			}
			if n := number(t, db, "SELECT count(*) FROM visit WHERE at > ?", clock.Now().Unix()); n != 0 {
				t.Errorf("%d visits have not happened yet", n)
			}
		})
	}
}

func TestGenerateIsTheSameForTheSameSeed(t *testing.T) {
	rows := func(seed uint64) (digest string) {
		path := filepath.Join(t.TempDir(), "generated.goodturn")
		if err := modelstest.Generate(path, modelstest.Size{Customers: 50, Visits: 300, Referrals: 40}, seed, modelstest.NewClock().Now()); err != nil {
			t.Fatal(err)
		}
		const all = `SELECT group_concat(name || visit_n || spent || brought_n) || (SELECT group_concat(at || amount || note) FROM visit) || (SELECT group_concat(since) FROM thank_you) FROM customer`
		if err := raw(t, path).QueryRow(all).Scan(&digest); err != nil {
			t.Fatal(err)
		}
		return digest
	}
	first := rows(1)
	if again := rows(1); again != first {
		t.Error("the same seed made two different shops")
	}
	if other := rows(2); other == first {
		t.Error("two seeds made the same shop")
	}
}

// A shop of people who were sent has as many referrals as asked, long chains and some who send many.
func TestGenerateSentKeepsTheRules(t *testing.T) {
	path := filepath.Join(t.TempDir(), "generated.goodturn")
	if err := modelstest.GenerateSent(path, 3000, 7, modelstest.NewClock().Now()); err != nil {
		t.Fatal(err)
	}
	checkShop(t, path)
	db := raw(t, path)
	want(t, db, 3000, "SELECT count(*) FROM referral_in WHERE state = 'approved'")
	if n := number(t, db, "SELECT max(brought_n) FROM customer"); n < 50 {
		t.Errorf("who sends most sent %d", n)
	}
}

// A shop is never written over another file.
func TestGenerateLeavesWhatIsThereAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	if err := modelstest.Counter(path, modelstest.NewClock().Now()); err != nil {
		t.Fatal(err)
	}
	if err := modelstest.Generate(path, modelstest.Small, 1, modelstest.NewClock().Now()); err == nil {
		t.Error("no error")
	}
	want(t, raw(t, path), 42, "SELECT count(*) FROM customer")
}

// faults counts, in words of its own, the rows that break a rule of the file. Each must find none.
var faults = map[string]string{
	"a customer sent themselves": `SELECT count(*) FROM referral_in WHERE referrer_customer_id = referee_id`,
	"two referrers":              `SELECT count(*) FROM (SELECT 1 FROM referral_in WHERE state <> 'denied' AND deleted_at = 0 GROUP BY referee_id HAVING count(*) > 1)`,
	"a circle of referrals": `WITH RECURSIVE up (start, id, n) AS (
		SELECT referee_id, referrer_customer_id, 1 FROM referral_in WHERE state <> 'denied' AND deleted_at = 0
		UNION ALL SELECT start, r.referrer_customer_id, n + 1 FROM up JOIN referral_in r ON r.referee_id = up.id AND r.state <> 'denied' AND r.deleted_at = 0 AND n < 5000)
		SELECT count(*) FROM up WHERE id = start OR n >= 5000`,
	"approved without a visit": `SELECT count(*) FROM referral_in r WHERE r.state = 'approved' AND NOT from_before
		AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.customer_id = r.referee_id AND v.state = 'completed' AND v.deleted_at = 0)`,
	"waiting in spite of a visit": `SELECT count(*) FROM referral_in r WHERE r.state IN ('pending', 'qualified') AND EXISTS (SELECT 1 FROM visit v WHERE v.customer_id = r.referee_id AND v.state = 'completed' AND v.deleted_at = 0)`,
	"pending beside an open visit": `SELECT count(*) FROM referral_in r
		WHERE (r.state = 'qualified') <> EXISTS (SELECT 1 FROM visit v WHERE v.customer_id = r.referee_id AND v.state = 'open' AND v.deleted_at = 0) AND r.state IN ('pending', 'qualified')`,
	"a customer before the referral": `SELECT count(*) FROM referral_in r JOIN visit v ON v.customer_id = r.referee_id AND v.day < r.on_day AND v.state = 'completed' AND v.deleted_at = 0 WHERE r.state <> 'denied' AND NOT r.from_before`,
	"no thank-you for a referral": `SELECT count(*) FROM referral_in r WHERE r.state = 'approved' AND r.deleted_at = 0 AND NOT r.from_before AND NOT EXISTS (SELECT 1 FROM thank_you t
		WHERE t.cause = 'referral' AND t.cause_id = r.id AND t.customer_id IS r.referrer_customer_id AND t.specialist_id IS r.referrer_specialist_id)`,
	"two accepted": `SELECT count(*) FROM (SELECT 1 FROM alternative WHERE state = 'accepted' GROUP BY request_id HAVING count(*) > 1)`,
	"a state that its answers do not give": `SELECT count(*) FROM request r LEFT JOIN alternative a ON a.request_id = r.id AND a.state = 'accepted' JOIN visit v ON v.id = r.visit_id
		WHERE r.state <> CASE WHEN r.reason = '' THEN iif(v.state = 'open', 'received', 'fulfilled') WHEN a.kind IN ('item', 'other') THEN 'substituted' WHEN a.kind = 'order_in' THEN 'ordered_in'
		WHEN a.kind = 'specialist' THEN 'referred_out' WHEN a.kind = 'later' THEN 'deferred'
		WHEN EXISTS (SELECT 1 FROM alternative o WHERE o.request_id = r.id AND o.state IN ('offered', 'thinking')) THEN 'unavailable' ELSE 'lost' END`,
	"closed without an offer":       `SELECT count(*) FROM request r WHERE r.reason <> '' AND NOT r.nothing_suitable AND NOT EXISTS (SELECT 1 FROM alternative a WHERE a.request_id = r.id)`,
	"ordered for nobody":            `SELECT count(*) FROM alternative a WHERE a.state = 'accepted' AND a.kind = 'order_in' AND (SELECT count(*) FROM want w WHERE w.alternative_id = a.id AND w.customer_id IS NOT NULL) <> 1`,
	"sent nowhere":                  `SELECT count(*) FROM alternative a WHERE a.state = 'accepted' AND a.kind = 'specialist' AND (SELECT count(*) FROM referral_out o WHERE o.alternative_id = a.id AND o.specialist_id = a.specialist_id) <> 1`,
	"later without a day":           `SELECT count(*) FROM alternative a WHERE a.state = 'accepted' AND a.kind = 'later' AND (SELECT count(*) FROM follow_up f WHERE f.alternative_id = a.id) <> 1`,
	"a day that is not the visit's": `SELECT count(*) FROM visit WHERE abs(julianday(day) - julianday(at, 'unixepoch')) > 2`,
}

// The indexes and triggers dropped on the way are back as they were.
func TestGenerateLeavesTheSchemaAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "generated.goodturn")
	if err := modelstest.Generate(path, modelstest.Size{Customers: 20, Visits: 50, Referrals: 10}, 1, modelstest.NewClock().Now()); err != nil {
		t.Fatal(err)
	}
	fresh, _ := modelstest.New(t)
	const schema = "SELECT group_concat(type || name || sql ORDER BY type, name) FROM sqlite_master"
	var made, plain string
	if err := raw(t, path).QueryRow(schema).Scan(&made); err != nil {
		t.Fatal(err)
	}
	if err := raw(t, fresh.Path()).QueryRow(schema).Scan(&plain); err != nil || made != plain {
		t.Errorf("the generated file has\n%s\nand a new one\n%s\n(%v)", made, plain, err)
	}
}

// checkShop looks into a shop file as a stranger would, and makes its sums anew, which must change nothing.
func checkShop(t *testing.T, path string) {
	t.Helper()
	found, err := models.Inspect(context.Background(), path)
	if err != nil || found.Counts["visit"] == 0 {
		t.Fatalf("inspection: %+v, %v", found, err)
	}
	db := raw(t, path)
	for fault, query := range faults {
		if n := number(t, db, query); n != 0 {
			t.Errorf("%s: %d", fault, n)
		}
	}
	for _, index := range []string{"customer_fts", "visit_fts"} {
		if _, err := db.Exec("INSERT INTO " + index + " (" + index + ") VALUES ('integrity-check')"); err != nil {
			t.Errorf("%s: %v", index, err)
		}
	}
	const sums = "SELECT group_concat(visit_n || ' ' || visit_day_n || ' ' || first_at || ' ' || last_at || ' ' || spent || ' ' || asked_n || ' ' || brought_n) FROM customer"
	var before, after string
	if err := db.QueryRow(sums).Scan(&before); err != nil {
		t.Fatal(err)
	}
	store, err := models.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if err := store.Recount(); err != nil {
		t.Fatal(err)
	}
	if err := db.QueryRow(sums).Scan(&after); err != nil || before != after {
		t.Errorf("a recount changes the sums (%v)", err)
	}
}

// raw opens the file without the program's help.
func raw(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func number(t *testing.T, db *sql.DB, query string, args ...any) (n int) {
	t.Helper()
	if err := db.QueryRow(query, args...).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

func want(t *testing.T, db *sql.DB, n int, query string, args ...any) {
	t.Helper()
	if got := number(t, db, query, args...); got != n {
		t.Errorf("%s: %d, not %d", query, got, n)
	}
}
