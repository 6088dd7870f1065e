package kit

import "fyne.io/fyne/v2"

// WithSideAbove is WithSide for a main that is long: when there is too little width,
// side goes above it instead of beneath. Before that it gives way: it never takes more than
// sideShare of the width. Tab reaches side first, so that nobody has to walk through all of
// main for it.
func WithSideAbove(main, side fyne.CanvasObject, sideWidth, gap, oneBelow float32) *fyne.Container {
	return box(sideAbove{withSide{sideWidth, gap, oneBelow}}, side, main)
}

// sideShare is the largest part of the width that a side takes beside a long main.
const sideShare = 0.38

// sideAbove holds side before main.
type sideAbove struct{ beside withSide }

// widths gives the width of main and of side, and whether side is above.
func (l sideAbove) widths(width float32) (main, side float32, above bool) {
	main, side, above = l.beside.widths(0, width)
	if !above && side > width*sideShare {
		side = width * sideShare
		main = width - side - l.beside.gap
	}
	return main, side, above
}

func (l sideAbove) MinSize(objects []fyne.CanvasObject) fyne.Size { return l.beside.MinSize(objects) }

func (l sideAbove) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	mainWidth, sideWidth, above := l.widths(width)
	side, main := HeightFor(objects[0], sideWidth), HeightFor(objects[1], mainWidth)
	if above {
		return side + l.beside.gap + main
	}
	return max(side, main)
}

func (l sideAbove) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side, main := objects[0], objects[1]
	mainWidth, sideWidth, stacked := l.widths(size.Width)
	height := HeightFor(side, sideWidth)
	if stacked {
		place(side, 0, 0, sideWidth, height)
		place(main, 0, height+l.beside.gap, mainWidth, HeightFor(main, mainWidth))
		return
	}
	place(main, 0, 0, mainWidth, HeightFor(main, mainWidth))
	place(side, mainWidth+l.beside.gap, 0, sideWidth, height)
}
