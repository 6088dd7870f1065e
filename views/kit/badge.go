package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Badge is a word on a tinted ground with round ends.
type Badge struct {
	widget.BaseWidget
	text string
	tone Tone
}

// NewBadge makes a badge that says text.
func NewBadge(text string, tone Tone) *Badge {
	b := &Badge{text: text, tone: tone}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes word and tone.
func (b *Badge) Set(text string, tone Tone) {
	if b.text == text && b.tone == tone {
		return
	}
	b.text, b.tone = text, tone
	b.Refresh()
}

// MinSize is the size of the word and its ground.
func (b *Badge) MinSize() fyne.Size { return badgeSize(b.text) }

// badgeSize is the size of a badge that says text.
func badgeSize(text string) fyne.Size {
	size, _ := textExtent(text, theme.Size(SizeBadge), fyne.TextStyle{Bold: true})
	return fyne.NewSize(size.Width+18, size.Height+3)
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	r := &badgeRenderer{badge: b, ground: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	r.text.TextStyle.Bold = true
	r.paint()
	return r
}

type badgeRenderer struct {
	badge  *Badge
	ground *canvas.Rectangle
	text   *canvas.Text
}

func (*badgeRenderer) Destroy()             {}
func (r *badgeRenderer) MinSize() fyne.Size { return r.badge.MinSize() }
func (r *badgeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.text}
}

func (r *badgeRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ground.CornerRadius = size.Height / 2
	center(r.text, size)
}

func (r *badgeRenderer) Refresh() {
	r.paint()
	r.Layout(r.badge.Size())
	canvas.Refresh(r.badge)
}

func (r *badgeRenderer) paint() {
	ground, text := r.badge.tone.colors()
	r.ground.FillColor = role(ground)
	r.text.Color = role(text)
	r.text.Text = r.badge.text
	r.text.TextSize = theme.Size(SizeBadge)
}

// center puts o in the middle of a box of the given size, at its least size.
func center(o fyne.CanvasObject, box fyne.Size) {
	size := o.MinSize()
	o.Resize(size)
	o.Move(fyne.NewPos((box.Width-size.Width)/2, (box.Height-size.Height)/2))
}
