package kit

import "fyne.io/fyne/v2"

// WithSideAbove is WithSide for a main that is long: when there is too little width,
// side goes above it instead of beneath. Tab reaches side first, so that nobody has to
// walk through all of main for it.
func WithSideAbove(main, side fyne.CanvasObject, sideWidth, gap, oneBelow float32) *fyne.Container {
	return box(sideAbove{withSide{sideWidth, gap, oneBelow}}, side, main)
}

// sideAbove holds side before main.
type sideAbove struct{ beside withSide }

func (l sideAbove) MinSize(objects []fyne.CanvasObject) fyne.Size { return l.beside.MinSize(objects) }

func (l sideAbove) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.beside.heightFor([]fyne.CanvasObject{objects[1], objects[0]}, width)
}

func (l sideAbove) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side, main := objects[0], objects[1]
	mainWidth, sideWidth, stacked := l.beside.widths(size.Width)
	height := HeightFor(side, sideWidth)
	if stacked {
		place(side, 0, 0, sideWidth, height)
		place(main, 0, height+l.beside.gap, mainWidth, HeightFor(main, mainWidth))
		return
	}
	place(main, 0, 0, mainWidth, HeightFor(main, mainWidth))
	place(side, mainWidth+l.beside.gap, 0, sideWidth, height)
}
