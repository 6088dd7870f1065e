package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Tip shows a line of text beneath something while the mouse is on it: the date behind
// "2 weeks ago", the whole of a name that was cut.
type Tip struct {
	widget.BaseWidget
	content fyne.CanvasObject
	text    string
	note    *fieldNote
}

// WithTip gives content a tip. Nothing may be known from the tip alone: the keyboard
// does not reach it.
func WithTip(content fyne.CanvasObject, text string) *Tip {
	t := &Tip{content: content, text: text, note: newFieldNote()}
	t.ExtendBaseWidget(t)
	return t
}

// SetText changes what the tip says; empty shows none.
func (t *Tip) SetText(text string) { t.text = text }

// MouseIn shows the tip, unless something else floats already.
func (t *Tip) MouseIn(*desktop.MouseEvent) {
	layer := TopLayer(canvasOf(t))
	if layer == nil || layer.float != nil || t.text == "" {
		return
	}
	t.note.show(t.text, ColorInk)
	layer.ShowFloat(t.note, t)
}

// MouseMoved changes nothing.
func (t *Tip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hides the tip.
func (t *Tip) MouseOut() {
	if layer := TopLayer(canvasOf(t)); layer != nil && layer.floats(t.note) {
		layer.HideFloat()
	}
}

// Parts gives the content.
func (t *Tip) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.content} }

// HeightFor gives the height at a width.
func (t *Tip) HeightFor(width float32) float32 { return HeightFor(t.content, width) }

func (t *Tip) naturalWidth() float32 { return naturalWidth(t.content) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (t *Tip) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }
