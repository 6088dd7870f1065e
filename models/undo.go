package models

import (
	"log/slog"

	"gorm.io/gorm"
)

// Undo takes back whole changes in the reverse of their order. The way is SQLite's own ("Automatic
// Undo/Redo Using SQLite", sqlite.org/undoredo.html): temporary triggers note, for every row a change
// touches, what it was. Nothing of it is in the shop file.

// ChangeID names one change for Undo. 0 is none.
type ChangeID int64

// keptChanges is how many changes back Undo reaches, and keptRows how many rows those may have touched together: the log
// is held in memory. The change made last can always be taken back.
const (
	keptChanges = 100
	keptRows    = 300_000
)

type step struct {
	id     ChangeID
	lo, hi int64 // the change's rows in the log are those with lo < seq <= hi
	kinds  Kind
	parts  []part // those of a change of many, which are not in the log; nil for every other
}

type history struct {
	tables       map[string]undoTable
	done, undone []step
	last         ChangeID // the newest name given
	newest       ChangeID // the change made last; 0 where that one touched nothing
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
	return h.keep(db, made)
}

// keep makes the step the one that Undo takes back next.
func (h *history) keep(db *gorm.DB, made step) error {
	h.last++
	made.id, h.newest = h.last, h.last
	h.done, h.undone = append(h.done, made), nil
	for len(h.done) > 1 && (len(h.done) > keptChanges || h.rows() > keptRows) {
		h.done = h.done[1:]
	}
	return h.forget(db)
}

// rows is how many rows the changes touched that can be taken back.
func (h *history) rows() (n int64) {
	for _, st := range h.done {
		n += st.hi - st.lo
		for _, p := range st.parts {
			n += p.rows
		}
	}
	return n
}

// forget drops the rows of the log no step needs: those before the oldest, and those of a Redo now impossible.
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
	*h = history{tables: h.tables, last: h.last}
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

// replay puts the rows of the newest step of from back, and what that undoes onto to.
func (s *Store) replay(from, to *[]step, via Via, none string) error {
	if len(*from) == 0 {
		return problem("undo", none)
	}
	last := (*from)[len(*from)-1]
	mark, err := s.history.mark(s.db)
	if err != nil {
		return explain(err)
	}
	reverse := step{id: last.id, lo: mark, hi: mark, kinds: last.kinds}
	err = s.write(func(tx *gorm.DB) (err error) {
		if last.parts != nil {
			reverse.parts, err = s.putPartsBack(tx, &s.history, last.parts, via, func(int) {})
			return err
		}
		if err := s.history.putBack(tx, last); err != nil {
			return err
		}
		return s.note(tx, &s.history, mark, via)
	})
	if err != nil {
		return explain(err)
	}
	if last.parts == nil {
		reverse.hi, err = s.history.mark(s.db)
	}
	if err != nil {
		s.history.loseTrack(err)
		s.changed(last.kinds)
		return nil
	}
	s.history.move(from, to, reverse)
	s.changed(last.kinds)
	return nil
}

// move takes the newest step off from, and puts what undoes it onto to.
func (h *history) move(from, to *[]step, reverse step) {
	*from = (*from)[:len(*from)-1]
	*to = append(*to, reverse)
	h.newest = h.top()
}
