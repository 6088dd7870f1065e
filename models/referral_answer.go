package models

import (
	"errors"

	"gorm.io/gorm"
)

// DenyReferral notes that somebody was not sent by that person after all, and why; a thank-you not yet said goes.
func (s *Store) DenyReferral(id ReferralInID, reason string) error {
	reason = oneLine(reason)
	if reason == "" {
		return problem("reason", "reason")
	}
	return s.change(KindReferral|KindCustomer|KindThankYou, func(tx *gorm.DB) error {
		if err := neitherErased(tx, id, "reason"); err != nil {
			return err
		}
		if err := forgetThanks(tx, id); err != nil {
			return err
		}
		return updateOne(tx.Model(&ReferralIn{}).Where("id = ? AND deleted_at = 0", id),
			map[string]any{"state": ReferralDenied, "denied_reason": reason, "approved_at": 0})
	})
}

// AcceptReferral takes back that somebody was not sent by that person: what follows from their visits follows again. Refused as a Problem
// where the two do not go together any more: another was named since, or it would close a circle.
func (s *Store) AcceptReferral(id ReferralInID) error {
	return s.change(KindReferral|KindCustomer|KindThankYou, func(tx *gorm.DB) error {
		if err := neitherErased(tx, id, "broughtBy"); err != nil {
			return err
		}
		var r ReferralIn
		if err := oneRow(tx.Where("id = ? AND deleted_at = 0 AND state = ?", id, ReferralDenied).Limit(1).Find(&r)); err != nil {
			return err
		}
		r.State, r.DeniedReason, r.ApprovedAt = ReferralPending, "", 0
		if err := errors.Join(inBook(tx, r.ReferrerCustomerID), inBook(tx, r.RefereeID)); err != nil {
			return err
		}
		if err := s.checkReferral(tx, &r); err != nil {
			return err
		}
		if err := putRow(tx, &r, r.ID, notDeleted); err != nil {
			return err
		}
		return s.settleReferral(tx, r.RefereeID)
	})
}
