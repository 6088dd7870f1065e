package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// chip is one pill of Chips. It takes clicks; the keys go to the Chips.
type chip struct {
	widget.BaseWidget
	chips   *Chips
	index   int
	hovered bool
}

func newChip(chips *Chips, index int) *chip {
	c := &chip{chips: chips, index: index}
	c.ExtendBaseWidget(c)
	return c
}

func (c *chip) choice() Choice {
	if c.index >= len(c.chips.choices) {
		return Choice{}
	}
	return c.chips.choices[c.index]
}

func (c *chip) chosen() bool { return c.chips.index() == c.index }

// Tapped chooses the chip.
func (c *chip) Tapped(*fyne.PointEvent) { c.chips.chooseByMouse(c.index) }

// Cursor is a hand.
func (c *chip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn tints the chip.
func (c *chip) MouseIn(*desktop.MouseEvent) { c.setHovered(true) }

// MouseMoved changes nothing.
func (c *chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends MouseIn.
func (c *chip) MouseOut() { c.setHovered(false) }

func (c *chip) setHovered(on bool) {
	c.hovered = on
	c.Refresh()
}

// MinSize is the size of the words and the pill around them.
func (c *chip) MinSize() fyne.Size {
	size, _ := textExtent(c.choice().Label, theme.Size(SizeSecond), fyne.TextStyle{})
	return size.AddWidthHeight(24, 8)
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{chip: c, ground: canvas.NewRectangle(nil), glaze: canvas.NewRectangle(nil),
		text: canvas.NewText("", nil), ring: newRing()}
	r.paint()
	return r
}

type chipRenderer struct {
	chip          *chip
	ground, glaze *canvas.Rectangle
	text          *canvas.Text
	ring          *canvas.Rectangle
}

func (*chipRenderer) Destroy()             {}
func (r *chipRenderer) MinSize() fyne.Size { return r.chip.MinSize() }
func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.glaze, r.text, r.ring}
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.glaze.Resize(size)
	r.ground.CornerRadius = size.Height / 2
	r.glaze.CornerRadius = size.Height / 2
	center(r.text, size)
	r.ring.CornerRadius = size.Height/2 + ringGap
	placeRing(r.ring, fyne.Position{}, size, ringGap)
}

func (r *chipRenderer) Refresh() {
	r.paint()
	r.Layout(r.chip.Size())
	canvas.Refresh(r.chip)
}

func (r *chipRenderer) paint() {
	fill, stroke, ink := r.chip.colors()
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = role(fill), role(stroke), 1
	r.glaze.FillColor, r.glaze.Hidden = role(ColorHover), !r.chip.hovered || r.chip.chosen()
	r.text.Text, r.text.Color = r.chip.choice().Label, role(ink)
	r.text.TextSize = theme.Size(SizeSecond)
	paintRing(r.ring, r.chip.chips.ringAt(r.chip.index), 0, ColorPrimary)
}

// colors are the roles of ground, border and words.
func (c *chip) colors() (fill, stroke, ink fyne.ThemeColorName) {
	if !c.chosen() {
		return ColorCard, ColorButtonBorder, ColorInk
	}
	fill, ink = c.choice().Tone.chosenColors()
	return fill, fill, ink
}
