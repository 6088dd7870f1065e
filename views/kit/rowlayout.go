package kit

import "fyne.io/fyne/v2"

// wordsRoom is the least width for the words of a row, at 100 % text, before its
// badges and buttons go beneath them.
const wordsRoom = 190

// leastWords is the width that the words of a row keep when its tail is cut.
const leastWords = 90

// rowLayout places the three parts of a row: circle, words, and the tail of badges and
// buttons. In a row that may wrap, the tail goes beneath the words when these would
// have too little room: large text in a small window.
type rowLayout struct {
	stacks  bool
	under   bool // the tail goes beneath the words, however much room there is: see List.TailBeneath
	beneath bool // the circle's room is left free
	words   *wordsLayout
	tail    *tailLayout
	narrow  func() bool // the tail is of badges only, or of words only, which may stand beside the title alone
	sided   func() bool // it is of badges and of words, which may stand one beside each line
	width   float32     // at the last layout
}

// narrowRow is the width, at 100 % text, below which badges stand beside one line alone, so that the other has the whole
// width: beside the title, or beneath a title that is too long for that, since it is a name. In wider rows they do where either
// line would be cut.
const narrowRow = 300

// wordsLayout puts the two lines of a row below each other, each with the room it leaves at its right.
type wordsLayout struct {
	vstack
	cuts [2]float32
}

func (l *wordsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.vstack.Layout(objects, size)
	for i, cut := range l.cuts {
		if line := objects[i]; cut > 0 {
			line.Resize(fyne.NewSize(max(size.Width-cut, 0), line.Size().Height))
		}
	}
}

// tailLayout puts what stands at the right of a row side by side or, apart, the badges at the height of the title and the words at
// that of the second line.
type tailLayout struct {
	hstack
	apart bool
}

func (l *tailLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if !l.apart {
		l.hstack.Layout(objects, size)
		return
	}
	side, badges := objects[0], objects[1]
	wide, high := naturalWidth(badges), badges.MinSize().Height
	place(badges, size.Width-wide, 0, wide, high)
	wide = min(naturalWidth(side), size.Width)
	high = HeightFor(side, wide)
	place(side, size.Width-wide, size.Height-high, wide, high)
}

// cutsApart gives the room that the badges take beside the title and the words of the tail beside the second line, at most half of it,
// and whether they stand so: where both beside both lines would cut one of these.
func (l *rowLayout) cutsApart(words, tail fyne.CanvasObject, width float32) (cuts [2]float32, apart bool) {
	if l.under || !tail.Visible() || !l.sided() {
		return cuts, false
	}
	lines, parts := words.(*fyne.Container).Objects, tail.(*fyne.Container).Objects
	room := width - naturalWidth(tail) - gapRow
	if naturalWidth(lines[0]) <= room && naturalWidth(lines[1]) <= room {
		return cuts, false
	}
	return [2]float32{naturalWidth(parts[1]) + gapRow, min(naturalWidth(parts[0]), width/2) + gapRow}, true
}

// besides gives which line of the words the badges stand beside, where they leave the other its whole width.
func (l *rowLayout) besides(words fyne.CanvasObject, width, tail float32) (line int, alone bool) {
	lines, room := words.(*fyne.Container).Objects, width-tail-gapRow
	fits := naturalWidth(lines[0]) <= room
	if !fits {
		line = 1
	}
	return line, l.narrow() && (!fits || l.width < scaled(narrowRow) || naturalWidth(lines[1]) > room)
}

// split gives the widths of circle, words and tail, and whether the tail goes beneath.
func (l *rowLayout) split(objects []fyne.CanvasObject, width float32) (circle, words, tail float32, beneath bool) {
	if objects[0].Visible() || l.beneath {
		circle = objects[0].MinSize().Width + gapRow
	}
	words = width - circle
	if !objects[2].Visible() {
		return circle, words, 0, false
	}
	tail = naturalWidth(objects[2])
	if l.under || l.stacks && words-tail-gapRow < scaled(wordsRoom) && naturalWidth(objects[1]) > words-tail-gapRow {
		return circle, words, min(tail, words), true
	}
	tail = max(min(tail, words-gapRow-scaled(leastWords)), objects[2].MinSize().Width)
	return circle, words - tail - gapRow, tail, false
}

func (l *rowLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	_, words, tail, beneath := l.split(objects, width)
	height := HeightFor(objects[1], words)
	switch {
	case beneath:
		height += gapPart + HeightFor(objects[2], tail)
	case tail > 0:
		height = max(height, HeightFor(objects[2], tail))
	}
	if objects[0].Visible() {
		height = max(height, objects[0].MinSize().Height)
	}
	return height
}

func (l *rowLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	return hstack{gapRow, crossMiddle}.naturalWidth(objects)
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := hstack{gapRow, crossMiddle}.MinSize(objects)
	if l.stacks && l.width > 0 {
		size = fyne.NewSize(over{}.MinSize(objects).Width, l.heightFor(objects, l.width))
	}
	return size
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	circle, words, tail, beneath := l.split(objects, size.Width)
	whole := min(l.heightFor(objects, size.Width), size.Height)
	top := (size.Height - whole) / 2
	wordsHeight := HeightFor(objects[1], words)
	tailHeight := HeightFor(objects[2], tail)
	if objects[0].Visible() {
		face := objects[0].MinSize()
		place(objects[0], 0, middleOf(top, whole, face.Height, beneath), face.Width, face.Height)
	}
	defer l.again(objects[1], objects[2], *l.words, *l.tail)
	l.words.cuts = [2]float32{}
	if l.words.cuts, l.tail.apart = l.cutsApart(objects[1], objects[2], size.Width-circle); l.tail.apart {
		at, wide := middleOf(top, whole, wordsHeight, false), max(l.words.cuts[0], l.words.cuts[1])-gapRow
		place(objects[1], circle, at, size.Width-circle, wordsHeight)
		place(objects[2], size.Width-wide, at, wide, wordsHeight)
		return
	}
	if line, alone := l.besides(objects[1], size.Width-circle, tail); alone && tail > 0 && !beneath {
		l.words.cuts[line] = tail + gapRow
		at := middleOf(top, whole, wordsHeight, false)
		place(objects[1], circle, at, words+tail+gapRow, wordsHeight)
		if line > 0 {
			at += wordsHeight - tailHeight
		}
		place(objects[2], size.Width-tail, at, tail, tailHeight)
		return
	}
	place(objects[1], circle, middleOf(top, whole, wordsHeight, beneath), words, wordsHeight)
	if beneath {
		place(objects[2], circle, top+wordsHeight+gapPart, tail, tailHeight)
		return
	}
	place(objects[2], size.Width-tail, middleOf(top, whole, tailHeight, false), tail, tailHeight)
}

// again lays the words and the tail out once more where only what stands beside what has changed: containers as large as before do not.
func (l *rowLayout) again(words, tail fyne.CanvasObject, wordsBefore wordsLayout, tailBefore tailLayout) {
	if *l.words == wordsBefore && *l.tail == tailBefore {
		return
	}
	for _, o := range []fyne.CanvasObject{words, tail} {
		c := o.(*fyne.Container)
		c.Layout.Layout(c.Objects, c.Size())
	}
}

// middleOf is where something of a height begins in the middle of a row, or at its top.
func middleOf(top, whole, height float32, atTop bool) float32 {
	if atTop {
		return top
	}
	return top + (whole-height)/2
}
