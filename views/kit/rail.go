package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// RailItem is one place in the navigation: its name, how many things wait there, and
// whether it is the one that is shown. Up and Down go along the rail.
type RailItem struct {
	control
	label    string
	count    int
	selected bool
	onTap    func()
	group    *railGroup // nil when it stands alone
}

// railGroup is the items of one rail. Only one of them is a stop of Tab at a time: the
// one the arrows went to, or else the place that is shown.
type railGroup struct {
	items []*RailItem
	at    *RailItem
}

func (g *railGroup) stop() *RailItem {
	if g.at != nil {
		return g.at
	}
	for _, item := range g.items {
		if item.selected {
			return item
		}
	}
	return g.items[0]
}

// NewRailItem makes an item without a count.
func NewRailItem(label string, onTap func()) *RailItem {
	r := &RailItem{label: label, onTap: onTap}
	r.extend(r)
	return r
}

// Rail puts items below each other and lets Up and Down go between them. Tab stops
// once at the whole of them.
func Rail(items ...*RailItem) *fyne.Container {
	objects := make([]fyne.CanvasObject, len(items))
	group := &railGroup{items: items}
	for i, item := range items {
		item.group = group
		objects[i] = item
	}
	return VStack(2, objects...)
}

// SetCount shows how many things wait; 0 shows nothing.
func (r *RailItem) SetCount(n int) {
	if r.count != n {
		r.count = n
		r.Refresh()
	}
}

// SetSelected shows that this place is the one on screen.
func (r *RailItem) SetSelected(on bool) {
	if r.selected != on {
		r.selected = on
		r.Refresh()
	}
}

// Disabled is how Fyne is told where Tab does not stop; every item can be clicked.
func (r *RailItem) Disabled() bool { return r.group != nil && r.group.stop() != r }

// Cursor is a hand.
func (r *RailItem) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusLost lets Tab come back to the place that is shown.
func (r *RailItem) FocusLost() {
	r.control.FocusLost()
	if r.group != nil && r.group.at == r {
		r.group.at = nil
	}
}

// Tapped goes to the place.
func (r *RailItem) Tapped(*fyne.PointEvent) {
	if r.group != nil {
		r.group.at = r
	}
	r.focusByMouse()
	r.onTap()
}

// TypedKey goes to the place, or along the rail.
func (r *RailItem) TypedKey(key *fyne.KeyEvent) {
	switch {
	case isTap(key):
		r.onTap()
	case key.Name == fyne.KeyUp:
		r.move(-1)
	case key.Name == fyne.KeyDown:
		r.move(1)
	default:
		r.control.TypedKey(key)
	}
}

func (r *RailItem) move(by int) {
	if r.group == nil {
		return
	}
	to := slices.Index(r.group.items, r) + by
	if to < 0 || to >= len(r.group.items) {
		return
	}
	r.group.at = r.group.items[to]
	focusOn(r.group.at)
}

// MinSize is the size of a line that is easy to hit.
func (r *RailItem) MinSize() fyne.Size {
	size, _ := textExtent(r.label, theme.Size(SizeBody), fyne.TextStyle{Bold: true})
	return fyne.NewSize(size.Width+scaled(66), size.Height+19)
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (r *RailItem) CreateRenderer() fyne.WidgetRenderer {
	n := &railRenderer{item: r, ground: canvas.NewRectangle(nil), text: canvas.NewText("", nil),
		pill: canvas.NewRectangle(nil), count: canvas.NewText("", nil), ring: newRing()}
	n.count.TextStyle.Bold = true
	n.paint()
	return n
}

type railRenderer struct {
	item               *RailItem
	ground, pill, ring *canvas.Rectangle
	text, count        *canvas.Text
}

func (*railRenderer) Destroy()             {}
func (n *railRenderer) MinSize() fyne.Size { return n.item.MinSize() }
func (n *railRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{n.ground, n.text, n.pill, n.count, n.ring}
}

func (n *railRenderer) Layout(size fyne.Size) {
	n.ground.Resize(size)
	text := n.text.MinSize()
	place(n.text, 12, (size.Height-text.Height)/2, text.Width, text.Height)
	count := n.count.MinSize()
	height := count.Height + 4
	width := max(count.Width+14, height)
	x := size.Width - 12 - width
	place(n.pill, x, (size.Height-height)/2, width, height)
	place(n.count, x+(width-count.Width)/2, (size.Height-count.Height)/2, count.Width, count.Height)
	n.pill.CornerRadius = height / 2
	placeRing(n.ring, fyne.Position{}, size, ringGap)
}

func (n *railRenderer) Refresh() {
	n.paint()
	n.Layout(n.item.Size())
	canvas.Refresh(n.item)
}

func (n *railRenderer) paint() {
	r := n.item
	fill, ink, pill, number := colorClear, ColorInk, ColorPersonTint, ColorPlain
	if r.hovered {
		fill = ColorHover
	}
	if r.selected {
		fill, ink, pill, number = ColorPrimary, ColorOnPrimary, ColorOnPrimary, ColorPrimary
	}
	n.ground.FillColor, n.ground.CornerRadius = role(fill), radiusField
	n.text.Text, n.text.Color, n.text.TextSize = r.label, role(ink), theme.Size(SizeBody)
	n.text.TextStyle.Bold = r.selected
	n.pill.FillColor, n.pill.Hidden = role(pill), r.count == 0
	n.count.Text, n.count.Color = Count(r.count), role(number)
	n.count.TextSize, n.count.Hidden = theme.Size(SizeBadge), r.count == 0
	paintRing(n.ring, r.ringShown(), radiusField+ringGap, ColorPrimary)
}
