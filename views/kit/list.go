package kit

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// List shows rows of which only those in view exist, so that it is as quick with
// 100,000 rows as with ten. Up, Down, PageUp, PageDown, Home and End select; Enter and
// a double click activate; Tab enters and leaves it.
type List struct {
	control

	// OnSelected is called when the owner selected another row. May be nil.
	OnSelected func(i int)
	// OnActivated is called by Enter and by a double click. May be nil.
	OnActivated func(i int)
	// OnClicked is called when a row was clicked, newly selected or not. May be nil.
	OnClicked func(i int)
	// OnTyped is called with a letter typed on the list. May be nil.
	OnTyped func(r rune)

	length   func() int
	create   func() fyne.CanvasObject
	bind     func(i int, o fyne.CanvasObject)
	model    rowModel
	least    float32 // the height of a row without what stands beneath its words
	selected int
	ruled    bool
	picks    *ListPicks // nil where rows cannot be picked
	tail     *Button    // as high as what stands beneath the words in a narrow list; nil where nothing does
	look     look       // of the rows kept for later

	scroll     *wheelScroll
	pane       *fyne.Container
	clickedRow int       // the row clicked last,
	clickedAt  time.Time // and when

	visible map[int]*listRow
	spare   []*listRow
}

// NewList makes a list. create makes an empty row, bind writes row i into one; all
// rows are as high as an empty one, unless SetHeights says otherwise.
func NewList(length func() int, create func() fyne.CanvasObject, bind func(i int, o fyne.CanvasObject)) *List {
	l := &List{length: length, create: create, bind: bind, selected: -1, visible: map[int]*listRow{}}
	l.pane = box(listPane{l})
	l.scroll = newWheelScroll(l, l.pane)
	l.scroll.OnScrolled = l.onScrolled
	l.extend(l)
	l.measure()
	return l
}

// Ruled draws a hairline between the rows.
func (l *List) Ruled() *List {
	l.ruled = true
	return l
}

// SetHeights lets rows differ: heightOf gives the height of row i at a width. It is
// asked for every row whenever the list is refreshed, so it is for hundreds of rows.
func (l *List) SetHeights(heightOf func(i int, width float32) float32) {
	l.model.heightOf = heightOf
	l.Refresh()
}

// TailBeneath has the badges and buttons of the rows, each of which is a Row, stand beneath their words where the list is narrow for its text. Every
// row is as high as that needs.
func (l *List) TailBeneath() *List {
	l.tail = NewButton("X", nil).Small()
	l.Refresh()
	return l
}

// narrowList is the width, at 100 % text, below which badges and buttons leave too little room for words beside them.
const narrowList = 480

// under tells whether badges and buttons stand beneath the words now.
func (l *List) under() bool { return l.tail != nil && l.Size().Width < scaled(narrowList) }

// Selected gives the selected row, or -1.
func (l *List) Selected() int { return l.selected }

// Select selects row i and brings it into view, without calling OnSelected; -1
// selects nothing.
func (l *List) Select(i int) {
	if i < -1 || i >= l.length() {
		return
	}
	l.selected = i
	if i >= 0 {
		l.show(i)
	}
	l.redrawRows()
}

// choose is Select by the owner.
func (l *List) choose(i int) {
	i = min(max(i, 0), l.length()-1)
	if i < 0 || i == l.selected {
		return
	}
	l.Select(i)
	if l.OnSelected != nil {
		l.OnSelected(i)
	}
}

func (l *List) activate(i int) {
	if i >= 0 && i < l.length() && l.OnActivated != nil {
		l.OnActivated(i)
	}
}

// Reset shows other rows from the beginning: nothing is selected.
func (l *List) Reset() {
	l.selected = -1
	if l.picks != nil {
		l.picks.forget()
	}
	l.scroll.Offset = fyne.Position{}
	l.Refresh()
}

// Refresh binds the rows in view again; selection and place stay.
func (l *List) Refresh() {
	l.measure()
	if l.selected >= l.length() {
		l.selected = -1
	}
	for i, row := range l.visible {
		l.retire(i, row)
	}
	if look := lookNow(); look != l.look {
		l.look, l.spare = look, nil
	}
	l.control.Refresh()
}

// look tells two themes apart. Rows out of view are not told of a new one, so they are
// not used again after it.
type look struct {
	ink  color.Color
	size float32
}

func lookNow() look { return look{role(ColorInk), theme.Size(SizeBody)} }

// measure asks how high rows are now.
func (l *List) measure() {
	l.model.measure(l.length(), l.Size().Width, l.create)
	l.least = l.model.height
	if l.under() {
		l.model.height += gapPart + l.tail.MinSize().Height
	}
}

// redrawRows draws selection and ring again, without binding anything.
func (l *List) redrawRows() {
	for _, row := range l.visible {
		row.Refresh()
	}
	repaint(l)
}

// show scrolls until row i is in view.
func (l *List) show(i int) {
	top, height := l.model.top(i), l.model.heightAt(i)
	view := l.scroll.Size().Height
	switch offset := l.scroll.Offset.Y; {
	case view <= 0:
		return
	case top < offset:
		l.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case top+height > offset+view:
		l.scroll.ScrollToOffset(fyne.NewPos(0, top+height-view))
	}
	l.update()
}

// sees tells whether row i is in view as a whole.
func (l *List) sees(i int) bool {
	if i < 0 || i >= l.length() {
		return false
	}
	top := l.model.top(i)
	return top >= l.scroll.Offset.Y && top+l.model.heightAt(i) <= l.scroll.Offset.Y+l.scroll.Size().Height
}

// Offset is how far the list is scrolled.
func (l *List) Offset() float32 { return l.scroll.Offset.Y }

// ScrollTo restores a place that Offset gave.
func (l *List) ScrollTo(offset float32) {
	l.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	l.update()
}

func (l *List) onScrolled(fyne.Position) {
	l.update()
	if l.selected < 0 && l.ringShown() {
		l.redrawRows() // the ring stays in view
	}
}

// update makes the rows that came into view and keeps those that left for later.
func (l *List) update() {
	first, last := l.model.between(l.scroll.Offset.Y, l.scroll.Offset.Y+l.scroll.Size().Height)
	for i, row := range l.visible {
		if i < first || i > last {
			l.retire(i, row)
		}
	}
	objects := make([]fyne.CanvasObject, 0, max(last-first+1, 0))
	for i := first; i <= last; i++ {
		objects = append(objects, l.rowAt(i))
	}
	l.pane.Objects = objects
	repaint(l.pane)
}

// rowAt gives the row that shows i, in its place.
func (l *List) rowAt(i int) *listRow {
	row, ok := l.visible[i]
	if !ok {
		row = l.takeRow()
		row.index = i
		l.bind(i, row.child)
		row.Refresh()
		l.visible[i] = row
	}
	if content, ok := row.child.(*Row); ok {
		content.setUnder(l.under())
	}
	place(row, 0, l.model.top(i), l.Size().Width, l.model.heightAt(i))
	return row
}

// takeRow gives a row nobody uses.
func (l *List) takeRow() *listRow {
	if n := len(l.spare); n > 0 {
		row := l.spare[n-1]
		l.spare = l.spare[:n-1]
		return row
	}
	return newListRow(l, l.create())
}

func (l *List) retire(i int, row *listRow) {
	row.hovered = false
	delete(l.visible, i)
	l.spare = append(l.spare, row)
}

// Parts gives nothing: a list keeps its own rows in view.
func (l *List) Parts() []fyne.CanvasObject { return nil }

// MinSize has room for three rows.
func (l *List) MinSize() fyne.Size { return fyne.NewSize(l.model.width, 3*l.least) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{list: l} }

type listRenderer struct{ list *List }

func (*listRenderer) Destroy()             {}
func (r *listRenderer) MinSize() fyne.Size { return r.list.MinSize() }
func (r *listRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.list.scroll}
}

func (r *listRenderer) Layout(size fyne.Size) {
	if r.list.model.heightOf != nil || r.list.tail != nil {
		r.list.measure()
	}
	const beside = 6 // the bar stands beside the rows
	seen := r.list.sees(r.list.selected)
	r.list.scroll.Resize(size.AddWidthHeight(beside, 0))
	if seen && !r.list.sees(r.list.selected) {
		r.list.show(r.list.selected) // less room must not cut off what was chosen
	}
	r.list.update()
}

func (r *listRenderer) Refresh() {
	r.list.scroll.Refresh()
	r.Layout(r.list.Size())
	canvas.Refresh(r.list)
}

// listPane is as high as all rows together; the list places them itself.
type listPane struct{ list *List }

func (p listPane) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, p.list.model.total())
}
func (listPane) Layout([]fyne.CanvasObject, fyne.Size) {}
