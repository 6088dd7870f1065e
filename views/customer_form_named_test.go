package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// Whom the one who sent them named is asked where somebody did, kept with the draft, and stored with the referral.
func TestCustomerFormAsksWhomTheyNamed(t *testing.T) {
	var mike models.StaffID
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		mike = modelstest.Staff(t, store, "Mike")
		modelstest.Customer(t, store, "Ann Hughes", "")
	})
	f := newCustomerForm(b.w, customerFrom("Peter Lowe"), b.w.OpenCustomer)
	b.must(f.open())
	if f.broughtBy.named.Visible() {
		t.Error("it is asked though nobody sent them")
	}
	b.w.canvas().Focus(f.broughtBy.picker.FocusTarget())
	b.typed("Ann")
	b.keys(fyne.KeyReturn, fyne.KeyTab)
	if !f.broughtBy.named.Visible() || b.w.canvas().Focused() != fyne.Focusable(f.broughtBy.staff) {
		t.Fatalf("Tab leads to %T", b.w.canvas().Focused())
	}
	b.typed("M")
	b.keys(fyne.KeyReturn)
	b.passFor(draftPause)
	b.killed()
	b.takeOffer("Peter Lowe")
	b.save()
	rows, _, err := b.store().Referrals(models.ReferralFilter{Limit: 9})
	b.must(err)
	if len(rows) != 1 {
		t.Fatalf("%d referrals", len(rows))
	}
	if r, err := b.store().ReferralIn(rows[0].ID); err != nil || r.StaffID != mike || r.Referrer.CustomerID == 0 {
		t.Errorf("stored %+v, %v", r, err)
	}
}

// Where nobody works but the owner there is nobody to name.
func TestCustomerFormAsksForNobodyToName(t *testing.T) {
	b := newBench(t, nil)
	f := newCustomerForm(b.w, customerFrom("Peter Lowe"), nil)
	b.must(f.open())
	f.broughtBy.choose(models.Referrer{New: customerFrom("Ann Hughes")})
	if f.broughtBy.named.Visible() {
		t.Error("a list of nobody is shown")
	}
}
