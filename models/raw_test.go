package models_test

import (
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"goodturn/models"

	_ "github.com/glebarez/go-sqlite"
)

// must is what both testing.TB and *rapid.T can do.
type must interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// raw opens the shop file as another program would: with none of the settings of the store.
func raw(t testing.TB, path string) *sql.DB {
	t.Helper()
	db := another(t, path)
	t.Cleanup(func() { db.Close() })
	return db
}

// another is raw for those who close it themselves.
func another(t must, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()+"?_pragma=busy_timeout(5000)")
	if err != nil {
		t.Fatalf("%v", err)
	}
	return db
}

// do runs statements that must work.
func do(t must, db *sql.DB, statements ...string) {
	t.Helper()
	for _, statement := range statements {
		if _, err := db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// refused runs a statement that the file itself must refuse, for the reason in its error.
func refused(t must, db *sql.DB, why, statement string, args ...any) {
	t.Helper()
	if _, err := db.Exec(statement, args...); err == nil || !strings.Contains(err.Error(), why) {
		t.Errorf("%s %v: %v, want a refusal for %s", statement, args, err, why)
	}
}

// one reads one value.
func one[T any](t must, db *sql.DB, query string, args ...any) (value T) {
	t.Helper()
	if err := db.QueryRow(query, args...).Scan(&value); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return value
}

// lines reads all rows, each as one line of text, NULL told from the empty text.
func lines(t must, db *sql.DB, query string, args ...any) []string {
	t.Helper()
	rows, err := db.Query(query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	var all []string
	for rows.Next() {
		values := make([]any, len(columns))
		at := make([]any, len(columns))
		for i := range values {
			at[i] = &values[i]
		}
		if err := rows.Scan(at...); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		all = append(all, written(values))
	}
	if err := rows.Err(); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return all
}

// written gives a row as text in which different values differ.
func written(values []any) string {
	parts := make([]string, len(values))
	for i, value := range values {
		switch v := value.(type) {
		case string:
			parts[i] = fmt.Sprintf("%q", v)
		case []byte:
			parts[i] = fmt.Sprintf("x%x", v)
		default:
			parts[i] = fmt.Sprint(v)
		}
	}
	return strings.Join(parts, " ")
}

// tables are the tables of the shop file with rows of their own, without the search index's inner ones.
func tables(t must, db *sql.DB) (names []string) {
	t.Helper()
	for _, line := range lines(t, db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%' ORDER BY name") {
		names = append(names, strings.Trim(line, `"`))
	}
	return names
}

// notDumped are the tables that Undo leaves alone: the activity log grows with every change and with its undoing.
var notDumped = []string{"activity", "emptied", "import", "import_added", "import_filled"}

// dump writes out the whole content of the file, table by table, row by row; not notDumped.
func dump(t must, db *sql.DB) string {
	t.Helper()
	var b strings.Builder
	for _, table := range tables(t, db) {
		if slices.Contains(notDumped, table) {
			continue
		}
		fmt.Fprintf(&b, "== %s\n%s\n", table, strings.Join(lines(t, db, "SELECT * FROM "+table+" ORDER BY 1"), "\n"))
	}
	return b.String()
}

// difference gives the lines in which two dumps differ.
func difference(before, after string) string {
	old, now := map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(before) {
		old[line] = true
	}
	for line := range strings.Lines(after) {
		now[line] = true
	}
	var b strings.Builder
	for line := range strings.Lines(before) {
		if !now[line] {
			b.WriteString("- " + line)
		}
	}
	for line := range strings.Lines(after) {
		if !old[line] {
			b.WriteString("+ " + line)
		}
	}
	return b.String()
}

// wantProblem checks that err is a Problem with that field and key.
func wantProblem(t must, err error, field, key string) {
	t.Helper()
	p, ok := models.IsProblem(err)
	if !ok || p.Field != field || p.Key != key {
		t.Errorf("error %v, want the problem %s at %s", err, key, field)
	}
}
