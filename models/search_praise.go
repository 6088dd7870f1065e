package models

import "strings"

// saidPraise is what praise is found by, as the table k: words of one and two letters are found as well, for there is never much of it.
const saidPraise = "(SELECT p.id, p.customer_id, p.said_by, p.on_day, p.text, p.text_key AS key FROM praise p WHERE p.deleted_at = 0) k"

// findPraise finds what people said about the shop, the latest first.
func (s *Store) findPraise(q query, limit int) (hits []NoteHit, err error) {
	if len(q.terms) == 0 || limit <= 0 {
		return nil, nil
	}
	condition, args := q.inKey()
	err = s.db.Raw(`SELECT k.id AS praise_id, k.customer_id, CASE WHEN c.id IS NULL THEN k.said_by ELSE `+nameOf("c")+` END AS customer, k.on_day AS day, k.text
		FROM `+saidPraise+` LEFT JOIN customer c ON c.id = k.customer_id AND c.deleted_at = 0 WHERE `+condition+" ORDER BY k.on_day DESC, k.id DESC LIMIT "+number(limit), args...).Scan(&hits).Error
	for i := range hits {
		hits[i].Text = strings.Join(strings.Fields(hits[i].Text), " ")
	}
	return hits, explain(err)
}

// whenPraised gives of each of ids the last time they said what q asks for about the shop.
func (s *Store) whenPraised(ids []CustomerID, q query, when map[CustomerID]Found) error {
	if len(ids) == 0 {
		return nil
	}
	condition, args := q.inKey()
	var last []struct {
		CustomerID CustomerID
		Text       string
		Day        Day
	}
	// Beside max() SQLite takes the other columns from the row that has it (SQLite, "Bare columns in an aggregate query").
	err := s.db.Raw("SELECT k.customer_id, k.text, max(k.on_day) AS day FROM "+saidPraise+" WHERE k.customer_id IN (SELECT value FROM json_each(?)) AND "+condition+
		" GROUP BY k.customer_id", append([]any{jsonIDs(ids)}, args...)...).Scan(&last).Error
	for _, l := range last {
		when[l.CustomerID] = Found{Reason: FoundByPraise, Why: strings.Join(strings.Fields(l.Text), " "), Day: l.Day}
	}
	return explain(err)
}
