package views

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// tagged opens the customer book on five people, of whom the first two are tagged "club" and the second came twice.
func tagged(t *testing.T) (*bench, *customersScreen) {
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		var ids []models.CustomerID
		for _, name := range []string{"Ann Hughes", "Ben Castillo", "Chen Wei", "Dana Fox", "Elsie Grant"} {
			ids = append(ids, modelstest.Customer(t, store, name, ""))
		}
		modelstest.Visit(t, store, ids[1], "Bell")
		clock.Days(1)
		modelstest.Visit(t, store, ids[1], "Bell")
		modelstest.Visit(t, store, ids[2], "Lock")
		if err := store.TagCustomers(ids[:2], "club"); err != nil {
			t.Fatal(err)
		}
	})
	b.w.Show(PlaceCustomers)
	return b, b.w.screens[PlaceCustomers].(*customersScreen)
}

// tickLabelled ticks the box of the open sheet whose words begin so, as Space does.
func (b *bench) tickLabelled(label string) {
	b.t.Helper()
	for range 40 {
		if tick, ok := b.w.canvas().Focused().(*kit.Tick); ok && strings.HasPrefix(strings.Join(drawnWords(tick), " "), label) {
			b.keys(fyne.KeySpace)
			return
		}
		b.keys(fyne.KeyTab)
	}
	b.t.Fatalf("no box %q; the sheet says %q", label, b.sheetWords())
}

// tapLabelled clicks the first button on o that reads so.
func tapLabelled(o fyne.CanvasObject, label string) error {
	for _, part := range test.LaidOutObjects(o) {
		if button, ok := part.(*kit.Button); ok && button.Visible() && button.Text() == label {
			button.Tapped(nil)
			return nil
		}
	}
	return fmt.Errorf("there is no button %q", label)
}

// tapInSheet clicks the first button of the sheet in front that reads so.
func (b *bench) tapInSheet(label string) error {
	return tapLabelled(b.w.canvas().Overlays().Top(), label)
}

// sheetDrawn is every word on the sheet in front, those of boxes and buttons as well.
func (b *bench) sheetDrawn() string {
	return strings.Join(drawnWords(b.w.canvas().Overlays().Top()), "\n")
}

func TestFilterByKeysWithCountsAndPills(t *testing.T) {
	b, s := tagged(t)
	b.keys(fyne.KeyTab, fyne.KeyReturn)
	if !strings.Contains(b.sheetDrawn(), "New  1") || !strings.Contains(b.sheetDrawn(), "Repeat  1") {
		t.Fatalf("the choices are counted as %q", b.sheetDrawn())
	}
	b.tickLabelled("New")
	b.tickLabelled("Repeat")
	if !strings.Contains(b.sheetDrawn(), "Show 2 customers") || !strings.Contains(b.sheetDrawn(), "No visit yet  3") {
		t.Errorf("with two set, the sheet says %q", b.sheetDrawn())
	}
	b.topSave()
	wantNames(t, s.listed(), "Ben Castillo", "Chen Wei")
	if s.count.Text() != "2 customers" {
		t.Errorf("the list is said to have %q", s.count.Text())
	}
	b.typed("chen") // text and filter together
	wantNames(t, s.listed(), "Chen Wei")
	b.keys(fyne.KeyEscape)
	pills := drawnWords(s.pills)
	if !slices.Contains(pills, "New") || !slices.Contains(pills, "Repeat") || !slices.Contains(pills, "Show everybody") {
		t.Errorf("set is %q", pills)
	}
	b.must(tapLabelled(s.pills, "New"))
	wantNames(t, s.listed(), "Ben Castillo")
	b.must(tapLabelled(s.pills, "Show everybody"))
	if s.rows.len() != 5 || s.pills.Visible() {
		t.Errorf("everybody are %d, with %q set", s.rows.len(), drawnWords(s.pills))
	}
}

func TestNobodyFitsLeavesNoCard(t *testing.T) {
	b, s := tagged(t)
	b.pass()
	if s.card.id == 0 {
		t.Fatal("no card is shown to begin with")
	}
	b.w.canvas().Focus(s.filter)
	b.typed("zzz")
	b.pass()
	if s.rows.len() != 0 || s.card.id != 0 || s.card.body.Visible() {
		t.Errorf("beside %d in the list stands the card of %d", s.rows.len(), s.card.id)
	}
	b.keys(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	b.pass()
	if s.card.id == 0 || !s.card.body.Visible() {
		t.Error("the card does not come back")
	}
}

func TestFilterKeepsADayThatCannotBeRead(t *testing.T) {
	b, s := tagged(t)
	s.onFilterButton()
	for _, ok := b.w.canvas().Focused().(*kit.DateField); !ok; _, ok = b.w.canvas().Focused().(*kit.DateField) {
		b.keys(fyne.KeyTab)
	}
	b.typed("soonish")
	b.topSave()
	if !kit.SheetOpen(b.w.canvas()) || s.rows.len() != 5 {
		t.Fatal("a day that is none filters")
	}
	if said := b.sheetWords(); strings.Contains(said, "in 3 days") || strings.Count(said, "3 days ago") != 1 {
		t.Errorf("of a day in the past it says %q", said)
	}
	b.keys(fyne.KeyEscape)
	if !s.asked.Plain() {
		t.Errorf("leaving the sheet sets %+v", s.asked)
	}
}

func TestFilterByTagAndWhatIsGone(t *testing.T) {
	b, s := tagged(t)
	tags, err := b.store().Tags()
	b.must(err)
	s.ask(models.CustomerFilter{Tag: tags[0].ID})
	wantNames(t, s.listed(), "Ann Hughes", "Ben Castillo")
	b.must(b.store().DeleteTag(tags[0].ID))
	if s.rows.len() != 0 || !slices.Contains(drawnWords(s.pills), "Tag: no longer there") {
		t.Errorf("by a tag that is gone %q are listed, set is %q", s.listed(), drawnWords(s.pills))
	}
	b.w.do("undo")
	wantNames(t, s.listed(), "Ann Hughes", "Ben Castillo")
}

func TestSortIsRemembered(t *testing.T) {
	b, s := tagged(t)
	b.w.canvas().Focus(s.sortMenu)
	b.keys(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	if s.listed()[0] != "Ben Castillo" || s.sortMenu.Text() != "Seen last" {
		t.Errorf("%s lists %q", s.sortMenu.Text(), s.listed())
	}
	if again := newCustomers(b.w); again.asked.Sort != models.OrderSeen {
		t.Errorf("the next time it is sorted by %q", again.asked.Sort)
	}
}

// Who is shown stays marked wherever they come to stand in a filtered list.
func TestSelectionSurvivesInAFilteredList(t *testing.T) {
	b, s := tagged(t)
	s.ask(models.CustomerFilter{Rungs: []models.Rung{models.RungProspect}})
	s.choose(1)
	if s.card.name.Text() != "Dana Fox" {
		t.Fatalf("the second is %q", s.card.name.Text())
	}
	modelstest.Customer(t, b.store(), "Bob", "")
	if s.list.Selected() != 2 {
		t.Errorf("Dana Fox stands in row %d of %q", s.list.Selected(), s.listed())
	}
}
