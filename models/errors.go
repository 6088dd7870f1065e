package models

import (
	"errors"
	"fmt"
	"strings"

	gosqlite "github.com/glebarez/go-sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Problem is something the owner can put right: Field names the form field it stands beside, in the
// form's own dotted path ("name", "requests.0.alternatives.1.description"), Key the sentence to show
// (the translation "problem."+Key) and Args what goes into the sentence. Every other error is ours.
type Problem struct {
	Field string
	Key   string
	Args  map[string]any
}

// Error gives the problem for the log file; the owner reads the translated sentence instead.
func (p Problem) Error() string {
	return fmt.Sprintf("%s: %s %v", p.Field, p.Key, p.Args)
}

// problem makes a Problem from pairs of argument name and value.
func problem(field, key string, args ...any) error {
	p := Problem{Field: field, Key: key}
	for i := 0; i+1 < len(args); i += 2 {
		if p.Args == nil {
			p.Args = map[string]any{}
		}
		p.Args[args[i].(string)] = args[i+1]
	}
	return p
}

// IsProblem tells whether err is, or wraps, a Problem, and gives it.
func IsProblem(err error) (Problem, bool) {
	var p Problem
	ok := errors.As(err, &p)
	return p, ok
}

// Problems gives every Problem in err, where several were joined, in their order; none for an error of ours.
func Problems(err error) []Problem {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		if p, ok := IsProblem(err); ok {
			return []Problem{p}
		}
		return nil
	}
	var all []Problem
	for _, err := range joined.Unwrap() {
		all = append(all, Problems(err)...)
	}
	return all
}

// ErrNotFound is returned for a row that is not there, or was deleted.
var ErrNotFound = errors.New("not in the shop file")

// raised maps what the shop file's own triggers and indexes refuse to the sentence for it. The program
// checks the same rules before it writes; these are the second lock on the door.
var raised = []struct{ text, field, key string }{
	{"referral_circle", "broughtBy", "referral.circle"},
	{"referral_in.referee_id", "broughtBy", "referral.already"},
	{"request_needs_accepted", "requests", "alternatives.needed"},
	{"request_needs_offer", "requests", "alternatives.needed"},
	{"alternative.request_id", "requests", "alternatives.oneAccepted"},
	{"index 'thank_you_cause'", "cause", "thanks.already"},
	{"staff.name", "name", "staff.twice"},
	{"source.name", "name", "source.twice"},
	{"tag.name_key", "name", "tag.twice"},
	{"saved_list.name_key", "name", "list.twice"},
	{"label_sheet.name_key", "name", "labelSheet.twice"},
	{"label_left.name_key", "name", "labelLeft.twice"},
}

// explain turns an error of the database into the Problem behind it, where there is one.
func explain(err error) error {
	if err == nil {
		return nil
	}
	if _, told := IsProblem(err); told {
		return err
	}
	for _, r := range raised {
		if sqliteCode(err) == sqlite3.SQLITE_CONSTRAINT && strings.Contains(err.Error(), r.text) {
			return fmt.Errorf("%w (%w)", problem(r.field, r.key), err)
		}
	}
	if sqliteCode(err) == sqlite3.SQLITE_CONSTRAINT && strings.Contains(err.Error(), "FOREIGN KEY") {
		return fmt.Errorf("%w (%w)", ErrNotFound, err) // somebody or something named that is not there
	}
	if sqliteCode(err) == sqlite3.SQLITE_ERROR && isOfDamage(err.Error()) {
		return fmt.Errorf("%w (%w)", problem("file", "file.damaged"), err)
	}
	switch sqliteCode(err) {
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%w (%w)", problem("file", "file.full"), err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("%w (%w)", problem("file", "file.readonly"), err)
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%w (%w)", problem("file", "file.busy"), err)
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w (%w)", problem("file", "file.notShop"), err)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%w (%w)", problem("file", "file.damaged"), err)
	case sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("%w (%w)", problem("file", "file.cannotOpen"), err)
	case sqlite3.SQLITE_IOERR:
		return fmt.Errorf("%w (%w)", problem("file", "file.disk"), err)
	}
	return err
}

// explainFile is explain for opening a shop file and looking into one. What our own statements stumble over there, without
// another reason, is a letter that turned in the file's schema, or in a value they read.
func explainFile(err error) error {
	err = explain(err)
	if _, told := IsProblem(err); err == nil || told {
		return err
	}
	if sqliteCode(err) == sqlite3.SQLITE_ERROR || strings.Contains(err.Error(), "sql: Scan error") {
		return fmt.Errorf("%w (%w)", problem("file", "file.damaged"), err)
	}
	return err
}

// isOfDamage tells the damage that SQLite has no code for: a broken number in the header, or in that of the search.
func isOfDamage(text string) bool {
	return strings.Contains(text, "unsupported file format") || strings.Contains(text, "invalid fts5 file format")
}

// sqliteCode gives SQLite's primary result code behind err, SQLITE_OK where there is none.
func sqliteCode(err error) int { return sqliteCodeOf(err) & 0xff }

// sqliteCodeOf gives the whole code, with what SQLite was doing.
func sqliteCodeOf(err error) int {
	var sqliteErr *gosqlite.Error
	if !errors.As(err, &sqliteErr) {
		return sqlite3.SQLITE_OK
	}
	return sqliteErr.Code()
}
