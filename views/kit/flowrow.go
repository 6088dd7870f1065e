package kit

import "fyne.io/fyne/v2"

// FlowRow puts things beside each other at their natural widths, in the middle of their line, and goes on in the
// next line when one does not fit: chips, small buttons.
func FlowRow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return box(flowRow{gap}, objects...)
}

type flowRow struct{ gap float32 }

// flowLine is what stands in one line, and how high the highest of it is.
type flowLine struct {
	objects []fyne.CanvasObject
	sizes   []fyne.Size
	height  float32
}

func (l flowRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return over{}.MinSize(objects)
}

func (l flowRow) naturalWidth(objects []fyne.CanvasObject) float32 {
	return hstack{l.gap, crossMiddle}.naturalWidth(objects)
}

// lines breaks the objects into lines no wider than width.
func (l flowRow) lines(objects []fyne.CanvasObject, width float32) (lines []flowLine) {
	const hair = 0.01 // what rounding may cost
	x := float32(0)
	for _, o := range visible(objects) {
		w := min(naturalWidth(o), width)
		if len(lines) == 0 || x > 0 && x+w > width+hair {
			lines = append(lines, flowLine{})
			x = 0
		}
		line := &lines[len(lines)-1]
		size := fyne.NewSize(w, HeightFor(o, w))
		line.objects, line.sizes = append(line.objects, o), append(line.sizes, size)
		line.height = max(line.height, size.Height)
		x += w + l.gap
	}
	return lines
}

func (l flowRow) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	lines := l.lines(objects, width)
	height := gaps(len(lines), l.gap)
	for _, line := range lines {
		height += line.height
	}
	return height
}

func (l flowRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, line := range l.lines(objects, size.Width) {
		x := float32(0)
		for i, o := range line.objects {
			own := line.sizes[i]
			place(o, x, y+(line.height-own.Height)/2, own.Width, own.Height)
			x += own.Width + l.gap
		}
		y += line.height + l.gap
	}
}
