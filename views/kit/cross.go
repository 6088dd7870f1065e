package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// cross is the small × that clears a field by mouse, or another sign for what a key does as well: the keyboard clears with
// Backspace, so Tab does not stop here.
type cross struct {
	widget.BaseWidget
	sign    string
	onTap   func()
	hovered bool
}

func newCross(onTap func()) *cross { return newSign("×", onTap) }

// newSign is a cross that is drawn as another sign.
func newSign(sign string, onTap func()) *cross {
	c := &cross{sign: sign, onTap: onTap}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped does it.
func (c *cross) Tapped(*fyne.PointEvent) { c.onTap() }

// Cursor is a hand.
func (c *cross) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn marks the cross.
func (c *cross) MouseIn(*desktop.MouseEvent) { c.setHovered(true) }

// MouseMoved changes nothing.
func (c *cross) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends MouseIn.
func (c *cross) MouseOut() { c.setHovered(false) }

func (c *cross) setHovered(on bool) {
	c.hovered = on
	c.Refresh()
}

// MinSize is a square the mouse hits easily.
func (c *cross) MinSize() fyne.Size { return fyne.NewSquareSize(scaled(26)) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (c *cross) CreateRenderer() fyne.WidgetRenderer {
	r := &crossRenderer{cross: c, ground: canvas.NewRectangle(nil), text: canvas.NewText(c.sign, nil)}
	r.paint()
	return r
}

type crossRenderer struct {
	cross  *cross
	ground *canvas.Rectangle
	text   *canvas.Text
}

func (*crossRenderer) Destroy()             {}
func (r *crossRenderer) MinSize() fyne.Size { return r.cross.MinSize() }
func (r *crossRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.text}
}

func (r *crossRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ground.CornerRadius = size.Height / 2
	center(r.text, size)
}

func (r *crossRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.cross)
}

func (r *crossRenderer) paint() {
	r.ground.FillColor = role(ColorHover)
	r.ground.Hidden = !r.cross.hovered
	r.text.Color, r.text.TextSize = role(ColorQuiet), theme.Size(SizeHeading)
}
