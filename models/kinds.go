package models

// Kind says what sort of thing a change touched. Kinds are flags: one change may touch several.
// This is the whole list; a screen names the ones it shows in its Uses method.
type Kind uint

// The kinds of change.
const (
	KindShop Kind = 1 << iota
	KindStaff
	KindSource
	KindCustomer
	KindVisit
	KindItem
	KindSpecialist
	KindReferral
	KindThankYou
	KindFollowUp
	KindWant
	KindPraise
	KindLabels

	KindAll = 1<<iota - 1
)

// Any tells whether k and other share a kind.
func (k Kind) Any(other Kind) bool { return k&other != 0 }
