package models

import "slices"

// AlternativeKind is what sort of thing was offered instead.
type AlternativeKind string

// The kinds of alternative.
const (
	AnotherItem   AlternativeKind = "item"
	OrderIn       AlternativeKind = "order_in"
	ToSpecialist  AlternativeKind = "specialist"
	Later         AlternativeKind = "later"
	SomethingElse AlternativeKind = "other"
)

// AlternativeKinds are all of them, in the order a form offers them.
var AlternativeKinds = []AlternativeKind{AnotherItem, OrderIn, ToSpecialist, Later, SomethingElse}

// outcome is the state an accepted alternative of the kind gives its request (invariant 3).
func (k AlternativeKind) outcome() RequestState {
	switch k {
	case OrderIn:
		return RequestOrderedIn
	case ToSpecialist:
		return RequestReferredOut
	case Later:
		return RequestDeferred
	}
	return RequestSubstituted
}

// Answer is what the customer said to an alternative.
type Answer string

// The answers; AlternativeOffered until there is one.
const (
	AlternativeOffered   Answer = "offered"
	AlternativeAccepted  Answer = "accepted"
	AlternativeDeclined  Answer = "declined"
	AlternativeThinking  Answer = "thinking"
	AlternativeWithdrawn Answer = "withdrawn"
)

// Valid tells whether a is one of the answers.
func (a Answer) Valid() bool {
	switch a {
	case AlternativeOffered, AlternativeAccepted, AlternativeDeclined, AlternativeThinking, AlternativeWithdrawn:
		return true
	}
	return false
}

// Alternative is one thing offered in place of what was not available.
type Alternative struct {
	ID            AlternativeID
	RequestID     RequestID `json:"-"`
	Position      int
	Kind          AlternativeKind
	ItemID        ItemID       // for AnotherItem, found or made from Description
	NamedItemID   ItemID       // the thing it was offered as, where that was merged into ItemID
	SpecialistID  SpecialistID // for ToSpecialist
	Specialist    string       `gorm:"-"` // the specialist's name, read back
	Description   string
	DueOn         Day // for OrderIn when it should arrive, for Later when to try again
	Price         Money
	OfferedBy     StaffID
	DeclineReason string
	State         Answer
	Consent       bool `gorm:"-"` // for ToSpecialist: they agreed that we pass on their number
	ConsentOn     Day  `gorm:"-"` // when they did, read back
}

// validate tidies the alternative; prefix is its place in the form.
func (a *Alternative) validate(prefix string, someone bool) error {
	a.Description, a.DeclineReason = oneLine(a.Description), someLines(a.DeclineReason)
	if a.State == "" {
		a.State = AlternativeOffered
	}
	tells := a.Kind == OrderIn || a.Kind == Later
	switch {
	case !a.State.Valid():
		return problem(prefix+"state", "choice")
	case !slices.Contains(AlternativeKinds, a.Kind):
		return problem(prefix+"kind", "choice")
	case len(a.Description) > maxName:
		return problem(prefix+"description", "tooLong")
	case a.Kind == AnotherItem && Fold(a.Description) == "":
		return problem(prefix+"description", "alternative.item")
	case a.Kind == SomethingElse && a.Description == "":
		return problem(prefix+"description", "alternative.other")
	case a.Kind == ToSpecialist && a.SpecialistID == 0:
		return problem(prefix+"specialist", "alternative.specialist")
	case a.Price < 0:
		return problem(prefix+"price", "money.negative")
	case !a.DueOn.Valid():
		return problem(prefix+"dueOn", "date")
	case a.State == AlternativeAccepted && tells && !someone:
		return problem("customer", "customer.neededToTell")
	}
	return nil
}
