package models

import (
	"errors"
	"slices"
)

// VisitChannel is how a customer came to us.
type VisitChannel string

// The channels of a visit.
const (
	InPerson  VisitChannel = "in_person"
	ByPhone   VisitChannel = "phone"
	ByMessage VisitChannel = "message"
)

// Valid tells whether c is one of the channels.
func (c VisitChannel) Valid() bool { return c == InPerson || c == ByPhone || c == ByMessage }

// VisitState says whether the visit is over. Only a completed one counts for the ladder and for referrals.
type VisitState string

// The states of a visit.
const (
	VisitOpen      VisitState = "open"
	VisitCompleted VisitState = "completed"
	VisitCancelled VisitState = "cancelled"
)

// Valid tells whether s is one of the states.
func (s VisitState) Valid() bool {
	return s == VisitOpen || s == VisitCompleted || s == VisitCancelled
}

// HowLeft is how the customer left.
type HowLeft string

// How customers leave; "" where nobody noted it.
const (
	LeftUnnoted   HowLeft = ""
	LeftDelighted HowLeft = "delighted"
	LeftContent   HowLeft = "content"
	LeftUnhappy   HowLeft = "unhappy"
)

// Valid tells whether h is one of the ways, unnoted among them.
func (h HowLeft) Valid() bool {
	return h == LeftUnnoted || h == LeftDelighted || h == LeftContent || h == LeftUnhappy
}

// Visit is one time somebody came, rang or wrote. CustomerID 0 is a stranger.
type Visit struct {
	ID          VisitID
	CustomerID  CustomerID
	At          Moment
	Day         Day // the shop's local day of At
	Channel     VisitChannel
	ServedBy    StaffID
	AskedFor    StaffID // whom they asked for by name
	Amount      Money   // 0 where none was noted
	PromisedFor Moment
	ReadyAt     Moment
	MadeGood    string // what was done about a promise not kept
	Extra       string // what we did that they had not asked for
	HowLeft     HowLeft
	Note        string
	State       VisitState
	CreatedAt   Moment
	DeletedAt   Moment

	Requests []Request `gorm:"foreignKey:VisitID"`
}

// VisitEntry is a visit with what is said in the same breath. It is stored whole or not at all.
type VisitEntry struct {
	Visit       Visit
	NewCustomer *Customer // somebody not in the book yet; nil when Visit.CustomerID says who, or nobody does
	BroughtBy   Referrer  // who sent them; zero for nobody
	FollowUpOn  Day       // when to get back to them; "" for not
	FollowUpWhy string
	Draft       string `json:"-"` // the name of the draft the visit was typed in, dropped as the visit is stored; "" for none
}

// someone tells whether the visit is by a person we can get back to.
func (e *VisitEntry) someone() bool { return e.Visit.CustomerID != 0 || e.NewCustomer != nil }

// clone copies the entry so that a transaction that fails leaves no trace in what the owner typed.
func (e *VisitEntry) clone() *VisitEntry {
	c := *e
	c.Visit.Requests = slices.Clone(e.Visit.Requests)
	for i := range c.Visit.Requests {
		c.Visit.Requests[i].Alternatives = slices.Clone(e.Visit.Requests[i].Alternatives)
	}
	c.NewCustomer, c.BroughtBy.New = e.NewCustomer.clone(), e.BroughtBy.New.clone()
	return &c
}

// validate tidies the visit's own fields and gives the Problem of the first that cannot be kept.
func (v *Visit) validate() error {
	v.Extra, v.Note, v.MadeGood = someLines(v.Extra), someLines(v.Note), someLines(v.MadeGood)
	if v.Channel == "" {
		v.Channel = InPerson
	}
	if v.State == "" {
		v.State = VisitCompleted
	}
	switch {
	case v.At <= 0 || !v.Day.Valid():
		return problem("at", "date")
	case !v.Channel.Valid():
		return problem("channel", "choice")
	case v.Amount < 0:
		return problem("amount", "money.negative")
	case v.PromisedFor != 0 && v.PromisedFor < v.At:
		return problem("promisedFor", "visit.ready")
	case v.ReadyAt < 0:
		return problem("readyAt", "date")
	case !v.HowLeft.Valid():
		return problem("howLeft", "choice")
	case !v.State.Valid():
		return problem("state", "choice")
	}
	return nil
}

// validate tidies the entry and gives the Problems of the fields that cannot be kept, joined: the first of the visit
// itself, the first of what is said beside it, and the first of each request.
func (e *VisitEntry) validate() error {
	v := &e.Visit
	problems := []error{v.validate(), e.validateBeside()}
	for i := range v.Requests {
		problems = append(problems, v.Requests[i].validate(i, e.someone()))
	}
	return errors.Join(problems...)
}

// validateBeside gives the first Problem of what is said beside the visit.
func (e *VisitEntry) validateBeside() error {
	switch {
	case !e.FollowUpOn.Valid():
		return problem("followUpOn", "date")
	case e.FollowUpOn != "" && !e.someone():
		return problem("customer", "customer.neededToTell")
	case e.BroughtBy.Given() && !e.someone():
		return problem("customer", "customer.neededForReferral")
	case len(e.Visit.Requests) == 0 && !e.someone():
		return problem("requests.0.item", "visit.empty")
	}
	return nil
}
