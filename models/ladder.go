package models

import (
	"slices"
	"time"
)

// LadderEnd is how many stood on each rung at the end of a day, and how many had moved since the end before it.
type LadderEnd struct {
	Day      Day
	On       map[Rung]int
	Up, Down int
}

// noRung is where those stand who are not in the book, or not any more.
const noRung = int8(-1)

// ladderRule is what the rungs at the ends of some days rest on.
type ladderRule struct {
	ends     []int32 // the days
	yearsAgo []int32 // the day twelve months before each of them
	loyal    int     // visit days within them that make loyal
}

func ladderRuleOf(ends []Day, loyal int) ladderRule {
	rule := ladderRule{loyal: loyal}
	for _, end := range ends {
		rule.ends = append(rule.ends, int32(dayNo(end)))
		rule.yearsAgo = append(rule.yearsAgo, int32(dayNo(DayOf(end.In(time.UTC).AddDate(-1, 0, 0)))))
	}
	return rule
}

// rungs gives the rung at each end, by its place in Rungs: what rungOf tells of the present day, of any. on has room for them.
func (rule ladderRule) rungs(c *course, on []int8) {
	n := 0 // days they came by then
	for i, end := range rule.ends {
		for n < len(c.days) && c.days[n] <= end {
			n++
		}
		on[i] = rule.rung(c, i, n)
	}
}

// rung is the rung at one end, by when they had come on n days.
func (rule ladderRule) rung(c *course, i, n int) int8 {
	end := rule.ends[i]
	by := func(day int32) bool { return day != 0 && day <= end }
	switch {
	case c.since > end || by(c.left):
		return noRung
	case by(c.brought) || by(c.reviewed):
		return 4
	case n < 2:
		return int8(n)
	case by(c.praised) || len(c.asks) > 0 && by(c.asks[0].day):
		return 3
	case n >= rule.loyal && c.days[n-rule.loyal] > rule.yearsAgo[i]:
		return 3
	}
	return 2
}

// ladder counts who stood where at the ends, and who moved between them. Whoever came into the book or left it between two of them is
// not said to have moved.
func (m *courses) ladder(ends []Day) []LadderEnd {
	rule, on := ladderRuleOf(ends, m.loyal), make([]int8, len(ends))
	counts, up, down := make([][5]int, len(ends)), make([]int, len(ends)), make([]int, len(ends))
	for c := range m.everybody() {
		rule.rungs(c, on)
		for i, rung := range on {
			if rung == noRung {
				continue
			}
			counts[i][rung]++
			switch ladderStep(on, i) {
			case 1:
				up[i]++
			case -1:
				down[i]++
			}
		}
	}
	told := make([]LadderEnd, len(ends))
	for i, end := range ends {
		told[i] = LadderEnd{Day: end, On: map[Rung]int{}, Up: up[i], Down: down[i]}
		for rung, n := range counts[i] {
			told[i].On[Rungs[rung]] = n
		}
	}
	return told
}

// ladderStep tells whether somebody stands higher (1) at an end than at the one before, lower (-1), or neither.
func ladderStep(on []int8, i int) int {
	if i == 0 || on[i-1] == noRung || on[i] == noRung {
		return 0
	}
	switch {
	case on[i] > on[i-1]:
		return 1
	case on[i] < on[i-1]:
		return -1
	}
	return 0
}

// RungsAt gives the rung of everybody who was in the book at the end of the day, from all that is recorded.
func (s *Store) RungsAt(day Day) (map[CustomerID]Rung, error) {
	m, err := s.readyCourses()
	if err != nil {
		return nil, explain(err)
	}
	rule, on, rungs := ladderRuleOf([]Day{day}, m.loyal), make([]int8, 1), map[CustomerID]Rung{}
	for c := range m.everybody() {
		if rule.rungs(c, on); on[0] != noRung {
			rungs[c.id] = Rungs[on[0]]
		}
	}
	return rungs, nil
}

// Ladder gives who stood where at the ends of the days, which come in order.
func (s *Store) Ladder(ends []Day) ([]LadderEnd, error) {
	m, err := s.readyCourses()
	if err != nil {
		return nil, explain(err)
	}
	return m.ladder(slices.Clone(ends)), nil
}
