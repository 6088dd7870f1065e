package models

import (
	"maps"
	"slices"
	"strings"
)

// HitReason is where a search found somebody.
type HitReason string

// The reasons.
const (
	FoundByName    HitReason = ""
	FoundByCalled  HitReason = "called" // as they like to be called
	FoundByPhone   HitReason = "phone"
	FoundByEmail   HitReason = "email"
	FoundByAddress HitReason = "address"
	FoundByNote    HitReason = "note"
	FoundByAsked   HitReason = "asked"  // a thing they asked for
	FoundBySaid    HitReason = "said"   // or that was said or noted at a visit of theirs
	FoundByPraise  HitReason = "praise" // what they said about the shop
)

// Found is why a search found a customer, where their name does not say it: what it was found in, and that text.
type Found struct {
	Reason HitReason
	Why    string
	Day    Day // when it was asked for or said; "" for what stands on the card
}

// WhyFound gives why a search for text found the customer of each row: the line of their card that most of what the name does not
// explain stands in, or else what they asked for or said. All of them are looked up at once, since to prepare a query takes longer than
// to run it.
func (s *Store) WhyFound(rows []CustomerRow, text string) ([]Found, error) {
	q := queryOf(text)
	found, open := make([]Found, len(rows)), map[CustomerID]bool{}
	for i, row := range rows {
		left := q.without(row.Name)
		switch {
		case len(left.terms) == 0:
		case left.termsIn(row.Phone) == len(left.terms):
			found[i] = Found{Reason: FoundByPhone, Why: row.Phone}
		default:
			open[row.ID] = true
		}
	}
	cards, err := s.cardLines(open)
	if err != nil {
		return nil, err
	}
	var asked []CustomerID
	for i, row := range rows {
		if !open[row.ID] {
			continue
		}
		if found[i] = q.without(row.Name).bestOf(cards[row.ID]); found[i].Reason == FoundByName {
			asked = append(asked, row.ID)
		}
	}
	when, err := s.whenAsked(asked, q, text)
	for i, row := range rows {
		if f, said := when[row.ID]; said {
			found[i] = f
		}
	}
	return found, err
}

// bestOf gives the line that most of the query stands in, the first of those that are alike; none where none does.
func (q query) bestOf(lines []cardLine) (best Found) {
	most := 0
	for _, line := range lines {
		if n := q.termsIn(line.Text); n > most {
			best, most = Found{Reason: line.Reason, Why: strings.Join(strings.Fields(line.Text), " ")}, n
		}
	}
	return best
}

type cardLine struct {
	ID     CustomerID
	Reason HitReason
	Text   string
}

// cardLines are the lines of the cards that those are found by, beside the name, in a card's order.
func (s *Store) cardLines(of map[CustomerID]bool) (map[CustomerID][]cardLine, error) {
	if len(of) == 0 {
		return nil, nil
	}
	var lines []cardLine
	err := s.db.Raw(`WITH these AS (SELECT value AS id FROM json_each(?))
		SELECT c.id, 'called' AS reason, c.preferred_name AS text, 1 AS part, 0 AS place, 0 AS row FROM these t JOIN customer c ON c.id = t.id
		UNION ALL SELECT k.customer_id, k.kind, k.value, 2, k.position, k.id FROM these t JOIN contact k ON k.customer_id = t.id
		UNION ALL SELECT c.id, 'address', c.address, 3, 0, 0 FROM these t JOIN customer c ON c.id = t.id
		UNION ALL SELECT r.customer_id, 'note', r.text, 4, r.position, r.id FROM these t JOIN remember r ON r.customer_id = t.id
		ORDER BY part, place, row`, listed(slices.Sorted(maps.Keys(of)))).Scan(&lines).Error
	cards := make(map[CustomerID][]cardLine, len(of))
	for _, line := range lines {
		cards[line.ID] = append(cards[line.ID], line)
	}
	return cards, explain(err)
}

// whenAsked gives of each of ids the last time they asked for what text names, or else said it.
func (s *Store) whenAsked(ids []CustomerID, q query, text string) (map[CustomerID]Found, error) {
	where, args := containsAll("i.name_key", Fold(text))
	if len(ids) == 0 || len(args) == 0 {
		return nil, nil
	}
	var last []struct {
		Found
		CustomerID CustomerID
		ID         VisitID
	}
	// Beside max() SQLite takes the other columns from the row that has it (SQLite, "Bare columns in an aggregate query").
	err := s.db.Raw(`SELECT v.customer_id, i.name AS why, v.day, max(v.at) FROM json_each(?) t CROSS JOIN visit v ON v.customer_id = t.value
		CROSS JOIN request r ON r.visit_id = v.id CROSS JOIN item i ON i.id = r.item_id
		WHERE v.deleted_at = 0 AND `+where+" GROUP BY v.customer_id", append([]any{jsonIDs(ids)}, args...)...).Scan(&last).Error
	when := make(map[CustomerID]Found, len(ids))
	for _, l := range last {
		when[l.CustomerID] = Found{Reason: FoundByAsked, Why: l.Why, Day: l.Day}
	}
	ids = slices.DeleteFunc(slices.Clone(ids), func(id CustomerID) bool { return when[id].Reason != "" })
	if err != nil || len(ids) == 0 {
		return when, explain(err)
	}
	condition, args := q.inKey()
	last = nil
	err = s.db.Raw(`SELECT v.customer_id, v.id, v.day, max(v.at) FROM json_each(?) t CROSS JOIN visit v ON v.customer_id = t.value
		CROSS JOIN visit_search k ON k.id = v.id
		WHERE v.deleted_at = 0 AND `+condition+" GROUP BY v.customer_id", append([]any{jsonIDs(ids)}, args...)...).Scan(&last).Error
	for _, l := range last {
		if err == nil {
			l.Why, err = s.saidAt(q, l.ID)
			when[l.CustomerID] = Found{Reason: FoundBySaid, Why: l.Why, Day: l.Day}
		}
	}
	if err != nil {
		return when, explain(err)
	}
	ids = slices.DeleteFunc(ids, func(id CustomerID) bool { return when[id].Reason != "" })
	return when, s.whenPraised(ids, q, when)
}
