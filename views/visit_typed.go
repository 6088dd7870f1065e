package views

import (
	"encoding/json"

	"goodturn/models"
)

// visitTyped is a visit as it stands in the form: the entry with all that can be stored, and beside it the words
// that cannot be read yet. A draft keeps it whole.
type visitTyped struct {
	Entry    models.VisitEntry // without its requests
	Requests []requestTyped
	Stranger bool   // "someone passing by" was chosen
	Who      string // typed for the customer, and nobody chosen
	At       string // typed for the time, and no time
	Amount   string // typed for the amount, and no amount
	Back     backChoice
	Ready    string // typed for when it is ready, and no time
	BackOn   string // typed for the day to get back to them, and no day
	Sender   string // typed for who sent them, and nobody chosen
	Began    string `json:",omitempty"` // the substance of the form as it began
}

// requestTyped is one request of the form.
type requestTyped struct {
	Request  models.Request // without its alternatives
	Quantity string         // typed, and no number
	Worth    string         `json:",omitempty"` // typed for what the sale would have been, and no amount
	Offers   []offerTyped
}

// offerTyped is one thing offered instead.
type offerTyped struct {
	Offer models.Alternative
	DueOn string // typed, and no day
	Price string // typed, and no amount
	Who   string // typed for the specialist, and nobody chosen
}

// newVisitTyped is the form as it stands before anything is typed.
func newVisitTyped(at models.Moment, servedBy models.StaffID, start VisitStart) visitTyped {
	t := visitTyped{Stranger: start.Stranger, Requests: []requestTyped{{}}}
	t.Entry.Visit.At, t.Entry.Visit.ServedBy, t.Entry.Visit.CustomerID = at, servedBy, start.Customer
	if start.Unavailable {
		t.Requests[0].Request.Reason = models.ReasonOutOfStock
	}
	return t
}

// typedFrom is the form of a visit in the log.
func typedFrom(e *models.VisitEntry) visitTyped {
	t := visitTyped{Entry: *e, Stranger: e.Visit.CustomerID == 0}
	t.Entry.Visit.Requests = nil
	t.Back = backPromised(e)
	for _, r := range e.Visit.Requests {
		typed := requestTyped{Request: r}
		typed.Request.Alternatives = nil
		for _, a := range r.Alternatives {
			typed.Offers = append(typed.Offers, offerTyped{Offer: a})
		}
		t.Requests = append(t.Requests, typed)
	}
	if len(t.Requests) == 0 {
		t.Requests = []requestTyped{{}}
	}
	return t
}

// backPromised is what was promised of a visit in the log: correcting it must not promise anew.
func backPromised(e *models.VisitEntry) backChoice {
	if e.FollowUpOn != "" {
		return backOnDay
	}
	for _, r := range e.Visit.Requests {
		for _, a := range r.Alternatives {
			if a.Kind == models.OrderIn && a.State == models.AlternativeAccepted {
				return backArrives
			}
		}
	}
	return backNot
}

// kept gives the places of the requests that are stored. One in which nothing was said is left out, unless there
// is nothing else to make the visit worth keeping.
func (t visitTyped) kept() []int {
	var kept []int
	for i, r := range t.Requests {
		if !r.empty() {
			kept = append(kept, i)
		}
	}
	someone := t.Entry.Visit.CustomerID != 0 || t.Entry.NewCustomer != nil || t.Who != ""
	if len(kept) == 0 && !someone {
		return []int{0}
	}
	return kept
}

// entry is what is to be stored.
func (t visitTyped) entry() *models.VisitEntry {
	e := t.Entry
	for _, i := range t.kept() {
		r := t.Requests[i].Request
		for _, o := range t.Requests[i].Offers {
			r.Alternatives = append(r.Alternatives, o.Offer)
		}
		e.Visit.Requests = append(e.Visit.Requests, r)
	}
	return &e
}

// empty tells whether nothing was said about the request.
func (r requestTyped) empty() bool {
	q := r.Request
	return q.Item == "" && q.TheirWords == "" && q.Understood == "" && q.Available() && len(r.Offers) == 0
}

// empty tells whether nothing was said about the offer but of what kind it is.
func (o offerTyped) empty() bool {
	return o == offerTyped{Offer: models.Alternative{Kind: o.Offer.Kind, State: models.AlternativeOffered}}
}

// touched tells whether the form differs from how it began: then losing it would be a loss.
func (t visitTyped) touched() bool { return t.substance() != t.Began }

// substance is all that the form says, to compare it by.
func (t visitTyped) substance() string {
	t.Began = ""
	body, err := t.body()
	if err != nil {
		return err.Error() // no form begins like that: what cannot be written down counts as changed
	}
	return body
}

// sameCustomer tells whether the form is about whom start is about.
func (t visitTyped) sameCustomer(start VisitStart) bool {
	mine := t.Entry.Visit.CustomerID
	switch {
	case start.Customer != 0:
		return mine == start.Customer
	case start.Stranger:
		return mine == 0 && t.Entry.NewCustomer == nil && t.Who == ""
	}
	return true
}

// body writes the form as a draft keeps it.
func (t visitTyped) body() (string, error) {
	data, err := json.Marshal(t)
	return string(data), err
}

// typedFromBody reads a draft; one that cannot be read, of another version of the program say, is an error.
func typedFromBody(body string) (t visitTyped, err error) {
	err = json.Unmarshal([]byte(body), &t)
	if err == nil && len(t.Requests) == 0 {
		t.Requests = []requestTyped{{}}
	}
	return t, err
}
