package views

import (
	"encoding/json"
	"fmt"
	"log/slog"

	"goodturn/models"
	"goodturn/views/kit"
)

// customerDraft begins the names the customers being typed are kept under. Each form has a name of its own: somebody may
// be written down before the offer to go on with another is taken up.
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
	if f.sheet != nil && !f.left {
		f.keeping.changed()
	}
}

// keepDraft keeps what is typed; what is as it was at first needs no keeping.
func (f *customerForm) keepDraft() {
	if f.left || f.w.store() != f.store {
		return // saved or thrown away, or another shop file was opened meanwhile
	}
	if !f.dirty() {
		f.dropDraft()
		return
	}
	body, err := json.Marshal(f.typedWhole())
	if err == nil {
		err = f.store.SaveDraft(f.draft, string(body))
	}
	if err != nil {
		// Not a word to the owner, who is in the middle of a sentence: what is typed stands in the form.
		slog.Error("keeping the draft of a customer", "error", err)
	}
}

// leave ends the keeping: the form was saved, or what was typed thrown away.
func (f *customerForm) leave() {
	f.left = true
	f.keeping.stop()
	f.dropDraft()
}

func (f *customerForm) dropDraft() {
	if f.w.store() != f.store {
		return
	}
	if err := f.store.DropDraft(f.draft); err != nil {
		slog.Error("dropping the draft of a customer", "error", err)
	}
}

// typedWhole gives everything that stands in the form.
func (f *customerForm) typedWhole() customerTyped {
	c, _ := f.read() // what cannot be read stands beside it
	t := customerTyped{CustomerID: f.was.ID, Customer: *c, Birthday: f.birthday.Text, Remember: f.remember.Text,
		Wishes: f.permissions.whole(), Opened: f.opened, Beside: f.openedBeside}
	if f.broughtBy != nil {
		t.BroughtBy, t.Referrer, t.FromBefore = f.broughtBy.picker.Text(), f.broughtBy.chosen, f.broughtBy.before.On()
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
	w.layer.StayingToast(said, kit.T("draft.goOn"), "", func() { w.resumeCustomer(kept.Name, t) })
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
	f.draft, f.resumed, f.shown = draft, &t, &t.Customer
	w.Trouble(f.open())
}

// draftName is a name for the draft of a form opened now.
func (w *Window) draftName() string { return fmt.Sprint(customerDraft, w.app.Now().UnixNano()) }
