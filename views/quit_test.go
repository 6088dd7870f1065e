package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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

func TestAnEmptyShopMayBeginWithAFile(t *testing.T) {
	b := newBench(t, nil)
	b.w.Show(PlaceToday)
	if said := wordsOn(b.w.screens[PlaceToday].Content()); !strings.Contains(said, "Bring in customers from a file") {
		t.Errorf("it says %q", said)
	}
}
