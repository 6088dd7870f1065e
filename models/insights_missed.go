package models

import (
	"database/sql"
	"slices"
)

// MissedSum is what became of what was asked for in a part of a period and not there. Visits that were cancelled do not count.
type MissedSum struct {
	Rescued int // something else was taken, ordered in, done by a specialist or put off to another day
	Open    int // not settled yet
	Lost    int // they went away with nothing
}

// N is all of it.
func (m MissedSum) N() int { return m.Rescued + m.Open + m.Lost }

// StockRow is a thing that was asked for in a period and not there: as in Wanted, people are counted and not calls.
type StockRow struct {
	Wanted
	Item   string
	Helped int // of the people, those who got something for it once at least: it was ordered in, say, or they took another thing
}

// Without is how many went without it.
func (r StockRow) Without() int { return r.People - r.Helped }

// InsteadSum is how often alternatives of a kind were taken and declined.
type InsteadSum struct {
	Kind            AlternativeKind
	Taken, Declined int
}

// How many things, and alternatives, are told.
const (
	stockRows = 10
	bestRows  = 8
)

// missedIn is the condition that the request r was not there within the period, as the index of those has it.
const missedIn = "r.day BETWEEN @from AND @to AND r.day <> '' AND r.reason <> '' AND r.cancelled = 0"

// RescuedStates are those of a request that came to something though the thing was not there.
var RescuedStates = []RequestState{RequestSubstituted, RequestOrderedIn, RequestReferredOut, RequestDeferred}

// fillMissed goes through what was not there in the period.
func (s *Store) fillMissed(to *Insights) error {
	to.Missed = make([]MissedSum, len(to.Parts))
	count := stockCount{}
	err := s.each(func(rows *sql.Rows) error {
		var day Day
		var item ItemID
		var who int64
		var state RequestState
		var stake Money
		err := rows.Scan(&day, &item, &who, &state, &stake)
		if at := slices.IndexFunc(to.Parts, func(part Days) bool { return part.Has(day) }); at >= 0 {
			to.Missed[at].count(state)
		}
		count.count(day, item, who, state, stake)
		return err
	}, "SELECT r.day, r.item_id, coalesce(r.asker, -r.visit_id), r.state, "+atStake+" FROM request r INDEXED BY request_missing WHERE "+missedIn,
		map[string]any{"from": to.Period.From, "to": to.Period.To})
	if err == nil {
		to.Stock, err = s.stockRows(count)
	}
	return err
}

func (m *MissedSum) count(state RequestState) {
	switch {
	case state == RequestLost:
		m.Lost++
	case slices.Contains(RescuedStates, state):
		m.Rescued++
	default:
		m.Open++
	}
}

// stockCount gathers what each person asked for of each thing.
type stockCount map[ItemID]map[int64]*stockAsk

// stockAsk is what one person asked for of one thing.
type stockAsk struct {
	helped      bool
	stake       Money // the most of it
	first, last Day
}

func (count stockCount) count(day Day, item ItemID, who int64, state RequestState, stake Money) {
	if count[item] == nil {
		count[item] = map[int64]*stockAsk{}
	}
	ask := count[item][who]
	if ask == nil {
		ask = &stockAsk{first: day}
		count[item][who] = ask
	}
	ask.helped = ask.helped || slices.Contains(RescuedStates, state)
	ask.stake, ask.first, ask.last = max(ask.stake, stake), min(ask.first, day), max(ask.last, day)
}

// stockRows gives the things that most people asked for, in the order of Wanted.
func (s *Store) stockRows(count stockCount) ([]StockRow, error) {
	rows := make([]StockRow, 0, len(count))
	for item, people := range count {
		row := StockRow{Wanted: Wanted{ItemID: item, People: len(people)}}
		for who, ask := range people {
			row.Strangers += one(who < 0)
			row.Helped += one(ask.helped)
			row.Stake += ask.stake
			if row.First == "" || ask.first < row.First {
				row.First = ask.first
			}
			row.Last = max(row.Last, ask.last)
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b StockRow) int { return a.Wanted.before(b.Wanted) })
	rows = rows[:min(len(rows), stockRows)]
	ids := make([]ItemID, len(rows))
	for i, row := range rows {
		ids[i] = row.ItemID
	}
	names, err := s.itemNames(ids)
	for i := range rows {
		rows[i].Item = names[rows[i].ItemID]
	}
	return rows, err
}

// insteadKey is the thing or the specialist that was offered.
type insteadKey struct {
	item       ItemID
	specialist SpecialistID
}

// fillInstead tells how often what was offered in place of what was not there was taken: by kind, and the most promising of things and
// specialists, by the lower bound of how likely a yes is: see wilson. An offer that nobody answered says nothing. They are added up
// here: to group them SQLite would sort them, which takes three times as long as reading them.
func (s *Store) fillInstead(to *Insights) error {
	kinds, each := map[AlternativeKind]*InsteadSum{}, map[insteadKey]*Worked{}
	err := s.each(func(rows *sql.Rows) error {
		var kind AlternativeKind
		var key insteadKey
		var taken bool
		err := rows.Scan(&kind, &key.item, &key.specialist, &taken)
		if kinds[kind] == nil {
			kinds[kind] = &InsteadSum{Kind: kind}
		}
		kinds[kind].Taken += one(taken)
		kinds[kind].Declined += one(!taken)
		if key == (insteadKey{}) {
			return err
		}
		if each[key] == nil {
			each[key] = &Worked{Kind: kind, ItemID: key.item, SpecialistID: key.specialist}
		}
		each[key].Offered++
		each[key].Taken += one(taken)
		return err
	}, `SELECT a.kind, iif(a.kind = 'item', ifnull(a.item_id, 0), 0), iif(a.kind = 'specialist', ifnull(a.specialist_id, 0), 0), a.state = 'accepted'
		FROM request r INDEXED BY request_missing CROSS JOIN alternative a INDEXED BY alternative_answered ON a.request_id = r.id
		WHERE `+missedIn+" AND a.state IN ('accepted', 'declined')", map[string]any{"from": to.Period.From, "to": to.Period.To})
	if err != nil {
		return err
	}
	for _, kind := range AlternativeKinds {
		if kinds[kind] != nil {
			to.Instead = append(to.Instead, *kinds[kind])
		}
	}
	to.Best, err = s.bestInstead(each)
	return err
}

func (s *Store) bestInstead(each map[insteadKey]*Worked) ([]Worked, error) {
	best := make([]Worked, 0, len(each))
	for _, w := range each {
		best = append(best, *w)
	}
	slices.SortFunc(best, func(a, b Worked) int {
		if by := a.before(b); by != 0 {
			return by
		}
		return int(a.ItemID-b.ItemID) + int(a.SpecialistID-b.SpecialistID)
	})
	best = best[:min(len(best), bestRows)]
	for i := range best {
		if err := s.nameWorked(&best[i]); err != nil {
			return nil, err
		}
	}
	return best, nil
}
