package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// RailItem is one place in the navigation: its name, how many things wait there, and
// whether it is the one that is shown. Up and Down go along the rail.
type RailItem struct {
	control
	label    string
	count    int
	selected bool
	onTap    func()
	rail     []*RailItem
}

// NewRailItem makes an item without a count.
func NewRailItem(label string, onTap func()) *RailItem {
	r := &RailItem{label: label, onTap: onTap}
	r.extend(r)
	return r
}

// Rail puts items below each other and lets Up and Down go between them.
func Rail(items ...*RailItem) *fyne.Container {
	objects := make([]fyne.CanvasObject, len(items))
	for i, item := range items {
		item.rail = items
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

// Tapped goes to the place.
func (r *RailItem) Tapped(*fyne.PointEvent) {
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
	for i, item := range r.rail {
		if to := i + by; item == r && to >= 0 && to < len(r.rail) {
			focusOn(r.rail[to])
			return
		}
	}
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
	placeRing(n.ring, fyne.Position{}, size, ringWidth)
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
	n.count.Text, n.count.Color = strconv.Itoa(r.count), role(number)
	n.count.TextSize, n.count.Hidden = theme.Size(SizeBadge), r.count == 0
	paintRing(n.ring, r.ringShown(), radiusField+ringWidth, ColorPrimary)
}

// Brand is the head of the rail: the program's sign, its name and the shop's.
type Brand struct {
	widget.BaseWidget
	shop    *RichLine
	content *fyne.Container
}

// NewBrand makes the head of the rail. icon may be nil: then the first letter of the
// name stands for it.
func NewBrand(icon fyne.Resource, name, shop string) *Brand {
	b := &Brand{shop: Quiet(shop).Ellipsis()}
	b.shop.look.size = SizeBadge
	words := VStack(0, Heading(name).Ellipsis(), b.shop)
	b.content = HStack(10, brandSign(icon, name), Grow(words))
	b.ExtendBaseWidget(b)
	return b
}

func brandSign(icon fyne.Resource, name string) fyne.CanvasObject {
	const side = 32
	sign := box(sizeLayout{width: side, height: side})
	if icon == nil {
		letter := Middle(plainLine(Initials(name)[:1], textLook{SizeBody, ColorOnPrimary, true}))
		sign.Objects = []fyne.CanvasObject{newSurface(ColorPrimary, "", radiusField), letter}
		return sign
	}
	image := canvas.NewImageFromResource(icon)
	image.FillMode = canvas.ImageFillContain
	sign.Objects = []fyne.CanvasObject{image}
	return sign
}

// SetShop changes the shop's name.
func (b *Brand) SetShop(name string) { b.shop.SetText(name) }

// HeightFor gives the height at a width.
func (b *Brand) HeightFor(width float32) float32 { return HeightFor(b.content, width) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (b *Brand) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.content) }
