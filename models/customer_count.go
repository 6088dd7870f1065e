package models

// CustomerCounts is how many customers each choice of a filter would let through beside what else is set: what the list would
// show if that choice were taken in the place of the others of its kind.
type CustomerCounts struct {
	Fit        int // how many the filter lets through as it is
	Rungs      map[Rung]int
	Activities map[Activity]int
	May        map[Permission]int
	Tags       map[TagID]int
	Sources    map[SourceID]int
	Staff      map[StaffID]int // whom they asked for by name
}

// CustomerCounts counts all that a filter can choose, in one walk along the facts. The filter's text, order and page are no
// matter. What would show nobody is 0.
func (s *Store) CustomerCounts(f CustomerFilter) (CustomerCounts, error) {
	if err := f.validate(); err != nil {
		return CustomerCounts{}, err
	}
	m, err := s.readyFacts()
	if err != nil {
		return CustomerCounts{}, err
	}
	q, err := s.question(f)
	if err != nil {
		return CustomerCounts{}, err
	}
	t := tally{counts: CustomerCounts{Tags: map[TagID]int{}, Sources: map[SourceID]int{}, Staff: map[StaffID]int{}}}
	for _, fact := range m.shelves[q.shelf][0] {
		rung, activity := q.rung(fact), q.activity(fact)
		t.add(fact, q.fails(fact, rung, activity), rung, activity)
	}
	return t.total(), nil
}

// tally counts on the way.
type tally struct {
	counts     CustomerCounts
	rungs      [5]int
	activities [4]int
	may        [3]int
	sources    [256]int // those made first, which are nearly all
}

// add counts a customer for each choice that would let them through: who fails by one part alone is let through by another
// choice of that part, and by none of the others.
func (t *tally) add(f *fact, fails, rung, activity int) {
	if fails&(fails-1) != 0 {
		return // by more than one
	}
	if fails == 0 {
		t.counts.Fit++
	}
	if fails&^failsRung == 0 {
		t.rungs[rung]++
	}
	if fails&^failsActivity == 0 && activity >= 0 {
		t.activities[activity]++
	}
	for i := range t.may {
		if fails&^(failsWay<<i) == 0 && f.closed()&(1<<i) == 0 {
			t.may[i]++
		}
	}
	switch {
	case fails&^failsSource != 0 || f.source == 0:
	case int(f.source) < len(t.sources):
		t.sources[f.source]++
	default:
		t.counts.Sources[f.source]++
	}
	if fails&^failsTag == 0 {
		for _, tag := range f.tags {
			t.counts.Tags[tag]++
		}
	}
	if fails&^failsAsks == 0 {
		for _, staff := range f.asks {
			t.counts.Staff[staff]++
		}
	}
}

func (t *tally) total() CustomerCounts {
	c := t.counts
	c.Rungs, c.Activities, c.May = map[Rung]int{}, map[Activity]int{}, map[Permission]int{}
	for i, n := range t.rungs {
		c.Rungs[Rungs[i]] = n
	}
	for i, n := range t.activities {
		c.Activities[Activities[i]] = n
	}
	for i, n := range t.may {
		c.May[Permissions[i]] = n
	}
	for i, n := range t.sources {
		if n > 0 {
			c.Sources[SourceID(i)] = n
		}
	}
	return c
}
