package models

import "gorm.io/gorm"

// recounts make all that the file keeps twice anew from what it was made of. They are the oracle of the triggers that
// keep it, and what a bulk of rows uses in their place.
var recounts = []string{recountSums, recountPraise, recountCopies, recountRhythm, recountCustomers, "DELETE FROM sent_count", recountSent}

// recountSums makes every sum about a customer from the visits and referrals, in one sweep, and writes only those that
// were wrong.
const recountSums = `UPDATE customer SET (visit_n, visit_day_n, first_at, last_at, spent, asked_n, brought_n) = (s.n, s.days, s.first, s.last, s.spent, s.asked, s.brought)
	FROM (SELECT c.id, ifnull(v.n, 0) AS n, ifnull(v.days, 0) AS days, ifnull(v.first, 0) AS first, ifnull(v.last, 0) AS last,
	    ifnull(v.spent, 0) AS spent, ifnull(v.asked, 0) AS asked, ifnull(r.n, 0) AS brought
	  FROM customer c
	  LEFT JOIN (SELECT customer_id, count(*) AS n, count(DISTINCT day) AS days, min(at) AS first, max(at) AS last, sum(amount) AS spent, count(asked_for) AS asked
	    FROM visit WHERE customer_id IS NOT NULL AND state = 'completed' AND deleted_at = 0 GROUP BY customer_id) v ON v.customer_id = c.id
	  LEFT JOIN (SELECT referrer_customer_id AS id, count(*) AS n FROM referral_in
	    WHERE state = 'approved' AND deleted_at = 0 AND referrer_customer_id IS NOT NULL GROUP BY referrer_customer_id) r ON r.id = c.id) s
	WHERE customer.id = s.id AND (visit_n, visit_day_n, first_at, last_at, customer.spent, asked_n, brought_n) IS NOT (s.n, s.days, s.first, s.last, s.spent, s.asked, s.brought)`

// praiseOf is the query of how often the customer c has praised the shop, and how often for all to read.
const praiseOf = "SELECT count(*), count(*) FILTER (WHERE p.channel = 'review') FROM praise p WHERE p.customer_id = c.id AND p.deleted_at = 0"

// recountPraise counts what customers said.
const recountPraise = "UPDATE customer AS c SET (praise_n, review_n) = (" + praiseOf + ") WHERE (c.praise_n, c.review_n) IS NOT (" + praiseOf + ")"

// recountCopies gives the requests what they keep of their visits.
const recountCopies = `UPDATE request SET (day, at, served_by, asker, cancelled) = (iif(v.deleted_at = 0, v.day, ''), v.at, v.served_by, v.customer_id, v.state = 'cancelled') FROM visit v
	WHERE v.id = request.visit_id AND (request.day, request.at, request.served_by, request.asker, request.cancelled)
	  IS NOT (iif(v.deleted_at = 0, v.day, ''), v.at, v.served_by, v.customer_id, v.state = 'cancelled')`

// recountRhythm makes anew how customers come, after their sums.
const recountRhythm = `UPDATE customer SET (last_day_no, loyal_day_no, gap_twice) = (SELECT last_day_no, loyal_day_no, gap_twice FROM rhythm r WHERE r.id = customer.id)
	WHERE (last_day_no, loyal_day_no, gap_twice) IS NOT (SELECT last_day_no, loyal_day_no, gap_twice FROM rhythm r WHERE r.id = customer.id)`

// recountCustomers counts the customers of each sort, after their sums.
const recountCustomers = `UPDATE customer_count SET n = (SELECT count(*) FROM customer c
	WHERE c.deleted_at = 0 AND c.state = 'active' AND (c.visit_day_n >= 2) = regular AND (c.brought_n > 0 OR c.review_n > 0) = advocate)`

// recountSent counts who was sent to each specialist.
const recountSent = "INSERT INTO sent_count SELECT specialist_id, state, outcome, count(*) FROM referral_out GROUP BY specialist_id, state, outcome"

// Recount makes anew what the file keeps of its own rows: sums, counts and copies. It changes nothing where they are right.
func (s *Store) Recount() error {
	err := s.write(func(tx *gorm.DB) error {
		for _, statement := range recounts {
			if err := tx.Exec(statement).Error; err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		s.changed(KindCustomer | KindVisit | KindReferral)
	}
	return explain(err)
}
