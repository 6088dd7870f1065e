package kit

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestButtonIsTappedByMouseAndKeys(t *testing.T) {
	taps := 0
	button := NewButton("Save", func() { taps++ })
	b := newBench(t, Middle(button))
	b.click(button)
	want(t, "taps after a click", taps, 1)
	b.wantFocus(button)
	want(t, "the ring after a click", button.ringShown(), false)
	b.key(fyne.KeyReturn, fyne.KeySpace, fyne.KeyEnter)
	want(t, "taps after three keys", taps, 4)
	b.key(fyne.KeyA)
	want(t, "taps after a letter", taps, 4)
	want(t, "the ring after a key", button.ringShown(), true)
	button.Disable()
	b.click(button)
	button.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want(t, "taps while disabled", taps, 4)
}

func TestSpaceIsNotTypedIntoWhatItOpens(t *testing.T) {
	field := NewEntry("")
	field.SetText("Harbour Cycles (rescued)")
	ask := func() { canvasOf(field).Focus(field) }
	button := NewButton("Rescue…", ask)
	b := newBench(t, VStack(8, button, field))
	b.canvas().Focus(button)
	b.key(fyne.KeySpace)
	b.wantFocus(field)
	want(t, "what the field holds", field.Text, "Harbour Cycles (rescued)")
}

func TestTickTurnsOver(t *testing.T) {
	var told []bool
	tick := NewTick("They agreed", false, func(on bool) { told = append(told, on) })
	b := newBench(t, Middle(tick))
	b.click(tick)
	b.key(fyne.KeySpace)
	tick.SetOn(true)
	want(t, "on", tick.On(), true)
	want(t, "times told", len(told), 2)
	want(t, "first", told[0], true)
	want(t, "second", told[1], false)
}

func TestChipsChooseOne(t *testing.T) {
	told := ""
	chips := NewChips([]Choice{{Value: "a", Label: "A"}, {Value: "b", Label: "B"}, {Value: "c", Label: "C"}}, "", func(v string) { told += v + "." })
	b := newBench(t, VStack(0, chips))
	b.click(chips.chips[2])
	b.click(chips.chips[2])
	want(t, "chosen twice", told, "c.")
	b.key(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn)
	want(t, "moved to the first", told, "c.a.")
	chips.AllowNone = true
	b.click(chips.chips[0])
	want(t, "taken away", told, "c.a..")
	want(t, "value", chips.Value(), "")
	chips.SetValue("b")
	want(t, "set silently", told, "c.a..")
	chips.SetChoices([]Choice{{Value: "b", Label: "B 12"}})
	want(t, "label with a count", chips.chips[0].choice().Label, "B 12")
	want(t, "value kept", chips.Value(), "b")
}

func TestSegmentedChooses(t *testing.T) {
	told := ""
	had := NewSegmented([]Choice{{Value: "had", Label: "We had it"}, {Value: "no", Label: "Not available"}}, "", func(v string) { told += v + "." })
	b := newBench(t, VStack(0, had))
	test.TapAt(had, fyne.NewPos(had.MinSize().Width-5, 5))
	want(t, "clicked at the right", told, "no.")
	test.TapAt(had, fyne.NewPos(700, 5))
	want(t, "clicked beside it", told, "no.")
	b.key(fyne.KeyLeft, fyne.KeyLeft)
	want(t, "arrow to the left", told, "no.had.")
	b.key(fyne.KeySpace, fyne.KeySpace)
	want(t, "space goes round", told, "no.had.no.had.")
}

func TestSelectByKeys(t *testing.T) {
	told := ""
	sel := NewSelect([]Choice{{Value: "1", Label: "Mike"}, {Value: "2", Label: "Ivy"}, {Value: "3", Label: "Ines"}}, "1", func(v string) { told += v })
	next := NewButton("next", nil)
	clock := galleryNow()
	sel.now = galleryNow
	b := newBench(t, VStack(0, sel, next))
	b.canvas().Focus(sel)
	b.key(fyne.KeyReturn)
	want(t, "open", sel.Open(), true)
	b.key(fyne.KeyDown, fyne.KeyEscape)
	want(t, "open after Escape", sel.Open(), false)
	want(t, "told", told, "")
	b.key(fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn)
	want(t, "told", told, "2")
	b.key(fyne.KeyDown, fyne.KeyEnd, fyne.KeyTab)
	want(t, "told after Tab", told, "23")
	b.wantFocus(next)
	b.canvas().Focus(sel)
	b.key(fyne.KeyDown, fyne.KeyUp)
	sel.KeyDown(&fyne.KeyEvent{Name: shiftKey})
	b.key(fyne.KeyTab)
	want(t, "told after Shift+Tab", told, "23")
	want(t, "open after Shift+Tab", sel.Open(), false)
	b.canvas().Focus(sel)
	b.typed("iv")
	want(t, "typed ahead", sel.Value(), "2")
	sel.now = func() time.Time { return clock.Add(2 * typeAheadPause) }
	b.typed("m")
	want(t, "typed after a pause", sel.Value(), "1")
}

func TestSelectByMouse(t *testing.T) {
	sel := NewSelect([]Choice{{Value: "1", Label: "Mike"}, {Value: "2", Label: "Ivy"}}, "1", nil)
	b := newBench(t, VStack(0, sel))
	b.click(sel)
	want(t, "open", sel.Open(), true)
	b.click(sel.list.rows[1])
	want(t, "value", sel.Value(), "2")
	want(t, "open after choosing", sel.Open(), false)
	b.wantFocus(sel)
	b.click(sel)
	b.click(sel)
	want(t, "open after the second click", sel.Open(), false)
}

func TestRailIsOneStop(t *testing.T) {
	went := ""
	var items []*RailItem
	for _, name := range []string{"a", "b", "c"} {
		items = append(items, NewRailItem(name, func() { went += name }))
	}
	items[1].SetSelected(true)
	after := NewButton("after", nil)
	b := newBench(t, VStack(0, Rail(items...), after))
	b.key(fyne.KeyEscape)
	b.canvas().FocusNext()
	b.wantFocus(items[1])
	b.key(fyne.KeyDown)
	b.wantFocus(items[2])
	b.key(fyne.KeyDown, fyne.KeyReturn)
	want(t, "went", went, "c")
	b.key(fyne.KeyTab)
	b.wantFocus(after)
	b.canvas().FocusPrevious()
	b.wantFocus(items[1])
	b.click(items[0])
	want(t, "went by click", went, "ca")
	b.wantFocus(items[0])
}

func TestLinksAreReachedByTab(t *testing.T) {
	followed := ""
	line := Rich("**[Ann](7)** sent [Peter Lowe](9).")
	line.OnLink = func(target string) { followed += target }
	b := newBench(t, VStack(0, line))
	b.canvas().FocusNext()
	b.key(fyne.KeyReturn, fyne.KeyTab, fyne.KeySpace)
	want(t, "followed", followed, "79")
}

func TestTapArea(t *testing.T) {
	taps := 0
	area := NewTapArea(Body("a row"), func() { taps++ })
	b := newBench(t, VStack(0, area))
	b.click(area)
	b.key(fyne.KeyReturn)
	want(t, "taps", taps, 2)
}

func TestTipShowsOnHover(t *testing.T) {
	tip := WithTip(Body("2 weeks ago"), "Sat 7 Nov 2026")
	b := newBench(t, VStack(0, tip))
	test.MoveMouse(b.canvas(), fyne.NewPos(20, 8))
	want(t, "floats", b.layer.floats(tip.note), true)
	want(t, "says", tip.note.words.Text(), "Sat 7 Nov 2026")
	test.MoveMouse(b.canvas(), fyne.NewPos(20, 300))
	want(t, "floats afterwards", b.layer.floats(tip.note), false)
}

// A chip for nothing is a choice like any other; without one nothing is chosen.
func TestChipForNothingIsChosen(t *testing.T) {
	c := NewChips([]Choice{{Label: "Nothing more"}, {Value: "gift", Label: "A gift"}}, "", nil)
	if c.index() != 0 {
		t.Error("nothing is not chosen")
	}
	if c = NewChips([]Choice{{Value: "gift", Label: "A gift"}}, "", nil); c.index() != -1 {
		t.Error("something is chosen")
	}
}
