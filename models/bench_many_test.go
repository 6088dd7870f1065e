package models_test

import (
	"slices"

	"goodturn/models"
)

// manyChosen is how many an owner of a large shop may choose and do something with at once.
const manyChosen = 4000

// manyFigures are deeds with thousands of customers at once.
var manyFigures = []figure{
	{name: "tag 4,000", writes: true, do: func(w *stopwatch, s *shop) {
		ids := s.many(w)
		s.round++
		name := "Many " + string(rune('a'+s.round%26))
		w.time(func() error { return s.TagCustomers(ids, name) })
	}},
	{name: "undo of a tag of 4,000", writes: true, do: func(w *stopwatch, s *shop) {
		w.must(s.TagCustomers(s.many(w), "Many"))
		w.time(s.UndoLast)
	}},
	{name: "archive 4,000", writes: true, do: func(w *stopwatch, s *shop) {
		ids := s.many(w)
		w.time(func() error { return s.ArchiveCustomers(ids, models.ArchivedMoved) })
		w.must(s.UndoLast())
	}},
	{name: "undo of an archive of 4,000", writes: true, do: func(w *stopwatch, s *shop) {
		w.must(s.ArchiveCustomers(s.many(w), models.ArchivedMoved))
		w.time(s.UndoLast)
	}},
	{name: "4,000 back from the archive", writes: true, do: func(w *stopwatch, s *shop) {
		ids := s.many(w)
		w.must(s.ArchiveCustomers(ids, models.ArchivedMoved))
		w.time(func() error { return s.UnarchiveCustomers(ids) })
	}},
	{name: "count 100,000 chosen", target: oneFrame, do: func(w *stopwatch, s *shop) {
		ids, err := s.CustomerIDs(models.CustomerFilter{})
		w.must(err)
		w.time(func() error { _, err := s.CountPick(models.Pick{IDs: ids}); return err })
	}},
}

// many gives customers here and there in the book.
func (s *shop) many(w *stopwatch) []models.CustomerID {
	ids, err := s.CustomerIDs(models.CustomerFilter{})
	w.must(err)
	step := max(1, len(ids)/manyChosen)
	var many []models.CustomerID
	for i := 0; i < len(ids) && len(many) < manyChosen; i += step {
		many = append(many, ids[i])
	}
	slices.Sort(many)
	return many
}

func (w *stopwatch) must(err error) {
	if err != nil {
		w.b.Fatal(err)
	}
}
