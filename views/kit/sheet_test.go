package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// sheetBench shows a page with one entry, and opens a sheet with two over it.
func sheetBench(t *testing.T, opts SheetOptions) (b *bench, s *Sheet, page, first, second *Entry) {
	t.Helper()
	page, first, second = NewEntry("page"), NewEntry("first"), NewEntry("second")
	b = newBench(t, VStack(0, page))
	b.canvas().Focus(page)
	s = ShowSheet(b.canvas(), "New customer", VStack(0, first, second), opts)
	return b, s, page, first, second
}

func TestSheetKeepsTheKeyboard(t *testing.T) {
	saves := 0
	b, s, page, first, second := sheetBench(t, SheetOptions{Save: "Save", OnSave: func() { saves++ }})
	pageSaves := 0
	b.layer.OnSave = func() { pageSaves++ }
	b.wantFocus(first)
	want(t, "open", SheetOpen(b.canvas()), true)
	b.key(fyne.KeyTab)
	b.wantFocus(second)
	for range 10 {
		b.key(fyne.KeyTab)
		if b.canvas().Focused() == fyne.Focusable(page) {
			t.Fatal("Tab left the sheet")
		}
	}
	b.canvas().Focus(first)
	b.save()
	want(t, "saves", saves, 1)
	want(t, "saves of the page", pageSaves, 0)
	s.SaveButton().Disable()
	b.save()
	want(t, "saves while that is not possible", saves, 1)
	s.Close()
	s.Close()
	b.wantFocus(page)
	want(t, "open", SheetOpen(b.canvas()), false)
}

func TestSheetAsksBeforeItLosesSomething(t *testing.T) {
	cancelled, dirty := 0, true
	b, _, page, first, _ := sheetBench(t, SheetOptions{Save: "Save", Dirty: func() bool { return dirty }, OnCancel: func() { cancelled++ }})
	b.key(fyne.KeyEscape)
	want(t, "sheets", len(b.canvas().Overlays().List()), 2)
	b.key(fyne.KeyReturn) // on "Keep editing"
	want(t, "sheets", len(b.canvas().Overlays().List()), 1)
	b.wantFocus(first)
	b.key(fyne.KeyEscape, fyne.KeyTab, fyne.KeyReturn) // on "Throw away"
	want(t, "cancelled", cancelled, 1)
	want(t, "sheets", len(b.canvas().Overlays().List()), 0)
	b.wantFocus(page)
	dirty = false
	ShowSheet(b.canvas(), "Again", NewEntry(""), SheetOptions{Dirty: func() bool { return dirty }})
	b.key(fyne.KeyEscape)
	want(t, "sheets", len(b.canvas().Overlays().List()), 0)
}

func TestEscapeWithoutFocusLeavesTheSheet(t *testing.T) {
	b, _, _, _, _ := sheetBench(t, SheetOptions{})
	b.canvas().Unfocus()
	b.key(fyne.KeyEscape)
	want(t, "open", SheetOpen(b.canvas()), false)
}

// A sheet of nothing but text is read to its end without a mouse.
func TestSheetOfTextScrollsByKeys(t *testing.T) {
	b := newBench(t, VStack(0))
	body := Body(strings.Repeat("More.\n", 200))
	ShowSheet(b.canvas(), "What is new", body, SheetOptions{})
	scroll := scrollsOf(body)[0]
	b.key(fyne.KeyEnd)
	end := scroll.Offset()
	if end < 500 {
		t.Errorf("End scrolls by %v", end)
	}
	b.key(fyne.KeyPageDown)
	want(t, "beyond the end", scroll.Offset(), end)
	b.key(fyne.KeyPageUp)
	if got := scroll.Offset(); got <= 0 || got >= end {
		t.Errorf("Page Up from %v scrolls to %v", end, got)
	}
	b.key(fyne.KeyHome)
	want(t, "the beginning", scroll.Offset(), float32(0))
}

func TestPickerInASheetFloatsInTheSheet(t *testing.T) {
	b := newBench(t, NewEntry(""))
	p := NewPicker(someNames)
	s := ShowSheet(b.canvas(), "Sheet", p, SheetOptions{})
	b.wantFocus(p.entry)
	b.typed("ann")
	want(t, "floats in the sheet", s.Layer().floats(p.list), true)
	want(t, "floats in the page", b.layer.floats(p.list), false)
	b.key(fyne.KeyEscape)
	want(t, "the sheet is still open", SheetOpen(b.canvas()), true)
}

func TestConfirmIsSafeByDefault(t *testing.T) {
	b := newBench(t, NewEntry(""))
	done := 0
	Confirm(b.canvas(), "This takes Ann Hughes out of the book.", "Erase", func() { done++ })
	b.key(fyne.KeyReturn)
	want(t, "done by Enter", done, 0)
	want(t, "open", SheetOpen(b.canvas()), false)
	Confirm(b.canvas(), "This takes Ann Hughes out of the book.", "Erase", func() { done++ })
	b.key(fyne.KeyTab, fyne.KeyReturn)
	want(t, "done", done, 1)
	want(t, "open", SheetOpen(b.canvas()), false)
}

func TestTallSheetFitsTheWindow(t *testing.T) {
	var fields []fyne.CanvasObject
	for range 30 {
		fields = append(fields, NewField("label", NewEntry("")))
	}
	b := newBench(t, NewEntry(""))
	s := ShowSheet(b.canvas(), "Tall", VStack(8, fields...), SheetOptions{Save: "Save"})
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.SaveButton()).Y + s.SaveButton().Size().Height
	if bottom > 600 || bottom < 500 {
		t.Errorf("the main button ends at %g in a window 600 high", bottom)
	}
}

func TestSheetGrowsWithAProblemInIt(t *testing.T) {
	b := newBench(t, NewEntry(""))
	field := NewField("Name", NewEntry(""))
	s := ShowSheet(b.canvas(), "Short", VStack(8, NewEntry(""), field), SheetOptions{Save: "Save"})
	body := s.layer.content.(*fyne.Container).Objects[3]
	for _, problem := range []string{"", strings.Repeat("This cannot be. ", 20), ""} {
		field.SetProblem(problem)
		want(t, "the room for the form", body.Size().Height, HeightFor(body, body.Size().Width))
	}
}

func TestProgressIsCancelledByEscape(t *testing.T) {
	b := newBench(t, NewEntry(""))
	cancelled := 0
	p := ShowProgress(b.canvas(), "Backing up", func() { cancelled++ })
	p.SetProgress(250, 1000)
	want(t, "the words", p.count.Text(), "250 of 1,000")
	want(t, "the bar", p.bar.track.share, 0.25)
	b.key(fyne.KeyEscape)
	want(t, "cancelled", cancelled, 1)
	want(t, "open until the work has ended", SheetOpen(b.canvas()), true)
	p.Close()
	want(t, "open", SheetOpen(b.canvas()), false)
}

func TestToastGoesByItself(t *testing.T) {
	b := newBench(t, NewEntry(""))
	undone := 0
	b.layer.Toast("Saved.", "Undo", "", func() { undone++ })
	want(t, "says", b.layer.ToastText(), "Saved.")
	b.layer.Toast("Thanked.", "Undo", "Ctrl+Z", func() { undone += 10 })
	want(t, "says", b.layer.ToastText(), "Thanked.")
	want(t, "undone by Ctrl+Z", b.layer.TakeToast(), true)
	want(t, "undone", undone, 10)
	want(t, "says", b.layer.ToastText(), "")
	want(t, "nothing to undo", b.layer.TakeToast(), false)
	b.layer.Toast("Backed up.", "", "", nil)
	want(t, "nothing to undo", b.layer.TakeToast(), false)
	b.ring()
	want(t, "says after its time", b.layer.ToastText(), "")
}

func TestStayingToastWaitsUntilItIsTaken(t *testing.T) {
	b := newBench(t, NewEntry(""))
	taken := 0
	b.layer.Toast("Saved.", "", "", nil)
	b.layer.StayingToast("A visit was not saved.", "Go on with it", "", func() { taken++ }, nil)
	b.ring()
	want(t, "says after the time of a toast", b.layer.ToastText(), "A visit was not saved.")
	b.layer.Toast("There is nothing to undo.", "", "", nil)
	want(t, "says over it", b.layer.ToastText(), "There is nothing to undo.")
	b.ring()
	want(t, "says after the time of another", b.layer.ToastText(), "A visit was not saved.")
	want(t, "taken by its key", b.layer.TakeToast(), true)
	want(t, "taken", taken, 1)
	want(t, "says", b.layer.ToastText(), "")
}

// Of several that wait the newest is shown, and each is taken or goes by itself.
func TestStayingToastsWaitForEachOther(t *testing.T) {
	b := newBench(t, NewEntry(""))
	gone := b.layer.StayingToast("A visit was not saved.", "Go on with it", "", nothing, nil)
	b.layer.StayingToast("Ann was not saved.", "Go on with it", "", nothing, nil)
	b.layer.StayingToast("Peter was not saved.", "Go on with it", "", nothing, nil)
	want(t, "says", b.layer.ToastText(), "Peter was not saved.")
	gone()
	b.layer.TakeToast()
	want(t, "says then", b.layer.ToastText(), "Ann was not saved.")
	b.layer.TakeToast()
	want(t, "says at the end", b.layer.ToastText(), "")
	b.layer.StayingToast("A visit was not saved.", "Go on with it", "", nothing, nil)
	b.layer.Toast("Saved.", "", "", nil)
	b.layer.HideToasts()
	want(t, "says with all hidden", b.layer.ToastText(), "")
	b.ring()
	want(t, "says later", b.layer.ToastText(), "")
}

func TestToastFillsItsSpot(t *testing.T) {
	spot, beneath := Spacer(), NewEntry("")
	b := newBench(t, HFill(0, Fixed(180, VStack(0, VGap(100), spot, beneath)), Spacer()))
	b.layer.ToastSpot = spot
	b.layer.Refresh()
	bottom := func() float32 { return b.layer.toast.Position().Y + b.layer.toast.Size().Height }
	b.layer.Toast("Ann Hughes was thanked.", "Undo", "Ctrl+Z", nothing)
	want(t, "where it begins", b.layer.toast.Position().X, 0)
	want(t, "its width", b.layer.toast.Size().Width, 180)
	want(t, "its foot", bottom(), beneath.Position().Y)
	b.layer.Toast(strings.Repeat("Ann Hughes was thanked. ", 60), "Undo", "Ctrl+Z", nothing)
	want(t, "the foot of one that is too high", bottom(), 600-gapPart)
}

func TestShortcutsAreWritten(t *testing.T) {
	for text, s := range map[string]*desktop.CustomShortcut{
		"Ctrl+N":       {KeyName: fyne.KeyN, Modifier: fyne.KeyModifierControl},
		"Ctrl+↵":       {KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl},
		"Ctrl+Shift+P": {KeyName: fyne.KeyP, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift},
		"Alt+F4":       {KeyName: fyne.KeyF4, Modifier: fyne.KeyModifierAlt},
	} {
		want(t, "the shortcut", shortcutText(s, false), text)
	}
	want(t, "on a Mac", shortcutText(&desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: fyne.KeyModifierSuper | fyne.KeyModifierShift}, true), "⇧⌘N")
}

// What a toast offers is reached by Tab, after the page, and done by Enter.
func TestTabReachesAToast(t *testing.T) {
	first := NewEntry("")
	b := newBench(t, first)
	undone := 0
	b.layer.Toast("Saved.", "Undo", "Ctrl+Z", func() { undone++ })
	b.canvas().Focus(first)
	b.key(fyne.KeyTab, fyne.KeyReturn)
	want(t, "undone", undone, 1)
	b.layer.StayingToast("A visit was not saved.", "Go on with it", "", func() { undone += 10 }, nil)
	b.canvas().Unfocus()
	b.canvas().FocusPrevious()
	b.canvas().FocusPrevious()
	b.key(fyne.KeySpace)
	want(t, "gone on with", undone, 11)
	want(t, "the keyboard is left on nothing", b.canvas().Focused(), nil)
	b.layer.StayingToast("A visit was not saved.", "Go on with it", "", func() { undone += 100 }, nil)
	b.canvas().FocusPrevious()
	b.key(fyne.KeyReturn) // on "Not now"
	want(t, "says", b.layer.ToastText(), "")
	want(t, "gone on with", undone, 11)
}

// What explains a page explains its sheets too, by a click in the corner and by F1: of a sheet over another, what that one is about.
func TestASheetIsExplained(t *testing.T) {
	b := newBench(t, NewEntry(""))
	asked := ""
	b.layer.OnSheetHelp = func(about string) { asked += about + " " }
	s := ShowSheet(b.canvas(), "Customer", NewEntry(""), SheetOptions{Help: "customers"})
	for _, o := range test.LaidOutObjects(s.layer) {
		if sign, ok := o.(*cross); ok && sign.sign == "?" && sign.Visible() {
			test.Tap(sign)
		}
	}
	b.key(fyne.KeyF1)
	want(t, "asked", asked, "customers customers ")
	over := ShowSheet(b.canvas(), "Tag", NewEntry(""), SheetOptions{})
	HelpOnSheet(b.canvas())
	over.Close()
	Confirm(b.canvas(), "Sure?", "Yes", nothing)
	HelpOnSheet(b.canvas())
	b.key(fyne.KeyF1)
	want(t, "asked", asked, "customers customers customers ")
}

// A sheet that asks nothing begins with its usual buttons and not with what stands beside them.
func TestSheetBeginsWithItsUsualButtons(t *testing.T) {
	b := newBench(t, NewEntry(""))
	extra := NewButton("Show folder", nil)
	s := ShowSheet(b.canvas(), "Done", Body("It is written."), SheetOptions{Save: "Open", OnSave: nothing, Extra: []fyne.CanvasObject{extra}})
	cancel, ok := b.canvas().Focused().(*Button)
	want(t, "on a button", ok, true)
	want(t, "on", cancel.Text(), T("kit.cancel"))
	s.Close()
}
