package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

func TestTakingOutOfTheBookAsksAndNamesThePerson(t *testing.T) {
	b, s := bookOf(t, "Ann Hughes", "Ben Castillo", "Chen Wei")
	s.choose(1)
	modelstest.Visit(t, b.store(), s.card.id, "Bell")
	s.card.onDelete()
	if said := b.sheetWords(); !strings.Contains(said, "Take Ben Castillo out") || !strings.Contains(said, "undo") {
		t.Fatalf("asked %q", said)
	}
	b.keys(fyne.KeyReturn) // the cursor is on the way back
	if kit.SheetOpen(b.w.canvas()) {
		t.Fatal("Enter does not lead back")
	}
	wantCustomers(b, 3)
	s.card.onDelete()
	b.topSave()
	wantCustomers(b, 2)
	if said := b.w.layer.ToastText(); said != "Ben Castillo is out of the book." || s.card.name.Text() != "Chen Wei" {
		t.Errorf("told %q, shown is %q", said, s.card.name.Text())
	}
	b.w.do("undo")
	wantCustomers(b, 3)
}

func TestSomebodyWithoutAStoryGoesUnasked(t *testing.T) {
	b, s := bookOf(t, "Ann Hughes", "Ben Castillo")
	s.choose(0)
	s.card.onDelete()
	if said := b.w.layer.ToastText(); kit.SheetOpen(b.w.canvas()) || said != "Ann Hughes is out of the book." {
		t.Errorf("told %q", said)
	}
	wantCustomers(b, 1)
}
