package models

import (
	"cmp"
	"errors"
	"time"

	"gorm.io/gorm"
)

func dayStart(year int, loc *time.Location) time.Time {
	return time.Date(year, time.January, 1, 0, 0, 0, 0, loc)
}

// Visit gives one visit whole, ready to be changed and saved again, or ErrNotFound.
func (s *Store) Visit(id VisitID) (*VisitEntry, error) {
	var e VisitEntry
	byPosition := func(db *gorm.DB) *gorm.DB { return db.Order("position, id") }
	err := s.db.Preload("Requests", byPosition).Preload("Requests.Alternatives", byPosition).
		Where("id = ? AND deleted_at = 0", id).First(&e.Visit).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, explain(err)
	}
	for i := range e.Visit.Requests {
		if err := s.nameRequest(&e.Visit.Requests[i]); err != nil {
			return nil, explain(err)
		}
	}
	var f FollowUp
	err = s.db.Where("visit_id = ? AND cause = 'visit' AND state = 'open'", id).Limit(1).Find(&f).Error
	e.FollowUpOn, e.FollowUpWhy = f.DueOn, f.Why
	return &e, explain(err)
}

// nameRequest reads back the names a request and its alternatives carry for the form.
func (s *Store) nameRequest(r *Request) error {
	if err := s.db.Raw("SELECT name FROM item WHERE id = ?", r.ItemID).Row().Scan(&r.Item); err != nil {
		return err
	}
	for i := range r.Alternatives {
		a := &r.Alternatives[i]
		if a.Kind == AnotherItem {
			if err := s.db.Raw("SELECT name FROM item WHERE id = ?", cmp.Or(a.NamedItemID, a.ItemID)).Row().Scan(&a.Description); err != nil {
				return err
			}
		}
		if a.Kind != ToSpecialist {
			continue
		}
		err := s.db.Raw(`SELECT p.name, ifnull(o.consent, 0), ifnull(o.consent_on, '') FROM specialist p
			LEFT JOIN referral_out o ON o.alternative_id = ? AND o.state <> 'cancelled' WHERE p.id = ?`, a.ID, a.SpecialistID).Row().Scan(&a.Specialist, &a.Consent, &a.ConsentOn)
		if err != nil {
			return err
		}
	}
	return nil
}
