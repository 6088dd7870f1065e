package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// FigureCard is a card with one number on it: what it counts, the number, and what
// is to be said about it (may be empty).
func FigureCard(label, figure, second string) *fyne.Container {
	parts := []fyne.CanvasObject{Quiet(label), Figure(figure)}
	if second != "" {
		parts = append(parts, Quiet(second))
	}
	return CardFilled(VStack(2, parts...))
}

// Bar shows how much of a whole something is: words above, a bar beneath and the
// number at its right. Empty words take no room.
type Bar struct {
	widget.BaseWidget
	label, text *RichLine
	track       *barTrack
	content     *fyne.Container
}

// NewBar makes a bar filled by value of the whole.
func NewBar(label string, value, whole float64, text string) *Bar {
	b := &Bar{label: Quiet(""), text: Strong(""), track: newBarTrack()}
	b.content = HStack(gapRow, Grow(VStack(4, b.label, b.track)), b.text)
	b.Set(label, value, whole, text)
	b.ExtendBaseWidget(b)
	return b
}

// Set changes everything.
func (b *Bar) Set(label string, value, whole float64, text string) {
	b.label.SetText(label)
	b.label.Hidden = label == ""
	b.text.SetText(text)
	b.text.Hidden = text == ""
	b.track.share = 0
	if whole > 0 {
		b.track.share = float32(min(max(value/whole, 0), 1))
	}
	b.track.Refresh()
	b.Refresh()
}

// HeightFor gives the height at a width.
func (b *Bar) HeightFor(width float32) float32 { return HeightFor(b.content, width) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.content) }

// barTrack is the bar itself.
type barTrack struct {
	widget.BaseWidget
	share float32
}

func newBarTrack() *barTrack {
	t := &barTrack{}
	t.ExtendBaseWidget(t)
	return t
}

// MinSize is the bar's height.
func (t *barTrack) MinSize() fyne.Size { return fyne.NewSize(40, 10) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (t *barTrack) CreateRenderer() fyne.WidgetRenderer {
	r := &trackRenderer{track: t, whole: canvas.NewRectangle(nil), part: canvas.NewRectangle(nil)}
	r.paint()
	return r
}

type trackRenderer struct {
	track       *barTrack
	whole, part *canvas.Rectangle
}

func (*trackRenderer) Destroy()             {}
func (r *trackRenderer) MinSize() fyne.Size { return r.track.MinSize() }
func (r *trackRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.whole, r.part}
}

func (r *trackRenderer) Layout(size fyne.Size) {
	height := min(size.Height, 10)
	place(r.whole, 0, (size.Height-height)/2, size.Width, height)
	width := size.Width * r.track.share
	if r.track.share > 0 {
		width = max(width, height)
	}
	place(r.part, 0, (size.Height-height)/2, width, height)
}

func (r *trackRenderer) Refresh() {
	r.paint()
	r.Layout(r.track.Size())
	canvas.Refresh(r.track)
}

func (r *trackRenderer) paint() {
	r.whole.FillColor, r.whole.CornerRadius = role(ColorTrack), 5
	r.part.FillColor, r.part.CornerRadius = role(ColorPrimary), 5
	r.part.Hidden = r.track.share == 0
}
