package models

import (
	"cmp"
	"database/sql"
	"slices"
)

// FoundHow sorts the ways in which new customers found us.
type FoundHow string

// The ways. Whoever was sent by a customer or a specialist came by word of mouth, whatever else the card says.
const (
	FoundMouth   FoundHow = "mouth"   // sent, or by a source of that kind
	FoundBought  FoundHow = "bought"  // by a source that is paid for
	FoundOther   FoundHow = "other"   // by another source
	FoundUnknown FoundHow = "unknown" // nobody noted how
)

// FoundHows are all of them, in the order a page tells them.
var FoundHows = []FoundHow{FoundMouth, FoundBought, FoundOther, FoundUnknown}

// FoundSum is what came of one way in which new customers found us in a period.
type FoundSum struct {
	How       FoundHow
	SourceID  SourceID // 0 for those who were sent, and where nobody noted how
	Name      string   // of the source
	New       int
	FirstYear Money // what they spent within a year of their first visit, so far
	Over      int   // of them, those whose first year is over
	Stayed    int   // of those whose first year is over, those who came again within it
	Back      int   // of all, those who came again within their first year so far
	Cost      Money // of adverts in the months of the period

	key foundKey
}

// Sent tells that it is those who were sent, by a customer or a specialist.
func (sum FoundSum) Sent() bool { return sum.key.sent }

// plus is what two ways came to.
func (sum FoundSum) plus(other FoundSum) FoundSum {
	sum.New, sum.FirstYear, sum.Over = sum.New+other.New, sum.FirstYear+other.FirstYear, sum.Over+other.Over
	sum.Stayed, sum.Back, sum.Cost = sum.Stayed+other.Stayed, sum.Back+other.Back, sum.Cost+other.Cost
	return sum
}

// FoundBy gives what came of all ways of that sort.
func (in *Insights) FoundBy(how FoundHow) FoundSum {
	sum := FoundSum{How: how}
	for _, found := range in.Found {
		if found.How == how {
			sum = sum.plus(found)
		}
	}
	return sum
}

// foundKey is a way by which somebody found us: sent, or by a source.
type foundKey struct {
	sent   bool
	source SourceID
}

// foundBy is the way by which somebody found us.
func (c *course) foundBy() foundKey {
	if c.sent {
		return foundKey{sent: true}
	}
	return foundKey{source: c.source}
}

// isNewIn tells whether they came for the first time within the span.
func (c *course) isNewIn(in span) bool { return len(c.days) > 0 && !c.before && in.has(c.days[0]) }

// yearOver tells whether their first year is over.
func (c *course) yearOver(today int32) bool { return c.days[0]+firstYearDays <= today }

// back tells whether they came again within a year of their first visit.
func (c *course) back() bool { return len(c.days) > 1 && c.days[1] < c.days[0]+firstYearDays }

// foundCount gathers new customers by the way they found us.
type foundCount map[foundKey][]*course

func (count foundCount) count(c *course, in span) {
	if c.isNewIn(in) {
		key := c.foundBy()
		count[key] = append(count[key], c)
	}
}

// foundSums adds up what was counted, and what the adverts of the period cost.
func (s *Store) foundSums(count foundCount, p Period) ([]FoundSum, error) {
	today := int32(dayNo(s.Today()))
	spent, err := s.SpentOnAdverts(p.Days)
	if err != nil {
		return nil, err
	}
	for source := range spent {
		if key := (foundKey{source: source}); count[key] == nil {
			count[key] = nil // nobody came by it, and it cost all the same
		}
	}
	sums := make([]FoundSum, 0, len(count))
	for key, people := range count {
		sum := FoundSum{key: key, SourceID: key.source, New: len(people), Cost: spent[key.source]}
		for _, c := range people {
			sum.FirstYear += c.firstYear
			over := c.yearOver(today)
			sum.Over += one(over)
			sum.Back += one(c.back())
			sum.Stayed += one(over && c.back())
		}
		if err := s.nameFound(&sum, key); err != nil {
			return nil, err
		}
		sums = append(sums, sum)
	}
	slices.SortFunc(sums, func(a, b FoundSum) int {
		return cmp.Or(cmp.Compare(slices.Index(FoundHows, a.How), slices.Index(FoundHows, b.How)), cmp.Compare(b.New, a.New), cmp.Compare(a.SourceID, b.SourceID))
	})
	return sums, nil
}

// foundIn counts new customers in each part by the sort of the way they found us.
func foundIn(count foundCount, sums []FoundSum, parts []span) []map[FoundHow]int {
	in := make([]map[FoundHow]int, len(parts))
	for i, part := range parts {
		in[i] = map[FoundHow]int{}
		for _, sum := range sums {
			for _, c := range count[sum.key] {
				in[i][sum.How] += one(part.has(c.days[0]))
			}
		}
	}
	return in
}

// one counts what is so.
func one(so bool) int {
	if so {
		return 1
	}
	return 0
}

func (s *Store) nameFound(sum *FoundSum, key foundKey) error {
	switch {
	case key.sent:
		sum.How = FoundMouth
		return nil
	case key.source == 0:
		sum.How = FoundUnknown
		return nil
	}
	var kind SourceKind
	err := s.db.Raw("SELECT name, kind FROM source WHERE id = ?", key.source).Row().Scan(&sum.Name, &kind)
	sum.How = howOf(kind)
	return err
}

// howOf is the sort of a source.
func howOf(kind SourceKind) FoundHow {
	switch kind {
	case SourceWordOfMouth:
		return FoundMouth
	case SourceBought:
		return FoundBought
	}
	return FoundOther
}

// fillFound tells what was given in the period to those who sent somebody.
func (s *Store) fillFound(to *Insights) error {
	return s.db.Raw("SELECT ifnull(sum(cost), 0) FROM thank_you INDEXED BY thank_you_given WHERE cause = 'referral' AND state <> 'waived' AND given_on <> '' AND given_on BETWEEN ? AND ?", to.Period.From, to.Period.To).
		Row().Scan(&to.Rewards)
}

// askedSums names whom people asked for.
func (s *Store) askedSums(count askedCount) ([]AskedSum, error) {
	sums := []AskedSum{}
	err := s.each(func(rows *sql.Rows) error {
		var id StaffID
		var name string
		err := rows.Scan(&id, &name)
		if sum := count[id]; sum != nil {
			sum.Name = name
			sums = append(sums, *sum)
		}
		return err
	}, "SELECT id, name FROM staff")
	slices.SortFunc(sums, func(a, b AskedSum) int {
		return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(b.Times, a.Times), cmp.Compare(a.StaffID, b.StaffID))
	})
	return sums, err
}
