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
	if f.left || !f.inItsShop() {
		return
	}
	if !f.dirty() {
		f.dropDraft()
		return
	}
	body, err := json.Marshal(f.typedWhole())
	if err == nil && f.isHeld() {
		f.w.unkept.keep(f.w.store().Path(), f.draft, string(body))
	} else if err == nil {
		err = f.w.store().SaveDraft(f.draft, string(body))
	}
	if err != nil {
		// Not a word to the owner, who is in the middle of a sentence: what is typed stands in the form.
		slog.Error("keeping the draft of a customer", "error", err)
	}
}

// inItsShop tells whether the shop file is open that the form was opened in: it may be open anew, only to be looked at.
func (f *customerForm) inItsShop() bool {
	return f.w.store() != nil && f.w.store().Path() == f.path
}

// isHeld tells whether another computer has the shop: what is typed waits in the window then.
func (f *customerForm) isHeld() bool { return f.inItsShop() && f.w.app.Holder() != nil }

// leave ends the keeping: the form was saved, or what was typed thrown away.
func (f *customerForm) leave() {
	f.left = true
	f.keeping.stop()
	f.dropDraft()
}

// cancelled is leave for a form that was not saved. While another computer has the shop, nothing can be, so that what was typed is no
// less wanted for it: it waits.
func (f *customerForm) cancelled() {
	if f.isHeld() && f.dirty() {
		f.keeping.stop()
		f.keepDraft()
		f.left = true
		f.w.Say(kit.T("holder.typedWaits"))
		return
	}
	f.leave()
}

// loses tells whether closing the form would lose something.
func (f *customerForm) loses() bool { return f.dirty() && !f.isHeld() }

func (f *customerForm) dropDraft() {
	if !f.inItsShop() {
		return
	}
	f.w.unkept.drop(f.draft)
	if err := f.w.store().DropDraft(f.draft); err != nil {
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
