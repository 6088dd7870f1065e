package kit

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheelScroll scrolls up and down, and goes as far for one notch of the mouse wheel as other programs do.
type wheelScroll struct {
	container.Scroll
	of fyne.CanvasObject // the list or the page that it scrolls
}

func newWheelScroll(of, content fyne.CanvasObject) *wheelScroll {
	s := &wheelScroll{of: of}
	s.Direction, s.Content = container.ScrollVerticalOnly, content
	s.ExtendBaseWidget(s)
	return s
}

// wheelGain is by how much Fyne's 25 for a notch is too little: three lines of text. On a Mac the system itself tells
// how far.
func wheelGain() float32 {
	if runtime.GOOS == "darwin" {
		return 1
	}
	return 3
}

// Scrolled goes on by as much as the wheel was turned; at the end of a list the page around it does.
func (s *wheelScroll) Scrolled(e *fyne.ScrollEvent) { turnWheel(s.of, &s.Scroll, e) }

// quicker is e with the house's gain.
func quicker(e *fyne.ScrollEvent) *fyne.ScrollEvent {
	more := *e
	more.Scrolled.DY *= wheelGain()
	return &more
}

// wheelCatcher lies over a field and takes the wheel, and nothing else, before Fyne's entry does: that one scrolls its
// words, also where it has none to scroll.
type wheelCatcher struct {
	widget.BaseWidget
	turned func(*fyne.ScrollEvent)
}

func newWheelCatcher(turned func(*fyne.ScrollEvent)) *wheelCatcher {
	c := &wheelCatcher{turned: turned}
	c.ExtendBaseWidget(c)
	return c
}

// Scrolled hands the wheel on.
func (c *wheelCatcher) Scrolled(e *fyne.ScrollEvent) { c.turned(e) }

// CreateRenderer is Fyne's way to ask for what is drawn: nothing.
func (c *wheelCatcher) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(box(over{}))
}

// turnWheel scrolls the words inside o, or where they are at their end the page around it.
func turnWheel(o fyne.CanvasObject, words *container.Scroll, e *fyne.ScrollEvent) {
	if words != nil {
		before := words.Offset.Y
		words.Scrolled(quicker(e))
		if words.Offset.Y != before {
			return
		}
	}
	if around := scrollsOf(o); len(around) > 0 {
		around[0].scroll.Scrolled(e)
	}
}
