package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// toast is the box at the bottom of a layer.
type toast struct {
	widget.BaseWidget
	text     *RichLine
	content  *fyne.Container
	action   string
	onAction func()
	cancel   func()
}

func newToast(text string) *toast {
	t := &toast{text: plainLine(text, textLook{SizeBody, ColorPaper, false})}
	t.content = HStack(gapCard, t.text)
	t.ExtendBaseWidget(t)
	return t
}

// setAction adds the word to click.
func (t *toast) setAction(label string, onTap func()) {
	t.content.Add(NewButton(label, onTap).Small())
}

// Tapped keeps clicks from reaching what is beneath.
func (t *toast) Tapped(*fyne.PointEvent) {}

// placeIn puts the toast at the bottom, in the middle.
func (t *toast) placeIn(layer fyne.Size) {
	width := min(naturalWidth(t.content)+2*gapCard, layer.Width-2*gapPage)
	height := HeightFor(t.content, width-2*gapCard) + 2*gapRow
	t.Resize(fyne.NewSize(width, height))
	t.Move(fyne.NewPos((layer.Width-width)/2, layer.Height-height-gapPage))
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (t *toast) CreateRenderer() fyne.WidgetRenderer {
	ground := newSurface(ColorInk, "", radiusField)
	ground.shadow = true
	inner := Inset(gapCard, gapRow, gapCard, gapRow, t.content)
	return widget.NewSimpleRenderer(Over(ground, inner))
}
