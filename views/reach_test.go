package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// The number on the card calls by a click, by Enter and with Tab alone, and is copied by Ctrl+C and from the button.
func TestTheNumberOnTheCardCallsAndIsCopied(t *testing.T) {
	b, id := cardOf(t, &models.Customer{Name: "Ann Hughes", Address: "12 Mill Lane"})
	c := b.w.screens[PlaceCustomers].(*customersScreen).card
	if !strings.Contains(c.reach.Text(), "0171 555 0110") {
		t.Fatalf("customer %d: the card says %q", id, c.reach.Text())
	}
	link := c.reach.Parts()[0].(fyne.Focusable)
	b.w.canvas().Focus(link)
	b.keys(fyne.KeyReturn)
	if said := b.w.layer.ToastText(); !strings.Contains(said, "0171 555 0110") {
		t.Errorf("after Enter it says %q", said)
	}
	link.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{})
	if got := b.w.app.Fyne().Clipboard().Content(); got != "0171 555 0110" || b.w.layer.ToastText() != "Copied: 0171 555 0110" {
		t.Errorf("copied %q, said %q", got, b.w.layer.ToastText())
	}
	items := c.copied()
	if len(items) != 2 || items[1].Label != "12 Mill Lane" {
		t.Fatalf("the button copies %+v", items)
	}
	items[1].OnTap()
	if got := b.w.app.Fyne().Clipboard().Content(); got != "12 Mill Lane" {
		t.Errorf("copied %q", got)
	}
}

// Who asked not to be called is called only after that was said.
func TestWhoAskedForNoCallsIsNotCalledAtOnce(t *testing.T) {
	b, _ := cardOf(t, &models.Customer{Name: "Ann Hughes", NoPhone: true})
	c := b.w.screens[PlaceCustomers].(*customersScreen).card
	c.reach.OnLink("phone:0171+555+0110")
	if words := b.sheetWords(); !strings.Contains(words, "Ann Hughes asked not to be called.") {
		t.Fatalf("it says %q", words)
	}
	if b.w.layer.ToastText() != "" {
		t.Error("called all the same")
	}
	kit.TopLayer(b.w.canvas()).OnSave()
	if b.w.layer.ToastText() == "" {
		t.Error("the owner decides, and nothing is called")
	}
}

// cardOf is the card of a customer with a phone number.
func cardOf(t *testing.T, customer *models.Customer) (*bench, models.CustomerID) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		customer.SetContact(models.ContactPhone, "0171 555 0110")
		if err := store.SaveCustomer(customer); err != nil {
			t.Fatal(err)
		}
	})
	b.w.OpenCustomer(customer.ID)
	b.w.win.Canvas().Capture() // a link is there once it is drawn
	return b, customer.ID
}
