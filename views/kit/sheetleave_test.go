package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

func TestLeavingAllSheetsAsksWhereSomethingWouldBeLost(t *testing.T) {
	left, dirty := 0, true
	b, _, _, first, _ := sheetBench(t, SheetOptions{Save: "Save", Dirty: func() bool { return dirty }})
	quit := func() { LeaveSheets(b.canvas(), func() { left++ }) }
	ShowSheet(b.canvas(), "Over it", NewEntry(""), SheetOptions{})
	quit()
	want(t, "sheets with the question", len(b.canvas().Overlays().List()), 2)
	quit() // once more is the same question
	want(t, "sheets with the question", len(b.canvas().Overlays().List()), 2)
	b.key(fyne.KeyReturn) // on "Keep editing"
	b.wantFocus(first)
	want(t, "left", left, 0)
	quit()
	b.key(fyne.KeyTab, fyne.KeyReturn) // on "Throw away"
	want(t, "left", left, 1)
	want(t, "open", SheetOpen(b.canvas()), false)
	dirty = false
	ShowSheet(b.canvas(), "Clean", NewEntry(""), SheetOptions{Dirty: func() bool { return dirty }})
	quit()
	want(t, "left", left, 2)
}

func TestClickBesideASheetKeepsItsFocus(t *testing.T) {
	b, s, _, _, second := sheetBench(t, SheetOptions{Save: "Save"})
	b.canvas().Focus(second)
	var dim *dimmer
	for _, o := range s.layer.content.(*fyne.Container).Objects {
		if d, ok := o.(*dimmer); ok {
			dim = d
		}
	}
	for _, tap := range []func(*fyne.PointEvent){dim.Tapped, dim.TappedSecondary} {
		dim.MouseDown(nil)
		b.canvas().Unfocus() // as Fyne does at a press
		tap(nil)
		b.wantFocus(second)
	}
}

// A menu of Fyne's own, as the right mouse button opens one in a field, is in the way of nothing.
func TestLeavingSheetsUnderAMenu(t *testing.T) {
	left := 0
	b, _, _, first, _ := sheetBench(t, SheetOptions{Save: "Save", Dirty: func() bool { return true }})
	menu := func() {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", fyne.NewMenuItem("Paste", nil)), b.canvas(), fyne.NewPos(10, 10))
	}
	quit := func() { LeaveSheets(b.canvas(), func() { left++ }) }
	menu()
	quit()
	want(t, "left without asking", left, 0)
	b.key(fyne.KeyReturn) // on "Keep editing"
	b.wantFocus(first)
	quit()
	b.key(fyne.KeyTab, fyne.KeyReturn) // on "Throw away"
	want(t, "left", left, 1)
	menu()
	quit()
	want(t, "left", left, 2)
	want(t, "open", SheetOpen(b.canvas()), false)
}
