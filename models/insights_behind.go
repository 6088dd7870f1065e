package models

import (
	"cmp"
	"database/sql"
	"slices"
	"strings"
)

// FigureOf says of what a figure of Insights tells.
type FigureOf string

// The figures that have people behind them.
const (
	FigureCame   FigureOf = "came"   // who came in a part of the period, and how
	FigureRung   FigureOf = "rung"   // who stood on a rung at an end
	FigureUp     FigureOf = "up"     // who stands higher at an end than at the one before
	FigureDown   FigureOf = "down"   // who stands lower
	FigureFound  FigureOf = "found"  // new customers by how they found us
	FigureStayed FigureOf = "stayed" // those of them whose first year is over and who came again within it
	FigureGone   FigureOf = "gone"   // those of them whose first year is over and who did not
	FigureAsked  FigureOf = "asked"  // who asked for one of the staff by name
)

// Figure is one figure of Insights.
type Figure struct {
	Of     FigureOf
	Part   int      // of Insights.Parts, or of Insights.Ladder; WholePeriod for all of them
	Came   Came     // of FigureCame
	Rung   Rung     // of FigureRung
	How    FoundHow // of FigureFound, FigureStayed and FigureGone
	Source SourceID // of those: the one source; 0 for all of that sort
	Sent   bool     // of those: none but who was sent
	Staff  StaffID  // of FigureAsked
}

// WholePeriod is the Part of a figure that tells of the whole period.
const WholePeriod = -1

// BehindRow is somebody behind a figure.
type BehindRow struct {
	ID       CustomerID
	Name     string
	From, To Rung // of those who moved: where they stood and where they stand
}

// Behind gives the people behind a figure of the period, by name, and how many of them have no card any more: they were erased, or left
// the archive for the bin. Together they are as many as the figure says.
func (s *Store) Behind(p Period, f Figure) (people []BehindRow, nameless int, err error) {
	in, err := s.Insights(p)
	if err != nil {
		return nil, 0, err
	}
	m, err := s.readyCourses()
	if err != nil {
		return nil, 0, explain(err)
	}
	is, err := s.isBehind(in, m, f)
	if err != nil {
		return nil, 0, explain(err)
	}
	found := map[CustomerID]BehindRow{}
	for c := range m.everybody() {
		row := BehindRow{ID: c.id}
		switch {
		case !is(c, &row):
		case c.nameless:
			nameless++
		default:
			found[c.id] = row
		}
	}
	people, err = s.nameBehind(found)
	return people, nameless, explain(err)
}

// isBehind gives what tells whether somebody is behind the figure, and fills in what their row says beside the name.
func (s *Store) isBehind(in *Insights, m *courses, f Figure) (func(c *course, row *BehindRow) bool, error) {
	within := spanOf(in.Period.Days)
	if f.Part >= 0 && f.Part < len(in.Parts) {
		within = spanOf(in.Parts[f.Part])
	}
	switch f.Of {
	case FigureCame:
		return func(c *course, _ *BehindRow) bool { return c.came(within, m.gap) == f.Came }, nil
	case FigureRung, FigureUp, FigureDown:
		return onLadder(in, m, f), nil
	case FigureAsked:
		return func(c *course, _ *BehindRow) bool {
			return slices.ContainsFunc(c.asks, func(a asking) bool { return a.staff == f.Staff && within.has(a.day) })
		}, nil
	}
	return s.whoFound(in, f, within)
}

// whoFound tells whether somebody is new within the span, came by the way of the figure, and stayed where it asks for that.
func (s *Store) whoFound(in *Insights, f Figure, within span) (func(c *course, row *BehindRow) bool, error) {
	hows, err := s.sourceHows()
	today := int32(dayNo(in.Today))
	return func(c *course, _ *BehindRow) bool {
		if !c.isNewIn(within) || f.Of != FigureFound && (!c.yearOver(today) || c.back() != (f.Of == FigureStayed)) {
			return false
		}
		key := c.foundBy()
		if key.sent {
			return f.How == FoundMouth && f.Source == 0
		}
		return hows[key.source] == f.How && !f.Sent && (f.Source == 0 || key.source == f.Source)
	}, err
}

// onLadder tells who stands on the figure's rung, or moved as it says.
func onLadder(in *Insights, m *courses, f Figure) func(c *course, row *BehindRow) bool {
	ends := in.Period.Ends(in.Today)
	at := max(0, min(f.Part, len(ends)-1))
	rule, on := ladderRuleOf(ends, m.loyal), make([]int8, len(ends))
	return func(c *course, row *BehindRow) bool {
		rule.rungs(c, on)
		if f.Of == FigureRung {
			return on[at] != noRung && Rungs[on[at]] == f.Rung
		}
		step := ladderStep(on, at)
		if step == 0 || (step > 0) != (f.Of == FigureUp) {
			return false
		}
		row.From, row.To = Rungs[on[at-1]], Rungs[on[at]]
		return true
	}
}

// sourceHows gives the sort of each source, and of none.
func (s *Store) sourceHows() (map[SourceID]FoundHow, error) {
	hows := map[SourceID]FoundHow{0: FoundUnknown}
	return hows, s.each(func(rows *sql.Rows) error {
		var id SourceID
		var kind SourceKind
		err := rows.Scan(&id, &kind)
		hows[id] = howOf(kind)
		return err
	}, "SELECT id, kind FROM source")
}

// nameBehind puts the people in the order of their names.
func (s *Store) nameBehind(found map[CustomerID]BehindRow) ([]BehindRow, error) {
	ids, keys := make([]CustomerID, 0, len(found)), make(map[CustomerID]string, len(found))
	for id := range found {
		ids = append(ids, id)
	}
	people := make([]BehindRow, 0, len(found))
	err := s.each(func(rows *sql.Rows) error {
		var id CustomerID
		var name, key string
		err := rows.Scan(&id, &name, &key)
		row := found[id]
		row.Name, keys[id] = name, key
		people = append(people, row)
		return err
	}, "SELECT c.id, "+nameOf("c")+", c.name_key FROM customer c WHERE c.id IN (SELECT value FROM json_each(?))", jsonIDs(ids))
	slices.SortFunc(people, func(a, b BehindRow) int {
		return cmp.Or(strings.Compare(keys[a.ID], keys[b.ID]), cmp.Compare(a.ID, b.ID))
	})
	return people, err
}
