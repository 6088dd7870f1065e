package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Reader is a page to be read: it takes the focus, and the arrows, the page keys and the space scroll it.
type Reader struct {
	control
	scroll *ScrollBox
}

// NewReader makes one without a page.
func NewReader() *Reader {
	r := &Reader{scroll: Scroll(box(over{}))}
	r.extend(r)
	return r
}

// SetPage shows another page from its beginning.
func (r *Reader) SetPage(page fyne.CanvasObject) {
	holder := r.scroll.content.(*fyne.Container)
	holder.Objects = []fyne.CanvasObject{page}
	r.scroll.ScrollToTop()
	r.scroll.Refresh()
}

// ReadFrom scrolls to where o begins, which is on the page.
func (r *Reader) ReadFrom(o fyne.CanvasObject) { r.scroll.scrollTo(r.scroll.topOf(o)) }

// ScrollTo scrolls to where Offset was before, of a page as high as then.
func (r *Reader) ScrollTo(offset float32) { r.scroll.scrollTo(offset) }

// PictureRoom is how high a picture on the page may be for words to stand in view with it: some lines of them or, where so many are
// more than half of what is in view, one half.
func (r *Reader) PictureRoom() float32 {
	const lines = 150 // the height of five and a title
	view := r.scroll.Size().Height
	return max(view/2, view-scaled(lines))
}

// Offset is how far the page is scrolled.
func (r *Reader) Offset() float32 { return r.scroll.Offset() }

// TypedKey scrolls, and hands on what it has no use for.
func (r *Reader) TypedKey(key *fyne.KeyEvent) {
	line := scaled(60)
	page := max(r.Size().Height-line, line)
	switch key.Name {
	case fyne.KeyDown:
		r.scrollBy(line)
	case fyne.KeyUp:
		r.scrollBy(-line)
	case fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEnter:
		r.scrollBy(page)
	case fyne.KeyPageUp:
		r.scrollBy(-page)
	case fyne.KeyHome:
		r.scroll.ScrollToTop()
	case fyne.KeyEnd:
		r.scrollBy(r.scroll.content.Size().Height)
	}
	r.control.TypedKey(key)
}

func (r *Reader) scrollBy(by float32) { r.scroll.scrollTo(max(r.scroll.Offset()+by, 0)) }

// Parts gives the page, for the search for a focused widget's scrolls.
func (r *Reader) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.scroll} }

// HeightFor gives the height at which nothing has to be scrolled.
func (r *Reader) HeightFor(width float32) float32 { return r.scroll.HeightFor(width) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer {
	n := &readerRenderer{reader: r, ring: newRing()}
	n.paint()
	return n
}

type readerRenderer struct {
	reader *Reader
	ring   *canvas.Rectangle
}

func (*readerRenderer) Destroy()             {}
func (n *readerRenderer) MinSize() fyne.Size { return n.reader.scroll.MinSize() }
func (n *readerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{n.reader.scroll, n.ring}
}

func (n *readerRenderer) Layout(size fyne.Size) {
	n.reader.scroll.Resize(size)
	placeRing(n.ring, fyne.Position{}, size, ringGap)
}

func (n *readerRenderer) Refresh() {
	n.paint()
	canvas.Refresh(n.reader)
}

func (n *readerRenderer) paint() { paintRing(n.ring, n.reader.ringShown(), radiusCard, ColorPrimary) }
