package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// buttonKind is how much a button stands out.
type buttonKind int

const (
	buttonPlain buttonKind = iota
	buttonPrimary
	buttonLink
	buttonDanger
	buttonCloser
)

// Button is a word that does something when it is clicked, or when Enter or Space
// is pressed on it.
type Button struct {
	control
	label, hint string
	kind        buttonKind
	small       bool
	pill        bool // its ends are round
	drops       bool // a list drops down from it, which the mark behind its label says
	onTap       func()
}

// NewButton makes a plain button: white, with a border.
func NewButton(label string, onTap func()) *Button {
	b := &Button{label: label, onTap: onTap}
	b.extend(b)
	return b
}

// Primary makes it the one main button of its screen.
func (b *Button) Primary() *Button { return b.as(buttonPrimary) }

// IsPrimary tells whether it is the main button.
func (b *Button) IsPrimary() bool { return b.kind == buttonPrimary }

// Plain makes it an ordinary button, which it is at first.
func (b *Button) Plain() *Button { return b.as(buttonPlain) }

// Link makes it a quiet button without a box, in the colour of links.
func (b *Button) Link() *Button { return b.as(buttonLink) }

// Danger makes it a button for what cannot be taken back easily.
func (b *Button) Danger() *Button { return b.as(buttonDanger) }

func (b *Button) as(kind buttonKind) *Button {
	b.kind = kind
	b.Refresh()
	return b
}

// NewCloser makes the × that takes something away: a line of a form, a sheet.
func NewCloser(onTap func()) *Button {
	b := NewButton("×", onTap)
	return b.as(buttonCloser)
}

// Small makes it fit into a row.
func (b *Button) Small() *Button {
	b.small = true
	b.Refresh()
	return b
}

// Hint writes the shortcut that does the same beside the label, as "Ctrl+N".
func (b *Button) Hint(shortcut string) *Button {
	b.hint = shortcut
	b.Refresh()
	return b
}

// SetText changes the label.
func (b *Button) SetText(label string) {
	if b.label != label {
		b.label = label
		b.Refresh()
	}
}

// Text gives the label.
func (b *Button) Text() string { return b.label }

// Tapped does what the button is for. The keyboard goes on from here.
func (b *Button) Tapped(*fyne.PointEvent) {
	if b.Disabled() {
		return
	}
	b.focusByMouse()
	b.tap()
}

func (b *Button) tap() {
	if b.onTap != nil && !b.Disabled() {
		b.onTap()
	}
}

// TypedKey does what a click does, for Enter and Space.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	if isTap(key) {
		b.tap()
		return
	}
	b.control.TypedKey(key)
}

// textSize is the size of the label.
func (b *Button) textSize() float32 {
	switch {
	case b.small:
		return theme.Size(SizeSecond)
	case b.kind == buttonCloser:
		return theme.Size(SizeTitle)
	}
	return theme.Size(SizeBody)
}

// padding is the room left and right of the label, and above and below.
func (b *Button) padding() (x, y float32) {
	switch {
	case b.kind == buttonLink:
		return 4, 4
	case b.kind == buttonCloser:
		return 8, 1
	case b.small:
		return 11, 5
	}
	return 15, fieldPad
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		button: b, ground: canvas.NewRectangle(nil), glaze: canvas.NewRectangle(nil),
		label: canvas.NewText("", nil), hint: canvas.NewText("", nil), ring: newRing(),
		mark: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)},
	}
	r.paint()
	return r
}

type buttonRenderer struct {
	button        *Button
	ground, glaze *canvas.Rectangle
	label, hint   *canvas.Text
	mark          [2]*canvas.Line // of a button that drops something down
	ring          *canvas.Rectangle
}

func (*buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.glaze, r.label, r.hint, r.mark[0], r.mark[1], r.ring}
}

// dropRoom is the room for the mark of a button that drops something down.
const dropRoom = 18

// words is the size of label, hint and mark together.
func (r *buttonRenderer) words() fyne.Size {
	size := r.label.MinSize()
	if r.hint.Text != "" {
		size.Width += gapPart + r.hint.MinSize().Width
	}
	if r.button.drops {
		size.Width += dropRoom
	}
	return size
}

func (r *buttonRenderer) MinSize() fyne.Size {
	x, y := r.button.padding()
	return r.words().AddWidthHeight(2*x, 2*y)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.glaze.Resize(size)
	if r.button.pill {
		r.ground.CornerRadius, r.glaze.CornerRadius = size.Height/2, size.Height/2
	}
	words := r.words()
	x := (size.Width - words.Width) / 2
	if r.button.kind == buttonLink {
		x = 4
	}
	label := r.label.MinSize()
	y := (size.Height - label.Height) / 2
	r.label.Move(fyne.NewPos(x, y))
	r.label.Resize(label)
	hint := r.hint.MinSize()
	r.hint.Move(fyne.NewPos(x+label.Width+gapPart, y+(label.Height-hint.Height)/2))
	r.hint.Resize(hint)
	placeMark(r.mark, x+words.Width-5, size.Height/2+2)
	placeRing(r.ring, fyne.Position{}, size, ringGap)
}

// placeMark draws the two lines of a mark that points down, its tip at x and y.
func placeMark(mark [2]*canvas.Line, x, y float32) {
	mark[0].Position1, mark[0].Position2 = fyne.NewPos(x-5, y-4.5), fyne.NewPos(x, y)
	mark[1].Position1, mark[1].Position2 = fyne.NewPos(x, y), fyne.NewPos(x+5, y-4.5)
}

func (r *buttonRenderer) Refresh() {
	r.paint()
	r.Layout(r.button.Size())
	canvas.Refresh(r.button.self)
}

func (r *buttonRenderer) paint() {
	b := r.button
	fill, stroke, ink := b.colors()
	r.ground.FillColor, r.ground.StrokeColor = role(fill), role(stroke)
	r.ground.StrokeWidth, r.ground.CornerRadius = 1, radiusField
	r.glaze.FillColor = role(ColorHover)
	r.glaze.CornerRadius = radiusField
	r.glaze.Hidden = !b.hovered || b.Disabled()
	r.label.Text, r.label.Color, r.label.TextSize = b.label, role(ink), b.textSize()
	r.label.TextStyle.Bold = !b.small && b.kind != buttonCloser
	r.hint.Text, r.hint.Color, r.hint.TextSize = b.hint, role(ink), theme.Size(SizeSecond)
	r.hint.Hidden = b.hint == ""
	for _, line := range r.mark {
		line.StrokeColor, line.StrokeWidth, line.Hidden = role(ink), 1.5, !b.drops
	}
	paintRing(r.ring, b.ringShown(), radiusField+ringGap, ColorPrimary)
}

// colors are the roles of ground, border and label.
func (b *Button) colors() (fill, stroke, ink fyne.ThemeColorName) {
	switch {
	case b.Disabled():
		return ColorPlainTint, ColorHairline, ColorQuiet
	case b.kind == buttonPrimary:
		return ColorPrimary, ColorPrimary, ColorOnPrimary
	case b.kind == buttonLink:
		return colorClear, colorClear, ColorPrimary
	case b.kind == buttonCloser:
		return colorClear, colorClear, ColorQuiet
	case b.kind == buttonDanger:
		return ColorCard, ColorBad, ColorBad
	}
	return ColorCard, ColorButtonBorder, ColorInk
}
