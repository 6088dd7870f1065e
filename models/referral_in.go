package models

import (
	"errors"

	"gorm.io/gorm"
)

// ReferralState is how far a referral to us has come.
type ReferralState string

// The states of a referral in.
const (
	ReferralPending   ReferralState = "pending"   // we were told; they have not come
	ReferralQualified ReferralState = "qualified" // they came in; nothing is completed yet
	ReferralApproved  ReferralState = "approved"  // their first visit is completed
	ReferralDenied    ReferralState = "denied"
)

// ReferralStates are all of them, in the order a list offers them.
var ReferralStates = []ReferralState{ReferralPending, ReferralQualified, ReferralApproved, ReferralDenied}

// Referrer is who sent somebody: a customer, a specialist, or a customer or specialist added in the same breath. The zero
// value is nobody.
type Referrer struct {
	CustomerID    CustomerID
	SpecialistID  SpecialistID
	New           *Customer
	NewSpecialist string `json:",omitempty"` // the name of one who is not in the book of specialists yet
}

// Given tells whether there is a referrer.
func (r Referrer) Given() bool {
	return r.CustomerID != 0 || r.SpecialistID != 0 || r.New != nil || r.NewSpecialist != ""
}

// ReferralIn is one person sent to us by another.
type ReferralIn struct {
	ID                   ReferralInID
	ReferrerCustomerID   CustomerID
	ReferrerSpecialistID SpecialistID
	RefereeID            CustomerID
	OnDay                Day
	StaffID              StaffID // the member of staff who was recommended by name
	Note                 string
	FromBefore           bool // history from before we kept this book: it counts, and makes no thank-you due
	State                ReferralState
	DeniedReason         string
	ApprovedAt           Moment
	CreatedAt            Moment
	DeletedAt            Moment

	Referrer Referrer  `gorm:"-"` // in: who sent them. SaveReferral sets the two IDs above from it
	Referee  *Customer `gorm:"-"` // in: the one who was sent, where they are added in the same breath
}

// SaveReferral records a referral, or changes one, and settles its state and its thank-you in the same
// transaction. Refused as Problems: oneself, a second referrer, a circle, and somebody who was a customer
// before the day without the "from before" tick; and a day still to come, unless it is stored so.
func (s *Store) SaveReferral(r *ReferralIn) error {
	work := *r
	work.Referee, work.Referrer.New = r.Referee.clone(), r.Referrer.New.clone()
	return keep(r, &work, s.change(KindReferral|KindCustomer|KindThankYou|KindSpecialist, func(tx *gorm.DB) error {
		if work.Referee != nil {
			if err := s.saveCustomer(tx, work.Referee); err != nil {
				return under("referee", err)
			}
			work.RefereeID, work.Referee = work.Referee.ID, nil
		}
		if err := s.referralNotAhead(tx, &work); err != nil {
			return err
		}
		if err := s.saveReferral(tx, &work); err != nil {
			return err
		}
		if err := s.settleReferral(tx, work.RefereeID); err != nil {
			return err
		}
		return tx.Select("State", "ApprovedAt", "OnDay").Where("id = ?", work.ID).First(&work).Error
	}))
}

// referralNotAhead gives the Problem of a referral on a day that is still to come. One that is stored so may stay as it is: the clock may
// have been set back since.
func (s *Store) referralNotAhead(tx *gorm.DB, r *ReferralIn) error {
	if r.OnDay <= DayOf(s.now().Add(clockSkew)) || !r.OnDay.Valid() {
		return nil // of a day that is none, checkReferral tells
	}
	var same int64
	err := tx.Model(&ReferralIn{}).Where("id = ? AND on_day = ?", int64(r.ID), r.OnDay).Count(&same).Error
	if err == nil && same == 0 {
		return problem("onDay", "date.ahead")
	}
	return err
}

// saveReferral stores the referral; a new one, or one about somebody else now, as pending. settleReferral takes it
// from there.
func (s *Store) saveReferral(tx *gorm.DB, r *ReferralIn) error {
	if person := r.Referrer.New; person != nil {
		if err := s.saveCustomer(tx, person); err != nil {
			return under("broughtBy", err)
		}
		r.Referrer = Referrer{CustomerID: person.ID}
	}
	if name := r.Referrer.NewSpecialist; name != "" {
		added := Specialist{Name: name}
		if err := s.putSpecialist(tx, &added); err != nil {
			return under("broughtBy", err)
		}
		r.Referrer = Referrer{SpecialistID: added.ID}
	}
	if r.Referrer.Given() {
		r.ReferrerCustomerID, r.ReferrerSpecialistID = r.Referrer.CustomerID, r.Referrer.SpecialistID
	}
	if err := neitherErased(tx, r.ID, "referee"); err != nil {
		return err
	}
	if err := s.takeOver(tx, r); err != nil {
		return err
	}
	if err := s.checkReferral(tx, r); err != nil {
		return err
	}
	return putRow(tx, r, r.ID, notDeleted)
}

// takeOver gives the referral what is not the form's to say, from how it is stored. Once it is about somebody else,
// or no longer from before, it begins anew, and a thank-you that was due for it is not.
func (s *Store) takeOver(tx *gorm.DB, r *ReferralIn) error {
	if r.ID == 0 {
		r.State, r.DeniedReason, r.ApprovedAt, r.CreatedAt = ReferralPending, "", 0, MomentOf(s.now())
		return errors.Join(inBook(tx, r.ReferrerCustomerID), inBook(tx, r.RefereeID))
	}
	var was ReferralIn
	err := oneRow(tx.Where("id = ? AND deleted_at = 0", r.ID).Limit(1).Find(&was))
	if err != nil {
		return err
	}
	if r.ReferrerCustomerID != was.ReferrerCustomerID {
		err = inBook(tx, r.ReferrerCustomerID)
	}
	if r.RefereeID != was.RefereeID {
		err = errors.Join(err, inBook(tx, r.RefereeID))
	}
	if err != nil {
		return err
	}
	r.State, r.DeniedReason, r.ApprovedAt, r.CreatedAt = was.State, was.DeniedReason, was.ApprovedAt, was.CreatedAt
	same := r.ReferrerCustomerID == was.ReferrerCustomerID && r.ReferrerSpecialistID == was.ReferrerSpecialistID && r.RefereeID == was.RefereeID &&
		(r.FromBefore || !was.FromBefore)
	if same || r.State == ReferralDenied {
		return nil
	}
	r.State, r.ApprovedAt = ReferralPending, 0
	return forgetThanks(tx, r.ID)
}

// neitherErased gives the Problem, of that field, of a referral in which somebody was erased: what is written into it would be about
// them again.
func neitherErased(tx *gorm.DB, id ReferralInID, field string) error {
	var n int64
	err := tx.Raw(`SELECT count(*) FROM referral_in r JOIN customer c ON c.id IN (r.referee_id, r.referrer_customer_id) WHERE r.id = ? AND c.state = ?`,
		id, CustomerErased).Row().Scan(&n)
	if err == nil && n > 0 {
		return problem(field, "referral.erased")
	}
	return err
}

func (s *Store) checkReferral(tx *gorm.DB, r *ReferralIn) error {
	r.Note = someLines(r.Note)
	if r.OnDay == "" {
		r.OnDay = s.Today()
	}
	switch {
	case r.ReferrerCustomerID == 0 && r.ReferrerSpecialistID == 0:
		return problem("broughtBy", "referral.who")
	case r.RefereeID == 0:
		return problem("referee", "referral.whom")
	case r.ReferrerCustomerID == r.RefereeID:
		return problem("broughtBy", "referral.self")
	case !r.OnDay.Valid():
		return problem("onDay", "date")
	case r.State == ReferralDenied:
		return nil
	}
	if err := checkOtherReferrer(tx, r); err != nil {
		return err
	}
	if r.FromBefore {
		return nil
	}
	var first Day
	err := tx.Raw("SELECT ifnull(min(day), '') FROM visit WHERE customer_id = ? AND state = 'completed' AND deleted_at = 0 AND day < ?",
		r.RefereeID, r.OnDay).Row().Scan(&first)
	if err == nil && first != "" {
		err = problem("fromBefore", "referral.before", "Day", first)
	}
	return err
}

func checkOtherReferrer(tx *gorm.DB, r *ReferralIn) error {
	var name string
	row := tx.Raw(`SELECT coalesce(nullif(c.name, ''), p.name, '') FROM referral_in o
		LEFT JOIN customer c ON c.id = o.referrer_customer_id LEFT JOIN specialist p ON p.id = o.referrer_specialist_id
		WHERE o.referee_id = ? AND o.id <> ? AND o.state <> 'denied' AND o.deleted_at = 0`, r.RefereeID, int64(r.ID)).Scan(&name)
	if row.Error == nil && row.RowsAffected > 0 {
		return problem("broughtBy", "referral.already", "Name", name)
	}
	return row.Error
}

// settleReferral makes the state of the customer's referral follow from their visits, and its thank-you
// follow from the state (invariant 2). A visit logged later for a day before the referral's moves the referral's
// day: they were sent before they came.
func (s *Store) settleReferral(tx *gorm.DB, referee CustomerID) error {
	if referee == 0 {
		return nil
	}
	var r ReferralIn
	found := tx.Where("referee_id = ? AND state <> 'denied' AND deleted_at = 0", referee).Limit(1).Find(&r)
	if found.Error != nil || found.RowsAffected == 0 {
		return found.Error
	}
	state, day, err := earned(tx, &r)
	if err != nil {
		return err
	}
	if state != r.State || day != r.OnDay {
		if state != ReferralApproved {
			r.ApprovedAt = 0
		} else if r.State != ReferralApproved {
			r.ApprovedAt = MomentOf(s.now())
		}
		r.State, r.OnDay = state, day
		if err := tx.Model(&r).Select("State", "ApprovedAt", "OnDay").Updates(&r).Error; err != nil {
			return err
		}
	}
	there, err := inBooks(tx, r.ReferrerCustomerID, r.ReferrerSpecialistID)
	if err != nil {
		return err
	}
	if r.State != ReferralApproved || r.FromBefore || !there {
		return forgetThanks(tx, r.ID)
	}
	return s.oweThanks(tx, &ThankYou{CustomerID: r.ReferrerCustomerID, SpecialistID: r.ReferrerSpecialistID, Cause: ThanksReferral, CauseID: int64(r.ID)})
}

// earned gives the state the referee's visits give the referral, and the latest day it can be of.
func earned(tx *gorm.DB, r *ReferralIn) (ReferralState, Day, error) {
	if r.FromBefore {
		return ReferralApproved, r.OnDay, nil
	}
	var first Day
	var open int
	err := tx.Raw(`SELECT ifnull(min(day) FILTER (WHERE state = 'completed'), ''), count(*) FILTER (WHERE state = 'open')
		FROM visit WHERE customer_id = ? AND deleted_at = 0`, r.RefereeID).Row().Scan(&first, &open)
	switch {
	case first != "":
		return ReferralApproved, min(first, r.OnDay), err
	case open > 0:
		return ReferralQualified, r.OnDay, err
	}
	return ReferralPending, r.OnDay, err
}

// DeleteReferral takes a referral that was recorded by mistake away, with a thank-you not yet said.
func (s *Store) DeleteReferral(id ReferralInID) error {
	return s.change(KindReferral|KindCustomer|KindThankYou, func(tx *gorm.DB) error {
		if err := forgetThanks(tx, id); err != nil {
			return err
		}
		return updateOne(tx.Model(&ReferralIn{}).Where("id = ? AND deleted_at = 0", id), map[string]any{"deleted_at": MomentOf(s.now())})
	})
}

// ReferralIn gives one referral, or ErrNotFound.
func (s *Store) ReferralIn(id ReferralInID) (*ReferralIn, error) {
	var r ReferralIn
	err := s.db.Where("id = ? AND deleted_at = 0", id).First(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, ErrNotFound
	}
	r.Referrer = Referrer{CustomerID: r.ReferrerCustomerID, SpecialistID: r.ReferrerSpecialistID}
	return &r, explain(err)
}
