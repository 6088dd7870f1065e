package models

import (
	"fmt"
	"strings"

	"gorm.io/gorm"
	sqlite3 "modernc.org/sqlite/lib"
)

// stretch is a part of the log in which the same was done to rows of one table, to each of them once: lo <= seq <= hi.
type stretch struct {
	did, table string
	lo, hi     int64
}

// putBack makes the rows of the step what they were.
func (h *history) putBack(tx *gorm.DB, st step) error {
	stretches, err := stretchesOf(tx, st)
	if err != nil {
		return err
	}
	// Rows go back one after the other; between two of them a child may point at a parent still to come, and a closed
	// request may stand without its alternatives.
	if err := runAll(tx, "PRAGMA defer_foreign_keys = ON", "INSERT INTO main.undoing VALUES (1)"); err != nil {
		return err
	}
	for _, part := range stretches {
		if err := h.putStretchBack(tx, part); err != nil {
			return err
		}
	}
	return runAll(tx, "DELETE FROM main.undoing")
}

func runAll(tx *gorm.DB, statements ...string) error {
	for _, statement := range statements {
		if err := tx.Exec(statement).Error; err != nil {
			return err
		}
	}
	return nil
}

// stretchesOf cuts the step into stretches, the last first. SQLite prepares a statement with all the triggers it may set
// off, which takes longer than to run it on a row: so there is one for each stretch, however long.
func stretchesOf(tx *gorm.DB, st step) (stretches []*stretch, err error) {
	var log []struct {
		Seq, ID  int64
		Did, Tbl string
	}
	err = tx.Raw("SELECT seq, did, tbl, id FROM undo_log WHERE seq > ? AND seq <= ? ORDER BY seq DESC", st.lo, st.hi).Scan(&log).Error
	var last *stretch
	var met map[int64]bool
	for _, line := range log {
		if last == nil || last.did != line.Did || last.table != line.Tbl || met[line.ID] {
			last, met = &stretch{did: line.Did, table: line.Tbl, hi: line.Seq}, map[int64]bool{}
			stretches = append(stretches, last)
		}
		last.lo, met[line.ID] = line.Seq, true
	}
	return stretches, err
}

// putStretchBack puts the rows of the stretch back all at once; or where two of them have changed places, of which only one
// may have it, one by one in the order that worked the other way round.
func (h *history) putStretchBack(tx *gorm.DB, part *stretch) error {
	statement, err := h.statement(tx, part)
	if err != nil || statement == "" {
		return err
	}
	err = tx.Exec(statement, part.lo, part.hi).Error
	if sqliteCode(err) != sqlite3.SQLITE_CONSTRAINT || part.lo == part.hi {
		return err
	}
	for seq := part.hi; seq >= part.lo; seq-- {
		if err := tx.Exec(statement, seq, seq).Error; err != nil {
			return err
		}
	}
	return nil
}

// statement puts the rows back that are noted between its two arguments; "" where there is nothing to put back.
func (h *history) statement(tx *gorm.DB, part *stretch) (string, error) {
	t := h.tables[part.table]
	switch part.did {
	case didInsert:
		return "DELETE FROM main." + part.table + " WHERE id IN (SELECT id FROM temp.undo_log WHERE seq BETWEEN ? AND ?)", nil
	case didDelete:
		return fmt.Sprintf("INSERT INTO main.%s (%s) SELECT %s FROM temp.undo_log WHERE seq BETWEEN ? AND ? ORDER BY seq DESC",
			part.table, strings.Join(t.columns, ", "), strings.Join(t.back, ", ")), nil
	}
	columns, err := h.differing(tx, part)
	if err != nil || len(columns) == 0 {
		return "", err
	}
	sets := make([]string, len(columns))
	for i, at := range columns {
		sets[i] = t.columns[at] + " = " + t.back[at]
	}
	return fmt.Sprintf("UPDATE main.%s AS x SET %s FROM temp.undo_log l WHERE l.seq BETWEEN ? AND ? AND x.id = l.id", part.table, strings.Join(sets, ", ")), nil
}

// differing gives the columns in which any of the rows is not what it was. Every other one that an UPDATE named would wake
// the triggers and indexes that follow it.
func (h *history) differing(tx *gorm.DB, part *stretch) (columns []int, err error) {
	t := h.tables[part.table]
	asks, found := make([]string, len(t.own)), make([]any, len(t.own))
	for i, at := range t.own {
		asks[i], found[i] = fmt.Sprintf("ifnull(max(x.%s IS NOT %s), 0)", t.columns[at], t.back[at]), new(bool)
	}
	err = tx.Raw("SELECT "+strings.Join(asks, ", ")+" FROM temp.undo_log l CROSS JOIN main."+part.table+" x ON x.id = l.id WHERE l.seq BETWEEN ? AND ?", part.lo, part.hi).Row().Scan(found...)
	for i, at := range t.own {
		if *found[i].(*bool) {
			columns = append(columns, at)
		}
	}
	return columns, err
}
