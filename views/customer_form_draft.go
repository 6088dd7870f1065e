package views

import (
	"encoding/json"
	"log/slog"

	"goodturn/models"
	"goodturn/views/kit"
)

// customerDraft begins the names the customers being typed are kept under.
const customerDraft = "customer "

// customerTyped is a customer as they stand in the form: what can be stored, and beside it the words that cannot be read
// yet. A draft keeps it whole.
type customerTyped struct {
	CustomerID models.CustomerID // 0 for somebody new. By this name erasing the person finds the draft
	Customer   models.Customer
	Birthday   string
	Remember   string
	Wishes     []wishTyped // no post, no calls, no e-mail
	BroughtBy  string
	Referrer   models.Referrer
	Named      models.StaffID // whom of the shop they named
	FromBefore bool
	Opened     string // what stood in the fields at first
	Beside     string // the same without what somebody is known by
}

// wishTyped is whether something was asked for, and the day it was, as it was typed.
type wishTyped struct {
	On  bool
	Day string
}

// changed keeps the draft soon.
func (f *customerForm) changed() {
	if f.sheet != nil {
		f.draft.changed()
	}
}

// typedWhole gives everything that stands in the form, a customerTyped.
func (f *customerForm) typedWhole() any {
	c, _ := f.read() // what cannot be read stands beside it
	t := customerTyped{CustomerID: f.was.ID, Customer: *c, Birthday: f.birthday.Text, Remember: f.remember.Text,
		Wishes: f.permissions.whole(), Opened: f.opened, Beside: f.openedBeside}
	if f.broughtBy != nil {
		t.BroughtBy, t.Referrer, t.FromBefore = f.broughtBy.picker.Text(), f.broughtBy.chosen, f.broughtBy.before.On()
		t.Named = idFrom[models.StaffID](f.broughtBy.staff.Value())
	}
	return t
}

// fill writes into the form what its customer does not hold.
func (f *customerForm) fill(t customerTyped) {
	f.birthday.SetText(t.Birthday)
	f.remember.SetText(t.Remember)
	f.permissions.fill(t.Wishes)
	if f.broughtBy != nil {
		f.broughtBy.fill(t)
	}
}

// offerCustomerDraft offers to go on with a customer who was typed and not saved when the program ended.
func (w *Window) offerCustomerDraft(kept models.Draft) {
	var t customerTyped
	if err := json.Unmarshal([]byte(kept.Body), &t); err != nil {
		slog.Error("reading the draft of a customer", "error", err)
		return
	}
	when := kit.WhenOn(w.app.Now(), kept.At.In(w.app.Now().Location()))
	said := kit.T("customers.draft.offer", "Name", t.Customer.CalledName(), "When", when)
	if t.Customer.CalledName() == "" {
		said = kit.T("customers.draft.offerNameless", "When", when)
	}
	w.layer.StayingToast(said, kit.T("draft.goOn"), "", func() { w.resumeCustomer(kept.Name, t) }, nil)
}

// resumeCustomer goes on with the customer who was typed. Somebody who is no longer in the book is told of.
func (w *Window) resumeCustomer(draft string, t customerTyped) {
	was := &models.Customer{}
	if t.CustomerID != 0 {
		c, err := w.store().Customer(t.CustomerID)
		if err != nil {
			w.Trouble(err)
			return
		}
		was = c
	}
	f := newCustomerForm(w, was, w.OpenCustomer)
	f.resumed, f.shown, f.draft.name = &t, &t.Customer, draft
	w.Trouble(f.open())
}
