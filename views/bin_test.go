package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// fullBin has a customer, their visit and a specialist in the bin, the first two for days more than the last.
func fullBin(t *testing.T, days int) (*bench, *binScreen) {
	b := newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		ann := modelstest.Customer(t, store, "Ann Hughes", "")
		visit := modelstest.Visit(t, store, ann, "saddle")
		spoke := modelstest.Specialist(t, store, "Spoke Works", "wheels")
		must := func(err error) {
			if err != nil {
				t.Fatal(err)
			}
		}
		must(store.DeleteVisit(visit))
		must(store.DeleteCustomer(ann))
		clock.Days(days)
		must(store.DeleteSpecialist(spoke))
	})
	b.w.do("bin")
	return b, b.w.screens[PlaceBin].(*binScreen)
}

func (s *binScreen) told() string { return wordsOn(s.content) }

func TestTheBinIsSearched(t *testing.T) {
	b, s := fullBin(t, 3)
	for text, want := range map[string]int{"hughes": 2, "specialist": 1, "SADDLE visit": 1, "nobody": 0} {
		s.find.Clear()
		b.w.canvas().Focus(s.find)
		b.typed(text)
		if len(s.rows) != want {
			t.Errorf("%q finds %d, want %d", text, len(s.rows), want)
		}
	}
	s.find.Clear()
	b.typed("nobody")
	if said := s.told(); !strings.Contains(said, "Nothing in the bin has “nobody”") {
		t.Errorf("of nothing found it says %s", said)
	}
	b.keys(fyne.KeyEscape)
	if len(s.rows) != 3 {
		t.Errorf("%d are shown after the search", len(s.rows))
	}
}

func TestWhatIsInTheBinIsPutBack(t *testing.T) {
	b, s := fullBin(t, 3)
	said := s.told()
	for _, want := range []string{"Ann Hughes Customer", "saddle Visit · Ann Hughes", "Spoke Works Specialist", "Taken out today · 30 more days at least", "27 more days at least"} {
		if !strings.Contains(said, want) {
			t.Errorf("the bin does not say %q:\n%s", want, said)
		}
	}
	if strings.Contains(said, "Remove for good") {
		t.Error("what is three days old can be removed for good")
	}
	for i, row := range s.rows {
		if row.Thing == models.ThingVisit {
			s.putBack(i)
		}
	}
	if said := b.sheetWords(); !strings.Contains(said, "put Ann Hughes back first") {
		t.Fatalf("putting back the visit of somebody in the bin says %q", said)
	}
	b.keys(fyne.KeyEscape)
	b.w.canvas().Focus(s.list)
	b.keys(fyne.KeyHome, fyne.KeyReturn) // the specialist went last
	if said := b.w.layer.ToastText(); said != "Spoke Works is back." || len(s.rows) != 2 {
		t.Fatalf("told %q, %d are left", said, len(s.rows))
	}
	b.w.do("undo")
	if len(s.rows) != 3 {
		t.Errorf("Undo leaves %d in the bin", len(s.rows))
	}
}

func TestPutBackPressedTwiceIsOnce(t *testing.T) {
	b, s := fullBin(t, 3)
	last := s.rows[0]
	s.putBackRow(last)
	s.putBackRow(last)
	if kit.SheetOpen(b.w.canvas()) || len(s.rows) != 2 || b.w.layer.ToastText() != "Spoke Works is back." {
		t.Errorf("%d are left, told %q", len(s.rows), b.w.layer.ToastText())
	}
}

func TestOnlyWhatIsOldIsRemovedForGoodAndOnlyWhenSaidTwice(t *testing.T) {
	b, s := fullBin(t, 40)
	if said := s.told(); !strings.Contains(said, "2 things have been here for more than 30 days") || !strings.Contains(said, "kept until you remove it") {
		t.Fatalf("the bin says\n%s", said)
	}
	s.askToRemove()
	if said := b.sheetWords(); !strings.Contains(said, "cannot be undone") {
		t.Errorf("asked %q", said)
	}
	b.keys(fyne.KeyReturn) // the cursor is on the way back
	if kit.SheetOpen(b.w.canvas()) || len(s.rows) != 3 {
		t.Fatal("Enter does not lead back")
	}
	s.askToRemove()
	b.topSave()
	if said := b.w.layer.ToastText(); said != "2 things are gone for good." || len(s.rows) != 1 {
		t.Errorf("told %q, %d are left", said, len(s.rows))
	}
	if s.strip.Visible() || b.store().CanUndo() {
		t.Error("it is offered again, or Undo offers to bring it back")
	}
	s.putBack(0)
	if said := s.told(); !strings.Contains(said, "The bin is empty.") {
		t.Errorf("the empty bin says %q", said)
	}
}
