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
	if s.onChange != nil {
		s.onChange(s.value)
	}
}

// Tapped chooses the part that was clicked.
func (s *Segmented) Tapped(e *fyne.PointEvent) {
	s.focusByMouse()
	x := float32(0)
	for i, w := range s.widths(s.Size().Width) {
		x += w
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

// widths is the width of each part when the whole is width wide.
func (s *Segmented) widths(width float32) []float32 {
	widths := make([]float32, len(s.choices))
	total := float32(0)
	for i, c := range s.choices {
		size, _ := textExtent(c.Label, theme.Size(SizeBody), fyne.TextStyle{Bold: true})
		widths[i] = size.Width + 30
		total += widths[i]
	}
	for i := range widths {
		widths[i] += (width - total) / float32(len(widths))
	}
	return widths
}

// MinSize is the size of all parts.
func (s *Segmented) MinSize() fyne.Size {
	size := fyne.Size{}
	for _, c := range s.choices {
		words, _ := textExtent(c.Label, theme.Size(SizeBody), fyne.TextStyle{Bold: true})
		size = fyne.NewSize(size.Width+words.Width+30, max(size.Height, words.Height+2*fieldPad))
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
	r.frame.Resize(size)
	x := float32(0)
	for i, w := range r.segmented.widths(size.Width) {
		r.grounds[i].Move(fyne.NewPos(x, 0))
		r.grounds[i].Resize(fyne.NewSize(w, size.Height))
		text := r.texts[i].MinSize()
		r.texts[i].Resize(text)
		r.texts[i].Move(fyne.NewPos(x+(w-text.Width)/2, (size.Height-text.Height)/2))
		x += w
	}
	placeRing(r.ring, fyne.Position{}, size, ringWidth+1)
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
	paintRing(r.ring, r.segmented.ringShown(), radiusField+ringWidth+1, ColorPrimary)
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
