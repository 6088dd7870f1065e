package views

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// holdsEach tells whether all of the words stand in a text.
func holdsEach(text string, words ...string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// Many people behind a figure are looked through by name, and two of one name are told apart.
func TestManyPeopleBehindAFigure(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		for i := range behindFew + 3 {
			modelstest.Visit(t, store, modelstest.Customer(t, store, fmt.Sprintf("Ann Hughes %c", 'A'+i), fmt.Sprintf("0171 555 01%02d", i)), "Bell")
		}
		modelstest.Visit(t, store, modelstest.Customer(t, store, "Zoë Brandt", "0171 555 0199"), "Bell")
	})
	page := b.insights()
	showBehind(b.w, "New customers", page.period(), models.Figure{Of: models.FigureCame, Part: 11, Came: models.CameNew})
	if drawn := b.sheetDrawn(); !holdsEach(drawn, "Ann Hughes A", "0171 555 0100", "16 people") {
		t.Fatalf("it shows %q", drawn)
	}
	b.typed("zoe") // from the list, where the keyboard is
	if drawn := b.sheetDrawn(); !holdsEach(drawn, "Zoë Brandt", "One person") || holdsEach(drawn, "Ann Hughes A") {
		t.Errorf("of Zoë it shows %q", drawn)
	}
	b.keys(fyne.KeyReturn, fyne.KeyReturn)
	if kit.SheetOpen(b.w.canvas()) || b.w.place != PlaceCustomers {
		t.Error("Enter does not open the card")
	}
}

// A long list of what was put aside is looked through by name; a short one has no field for it.
func TestALongListOfThankYousPutAside(t *testing.T) {
	b := owingMany(t, thanksShown+2)
	s := b.thanks()
	for i, row := range b.due() {
		if i > 0 {
			b.must(b.store().WaiveThankYou(row.ID, "Moved away"))
		}
	}
	s.tab.SetValue(tabAside)
	s.onTab(tabAside)
	found := s.found[s.aside]
	if !found.head.Visible() || s.aside.rows.len() != thanksShown+1 {
		t.Fatalf("of %d there is no looking for a name", s.aside.rows.len())
	}
	b.w.canvas().Focus(found.find)
	b.typed("20")
	b.passFor(typingPause)
	if row, _ := s.aside.rows.at(0); s.aside.rows.len() != 1 || row.Name != "Customer 20" {
		t.Errorf("of 20 it shows %d, the first %q", s.aside.rows.len(), row.Name)
	}
	b.typed("x")
	b.passFor(typingPause)
	if !holdsText(s.Content(), kit.T("thanks.found.nobody")) {
		t.Error("that nobody fits is not said")
	}
	b.must(tapLabelled(s.Content(), kit.T("thanks.found.show")))
	if s.aside.rows.len() != thanksShown+1 || found.find.Text != "" {
		t.Errorf("all of them are %d", s.aside.rows.len())
	}
	if s.found[s.give].show(thanksShown); s.found[s.give].head.Visible() {
		t.Error("a short list is looked through by name")
	}
}
