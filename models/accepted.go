package models

import (
	"cmp"
	"database/sql"
	"errors"

	"gorm.io/gorm"
)

// What an accepted alternative makes, and how it is unmade (invariant 3).

// daysUntilAsked is how long after sending somebody to a specialist we ask how it went, and after a "later"
// without a day we get back to them.
const daysUntilAsked = 7

// follow gives the alternative what its kind makes when accepted, and takes back what it no longer should have. was
// is the alternative as it stood before: what the owner has done since with what was made then is left alone. Of a visit
// that was cancelled nothing follows.
func (s *Store) follow(tx *gorm.DB, v *Visit, r *Request, a, was *Alternative) error {
	accepted := a.State == AlternativeAccepted && v.State != VisitCancelled
	if err := unmake(tx, a.ID, func(kind AlternativeKind) bool { return accepted && kind == a.Kind }); err != nil || !accepted {
		return err
	}
	if a.newlyAccepted(was) {
		if err := inBook(tx, v.CustomerID); err != nil {
			return err
		}
	}
	if err := moveSettled(tx, a, v.CustomerID); err != nil {
		return err
	}
	switch a.Kind {
	case OrderIn:
		return s.makeWant(tx, v, r, a, was)
	case ToSpecialist:
		return s.makeReferralOut(tx, v, r, a, was)
	case Later:
		return s.makeFollowUp(tx, v, r, a, was)
	}
	return nil
}

// moveSettled hands what came to nothing since to whom the visit is of now: it was theirs all along.
func moveSettled(tx *gorm.DB, a *Alternative, who CustomerID) error {
	statement := map[AlternativeKind]string{
		OrderIn:      "UPDATE want SET customer_id = ? WHERE alternative_id = ? AND state = 'cancelled'",
		ToSpecialist: "UPDATE referral_out SET customer_id = nullif(?, 0) WHERE alternative_id = ? AND state = 'cancelled'",
		Later:        "UPDATE follow_up SET customer_id = ? WHERE alternative_id = ? AND state = 'skipped'",
	}[a.Kind]
	if statement == "" {
		return nil
	}
	return tx.Exec(statement, who, a.ID).Error
}

// newlyAccepted tells whether the customer said yes just now, or yes to something else than before.
func (a *Alternative) newlyAccepted(was *Alternative) bool {
	return was.State != AlternativeAccepted || was.Kind != a.Kind
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

// unmakeEach takes back all that the alternatives made which the query names.
func unmakeEach(tx *gorm.DB, query string, args ...any) error {
	var made []AlternativeID
	if err := tx.Raw(query, args...).Scan(&made).Error; err != nil {
		return err
	}
	for _, a := range made {
		if err := unmake(tx, a, func(AlternativeKind) bool { return false }); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) makeWant(tx *gorm.DB, v *Visit, r *Request, a, was *Alternative) error {
	var have Want
	there, err := madeBy(tx, &have, a.ID, "state <> 'cancelled'")
	if err != nil || (!there && !a.newlyAccepted(was)) {
		return err
	}
	if !there {
		now := MomentOf(s.now())
		have = Want{State: WantRequested, CreatedAt: now, ChangedAt: now}
	}
	// Once it is here, its day is the one the owner put the call off to.
	expected := have.State == WantRequested || have.State == WantOrdered
	if !there || expected && a.DueOn != was.DueOn {
		have.DueOn = a.DueOn
	}
	have.CustomerID, have.ItemID, have.NamedItemID, have.RequestID, have.AlternativeID = v.CustomerID, r.ItemID, r.NamedItemID, r.ID, a.ID
	return putRow(tx, &have, have.ID)
}

func (s *Store) makeReferralOut(tx *gorm.DB, v *Visit, r *Request, a, was *Alternative) error {
	var have ReferralOut
	there, err := madeBy(tx, &have, a.ID, "state <> 'cancelled'")
	if err != nil || (!there && !a.newlyAccepted(was)) {
		return err
	}
	elsewhere := there && have.SpecialistID != a.SpecialistID
	if !there || elsewhere { // how it went at one tells nothing of another: it is asked anew
		have = ReferralOut{ID: have.ID, State: ReferralOutSent, SentOn: v.Day, AskOn: v.Day.AddDays(daysUntilAsked), CreatedAt: cmp.Or(have.CreatedAt, MomentOf(s.now()))}
	}
	have.CustomerID, have.SpecialistID, have.RequestID, have.AlternativeID = v.CustomerID, a.SpecialistID, r.ID, a.ID
	if a.Consent != have.Consent || !there || elsewhere {
		have.ConsentOn = ""
		if a.Consent {
			have.ConsentOn = s.Today()
		}
	}
	have.Need, have.Consent = r.Item, a.Consent
	return putRow(tx, &have, have.ID)
}

func (s *Store) makeFollowUp(tx *gorm.DB, v *Visit, r *Request, a, was *Alternative) error {
	var have FollowUp
	there, err := madeBy(tx, &have, a.ID, "state <> 'skipped'")
	if err != nil || (!there && !a.newlyAccepted(was)) {
		return err
	}
	if !there {
		have = FollowUp{Cause: CauseAlternative, State: FollowUpOpen, CreatedAt: MomentOf(s.now())}
	}
	if !there || a.DueOn != was.DueOn {
		have.DueOn = a.DueOn
	}
	if have.DueOn == "" {
		have.DueOn = v.Day.AddDays(daysUntilAsked)
	}
	have.CustomerID, have.VisitID, have.AlternativeID, have.Why = v.CustomerID, v.ID, a.ID, r.Item
	return putRow(tx, &have, have.ID)
}

// madeBy finds what an alternative made, where it still stands.
func madeBy(tx *gorm.DB, have any, id AlternativeID, stands string) (bool, error) {
	found := tx.Where("alternative_id = ? AND "+stands, id).Limit(1).Find(have)
	return found.RowsAffected > 0, found.Error
}

// AnswerAlternative stores what the customer said to an alternative after the visit, and all that follows from
// it. Accepting one while another of the request is accepted is a Problem.
func (s *Store) AnswerAlternative(id AlternativeID, answer Answer, declineReason string) error {
	var visit VisitID
	err := s.db.Raw("SELECT r.visit_id FROM alternative a JOIN request r ON r.id = a.request_id WHERE a.id = ?", id).Row().Scan(&visit)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	if err != nil {
		return explain(err)
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
