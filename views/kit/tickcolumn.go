package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TickColumn lets the boxes of a list be ticked many at a time, as rows of a List are picked: a click with Shift ticks all from the
// last one turned over, as that one is; Up and Down go along the boxes, with Shift they tick on the way; Ctrl+A ticks all there are.
type TickColumn struct {
	onTick func(first, last int, on bool)
	onAll  func()
	ticks  []*Tick
	anchor int  // the box that was turned over last; -1 for none
	shift  bool // the key is down
}

// NewTickColumn makes a column without boxes. onTick is called once the boxes from first to last are as on says; onAll by Ctrl+A, and
// ticks them itself.
func NewTickColumn(onTick func(first, last int, on bool), onAll func()) *TickColumn {
	return &TickColumn{onTick: onTick, onAll: onAll, anchor: -1}
}

// Set takes these boxes, from top to bottom, in the place of those before. What is turned over from now on is told by place.
func (c *TickColumn) Set(ticks []*Tick) {
	c.anchor = -1
	c.ticks = ticks
	for i, t := range ticks {
		t.column, t.place = c, i
	}
}

// turn turns a box over, or all from the anchor to it as the anchor is.
func (c *TickColumn) turn(place int, through bool) {
	first, last, on := place, place, !c.ticks[place].on
	if through && c.anchor >= 0 {
		first, last, on = min(c.anchor, place), max(c.anchor, place), c.ticks[c.anchor].on
	} else {
		c.anchor = place
	}
	for _, t := range c.ticks[first : last+1] {
		t.SetOn(on)
	}
	c.onTick(first, last, on)
}

// step goes to the box above or below, and with Shift gives it what the one it comes from has.
func (c *TickColumn) step(from, by int) {
	to := from + by
	if to < 0 || to >= len(c.ticks) {
		return
	}
	if c.shift {
		c.anchor = from
		c.turn(to, true)
	}
	focusOn(c.ticks[to])
}

// stepBy is how far a key goes along a column; 0 for not at all.
func stepBy(key *fyne.KeyEvent) int {
	switch key.Name {
	case fyne.KeyUp:
		return -1
	case fyne.KeyDown:
		return 1
	}
	return 0
}

// MouseDown notes whether a click is with Shift.
func (t *Tick) MouseDown(e *desktop.MouseEvent) { t.through = e.Modifier&fyne.KeyModifierShift != 0 }

// MouseUp changes nothing: the click does.
func (t *Tick) MouseUp(*desktop.MouseEvent) {}

// KeyDown notes Shift.
func (t *Tick) KeyDown(key *fyne.KeyEvent) {
	if t.column != nil && isShift(key) {
		t.column.shift = true
	}
}

// KeyUp notes that Shift was let go.
func (t *Tick) KeyUp(key *fyne.KeyEvent) {
	if t.column != nil && isShift(key) {
		t.column.shift = false
	}
}

// TypedShortcut ticks all of its column with Ctrl+A, and hands every other shortcut on.
func (t *Tick) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all && t.column != nil {
		t.column.onAll()
		return
	}
	shortcutFrom(t, s)
}
