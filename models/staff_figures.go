package models

import (
	"database/sql"
	"slices"
)

// StaffFigures is what is known of one member of staff, to be seen side by side: each figure alone misleads. Who works on
// Saturdays is asked for more often, and who repairs is praised more often than who sells.
type StaffFigures struct {
	Staff
	AskedN    int // completed visits in which somebody asked for them by name
	AskersN   int // customers who did
	PraiseN   int // praise that names them
	FirstN    int // customers whom they served first, so long ago that they can be back by now
	CameBackN int // of those, who came again on another day
	NewN      int // customers whom they served first and who cannot be expected back yet
}

// StaffFigures gives the figures of everybody who works here, or has any, since a day, "" for ever: visits and praise of that day and
// later, and customers who came for the first time then. Somebody can be expected back after the shop's usual gap. Those who work here
// come first, by name. They are made of the courses of everybody: see Gather.
func (s *Store) StaffFigures(since Day) ([]StaffFigures, error) {
	var staff []Staff
	if err := s.db.Order(byStaffName).Find(&staff).Error; err != nil {
		return nil, explain(err)
	}
	at := make(map[StaffID]*StaffFigures, len(staff))
	all := make([]StaffFigures, len(staff))
	for i, m := range staff {
		all[i].Staff = m
		at[m.ID] = &all[i]
	}
	for _, count := range []func(Day, map[StaffID]*StaffFigures) error{s.countPraised, s.countStrangers, s.countCourses} {
		if err := count(since, at); err != nil {
			return nil, explain(err)
		}
	}
	kept := all[:0]
	for _, f := range all {
		if !f.Left() || f.AskedN+f.PraiseN+f.FirstN+f.NewN > 0 {
			kept = append(kept, f)
		}
	}
	return kept, nil
}

// countCourses counts whom customers asked for and who served them first; those in the bin count as well, for their visits are in the log.
func (s *Store) countCourses(since Day, at map[StaffID]*StaffFigures) error {
	m, err := s.readyCourses()
	if err != nil {
		return err
	}
	var from int32
	if since != "" {
		from = int32(dayNo(since))
	}
	last := int32(dayNo(s.Today().AddDays(-m.gap)))
	for _, c := range m.list {
		if c.gone {
			continue
		}
		c.askedOf(from, at)
		if f := at[c.first]; f != nil && c.days[0] >= from {
			f.served(c, last)
		}
	}
	return nil
}

// askedOf counts for whom somebody asked from the day on.
func (c *course) askedOf(from int32, at map[StaffID]*StaffFigures) {
	for i, a := range c.asks {
		f := at[a.staff]
		if f == nil || a.day < from {
			continue
		}
		f.AskedN++
		f.AskersN += one(!slices.ContainsFunc(c.asks[:i], func(b asking) bool { return b.staff == a.staff && b.day >= from }))
	}
}

// served counts somebody whom they served first: to the last day they can be back by now.
func (f *StaffFigures) served(c *course, last int32) {
	if c.days[0] > last {
		f.NewN++
		return
	}
	f.FirstN++
	f.CameBackN += one(len(c.days) > 1)
}

// countStrangers counts the visits of nobody in the book who asked for somebody by name.
func (s *Store) countStrangers(since Day, at map[StaffID]*StaffFigures) error {
	return s.countOf(at, func(f *StaffFigures, n int) { f.AskedN += n }, `SELECT asked_for, count(*) FROM visit INDEXED BY visit_asked
		WHERE asked_for IN (SELECT id FROM staff) AND customer_id IS NULL AND deleted_at = 0 AND state = 'completed' AND day >= ? GROUP BY asked_for`, since)
}

func (s *Store) countPraised(since Day, at map[StaffID]*StaffFigures) error {
	return s.countOf(at, func(f *StaffFigures, n int) { f.PraiseN = n }, "SELECT staff_id, count(*) FROM praise WHERE staff_id IS NOT NULL AND deleted_at = 0 AND on_day >= ? GROUP BY staff_id", since)
}

// countOf hands over how often the query has each of the staff.
func (s *Store) countOf(at map[StaffID]*StaffFigures, put func(f *StaffFigures, n int), query string, since Day) error {
	return s.each(func(rows *sql.Rows) error {
		var id StaffID
		var n int
		err := rows.Scan(&id, &n)
		if f := at[id]; f != nil {
			put(f, n)
		}
		return err
	}, query, since)
}
