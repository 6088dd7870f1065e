package kit

import "fyne.io/fyne/v2"

// Masonry puts things below each other, in as many columns as there is room for: no column is narrower than least,
// which grows with the text. Each thing goes where there is the most room, the first to the left.
func Masonry(gap, least float32, objects ...fyne.CanvasObject) *fyne.Container {
	return box(masonry{gap, least}, objects...)
}

type masonry struct{ gap, least float32 }

// columns gives how many columns of which width fit; never more than there are things.
func (l masonry) columns(n int, width float32) (int, float32) {
	fit := min(max(int((width+l.gap)/(scaled(l.least)+l.gap)), 1), max(n, 1))
	return fit, (width - gaps(fit, l.gap)) / float32(fit)
}

// each tells put where every thing stands and how large it is, and gives the height of the whole.
func (l masonry) each(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) (height float32) {
	shown := visible(objects)
	n, columnWidth := l.columns(len(shown), width)
	ends := make([]float32, n)
	for _, o := range shown {
		at := shortest(ends)
		h := HeightFor(o, columnWidth)
		put(o, float32(at)*(columnWidth+l.gap), ends[at], columnWidth, h)
		height = max(height, ends[at]+h)
		ends[at] += h + l.gap
	}
	return height
}

// shortest is the first of the columns that end highest.
func shortest(ends []float32) int {
	best := 0
	for i, end := range ends {
		if end < ends[best] {
			best = i
		}
	}
	return best
}

func (l masonry) MinSize(objects []fyne.CanvasObject) fyne.Size { return over{}.MinSize(objects) }

func (l masonry) naturalWidth(objects []fyne.CanvasObject) float32 { return widest(objects) }

func (l masonry) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.each(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (l masonry) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.each(objects, size.Width, place)
}
