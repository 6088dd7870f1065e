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
	beneath bool // the circle's room is left free
	words   *wordsLayout
	narrow  func() bool // the tail is of badges only, which may stand beside the title alone
	width   float32     // at the last layout
}

// narrowRow is the width, at 100 % text, below which badges stand beside one line alone, so that the other has the whole
// width: beside the title, or beneath a title that is too long for that, since it is a name. In wider rows they do where either
// line would be cut.
const narrowRow = 300

// wordsLayout puts the lines of a row below each other; one of them leaves room at its right.
type wordsLayout struct {
	vstack
	cut  float32
	line int // which one does
}

func (l *wordsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.vstack.Layout(objects, size)
	if l.cut > 0 {
		line := objects[l.line]
		line.Resize(fyne.NewSize(max(size.Width-l.cut, 0), line.Size().Height))
	}
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
	if l.stacks && words-tail-gapRow < scaled(wordsRoom) && naturalWidth(objects[1]) > words-tail-gapRow {
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
	l.words.cut = 0
	if line, alone := l.besides(objects[1], size.Width-circle, tail); alone && tail > 0 && !beneath {
		l.words.cut, l.words.line = tail+gapRow, line
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

// middleOf is where something of a height begins in the middle of a row, or at its top.
func middleOf(top, whole, height float32, atTop bool) float32 {
	if atTop {
		return top
	}
	return top + (whole-height)/2
}
