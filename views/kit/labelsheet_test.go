package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// sixLabels is a sheet of three rows of two, 100 wide and 140 high.
func sixLabels(onChange func()) *LabelSheet {
	l := NewLabelSheet(onChange)
	var boxes []LabelBox
	for place := range 6 {
		boxes = append(boxes, LabelBox{X: 5 + 46*float32(place%2), Y: 10 + 40*float32(place/2), W: 44, H: 40})
	}
	l.SetSheet(100, 140, 2, boxes)
	return l
}

func TestLabelsAreUsedByMouseAndKeys(t *testing.T) {
	changes := 0
	l := sixLabels(func() { changes++ })
	b := newBench(t, l)
	b.window.Resize(fyne.NewSize(700, 700))
	tap := func(place int) {
		at, size := l.boxOf(place, l.Size())
		l.Tapped(&fyne.PointEvent{Position: at.AddXY(size.Width/2, size.Height/2)})
	}
	want := func(places ...int) {
		t.Helper()
		if !slices.Equal(l.Used(), places) {
			t.Errorf("used are %v, not %v", l.Used(), places)
		}
	}
	tap(3)
	want(0, 1, 2)
	tap(1)
	want(0)
	l.OneByOne = true
	tap(4)
	tap(0)
	want(4)
	l.Tapped(&fyne.PointEvent{Position: fyne.NewPos(1, 1)}) // beside them all
	want(4)
	b.canvas().Focus(l)
	b.key(fyne.KeyHome, fyne.KeyDown, fyne.KeyRight, fyne.KeyRight)
	b.typed(" ")
	want() // it is at 4, which was used
	l.SetUsed([]int{0, 1, 9})
	if l.cursor != 2 || changes == 0 {
		t.Errorf("the keyboard is at %d", l.cursor)
	}
	was := changes
	b.key(fyne.KeyEnd, fyne.KeyRight, fyne.KeyUp, fyne.KeyReturn)
	want(0, 1, 2)
	if changes != was+1 {
		t.Error("a change is not told of once")
	}
	l.SetSheet(100, 140, 2, nil)
	b.key(fyne.KeyReturn, fyne.KeyDown)
	b.typed(" ")
	want()
}

func TestLabelSheetMarksWhatTheMouseIsOn(t *testing.T) {
	l := sixLabels(nil)
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(300, 420))
	at, _ := l.boxOf(5, l.Size())
	l.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(2, 2)}})
	if l.hover != 5 {
		t.Errorf("the mouse is on %d", l.hover)
	}
	l.MouseOut()
	if l.hover != -1 {
		t.Errorf("the mouse has left %d", l.hover)
	}
}
