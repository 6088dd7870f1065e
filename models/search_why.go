package models

import "strings"

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
	FoundByAsked   HitReason = "asked" // a thing they asked for
	FoundBySaid    HitReason = "said"  // or that was said or noted at a visit of theirs
)

// Found is why a search found a customer, where their name does not say it: what it was found in, and that text.
type Found struct {
	Reason HitReason
	Why    string
	Day    Day // when it was asked for or said; "" for what stands on the card
}

// WhyFound gives why a search for text found the customer of a row: the line of their card that most of what the name does not
// explain stands in, or else what they asked for or said.
func (s *Store) WhyFound(row CustomerRow, text string) (Found, error) {
	q := queryOf(text)
	left := q.without(row.Name)
	if len(left.terms) == 0 {
		return Found{}, nil
	}
	if left.termsIn(row.Phone) == len(left.terms) {
		return Found{Reason: FoundByPhone, Why: row.Phone}, nil
	}
	lines, err := s.cardLines(row.ID)
	if err != nil {
		return Found{}, err
	}
	var best Found
	most := 0
	for _, line := range lines {
		if n := left.termsIn(line.Text); n > most {
			best, most = Found{Reason: line.Reason, Why: strings.Join(strings.Fields(line.Text), " ")}, n
		}
	}
	if most > 0 {
		return best, nil
	}
	return s.whenAsked(row.ID, q, text)
}

type cardLine struct {
	Reason HitReason
	Text   string
}

// cardLines are the lines of a card that it is found by, beside the name, in its order.
func (s *Store) cardLines(id CustomerID) (lines []cardLine, err error) {
	err = s.db.Raw(`SELECT 'called' AS reason, preferred_name AS text FROM customer WHERE id = @id
		UNION ALL SELECT * FROM (SELECT kind, value FROM contact WHERE customer_id = @id ORDER BY position, id)
		UNION ALL SELECT 'address', address FROM customer WHERE id = @id
		UNION ALL SELECT * FROM (SELECT 'note', text FROM remember WHERE customer_id = @id ORDER BY position, id)`,
		map[string]any{"id": id}).Scan(&lines).Error
	return lines, explain(err)
}

// whenAsked gives the last time the customer asked for what text names, or else said it.
func (s *Store) whenAsked(id CustomerID, q query, text string) (Found, error) {
	where, args := containsAll("i.name_key", Fold(text))
	if len(args) == 0 {
		return Found{}, nil
	}
	var found Found
	err := s.db.Raw(`SELECT 'asked' AS reason, i.name AS why, v.day FROM visit v CROSS JOIN request r ON r.visit_id = v.id CROSS JOIN item i ON i.id = r.item_id
		WHERE v.customer_id = ? AND v.deleted_at = 0 AND `+where+" ORDER BY v.at DESC LIMIT 1", append([]any{id}, args...)...).Scan(&found).Error
	if err != nil || found.Reason != "" {
		return found, explain(err)
	}
	condition, args := q.inKey()
	var at struct {
		ID  VisitID
		Day Day
	}
	err = s.db.Raw(`SELECT v.id, v.day FROM visit v CROSS JOIN visit_search k ON k.id = v.id
		WHERE v.customer_id = ? AND v.deleted_at = 0 AND `+condition+" ORDER BY v.at DESC LIMIT 1", append([]any{id}, args...)...).Scan(&at).Error
	if err != nil || at.ID == 0 {
		return found, explain(err)
	}
	said, err := s.saidAt(q, at.ID)
	return Found{Reason: FoundBySaid, Why: said, Day: at.Day}, explain(err)
}
