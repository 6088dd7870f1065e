package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// After calls f once, on the goroutine of the screen, when d has passed, unless
// cancel is called first.
type After func(d time.Duration, f func()) (cancel func())

// Layer is the root of a window's content and of every sheet. What floats above the
// rest (a picker's list, a toast) is drawn in it, so that nothing shifts and the
// focus stays where it is. It also knows what Escape and Ctrl+Enter mean here.
type Layer struct {
	widget.BaseWidget

	// OnEscape is called by Escape when nothing nearer wanted it. May be nil.
	OnEscape func()
	// OnSave is called by Ctrl+Enter. May be nil.
	OnSave func()
	// OnHelp is called by F1, of which Fyne makes no shortcut. May be nil.
	OnHelp func()
	// OnSheetHelp explains what a sheet is about. May be nil.
	OnSheetHelp func(about string)
	// OnMenu is called by F10, the key of menu bars. May be nil.
	OnMenu func()
	// OnKey is called with every other key that nothing nearer wanted. May be nil.
	OnKey func(key *fyne.KeyEvent)
	// OnPaste is asked about what was copied before it goes into a field: true keeps it out. May be nil.
	OnPaste func(text string) bool
	// ToastSpot is empty room on the page that a toast may fill, so that it covers nothing the owner works with. Where
	// it is nil or too low, the toast covers the bottom.
	ToastSpot fyne.CanvasObject

	sheet   *Sheet // whose layer it is; nil for the window's
	content fyne.CanvasObject
	float   *float
	toast   *toast   // on screen; nil for none
	waiting []*toast // those that stay until they are taken
	after   After
}

// float is what is drawn above the content, beside its anchor.
type float struct {
	object fyne.CanvasObject
	anchor fyne.CanvasObject
}

// NewLayer makes a layer over content. after is for the toasts, which go by themselves.
func NewLayer(content fyne.CanvasObject, after After) *Layer {
	l := &Layer{content: content, after: after}
	l.ExtendBaseWidget(l)
	return l
}

// Attach lets Escape and Ctrl+Enter reach the topmost layer of the canvas when
// nothing has the focus. A window calls it once.
func (l *Layer) Attach(c fyne.Canvas) {
	c.SetOnTypedKey(func(key *fyne.KeyEvent) { layerKey(c, key) })
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		save := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
		c.AddShortcut(save, func(fyne.Shortcut) { saveOn(c) })
	}
}

// SetContent replaces the content under what floats.
func (l *Layer) SetContent(content fyne.CanvasObject) {
	l.content = content
	l.HideFloat()
	l.Refresh()
}

// Content gives what lies under what floats.
func (l *Layer) Content() fyne.CanvasObject { return l.content }

// Parts gives what the layer shows, for the search for a focused widget's scrolls.
func (l *Layer) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{l.content} }

// ShowFloat draws o above the content, under anchor, or above it where there is
// more room. It replaces what floated before.
func (l *Layer) ShowFloat(o, anchor fyne.CanvasObject) {
	l.float = &float{object: o, anchor: anchor}
	l.Refresh()
}

// HideFloat takes away what floats.
func (l *Layer) HideFloat() {
	if l.float == nil {
		return
	}
	l.float = nil
	l.Refresh()
}

// floats tells whether o is what floats.
func (l *Layer) floats(o fyne.CanvasObject) bool { return l.float != nil && l.float.object == o }

// TopLayer gives the layer that is in front: the topmost sheet's, or the window's.
// It is nil when the canvas has none.
func TopLayer(c fyne.Canvas) *Layer {
	if c == nil {
		return nil
	}
	overlays := c.Overlays().List()
	for i := len(overlays) - 1; i >= 0; i-- {
		if l, ok := overlays[i].(*Layer); ok {
			return l
		}
	}
	l, _ := c.Content().(*Layer)
	return l
}

// canvasOf gives the canvas o is on, or nil. Fyne knows it only of what was drawn, and on a slow machine keys come
// before the first frame of a sheet does: in a program of one window it is that window's.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	if windows := driver.AllWindows(); len(windows) == 1 {
		return windows[0].Canvas()
	}
	return nil
}

// keyFrom hands Escape, F1 or F10, pressed in o, to the layer o is on.
func keyFrom(o fyne.CanvasObject, key *fyne.KeyEvent) {
	if c := canvasOf(o); c != nil {
		layerKey(c, key)
	}
}

func layerKey(c fyne.Canvas, key *fyne.KeyEvent) {
	l := TopLayer(c)
	switch {
	case l == nil:
	case key.Name == fyne.KeyEscape && l.OnEscape != nil:
		l.OnEscape()
	case key.Name == fyne.KeyF1 && l.OnHelp != nil:
		l.OnHelp()
	case key.Name == fyne.KeyF10 && l.OnMenu != nil:
		l.OnMenu()
	case l.OnKey != nil:
		l.OnKey(key)
	}
}

// saveOn does what Ctrl+Enter means in the topmost layer.
func saveOn(c fyne.Canvas) {
	if l := TopLayer(c); l != nil && l.OnSave != nil {
		l.OnSave()
	}
}

// MinSize is the content's.
func (l *Layer) MinSize() fyne.Size { return l.content.MinSize() }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (l *Layer) CreateRenderer() fyne.WidgetRenderer { return &layerRenderer{layer: l} }

type layerRenderer struct{ layer *Layer }

func (*layerRenderer) Destroy()             {}
func (r *layerRenderer) MinSize() fyne.Size { return r.layer.MinSize() }

func (r *layerRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.layer.content}
	if r.layer.float != nil {
		objects = append(objects, r.layer.float.object)
	}
	if r.layer.toast != nil {
		objects = append(objects, r.layer.toast)
	}
	return objects
}

func (r *layerRenderer) Layout(size fyne.Size) {
	r.layer.content.Move(fyne.Position{})
	r.layer.content.Resize(size)
	r.layer.placeFloat()
	if r.layer.toast != nil {
		r.layer.placeToast(size)
	}
}

func (r *layerRenderer) Refresh() {
	r.Layout(r.layer.Size())
	repaint(r.layer)
}

// placeFloat puts what floats beside its anchor.
func (l *Layer) placeFloat() {
	if l.float == nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(l.float.anchor).Subtract(driver.AbsolutePositionForObject(l))
	box := l.float.anchor.Size()
	size := l.float.object.MinSize()
	size.Width = max(size.Width, box.Width)
	size.Width = min(size.Width, l.Size().Width)
	under := l.Size().Height - at.Y - box.Height
	y := at.Y + box.Height + 4
	if size.Height+4 > under && at.Y > under {
		y = max(at.Y-size.Height-4, 0)
	}
	x := min(at.X, l.Size().Width-size.Width)
	l.float.object.Resize(size)
	l.float.object.Move(fyne.NewPos(max(x, 0), y))
}
