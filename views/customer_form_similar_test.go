package views

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// While somebody new is typed, everybody who may be meant is named with why, and Tab and Enter open a card.
func TestYouMayMeanSeveral(t *testing.T) {
	var ann models.CustomerID
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		ann = modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
		modelstest.Customer(t, store, "Anne Hughes", "")
		c := &models.Customer{Name: "Bob Stone"}
		c.SetContact(models.ContactEmail, "bob@example.org")
		if err := store.SaveCustomer(c); err != nil {
			t.Fatal(err)
		}
	})
	f, _ := formFor(b, &models.Customer{})
	said := func() (lines []string) {
		for _, line := range f.similar.lines {
			if line.Visible() {
				lines = append(lines, line.Text())
			}
		}
		return lines
	}
	f.name.SetText("Ann Hughs")
	wantNames(t, said(), "You may mean Ann Hughes 0171 555 0110 (names nearly the same)", "or Anne Hughes (names nearly the same)")
	f.name.SetText("Somebody Else")
	wantNames(t, said())
	f.email.SetText("BOB@example.org")
	wantNames(t, said(), "You may mean Bob Stone bob@example.org (same e-mail address)")
	f.email.SetText("")
	f.phone.SetText("+44 171 555 0110")
	wantNames(t, said(), "You may mean Ann Hughes 0171 555 0110 (same number)")
	if f.typedMore() {
		t.Error("a name and a number are more than somebody is known by")
	}
	b.w.canvas().Focus(f.email)
	for range 9 {
		b.keys(fyne.KeyTab)
		if kit.SheetOpen(b.w.canvas()) && slices.Contains(drawnWords(b.w.canvas().Focused().(fyne.CanvasObject)), "Ann Hughes") {
			break
		}
	}
	b.keys(fyne.KeyReturn)
	if kit.SheetOpen(b.w.canvas()) || b.w.place != PlaceCustomers || b.w.screens[PlaceCustomers].(*customersScreen).card.id != ann {
		t.Error("the link does not lead to the card")
	}
}

// A visit's new person who is in the book already is taken from there.
func TestAVisitsNewPersonIsKnown(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
	})
	var chosen int
	p := newPersonPicker(b.w, "Who", "customer", "newCustomer", func() { chosen++ }, func() {})
	p.askNew(&models.Customer{Name: "A. Hughes"})
	p.phone.SetText("+44 171 555 0110")
	if got := p.similar.lines[0].Text(); got != "You may mean Ann Hughes 0171 555 0110 (names nearly the same, same number)" && got != "You may mean Ann Hughes 0171 555 0110 (same number, names nearly the same)" {
		t.Fatalf("it says %q", got)
	}
	p.onSimilar("customer:1")
	if who, _ := p.person(); who.CustomerID != 1 || who.New != nil || chosen != 1 || !p.newcomer.Hidden {
		t.Errorf("chosen %+v, %d times", who, chosen)
	}
}
