package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

func TestQuitInAFormAsksBeforeItThrowsTheTypedAway(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("newCustomer")
	b.typed("Ann Hughes")
	b.w.do("quit")
	if said := b.sheetWords(); !strings.Contains(said, kit.T("kit.throwAwayTitle")) {
		t.Fatalf("it says %q", said)
	}
	b.keys(fyne.KeyReturn) // on "Keep editing"
	if got, ok := b.w.canvas().Focused().(*kit.Entry); !ok || got.Text != "Ann Hughes" || b.w.app.Store == nil {
		t.Fatalf("the cursor is in %T", b.w.canvas().Focused())
	}
	b.w.do("quit")
	b.keys(fyne.KeyTab, fyne.KeyReturn)
	if b.w.app.Store != nil {
		t.Error("the shop file is still open")
	}
}

func TestDoneAgainSaysWhat(t *testing.T) {
	b := newBench(t, nil)
	c := &models.Customer{Name: "Ann Hughes"}
	b.must(b.store().SaveCustomer(c))
	b.must(b.store().ArchiveCustomers([]models.CustomerID{c.ID}, models.ArchivedMoved))
	b.w.Did("Ann Hughes is in the archive.")
	for range 2 {
		b.w.do("undo")
		b.w.do("redo")
		if said := b.w.layer.ToastText(); said != "Ann Hughes is in the archive." {
			t.Errorf("done again it says %q", said)
		}
	}
	b.w.do("undo")
	b.w.do("undo") // what no toast told of
	b.w.do("redo")
	if said := b.w.layer.ToastText(); said != "Done again." {
		t.Errorf("of another it says %q", said)
	}
}

func TestAnEmptyShopMayBeginWithAFile(t *testing.T) {
	b := newBench(t, nil)
	b.w.Show(PlaceToday)
	if said := wordsOn(b.w.screens[PlaceToday].Content()); !strings.Contains(said, "Bring in customers from a file") {
		t.Errorf("it says %q", said)
	}
}
