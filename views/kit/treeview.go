package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// largestFirst gives nodes by how many stand below them, the most first.
func largestFirst(row []int, nodes []TreeNode) []int {
	row = slices.Clone(row)
	slices.SortStableFunc(row, func(a, b int) int { return nodes[b].Below - nodes[a].Below })
	return row
}

// unit is how large one of the drawing is drawn.
func (t *Tree) unit() float32 { return scaled(1) * t.zoom }

// corner gives where the left upper corner of a box is in the drawing as it is zoomed.
func (t *Tree) corner(i int) fyne.Position {
	v := t.at[i]
	return fyne.NewPos(float32(t.drawing.X[v])*t.unit(), float32(t.drawing.Top(t.drawing.Level[v]))*t.unit())
}

func (t *Tree) boxSize() fyne.Size {
	return fyne.NewSize(float32(t.drawing.Width)*t.unit(), float32(t.drawing.Height)*t.unit())
}

// whole is how large all of it is.
func (t *Tree) whole() fyne.Size {
	return fyne.NewSize(float32(t.drawing.Wide)*t.unit(), float32(t.drawing.High)*t.unit())
}

// treeMargin is the least room around the drawing.
const treeMargin = 24

// settle keeps some of the drawing in view, and draws what is.
func (t *Tree) settle() {
	if t.drawing == nil {
		return
	}
	view := t.Size()
	if t.fresh {
		t.fit(1)
	}
	whole := t.whole()
	t.offset.X = settled(t.offset.X, whole.Width, view.Width)
	t.offset.Y = settled(t.offset.Y, whole.Height, view.Height)
	t.update()
}

// settled keeps a drawing that fits inside its room, and the room inside a drawing that does not.
func settled(offset, whole, room float32) float32 {
	least, most := float32(-treeMargin), whole-room+treeMargin
	if most < least {
		least, most = most, least
	}
	return min(max(offset, least), most)
}

// fit zooms so that all of it is in view, but no larger than most; where that would be too small to read, the root stands at the top.
func (t *Tree) fit(most float32) {
	view := t.Size()
	t.zoom = 1
	whole := t.whole()
	fits := min((view.Width-2*treeMargin)/max(whole.Width, 1), (view.Height-2*treeMargin)/max(whole.Height, 1))
	const large = 0.7 // enough to be read as easily
	if t.zoom = most; fits >= large {
		t.zoom = min(fits, most)
	}
	whole = t.whole()
	t.offset = fyne.NewPos((whole.Width-view.Width)/2, -treeMargin)
	if len(t.shown) > 0 && whole.Width > view.Width {
		t.offset.X = t.corner(0).X + (t.boxSize().Width-view.Width)/2
	}
	t.zoomed()
}

// ShowAll zooms so that all of it is in view.
func (t *Tree) ShowAll() {
	if t.drawing == nil {
		return
	}
	view := t.Size()
	t.fresh, t.zoom = false, 1
	whole := t.whole()
	t.zoom = min((view.Width-2*treeMargin)/max(whole.Width, 1), (view.Height-2*treeMargin)/max(whole.Height, 1), 1)
	t.zoom = max(t.zoom, treeLeast)
	whole = t.whole()
	t.offset = fyne.NewPos((whole.Width-view.Width)/2, (whole.Height-view.Height)/2)
	t.zoomed()
	t.settle()
}

func (t *Tree) zoomed() {
	if t.OnZoomed != nil {
		t.OnZoomed(t.zoom)
	}
}

// Zoom makes everything larger by steps, or smaller, around the selected box where it is in view, else around the middle.
func (t *Tree) Zoom(steps int) {
	around := fyne.NewPos(t.Size().Width/2, t.Size().Height/2)
	if len(t.shown) > 0 && t.at[t.selected] >= 0 {
		if at := t.corner(t.selected).Subtract(t.offset).Add(fyne.NewPos(t.boxSize().Width/2, t.boxSize().Height/2)); t.inView(at) {
			around = at
		}
	}
	t.zoomAround(steps, around)
}

func (t *Tree) inView(at fyne.Position) bool {
	return at.X >= 0 && at.Y >= 0 && at.X <= t.Size().Width && at.Y <= t.Size().Height
}

// zoomAround zooms and leaves what is at a point of the view there.
func (t *Tree) zoomAround(steps int, at fyne.Position) {
	if t.drawing == nil {
		return
	}
	was := t.zoom
	for ; steps > 0; steps-- {
		t.zoom *= treeStep
	}
	for ; steps < 0; steps++ {
		t.zoom /= treeStep
	}
	t.zoom = min(max(t.zoom, treeLeast), treeMost)
	by := t.zoom / was
	t.offset = fyne.NewPos((t.offset.X+at.X)*by-at.X, (t.offset.Y+at.Y)*by-at.Y)
	t.fresh = false
	t.zoomed()
	t.settle()
}

// reveal moves the drawing until a box is in view; from far away it comes so near that its words can be read.
func (t *Tree) reveal(i int) {
	view := t.Size()
	if t.drawing == nil || t.at[i] < 0 || view.IsZero() {
		return
	}
	if t.fresh {
		t.fit(1)
		t.fresh = false
	}
	if t.zoom < treeReadable {
		t.zoom = 1
		t.zoomed()
	}
	at, size := t.corner(i), t.boxSize()
	t.offset.X = revealed(t.offset.X, at.X, size.Width, view.Width)
	t.offset.Y = revealed(t.offset.Y, at.Y, size.Height+treeMargin, view.Height)
	t.settle()
}

// revealed moves a view as little as needed, but into the middle where what is shown is far out of it.
func revealed(offset, at, size, room float32) float32 {
	switch {
	case at+size < offset-room/2 || at > offset+room*1.5:
		return at - (room-size)/2
	case at < offset+treeMargin:
		return at - treeMargin
	case at+size > offset+room-treeMargin:
		return at + size - room + treeMargin
	}
	return offset
}

// update draws what is in view.
func (t *Tree) update() {
	if t.drawing == nil || t.Size().IsZero() {
		return
	}
	if t.zoom < treeReadable {
		t.near.hide(t)
		t.far.draw(t)
	} else {
		t.far.hide()
		t.near.draw(t)
	}
	repaint(t)
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (t *Tree) CreateRenderer() fyne.WidgetRenderer {
	r := &treeRenderer{tree: t, ring: newRing()}
	t.far.image = canvas.NewImageFromImage(nil)
	t.far.image.FillMode, t.far.image.ScaleMode = canvas.ImageFillStretch, canvas.ImageScalePixels
	t.far.image.Hide()
	t.far.mark = newRing()
	return r
}

type treeRenderer struct {
	tree *Tree
	ring *canvas.Rectangle
}

func (*treeRenderer) Destroy()             {}
func (r *treeRenderer) MinSize() fyne.Size { return r.tree.MinSize() }

func (r *treeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.tree.far.image, r.tree.far.mark, r.tree.clip, r.ring}
}

func (r *treeRenderer) Layout(size fyne.Size) {
	t := r.tree
	t.clip.Resize(size)
	t.far.image.Resize(size)
	placeRing(r.ring, fyne.Position{}, size, -1)
	if t.fresh && t.selected > 0 {
		t.reveal(t.selected)
		return
	}
	t.settle()
}

func (r *treeRenderer) Refresh() {
	paintRing(r.ring, r.tree.ringShown(), radiusField, ColorPrimary)
	canvas.Refresh(r.tree)
}

// treePane lets its objects lie where the tree put them.
type treePane struct{}

func (treePane) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
func (treePane) Layout([]fyne.CanvasObject, fyne.Size) {}
