package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// LabelBox is where a label lies on its sheet, in the sheet's own measure.
type LabelBox struct{ X, Y, W, H float32 }

// LabelSheet is the picture of a sheet of labels, to tell which of them are used. It is laid over the picture of the paper, which it
// leaves to be seen: a used label is crossed out. A click says which label is the first free one, or ticks that one label;
// the arrows move, Space ticks, Enter begins.
type LabelSheet struct {
	control

	// OneByOne has a click tick one label, and not say where to begin.
	OneByOne bool

	onChange      func()
	width, height float32 // of the sheet
	across        int
	boxes         []LabelBox
	used          []bool
	cursor        int
	hover         int // the label the mouse is on; -1 for none
}

// NewLabelSheet makes the picture of no sheet. onChange is called when the owner used or freed a label.
func NewLabelSheet(onChange func()) *LabelSheet {
	l := &LabelSheet{onChange: onChange, hover: -1}
	l.extend(l)
	return l
}

// SetSheet shows another sheet, of a width and height in any measure, whose boxes lie row by row, so many in each. All are free.
func (l *LabelSheet) SetSheet(width, height float32, across int, boxes []LabelBox) {
	l.width, l.height, l.across, l.boxes = width, height, max(across, 1), boxes
	l.used, l.cursor, l.hover = make([]bool, len(boxes)), 0, -1
	l.Refresh()
}

// SetUsed says which labels are used, by their places from 0, without calling onChange. The keyboard goes on at the first free one.
func (l *LabelSheet) SetUsed(places []int) {
	clear(l.used)
	for _, place := range places {
		if place >= 0 && place < len(l.used) {
			l.used[place] = true
		}
	}
	l.cursor = max(slices.Index(l.used, false), 0)
	l.Refresh()
}

// Used gives the places that are used, from 0.
func (l *LabelSheet) Used() []int {
	var places []int
	for place, used := range l.used {
		if used {
			places = append(places, place)
		}
	}
	return places
}

// Begin makes a label the first that is free: those before it are used, and none after it.
func (l *LabelSheet) Begin(place int) {
	for i := range l.used {
		l.used[i] = i < place
	}
	l.changed(place)
}

// Turn uses a label, or frees it.
func (l *LabelSheet) Turn(place int) {
	l.used[place] = !l.used[place]
	l.changed(place)
}

func (l *LabelSheet) changed(cursor int) {
	l.cursor = cursor
	l.Refresh()
	if l.onChange != nil {
		l.onChange()
	}
}

// Tapped does to the label under the mouse what a click does.
func (l *LabelSheet) Tapped(e *fyne.PointEvent) {
	l.focusByMouse()
	place := l.placeAt(e.Position)
	switch {
	case place < 0:
	case l.OneByOne:
		l.Turn(place)
	default:
		l.Begin(place)
	}
}

// TypedKey moves along the labels, and begins at one with Enter.
func (l *LabelSheet) TypedKey(key *fyne.KeyEvent) {
	by := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: +1, fyne.KeyUp: -l.across, fyne.KeyDown: +l.across,
		fyne.KeyHome: -l.cursor, fyne.KeyEnd: len(l.boxes) - 1 - l.cursor}
	if step, moves := by[key.Name]; moves {
		if to := l.cursor + step; to >= 0 && to < len(l.boxes) {
			l.cursor = to
		}
		l.Refresh()
	}
	if isTap(key) && len(l.boxes) > 0 {
		l.Begin(l.cursor)
	}
	l.control.TypedKey(key)
}

// TypedRune uses or frees a label with a space.
func (l *LabelSheet) TypedRune(r rune) {
	if r == ' ' && len(l.boxes) > 0 {
		l.Turn(l.cursor)
	}
}

// MouseMoved marks the label under the mouse.
func (l *LabelSheet) MouseMoved(e *desktop.MouseEvent) { l.hoverOn(l.placeAt(e.Position)) }

// MouseOut ends that.
func (l *LabelSheet) MouseOut() { l.hoverOn(-1) }

func (l *LabelSheet) hoverOn(place int) {
	if l.hover != place {
		l.hover = place
		l.Refresh()
	}
}

// placeAt gives the label at a point; -1 for none.
func (l *LabelSheet) placeAt(at fyne.Position) int {
	for place := range l.boxes {
		corner, size := l.boxOf(place, l.Size())
		if at.X >= corner.X && at.X < corner.X+size.Width && at.Y >= corner.Y && at.Y < corner.Y+size.Height {
			return place
		}
	}
	return -1
}

// boxOf is where a label is drawn: the sheet is as large as its room allows, in the middle of its width.
func (l *LabelSheet) boxOf(place int, room fyne.Size) (fyne.Position, fyne.Size) {
	if l.width <= 0 || l.height <= 0 {
		return fyne.Position{}, fyne.Size{}
	}
	scale := min(room.Width/l.width, room.Height/l.height)
	box, left := l.boxes[place], (room.Width-l.width*scale)/2
	return fyne.NewPos(left+box.X*scale, box.Y*scale), fyne.NewSize(box.W*scale, box.H*scale)
}

// MinSize is small: the picture is drawn at any size.
func (l *LabelSheet) MinSize() fyne.Size { return fyne.NewSize(120, 160) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (l *LabelSheet) CreateRenderer() fyne.WidgetRenderer {
	r := &labelSheetRenderer{sheet: l, ring: newRing()}
	r.paint()
	return r
}
