package views

import (
	"bytes"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"goodturn/app/paper"
)

// pageView draws a laid-out page of paper, as large as its room allows. Paper is white and its ink dark,
// whatever the window's look.
type pageView struct {
	widget.BaseWidget
	page *paper.Page
}

func newPageView() *pageView {
	v := &pageView{}
	v.ExtendBaseWidget(v)
	return v
}

// show draws another page.
func (v *pageView) show(page *paper.Page) {
	v.page = page
	v.Refresh()
}

// MinSize is small: a page is drawn at any size.
func (v *pageView) MinSize() fyne.Size { return fyne.NewSize(120, 160) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (v *pageView) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{view: v} }

type pageRenderer struct {
	view    *pageView
	drawn   *paper.Page
	size    fyne.Size
	objects []fyne.CanvasObject
}

func (*pageRenderer) Destroy()                       {}
func (r *pageRenderer) MinSize() fyne.Size           { return r.view.MinSize() }
func (r *pageRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *pageRenderer) Refresh() {
	r.Layout(r.view.Size())
	canvas.Refresh(r.view)
}

func (r *pageRenderer) Layout(size fyne.Size) {
	page := r.view.page
	if page == nil || size.Width <= 0 || page == r.drawn && size == r.size {
		return
	}
	r.drawn, r.size = page, size
	p := plotter{scale: min(size.Width/float32(page.Width), size.Height/float32(page.Height))}
	p.left = (size.Width - float32(page.Width)*p.scale) / 2
	sheet := p.rect(paper.Rect{W: page.Width, H: page.Height, Fill: &paper.Color{R: 0xFF, G: 0xFF, B: 0xFF}, Ink: &paper.Color{R: 0xD8, G: 0xCD, B: 0xBB}})
	sheet.StrokeWidth = 1
	r.objects = []fyne.CanvasObject{sheet}
	r.draw(p, page.Marks)
}

// draw draws marks; where some are clipped, all of them is drawn: fonts differ a little anyway.
func (r *pageRenderer) draw(p plotter, marks []paper.Mark) {
	for _, mark := range marks {
		if clipped, ok := mark.(paper.Clipped); ok {
			r.draw(p, clipped.Marks)
			continue
		}
		r.objects = append(r.objects, p.object(mark))
	}
}

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

// text is set by the canvas in its own fonts; where that comes out wider than on paper, it is made smaller to fit.
func (p plotter) text(m paper.Text) fyne.CanvasObject {
	const mmPerPoint = 25.4 / 72
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
