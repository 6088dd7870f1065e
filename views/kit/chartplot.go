package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"goodturn/app/chart"
)

// chartPlot is the drawn part of a Chart. It draws what chart lays out and decides nothing.
type chartPlot struct {
	widget.BaseWidget
	chart   *Chart
	drawing *chart.Drawing
}

func newChartPlot(c *Chart) *chartPlot {
	p := &chartPlot{chart: c}
	p.ExtendBaseWidget(p)
	return p
}

// figureAt is the figure at a place of the chart, whose upper part the plot is.
func (p *chartPlot) figureAt(at fyne.Position) (chart.At, bool) {
	if p.drawing == nil {
		return chart.At{}, false
	}
	return p.drawing.At(float64(at.X), float64(at.Y))
}

// MinSize is narrow: what does not fit is walked to.
func (p *chartPlot) MinSize() fyne.Size {
	const least = 240
	return fyne.NewSize(least, p.HeightFor(least))
}

// HeightFor gives the height at a width.
func (p *chartPlot) HeightFor(width float32) float32 {
	return float32(p.chart.picture.Height(p.chart.room(width, 0)))
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (p *chartPlot) CreateRenderer() fyne.WidgetRenderer {
	return &plotRenderer{plot: p, ring: newRing()}
}

// plotRenderer keeps what it draws with and uses it again: a picture walked through draws the same boxes and words at each step.
type plotRenderer struct {
	plot    *chartPlot
	ring    *canvas.Rectangle
	objects []fyne.CanvasObject
	boxes   pool[*canvas.Rectangle]
	strokes pool[*canvas.Line]
	words   pool[*canvas.Text]
}

// pool is things of one sort that are drawn with, of which so many are in use.
type pool[T fyne.CanvasObject] struct {
	all  []T
	used int
}

func (p *pool[T]) next(make func() T) T {
	if p.used == len(p.all) {
		p.all = append(p.all, make())
	}
	p.used++
	return p.all[p.used-1]
}

func (*plotRenderer) Destroy()                       {}
func (r *plotRenderer) MinSize() fyne.Size           { return r.plot.MinSize() }
func (r *plotRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *plotRenderer) Layout(size fyne.Size) {
	c := r.plot.chart
	r.plot.drawing = c.picture.Lay(c.room(size.Width, size.Height))
	r.boxes.used, r.strokes.used, r.words.used = 0, 0, 0
	r.objects = r.objects[:0]
	for _, shape := range r.plot.drawing.Shapes {
		r.objects = append(r.objects, r.draw(shape))
	}
	r.mark()
	r.objects = append(r.objects, r.ring)
}

func (r *plotRenderer) Refresh() {
	r.Layout(r.plot.Size())
	canvas.Refresh(r.plot)
}

// mark puts the ring around the figure walked to, or the one the mouse is on.
func (r *plotRenderer) mark() {
	c := r.plot.chart
	at, shown := c.at, c.ringShown()
	if c.isOver {
		at, shown = c.over, true
	}
	bar, inView := r.plot.drawing.Bar(at)
	paintRing(r.ring, shown && inView, 3, ColorInk)
	placeRing(r.ring, fyne.NewPos(float32(bar.X), float32(bar.Y)), fyne.NewSize(float32(bar.W), float32(bar.H)), 1)
}

func (r *plotRenderer) draw(shape chart.Shape) fyne.CanvasObject {
	switch s := shape.(type) {
	case chart.Box:
		return r.box(s)
	case chart.Stroke:
		return r.stroke(s)
	case chart.Word:
		return r.word(s)
	}
	return canvas.NewRectangle(role(colorClear))
}

func (r *plotRenderer) box(s chart.Box) fyne.CanvasObject {
	o := r.boxes.next(func() *canvas.Rectangle { return canvas.NewRectangle(nil) })
	o.FillColor, o.StrokeColor, o.StrokeWidth = role(inkRole(s.Fill)), role(inkRole(s.Edge)), float32(s.Thick)
	if s.Edge == chart.InkNone {
		o.StrokeWidth = 0
	}
	o.CornerRadius = float32(s.Radius)
	o.Move(fyne.NewPos(float32(s.X), float32(s.Y)))
	o.Resize(fyne.NewSize(float32(s.W), float32(s.H)))
	return o
}

func (r *plotRenderer) stroke(s chart.Stroke) fyne.CanvasObject {
	o := r.strokes.next(func() *canvas.Line { return canvas.NewLine(nil) })
	o.StrokeColor, o.StrokeWidth = role(inkRole(s.Ink)), float32(s.Thick)
	o.Position1, o.Position2 = fyne.NewPos(float32(s.X1), float32(s.Y1)), fyne.NewPos(float32(s.X2), float32(s.Y2))
	return o
}

func (r *plotRenderer) word(s chart.Word) fyne.CanvasObject {
	o := r.words.next(func() *canvas.Text { return canvas.NewText("", nil) })
	o.Text, o.Color, o.TextSize, o.TextStyle.Bold = s.Text, role(inkRole(s.Ink)), float32(s.Size), s.Bold
	height := o.MinSize().Height
	o.Move(fyne.NewPos(float32(s.X), float32(s.Y)+(float32(s.Size)*chart.LineHeight-height)/2))
	o.Resize(fyne.NewSize(float32(s.W), height))
	return o
}

// inkRole is the role of the look that stands for an ink.
func inkRole(ink chart.Ink) fyne.ThemeColorName {
	switch ink {
	case chart.InkMain:
		return ColorPrimary
	case chart.InkSecond:
		return ColorLoyal
	case chart.InkThird:
		return ColorUnavailable
	case chart.InkGood:
		return ColorOK
	case chart.InkBad:
		return ColorBad
	case chart.InkPlain:
		return ColorPlain
	case chart.InkPraise:
		return ColorPraise
	case chart.InkText:
		return ColorInk
	case chart.InkQuiet:
		return ColorQuiet
	case chart.InkRule:
		return ColorHairline
	case chart.InkCard:
		return ColorCard
	}
	return colorClear
}
