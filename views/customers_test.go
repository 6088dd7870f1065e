package views

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// bookOf opens the customer book on a shop with the named customers; each has a number that ends in their place.
func bookOf(t *testing.T, names ...string) (*bench, *customersScreen) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		for i, name := range names {
			modelstest.Customer(t, store, name, "0171 555 010"+string(rune('0'+i)))
		}
	})
	b.w.Show(PlaceCustomers)
	return b, b.w.screens[PlaceCustomers].(*customersScreen)
}

func (s *customersScreen) listed() []string {
	var names []string
	for i := range s.rows.len() {
		row, _ := s.rows.at(i)
		names = append(names, row.Name)
	}
	return names
}

func wantNames(t *testing.T, got []string, want ...string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("listed %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("listed %q, want %q", got, want)
		}
	}
}

// drawnWords is every text that is drawn in o.
func drawnWords(o fyne.CanvasObject) []string {
	if !o.Visible() {
		return nil
	}
	var words []string
	switch o := o.(type) {
	case *canvas.Text:
		return []string{o.Text}
	case *fyne.Container:
		for _, part := range o.Objects {
			words = append(words, drawnWords(part)...)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(o).Objects() {
			words = append(words, drawnWords(part)...)
		}
	}
	return words
}

func TestCustomersTypeToFind(t *testing.T) {
	b, s := bookOf(t, "Ann Hughes", "Ben Castillo", "Jürgen Müller")
	wantNames(t, s.listed(), "Ann Hughes", "Ben Castillo", "Jürgen Müller")
	if s.card.name.Text() != "Ann Hughes" {
		t.Errorf("the book opens with the card of %q", s.card.name.Text())
	}
	b.typed("mull")
	wantNames(t, s.listed(), "Jürgen Müller")
	b.pass()
	if s.card.name.Text() != "Jürgen Müller" {
		t.Errorf("after a pause the card is %q", s.card.name.Text())
	}
	b.keys(fyne.KeyEscape)
	wantNames(t, s.listed(), "Ann Hughes", "Ben Castillo", "Jürgen Müller")
	b.typed("0101")
	b.keys(fyne.KeyDown)
	if s.card.name.Text() != "Ben Castillo" || b.w.canvas().Focused() != fyne.Focusable(s.list) {
		t.Errorf("Down from the filter shows %q", s.card.name.Text())
	}
	b.typed("9") // a letter on the list goes on with the filter
	if s.filter.Text != "01019" || s.rows.len() != 0 {
		t.Errorf("filter %q lists %d", s.filter.Text, s.rows.len())
	}
	s.showEverybody()
	wantNames(t, s.listed(), "Ann Hughes", "Ben Castillo", "Jürgen Müller")
}

func TestCustomersKeysWalkListAndCard(t *testing.T) {
	b, s := bookOf(t, "Ann Hughes", "Ben Castillo", "Chen Wei")
	b.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	if s.card.name.Text() != "Chen Wei" {
		t.Fatalf("Down, Down, Down shows %q", s.card.name.Text())
	}
	b.keys(fyne.KeyReturn)
	if b.w.canvas().Focused() != fyne.Focusable(s.card.logVisit) {
		t.Errorf("Enter goes to %T", b.w.canvas().Focused())
	}
	b.keys(fyne.KeyEscape)
	if b.w.canvas().Focused() != fyne.Focusable(s.list) {
		t.Errorf("Escape goes to %T", b.w.canvas().Focused())
	}
	b.keys(fyne.KeyEscape)
	if b.w.canvas().Focused() != fyne.Focusable(s.filter) {
		t.Errorf("the second Escape goes to %T", b.w.canvas().Focused())
	}
}

func TestCustomersGroups(t *testing.T) {
	b, s := bookOf(t, "Ann Hughes", "Ben Castillo")
	modelstest.Visit(t, b.store(), s.card.id, "Bell")
	b.clock.Days(1)
	modelstest.Visit(t, b.store(), s.card.id, "Lock")
	b.w.canvas().Focus(s.sets)
	b.keys(fyne.KeyRight, fyne.KeySpace)
	wantNames(t, s.listed(), "Ann Hughes")
	b.keys(fyne.KeyRight, fyne.KeySpace)
	wantNames(t, s.listed())
	b.pass() // the window notices the new day, and everything is read anew
	b.pass()
	if drawn := drawnWords(s.sets); !slices.Contains(drawn, "Regulars 1") {
		t.Errorf("the groups read %q", drawn)
	}
	if s.listBox.Objects[0] == fyne.CanvasObject(s.list) {
		t.Error("an empty group does not say that it is empty")
	}
}

func TestCustomersSelectionSurvives(t *testing.T) {
	b, s := bookOf(t, "Ben Castillo", "Chen Wei", "Dana Fox")
	s.choose(1)
	modelstest.Customer(t, b.store(), "Ann Hughes", "")
	if s.card.name.Text() != "Chen Wei" || s.list.Selected() != 2 {
		t.Errorf("after somebody was added: %q in row %d", s.card.name.Text(), s.list.Selected())
	}
	s.card.onDelete()
	if s.card.name.Text() != "Dana Fox" || s.list.Selected() != 2 {
		t.Errorf("after Chen Wei went: %q in row %d", s.card.name.Text(), s.list.Selected())
	}
	b.w.do("undo")
	wantNames(t, s.listed(), "Ann Hughes", "Ben Castillo", "Chen Wei", "Dana Fox")
	if s.card.name.Text() != "Dana Fox" || s.list.Selected() != 3 {
		t.Errorf("after Undo: %q in row %d", s.card.name.Text(), s.list.Selected())
	}
}

func TestCustomersOpenLiftsTheFilter(t *testing.T) {
	b, s := bookOf(t, "Ann Hughes", "Ben Castillo")
	b.typed("ben")
	b.w.OpenCustomer(1)
	if s.card.name.Text() != "Ann Hughes" || s.list.Selected() != 0 || s.filter.Text != "" {
		t.Errorf("opened %q in row %d under the filter %q", s.card.name.Text(), s.list.Selected(), s.filter.Text)
	}
	b.must(b.store().DeleteCustomer(1))
	b.w.OpenCustomer(1)
	if !kit.SheetOpen(b.w.canvas()) {
		t.Error("opening somebody who is gone says nothing")
	}
}

func TestCustomersEmptyBook(t *testing.T) {
	b, s := bookOf(t)
	if s.book.Visible() || !s.empty.Visible() {
		t.Fatal("an empty book does not say what to do first")
	}
	id := modelstest.Customer(t, b.store(), "Ann Hughes", "")
	if !s.book.Visible() || s.empty.Visible() || s.card.id != id {
		t.Error("the first customer is not shown")
	}
	b.must(b.store().DeleteCustomer(id))
	if s.book.Visible() || s.card.id != 0 {
		t.Error("the last customer is still shown")
	}
}

func TestCustomersNarrowWindow(t *testing.T) {
	b, s := bookOf(t, "Ann Hughes", "Ben Castillo")
	b.w.win.Resize(fyne.NewSize(640, 700))
	if !s.panes.Narrow() || s.card.content.Visible() {
		t.Fatal("a narrow window shows both list and card")
	}
	b.keys(fyne.KeyDown, fyne.KeyReturn)
	if !s.card.content.Visible() || !s.card.back.Visible() {
		t.Fatal("Enter does not show the card")
	}
	s.card.back.Tapped(nil)
	if s.card.content.Visible() || b.w.canvas().Focused() != fyne.Focusable(s.list) {
		t.Error("the way back does not lead to the list")
	}
}
