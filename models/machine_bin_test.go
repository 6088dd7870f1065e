package models_test

import (
	"errors"

	"goodturn/models"

	"pgregory.net/rapid"
)

// putBack takes something out of the bin, or tries to take out what is not in it.
func (m *machine) putBack(t *rapid.T) error {
	rows, err := m.store.Bin()
	if err != nil {
		t.Fatal(err)
	}
	rows = append(rows, models.BinRow{Thing: models.ThingCustomer, ID: 4711}, models.BinRow{Thing: models.ThingReferralIn, ID: 1})
	row := evenly(t, "row", rows...)
	return m.store.PutBack(row.Thing, row.ID)
}

// erase erases somebody now and then; there is nothing to undo afterwards.
func (m *machine) erase(t *rapid.T) {
	if !seldom(t, "at their wish", 5) {
		return
	}
	id := pick[models.Customer](m, t, "customer")
	if _, err := m.store.EraseCustomer(id); err != nil {
		if !errors.Is(err, models.ErrNotFound) {
			t.Fatalf("erasing %d: %v", id, err)
		}
		return
	}
	m.startAfresh(t)
}

// emptyBin waits until things in the bin are old, and empties it.
func (m *machine) emptyBin(t *rapid.T) {
	if !seldom(t, "once in a while", 5) {
		return
	}
	m.clock.Days(31)
	before, err := m.store.Bin()
	if err != nil {
		t.Fatal(err)
	}
	removed, err := m.store.EmptyBin()
	if err != nil || removed != len(before) {
		t.Fatalf("of %d in the bin %d were removed: %v", len(before), removed, err)
	}
	if len(before) > 0 {
		m.startAfresh(t)
	}
}

// startAfresh is the machine after a deed that cannot be undone.
func (m *machine) startAfresh(t *rapid.T) {
	if m.store.CanUndo() || m.store.CanRedo() {
		t.Fatal("what was done before can be undone still")
	}
	m.past, m.ahead, m.now = nil, nil, dump(t, m.db)
}
