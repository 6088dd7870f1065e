package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// labelled gives the button of the page in front that reads so.
func (b *bench) labelled(label string) *kit.Button {
	b.t.Helper()
	for _, part := range test.LaidOutObjects(b.w.screens[b.w.place].Content()) {
		if button, ok := part.(*kit.Button); ok && button.Visible() && button.Text() == label {
			return button
		}
	}
	b.t.Fatalf("%s has no button %q", b.w.place, label)
	return nil
}

// What there is nothing of cannot be printed: the button is grey, and Ctrl+P says why. Once there is something, it prints.
func TestNothingIsPrintedOfAnEmptyShop(t *testing.T) {
	b := newBench(t, nil)
	pages := []struct{ place, label, says string }{
		{"today", "Print", "nothing to print"}, {"wanted", "Print", "nothing to print"},
		{"bringers", "Print…", "nobody to print"}, {"thanks", "Print list", "nothing to print"}}
	for _, page := range pages {
		b.w.do(page.place)
		if !b.labelled(page.label).Disabled() {
			t.Errorf("%s: Print can be pressed", page.place)
		}
		b.w.do("print")
		if said := b.w.layer.ToastText(); kit.SheetOpen(b.w.canvas()) || !strings.Contains(said, page.says) {
			t.Errorf("%s: Ctrl+P says %q", page.place, said)
		}
	}
	if !b.w.logVisit.IsPrimary() {
		t.Error("where nothing can be printed, no button is the main one")
	}
	ann := modelstest.Customer(t, b.store(), "Ann Hughes", "0171 555 0110")
	e := &models.VisitEntry{BroughtBy: models.Referrer{CustomerID: ann}, NewCustomer: &models.Customer{Name: "Peter Lowe"}}
	e.Visit.At = models.MomentOf(b.clock.Now())
	e.Visit.Requests = []models.Request{{Item: "Saddle", Reason: models.ReasonOutOfStock, NothingSuitable: true}}
	b.must(b.store().SaveVisit(e))
	if b.w.logVisit.IsPrimary() {
		t.Error("the list can be printed, and another button is the main one as well")
	}
	for _, page := range pages {
		b.w.do(page.place)
		if b.labelled(page.label).Disabled() {
			t.Errorf("%s: Print cannot be pressed", page.place)
		}
	}
}

// A page with nothing on it has one sentence and one button, not what chooses among nothing.
func TestAnEmptyPageOnlySaysHowToBegin(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("wanted")
	if b.w.screens[PlaceWanted].(*wantedScreen).span.Visible() {
		t.Error("of what was never missed one may choose the days")
	}
	b.w.do("bringers")
	if b.w.screens[PlaceBringers].(*bringersScreen).subtitle.Visible() {
		t.Error("nobody is counted")
	}
	choosers := map[Place]func() bool{
		PlaceInsights: func() bool { return b.w.screens[PlaceInsights].(*insightsScreen).bar.Visible() },
		PlaceLog:      func() bool { return b.w.screens[PlaceLog].(*serviceLogScreen).filters.object.Visible() },
	}
	for place, chooses := range choosers {
		b.w.Show(place)
		if chooses() {
			t.Errorf("%s lets one choose among nothing", place)
		}
		b.labelled("Log a visit").Tapped(nil)
		if b.w.place != PlaceVisit {
			t.Errorf("the button of %s leads to %s", place, b.w.place)
		}
	}
	modelstest.Visit(t, b.store(), modelstest.Customer(t, b.store(), "Ann Hughes", ""), "Bell")
	for place, chooses := range choosers {
		b.w.Show(place)
		if !chooses() {
			t.Errorf("%s has something, and nothing to choose by", place)
		}
	}
	b.w.do("undo")
	b.w.do("undo")
	if choosers[PlaceInsights]() && choosers[PlaceLog]() {
		t.Error("taken back, something is left to choose among")
	}
}

// The empty book says what it is, as every page does.
func TestTheEmptyBookHasItsHeading(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("customers")
	if said := wordsOn(b.w.screens[PlaceCustomers].(*customersScreen).empty); !strings.HasPrefix(said, "Customers\n") {
		t.Errorf("the empty book says %q", said)
	}
}

// A slip is about what somebody asked for: while nobody asked for anything it cannot be pressed.
func TestASlipWaitsForWhatTheyAskedFor(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("logVisit")
	slip := b.labelled("Slip…")
	if !slip.Disabled() {
		t.Error("the slip of nothing can be pressed")
	}
	s := b.w.screens[PlaceVisit].(*visitScreen)
	b.w.focusIn(s.requests[0].itemField)
	b.typed("Be")
	if slip.Disabled() {
		t.Error("it cannot be pressed, though they asked for something")
	}
	b.keys(fyne.KeyBackspace, fyne.KeyBackspace)
	if !slip.Disabled() {
		t.Error("it stays when the words are gone")
	}
	b.typed("Bell")
	b.w.do("today")
	b.w.do("logVisit") // goes on with it
	if slip.Disabled() {
		t.Error("of a visit that goes on it cannot be pressed")
	}
}

// While a visit is typed nobody can have noted yet who served; in the log it was not noted.
func TestWhoServesANewVisit(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		for _, name := range []string{"Ivy", "Mike"} {
			if err := store.SaveStaff(&models.Staff{Name: name}); err != nil {
				t.Fatal(err)
			}
		}
	})
	b.w.do("logVisit")
	shown := func() string { return strings.Join(drawnWords(b.w.screens[PlaceVisit].(*visitScreen).who.staff), " ") }
	if said := shown(); !strings.Contains(said, "Nobody yet") {
		t.Errorf("a new visit is served by %q", said)
	}
	b.w.EditVisit(modelstest.Visit(t, b.store(), modelstest.Customer(t, b.store(), "Ann Hughes", ""), "Bell"))
	if said := shown(); !strings.Contains(said, "Not noted") {
		t.Errorf("one of the log was served by %q", said)
	}
}
