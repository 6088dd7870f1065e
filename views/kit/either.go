package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Either is a choice between two texts side by side, each as long as it is. It is one stop of Tab: the arrows choose, Space
// and Enter take the other one. At first neither need be chosen.
type Either struct {
	control
	values   [2]string
	value    string
	onChange func(string)
	sides    [2]*eitherSide
	content  *fyne.Container
	ring     *canvas.Rectangle
}

// NewEither makes the choice. Of each Choice the Label is the text; value may be "" for neither.
func NewEither(left, right Choice, value string, onChange func(string)) *Either {
	e := &Either{values: [2]string{left.Value, right.Value}, value: value, onChange: onChange, ring: newRing()}
	for i, c := range []Choice{left, right} {
		e.sides[i] = newEitherSide(c.Label)
	}
	e.content = Over(Columns([]float32{1, 1}, gapPart, 0, e.sides[0].object, e.sides[1].object), e.ring)
	e.extend(e)
	e.paint()
	return e
}

// Value gives what is chosen, or "".
func (e *Either) Value() string { return e.value }

// SetValue chooses without calling onChange.
func (e *Either) SetValue(value string) {
	e.value = value
	e.Refresh()
}

func (e *Either) choose(i int) {
	if e.values[i] == e.value {
		return
	}
	e.SetValue(e.values[i])
	e.corrected()
	if e.onChange != nil {
		e.onChange(e.value)
	}
}

// Tapped chooses the text that was clicked.
func (e *Either) Tapped(at *fyne.PointEvent) {
	e.focusByMouse()
	side := 0
	if at.Position.X > e.Size().Width/2 {
		side = 1
	}
	e.choose(side)
}

// TypedKey chooses with the arrows; Space and Enter take the other one.
func (e *Either) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyLeft:
		e.choose(0)
	case key.Name == fyne.KeyRight:
		e.choose(1)
	case isTap(key) && e.value == e.values[0]:
		e.choose(1)
	case isTap(key):
		e.choose(0)
	}
	e.control.TypedKey(key)
}

// MinSize has room for a short word on each side.
func (e *Either) MinSize() fyne.Size { return e.content.MinSize() }

// HeightFor gives the height at a width.
func (e *Either) HeightFor(width float32) float32 { return HeightFor(e.content, width) }

// Parts gives the two texts.
func (e *Either) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{e.content} }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (e *Either) CreateRenderer() fyne.WidgetRenderer {
	return eitherRenderer{widget.NewSimpleRenderer(e.content), e}
}

// eitherRenderer paints the choice and the ring as they now are: the keyboard comes and goes without a word to Either itself.
type eitherRenderer struct {
	fyne.WidgetRenderer
	either *Either
}

func (r eitherRenderer) Refresh() {
	r.either.paint()
	r.WidgetRenderer.Refresh()
}

func (e *Either) paint() {
	for i, side := range e.sides {
		side.paint(e.value == e.values[i])
	}
	paintRing(e.ring, e.ringShown(), radiusField, ColorPrimary)
}

// eitherSide is one of the two texts, with the dot of a choice before it.
type eitherSide struct {
	object     *fyne.Container
	ground     *surface
	circle, in *surface
	words      *RichLine
}

func newEitherSide(text string) *eitherSide {
	s := &eitherSide{ground: newSurface(ColorCard, ColorFieldBorder, radiusField), circle: newSurface(ColorCard, ColorFieldBorder, canvas.RadiusMaximum),
		in: newSurface(ColorPrimary, "", canvas.RadiusMaximum)}
	s.words = Body(text)
	s.object = Over(s.ground, Inset(12, 10, 12, 10, HStackTop(gapPart, box(dotLayout{}, s.circle, s.in), Grow(s.words))))
	return s
}

// dotLayout places the circle of a choice and the dot in it in the middle of the first line beside them, as large as the text
// wants them.
type dotLayout struct{}

func (dotLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	line, _ := textExtent("M", theme.Size(SizeBody), fyne.TextStyle{})
	return fyne.NewSize(scaled(16), max(line.Height, scaled(16)))
}

func (l dotLayout) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	room := l.MinSize(objects)
	for i, side := range []float32{room.Width, room.Width / 2} {
		place(objects[i], (room.Width-side)/2, (room.Height-side)/2, side, side)
	}
}

func (s *eitherSide) paint(chosen bool) {
	s.ground.fill, s.ground.stroke, s.circle.stroke = ColorCard, ColorHairline, ColorFieldBorder
	if chosen {
		s.ground.fill, s.ground.stroke, s.circle.stroke = ColorSelected, ColorPrimary, ColorPrimary
	}
	s.in.Hidden = !chosen
	for _, part := range []*surface{s.ground, s.circle, s.in} {
		part.Refresh()
	}
}
