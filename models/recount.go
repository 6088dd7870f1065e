package models

import "gorm.io/gorm"

// recount makes every sum about customers anew from the visits and referrals, in one sweep each. It is the
// oracle of the triggers that keep the sums, and what a bulk of rows uses in their place.
var recount = []string{
	`UPDATE customer SET visit_n = 0, visit_day_n = 0, first_at = 0, last_at = 0, spent = 0, asked_n = 0, brought_n = 0`,
	`UPDATE customer SET visit_n = v.n, visit_day_n = v.days, first_at = v.first, last_at = v.last, spent = v.spent, asked_n = v.asked
	 FROM (SELECT customer_id, count(*) AS n, count(DISTINCT day) AS days, min(at) AS first, max(at) AS last, sum(amount) AS spent, count(asked_for) AS asked
	   FROM visit WHERE customer_id IS NOT NULL AND state = 'completed' AND deleted_at = 0 GROUP BY customer_id) v
	 WHERE customer.id = v.customer_id`,
	`UPDATE customer SET brought_n = r.n
	 FROM (SELECT referrer_customer_id AS id, count(*) AS n FROM referral_in
	   WHERE state = 'approved' AND deleted_at = 0 AND referrer_customer_id IS NOT NULL GROUP BY referrer_customer_id) r
	 WHERE customer.id = r.id`,
}

// Recount makes the sums kept about customers anew. It changes nothing where the sums are right.
func (s *Store) Recount() error {
	err := transact(s.db, func(tx *gorm.DB) error {
		for _, statement := range recount {
			if err := tx.Exec(statement).Error; err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		s.changed(KindCustomer)
	}
	return explain(err)
}
