package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// zoomBench is a pane of 800 by 600 with a page that is higher than wide.
func zoomBench(t *testing.T) (*bench, *ZoomPane, *canvas.Rectangle) {
	page := canvas.NewRectangle(nil)
	pane := NewZoomPane(page)
	b := newBench(t, pane)
	pane.SetNatural(fyne.NewSize(600, 900))
	return b, pane, page
}

func TestZoomPaneShowsAllAndMore(t *testing.T) {
	b, pane, page := zoomBench(t)
	want(t, "all of it", page.Size(), fyne.NewSize(400, 600))
	want(t, "in the middle", page.Position(), fyne.NewPos(200, 0))
	pane.Step(+1)
	want(t, "at 100 %", page.Size(), fyne.NewSize(600, 900))
	want(t, "as wide as the middle", page.Position(), fyne.NewPos(100, 0))
	pane.Step(+1)
	pane.Step(+1)
	pane.Step(+1)
	want(t, "the largest", pane.Percent(), 200)
	want(t, "twice as large", page.Size(), fyne.NewSize(1200, 1800))
	b.canvas().Focus(pane)
	pane.ShowTop()
	top := pane.scroll.Offset
	b.key(fyne.KeyDown, fyne.KeyRight)
	want(t, "scrolled by the arrows", pane.scroll.Offset, top.AddXY(60, 60))
	for range 3 {
		pane.Step(-1)
	}
	want(t, "all of it again", page.Size(), fyne.NewSize(400, 600))
}

// What was in the middle of the view is there still once it is larger.
func TestZoomPaneKeepsThePlace(t *testing.T) {
	_, pane, _ := zoomBench(t)
	pane.SetPercent(100)
	pane.by(0, 200) // to its end: the middle is 600 of 900
	pane.SetPercent(200)
	want(t, "the middle", pane.scroll.Offset.Y+300, 1200)
}

// A page that is smaller than the view is shown larger than it is, and the next step is larger still.
func TestZoomPaneOfASmallPage(t *testing.T) {
	_, pane, page := zoomBench(t)
	pane.SetNatural(fyne.NewSize(300, 450))
	want(t, "all of it", page.Size(), fyne.NewSize(400, 600))
	pane.Step(+1)
	want(t, "the next step", pane.Percent(), 150)
	pane.Step(-1)
	want(t, "back", pane.Percent(), ZoomWhole)
	pane.SetPercent(100)
	want(t, "smaller than the view", page.Position(), fyne.NewPos(250, 75))
}

// Where there is nothing left to scroll, a page has been read to its end.
func TestZoomPaneTellsItsEnd(t *testing.T) {
	_, pane, _ := zoomBench(t)
	var from fyne.Position
	pane.OnMoved = func(at fyne.Position, _ fyne.Size) { from = at }
	want(t, "all of it can be scrolled", pane.Page(+1), false)
	pane.SetPercent(100)
	pane.ShowTop()
	want(t, "the first view goes on", pane.Page(+1), true)
	want(t, "what is in view", from.Y, 300)
	want(t, "the end", pane.Page(+1), false)
	pane.ShowTop()
	want(t, "the top", pane.Page(-1), false)
}

// Keys that mean nothing to what has the focus are told to the layer; Enter is told by the pane itself.
func TestLayerHearsOtherKeys(t *testing.T) {
	b, pane, _ := zoomBench(t)
	var heard fyne.KeyName
	entered := false
	b.layer.OnKey = func(key *fyne.KeyEvent) { heard = key.Name }
	pane.OnEnter = func() { entered = true }
	b.key(fyne.KeyPageDown)
	want(t, "with nothing in focus", heard, fyne.KeyPageDown)
	b.canvas().Focus(pane)
	b.key(fyne.KeyEnd)
	want(t, "from the pane", heard, fyne.KeyEnd)
	b.key(fyne.KeyReturn)
	want(t, "Enter", entered, true)
}

// What is wider than its room begins at its left, where text does.
func TestZoomPaneShowsTheStart(t *testing.T) {
	_, pane, _ := zoomBench(t)
	pane.SetPercent(200)
	want(t, "in the middle", pane.scroll.Offset.X, 200)
	pane.ShowStart()
	want(t, "the upper left corner", pane.scroll.Offset, fyne.NewPos(0, 0))
}
