package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Segmented is a choice of one among two or three joined buttons. It is one stop of
// Tab; arrows choose, Space and Enter go to the next.
type Segmented struct {
	control
	choices  []Choice
	value    string
	onChange func(string)
}

// NewSegmented makes joined buttons of which value is chosen.
func NewSegmented(choices []Choice, value string, onChange func(string)) *Segmented {
	s := &Segmented{choices: choices, value: value, onChange: onChange}
	s.extend(s)
	return s
}

// Value gives what is chosen, or "".
func (s *Segmented) Value() string { return s.value }

// SetValue chooses without calling onChange.
func (s *Segmented) SetValue(value string) {
	s.value = value
	s.Refresh()
}

// index is the place of what is chosen, or -1.
func (s *Segmented) index() int {
	for i, c := range s.choices {
		if c.Value == s.value {
			return i
		}
	}
	return -1
}

func (s *Segmented) choose(i int) {
	if i < 0 || i >= len(s.choices) || i == s.index() {
		return
	}
	s.SetValue(s.choices[i].Value)
	s.corrected()
	if s.onChange != nil {
		s.onChange(s.value)
	}
}

// Tapped chooses the part that was clicked.
func (s *Segmented) Tapped(e *fyne.PointEvent) {
	s.focusByMouse()
	x := float32(0)
	for i, part := range s.parts() {
		x += part.Width
		if e.Position.X < x {
			s.choose(i)
			return
		}
	}
}

// TypedKey chooses with the arrows; Space and Enter take the next, round and round.
func (s *Segmented) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyLeft || key.Name == fyne.KeyUp:
		s.choose(max(s.index()-1, 0))
	case key.Name == fyne.KeyRight || key.Name == fyne.KeyDown:
		s.choose(s.index() + 1)
	case isTap(key):
		s.choose((s.index() + 1) % len(s.choices))
	}
	s.control.TypedKey(key)
}

// parts is the size of each part. They do not stretch: the words decide.
func (s *Segmented) parts() []fyne.Size {
	parts := make([]fyne.Size, len(s.choices))
	for i, c := range s.choices {
		words, _ := textExtent(c.Label, theme.Size(SizeBody), fyne.TextStyle{Bold: true})
		parts[i] = words.AddWidthHeight(30, 2*fieldPad)
	}
	return parts
}

// MinSize is the size of all parts.
func (s *Segmented) MinSize() fyne.Size {
	size := fyne.Size{}
	for _, part := range s.parts() {
		size = fyne.NewSize(size.Width+part.Width, max(size.Height, part.Height))
	}
	return size
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	r := &segmentedRenderer{segmented: s, frame: canvas.NewRectangle(nil), ring: newRing()}
	for range s.choices {
		text := canvas.NewText("", nil)
		text.TextStyle.Bold = true
		r.texts = append(r.texts, text)
		r.grounds = append(r.grounds, canvas.NewRectangle(nil))
	}
	r.paint()
	return r
}

type segmentedRenderer struct {
	segmented   *Segmented
	frame, ring *canvas.Rectangle
	grounds     []*canvas.Rectangle
	texts       []*canvas.Text
}

func (*segmentedRenderer) Destroy()             {}
func (r *segmentedRenderer) MinSize() fyne.Size { return r.segmented.MinSize() }

func (r *segmentedRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.frame}
	for i := range r.texts {
		objects = append(objects, r.grounds[i], r.texts[i])
	}
	return append(objects, r.ring)
}

func (r *segmentedRenderer) Layout(size fyne.Size) {
	size = fyne.NewSize(r.MinSize().Width, size.Height)
	r.frame.Resize(size)
	x := float32(0)
	for i, part := range r.segmented.parts() {
		place(r.grounds[i], x, 0, part.Width, size.Height)
		text := r.texts[i].MinSize()
		place(r.texts[i], x+(part.Width-text.Width)/2, (size.Height-text.Height)/2, text.Width, text.Height)
		x += part.Width
	}
	placeRing(r.ring, fyne.Position{}, size, ringGap)
}

func (r *segmentedRenderer) Refresh() {
	r.paint()
	r.Layout(r.segmented.Size())
	canvas.Refresh(r.segmented)
}

func (r *segmentedRenderer) paint() {
	r.frame.FillColor, r.frame.StrokeColor = role(ColorCard), role(ColorButtonBorder)
	r.frame.StrokeWidth, r.frame.CornerRadius = 1, radiusField
	for i, c := range r.segmented.choices {
		fill, ink := colorClear, ColorInk
		if i == r.segmented.index() {
			fill, ink = c.Tone.chosenColors()
		}
		r.grounds[i].FillColor = role(fill)
		r.roundEnds(i)
		r.texts[i].Text, r.texts[i].Color = c.Label, role(ink)
		r.texts[i].TextSize = theme.Size(SizeBody)
	}
	paintRing(r.ring, r.segmented.ringShown(), radiusField+ringGap, ColorPrimary)
}

// roundEnds rounds the outer corners of the first and the last part.
func (r *segmentedRenderer) roundEnds(i int) {
	if i == 0 {
		r.grounds[i].TopLeftCornerRadius, r.grounds[i].BottomLeftCornerRadius = radiusField, radiusField
	}
	if i == len(r.grounds)-1 {
		r.grounds[i].TopRightCornerRadius, r.grounds[i].BottomRightCornerRadius = radiusField, radiusField
	}
}
