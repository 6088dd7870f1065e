package views

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// killed is the program ended by the system and started again.
func (b *bench) killed() {
	b.t.Helper()
	if err := b.store().Close(); err != nil { // unlike App.Close, which lets the window keep what is typed
		b.t.Fatal(err)
	}
	b.later = nil
	b.open()
}

// drafts are the forms of customers kept in the shop file.
func (b *bench) drafts() []models.Draft {
	b.t.Helper()
	kept, err := b.store().Drafts(customerDraft)
	b.must(err)
	return kept
}

// topForm is the form of a customer as it stands on the screen after the offer was taken.
func (b *bench) takeOffer(about string) string {
	b.t.Helper()
	if said := b.w.layer.ToastText(); !strings.Contains(said, about) {
		b.t.Fatalf("it offers %q", said)
	}
	b.w.layer.TakeToast()
	return b.sheetDrawn()
}

func TestNewCustomerOutlivesTheProgram(t *testing.T) {
	var peter models.CustomerID
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		peter = modelstest.Customer(t, store, "Peter Novak", "")
	})
	f := newCustomerForm(b.w, customerFrom(""), nil)
	b.must(f.open())
	b.typed("Ann Hughes")
	f.phone.SetText("0171 555 0110")
	f.phones.onAdd()
	f.phones.rows[1].entry.SetText("0171 555 0111")
	f.phones.rows[1].label.SetText("work")
	f.email.SetText("ann@example.org")
	f.birthday.SetText("32 May")
	f.address.SetText("1 Road\nTown")
	f.place.country.SetText("France")
	f.remember.SetText("likes tea\nhas a dog")
	f.tags.SetTags([]string{"regular"})
	f.permissions.post.tick.SetOn(true)
	f.permissions.post.day.SetText("no day")
	f.broughtBy.picker.SetChosen(kit.Option{Title: "Peter Novak"})
	f.broughtBy.chosen = models.Referrer{CustomerID: peter}
	f.changed()
	b.passFor(draftPause)
	b.killed()
	drawn := b.takeOffer("What you typed about Ann Hughes")
	for _, words := range []string{"Ann Hughes", "0171 555 0110", "0171 555 0111", "ann@example.org", "32 May", "1 Road", "France", "likes tea", "regular", "no day", "Peter Novak"} {
		if !strings.Contains(drawn, words) {
			t.Errorf("of what was typed %q is missing from %q", words, drawn)
		}
	}
	b.save()
	if len(b.drafts()) != 1 || !kit.SheetOpen(b.w.canvas()) {
		t.Fatalf("it was saved with a 32 May: %d drafts", len(b.drafts()))
	}
	b.keys(fyne.KeyEscape)
	if !strings.Contains(b.sheetWords(), kit.T("kit.throwAwayTitle")) {
		t.Fatalf("what was typed is thrown away unasked: %q", b.sheetWords())
	}
	b.keys(fyne.KeyTab, fyne.KeyReturn) // on "Throw away"
	if len(b.drafts()) != 0 || kit.SheetOpen(b.w.canvas()) {
		t.Errorf("thrown away, and %d are kept", len(b.drafts()))
	}
}

func TestChangedCustomerOutlivesTheProgram(t *testing.T) {
	b := newBench(t, nil)
	ann := &models.Customer{Name: "Ann Hughes", Remember: []models.Remember{{Text: "likes tea"}}}
	b.must(b.store().SaveCustomer(ann))
	f := newCustomerForm(b.w, b.customer(ann.ID), nil)
	b.must(f.open())
	b.passFor(draftAtLatest)
	if len(b.drafts()) != 0 {
		t.Error("a form in which nothing was typed is kept")
	}
	f.remember.SetText("likes tea\nhas a dog")
	for range 8 { // typing on without a rest
		f.changed()
		b.passFor(draftAtLatest / 8)
	}
	if len(b.drafts()) != 1 {
		t.Fatalf("while typing %d are kept", len(b.drafts()))
	}
	b.killed()
	b.takeOffer("Ann Hughes")
	b.save()
	if kept := b.customer(ann.ID); len(kept.Remember) != 2 || kept.Remember[1].Text != "has a dog" || kept.Remember[0].ID != ann.Remember[0].ID {
		t.Errorf("remembered is %+v", kept.Remember)
	}
	if len(b.drafts()) != 0 || b.w.layer.ToastAction() != kit.T("undo") {
		t.Errorf("saved, and %d are kept; it says %q", len(b.drafts()), b.w.layer.ToastText())
	}
	b.killed()
	if said := b.w.layer.ToastText(); said != "" {
		t.Errorf("later it offers %q", said)
	}
}

// Typing back to what was leaves nothing to keep, and so does a form left with nothing typed.
func TestCustomerTypedBackIsNotKept(t *testing.T) {
	b := newBench(t, nil)
	f := newCustomerForm(b.w, customerFrom(""), nil)
	b.must(f.open())
	b.typed("A")
	b.passFor(draftPause)
	if len(b.drafts()) != 1 {
		t.Fatal("not kept")
	}
	b.keys(fyne.KeyBackspace)
	b.passFor(draftPause)
	if len(b.drafts()) != 0 {
		t.Error("what was taken back is kept")
	}
	b.typed("A")
	b.keys(fyne.KeyBackspace, fyne.KeyEscape)
	b.passFor(time.Minute)
	if kit.SheetOpen(b.w.canvas()) || len(b.drafts()) != 0 {
		t.Error("the form is open still, or kept")
	}
}

// Two forms are kept side by side, and a visit beside them; one of somebody erased is not offered any more.
func TestSeveralCustomersAndAVisitAreOffered(t *testing.T) {
	v := newVisitBench(t)
	v.w.do("logVisit")
	v.typed("Somebody")
	v.w.leave()
	for _, id := range []models.CustomerID{v.ann, v.jurgen} {
		v.clock.Forward(time.Minute)
		f := newCustomerForm(v.w, v.customer(id), nil)
		v.must(f.open())
		f.address.SetText("1 Road")
		v.passFor(draftPause)
		v.killed()
	}
	erased := &erasing{w: v.w, id: v.ann, name: "Ann Hughes", sheet: kit.ShowSheet(v.w.canvas(), "", kit.Body(""), kit.SheetOptions{})}
	erased.erase()
	v.keys(fyne.KeyEscape)
	v.passFor(time.Minute)
	if kept := v.drafts(); len(kept) != 1 || !strings.Contains(kept[0].Body, "Jürgen") {
		t.Errorf("kept are %+v", kept)
	}
	v.takeOffer("What you typed about Jürgen Müller")
	v.save()
	v.passFor(time.Minute)
	if said := v.w.layer.ToastText(); !strings.Contains(said, "A visit you were typing today at 10:24") {
		t.Errorf("then it offers %q", said)
	}
}

// Somebody taken out of the book meanwhile is told of, and nothing is written down anew.
func TestDraftOfSomebodyWhoIsGone(t *testing.T) {
	b := newBench(t, nil)
	ann := modelstest.Customer(t, b.store(), "Ann Hughes", "")
	f := newCustomerForm(b.w, b.customer(ann), nil)
	b.must(f.open())
	f.address.SetText("1 Road")
	b.passFor(draftPause)
	b.must(b.store().DeleteCustomer(ann))
	b.killed()
	b.takeOffer("Ann Hughes")
	if said := b.sheetWords(); !strings.Contains(said, kit.T("trouble.gone")) {
		t.Errorf("it says %q", said)
	}
}
