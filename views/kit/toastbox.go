package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// toast is a small dark box on a layer.
type toast struct {
	widget.BaseWidget
	text     *RichLine
	content  *fyne.Container
	action   string
	onAction func()
	buttons  []*Button
	cancel   func()
	ofPage   bool // it goes with the page it is about
}

func newToast(text string) *toast {
	t := &toast{text: plainLine(text, textLook{SizeBody, ColorPaper, false})}
	t.content = FlowRow(gapRow, t.text)
	t.ExtendBaseWidget(t)
	return t
}

// addButton adds a word to click.
func (t *toast) addButton(button *Button) {
	t.buttons = append(t.buttons, button)
	t.content.Add(button)
}

// leave ends the wait for its time, and lets go of the keyboard where it was on the toast.
func (t *toast) leave() {
	if t.cancel != nil {
		t.cancel()
	}
	for _, button := range t.buttons {
		if c := canvasOf(button); c != nil && c.Focused() == fyne.Focusable(button) {
			c.Unfocus()
		}
	}
}

// Tapped keeps clicks from reaching what is beneath.
func (t *toast) Tapped(*fyne.PointEvent) {}

// HeightFor gives the height at a width.
func (t *toast) HeightFor(width float32) float32 {
	return HeightFor(t.content, width-2*gapRow) + 2*gapRow
}

// placeToast puts the toast into its spot; without one at the bottom, in the middle.
func (l *Layer) placeToast(layer fyne.Size) {
	t := l.toast
	if l.ToastSpot == nil {
		width := min(naturalWidth(t.content)+2*gapRow, layer.Width-2*gapPage)
		height := t.HeightFor(width)
		place(t, (layer.Width-width)/2, layer.Height-height-gapPage, width, height)
		return
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(l.ToastSpot).Subtract(driver.AbsolutePositionForObject(l))
	spot := l.ToastSpot.Size()
	height := t.HeightFor(spot.Width)
	bottom := at.Y + spot.Height
	if height > spot.Height {
		bottom = layer.Height - gapPart
	}
	place(t, at.X, bottom-height, spot.Width, height)
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (t *toast) CreateRenderer() fyne.WidgetRenderer {
	ground := newSurface(ColorInk, "", radiusField)
	ground.shadow = true
	inner := Pad(gapRow, t.content)
	return widget.NewSimpleRenderer(Over(ground, inner))
}
