package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// listRow is the ground of one row of a List: tint, rule, ring, and the mouse.
type listRow struct {
	widget.BaseWidget
	list    *List
	child   fyne.CanvasObject
	index   int
	hovered bool
	through bool // pressed with Shift
}

func newListRow(l *List, child fyne.CanvasObject) *listRow {
	r := &listRow{list: l, child: child}
	r.ExtendBaseWidget(r)
	return r
}

// MouseDown selects at once, while the button is still down.
func (r *listRow) MouseDown(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary && !r.pressPicks(e) {
		r.choose()
	}
}

// MouseUp changes nothing.
func (r *listRow) MouseUp(*desktop.MouseEvent) {}

func (r *listRow) choose() {
	r.list.focusByMouse()
	r.list.choose(r.index)
}

// Tapped selects the row and tells of the click: not before, for as long as the mouse button moves Fyne takes the focus
// from whatever the click opens. A second click soon after activates the row. The row is not Fyne's DoubleTappable,
// for then every click would wait a third of a second for another.
func (r *listRow) Tapped(e *fyne.PointEvent) {
	if through := r.through; through || e != nil && r.onCircle(e.Position) {
		r.through = false
		r.list.focusByMouse()
		r.list.pick(r.index, through)
		return
	}
	r.choose()
	again := r.list.clickedRow == r.index && time.Since(r.list.clickedAt) < fyne.CurrentApp().Driver().DoubleTapDelay()
	r.list.clickedRow, r.list.clickedAt = r.index, time.Now()
	switch {
	case again:
		r.list.clickedAt = time.Time{} // a third click is a first
		r.list.activate(r.index)
	case r.list.OnClicked != nil:
		r.list.OnClicked(r.index)
	}
}

// MouseIn tints the row.
func (r *listRow) MouseIn(*desktop.MouseEvent) { r.setHovered(true) }

// MouseMoved changes nothing.
func (r *listRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends MouseIn.
func (r *listRow) MouseOut() { r.setHovered(false) }

func (r *listRow) setHovered(on bool) {
	r.hovered = on
	r.Refresh()
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	n := &listRowRenderer{row: r, ground: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil), ring: newRing()}
	n.paint()
	return n
}

type listRowRenderer struct {
	row                *listRow
	ground, rule, ring *canvas.Rectangle
}

func (*listRowRenderer) Destroy()             {}
func (n *listRowRenderer) MinSize() fyne.Size { return n.row.child.MinSize() }
func (n *listRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{n.ground, n.rule, n.row.child, n.ring}
}

func (n *listRowRenderer) Layout(size fyne.Size) {
	n.ground.Resize(size)
	n.row.child.Resize(size)
	place(n.rule, 0, size.Height-1, size.Width, 1)
	placeRing(n.ring, fyne.NewPos(1, 1), size.SubtractWidthHeight(2, 2), 0)
}

func (n *listRowRenderer) Refresh() {
	n.paint()
	canvas.Refresh(n.row)
}

func (n *listRowRenderer) paint() {
	l, r := n.row.list, n.row
	chosen := r.index == l.selected
	n.ground.Hidden = !chosen && !r.hovered
	n.ground.CornerRadius = radiusField
	n.ground.FillColor = role(ColorHover)
	if chosen {
		n.ground.FillColor = role(ColorSelected)
	}
	n.rule.FillColor = role(ColorHairline)
	n.rule.Hidden = !l.ruled || r.index == l.model.n-1
	paintRing(n.ring, l.ringShown() && r.index == l.cursor(), radiusField, ColorPrimary)
}
