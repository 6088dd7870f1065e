package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// listBench shows a list of n rows and notes what it tells.
func listBench(t *testing.T, n *int) (*bench, *List, *string) {
	t.Helper()
	told := ""
	l := NewList(func() int { return *n }, newTextRow, bindTextRow)
	l.OnSelected = func(i int) { told += fmt.Sprintf("%d.", i) }
	l.OnActivated = func(i int) { told += fmt.Sprintf("open %d.", i) }
	b := newBench(t, l)
	b.canvas().Focus(l)
	return b, l, &told
}

func newTextRow() fyne.CanvasObject { return NewRow() }

func bindTextRow(i int, o fyne.CanvasObject) {
	o.(*Row).Set(RowContent{Title: fmt.Sprintf("row %d", i)})
}

func newLoyalBadge() fyne.CanvasObject { return NewBadge("Loyal", ToneLoyal) }

// rowText is what the visible row i says; empty when it is not in view.
func rowText(l *List, i int) string {
	row, ok := l.visible[i]
	if !ok {
		return ""
	}
	return row.child.(*Row).title.Text()
}

func TestListByKeys(t *testing.T) {
	n := 100_000
	b, l, told := listBench(t, &n)
	b.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	want(t, "told", *told, "0.1.0.open 0.")
	*told = ""
	b.key(fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome, fyne.KeyUp)
	want(t, "told", *told, "99999.0.")
	*told = ""
	b.key(fyne.KeyEnd)
	want(t, "the last row", rowText(l, 99999), "row 99999")
	b.key(fyne.KeyPageUp)
	page := int(l.Size().Height/l.model.height) - 1
	want(t, "told", *told, fmt.Sprintf("99999.%d.", 99999-page))
	b.key(fyne.KeyHome, fyne.KeyPageDown)
	want(t, "a page below the first", l.Selected(), page)
	b.key(fyne.KeyEnd, fyne.KeyPageUp)
	b.typed("abc ")
	b.key(fyne.KeyA)
	want(t, "letters change nothing", l.Selected(), 99999-page)
}

// TestFirstKeySelectsWhereTheRingIs begins in the middle of a list nobody selected in.
func TestFirstKeySelectsWhereTheRingIs(t *testing.T) {
	n := 1000
	b, l, told := listBench(t, &n)
	l.ScrollTo(l.model.top(300))
	b.key(fyne.KeyDown, fyne.KeyDown)
	want(t, "told", *told, "300.301.")
	l.Reset()
	*told = ""
	b.key(fyne.KeyReturn)
	want(t, "told", *told, "0.open 0.")
}

// TestRowsKeptForLaterFollowTheTheme makes the window smaller, changes the theme while
// some rows are out of use, and makes the window larger again.
func TestRowsKeptForLaterFollowTheTheme(t *testing.T) {
	houseApp(t)
	l := NewList(func() int { return 1000 }, newLoyalBadge, func(_ int, o fyne.CanvasObject) { o.(*Badge).Set("Loyal", ToneLoyal) })
	b := newBench(t, l)
	before := l.model.height
	b.window.Resize(fyne.NewSize(800, 150))
	fyne.CurrentApp().Settings().SetTheme(NewTheme(MaxScale, ModeDark))
	l.Refresh()
	b.window.Resize(fyne.NewSize(800, 600))
	want(t, "rows grew", l.model.height > before, true)
	for i, row := range l.visible {
		ground := test.WidgetRenderer(row.child.(*Badge)).Objects()[0].(*canvas.Rectangle)
		if ground.FillColor != role(ColorLoyalTint) {
			t.Errorf("the badge of row %d has the ground of the theme before", i)
		}
	}
}

func TestListBuildsWhatIsSeenOnly(t *testing.T) {
	n := 100_000
	_, l, _ := listBench(t, &n)
	if rows := len(l.visible); rows == 0 || rows > 20 {
		t.Errorf("%d rows exist in a list 600 high", rows)
	}
	l.ScrollTo(l.model.top(50_000))
	want(t, "the row that is scrolled to", rowText(l, 50_000), "row 50000")
	if rows := len(l.visible) + len(l.spare); rows > 40 {
		t.Errorf("%d rows were made", rows)
	}
}

func TestListByMouse(t *testing.T) {
	n := 10
	b, l, told := listBench(t, &n)
	b.click(l.visible[3])
	want(t, "told once", *told, "3.")
	b.wantFocus(l)
	l.visible[3].Tapped(nil)
	want(t, "told", *told, "3.open 3.")
	l.visible[3].Tapped(nil)
	want(t, "told after a third click", *told, "3.open 3.")
	b.key(fyne.KeyDown)
	want(t, "told", *told, "3.open 3.4.")
}

// TestListTellsOfAClickOnceItIsOver: what opens while the mouse button is down loses the focus.
func TestListTellsOfAClickOnceItIsOver(t *testing.T) {
	n := 10
	_, l, told := listBench(t, &n)
	l.OnClicked = func(i int) { *told += fmt.Sprintf("click %d.", i) }
	l.visible[3].MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	want(t, "told while the button is down", *told, "3.")
	l.visible[3].Tapped(nil)
	want(t, "told", *told, "3.click 3.")
}

func TestListKeepsItsPlace(t *testing.T) {
	n := 1000
	b, l, told := listBench(t, &n)
	l.Select(500)
	want(t, "told", *told, "")
	want(t, "in view", rowText(l, 500), "row 500")
	offset := l.Offset()
	l.Refresh()
	want(t, "selected after Refresh", l.Selected(), 500)
	want(t, "place after Refresh", l.Offset(), offset)
	b.key(fyne.KeyUp)
	want(t, "told", *told, "499.")
	n = 100
	l.Refresh()
	want(t, "selected when its row is gone", l.Selected(), -1)
	l.Reset()
	want(t, "place after Reset", l.Offset(), 0)
	want(t, "the first row", rowText(l, 0), "row 0")
	n = 0
	l.Refresh()
	b.key(fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd)
	want(t, "told by an empty list", *told, "499.")
}

func TestListOfDifferentHeights(t *testing.T) {
	n := 50
	_, l, _ := listBench(t, &n)
	l.SetHeights(func(i int, _ float32) float32 { return float32(40 + i) })
	want(t, "top of the third", l.visible[2].Position().Y, 81)
	want(t, "height of the third", l.visible[2].Size().Height, 42)
	l.Select(49)
	want(t, "in view", rowText(l, 49), "row 49")
	last := l.visible[49]
	want(t, "its end", last.Position().Y+last.Size().Height-l.Offset(), l.Size().Height)
}

// BenchmarkListRefresh binds the rows in view of 100,000 again.
func BenchmarkListRefresh(b *testing.B) {
	n := 100_000
	l := NewList(func() int { return n }, newTextRow, bindTextRow)
	newBench(&testing.T{}, l)
	b.ResetTimer()
	for range b.N {
		l.Refresh()
	}
}

// A list that gets less room keeps what was chosen in view, and stays where it is when that was out of view before.
func TestAListThatShrinksKeepsWhatWasChosenInView(t *testing.T) {
	n := 1000
	b, l, _ := listBench(t, &n)
	l.Select(300)
	want(t, "it is seen at first", l.sees(300), true)
	b.window.Resize(fyne.NewSize(800, 300))
	want(t, "it is seen in half the room", l.sees(300), true)
	l.ScrollTo(0)
	b.window.Resize(fyne.NewSize(800, 250))
	want(t, "scrolled away from it, the list is at", l.Offset(), float32(0))
}
