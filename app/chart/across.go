package chart

// across lays out bars that lie, a row for each slot with its name at the left and what it comes to at the right.
func (l *layout) across() {
	em := l.Text
	l.bottom = l.Room.Height
	l.view(l.bottom-l.top, rowHeight*em)
	figures := 0.0
	for slot := range l.Slots {
		l.left = max(l.left, l.width(l.Slots[slot]))
		figures = max(figures, l.width(l.end(slot)))
	}
	l.left = min(l.left, mostOfLabel*l.Room.Width) + wordGap*em
	l.right = max(l.Room.Width-figures-wordGap*em, l.left+em)
	l.ticks = []float64{0, l.most()}
	for slot := l.Drawing.First; slot < l.Drawing.First+l.Shown; slot++ {
		l.row(slot, l.top+float64(slot-l.Drawing.First)*rowHeight*em)
	}
	if l.Drawing.First > 0 {
		l.further(l.left/2, l.top, 0, -1)
	}
	if l.Drawing.First+l.Shown < len(l.Slots) {
		l.further(l.left/2, l.bottom, 0, 1)
	}
}

// row draws one slot.
func (l *layout) row(slot int, top float64) {
	em := l.Text
	words := top + (rowHeight*em-l.line())/2
	name, _ := l.fit(l.Slots[slot], l.left-wordGap*em)
	l.word(l.Room, name, 0, words, 0, InkText)
	x, y := l.left, top+(rowHeight-barHeight)/2*em
	for series, s := range l.Series {
		at := At{slot, series}
		width := (l.right - l.left) * l.value(at) / l.ticks[1]
		l.pattern(s, x, y, width, barHeight*em, em)
		l.hit(at, x, y, width, barHeight*em)
		x += width
	}
	l.word(l.Room, l.end(slot), x+wordGap*em, words, 0, InkText)
}
