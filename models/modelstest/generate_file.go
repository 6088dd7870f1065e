package modelstest

import (
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strconv"
	"strings"

	_ "github.com/glebarez/go-sqlite" // the driver, under the name "sqlite"
)

// columns are those a bulk writes, table by table; the others keep their defaults.
var columns = map[string]string{
	"item":            "id, name, name_key, created_at",
	"customer":        "id, name, name_key, address, birthday, source_id, no_post, no_phone, no_email, created_at, updated_at",
	"contact":         "customer_id, kind, value, position",
	"remember":        "customer_id, text, noted_on, position",
	"customer_search": "id, key, short",
	"visit":           "id, customer_id, at, day, channel, served_by, asked_for, amount, extra, how_left, note, state, created_at, deleted_at, promised_for, ready_at",
	"visit_search":    "id, key",
	"request":         "id, visit_id, position, item_id, quantity, their_words, understood, agreed, reason, nothing_suitable, lost_reason, state, worth, day, at, served_by, asker, cancelled",
	"alternative":     "id, request_id, position, kind, item_id, specialist_id, description, due_on, price, offered_by, decline_reason, state",
	"want":            "customer_id, item_id, request_id, alternative_id, due_on, state, created_at, changed_at",
	"follow_up":       "customer_id, cause, visit_id, alternative_id, due_on, why, state, outcome, done_at, created_at",
	"referral_out":    "customer_id, specialist_id, request_id, alternative_id, need, consent, sent_on, ask_on, outcome, state, created_at",
	"referral_in":     "id, referrer_customer_id, referrer_specialist_id, referee_id, on_day, from_before, state, denied_reason, approved_at, created_at",
	"praise":          "id, customer_id, staff_id, text, text_key, channel, rating, may_quote, on_day, replied_on, created_at",
	"advert_spend":    "source_id, month, amount",
	"thank_you":       "customer_id, specialist_id, cause, cause_id, channel, talking_point, since, state, printed_at, thanked_at, thanked_by, words, waived_reason, created_at, reward_kind, reward, cost, given_on",
}

// bulk writes very many rows to a shop file in one transaction, without the indexes and triggers, which it makes
// anew at the end. Its first error sticks, and what is written after it is not.
type bulk struct {
	db      *sql.DB
	tx      *sql.Tx
	waiting map[string]*strings.Builder // the rows of a table that are not written yet, as SQL
	rows    map[string]int64            // how many rows were added, by table
	dropped []string                    // the statements that make the indexes and triggers
	err     error
}

// newBulk begins to write to the shop file at path, which nobody else may have open.
func newBulk(path string) (*bulk, error) {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	b := &bulk{db: db, waiting: map[string]*strings.Builder{}, rows: map[string]int64{}}
	// A file that is not finished is thrown away, so nothing of it has to survive a power cut.
	for _, pragma := range []string{"journal_mode = MEMORY", "synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY"} {
		if _, err := db.Exec("PRAGMA " + pragma); err != nil {
			b.close()
			return nil, err
		}
	}
	if b.tx, b.err = db.Begin(); b.err == nil {
		b.strip()
	}
	if b.err != nil {
		b.close()
	}
	return b, b.err
}

// strip drops every index and trigger that a statement made, and keeps the statements.
func (b *bulk) strip() {
	rows, err := b.tx.Query("SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type, name")
	if err != nil {
		b.err = err
		return
	}
	var drops []string
	for rows.Next() {
		var kind, name, made string
		if b.err = rows.Scan(&kind, &name, &made); b.err != nil {
			break
		}
		drops, b.dropped = append(drops, "DROP "+kind+" "+name), append(b.dropped, made)
	}
	if b.err == nil {
		b.err = rows.Err()
	}
	rows.Close()
	b.exec(drops...)
}

func (b *bulk) exec(statements ...string) {
	for _, statement := range statements {
		if b.err != nil {
			return
		}
		if _, err := b.tx.Exec(statement); err != nil {
			b.err = fmt.Errorf("%.200s: %w", statement, err)
		}
	}
}

// together is how many rows go into one statement. The driver prepares a statement each time it runs, which
// costs more than a row does, and takes many parameters badly; so rows go in by the hundred, written out.
const together = 100

// add writes one row of the table, its values in the order of columns.
func (b *bulk) add(table string, values ...any) {
	if b.err != nil {
		return
	}
	rows := b.waiting[table]
	if rows == nil {
		rows = &strings.Builder{}
		b.waiting[table] = rows
	}
	separator := ", ("
	if rows.Len() == 0 {
		separator = "INSERT INTO " + table + " (" + columns[table] + ") VALUES ("
	}
	for _, value := range values {
		rows.WriteString(separator)
		b.quote(rows, value)
		separator = ", "
	}
	rows.WriteString(")")
	if b.rows[table]++; b.rows[table]%together == 0 {
		b.flush(table)
	}
}

// quote writes the value as SQL.
func (b *bulk) quote(to *strings.Builder, value any) {
	plain, err := driver.DefaultParameterConverter.ConvertValue(value)
	if err != nil {
		b.err = err
	}
	switch v := plain.(type) {
	case nil:
		to.WriteString("NULL")
	case bool:
		to.WriteString(map[bool]string{true: "1", false: "0"}[v])
	case int64:
		to.WriteString(strconv.FormatInt(v, 10))
	case string:
		to.WriteString("'" + strings.ReplaceAll(v, "'", "''") + "'")
	default:
		b.err = fmt.Errorf("no way to write a %T", plain)
	}
}

// flush writes the rows of the table that wait.
func (b *bulk) flush(table string) {
	rows := b.waiting[table]
	b.exec(rows.String())
	rows.Reset()
}

// flushAll writes the rows of every table that wait.
func (b *bulk) flushAll() {
	for table, rows := range b.waiting {
		if rows.Len() > 0 {
			b.flush(table)
		}
	}
}

// next is the ID of the row that add writes to the table next, where it is given IDs.
func (b *bulk) next(table string) int64 { return b.rows[table] + 1 }

// finish makes the indexes, the triggers and the search index anew and commits.
func (b *bulk) finish() error {
	b.flushAll()
	b.exec(b.dropped...)
	for _, index := range []string{"customer_fts", "visit_fts"} {
		b.exec("INSERT INTO "+index+" ("+index+") VALUES ('rebuild')", "INSERT INTO "+index+" ("+index+") VALUES ('optimize')")
	}
	if b.err != nil {
		return b.err
	}
	if err := b.tx.Commit(); err != nil {
		return err
	}
	b.close()
	return b.err
}

// close ends the work; what is not committed is gone. A second call does nothing.
func (b *bulk) close() {
	if err := b.db.Close(); b.err == nil {
		b.err = err
	}
}
