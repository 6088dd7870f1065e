package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"goodturn/app/chart"
)

// Chart shows a picture of figures. It is one stop of Tab: the arrows walk from figure to figure, Home and End to the first and the
// last, and beneath the picture stands in words the one walked to, or the one the mouse is on. Enter and a click open what is behind
// it. Where not all of it fits only a part is drawn, and the arrows take it along.
type Chart struct {
	control

	// OnOpen is called with the figure that was chosen, if there is something behind it. May be nil.
	OnOpen func(at chart.At)

	picture chart.Picture
	at      chart.At // the figure walked to
	over    chart.At // the figure the mouse is on
	isOver  bool
	first   int // the slot in view that is the first
	hint    string
	words   *RichLine
	plot    *chartPlot
	content *fyne.Container
}

// NewChart makes a chart of a picture. hint stands beneath it while no figure is chosen: what can be done with it.
func NewChart(picture chart.Picture, hint string) *Chart {
	c := &Chart{hint: hint, words: Quiet("").Ellipsis()}
	c.plot = newChartPlot(c)
	c.content = VStack(4, c.plot, c.words)
	c.extend(c)
	c.SetPicture(picture)
	return c
}

// SetPicture shows another picture. Of what stands one begins at the end, where the newest is, of rows at the beginning.
func (c *Chart) SetPicture(picture chart.Picture) {
	c.picture, c.isOver, c.first, c.at = picture, false, -1, chart.At{Slot: max(len(picture.Slots)-1, 0)}
	if picture.Kind == chart.Across {
		c.first, c.at = 0, chart.At{}
	}
	c.say()
	c.plot.Refresh()
	c.Refresh()
}

// Words is what stands beneath the picture.
func (c *Chart) Words() string {
	switch {
	case c.isOver:
		return c.picture.Cell(c.over).Words
	case c.focused && !c.clicked:
		return c.picture.Cell(c.at).Words
	}
	return c.hint
}

// Chosen is the figure that Enter opens.
func (c *Chart) Chosen() chart.At { return c.at }

func (c *Chart) say() {
	c.words.SetText(c.Words())
	c.words.Refresh()
}

// FocusGained puts the ring around the figure walked to last.
func (c *Chart) FocusGained() {
	c.control.FocusGained()
	c.keepInView()
	c.say()
	c.plot.Refresh()
}

// FocusLost takes the ring away.
func (c *Chart) FocusLost() {
	c.control.FocusLost()
	c.say()
	c.plot.Refresh()
}

// TypedKey walks, and opens.
func (c *Chart) TypedKey(key *fyne.KeyEvent) {
	c.control.TypedKey(key)
	slots, series := 0, 0
	switch key.Name {
	case fyne.KeyLeft:
		slots = -1
	case fyne.KeyRight:
		slots = 1
	case fyne.KeyUp:
		series = 1
	case fyne.KeyDown:
		series = -1
	case fyne.KeyHome:
		slots = -len(c.picture.Slots)
	case fyne.KeyEnd:
		slots = len(c.picture.Slots)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.open(c.at)
		return
	}
	c.walk(slots, series, key.Name == fyne.KeyHome || key.Name == fyne.KeyEnd)
}

// walk goes so many slots and series further; the rows of a picture of lying bars are walked with the arrows that point along them.
func (c *Chart) walk(slots, series int, ends bool) {
	switch {
	case c.picture.Kind == chart.Across && !ends:
		slots, series = -series, slots
	case c.picture.Kind == chart.Grouped && slots != 0 && !ends:
		c.walkBeside(slots)
		return
	}
	if series != 0 && c.picture.Kind != chart.Lines && c.picture.Kind != chart.Grouped {
		c.walkAlong(series)
		return
	}
	c.goTo(c.picture.Step(c.at, slots, series))
}

// walkAlong goes to the next figure of a stack that is more than nothing; where there is none it stays.
func (c *Chart) walkAlong(by int) {
	for at := c.at; ; {
		next := c.picture.Step(at, 0, by)
		if next == at {
			return
		}
		if at = next; c.picture.Cell(at).Value > 0 {
			c.goTo(at)
			return
		}
	}
}

// walkBeside goes to the bar beside this one, which may be of the next group.
func (c *Chart) walkBeside(by int) {
	next := chart.At{Slot: c.at.Slot, Series: c.at.Series + by}
	if n := len(c.picture.Series); next.Series < 0 && next.Slot > 0 {
		next = chart.At{Slot: next.Slot - 1, Series: n - 1}
	} else if next.Series >= n && next.Slot < len(c.picture.Slots)-1 {
		next = chart.At{Slot: next.Slot + 1}
	}
	c.goTo(c.picture.Step(next, 0, 0))
}

func (c *Chart) goTo(at chart.At) {
	c.at, c.isOver = at, false
	c.keepInView()
	c.say()
	c.plot.Refresh()
	reveal(c)
}

// keepInView moves the part that is drawn, where the figure walked to is not in it.
func (c *Chart) keepInView() {
	d := c.plot.drawing
	if d == nil || d.Shown == 0 {
		return
	}
	switch {
	case c.at.Slot < d.First:
		c.first = c.at.Slot
	case c.at.Slot >= d.First+d.Shown:
		c.first = c.at.Slot - d.Shown + 1
	}
}

func (c *Chart) open(at chart.At) {
	if c.OnOpen != nil && c.picture.Cell(at).Leads {
		c.OnOpen(at)
	}
}

// Parts gives what the chart is made of.
func (c *Chart) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.content} }

// HeightFor gives the height at a width.
func (c *Chart) HeightFor(width float32) float32 { return HeightFor(c.content, width) }

// Cursor is a hand where a click opens something.
func (c *Chart) Cursor() desktop.Cursor {
	if c.isOver && c.OnOpen != nil && c.picture.Cell(c.over).Leads {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseMoved says in words what the mouse is on.
func (c *Chart) MouseMoved(e *desktop.MouseEvent) {
	at, on := c.plot.figureAt(e.Position)
	if on == c.isOver && at == c.over {
		return
	}
	c.over, c.isOver = at, on
	c.say()
	c.plot.Refresh()
}

// MouseOut ends MouseMoved.
func (c *Chart) MouseOut() {
	c.isOver = false
	c.say()
	c.plot.Refresh()
}

// MouseIn is MouseMoved.
func (c *Chart) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// Tapped walks to what was clicked, and opens it.
func (c *Chart) Tapped(e *fyne.PointEvent) {
	at, on := c.plot.figureAt(e.Position)
	if !on {
		return
	}
	c.focusByMouse()
	c.at = at
	c.open(at)
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }

// room is what the picture is laid out for.
func (c *Chart) room(width, height float32) chart.Room {
	return chart.Room{Width: float64(width), Height: float64(height), Text: float64(theme.Size(SizeBadge)), Measure: measureWords, First: c.first}
}

// measureWords is how wide the screen draws a text.
func measureWords(text string, size float64, bold bool) float64 {
	extent, _ := textExtent(text, float32(size), fyne.TextStyle{Bold: bold})
	return float64(extent.Width)
}
