package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Tick is a box to tick with its words beside it.
type Tick struct {
	control
	label    string
	on       bool
	onChange func(bool)
	column   *TickColumn // of which it is the box at place; nil where it stands by itself
	place    int
	through  bool // the click is with Shift
}

// NewTick makes a box that is ticked or not.
func NewTick(label string, on bool, onChange func(bool)) *Tick {
	t := &Tick{label: label, on: on, onChange: onChange}
	t.extend(t)
	return t
}

// Text gives the words beside the box.
func (t *Tick) Text() string { return t.label }

// On tells whether it is ticked.
func (t *Tick) On() bool { return t.on }

// SetOn ticks or unticks without calling onChange.
func (t *Tick) SetOn(on bool) {
	t.on = on
	t.Refresh()
}

// Tapped turns the tick over.
func (t *Tick) Tapped(*fyne.PointEvent) {
	t.focusByMouse()
	t.toggle(t.through)
	t.through = false
}

func (t *Tick) toggle(through bool) {
	if t.Disabled() {
		return
	}
	if t.column != nil {
		t.column.turn(t.place, through)
		return
	}
	t.SetOn(!t.on)
	t.corrected()
	if t.onChange != nil {
		t.onChange(t.on)
	}
}

// TypedKey turns the tick over with Space and Enter, and goes along its column with Up and Down.
func (t *Tick) TypedKey(key *fyne.KeyEvent) {
	if isTap(key) {
		t.toggle(false)
	}
	if by := stepBy(key); by != 0 && t.column != nil {
		t.column.step(t.place, by)
		return
	}
	t.control.TypedKey(key)
}

// tickBox is the side of the box.
func tickBox() float32 { return float32(int(scaled(18))) }

// MinSize is the box and the words.
func (t *Tick) MinSize() fyne.Size {
	size, _ := textExtent(t.label, theme.Size(SizeBody), fyne.TextStyle{})
	width := tickBox() + 8
	if t.label != "" {
		width += gapPart + size.Width
	}
	return fyne.NewSize(width, max(size.Height, tickBox())+10)
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	r := &tickRenderer{tick: t, frame: canvas.NewRectangle(nil), long: canvas.NewLine(nil),
		short: canvas.NewLine(nil), text: canvas.NewText("", nil), ring: newRing()}
	r.paint()
	return r
}

type tickRenderer struct {
	tick        *Tick
	frame       *canvas.Rectangle
	short, long *canvas.Line
	text        *canvas.Text
	ring        *canvas.Rectangle
}

func (*tickRenderer) Destroy()             {}
func (r *tickRenderer) MinSize() fyne.Size { return r.tick.MinSize() }
func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.frame, r.short, r.long, r.text, r.ring}
}

func (r *tickRenderer) Layout(size fyne.Size) {
	side := tickBox()
	at := fyne.NewPos(4, float32(int((size.Height-side)/2)))
	r.frame.Move(at)
	r.frame.Resize(fyne.NewSquareSize(side))
	r.short.Position1 = at.AddXY(side*0.24, side*0.52)
	r.short.Position2 = at.AddXY(side*0.43, side*0.71)
	r.long.Position1 = r.short.Position2
	r.long.Position2 = at.AddXY(side*0.77, side*0.31)
	text := r.text.MinSize()
	r.text.Move(fyne.NewPos(4+side+gapPart, (size.Height-text.Height)/2))
	r.text.Resize(text)
	placeRing(r.ring, at, fyne.NewSquareSize(side), ringGap)
}

func (r *tickRenderer) Refresh() {
	r.paint()
	r.Layout(r.tick.Size())
	canvas.Refresh(r.tick)
}

func (r *tickRenderer) paint() {
	fill, stroke := ColorCard, ColorFieldBorder
	if r.tick.on {
		fill, stroke = ColorPrimary, ColorPrimary
	}
	if r.tick.hovered && !r.tick.Disabled() {
		stroke = ColorPrimary
	}
	r.frame.FillColor, r.frame.StrokeColor = role(fill), role(stroke)
	r.frame.StrokeWidth, r.frame.CornerRadius = 1.5, 5
	for _, line := range []*canvas.Line{r.short, r.long} {
		line.StrokeColor, line.StrokeWidth, line.Hidden = role(ColorOnPrimary), 2, !r.tick.on
	}
	ink := ColorInk
	if r.tick.Disabled() {
		ink = ColorQuiet
	}
	r.text.Text, r.text.Color, r.text.TextSize = r.tick.label, role(ink), theme.Size(SizeBody)
	paintRing(r.ring, r.tick.ringShown(), 7, ColorPrimary)
}

// SetLabel changes the words.
func (t *Tick) SetLabel(label string) {
	if t.label != label {
		t.label = label
		t.Refresh()
	}
}
