package models

import (
	"context"
	"slices"

	"gorm.io/gorm"
)

// Deed is one change to all of the customers whom the owner chose. Do makes it at once, which is soon done with a few; Begin
// makes it beside the window.
type Deed struct {
	ids   []CustomerID
	kinds Kind
	do    func(tx *gorm.DB, ids []CustomerID) (met int, err error) // to some of them; met is how many of these it can be done to
	after func(tx *gorm.DB) error                                  // once it is done to all; nil where nothing is left to do then
}

// fewCustomers is up to how many a change is done before anybody would have looked at its progress.
const fewCustomers = 200

// IsLong tells whether the deed takes long enough to be done beside the window.
func (d Deed) IsLong() bool { return len(d.ids) > fewCustomers }

// Do makes the change. ErrNotFound where it can be done to none of the customers.
func (s *Store) Do(d Deed) error {
	return s.change(d.kinds, func(tx *gorm.DB) error {
		met, err := d.do(tx, d.ids)
		if err != nil {
			return err
		}
		return d.finish(tx, met)
	})
}

// finish does what is left to do once the deed was done to all who were met.
func (d Deed) finish(tx *gorm.DB, met int) error {
	switch {
	case d.after != nil:
		return d.after(tx)
	case met == 0:
		return ErrNotFound
	}
	return nil
}

// manyAtOnce is how many customers are changed between two reports, a tenth of a second's worth.
const manyAtOnce = 250

// part is what a part of a change of many did to rows, as the log of Undo has it: as JSON, which holds a row in a quarter of a
// kilobyte, and that only for as long as it can be taken back.
type part struct {
	log    string
	rows   int64
	people int // how many customers it is about
}

// Many is a change of thousands of rows, or its Undo or Redo, on its way beside the window. Run makes it, in one transaction on
// a connection of its own, so that it may be called from another goroutine, and reads go on meanwhile. Once Run gave no error the
// window calls End. A save meanwhile waits for it, as for an import.
type Many struct {
	s     *Store
	kinds Kind
	run   func(ctx context.Context, report func(done, total int)) error
	end   func() error
	parts []part

	top, last ChangeID // what the window's history ended with when this began
}

// Begin gets the deed ready to be made beside the window.
func (s *Store) Begin(d Deed) *Many {
	m := s.newMany(d.kinds)
	d.ids = slices.Sorted(slices.Values(d.ids)) // as they lie in the file
	m.run = func(ctx context.Context, report func(done, total int)) error {
		return s.inBulk(ctx, func(tx *gorm.DB) error { return m.do(tx, d, report) })
	}
	m.end = func() error {
		mark, err := s.history.mark(s.db)
		if err != nil || len(m.parts) == 0 {
			return err
		}
		return s.history.keep(s.db, step{lo: mark, hi: mark, kinds: d.kinds, parts: m.parts})
	}
	return m
}

func (s *Store) newMany(kinds Kind) *Many {
	return &Many{s: s, kinds: kinds, top: s.history.top(), last: s.history.last}
}

// Run makes the change, and reports of how many customers it is done. An error, or the end of ctx, stores nothing. ErrNotFound
// is where it can be done to none of them.
func (m *Many) Run(ctx context.Context, report func(done, total int)) error {
	return m.run(ctx, report)
}

// End is the window's part of a change that Run has made: it can be undone like every other, and the listener is told. Where the
// owner saved something else meanwhile neither can be: nobody knows which of them came first, and was built on.
func (m *Many) End() {
	h := &m.s.history
	h.newest = 0
	if m.top != h.top() || m.last != h.last {
		h.done, h.undone = nil, nil
	} else if err := m.end(); err != nil {
		h.loseTrack(err)
	}
	m.s.changed(m.kinds)
}

// do makes the deed part by part. Each part has all that becomes of its customers, so that it is a whole for the activity log.
func (m *Many) do(tx *gorm.DB, d Deed, report func(done, total int)) error {
	m.parts = nil
	h := &history{}
	if err := h.install(tx); err != nil {
		return err
	}
	met, done := 0, 0
	for ids := range slices.Chunk(d.ids, manyAtOnce) {
		n, err := d.do(tx, ids)
		if err != nil {
			return err
		}
		if err := m.take(tx, h, len(ids)); err != nil {
			return err
		}
		met, done = met+n, done+len(ids)
		report(done, len(d.ids))
	}
	if err := d.finish(tx, met); err != nil {
		return err
	}
	return m.take(tx, h, 0)
}

// take makes a part of what was done since the last, to so many customers.
func (m *Many) take(tx *gorm.DB, h *history, people int) error {
	if err := m.s.note(tx, h, 0, ByOwner); err != nil {
		return err
	}
	p, err := h.takeOut(tx, 0, people)
	if err == nil && p.rows > 0 {
		m.parts = append(m.parts, p)
	}
	return err
}
