package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// linkText is the words of a link: reached by Tab, followed by click, Enter or Space.
type linkText struct {
	control
	text  string
	size  float32
	style fyne.TextStyle
	onTap func()

	onCopy func() // nil for what is not copied
}

func newLinkText(text string, size float32, style fyne.TextStyle, onTap, onCopy func()) *linkText {
	l := &linkText{text: text, size: size, style: style, onTap: onTap, onCopy: onCopy}
	l.extend(l)
	return l
}

// Tapped follows the link.
func (l *linkText) Tapped(*fyne.PointEvent) { l.onTap() }

// TappedSecondary copies what the link stands for, by the mouse's other button.
func (l *linkText) TappedSecondary(*fyne.PointEvent) {
	if l.onCopy != nil {
		l.onCopy()
	}
}

// TypedShortcut copies what the link stands for, by Ctrl+C; every other is the window's.
func (l *linkText) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutCopy); ok && l.onCopy != nil {
		l.onCopy()
		return
	}
	if c, ok := canvasOf(l).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// TypedKey follows the link with Enter and Space.
func (l *linkText) TypedKey(key *fyne.KeyEvent) {
	if isTap(key) {
		l.onTap()
		return
	}
	l.control.TypedKey(key)
}

// MinSize is the size of the words.
func (l *linkText) MinSize() fyne.Size {
	size, _ := textExtent(l.text, l.size, l.style)
	return size
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (l *linkText) CreateRenderer() fyne.WidgetRenderer {
	r := &linkRenderer{link: l, text: canvas.NewText(l.text, nil), under: canvas.NewRectangle(nil), ring: newRing()}
	r.text.TextSize, r.text.TextStyle = l.size, l.style
	r.paint()
	return r
}

type linkRenderer struct {
	link  *linkText
	text  *canvas.Text
	under *canvas.Rectangle
	ring  *canvas.Rectangle
}

func (*linkRenderer) Destroy()             {}
func (r *linkRenderer) MinSize() fyne.Size { return r.link.MinSize() }
func (r *linkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.text, r.under, r.ring}
}

func (r *linkRenderer) Layout(size fyne.Size) {
	r.text.Resize(size)
	_, base := textExtent(r.link.text, r.link.size, r.link.style)
	r.under.Move(fyne.NewPos(0, base+2))
	r.under.Resize(fyne.NewSize(size.Width, 1))
	placeRing(r.ring, fyne.NewPos(0, 0), size, 2)
}

func (r *linkRenderer) Refresh() {
	r.paint()
	r.Layout(r.link.Size())
	canvas.Refresh(r.link)
}

func (r *linkRenderer) paint() {
	r.text.Color = role(ColorPrimary)
	r.under.FillColor = role(ColorPrimary)
	r.under.Hidden = !r.link.hovered
	paintRing(r.ring, r.link.focused, 4, ColorPrimary)
}
