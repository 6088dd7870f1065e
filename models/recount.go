package models

import "gorm.io/gorm"

// recount makes every sum about customers anew from the visits and referrals, in one sweep, and writes only those that
// were wrong. It is the oracle of the triggers that keep the sums, and what a bulk of rows uses in their place.
const recount = `UPDATE customer SET (visit_n, visit_day_n, first_at, last_at, spent, asked_n, brought_n) = (s.n, s.days, s.first, s.last, s.spent, s.asked, s.brought)
	FROM (SELECT c.id, ifnull(v.n, 0) AS n, ifnull(v.days, 0) AS days, ifnull(v.first, 0) AS first, ifnull(v.last, 0) AS last,
	    ifnull(v.spent, 0) AS spent, ifnull(v.asked, 0) AS asked, ifnull(r.n, 0) AS brought
	  FROM customer c
	  LEFT JOIN (SELECT customer_id, count(*) AS n, count(DISTINCT day) AS days, min(at) AS first, max(at) AS last, sum(amount) AS spent, count(asked_for) AS asked
	    FROM visit WHERE customer_id IS NOT NULL AND state = 'completed' AND deleted_at = 0 GROUP BY customer_id) v ON v.customer_id = c.id
	  LEFT JOIN (SELECT referrer_customer_id AS id, count(*) AS n FROM referral_in
	    WHERE state = 'approved' AND deleted_at = 0 AND referrer_customer_id IS NOT NULL GROUP BY referrer_customer_id) r ON r.id = c.id) s
	WHERE customer.id = s.id AND (visit_n, visit_day_n, first_at, last_at, customer.spent, asked_n, brought_n) IS NOT (s.n, s.days, s.first, s.last, s.spent, s.asked, s.brought)`

// Recount makes the sums kept about customers anew. It changes nothing where the sums are right.
func (s *Store) Recount() error {
	if s.held != nil {
		return s.held
	}
	err := transact(s.db, func(tx *gorm.DB) error { return tx.Exec(recount).Error })
	if err == nil {
		s.changed(KindCustomer)
	}
	return explain(err)
}
