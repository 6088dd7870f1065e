package models_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// prepared opens the shop file as the store does, with one connection.
func prepared(t *testing.T) *sql.DB {
	t.Helper()
	store, _ := modelstest.New(t)
	db := models.OpenPrepared(store.Path())
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	do(t, db, "CREATE TEMP TABLE n (i INTEGER NOT NULL CHECK (i > 0))", "INSERT INTO n VALUES (1), (2), (3)")
	return db
}

// A statement that is kept gives what its values ask for now, whatever was asked, refused or left half read before.
func TestAKeptStatementIsAsGoodAsNew(t *testing.T) {
	db := prepared(t)
	const above = "SELECT i FROM n WHERE i > ? ORDER BY i"
	for range 3 {
		for low, want := range []string{"1 2 3", "2 3", "3", ""} {
			if got := strings.Join(lines(t, db, above, low), " "); got != want {
				t.Errorf("above %d there are %q, want %q", low, got, want)
			}
		}
		if _, err := db.Exec("INSERT INTO n VALUES (?)", 0); err == nil || !strings.Contains(err.Error(), "CHECK") {
			t.Errorf("0 went in: %v", err)
		}
		rows, err := db.Query(above, 0)
		if err != nil || !rows.Next() {
			t.Fatal("nothing to read", err)
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	refused(t, db, "NOT NULL", "INSERT INTO n VALUES (?)", nil) // were the value from before left over, it would be refused for that
}

// While one reads, the same may be asked again, and what the file is like may change between.
func TestAKeptStatementInUse(t *testing.T) {
	db := prepared(t)
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	read := func(each func()) (n int) {
		t.Helper()
		rows, err := tx.Query("SELECT * FROM n")
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			n++
			each()
		}
		return n
	}
	inner := 0
	if outer := read(func() { inner += read(func() {}) }); outer != 3 || inner != 9 {
		t.Errorf("%d outside and %d inside, want 3 and 9", outer, inner)
	}
	if _, err := tx.Exec("ALTER TABLE n ADD COLUMN more TEXT NOT NULL DEFAULT 'x'"); err != nil {
		t.Fatal(err)
	}
	var i int
	var more string
	if err := tx.QueryRow("SELECT * FROM n").Scan(&i, &more); err != nil || more != "x" {
		t.Errorf("after the change it gives %d %q, %v", i, more, err)
	}
}

// No more statements are kept than there is use for, and scripts are run whole.
func TestKeptStatementsAreFew(t *testing.T) {
	db := prepared(t)
	for i := range models.KeptPlans + 50 {
		do(t, db, fmt.Sprintf("UPDATE n SET i = i + %d WHERE i = -1", i))
	}
	conn, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := conn.Raw(func(c any) error {
		if n := models.Kept(c); n == 0 || n > models.KeptPlans {
			t.Errorf("%d statements are kept", n)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.ExecContext(context.Background(), "UPDATE n SET i = 7 WHERE i = 1; UPDATE n SET i = 8 WHERE i = 7"); err != nil {
		t.Fatal(err)
	}
	var n int
	if err := conn.QueryRowContext(context.Background(), "SELECT count(*) FROM n WHERE i = 8").Scan(&n); err != nil || n != 1 {
		t.Errorf("the script changed %d rows, %v", n, err)
	}
}

// What reads beside the window sees each save, and lets go of the file when the store does.
func TestLooksBesideTheWindow(t *testing.T) {
	store, _ := modelstest.New(t)
	for want := range 4 {
		found, err := store.FindRequests(context.Background(), models.LogFilter{}, 0)
		if err != nil || len(found.IDs) != want {
			t.Fatalf("%d requests, %v, want %d", len(found.IDs), err, want)
		}
		modelstest.Visit(t, store, 0, "inner tube")
	}
	ended, end := context.WithCancel(context.Background())
	end()
	if _, err := store.FindRequests(ended, models.LogFilter{}, 0); err == nil {
		t.Error("a look that had ended found something")
	}
	if found, err := store.FindRequests(context.Background(), models.LogFilter{}, 0); err != nil || len(found.IDs) != 4 {
		t.Errorf("after it %d requests, %v", len(found.IDs), err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	open, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("this system does not tell which files are open")
	}
	for _, f := range open {
		if target, err := os.Readlink("/proc/self/fd/" + f.Name()); err == nil && target == store.Path() {
			t.Error("the closed store holds its file open")
		}
	}
}
