package models

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"gorm.io/gorm"
)

// Undo takes back whole changes in the reverse of their order. The way is SQLite's own ("Automatic
// Undo/Redo Using SQLite", sqlite.org/undoredo.html): temporary triggers note, for every row a change
// touches, the statement that puts it back. Nothing of it is in the shop file.

// ChangeID names one change for Undo. 0 is none.
type ChangeID int64

// keptChanges is how many changes back Undo reaches.
const keptChanges = 100

// undoTables are the tables whose rows are put back; sums and search follow through their own triggers.
var undoTables = []string{
	"shop", "staff", "source", "customer", "contact", "remember", "customer_search", "customer_tag", "photo", "earlier", "not_same", "tag", "saved_list", "specialist", "item", "visit", "visit_search",
	"request", "alternative", "want", "referral_in", "referral_out", "thank_you", "follow_up",
}

type step struct {
	id     ChangeID
	lo, hi int64 // the change's statements are those with lo < seq <= hi
	kinds  Kind
}

type history struct {
	images       map[string]string // for each table, the SQL expression of a row x as JSON
	done, undone []step
	last         ChangeID // the newest name given
	newest       ChangeID // the change made last; 0 where that one touched nothing
}

// install makes the log and its triggers in the connection's temporary schema. Beside the statement that puts a row
// back stands what the activity log is told of it: the row and what it held, unless nothing of that is news.
func (h *history) install(db *gorm.DB) error {
	const log = `CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY AUTOINCREMENT, statement TEXT NOT NULL,
		tbl TEXT, id INTEGER, existed INTEGER, was TEXT)`
	if err := db.Exec(log).Error; err != nil {
		return err
	}
	h.images = map[string]string{}
	for _, table := range undoTables {
		var columns []string
		if err := db.Raw("SELECT name FROM pragma_table_info(?) ORDER BY cid", table).Scan(&columns).Error; err != nil {
			return err
		}
		h.images[table] = jsonOf("x", columns)
		for _, trigger := range undoTriggers(table, columns) {
			if err := db.Exec(trigger).Error; err != nil {
				return fmt.Errorf("undo of %s: %w", table, err)
			}
		}
	}
	return nil
}

// follows are columns that triggers keep from other rows: they change by themselves when those are put back.
var follows = map[string][]string{"customer": strings.Fields("visit_n visit_day_n first_at last_at spent asked_n brought_n last_day_no loyal_day_no gap_twice")}

func undoTriggers(table string, columns []string) []string {
	var sets, owns []string
	olds := make([]string, len(columns))
	for i, c := range columns {
		olds[i] = fmt.Sprintf("quote(OLD.%s)", c)
		// The id stays as it is, and naming it would send SQLite through every table that points at it.
		if c != "id" && !slices.Contains(follows[table], c) {
			sets, owns = append(sets, fmt.Sprintf("'%s=' || quote(OLD.%s)", c, c)), append(owns, c)
		}
	}
	body := func(event, statement, row, was string) string {
		tbl := "'" + table + "'"
		if !isNews(table) {
			tbl, was = "NULL", "NULL"
		}
		name, _, _ := strings.Cut(strings.ToLower(event), " ")
		return fmt.Sprintf(`CREATE TEMP TRIGGER undo_%s_%s AFTER %s ON main.%s BEGIN
			INSERT INTO undo_log (statement, tbl, id, existed, was) VALUES (%s, %s, %s.id, %t, %s); END`,
			table, name, event, table, statement, tbl, row, event != "INSERT", was)
	}
	image := jsonOf("OLD", columns)
	return []string{
		body("INSERT", fmt.Sprintf("'DELETE FROM main.%s WHERE id=' || NEW.id", table), "NEW", "NULL"),
		body("UPDATE OF "+strings.Join(owns, ", "), fmt.Sprintf("'UPDATE main.%s SET ' || %s || ' WHERE id=' || OLD.id", table, strings.Join(sets, " || ',' || ")), "OLD",
			ifNews(table, columns, image)),
		body("DELETE", fmt.Sprintf("'INSERT INTO main.%s (%s) VALUES (' || %s || ')'", table, strings.Join(columns, ","), strings.Join(olds, " || ',' || ")), "OLD", image),
	}
}

func (h *history) mark(db *gorm.DB) (int64, error) {
	var seq int64
	err := db.Raw("SELECT ifnull(max(seq), 0) FROM undo_log").Row().Scan(&seq)
	return seq, err
}

// record keeps the change made since mark, and forgets what can be redone and what is too far back.
func (h *history) record(db *gorm.DB, mark int64, kinds Kind) error {
	h.newest = 0
	made, err := h.since(db, mark, kinds)
	if err != nil || made.hi == made.lo {
		return err
	}
	h.last++
	made.id, h.newest = h.last, h.last
	h.done, h.undone = append(h.done, made), nil
	if len(h.done) > keptChanges {
		h.done = h.done[1:]
	}
	return h.forget(db)
}

// forget drops the statements no step needs: those before the oldest, and those of a Redo now impossible.
func (h *history) forget(db *gorm.DB) error {
	needed, newest := h.done[0].lo, h.done[len(h.done)-1]
	if err := db.Exec("DELETE FROM undo_log WHERE seq <= ?", needed).Error; err != nil || len(h.done) < 2 {
		return err
	}
	return db.Exec("DELETE FROM undo_log WHERE seq > ? AND seq <= ?", h.done[len(h.done)-2].hi, newest.lo).Error
}

func (h *history) since(db *gorm.DB, mark int64, kinds Kind) (step, error) {
	hi, err := h.mark(db)
	return step{lo: mark, hi: hi, kinds: kinds}, err
}

// loseTrack gives up what could be undone so far. The change itself is stored: that it cannot be taken back any
// more must not look as if it had failed, for the owner would store it twice.
func (h *history) loseTrack(err error) {
	slog.Error("a change cannot be undone", "error", err)
	*h = history{images: h.images, last: h.last}
}

// LastChange names the change made last, for the Undo beside what was just said to the owner; 0 where it touched
// nothing, or was an Undo of all there was.
func (s *Store) LastChange() ChangeID { return s.history.newest }

// top names the change that the next Undo takes back; 0 where there is none.
func (h *history) top() ChangeID {
	if len(h.done) == 0 {
		return 0
	}
	return h.done[len(h.done)-1].id
}

// CanUndo and CanRedo tell whether there is a change to take back, or to make again.
func (s *Store) CanUndo() bool { return len(s.history.done) > 0 }

// CanRedo tells whether the last thing done was an Undo that can be made again.
func (s *Store) CanRedo() bool { return len(s.history.undone) > 0 }

// Undo takes back the change with the given ID, which must be the last one still standing: taking back an
// earlier one would silently carry later ones with it. Otherwise a Problem says so.
func (s *Store) Undo(id ChangeID) error {
	if id == 0 || id != s.history.top() {
		return problem("undo", "undo.later")
	}
	return s.UndoLast()
}

// UndoLast takes back the last change; with none it is a Problem.
func (s *Store) UndoLast() error {
	return s.replay(&s.history.done, &s.history.undone, ByUndo, "undo.none")
}

// Redo makes the change again that Undo took back last; with none it is a Problem.
func (s *Store) Redo() error {
	return s.replay(&s.history.undone, &s.history.done, ByRedo, "redo.none")
}

// replay runs the statements of the newest step of from, backwards, and puts their own undoing onto to.
func (s *Store) replay(from, to *[]step, via Via, none string) error {
	if len(*from) == 0 {
		return problem("undo", none)
	}
	last := (*from)[len(*from)-1]
	mark, err := s.history.mark(s.db)
	if err != nil {
		return explain(err)
	}
	err = s.write(func(tx *gorm.DB) error {
		if err := runBack(tx, last); err != nil {
			return err
		}
		return s.note(tx, mark, via)
	})
	if err != nil {
		return explain(err)
	}
	reverse, err := s.history.since(s.db, mark, last.kinds)
	if err != nil {
		s.history.loseTrack(err)
		s.changed(last.kinds)
		return nil
	}
	reverse.id = last.id
	*from = (*from)[:len(*from)-1]
	*to = append(*to, reverse)
	s.history.newest = s.history.top()
	s.changed(last.kinds)
	return nil
}

func runBack(tx *gorm.DB, st step) error {
	var statements []string
	err := tx.Raw("SELECT statement FROM undo_log WHERE seq > ? AND seq <= ? ORDER BY seq DESC", st.lo, st.hi).Scan(&statements).Error
	if err != nil {
		return err
	}
	// Straight to the driver: gorm would take an @ in somebody's e-mail for a named argument.
	conn, ok := tx.Statement.ConnPool.(*sql.Tx)
	if !ok {
		return fmt.Errorf("undo outside a transaction: %T", tx.Statement.ConnPool)
	}
	// Rows go back one by one; between two of them a child may point at a parent still to come, and a closed
	// request may stand without its alternatives.
	before := []string{"PRAGMA defer_foreign_keys = ON", "INSERT INTO main.undoing VALUES (1)"}
	for _, statement := range slices.Concat(before, statements, []string{"DELETE FROM main.undoing"}) {
		if _, err := conn.ExecContext(context.Background(), statement); err != nil {
			return err
		}
	}
	return nil
}
