package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what everything that can be focused has in common: it knows whether
// it has the focus and whether the mouse is on it, keeps itself in view and hands
// Escape on. The widget that embeds it calls extend.
type control struct {
	widget.DisableableWidget
	correction
	ownName
	self             fyne.Widget
	focused, hovered bool
	clicked          bool // the focus came by a click: no ring until a key is pressed
}

func (c *control) extend(self fyne.Widget) {
	c.self = self
	c.ExtendBaseWidget(self)
}

// FocusGained draws the ring and scrolls the widget into view.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	reveal(c.self)
}

// FocusLost takes the ring away.
func (c *control) FocusLost() {
	c.focused, c.clicked = false, false
	c.Refresh()
}

// TypedRune takes a space for a click, and ignores letters. It waits for the space itself, since its key comes first:
// a click by the key would leave the space to the field that the click gave the focus to.
func (c *control) TypedRune(r rune) {
	if f, ok := c.self.(fyne.Focusable); ok && r == ' ' {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}

// TypedKey hands Escape on; the embedding widget has its own keys.
func (c *control) TypedKey(key *fyne.KeyEvent) {
	if c.clicked {
		c.clicked = false
		c.Refresh()
	}
	keyFrom(c.self, key)
}

// ringShown tells whether the ring is to be drawn: always, but for a click.
func (c *control) ringShown() bool { return c.focused && !c.clicked }

// focusByMouse takes the focus without showing the ring, so that Tab goes on from
// what was clicked.
func (c *control) focusByMouse() {
	if c.focused {
		return
	}
	c.clicked = true
	if f, ok := c.self.(fyne.Focusable); ok {
		focusOn(f)
	}
	c.clicked = c.focused
}

// MouseIn marks the widget as the one the mouse is on.
func (c *control) MouseIn(*desktop.MouseEvent) { c.setHovered(true) }

// MouseMoved changes nothing.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends MouseIn.
func (c *control) MouseOut() { c.setHovered(false) }

func (c *control) setHovered(on bool) {
	c.hovered = on
	c.Refresh()
}

// Cursor is a hand over what can be clicked.
func (c *control) Cursor() desktop.Cursor {
	if c.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// isTap tells whether a key does what a click does; the space is a rune, see TypedRune.
func isTap(key *fyne.KeyEvent) bool {
	return key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
}

// focusOn gives o the focus, when it is on a canvas.
func focusOn(o fyne.Focusable) {
	obj, ok := o.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := canvasOf(obj); c != nil {
		c.Focus(o)
	}
}

// newRing makes the focus ring: hidden until paintRing.
func newRing() *canvas.Rectangle {
	ring := canvas.NewRectangle(role(colorClear))
	ring.StrokeWidth = ringWidth
	ring.Hide()
	return ring
}

// paintRing shows or hides a ring. It is drawn in ink upon primary things, in
// primary upon everything else, so that it always stands out.
func paintRing(ring *canvas.Rectangle, shown bool, radius float32, color fyne.ThemeColorName) {
	ring.Hidden = !shown
	ring.StrokeColor = role(color)
	ring.CornerRadius = radius
	ring.FillColor = role(colorClear)
}

// paintFieldBorder draws the border of a field: thick when it has the focus, red when
// there is a problem with it.
func paintFieldBorder(border *canvas.Rectangle, focused, problem bool) {
	color, width := ColorFieldBorder, float32(1)
	switch {
	case focused:
		color, width = ColorPrimary, ringWidth
	case problem:
		color, width = ColorBad, 1.5
	}
	paintRing(border, true, radiusField, color)
	border.StrokeWidth = width
}

// ringGap is how far outside its edge the ring of a thing lies that may be filled with the ring's own colour: some
// paper shows between the two.
const ringGap = ringWidth + 2

// placeRing puts a ring around a box, gap outside its edge.
func placeRing(ring *canvas.Rectangle, at fyne.Position, size fyne.Size, gap float32) {
	ring.Move(at.SubtractXY(gap, gap))
	ring.Resize(size.AddWidthHeight(2*gap, 2*gap))
}
