package models

import (
	"database/sql/driver"
	"fmt"
)

// ID is the number of one row of T's table, so that a customer's cannot be passed for a visit's.
// 0 is nobody or nothing and is stored as NULL.
type ID[T any] int64

// The identifiers of the shop file's nouns.
type (
	StaffID       = ID[Staff]
	SourceID      = ID[Source]
	CustomerID    = ID[Customer]
	ContactID     = ID[Contact]
	RememberID    = ID[Remember]
	ItemID        = ID[Item]
	VisitID       = ID[Visit]
	RequestID     = ID[Request]
	AlternativeID = ID[Alternative]
	WantID        = ID[Want]
	SpecialistID  = ID[Specialist]
	ReferralInID  = ID[ReferralIn]
	ReferralOutID = ID[ReferralOut]
	ThankYouID    = ID[ThankYou]
	FollowUpID    = ID[FollowUp]
	PraiseID      = ID[Praise]
	CallID        = ID[Call]
	AdvertSpendID = ID[AdvertSpend]
	TagID         = ID[Tag]
	ListID        = ID[SavedList]
	LabelSheetID  = ID[LabelSheet]
	LabelLeftID   = ID[LabelLeft]
)

// Value implements driver.Valuer: 0 becomes NULL.
func (id ID[T]) Value() (driver.Value, error) {
	if id == 0 {
		return nil, nil
	}
	return int64(id), nil
}

// Scan implements sql.Scanner: NULL becomes 0.
func (id *ID[T]) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*id = 0
	case int64:
		*id = ID[T](v)
	default:
		return fmt.Errorf("an id cannot be read from %T", src)
	}
	return nil
}
