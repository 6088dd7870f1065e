package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// ZoomPane shows something of a size of its own, such as a page of paper: all of it, as large as the room allows, or as large as the
// owner asks, and scrolled. The wheel and the arrows scroll, with Ctrl the wheel zooms, a drag moves it.
type ZoomPane struct {
	control

	// OnZoomed is called when the owner zoomed with the wheel. May be nil.
	OnZoomed func()
	// OnMoved is told which part of the content is in view, for what draws only that. May be nil.
	OnMoved func(from fyne.Position, size fyne.Size)
	// OnEnter is called by Enter. May be nil.
	OnEnter func()

	content fyne.CanvasObject
	natural fyne.Size // of the content at 100 %
	percent int       // ZoomWhole for all of it
	scroll  *zoomScroll
}

// ZoomWhole shows all of the content.
const ZoomWhole = 0

// ZoomSteps gives how large a pane can show its content, in percent, the smallest first.
func ZoomSteps() []int { return []int{ZoomWhole, 100, 150, 200} }

// NewZoomPane makes a pane that shows all of content.
func NewZoomPane(content fyne.CanvasObject) *ZoomPane {
	z := &ZoomPane{content: content}
	z.scroll = newZoomScroll(z, box(zoomLayout{z}, content))
	z.extend(z)
	return z
}

// SetNatural says how large the content is at 100 %.
func (z *ZoomPane) SetNatural(size fyne.Size) {
	if z.natural != size {
		z.natural = size
		z.settle()
	}
}

// Percent gives how large the content is shown; ZoomWhole for all of it.
func (z *ZoomPane) Percent() int { return z.percent }

// SetPercent shows the content that large. What was in the middle stays there.
func (z *ZoomPane) SetPercent(percent int) {
	z.zoomAround(percent, fyne.NewPos(z.Size().Width/2, z.Size().Height/2))
}

// Step makes the content larger by a step, or smaller for less than 0.
func (z *ZoomPane) Step(by int) { z.SetPercent(z.next(by)) }

// next is the step after the one that is shown. All of a small page can be larger than at 100 %.
func (z *ZoomPane) next(by int) int {
	whole := int(z.wholeScale() * 100)
	now := z.percent
	if now == ZoomWhole {
		now = whole
	}
	next := z.percent
	for _, step := range ZoomSteps()[1:] {
		switch {
		case by > 0 && step > now:
			return step
		case by < 0 && step < now && step > whole:
			next = step
		}
	}
	if by < 0 && (next == z.percent || z.percent == ZoomWhole) {
		return ZoomWhole
	}
	return next
}

// zoomAround zooms and leaves what is at a point of the view there.
func (z *ZoomPane) zoomAround(percent int, at fyne.Position) {
	before := z.drawn()
	from := at.Add(z.scroll.Offset).Subtract(z.corner())
	z.percent = percent
	z.settle()
	if before.Width <= 0 || before.Height <= 0 {
		return
	}
	now := z.drawn()
	to := fyne.NewPos(from.X*now.Width/before.Width, from.Y*now.Height/before.Height)
	z.scrollTo(to.Add(z.corner()).Subtract(at))
}

// wholeScale is by how much the content is drawn larger than it is for all of it to be in view.
func (z *ZoomPane) wholeScale() float32 {
	if z.natural.Width <= 0 || z.natural.Height <= 0 {
		return 1
	}
	return min(z.Size().Width/z.natural.Width, z.Size().Height/z.natural.Height)
}

// drawn is how large the content is drawn.
func (z *ZoomPane) drawn() fyne.Size {
	scale := float32(z.percent) / 100
	if z.percent == ZoomWhole {
		scale = z.wholeScale()
	}
	return fyne.NewSize(z.natural.Width*scale, z.natural.Height*scale)
}

// corner is where the content begins in what is scrolled: in the middle of a view that is larger.
func (z *ZoomPane) corner() fyne.Position {
	drawn := z.drawn()
	return fyne.NewPos(max(z.Size().Width-drawn.Width, 0)/2, max(z.Size().Height-drawn.Height, 0)/2)
}

// settle draws the content as large as it is to be.
func (z *ZoomPane) settle() {
	z.scroll.Content.Refresh()
	z.scroll.Refresh()
	z.scroll.Content.(*fyne.Container).Layout.Layout([]fyne.CanvasObject{z.content}, z.scroll.Content.Size())
	z.moved()
}

func (z *ZoomPane) scrollTo(to fyne.Position) {
	z.scroll.ScrollToOffset(to)
	z.moved()
}

func (z *ZoomPane) moved() {
	if z.OnMoved != nil {
		z.OnMoved(z.scroll.Offset.Subtract(z.corner()), z.Size())
	}
}

// Page scrolls a view on, or back for less than 0, and tells whether there was anything to scroll.
func (z *ZoomPane) Page(by int) bool {
	const kept = 40 // of what was in view, to find one's place
	return z.by(0, float32(by)*max(z.Size().Height-kept, kept))
}

// ShowStart shows the upper left corner of the content.
func (z *ZoomPane) ShowStart() { z.scrollTo(fyne.Position{}) }

// ShowTop shows the beginning of the content, as far to the right as now.
func (z *ZoomPane) ShowTop() { z.scrollTo(fyne.NewPos(z.scroll.Offset.X, 0)) }

// ShowBottom shows its end.
func (z *ZoomPane) ShowBottom() { z.scrollTo(fyne.NewPos(z.scroll.Offset.X, z.drawn().Height)) }

// by scrolls by so much and tells whether anything moved.
func (z *ZoomPane) by(x, y float32) bool {
	before := z.scroll.Offset
	z.scrollTo(before.AddXY(x, y))
	return z.scroll.Offset != before
}

// TypedKey scrolls with the arrows; Enter is told, and every other key goes to the layer.
func (z *ZoomPane) TypedKey(key *fyne.KeyEvent) {
	const step = 60
	switch key.Name {
	case fyne.KeyLeft:
		z.by(-step, 0)
	case fyne.KeyRight:
		z.by(step, 0)
	case fyne.KeyUp:
		z.by(0, -step)
	case fyne.KeyDown:
		z.by(0, step)
	}
	if isTap(key) && z.OnEnter != nil {
		z.OnEnter()
		return
	}
	z.control.TypedKey(key)
}

// Tapped takes the focus, so that the arrows scroll.
func (z *ZoomPane) Tapped(*fyne.PointEvent) { z.focusByMouse() }

// Dragged moves the content with the mouse.
func (z *ZoomPane) Dragged(e *fyne.DragEvent) { z.by(-e.Dragged.DX, -e.Dragged.DY) }

// DragEnd does nothing more.
func (z *ZoomPane) DragEnd() {}

// Cursor is the usual one: a click does nothing by itself.
func (z *ZoomPane) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// Parts gives the content.
func (z *ZoomPane) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{z.content} }

// MinSize is the content's least: what does not fit is scrolled.
func (z *ZoomPane) MinSize() fyne.Size { return z.content.MinSize() }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (z *ZoomPane) CreateRenderer() fyne.WidgetRenderer {
	r := &zoomRenderer{pane: z, ring: newRing()}
	r.Refresh()
	return r
}

type zoomRenderer struct {
	pane *ZoomPane
	ring *canvas.Rectangle
}

func (*zoomRenderer) Destroy()             {}
func (r *zoomRenderer) MinSize() fyne.Size { return r.pane.MinSize() }
func (r *zoomRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.pane.scroll, r.ring}
}

func (r *zoomRenderer) Layout(size fyne.Size) {
	r.pane.scroll.Resize(size)
	r.pane.settle()
	placeRing(r.ring, fyne.Position{}, size, 0)
}

func (r *zoomRenderer) Refresh() {
	paintRing(r.ring, r.pane.ringShown(), radiusField, ColorPrimary)
	repaint(r.pane)
}
