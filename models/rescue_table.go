package models

import (
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"
	sqlite3 "modernc.org/sqlite/lib"
)

// rescuer copies rows from the database attached as damaged.
type rescuer struct {
	db     *gorm.DB
	stands map[string]int // how many nameless rows stand for lost ones, by table
}

// standIns make the row, named with a question mark, that stands for a lost one which others name.
var standIns = map[string]string{
	"customer":   "INSERT OR IGNORE INTO main.customer (id, name, name_key, created_at, updated_at) VALUES (@id, char(63), char(63), 0, 0)",
	"item":       "INSERT OR IGNORE INTO main.item (id, name, name_key, created_at) VALUES (@id, char(63) || ' ' || @id, char(63) || ' ' || @id, 0)",
	"specialist": "INSERT OR IGNORE INTO main.specialist (id, name, name_key, created_at) VALUES (@id, char(63), char(63), 0)",
}

// link is a column that names a row of another table.
type link struct {
	Parent, Column string
	Needed         bool // it may not be empty
}

// table copies what can be read of one table.
func (r *rescuer) table(table string) (RescuedTable, error) {
	counted := RescuedTable{Table: table}
	columns, err := r.columns(table)
	if err != nil || len(columns) == 0 {
		return counted, err
	}
	links, err := r.links(table)
	if err != nil {
		return counted, err
	}
	insert := insertOf(table, columns, links)
	if !slices.Contains(columns, "id") { // a few rows without a number: all or none
		done := r.db.Exec(insert)
		counted.Saved = int(done.RowsAffected)
		return counted, fatal(done.Error)
	}
	low, high, known := r.bounds(table)
	w := &rangeWork{rescuer: r, table: table, insert: insert + " WHERE d.id BETWEEN ? AND ?", links: links}
	err = w.copy(low, high)
	counted.Saved, counted.Refused = w.saved, w.refused
	counted.Lost = max(0, known-w.saved-w.refused)
	return counted, err
}

// columns are those the damaged table and a new one share; none where the damaged file has no such table.
func (r *rescuer) columns(table string) (columns []string, err error) {
	err = r.db.Raw("SELECT m.name FROM pragma_table_info(@table, 'main') m JOIN pragma_table_info(@table, 'damaged') d ON d.name = m.name ORDER BY m.cid",
		map[string]any{"table": table}).Scan(&columns).Error
	return columns, fatal(err)
}

func (r *rescuer) links(table string) (links []link, err error) {
	err = r.db.Raw(`SELECT f."table" AS parent, f."from" AS "column", i."notnull" AS needed FROM pragma_foreign_key_list(@table, 'main') f
		JOIN pragma_table_info(@table, 'main') i ON i.name = f."from"`, map[string]any{"table": table}).Scan(&links).Error
	return links, err
}

// insertOf is the statement that copies rows. A link to what is lost is left out where it may be empty, and where
// nobody would miss a nameless row in its place.
func insertOf(table string, columns []string, links []link) string {
	values := make([]string, len(columns))
	for i, column := range columns {
		values[i] = "d." + column
		at := slices.IndexFunc(links, func(l link) bool { return l.Column == column })
		if at < 0 || links[at].Needed || (standIns[links[at].Parent] != "" && table != "activity") {
			continue
		}
		values[i] = fmt.Sprintf("(SELECT p.id FROM main.%s p WHERE p.id = d.%s)", links[at].Parent, column)
	}
	verb := "INSERT"
	if table == "shop" { // in place of the one a new shop file begins with
		verb = "INSERT OR REPLACE"
	}
	return fmt.Sprintf("%s INTO main.%s (%s) SELECT %s FROM damaged.%s d NOT INDEXED", verb, table, strings.Join(columns, ", "), strings.Join(values, ", "), table)
}

// bounds gives the lowest and highest number a row can have and how many rows there were, by the table itself and by
// every index over all of it that can still be read.
func (r *rescuer) bounds(table string) (low, high int64, known int) {
	var indexes []string
	r.db.Raw("SELECT name FROM damaged.sqlite_master WHERE type = 'index' AND tbl_name = ?", table).Scan(&indexes)
	low = 1
	for _, by := range append(indexes, "") {
		hint := " INDEXED BY " + by
		if by == "" {
			hint = " NOT INDEXED"
		}
		var n int
		var first, last int64
		err := r.db.Raw("SELECT count(*), ifnull(min(id), 1), ifnull(max(id), 0) FROM damaged."+table+hint).Row().Scan(&n, &first, &last)
		if err == nil {
			low, high, known = min(low, first), max(high, last), max(known, n)
		}
	}
	var last int64
	if err := r.db.Raw("SELECT ifnull(max(id), 0) FROM damaged." + table + " NOT INDEXED").Row().Scan(&last); err == nil {
		high = max(high, last)
	} else if high == 0 {
		high = r.walk(table)
	}
	return low, high, known
}

// beyond is how far behind the last row that can be read others are looked for, where no index knows of them.
const beyond = 1000

// walk goes through the table up to the place where it cannot be read.
func (r *rescuer) walk(table string) (high int64) {
	rows, err := r.db.Raw("SELECT id FROM damaged." + table + " NOT INDEXED ORDER BY id").Rows()
	if err != nil {
		return beyond
	}
	defer rows.Close()
	for rows.Next() {
		if rows.Scan(&high) != nil {
			break
		}
	}
	return high + beyond
}

// rangeWork copies the rows of one table.
type rangeWork struct {
	*rescuer
	table, insert  string
	links          []link
	saved, refused int
}

// copy copies the rows numbered low to high. Where one statement cannot, each half is tried by itself, down to the row
// that stands in the way.
func (w *rangeWork) copy(low, high int64) error {
	if low > high {
		return nil
	}
	done := w.db.Exec(w.insert, low, high)
	if done.Error == nil {
		w.saved += int(done.RowsAffected)
		return nil
	}
	if err := fatal(done.Error); err != nil {
		return err
	}
	if low == high {
		return w.copyLone(low, done.Error)
	}
	middle := low + (high-low)/2
	if err := w.copy(low, middle); err != nil {
		return err
	}
	return w.copy(middle+1, high)
}

// copyLone copies a row that could not be copied with others, after making stand-ins for those it names.
func (w *rangeWork) copyLone(id int64, why error) error {
	if sqliteCode(why) == sqlite3.SQLITE_CORRUPT {
		return nil // lost, or never there
	}
	if strings.Contains(why.Error(), "FOREIGN KEY") {
		if err := w.standIn(id); err != nil {
			return err
		}
		done := w.db.Exec(w.insert, id, id)
		if done.Error == nil {
			w.saved += int(done.RowsAffected)
			return nil
		}
		if err := fatal(done.Error); err != nil {
			return err
		}
	}
	w.refused++
	return nil
}

func (w *rangeWork) standIn(id int64) error {
	for _, l := range w.links {
		statement := standIns[l.Parent]
		if statement == "" {
			continue
		}
		var parents []int64
		query := fmt.Sprintf("SELECT d.%s FROM damaged.%s d NOT INDEXED WHERE d.id = ? AND d.%s > 0", l.Column, w.table, l.Column)
		if err := fatal(w.db.Raw(query, id).Scan(&parents).Error); err != nil {
			return err
		}
		for _, parent := range parents {
			done := w.db.Exec(statement, map[string]any{"id": parent})
			if done.Error != nil {
				return fatal(done.Error)
			}
			w.stands[l.Parent] += int(done.RowsAffected)
		}
	}
	return nil
}

// fatal gives the errors that end a rescue: those that are not about the row or its place.
func fatal(err error) error {
	switch sqliteCode(err) {
	case sqlite3.SQLITE_OK, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY:
		return err
	}
	return nil
}
