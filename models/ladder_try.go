package models

import (
	"database/sql"
	"slices"
	"time"
)

// LadderChange is how many customers in the book would stand elsewhere if the shop's two numbers were others.
type LadderChange struct {
	Rungs      map[Rung]int     // how many more would stand there, fewer below 0; none of 0
	Activities map[Activity]int // likewise
	Moved      int              // how many would change in either
}

// yearDays are on how many days of the last twelve months those were here who came again: what any number of days that makes
// loyal is answered from, while the facts know it of the shop's own number alone. They are read by and by.
type yearDays struct {
	begun   bool
	today   Day
	version int64 // the file's as other connections changed it, when the reading began
	of      map[CustomerID]int
	left    []CustomerID // still to read
}

// yearRows is of how many customers the days are read at once: some milliseconds' worth.
const yearRows = 2000

// TryLadder tells what would change if loyalDays and usualGap, which may be any numbers, were the shop's. Nothing is stored. While what it
// is answered from is not all read, each call reads some milliseconds' worth of it and ready is false: whoever wants the answer asks again.
func (s *Store) TryLadder(loyalDays, usualGap int) (change LadderChange, ready bool, err error) {
	m, ready, err := s.factsToTry()
	if err != nil || !ready {
		return change, false, explain(err)
	}
	if ready, err = s.readYearDays(m); err != nil || !ready {
		return change, false, explain(err)
	}
	now, err := s.question(CustomerFilter{})
	if err != nil {
		return change, false, err
	}
	then := *now
	then.days = int32(usualGap)
	rungs, activities := make([]int, len(Rungs)), make([]int, len(Activities))
	for _, was := range m.shelves[0][0] {
		would := *was
		would.loyalDay = 0
		if s.yearDays.of[was.id] >= loyalDays {
			would.loyalDay = now.yearAgo + 1
		}
		one := moved(rungs, now.rung(was), then.rung(&would))
		other := moved(activities, now.activity(was), then.activity(&would))
		if one || other {
			change.Moved++
		}
	}
	change.Rungs, change.Activities = named(Rungs, rungs), named(Activities, activities)
	return change, true, nil
}

// factsToTry gives the facts once they are read; of a large book it reads a part of them.
func (s *Store) factsToTry() (m *facts, ready bool, err error) {
	if m, ready, err = s.factsAtHand(); err != nil || ready {
		return m, ready, err
	}
	if _, err = s.ReadyFilters(); err != nil {
		return nil, false, err
	}
	return s.factsAtHand()
}

// moved counts somebody who goes from one place to another, where -1 is none.
func moved(counts []int, from, to int) bool {
	if from == to {
		return false
	}
	if from >= 0 {
		counts[from]--
	}
	if to >= 0 {
		counts[to]++
	}
	return true
}

// named gives the counts that are not 0 by what they count.
func named[T comparable](what []T, counts []int) map[T]int {
	all := map[T]int{}
	for i, n := range counts {
		if n != 0 {
			all[what[i]] = n
		}
	}
	return all
}

// readYearDays reads the days of the next customers, and tells whether those of all are there.
func (s *Store) readYearDays(m *facts) (ready bool, err error) {
	version, err := s.othersVersion()
	if err != nil {
		return false, err
	}
	y := &s.yearDays
	if !y.begun || y.today != s.Today() || y.version != version {
		*y = yearDays{begun: true, today: s.Today(), version: version, of: map[CustomerID]int{}, left: m.cameAgain(int32(s.rungArgs()["yearAgo"].(int)))}
	}
	some := y.left[:min(yearRows, len(y.left))]
	if err := s.countYearDays(some); err != nil {
		return false, err
	}
	y.left = y.left[len(some):]
	return len(y.left) == 0, nil
}

// cameAgain gives those in the book who were here on more than one day and since the day with that number, by ID.
func (m *facts) cameAgain(since int32) (ids []CustomerID) {
	for _, f := range m.shelves[0][0] {
		if f.visitDays >= 2 && f.lastDay > since {
			ids = append(ids, f.id)
		}
	}
	slices.Sort(ids) // neighbours in the index
	return ids
}

// countYearDays counts on how many days of the last twelve months each of ids was here.
func (s *Store) countYearDays(ids []CustomerID) error {
	if len(ids) == 0 {
		return nil
	}
	year := s.now().AddDate(-1, 0, 0)
	return s.each(func(rows *sql.Rows) error {
		var id CustomerID
		var n int
		err := rows.Scan(&id, &n)
		s.yearDays.of[id] = n
		return err
	}, `SELECT v.customer_id, count(DISTINCT v.day) FROM json_each(?) j CROSS JOIN visit v INDEXED BY visit_customer ON v.customer_id = j.value
		WHERE v.at >= ? AND v.day > ? AND v.state = 'completed' AND v.deleted_at = 0 GROUP BY v.customer_id`,
		jsonIDs(ids), MomentOf(year.Add(-48*time.Hour)), DayOf(year))
}

// forgetYearDays has them read anew after a change that may be about visits.
func (s *Store) forgetYearDays(kinds Kind) {
	if kinds.Any(KindVisit | KindCustomer) {
		s.yearDays = yearDays{}
	}
}
