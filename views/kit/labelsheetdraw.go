package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// labelSheetRenderer draws the edges of labels, crosses those that are used out, and puts the ring around one.
type labelSheetRenderer struct {
	sheet *LabelSheet
	cells []labelCell
	ring  *canvas.Rectangle
}

// labelCell is one label as it is drawn.
type labelCell struct {
	box        *canvas.Rectangle
	rise, fall *canvas.Line
}

// onPaper is the colour of a role upon paper, which is white whatever the look of the window.
func onPaper(name fyne.ThemeColorName) color.NRGBA { return palette()[name].light }

func (*labelSheetRenderer) Destroy()             {}
func (r *labelSheetRenderer) MinSize() fyne.Size { return r.sheet.MinSize() }

func (r *labelSheetRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, 3*len(r.cells)+1)
	for _, cell := range r.cells {
		objects = append(objects, cell.box, cell.rise, cell.fall)
	}
	return append(objects, r.ring)
}

func (r *labelSheetRenderer) Layout(size fyne.Size) {
	for place, cell := range r.cells {
		at, box := r.sheet.boxOf(place, size)
		cell.box.Move(at)
		cell.box.Resize(box)
		cell.fall.Position1, cell.fall.Position2 = at, at.AddXY(box.Width, box.Height)
		cell.rise.Position1, cell.rise.Position2 = at.AddXY(0, box.Height), at.AddXY(box.Width, 0)
		if place == r.sheet.cursor {
			placeRing(r.ring, at, box, 0)
		}
	}
}

func (r *labelSheetRenderer) Refresh() {
	r.paint()
	r.Layout(r.sheet.Size())
	canvas.Refresh(r.sheet)
}

func (r *labelSheetRenderer) paint() {
	for len(r.cells) < len(r.sheet.boxes) {
		r.cells = append(r.cells, labelCell{box: canvas.NewRectangle(nil), rise: canvas.NewLine(nil), fall: canvas.NewLine(nil)})
	}
	r.cells = r.cells[:len(r.sheet.boxes)]
	ground := onPaper(ColorTrack)
	ground.A = 0xB0
	for place, cell := range r.cells {
		used, edge, width := r.sheet.used[place], onPaper(ColorFieldBorder), float32(0.7)
		if place == r.sheet.hover {
			edge, width = onPaper(ColorPrimary), ringWidth
		}
		cell.box.FillColor, cell.box.StrokeColor, cell.box.StrokeWidth, cell.box.CornerRadius = color.Transparent, edge, width, 3
		if used {
			cell.box.FillColor = ground
		}
		for _, line := range []*canvas.Line{cell.rise, cell.fall} {
			line.StrokeColor, line.StrokeWidth, line.Hidden = onPaper(ColorFieldBorder), 0.7, !used
		}
	}
	paintRing(r.ring, r.sheet.ringShown() && len(r.cells) > 0, 3, ColorPrimary)
	r.ring.StrokeColor = onPaper(ColorPrimary)
}
