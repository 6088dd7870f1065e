package models

import "gorm.io/gorm"

// A merged customer has one referrer: of two referrals, one counts and the other goes with the card that goes.

// dropReferrals takes out the referral that does not count: by the owner's choice, or where both were sent by the same
// person.
func (m *merging) dropReferrals() error {
	own, other, err := m.referrals()
	if err != nil {
		return err
	}
	side := m.choice[MergeBroughtBy]
	if side == MergeEither && own != nil && other != nil && own.sameReferrer(other) {
		side = MergeKeep
	}
	switch side {
	case MergeKeep:
		return m.drop(other)
	case MergeGone:
		return m.drop(own)
	}
	return nil
}

// drop takes a referral out with the thank-you that was due for it; nil is none.
func (m *merging) drop(r *ReferralIn) error {
	if r == nil {
		return nil
	}
	if err := forgetThanks(m.tx, r.ID); err != nil {
		return err
	}
	return updateOne(m.tx.Model(&ReferralIn{}).Where("id = ?", r.ID), map[string]any{"deleted_at": m.now})
}

// referrals give the referral of each card that is not denied; nil for none.
func (m *merging) referrals() (own, other *ReferralIn, err error) {
	if own, err = liveReferral(m.tx, m.keep.ID); err != nil {
		return nil, nil, err
	}
	other, err = liveReferral(m.tx, m.gone.ID)
	return own, other, err
}

func liveReferral(tx *gorm.DB, referee CustomerID) (*ReferralIn, error) {
	var r ReferralIn
	found := tx.Where("referee_id = ? AND state <> 'denied' AND deleted_at = 0", referee).Limit(1).Find(&r)
	if found.Error != nil || found.RowsAffected == 0 {
		return nil, found.Error
	}
	return &r, nil
}

func (r *ReferralIn) sameReferrer(other *ReferralIn) bool {
	return r.ReferrerCustomerID == other.ReferrerCustomerID && r.ReferrerSpecialistID == other.ReferrerSpecialistID
}

// refuse gives the Problem of a merge that would break invariant 1.
func (m *merging) refuse() error {
	own, other, err := m.referrals()
	if err != nil {
		return err
	}
	for _, r := range []*ReferralIn{own, other} {
		if r == nil {
			continue
		}
		if r.ReferrerCustomerID == m.keep.ID || r.ReferrerCustomerID == m.gone.ID {
			return m.problem("merge.self", "Referrer", r.ReferrerCustomerID, "Referee", r.RefereeID)
		}
		around, err := m.comesAround(r)
		if err != nil {
			return err
		}
		if around && (own == nil || other == nil) {
			return m.problem("merge.circle", "Referrer", r.ReferrerCustomerID, "Referee", r.RefereeID)
		}
	}
	if own != nil && other != nil {
		return m.twoReferrers(own, other)
	}
	return nil
}

// comesAround tells whether one of the two cards stands above the referral's referrer, however far.
func (m *merging) comesAround(r *ReferralIn) (around bool, err error) {
	err = m.tx.Raw(`WITH RECURSIVE up (id) AS (
		SELECT @from
		UNION
		SELECT r.referrer_customer_id FROM up JOIN referral_in r
		    ON r.referee_id = up.id AND r.state <> 'denied' AND r.deleted_at = 0 AND r.referrer_customer_id IS NOT NULL)
		SELECT EXISTS (SELECT 1 FROM up WHERE id IN (@keep, @gone))`,
		map[string]any{"from": r.ReferrerCustomerID, "keep": m.keep.ID, "gone": m.gone.ID}).Row().Scan(&around)
	return around, err
}

func (m *merging) twoReferrers(own, other *ReferralIn) error {
	names := make([]string, 2)
	for i, r := range []*ReferralIn{own, other} {
		err := m.tx.Raw(`SELECT coalesce(p.name, `+nameOf("c")+`) FROM referral_in r
			LEFT JOIN customer c ON c.id = r.referrer_customer_id LEFT JOIN specialist p ON p.id = r.referrer_specialist_id WHERE r.id = ?`, r.ID).Row().Scan(&names[i])
		if err != nil {
			return err
		}
	}
	return problem("broughtBy", "merge.twoReferrers", "First", names[0], "Second", names[1])
}

// problem makes a Problem at "broughtBy" in which two people are named.
func (m *merging) problem(key, first string, one CustomerID, second string, another CustomerID) error {
	names := make([]string, 2)
	for i, id := range []CustomerID{one, another} {
		if err := m.tx.Raw("SELECT "+nameOf("c")+" FROM customer c WHERE c.id = ?", id).Row().Scan(&names[i]); err != nil {
			return err
		}
	}
	return problem("broughtBy", key, first, names[0], second, names[1])
}
