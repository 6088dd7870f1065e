package models_test

import (
	"slices"

	"goodturn/models"
)

// manyChosen is how many an owner of a large shop may choose and do something with at once.
const manyChosen = 4000

// manyFigures are deeds with thousands of customers at once, which go on beside the window.
var manyFigures = []figure{
	{name: "tag 4,000", writes: true, do: func(w *stopwatch, s *shop) {
		ids := s.many(w)
		s.round++
		name := "Many " + string(rune('a'+s.round%26))
		deed, err := s.Tagging(ids, name)
		w.must(err)
		w.time(func() error { return runMany(s.Begin(deed)) })
	}},
	{name: "undo of a tag of 4,000", writes: true, do: func(w *stopwatch, s *shop) {
		deed, err := s.Tagging(s.many(w), "Many")
		w.must(err)
		w.must(runMany(s.Begin(deed)))
		w.time(func() error { return runMany(s.UndoLastMany()) })
	}},
	{name: "archive 4,000", writes: true, do: func(w *stopwatch, s *shop) {
		deed, err := s.Archiving(s.many(w), models.ArchivedMoved)
		w.must(err)
		w.time(func() error { return runMany(s.Begin(deed)) })
		w.must(runMany(s.UndoLastMany()))
	}},
	{name: "undo of an archive of 4,000", writes: true, do: func(w *stopwatch, s *shop) {
		deed, err := s.Archiving(s.many(w), models.ArchivedMoved)
		w.must(err)
		w.must(runMany(s.Begin(deed)))
		w.time(func() error { return runMany(s.UndoLastMany()) })
	}},
	{name: "4,000 back from the archive", writes: true, do: func(w *stopwatch, s *shop) {
		ids := s.many(w)
		w.must(s.ArchiveCustomers(ids, models.ArchivedMoved))
		w.time(func() error { return runMany(s.Begin(s.Unarchiving(ids))) })
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
