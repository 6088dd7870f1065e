package kit

import "fyne.io/fyne/v2"

// cursor is the row the keys start from, which has the ring: the selected one, or the
// first in view.
func (l *List) cursor() int {
	if l.selected >= 0 {
		return l.selected
	}
	first, _ := l.model.between(l.scroll.Offset.Y, l.scroll.Offset.Y+l.scroll.Size().Height)
	return first
}

// TypedKey moves and activates. The first key of a list without a selection selects
// where the ring is.
func (l *List) TypedKey(key *fyne.KeyEvent) {
	at, page := l.cursor(), l.page()
	if l.selected < 0 {
		page = 0
	}
	switch key.Name {
	case fyne.KeyDown:
		l.choose(at + min(page, 1))
	case fyne.KeyUp:
		l.choose(at - min(page, 1))
	case fyne.KeyPageDown:
		l.choose(at + page)
	case fyne.KeyPageUp:
		l.choose(at - page)
	case fyne.KeyHome:
		l.choose(0)
	case fyne.KeyEnd:
		l.choose(l.length() - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.choose(at)
		l.activate(l.selected)
	}
	if l.picks != nil && l.picks.shift && l.selected != at {
		l.extendPick(at)
	}
	l.control.TypedKey(key)
	l.redrawRows()
}

// page is how many rows PageDown goes on.
func (l *List) page() int {
	return max(int(l.Size().Height/max(l.model.height, 1))-1, 1)
}

// FocusGained draws the ring around the row the keys start from.
func (l *List) FocusGained() {
	l.focused = true
	l.redrawRows()
	reveal(l)
}

// FocusLost takes the ring away.
func (l *List) FocusLost() {
	if l.picks != nil {
		l.picks.shift = false
	}
	l.focused, l.clicked = false, false
	l.redrawRows()
}
