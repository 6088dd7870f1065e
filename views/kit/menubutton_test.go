package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// menu gives a menu of four things to do, which count how often each was done.
func menu() (*MenuButton, []int) {
	did := make([]int, 4)
	return NewMenuButton("More", func() []MenuItem {
		items := make([]MenuItem, len(did))
		for i, label := range []string{"Archive", "Export", "Same person", "Erase"} {
			items[i] = MenuItem{Label: label, Apart: label == "Erase", OnTap: func() { did[i]++ }}
		}
		return items
	}), did
}

func TestMenuButtonByKeys(t *testing.T) {
	m, did := menu()
	after := NewButton("After", nothing)
	b := newBench(t, VStack(0, m, after))
	b.canvas().Focus(m)
	b.key(fyne.KeyReturn)
	if !m.Open() || m.list.marked != 0 {
		t.Fatalf("Enter opens nothing, or marks line %d", m.list.marked)
	}
	b.key(fyne.KeyEscape)
	want(t, "open after Escape", m.Open(), false)
	b.key(fyne.KeyDown, fyne.KeyEnd, fyne.KeyUp, fyne.KeyReturn)
	want(t, "how often the third was done", did[2], 1)
	want(t, "open after choosing", m.Open(), false)
	b.wantFocus(m)
	b.typed(" ")
	want(t, "open after a space", m.Open(), true)
	b.key(fyne.KeyTab)
	want(t, "open once the focus is elsewhere", m.Open(), false)
	b.wantFocus(after)
}

func TestMenuButtonByMouse(t *testing.T) {
	m, did := menu()
	b := newBench(t, VStack(0, m))
	b.click(m)
	b.click(m.list.rows[3])
	want(t, "how often the last was done", did[3], 1)
	want(t, "open after choosing", m.Open(), false)
	b.click(m)
	b.click(m)
	want(t, "open after a second click", m.Open(), false)
}

func TestMenuButtonSetsTheLastApart(t *testing.T) {
	m, _ := menu()
	b := newBench(t, VStack(0, m))
	b.click(m)
	for i, apart := range []bool{false, false, false, true} {
		want(t, "a line above "+m.shown[i].Label, m.list.rows[i].rule.Visible(), apart)
	}
}
