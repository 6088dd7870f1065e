package models

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// question is a filter made ready to be asked of every fact.
type question struct {
	shelf                int
	set                  CustomerSet
	among                map[CustomerID]bool // those of a set that the facts do not know
	rungs, activities    []bool              // by their place in Rungs and Activities; nil for any
	tag                  TagID
	source               SourceID
	asks                 StaffID
	since, before        int32 // day numbers, 0 for none
	may                  uint8 // a bit for each of Permissions
	today, yearAgo, days int32 // days is the shop's usual gap
}

// The parts of a question that a fact may fail by itself.
const (
	failsRung = 1 << iota
	failsActivity
	failsTag
	failsSource
	failsAsks
	failsSeen
	failsSet
	failsWay // the first of Permissions, and the others in the bits above
)

// question makes the filter ready for today.
func (s *Store) question(f CustomerFilter) (*question, error) {
	q := &question{set: f.Set, rungs: chosen(Rungs, f.Rungs), activities: chosen(Activities, f.Activities), tag: f.Tag, source: f.Source, asks: f.AsksFor}
	if f.Set == CustomersArchived {
		q.shelf = 1
	}
	if f.SeenSince != "" {
		q.since = int32(dayNo(f.SeenSince))
	}
	if f.SeenBefore != "" {
		q.before = int32(dayNo(f.SeenBefore))
	}
	for _, p := range f.May {
		q.may |= 1 << slices.Index(Permissions, p)
	}
	q.today, q.yearAgo = int32(dayNo(s.Today())), int32(s.rungArgs()["yearAgo"].(int))
	if err := s.db.Raw("SELECT usual_gap FROM shop").Row().Scan(&q.days); err != nil {
		return nil, explain(err)
	}
	if f.Set != CustomersToThank && f.Set != CustomersWaiting {
		return q, nil
	}
	var ids []CustomerID
	if err := s.db.Raw("SELECT c.id FROM customer c WHERE " + f.Set.where(s.Today())).Scan(&ids).Error; err != nil {
		return nil, explain(err)
	}
	q.among = make(map[CustomerID]bool, len(ids))
	for _, id := range ids {
		q.among[id] = true
	}
	return q, nil
}

// chosen marks those of all that are among some; nil where none is.
func chosen[T comparable](all, some []T) []bool {
	if len(some) == 0 {
		return nil
	}
	marks := make([]bool, len(all))
	for i, one := range all {
		marks[i] = slices.Contains(some, one)
	}
	return marks
}

// rung is the place in Rungs of how far the customer has come; see rungOf.
func (q *question) rung(f *fact) int {
	switch {
	case f.isAdvocate():
		return 4
	case f.visitDays >= 2 && (f.asked > 0 || f.praised > 0 || f.loyalDay > q.yearAgo):
		return 3
	case f.visitDays >= 2:
		return 2
	case f.visitDays == 1:
		return 1
	}
	return 0
}

// isAdvocate tells whether they are on the highest rung, which has an index and a count of its own.
func (f *fact) isAdvocate() bool { return f.brought > 0 || f.reviews > 0 }

// activity is the place in Activities of how the customer comes, -1 for none; see activityOf. gap is twice the days.
func (q *question) activity(f *fact) int {
	since, gap := q.today-f.lastDay, f.gapTwice
	if gap == 0 {
		gap = 2 * q.days
	}
	switch {
	case f.visitDays == 0:
		return -1
	case 2*since <= gap:
		return 0
	case 4*since <= 3*gap:
		return 1
	case 2*since <= 3*gap:
		return 2
	}
	return 3
}

// fails gives the bits of the parts that keep the customer out; 0 lets them through.
func (q *question) fails(f *fact, rung, activity int) (bits int) {
	switch {
	case q.set == CustomersRegulars && f.visitDays < 2, q.set == CustomersAdvocates && !f.isAdvocate(), q.among != nil && !q.among[f.id]:
		bits |= failsSet
	}
	if q.rungs != nil && !q.rungs[rung] {
		bits |= failsRung
	}
	if q.activities != nil && (activity < 0 || !q.activities[activity]) {
		bits |= failsActivity
	}
	if q.tag != 0 && !slices.Contains(f.tags, q.tag) {
		bits |= failsTag
	}
	if q.source != 0 && f.source != q.source {
		bits |= failsSource
	}
	if q.asks != 0 && !slices.Contains(f.asks, q.asks) {
		bits |= failsAsks
	}
	if q.since != 0 && f.lastDay < q.since || q.before != 0 && f.lastDay >= q.before {
		bits |= failsSeen
	}
	return bits | failsWay*int(q.may&f.closed())
}

// lets tells whether the customer is let through.
func (q *question) lets(f *fact) bool { return q.fails(f, q.rung(f), q.activity(f)) == 0 }

// filtered gives everybody the filter lets through in its order, whatever its text and page. What it gives is not to be changed.
func (s *Store) filtered(f CustomerFilter) ([]CustomerID, error) {
	m, err := s.readyFacts()
	if err != nil {
		return nil, err
	}
	q, err := s.question(f)
	if err != nil {
		return nil, err
	}
	f.Text, f.Said, f.Offset, f.Limit = "", nil, 0, 0
	asked := fmt.Sprint(f, q.today, q.days)
	if asked == m.asked && q.among == nil {
		return m.found, nil
	}
	m.asked, m.found = asked, nil
	for _, fact := range m.shelves[q.shelf][slices.Index(CustomerOrders, f.Sort)] {
		if q.lets(fact) {
			m.found = append(m.found, fact.id)
		}
	}
	return m.found, nil
}

// filteredHits is customerHits for a filter that only the facts can tell quickly.
func (s *Store) filteredHits(typed query, only CustomerFilter, limit int) ([]CustomerID, error) {
	ids, err := s.filtered(only)
	if err != nil {
		return nil, err
	}
	if len(ids) <= smallGroup {
		return s.hitsOf(ids, typed, limit)
	}
	q, err := s.question(only)
	if err != nil {
		return nil, err
	}
	hits := s.facts.starts(nameKey(typed.phrase), q, limit)
	if len(hits) >= min(limit, prefixHits) {
		return hits, nil
	}
	inside, err := s.insideFacts(typed, q)
	if err != nil {
		return nil, err
	}
	for _, id := range inside {
		if len(hits) < limit && !slices.Contains(hits, id) {
			hits = append(hits, id)
		}
	}
	return hits, nil
}

// insideFacts gives those the question lets through who have what was typed somewhere: those with a word that starts as the whole of it
// first, and among equals who was here last.
func (s *Store) insideFacts(typed query, q *question) (ids []CustomerID, err error) {
	condition, args := typed.inKey()
	var found [2][]*fact
	err = s.each(func(rows *sql.Rows) error {
		var id CustomerID
		var inside int
		err := rows.Scan(&id, &inside)
		if f := s.facts.byID[id]; f != nil && f.shelf() == q.shelf && q.lets(f) {
			found[inside] = append(found[inside], f)
		}
		return err
	}, `SELECT k.id, instr(' ' || k.key, ?) = 0 FROM (SELECT rowid FROM customer_fts WHERE customer_fts MATCH ? ORDER BY rowid DESC LIMIT `+number(groupHits)+`) f
		CROSS JOIN customer_search k ON k.id = f.rowid WHERE `+condition, slices.Concat([]any{" " + typed.phrase, typed.grams()}, args)...)
	for _, some := range found {
		slices.SortFunc(some, OrderSeen.compare)
		for _, f := range some {
			ids = append(ids, f.id)
		}
	}
	return ids, explain(err)
}

// starts gives those the question lets through whose name starts with the phrase, as nameKey gives it, who was here last first.
func (m *facts) starts(phrase string, q *question, limit int) (ids []CustomerID) {
	byName := m.shelves[q.shelf][0]
	at, _ := slices.BinarySearchFunc(byName, phrase, func(f *fact, phrase string) int { return strings.Compare(f.name, phrase) })
	var found []*fact
	for ; at < len(byName) && strings.HasPrefix(byName[at].name, phrase); at++ {
		if q.lets(byName[at]) {
			found = append(found, byName[at])
		}
	}
	slices.SortFunc(found, OrderSeen.compare)
	for _, f := range found[:min(limit, len(found))] {
		ids = append(ids, f.id)
	}
	return ids
}

// hitsOf ranks as customerHits does, looking at each of ids.
func (s *Store) hitsOf(ids []CustomerID, typed query, limit int) (hits []CustomerID, err error) {
	condition, args := typed.inKey()
	err = s.db.Raw(`SELECT c.id FROM json_each(?) j CROSS JOIN customer_search k ON k.id = j.value CROSS JOIN customer c ON c.id = k.id WHERE `+condition+`
		ORDER BY instr(c.name_key, ?) <> 1, instr(' ' || k.key, ?) = 0, c.last_at DESC, c.name_key LIMIT `+number(limit),
		slices.Concat([]any{jsonIDs(ids)}, args, []any{nameKey(typed.phrase), " " + typed.phrase})...).Scan(&hits).Error
	return hits, explain(err)
}

// letThrough gives those of ids whom the filter lets through, in their order.
func (s *Store) letThrough(ids []CustomerID, f CustomerFilter) (those []CustomerID, err error) {
	m, err := s.readyFacts()
	if err != nil {
		return nil, err
	}
	q, err := s.question(f)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if fact := m.byID[id]; fact != nil && fact.shelf() == q.shelf && q.lets(fact) {
			those = append(those, id)
		}
	}
	return those, nil
}
