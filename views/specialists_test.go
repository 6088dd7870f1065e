package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// topSave presses Ctrl+Enter in the sheet in front.
func (b *bench) topSave() {
	b.t.Helper()
	layer, ok := b.w.canvas().Overlays().Top().(*kit.Layer)
	if !ok {
		b.t.Fatal("no sheet is open")
	}
	layer.OnSave()
}

func TestAddASpecialistByKeyboard(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("newSpecialist")
	b.keys(fyne.KeyTab)
	b.typed("wheel building")
	b.topSave()
	if !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("a specialist without a name was saved")
	}
	b.typed("Spoke Works")
	b.keys(fyne.KeyTab, fyne.KeyTab)
	b.typed("12")
	b.keys(fyne.KeyTab)
	b.typed("foo")
	b.topSave()
	if !b.sheetHolds(kit.T("problem.customer.phone")) || !b.sheetHolds(kit.T("problem.customer.email")) {
		t.Errorf("of two fields that cannot be kept it says %q", b.sheetDrawn())
	}
	b.retype("0171 555 0140")
	b.keys(fyne.KeyTab)
	b.retype("spoke@example.org")
	b.keys(fyne.KeyReturn)
	rows, err := b.store().Specialists("wheel")
	b.must(err)
	if len(rows) != 1 || rows[0].Name != "Spoke Works" {
		t.Fatalf("the book holds %+v", rows)
	}
	if b.w.place != PlaceSpecialists || b.w.screens[PlaceSpecialists].(*specialistsScreen).chosen != rows[0].ID {
		t.Error("the new specialist's card is not shown")
	}
	b.w.do("undo")
	if rows, _ := b.store().Specialists(""); len(rows) != 0 {
		t.Error("Undo left the specialist in the book")
	}
}

func TestChangeASpecialist(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		modelstest.Specialist(t, store, "Leather & Co", "saddles")
		modelstest.Specialist(t, store, "Spoke Works", "wheels")
	})
	b.w.do("specialists")
	s := b.w.screens[PlaceSpecialists].(*specialistsScreen)
	b.keys(fyne.KeyDown)
	if s.rows[s.list.Selected()].Name != "Spoke Works" || s.chosen != s.rows[1].ID {
		t.Fatalf("Down chose %d", s.list.Selected())
	}
	showSpecialistForm(b.w, &s.rows[1].Specialist, nil)
	b.keys(fyne.KeyTab, fyne.KeyTab)
	b.typed("12")
	b.topSave()
	if !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("a phone number of two digits was saved")
	}
	b.typed("3 456")
	b.topSave()
	if p, err := b.store().Specialist(s.chosen); err != nil || p.Phone != "123 456" {
		t.Errorf("phone is %q, %v", p.Phone, err)
	}
	(&specialistCard{w: b.w, p: s.rows[1]}).onStill()
	if p, err := b.store().Specialist(s.chosen); err != nil || p.LastConfirmed != b.store().Today() {
		t.Errorf("confirmed %q, %v", p.LastConfirmed, err)
	}
	(&specialistCard{w: b.w, p: s.rows[1]}).onDelete()
	if len(s.rows) != 1 {
		t.Error("the deleted specialist is still listed")
	}
	b.w.do("undo")
	if len(s.rows) != 2 {
		t.Error("Undo did not bring the specialist back")
	}
}

func TestStillTrueChangesNothingShownUnlessSaved(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		modelstest.Specialist(t, store, "Spoke Works", "wheels")
	})
	rows, err := b.store().Specialists("")
	b.must(err)
	c := &specialistCard{w: b.w, p: rows[0]}
	b.must(b.store().DeleteSpecialist(c.p.ID))
	c.onStill()
	if c.p.LastConfirmed != "" {
		t.Error("the card says what was not saved")
	}
}
