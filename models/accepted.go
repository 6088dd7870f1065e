package models

import "gorm.io/gorm"

// What an accepted alternative makes, and how it is unmade (invariant 3).

// daysUntilAsked is how long after sending somebody to a specialist we ask how it went, and after a "later"
// without a day we get back to them.
const daysUntilAsked = 7

// makeOrUnmake gives the alternative what its kind makes when accepted, and takes back what it no longer should have.
func (s *Store) makeOrUnmake(tx *gorm.DB, v *Visit, r *Request, a *Alternative) error {
	accepted := a.State == AlternativeAccepted
	if err := unmake(tx, a.ID, func(kind AlternativeKind) bool { return accepted && kind == a.Kind }); err != nil || !accepted {
		return err
	}
	switch a.Kind {
	case OrderIn:
		return s.makeWant(tx, v, r, a)
	case ToSpecialist:
		return s.makeReferralOut(tx, v, r, a)
	case Later:
		return s.makeFollowUp(tx, v, r, a)
	}
	return nil
}

// unmake takes back what the alternative made, save for the kind that stays. What has gone its way since (a
// thing ordered, an answer heard) is not wiped out but cancelled, so that the log stays true.
func unmake(tx *gorm.DB, id AlternativeID, stays func(AlternativeKind) bool) error {
	for _, made := range []struct {
		kind       AlternativeKind
		statements []string
	}{
		{OrderIn, []string{
			"DELETE FROM want WHERE alternative_id = ? AND state = 'requested'",
			"UPDATE want SET state = 'cancelled' WHERE alternative_id = ? AND state <> 'collected'"}},
		{ToSpecialist, []string{
			"DELETE FROM referral_out WHERE alternative_id = ? AND state IN ('draft', 'sent')"}},
		{Later, []string{
			"DELETE FROM follow_up WHERE alternative_id = ? AND state = 'open'"}},
	} {
		if stays(made.kind) {
			continue
		}
		for _, statement := range made.statements {
			if err := tx.Exec(statement, id).Error; err != nil {
				return err
			}
		}
	}
	return nil
}

// unmakeAll takes back what all alternatives of a visit made, and its own open follow-ups.
func unmakeAll(tx *gorm.DB, id VisitID) error {
	var made []AlternativeID
	err := tx.Raw("SELECT a.id FROM alternative a JOIN request r ON r.id = a.request_id WHERE r.visit_id = ?", id).Scan(&made).Error
	if err != nil {
		return err
	}
	for _, a := range made {
		if err := unmake(tx, a, func(AlternativeKind) bool { return false }); err != nil {
			return err
		}
	}
	return tx.Exec("DELETE FROM follow_up WHERE visit_id = ? AND state = 'open'", id).Error
}

func (s *Store) makeWant(tx *gorm.DB, v *Visit, r *Request, a *Alternative) error {
	var have Want
	found := tx.Where("alternative_id = ? AND state <> 'cancelled'", a.ID).Limit(1).Find(&have)
	if found.Error != nil {
		return found.Error
	}
	now := MomentOf(s.now())
	if found.RowsAffected == 0 {
		have = Want{State: WantRequested, CreatedAt: now}
	}
	have.CustomerID, have.ItemID, have.RequestID, have.AlternativeID = v.CustomerID, r.ItemID, r.ID, a.ID
	have.DueOn, have.ChangedAt = a.DueOn, now
	return tx.Save(&have).Error
}

func (s *Store) makeReferralOut(tx *gorm.DB, v *Visit, r *Request, a *Alternative) error {
	var have ReferralOut
	found := tx.Where("alternative_id = ? AND state <> 'cancelled'", a.ID).Limit(1).Find(&have)
	if found.Error != nil {
		return found.Error
	}
	if found.RowsAffected == 0 {
		have = ReferralOut{State: ReferralOutSent, SentOn: v.Day, AskOn: v.Day.AddDays(daysUntilAsked), CreatedAt: MomentOf(s.now())}
	}
	have.CustomerID, have.SpecialistID, have.RequestID, have.AlternativeID = v.CustomerID, a.SpecialistID, r.ID, a.ID
	have.Need, have.Consent = r.Item, a.Consent
	return tx.Save(&have).Error
}

func (s *Store) makeFollowUp(tx *gorm.DB, v *Visit, r *Request, a *Alternative) error {
	var have FollowUp
	found := tx.Where("alternative_id = ? AND state <> 'skipped'", a.ID).Limit(1).Find(&have)
	if found.Error != nil {
		return found.Error
	}
	if found.RowsAffected == 0 {
		have = FollowUp{Cause: CauseAlternative, State: FollowUpOpen, CreatedAt: MomentOf(s.now())}
	}
	due := a.DueOn
	if due == "" {
		due = v.Day.AddDays(daysUntilAsked)
	}
	have.CustomerID, have.VisitID, have.AlternativeID, have.DueOn, have.Why = v.CustomerID, v.ID, a.ID, due, r.Item
	return tx.Save(&have).Error
}

// AnswerAlternative stores what the customer said to an alternative after the visit, and all that follows from
// it. Accepting one while another of the request is accepted is a Problem.
func (s *Store) AnswerAlternative(id AlternativeID, answer Answer, declineReason string) error {
	var visit VisitID
	err := s.db.Raw("SELECT r.visit_id FROM alternative a JOIN request r ON r.id = a.request_id WHERE a.id = ?", id).Row().Scan(&visit)
	if err != nil {
		return ErrNotFound
	}
	e, err := s.Visit(visit)
	if err != nil {
		return err
	}
	for i := range e.Visit.Requests {
		for j := range e.Visit.Requests[i].Alternatives {
			if a := &e.Visit.Requests[i].Alternatives[j]; a.ID == id {
				a.State, a.DeclineReason = answer, declineReason
			}
		}
	}
	return s.SaveVisit(e)
}
