package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// middleOnScreen is where on the window the middle of o is.
func middleOnScreen(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.AddXY(o.Size().Width/2, o.Size().Height/2)
}

func TestWheelOverAFieldScrollsThePage(t *testing.T) {
	field, area := NewEntry(""), NewArea("", 3)
	scroll := Scroll(VStack(8, field, area, VGap(2000)))
	b := newBench(t, scroll)
	for _, over := range []fyne.CanvasObject{field, area} {
		scroll.ScrollToTop()
		test.Scroll(b.canvas(), middleOnScreen(over), 0, -25)
		want(t, "one notch", scroll.Offset(), 25*wheelGain())
	}
}

func TestWheelScrollsTheWordsOfAFullFieldFirst(t *testing.T) {
	area := NewArea("", 3)
	scroll := Scroll(VStack(8, area, VGap(2000)))
	b := newBench(t, scroll)
	area.SetText(strings.Repeat("word\n", 8))
	at := middleOnScreen(area)
	test.Scroll(b.canvas(), at, 0, -25)
	want(t, "the page after one notch", scroll.Offset(), 0)
	for range 10 {
		test.Scroll(b.canvas(), at, 0, -25)
	}
	if scroll.Offset() == 0 {
		t.Error("the page stands still where the words have ended")
	}
}

// At the end of a list the wheel scrolls the page around it, and back again from its beginning.
func TestWheelGoesOnBeyondAList(t *testing.T) {
	list := NewList(func() int { return 12 }, func() fyne.CanvasObject { return NewRow() }, func(int, fyne.CanvasObject) {})
	scroll := Scroll(VStack(8, Over(VGap(300), list), VGap(2000)))
	b := newBench(t, scroll)
	at := middleOnScreen(list)
	test.Scroll(b.canvas(), at, 0, -25)
	if list.Offset() == 0 || scroll.Offset() != 0 {
		t.Fatalf("one notch scrolls the list to %v and the page to %v", list.Offset(), scroll.Offset())
	}
	for range 10 {
		test.Scroll(b.canvas(), at, 0, -25)
	}
	if scroll.Offset() == 0 {
		t.Error("the page stands still where the list has ended")
	}
}
