package kit

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// treeClick is the click before this one.
type treeClick struct {
	place int
	at    time.Time
}

// TypedKey walks: up to who stands above, down to the first below, left and right along the generation, Home to the root; Enter
// activates.
func (t *Tree) TypedKey(key *fyne.KeyEvent) {
	if len(t.shown) > 0 {
		t.walk(key.Name)
	}
	t.control.TypedKey(key)
}

func (t *Tree) walk(key fyne.KeyName) {
	switch key {
	case fyne.KeyUp:
		t.choose(t.nodes[t.selected].Parent)
	case fyne.KeyDown:
		if kids := t.kids[t.selected]; len(kids) > 0 && !t.folded[t.selected] {
			t.choose(kids[0])
		}
	case fyne.KeyLeft:
		t.choose(t.beside(-1))
	case fyne.KeyRight:
		t.choose(t.beside(+1))
	case fyne.KeyHome:
		t.choose(0)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.activate(t.selected)
	}
}

// beside gives who stands beside the selected one in their generation; -1 for nobody.
func (t *Tree) beside(by int) int {
	v := t.at[t.selected]
	row := t.drawing.Rows[t.drawing.Level[v]]
	if at := slices.Index(row, v) + by; at >= 0 && at < len(row) {
		return t.shown[row[at]]
	}
	return -1
}

func (t *Tree) activate(i int) {
	if t.OnActivated != nil {
		t.OnActivated(i)
	}
}

// TypedRune zooms with plus and minus, shows all with 0, and folds or opens with a space.
func (t *Tree) TypedRune(r rune) {
	switch r {
	case '+', '=':
		t.Zoom(+1)
	case '-', '_':
		t.Zoom(-1)
	case '0':
		t.ShowAll()
	case ' ':
		t.Fold(t.selected)
	}
}

// Dragged moves the drawing along with the mouse.
func (t *Tree) Dragged(e *fyne.DragEvent) {
	t.fresh = false
	t.offset = t.offset.SubtractXY(e.Dragged.DX, e.Dragged.DY)
	t.settle()
}

// DragEnd changes nothing.
func (t *Tree) DragEnd() {}

// Scrolled zooms around the mouse: away from oneself is nearer.
func (t *Tree) Scrolled(e *fyne.ScrollEvent) {
	switch {
	case e.Scrolled.DY > 0:
		t.zoomAround(+1, t.mouse)
	case e.Scrolled.DY < 0:
		t.zoomAround(-1, t.mouse)
	}
}

// MouseMoved notes where the mouse is.
func (t *Tree) MouseMoved(e *desktop.MouseEvent) { t.mouse = e.Position }

// MouseIn notes it as well.
func (t *Tree) MouseIn(e *desktop.MouseEvent) { t.mouse = e.Position }

// MouseOut changes nothing.
func (t *Tree) MouseOut() {}

// Tapped selects the box that was clicked, activates it at the second click, and folds or opens it at its handle.
func (t *Tree) Tapped(e *fyne.PointEvent) {
	t.focusByMouse()
	i, handle := t.placeAt(e.Position)
	switch {
	case i < 0:
		return
	case handle:
		t.Fold(i)
		return
	}
	again := t.click.place == i && time.Since(t.click.at) < fyne.CurrentApp().Driver().DoubleTapDelay()
	t.click = treeClick{i, time.Now()}
	t.choose(i)
	if again {
		t.activate(i)
	}
}

// placeAt gives whose box, or handle, is at a point of the view; -1 for nobody's.
func (t *Tree) placeAt(at fyne.Position) (i int, handle bool) {
	if t.drawing == nil {
		return -1, false
	}
	unit := float64(t.unit())
	x, y := float64(at.X+t.offset.X)/unit, float64(at.Y+t.offset.Y)/unit
	for level := range t.drawing.Rows {
		top := t.drawing.Top(level)
		if y < top || y > top+t.drawing.Height+handleHeight {
			continue
		}
		for _, v := range t.drawing.Between(level, x, x) {
			i = t.shown[v]
			inHandle := y > top+t.drawing.Height-handleOver && len(t.kids[i]) > 0 && x > t.drawing.Middle(v)-handleWidth && x < t.drawing.Middle(v)+handleWidth
			if inHandle && t.zoom >= treeReadable {
				return i, true
			}
			if y <= top+t.drawing.Height {
				return i, false
			}
		}
	}
	return -1, false
}
