package kit

import "fyne.io/fyne/v2"

// FlowRow puts things beside each other at their natural widths, and goes on in the
// next line when one does not fit: chips, small buttons.
func FlowRow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return box(flowRow{gap}, objects...)
}

type flowRow struct{ gap float32 }

func (l flowRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return over{}.MinSize(objects)
}

func (l flowRow) naturalWidth(objects []fyne.CanvasObject) float32 {
	return hstack{l.gap, crossMiddle}.naturalWidth(objects)
}

func (l flowRow) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.place(objects, width, false)
}

func (l flowRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.place(objects, size.Width, true)
}

// place walks the objects in lines, gives the height they take, and moves them when asked to.
func (l flowRow) place(objects []fyne.CanvasObject, width float32, move bool) float32 {
	x, y, line := float32(0), float32(0), float32(0)
	for _, o := range visible(objects) {
		w := min(naturalWidth(o), width)
		h := HeightFor(o, w)
		if x > 0 && x+w > width {
			x, y, line = 0, y+line+l.gap, 0
		}
		if move {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(w, h))
		}
		x += w + l.gap
		line = max(line, h)
	}
	return y + line
}

// WithSide puts side, sideWidth wide, at the right of main; both begin at the top.
// When the whole is narrower than oneBelow, side goes beneath. Both widths grow with
// the text.
func WithSide(main, side fyne.CanvasObject, sideWidth, gap, oneBelow float32) *fyne.Container {
	return box(withSide{sideWidth, gap, oneBelow}, main, side)
}

type withSide struct{ side, gap, oneBelow float32 }

// widths gives the width of main and of side, and whether side is beneath.
func (l withSide) widths(width float32) (main, side float32, beneath bool) {
	if width < scaled(l.oneBelow) {
		return width, width, true
	}
	side = scaled(l.side)
	return width - side - l.gap, side, false
}

func (l withSide) MinSize(objects []fyne.CanvasObject) fyne.Size { return over{}.MinSize(objects) }

func (l withSide) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	main, side, beneath := l.widths(width)
	a, b := HeightFor(objects[0], main), HeightFor(objects[1], side)
	if beneath {
		return a + l.gap + b
	}
	return max(a, b)
}

func (l withSide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	main, side, beneath := l.widths(size.Width)
	a, b := HeightFor(objects[0], main), HeightFor(objects[1], side)
	place(objects[0], 0, 0, main, a)
	if beneath {
		place(objects[1], 0, a+l.gap, side, b)
		return
	}
	place(objects[1], main+l.gap, 0, side, b)
}
