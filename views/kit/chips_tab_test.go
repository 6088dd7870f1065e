package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestTabEntersAndLeavesChips walks past chips with Tab, and among them with the arrows.
func TestTabEntersAndLeavesChips(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(1, ModeLight))
	before, after := NewButton("before", nil), NewButton("after", nil)
	chips := NewChips([]Choice{{Value: "a", Label: "A"}, {Value: "b", Label: "B"}, {Value: "c", Label: "C"}}, "b", nil)
	w := test.NewTempWindow(t, NewLayer(VStack(0, before, chips, after), nil))
	w.Resize(fyne.NewSize(400, 300))
	c := w.Canvas()
	c.Focus(before)
	c.FocusNext()
	if c.Focused() != fyne.Focusable(chips) || chips.cursor != 1 {
		t.Errorf("Tab enters at %v, chip %d; want the chosen chip", c.Focused(), chips.cursor)
	}
	chips.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if chips.cursor != 2 || chips.Value() != "b" {
		t.Error("the arrow does not move on, or chooses already")
	}
	chips.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if chips.Value() != "c" {
		t.Errorf("Space chooses %q, want c", chips.Value())
	}
	c.FocusNext()
	if c.Focused() != fyne.Focusable(after) {
		t.Error("Tab does not leave the chips")
	}
	c.FocusPrevious()
	if c.Focused() != fyne.Focusable(chips) {
		t.Error("Shift+Tab does not come back to the chips")
	}
	test.Tap(chips.chips[0])
	if chips.Value() != "a" || c.Focused() != fyne.Focusable(chips) {
		t.Errorf("a click chooses %q and the focus is elsewhere", chips.Value())
	}
}
