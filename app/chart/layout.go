package chart

// Lengths of the layout, in em of the words.
const (
	plotHeight  = 11.0 // of the part with the bars, where the height is free
	rowHeight   = 1.9  // of a row of an Across picture
	barHeight   = 1.15 // of the bar in it
	leastBar    = 0.85 // the width of a bar at least, so that it can be clicked
	leastSlot   = 1.7  // the width of a slot at least
	widestBar   = 3.2
	groupShare  = 0.74 // how much of a slot its bars take
	wordGap     = 0.5  // between words and what they belong to
	swatch      = 0.95
	legendGap   = 1.3
	mostOfLabel = 0.4 // of the width, for the names of the rows
	leastHit    = 0.7 // the side at least of what is clicked for a figure
)

// layout is a picture being laid out.
type layout struct {
	Picture
	Room
	*Drawing
	ticks                    []float64
	left, top, right, bottom float64 // of the part with the bars
}

// Height is how high the picture would like to be at a width; r.Height is not asked.
func (p Picture) Height(r Room) float64 {
	l := &layout{Picture: p, Room: r, Drawing: &Drawing{}}
	l.Room.Height = 0
	legend := l.legend()
	if p.Kind == Across {
		return legend + float64(max(len(p.Slots), 1))*rowHeight*r.Text + wordGap*r.Text
	}
	return legend + plotHeight*r.Text + 2*l.line()
}

// Lay lays the picture out.
func (p Picture) Lay(r Room) *Drawing {
	l := &layout{Picture: p, Room: r, Drawing: &Drawing{Width: r.Width, Height: r.Height}}
	if p.Blank() {
		return l.Drawing
	}
	l.top = l.legend()
	if p.Kind == Across {
		l.across()
		return l.Drawing
	}
	l.upright()
	return l.Drawing
}

// legend names the series, each beside a swatch of its pattern, and gives how high that is; of one series there is nothing to tell.
func (l *layout) legend() float64 {
	if len(l.Series) < 2 {
		return 0
	}
	em, x, y := l.Text, 0.0, 0.0
	for _, s := range l.Series {
		name, width := l.fit(s.Name, l.Room.Width-(swatch+wordGap)*em)
		whole := (swatch+wordGap)*em + width
		if x > 0 && x+whole > l.Room.Width {
			x, y = 0, y+l.line()
		}
		l.swatch(s, x, y+(l.line()-swatch*em)/2)
		l.word(l.Room, name, x+(swatch+wordGap)*em, y, 0, InkText)
		x += whole + legendGap*em
	}
	return y + l.line() + wordGap*em
}

func (l *layout) swatch(s Series, x, y float64) {
	em := l.Text
	if l.Kind != Lines {
		l.pattern(s, x, y, swatch*em, swatch*em, em)
		return
	}
	middle := y + swatch*em/2
	l.stretch(s, x, middle, x+swatch*em, middle, em)
	l.point(s, x+swatch*em/2, middle, em)
}

// view finds out which slots fit at the least length of one.
func (l *layout) view(room, least float64) {
	n := len(l.Slots)
	l.Shown = max(1, min(n, int(room/least)))
	l.Drawing.First = max(0, min(l.Room.First, n-l.Shown))
	if l.Room.First < 0 {
		l.Drawing.First = n - l.Shown
	}
}

// hit notes where a figure is clicked: its box, or a little more where that is very small.
func (l *layout) hit(at At, x, y, w, h float64) {
	least := leastHit * l.Text
	if w < least {
		x, w = x-(least-w)/2, least
	}
	if h < least {
		y, h = y+h-least, least
	}
	l.Bars = append(l.Bars, Bar{At: at, X: x, Y: y, W: w, H: h})
}

// further marks the end of an axis beyond which there is more to walk to: an arrowhead that points there.
func (l *layout) further(x, y, dx, dy float64) {
	em := l.Text * 0.3
	for _, side := range []float64{-1, 1} {
		l.add(Stroke{X1: x - dx*em + dy*em*side, Y1: y - dy*em + dx*em*side, X2: x, Y2: y, Thick: l.Text / 9, Ink: InkQuiet})
	}
}
