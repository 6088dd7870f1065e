package chart

import "math"

// upright lays out bars that stand, and lines.
func (l *layout) upright() {
	em := l.Text
	l.top += l.line() // room for the figure above the highest bar
	if l.Kind == Lines {
		l.top += em / 2 // and for its point
	}
	l.bottom = l.Room.Height - l.line() - wordGap/2*em
	wanted := max(2, min(5, int((l.bottom-l.top)/(2.2*em))))
	l.ticks = Ticks(l.most(), wanted, l.Whole)
	for _, tick := range l.ticks {
		l.left = max(l.left, l.width(l.write(tick)))
	}
	l.left += wordGap * em
	l.right = l.Room.Width
	l.view(l.right-l.left, l.leastSlot())
	l.rules()
	l.slotWords()
	if l.Kind == Lines {
		l.lines()
	} else {
		l.bars()
	}
	l.ends()
}

// leastSlot is how wide a slot is at least.
func (l *layout) leastSlot() float64 {
	if l.Kind == Grouped {
		return max(leastSlot, float64(len(l.Series))*leastBar/groupShare) * l.Text
	}
	return leastSlot * l.Text
}

func (l *layout) slotWidth() float64 { return (l.right - l.left) / float64(l.Shown) }

// middle is where a slot stands.
func (l *layout) middle(slot int) float64 {
	return l.left + (float64(slot-l.Drawing.First)+0.5)*l.slotWidth()
}

// y is how high a figure is.
func (l *layout) y(v float64) float64 {
	return l.bottom - (l.bottom-l.top)*v/l.ticks[len(l.ticks)-1]
}

// rules draws the axis: a hairline at each of its figures, and the line that bars stand on.
func (l *layout) rules() {
	for i, tick := range l.ticks {
		y, ink, thick := l.y(tick), InkRule, l.Text/14
		if i == 0 {
			ink = InkQuiet
		}
		l.add(Stroke{X1: l.left, Y1: y, X2: l.right, Y2: y, Thick: thick, Ink: ink})
		l.word(l.Room, l.write(tick), l.left-wordGap*l.Text, y-l.line()/2, 1, InkQuiet)
	}
}

// slotWords names the slots beneath them: as many as there is room for, the last among them.
func (l *layout) slotWords() {
	widest := 0.0
	last := l.Drawing.First + l.Shown - 1
	for slot := l.Drawing.First; slot <= last; slot++ {
		widest = max(widest, l.width(l.Slots[slot]))
	}
	every := max(1, int(math.Ceil((widest+wordGap*l.Text)/l.slotWidth())))
	free := l.right + wordGap*l.Text // to the left of which nothing stands yet: words at the edge are moved inside
	for slot := last; slot >= l.Drawing.First; slot -= every {
		text, width := l.fit(l.Slots[slot], l.right-l.left)
		x := min(max(l.middle(slot), l.left+width/2), l.right-width/2)
		if x+width/2 <= free-wordGap*l.Text {
			l.word(l.Room, text, x, l.bottom+wordGap/2*l.Text, 0.5, InkQuiet)
			free = x - width/2
		}
	}
}

// bars draws the slots in view, beside each other or upon each other.
func (l *layout) bars() {
	side := 1
	if l.Kind == Grouped {
		side = len(l.Series)
	}
	width := min(l.slotWidth()*groupShare/float64(side), widestBar*l.Text)
	for slot := l.Drawing.First; slot < l.Drawing.First+l.Shown; slot++ {
		x, floor := l.middle(slot)-width*float64(side)/2, 0.0
		for series, s := range l.Series {
			at := At{slot, series}
			v := l.value(at)
			top, foot := l.y(floor+v), l.y(floor)
			gap := min(l.Text/10, width/8)
			l.pattern(s, x+gap/2, top, width-gap, foot-top, l.Text)
			l.hit(at, x, top, width, foot-top)
			if l.Kind == Grouped {
				l.figure(at, x+width/2, top, width)
				x += width
			} else {
				floor += v
			}
		}
		if l.Kind == Stacked && floor > 0 {
			l.total(slot, l.y(floor))
		}
	}
}

// figure writes a bar's figure above it where there is room for it.
func (l *layout) figure(at At, x, top, room float64) {
	v := l.Cell(at).Value
	if math.IsNaN(v) || v == 0 {
		return // the axis says that
	}
	if text := l.write(v); l.width(text) <= room {
		l.word(l.Room, text, x, top-l.line(), 0.5, InkText)
	}
}

func (l *layout) total(slot int, top float64) {
	if text := l.write(l.Picture.total(slot)); l.width(text) <= l.slotWidth() {
		l.word(l.Room, text, l.middle(slot), top-l.line(), 0.5, InkText)
	}
}

// lines draws a line for each series, with a gap where there is no figure.
func (l *layout) lines() {
	last := l.Drawing.First + l.Shown
	for series, s := range l.Series {
		for slot := l.Drawing.First + 1; slot < last; slot++ {
			from, to := l.Cell(At{slot - 1, series}).Value, l.Cell(At{slot, series}).Value
			if !math.IsNaN(from) && !math.IsNaN(to) {
				l.stretch(s, l.middle(slot-1), l.y(from), l.middle(slot), l.y(to), l.Text)
			}
		}
		for slot := l.Drawing.First; slot < last; slot++ {
			at, size := At{slot, series}, l.Text
			v := l.Cell(at).Value
			if math.IsNaN(v) {
				continue
			}
			l.point(s, l.middle(slot), l.y(v), l.Text)
			l.hit(at, l.middle(slot)-size/2, l.y(v)-size/2, size, size)
			if slot == last-1 && len(l.Series) == 1 {
				l.figure(at, l.middle(slot), l.y(v)-size/3, l.slotWidth())
			}
		}
	}
}

// ends marks where there are more slots than fit.
func (l *layout) ends() {
	y := l.bottom
	if l.Drawing.First > 0 {
		l.further(l.left-wordGap/4*l.Text, y, -1, 0)
	}
	if l.Drawing.First+l.Shown < len(l.Slots) {
		l.further(l.right, y, 1, 0)
	}
}
