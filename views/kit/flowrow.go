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
	const hair = 0.01 // what rounding may cost
	for _, o := range visible(objects) {
		w := min(naturalWidth(o), width)
		h := HeightFor(o, w)
		if x > 0 && x+w > width+hair {
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
