package models

import (
	"fmt"
	"slices"
)

// RequestState is what became of a request. See the design's domain notes for the whole machine.
type RequestState string

// The states of a request. Received and Fulfilled are things we had; the others begin as Unavailable.
const (
	RequestReceived    RequestState = "received"
	RequestFulfilled   RequestState = "fulfilled"
	RequestUnavailable RequestState = "unavailable" // not there, and nothing settled yet
	RequestSubstituted RequestState = "substituted"
	RequestOrderedIn   RequestState = "ordered_in"
	RequestReferredOut RequestState = "referred_out"
	RequestDeferred    RequestState = "deferred"
	RequestLost        RequestState = "lost"
)

// RequestStates are all of them, in the order a list offers them.
var RequestStates = []RequestState{RequestReceived, RequestFulfilled, RequestUnavailable, RequestSubstituted, RequestOrderedIn, RequestReferredOut, RequestDeferred, RequestLost}

// Reason is why a thing was not available.
type Reason string

// The reasons; ReasonNone for a thing we had.
const (
	ReasonNone         Reason = ""
	ReasonOutOfStock   Reason = "out_of_stock"
	ReasonNotCarried   Reason = "not_carried"
	ReasonDiscontinued Reason = "discontinued"
	ReasonNotOurTrade  Reason = "not_our_trade"
	ReasonNoCapacity   Reason = "no_capacity"
	ReasonPrice        Reason = "price"
)

// Reasons are those a form offers, the usual ones first.
var Reasons = []Reason{ReasonOutOfStock, ReasonNotCarried, ReasonNotOurTrade, ReasonDiscontinued, ReasonNoCapacity, ReasonPrice}

// Valid tells whether r is one of the reasons, none among them.
func (r Reason) Valid() bool { return r == ReasonNone || slices.Contains(Reasons, r) }

// LostReason is why a request was lost.
type LostReason string

// The ways to lose a request.
const (
	LostNot             LostReason = ""
	LostNothingSuitable LostReason = "nothing_suitable" // we had nothing to offer
	LostDeclined        LostReason = "declined"         // they wanted none of what we offered
)

// Request is one thing or job asked for in a visit.
type Request struct {
	ID              RequestID
	VisitID         VisitID `json:"-"`
	Position        int
	ItemID          ItemID
	Item            string `gorm:"-"` // the item's name: typed in, and read back
	NamedItemID     ItemID // the thing it was asked for as, where that was merged into ItemID
	Quantity        int
	TheirWords      string
	Understood      string
	Agreed          bool
	Reason          Reason // ReasonNone: we had it
	NothingSuitable bool
	LostReason      LostReason
	Worth           Money        // what we would have taken for it had we had it; 0 where nobody said
	State           RequestState // follows from the rest on every save

	Alternatives []Alternative `gorm:"foreignKey:RequestID"`
}

// Available tells whether we had it.
func (r *Request) Available() bool { return r.Reason == ReasonNone }

// validate tidies the i-th request and gives the Problem of its first field that cannot be kept. someone
// tells whether there is a person to tell when a thing comes in.
func (r *Request) validate(i int, someone bool) error {
	field := func(name string) string { return fmt.Sprintf("requests.%d.%s", i, name) }
	r.Item, r.TheirWords, r.Understood = oneLine(r.Item), someLines(r.TheirWords), someLines(r.Understood)
	if r.Quantity == 0 {
		r.Quantity = 1
	}
	switch {
	case Fold(r.Item) == "":
		return problem(field("item"), "request.item")
	case len(r.Item) > maxName:
		return problem(field("item"), "tooLong")
	case r.Quantity < 0:
		return problem(field("quantity"), "request.quantity")
	case r.Worth < 0:
		return problem(field("worth"), "money.negative")
	case !r.Reason.Valid():
		return problem(field("reason"), "choice")
	}
	if r.Available() {
		r.Alternatives, r.NothingSuitable, r.Worth = nil, false, 0
		return nil
	}
	accepted := 0
	for j := range r.Alternatives {
		if err := r.Alternatives[j].validate(field(fmt.Sprintf("alternatives.%d.", j)), someone); err != nil {
			return err
		}
		if r.Alternatives[j].State == AlternativeAccepted {
			accepted++
		}
	}
	switch {
	case accepted > 1:
		return problem(field("alternatives"), "alternatives.oneAccepted")
	case len(r.Alternatives) == 0 && !r.NothingSuitable:
		return problem(field("alternatives"), "alternatives.needed")
	case len(r.Alternatives) > 0:
		r.NothingSuitable = false
	}
	return nil
}

// settle derives the state from the answers, as invariants 3 and 4 have it.
func (r *Request) settle(visit VisitState) {
	r.LostReason = LostNot
	if r.Available() {
		r.State = RequestFulfilled
		if visit == VisitOpen {
			r.State = RequestReceived
		}
		return
	}
	r.State = RequestUnavailable
	undecided := false
	for _, a := range r.Alternatives {
		switch a.State {
		case AlternativeAccepted:
			r.State = a.Kind.outcome()
			return
		case AlternativeOffered, AlternativeThinking:
			undecided = true
		}
	}
	switch {
	case undecided:
	case len(r.Alternatives) == 0:
		r.State, r.LostReason = RequestLost, LostNothingSuitable
	default:
		r.State, r.LostReason = RequestLost, LostDeclined
	}
}
