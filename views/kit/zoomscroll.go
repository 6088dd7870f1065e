package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// zoomScroll scrolls the content of a ZoomPane both ways. With Ctrl its wheel zooms.
type zoomScroll struct {
	container.Scroll
	pane *ZoomPane
}

func newZoomScroll(pane *ZoomPane, content fyne.CanvasObject) *zoomScroll {
	s := &zoomScroll{pane: pane}
	s.Direction, s.Content = container.ScrollBoth, content
	s.OnScrolled = func(fyne.Position) { pane.moved() }
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled scrolls by as much as the wheel was turned, or zooms around the mouse.
func (s *zoomScroll) Scrolled(e *fyne.ScrollEvent) {
	if !ctrlHeld() {
		s.Scroll.Scrolled(quicker(e))
		return
	}
	by := 1
	if e.Scrolled.DY < 0 {
		by = -1
	}
	s.pane.zoomAround(s.pane.next(by), e.Position)
	if s.pane.OnZoomed != nil {
		s.pane.OnZoomed()
	}
}

// ctrlHeld tells whether Ctrl is down, or Cmd on a Mac: Fyne does not tell it with the wheel.
func ctrlHeld() bool {
	driver, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && driver.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault != 0
}

// zoomLayout draws the content of a ZoomPane as large as it is to be, in the middle of its room.
type zoomLayout struct{ pane *ZoomPane }

func (l zoomLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	if l.pane.percent == ZoomWhole {
		return fyne.Size{}
	}
	return l.pane.drawn()
}

func (l zoomLayout) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	at, size := l.pane.corner(), l.pane.drawn()
	place(objects[0], at.X, at.Y, size.Width, size.Height)
}
