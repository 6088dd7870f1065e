package models

import (
	"errors"
	"slices"

	"gorm.io/gorm"
)

// visitKinds are what a saved visit may touch.
const visitKinds = KindVisit | KindCustomer | KindItem | KindReferral | KindThankYou | KindFollowUp | KindWant

// SaveVisit stores a new visit, or a changed one whole, with the customer added in the same breath, who sent
// them, what each accepted alternative makes, and when to get back to them: all in one transaction. On
// success e carries the new IDs; on any error e is as it was and nothing is stored. What is wrong with the
// new customer is a Problem whose Field begins with "newCustomer.".
func (s *Store) SaveVisit(e *VisitEntry) error {
	work := e.clone()
	work.Visit.Day = DayOf(work.Visit.At.In(s.now().Location()))
	if err := work.validate(); err != nil {
		return err
	}
	if err := s.change(visitKinds, func(tx *gorm.DB) error { return s.saveVisit(tx, work) }); err != nil {
		return err
	}
	*e = *work
	return nil
}

func (s *Store) saveVisit(tx *gorm.DB, e *VisitEntry) error {
	v := &e.Visit
	if e.NewCustomer != nil {
		if err := s.saveCustomer(tx, e.NewCustomer); err != nil {
			return under("newCustomer", err)
		}
		v.CustomerID, e.NewCustomer = e.NewCustomer.ID, nil
	}
	before, err := customerOf(tx, v.ID)
	if err != nil {
		return err
	}
	if v.CreatedAt == 0 {
		v.CreatedAt = MomentOf(s.now())
	}
	// Before the visit itself: a referral must not find the visit that it comes with in its way.
	if err := s.referFromVisit(tx, e); err != nil {
		return err
	}
	if err := tx.Omit("Requests").Save(v).Error; err != nil {
		return err
	}
	if err := s.saveRequests(tx, v); err != nil {
		return err
	}
	if err := s.followUpFromVisit(tx, e); err != nil {
		return err
	}
	if err := indexVisit(tx, v); err != nil {
		return err
	}
	for _, id := range slices.Compact([]CustomerID{before, v.CustomerID}) {
		if err := s.settleReferral(tx, id); err != nil {
			return err
		}
	}
	return nil
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

func (s *Store) saveRequests(tx *gorm.DB, v *Visit) error {
	keep := []RequestID{-1}
	for _, r := range v.Requests {
		if r.ID != 0 {
			keep = append(keep, r.ID)
		}
	}
	if err := tx.Where("visit_id = ? AND id NOT IN ?", v.ID, keep).Delete(&Request{}).Error; err != nil {
		return err
	}
	for i := range v.Requests {
		v.Requests[i].VisitID, v.Requests[i].Position = v.ID, i
		if err := s.saveRequest(tx, v, &v.Requests[i]); err != nil {
			return err
		}
	}
	return nil
}

// saveRequest stores the request still open, then its alternatives, and closes it last: the file refuses a
// request that closes without them.
func (s *Store) saveRequest(tx *gorm.DB, v *Visit, r *Request) (err error) {
	if r.ItemID, err = s.itemNamed(tx, r.Item); err != nil {
		return err
	}
	r.settle(v.State)
	closed, lost := r.State, r.LostReason
	if !r.Available() {
		r.State, r.LostReason = RequestUnavailable, LostNot
	}
	if err := tx.Omit("Alternatives").Save(r).Error; err != nil {
		return err
	}
	if err := s.saveAlternatives(tx, v, r); err != nil {
		return err
	}
	r.State, r.LostReason = closed, lost
	return tx.Model(r).Select("State", "LostReason").Updates(r).Error
}

func (s *Store) saveAlternatives(tx *gorm.DB, v *Visit, r *Request) error {
	keep := []AlternativeID{-1}
	for _, a := range r.Alternatives {
		if a.ID != 0 {
			keep = append(keep, a.ID)
		}
	}
	if err := tx.Where("request_id = ? AND id NOT IN ?", r.ID, keep).Delete(&Alternative{}).Error; err != nil {
		return err
	}
	// Two accepted ones may not stand side by side for a moment either: what is no longer accepted goes first.
	order := make([]int, len(r.Alternatives))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return acceptedLast(r.Alternatives[a]) - acceptedLast(r.Alternatives[b])
	})
	for _, i := range order {
		a := &r.Alternatives[i]
		a.RequestID, a.Position = r.ID, i
		if err := s.saveAlternative(tx, v, r, a); err != nil {
			return err
		}
	}
	return nil
}

func acceptedLast(a Alternative) int {
	if a.State == AlternativeAccepted {
		return 1
	}
	return 0
}

func (s *Store) saveAlternative(tx *gorm.DB, v *Visit, r *Request, a *Alternative) (err error) {
	a.ItemID = 0
	if a.Kind == AnotherItem {
		if a.ItemID, err = s.itemNamed(tx, a.Description); err != nil {
			return err
		}
	}
	if a.Kind != ToSpecialist {
		a.SpecialistID = 0
	}
	if a.OfferedBy == 0 {
		a.OfferedBy = v.ServedBy
	}
	if err := tx.Save(a).Error; err != nil {
		return err
	}
	return s.makeOrUnmake(tx, v, r, a)
}

// DeleteVisit takes a visit out of the log. A referral that rested on it waits again.
func (s *Store) DeleteVisit(id VisitID) error {
	return s.change(visitKinds, func(tx *gorm.DB) error {
		customer, err := customerOf(tx, id)
		if err != nil {
			return err
		}
		if err := unmakeAll(tx, id); err != nil {
			return err
		}
		if err := tx.Model(&Visit{}).Where("id = ?", id).Update("deleted_at", MomentOf(s.now())).Error; err != nil {
			return err
		}
		if err := tx.Exec("DELETE FROM visit_search WHERE id = ?", id).Error; err != nil {
			return err
		}
		return s.settleReferral(tx, customer)
	})
}
