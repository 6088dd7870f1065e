package views

import (
	"bytes"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"goodturn/app/paper"
)

// plotter turns marks of a page into things on the canvas.
type plotter struct {
	scale float32 // canvas units in one millimetre
	left  float32 // where the page begins: it stands in the middle of its room
}

func (p plotter) at(x, y float64) fyne.Position {
	return fyne.NewPos(p.left+float32(x)*p.scale, float32(y)*p.scale)
}

func (p plotter) object(mark paper.Mark) fyne.CanvasObject {
	switch m := mark.(type) {
	case paper.Text:
		return p.text(m)
	case paper.Line:
		return p.line(m)
	case paper.Rect:
		return p.rect(m)
	case paper.Image:
		return p.image(m)
	}
	return canvas.NewRectangle(color.Transparent)
}

// mmPerPoint is how large a point of type is, in millimetres.
const mmPerPoint = 25.4 / 72

// text is set by the canvas in its own fonts; where that comes out wider than on paper, it is made smaller to fit.
func (p plotter) text(m paper.Text) fyne.CanvasObject {
	t := canvas.NewText(m.Content, inkOf(m.Ink))
	t.TextStyle.Bold = m.Bold
	t.TextSize = float32(m.Size*mmPerPoint) * p.scale
	width := float32(m.Width) * p.scale
	if wide := t.MinSize().Width; wide > width && wide > 0 {
		t.TextSize *= width / wide
	}
	size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(t.Text, t.TextSize, t.TextStyle, nil)
	t.Move(p.at(m.X, m.Y).SubtractXY(0, baseline))
	t.Resize(size)
	return t
}

func (p plotter) line(m paper.Line) fyne.CanvasObject {
	l := canvas.NewLine(inkOf(m.Ink))
	l.StrokeWidth = max(float32(m.Thick)*p.scale, 0.5)
	l.Position1, l.Position2 = p.at(m.X1, m.Y1), p.at(m.X2, m.Y2)
	return l
}

func (p plotter) rect(m paper.Rect) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	if m.Fill != nil {
		r.FillColor = inkOf(*m.Fill)
	}
	if m.Ink != nil {
		r.StrokeColor, r.StrokeWidth = inkOf(*m.Ink), max(float32(m.Thick)*p.scale, 0.5)
	}
	r.CornerRadius = float32(m.Radius) * p.scale
	r.Move(p.at(m.X, m.Y))
	r.Resize(fyne.NewSize(float32(m.W)*p.scale, float32(m.H)*p.scale))
	return r
}

func (p plotter) image(m paper.Image) fyne.CanvasObject {
	i := canvas.NewImageFromReader(bytes.NewReader(m.PNG), "picture.png")
	i.FillMode = canvas.ImageFillStretch
	i.Move(p.at(m.X, m.Y))
	i.Resize(fyne.NewSize(float32(m.W)*p.scale, float32(m.H)*p.scale))
	return i
}

func inkOf(c paper.Color) color.Color { return color.NRGBA{R: c.R, G: c.G, B: c.B, A: 0xFF} }

// flattened gives marks without the boxes some are clipped to, all of which are drawn: fonts differ a little anyway.
func flattened(marks []paper.Mark) []paper.Mark {
	flat := make([]paper.Mark, 0, len(marks))
	for _, mark := range marks {
		if clipped, ok := mark.(paper.Clipped); ok {
			flat = append(flat, flattened(clipped.Marks)...)
			continue
		}
		flat = append(flat, mark)
	}
	return flat
}

// within tells whether some of a mark lies in a part of the canvas.
func (p plotter) within(mark paper.Mark, from fyne.Position, size fyne.Size) bool {
	x, y, w, h := extentOf(mark)
	at := p.at(x, y)
	return at.X <= from.X+size.Width && at.X+float32(w)*p.scale >= from.X && at.Y <= from.Y+size.Height && at.Y+float32(h)*p.scale >= from.Y
}

// extentOf is the box around a mark, in millimetres; of a text a little more, for what stands out of its line.
func extentOf(mark paper.Mark) (x, y, w, h float64) {
	switch m := mark.(type) {
	case paper.Text:
		em := m.Size * mmPerPoint
		return m.X, m.Y - 1.5*em, m.Width, 2.2 * em
	case paper.Line:
		return min(m.X1, m.X2), min(m.Y1, m.Y2), max(m.X1, m.X2) - min(m.X1, m.X2), max(m.Y1, m.Y2) - min(m.Y1, m.Y2)
	case paper.Rect:
		return m.X, m.Y, m.W, m.H
	case paper.Image:
		return m.X, m.Y, m.W, m.H
	}
	return 0, 0, 0, 0
}
