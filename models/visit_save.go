package models

import (
	"errors"
	"slices"
	"time"

	"gorm.io/gorm"
)

// visitKinds are what a saved visit may touch.
const visitKinds = KindVisit | KindCustomer | KindItem | KindReferral | KindThankYou | KindFollowUp | KindWant | KindSpecialist

// clockSkew is how far in the future a visit may lie: the clocks of two computers at one counter are never quite equal.
const clockSkew = 5 * time.Minute

// SaveVisit stores a new visit, or a changed one whole, with the customer added in the same breath, who sent
// them, what each accepted alternative makes, and when to get back to them, and drops the draft it was typed in: all in one transaction. On
// success e carries the new IDs; on any error e is as it was and nothing is stored. What is wrong with the
// new customer is a Problem whose Field begins with "newCustomer.".
func (s *Store) SaveVisit(e *VisitEntry) error {
	work, err := s.checked(e)
	if err != nil {
		return err
	}
	if err := s.change(visitKinds, func(tx *gorm.DB) error { return s.saveEntry(tx, work) }); err != nil {
		return err
	}
	*e = *work
	return nil
}

// CheckVisit gives the Problems for which SaveVisit would refuse e before it stores anything, joined; see Problems.
func (s *Store) CheckVisit(e *VisitEntry) error {
	_, err := s.checked(e)
	return err
}

// checked gives a tidied copy of e, ready to be stored.
func (s *Store) checked(e *VisitEntry) (*VisitEntry, error) {
	work := e.clone()
	work.Visit.Day = DayOf(work.Visit.At.In(s.now().Location()))
	return work, errors.Join(s.notAhead(&work.Visit), work.validate())
}

// saveEntry stores the visit and drops its draft: a power cut between the two would offer a stored visit again.
func (s *Store) saveEntry(tx *gorm.DB, e *VisitEntry) error {
	if err := s.saveVisit(tx, e); err != nil {
		return err
	}
	return dropDraft(tx, e.Draft)
}

func (s *Store) saveVisit(tx *gorm.DB, e *VisitEntry) error {
	v := &e.Visit
	before, err := s.whoCame(tx, e)
	if err != nil {
		return err
	}
	var off bool // it was cancelled so far
	if err := tx.Raw("SELECT EXISTS (SELECT 1 FROM visit WHERE id = ? AND state = 'cancelled')", v.ID).Row().Scan(&off); err != nil {
		return err
	}
	if v.CreatedAt == 0 {
		v.CreatedAt = MomentOf(s.now())
	}
	reached, err := reachOf(tx, v.CustomerID)
	if err != nil {
		return err
	}
	// Before the visit itself: a referral must not find the visit that it comes with in its way.
	if err := s.referFromVisit(tx, e); err != nil {
		return err
	}
	if err := putRow(tx, v, v.ID, notDeleted); err != nil {
		return err
	}
	if err := s.saveRequests(tx, v); err != nil {
		return err
	}
	if off {
		if err := s.remakeEach(tx, v); err != nil {
			return err
		}
	}
	if err := s.followUpFromVisit(tx, e); err != nil {
		return err
	}
	if err := indexVisit(tx, v); err != nil {
		return err
	}
	for _, id := range slices.Compact([]CustomerID{before, v.CustomerID}) {
		if err := s.settleVisits(tx, id); err != nil {
			return err
		}
	}
	return s.oweMilestones(tx, v.CustomerID, reached)
}

// notAhead gives the Problem of a visit that is still to come. One in the log may stay as it is: the clock may have
// been set back since, and an answer to what was offered must not be refused for that.
func (s *Store) notAhead(v *Visit) error {
	if v.At <= MomentOf(s.now().Add(clockSkew)) || !v.Day.Valid() {
		return nil // of a day that is none, validate tells
	}
	var same int64
	err := s.db.Model(&Visit{}).Where("id = ? AND at = ?", v.ID, v.At).Count(&same).Error
	if err == nil && same == 0 {
		return problem("at", "visit.ahead")
	}
	return explain(err)
}

// whoCame stores the customer added in the same breath and sees that the visit's is in the book; before is whose
// visit it was so far, 0 for a new one.
func (s *Store) whoCame(tx *gorm.DB, e *VisitEntry) (before CustomerID, err error) {
	if e.NewCustomer != nil {
		if err := s.saveCustomer(tx, e.NewCustomer); err != nil {
			return 0, under("newCustomer", err)
		}
		e.Visit.CustomerID, e.NewCustomer = e.NewCustomer.ID, nil
	}
	before, err = customerOf(tx, e.Visit.ID)
	if err == nil && before != 0 {
		err = notErased(tx, before)
	}
	if err != nil || before == e.Visit.CustomerID {
		return before, err // an old visit of somebody who has left the book since may still be put right
	}
	return before, inBook(tx, e.Visit.CustomerID)
}

// notErased gives the Problem of a visit of somebody who was erased: what is written into it would be about them again.
func notErased(tx *gorm.DB, id CustomerID) error {
	var n int64
	err := tx.Model(&Customer{}).Where("id = ? AND state = ?", id, CustomerErased).Count(&n).Error
	if err == nil && n > 0 {
		return problem("customer", "visit.erased")
	}
	return err
}

// under puts a Problem's field under that of the form it stands in.
func under(prefix string, err error) error {
	if p, ok := IsProblem(err); ok {
		p.Field = prefix + "." + p.Field
		return p
	}
	return err
}

// customerOf gives whose visit it was so far; 0 for a new one.
func customerOf(tx *gorm.DB, id VisitID) (CustomerID, error) {
	if id == 0 {
		return 0, nil
	}
	var v Visit
	err := tx.Select("customer_id").Where("id = ? AND deleted_at = 0", id).First(&v).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return 0, ErrNotFound
	}
	return v.CustomerID, err
}

func (s *Store) referFromVisit(tx *gorm.DB, e *VisitEntry) error {
	if !e.BroughtBy.Given() {
		return nil
	}
	r := &ReferralIn{Referrer: e.BroughtBy, RefereeID: e.Visit.CustomerID, OnDay: e.Visit.Day, StaffID: e.Visit.AskedFor}
	if err := s.saveReferral(tx, r); err != nil {
		return err
	}
	e.BroughtBy = Referrer{}
	return nil
}

// CancelVisit notes that nothing came of a visit: it stays in the log, but counts for nothing, and what it made is taken back: wants,
// promises to get back to them, who was sent on, and the thank-you for who sent them here. SaveVisit with another state
// makes it count again.
func (s *Store) CancelVisit(id VisitID) error {
	e, err := s.Visit(id)
	if err != nil {
		return err
	}
	e.Visit.State, e.FollowUpOn, e.FollowUpWhy = VisitCancelled, "", ""
	return s.SaveVisit(e)
}

// DeleteVisit takes a visit out of the log. A referral that rested on it waits again.
func (s *Store) DeleteVisit(id VisitID) error {
	return s.change(visitKinds, func(tx *gorm.DB) error { return s.deleteVisit(tx, id) })
}

func (s *Store) deleteVisit(tx *gorm.DB, id VisitID) error {
	customer, err := customerOf(tx, id)
	if err != nil {
		return err
	}
	if err := unmakeVisit(tx, id); err != nil {
		return err
	}
	if err := tx.Model(&Visit{}).Where("id = ?", id).Update("deleted_at", MomentOf(s.now())).Error; err != nil {
		return err
	}
	return s.settleVisits(tx, customer)
}

// unmakeVisit takes back what the visit made and where it is found.
func unmakeVisit(tx *gorm.DB, id VisitID) error {
	err := unmakeEach(tx, "SELECT a.id FROM alternative a JOIN request r ON r.id = a.request_id WHERE r.visit_id = ?", id)
	if err != nil {
		return err
	}
	if err := tx.Exec("DELETE FROM follow_up WHERE visit_id = ? AND state = 'open'", id).Error; err != nil {
		return err
	}
	return tx.Exec("DELETE FROM visit_search WHERE id = ?", id).Error
}
