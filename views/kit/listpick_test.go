package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// pickBench is a list of n rows that can be picked.
func pickBench(t *testing.T, n int) (*bench, *List, map[int]bool, *string) {
	b, l, _ := listBench(t, &n)
	told, picked := "", map[int]bool{}
	l.create = func() fyne.CanvasObject { return NewRow() }
	l.bind = func(i int, o fyne.CanvasObject) {
		pick := PickOff
		if picked[i] {
			pick = PickOn
		}
		o.(*Row).Set(RowContent{Initials: "AB", Title: fmt.Sprintf("row %d", i), Pick: pick})
	}
	l.SetPicks(&ListPicks{
		Picked: func(i int) bool { return picked[i] },
		OnPick: func(first, last int, on bool) {
			told += fmt.Sprintf("%d-%d %v.", first, last, on)
			for i := first; i <= last; i++ {
				picked[i] = on
			}
			l.Refresh()
		},
		OnPickAll: func() { told += "all." },
	})
	l.Refresh()
	return b, l, picked, &told
}

func TestListPicksByKeys(t *testing.T) {
	b, l, _, told := pickBench(t, 100)
	b.key(fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	want(t, "told by Space", *told, "1-1 true.")
	*told = ""
	l.KeyDown(&fyne.KeyEvent{Name: shiftKey})
	b.key(fyne.KeyDown, fyne.KeyDown)
	l.KeyUp(&fyne.KeyEvent{Name: shiftKey})
	b.key(fyne.KeyDown)
	want(t, "told by Shift+Down", *told, "1-2 true.1-3 true.")
	want(t, "selected", l.Selected(), 4)
	*told = ""
	l.KeyDown(&fyne.KeyEvent{Name: shiftKey})
	b.key(fyne.KeyUp, fyne.KeyHome)
	l.KeyUp(&fyne.KeyEvent{Name: shiftKey})
	want(t, "told by Shift from a row that is not picked", *told, "3-4 true.0-4 true.")
	*told = ""
	b.key(fyne.KeySpace)
	l.TypedShortcut(&fyne.ShortcutSelectAll{})
	want(t, "told by Space and Ctrl+A", *told, "0-0 false.all.")
}

func TestListPicksByMouse(t *testing.T) {
	b, l, _, told := pickBench(t, 100)
	b.click(l.visible[2])
	want(t, "told by a click on the circle", *told, "2-2 true.")
	want(t, "selected by it", l.Selected(), -1)
	*told = ""
	row := l.visible[5]
	row.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShift, PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, 3)}})
	row.Tapped(&fyne.PointEvent{Position: fyne.NewPos(200, 3)})
	want(t, "told by a click with Shift", *told, "2-5 true.")
	*told = ""
	l.visible[3].Tapped(&fyne.PointEvent{Position: fyne.NewPos(200, 3)})
	want(t, "told by a click on the name", *told, "")
	want(t, "selected by it", l.Selected(), 3)
	savePicture(t, "list-picks", b.canvas())
}

// What was picked far away, or before the list showed others, has no part in what Shift picks.
func TestListPicksFromWhereOneIs(t *testing.T) {
	b, l, picked, told := pickBench(t, 100)
	picked[30] = true
	b.key(fyne.KeyDown, fyne.KeySpace)
	l.choose(30)
	*told = ""
	l.KeyDown(&fyne.KeyEvent{Name: shiftKey})
	b.key(fyne.KeyDown)
	l.KeyUp(&fyne.KeyEvent{Name: shiftKey})
	want(t, "told by Shift+Down from another picked row", *told, "30-31 true.")
	l.Reset()
	*told = ""
	l.pick(3, true)
	want(t, "told by a click with Shift on a list of others", *told, "3-3 true.")
}

// Ctrl+Enter saves from a list as from everywhere: Fyne hands it to the list and no further.
func TestListHandsShortcutsOn(t *testing.T) {
	b, l, _, _ := pickBench(t, 3)
	saved := 0
	TopLayer(b.canvas()).OnSave = func() { saved++ }
	l.TypedShortcut(saveShortcut())
	l.picks = nil
	l.TypedShortcut(saveShortcut())
	want(t, "saved", saved, 2)
}
