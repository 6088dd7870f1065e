package chart

import "math"

// pattern fills a box with what tells its series apart.
func (d *Drawing) pattern(s Series, x, y, w, h, em float64) {
	if w <= 0 || h <= 0 {
		return
	}
	thick := em / 14
	switch s.Pattern {
	case Solid:
		d.add(Box{X: x, Y: y, W: w, H: h, Radius: min(em/7, w/2, h/2), Fill: s.Ink})
		return
	case Hatched:
		d.add(Box{X: x, Y: y, W: w, H: h, Fill: InkCard})
		d.hatch(s.Ink, x, y, w, h, em)
	case Banded:
		d.add(Box{X: x, Y: y, W: w, H: h, Fill: InkCard})
		for at := y + h - em*0.3; at > y; at -= em * 0.3 {
			d.add(Stroke{X1: x, Y1: at, X2: x + w, Y2: at, Thick: thick * 1.6, Ink: s.Ink})
		}
	case Hollow:
		d.add(Box{X: x, Y: y, W: w, H: h, Fill: InkCard})
	}
	d.add(Box{X: x, Y: y, W: w, H: h, Edge: s.Ink, Thick: thick * 1.3})
}

// hatch draws strokes that rise from left to right, each cut at the edges of the box.
func (d *Drawing) hatch(ink Ink, x, y, w, h, em float64) {
	gap := em * 0.42
	for offset := gap; offset < w+h; offset += gap {
		// The stroke on which x + (y+h-Y) = offset, from the left or lower edge to the upper or right one.
		fromX, fromY := x+math.Max(0, offset-h), y+h-math.Min(offset, h)
		toX, toY := x+math.Min(offset, w), y+h-math.Max(0, offset-w)
		d.add(Stroke{X1: fromX, Y1: fromY, X2: toX, Y2: toY, Thick: em / 11, Ink: ink})
	}
}

// point draws a point of a line, in the shape of its series.
func (d *Drawing) point(s Series, x, y, em float64) {
	size, thick := em*0.5, em/9
	box := Box{X: x - size/2, Y: y - size/2, W: size, H: size, Fill: s.Ink}
	switch s.Pattern {
	case Solid:
		box.Radius = size / 2
	case Hatched:
		box.Fill, box.Edge, box.Thick = InkCard, s.Ink, thick
	case Hollow:
		box.Radius, box.Fill, box.Edge, box.Thick = size/2, InkCard, s.Ink, thick
	}
	d.add(box)
}

// dashes are how long a line is drawn and left out, in em; a whole line has none.
func (p Pattern) dashes() (drawn, left float64) {
	switch p {
	case Hatched:
		return 0.7, 0.35
	case Banded:
		return 0.2, 0.3
	}
	return 0, 0
}

// stretch draws a line from one point to the next.
func (d *Drawing) stretch(s Series, x1, y1, x2, y2, em float64) {
	drawn, left := s.Pattern.dashes()
	long := math.Hypot(x2-x1, y2-y1)
	if drawn == 0 {
		drawn, left = long+1, 1
	}
	part := func(at float64) (x, y float64) {
		share := math.Min(at/long, 1)
		return x1 + (x2-x1)*share, y1 + (y2-y1)*share
	}
	for at := 0.0; at < long; at += (drawn + left) * em {
		fromX, fromY := part(at)
		toX, toY := part(at + drawn*em)
		d.add(Stroke{X1: fromX, Y1: fromY, X2: toX, Y2: toY, Thick: em / 7, Ink: s.Ink})
	}
}
