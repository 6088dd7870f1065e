package models

import (
	"context"
	"slices"

	"gorm.io/gorm"
)

// UndoMany gives the Undo of the change where that takes long enough to be done beside the window; nil where it does not, or
// cannot be done, and Undo is there for it.
func (s *Store) UndoMany(id ChangeID) *Many {
	if id != s.history.top() {
		return nil
	}
	return s.UndoLastMany()
}

// UndoLastMany is for UndoLast what UndoMany is for Undo.
func (s *Store) UndoLastMany() *Many {
	return s.replayMany(&s.history.done, &s.history.undone, ByUndo)
}

// RedoMany is for Redo what UndoLastMany is for UndoLast.
func (s *Store) RedoMany() *Many {
	return s.replayMany(&s.history.undone, &s.history.done, ByRedo)
}

func (s *Store) replayMany(from, to *[]step, via Via) *Many {
	if len(*from) == 0 || (*from)[len(*from)-1].parts == nil {
		return nil
	}
	last := (*from)[len(*from)-1]
	people := 0
	for _, p := range last.parts {
		people += p.people
	}
	m := s.newMany(last.kinds)
	m.run = func(ctx context.Context, report func(done, total int)) error {
		return s.inBulk(ctx, func(tx *gorm.DB) (err error) {
			h := &history{}
			if err := h.install(tx); err != nil {
				return err
			}
			m.parts, err = s.putPartsBack(tx, h, last.parts, via, func(done int) { report(done, people) })
			return err
		})
	}
	m.end = func() error {
		mark, err := s.history.mark(s.db)
		if err == nil {
			s.history.move(from, to, step{id: last.id, lo: mark, hi: mark, kinds: last.kinds, parts: m.parts})
		}
		return err
	}
	return m
}

// putPartsBack makes the rows of all the parts what they were, the last first, and gives what undoes that; h is the history that
// is kept on the connection.
func (s *Store) putPartsBack(tx *gorm.DB, h *history, parts []part, via Via, report func(done int)) (reverse []part, err error) {
	done := 0
	for _, p := range slices.Backward(parts) {
		undone, err := s.putPartBack(tx, h, p, via)
		if err != nil {
			return nil, err
		}
		reverse = append(reverse, undone)
		done += p.people
		report(done)
	}
	return reverse, nil
}

func (s *Store) putPartBack(tx *gorm.DB, h *history, p part, via Via) (reverse part, err error) {
	before, err := h.mark(tx)
	if err != nil {
		return reverse, err
	}
	err = tx.Exec(`INSERT INTO undo_log (did, tbl, id, was, news)
		SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?) ORDER BY key`, p.log).Error
	if err != nil {
		return reverse, err
	}
	mark, err := h.mark(tx)
	if err != nil {
		return reverse, err
	}
	if err := h.putBack(tx, step{lo: before, hi: mark}); err != nil {
		return reverse, err
	}
	if err := s.note(tx, h, mark, via); err != nil {
		return reverse, err
	}
	if reverse, err = h.takeOut(tx, mark, p.people); err != nil {
		return reverse, err
	}
	return reverse, tx.Exec("DELETE FROM undo_log WHERE seq > ?", before).Error
}

// takeOut takes what was done since mark, to so many customers, out of the log.
func (h *history) takeOut(tx *gorm.DB, mark int64, people int) (p part, err error) {
	p.people = people
	err = tx.Raw("SELECT ifnull(json_group_array(json_array(did, tbl, id, was, news)), ''), count(*) FROM (SELECT * FROM undo_log WHERE seq > ? ORDER BY seq)", mark).
		Row().Scan(&p.log, &p.rows)
	if err != nil {
		return p, err
	}
	return p, tx.Exec("DELETE FROM undo_log WHERE seq > ?", mark).Error
}
