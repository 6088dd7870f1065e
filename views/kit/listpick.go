package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// ListPicks is how rows of a List are chosen to do something with all of them at once, beside the one that is selected: a click
// on the circle of a row or Space picks it or lets it go, a click with Shift and Shift with the arrows pick all from the last
// one on, Ctrl+A picks all there are. The list draws nothing of it: RowContent.Pick does.
type ListPicks struct {
	// Picked tells whether row i is picked.
	Picked func(i int) bool
	// OnPick is called when the owner picks the rows from first to last, or lets them go.
	OnPick func(first, last int, on bool)
	// OnPickAll is called by Ctrl+A.
	OnPickAll func()

	anchor int // the row that Shift picks from
	last   int // the row that was picked last
	shift  bool
}

// SetPicks lets rows be picked.
func (l *List) SetPicks(p *ListPicks) {
	p.forget()
	l.picks = p
}

// forget begins anew: the rows are of others now.
func (p *ListPicks) forget() { p.anchor, p.last = -1, -1 }

// pick turns row i over, or picks all from the anchor to it.
func (l *List) pick(i int, through bool) {
	p := l.picks
	if i < 0 || i >= l.length() {
		return
	}
	p.last = i
	if through && p.anchor >= 0 && p.anchor < l.length() {
		p.OnPick(min(p.anchor, i), max(p.anchor, i), true)
		return
	}
	p.anchor = i
	p.OnPick(i, i, !p.Picked(i))
}

// extendPick is what Shift with an arrow does, from the row the arrow left. It goes on with what was picked last only from there:
// nobody between is meant by whoever went elsewhere since.
func (l *List) extendPick(from int) {
	if l.picks.last != from || !l.picks.Picked(from) {
		l.picks.anchor = from
	}
	l.pick(l.selected, true)
}

// KeyDown notes Shift.
func (l *List) KeyDown(key *fyne.KeyEvent) {
	if l.picks != nil {
		l.picks.shift = l.picks.shift || isShift(key)
	}
}

// KeyUp notes that Shift was let go.
func (l *List) KeyUp(key *fyne.KeyEvent) {
	if l.picks != nil {
		l.picks.shift = l.picks.shift && !isShift(key)
	}
}

// TypedShortcut picks all with Ctrl+A, and hands every other shortcut on.
func (l *List) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all && l.picks != nil {
		l.picks.OnPickAll()
		return
	}
	shortcutFrom(l, s)
}

// pressPicks tells whether a press at a place in a row is for picking it.
func (r *listRow) pressPicks(e *desktop.MouseEvent) bool {
	r.through = r.list.picks != nil && e.Modifier&fyne.KeyModifierShift != 0
	return r.through || r.onCircle(e.Position)
}

// onCircle tells whether a place is on the row's circle, or beside it.
func (r *listRow) onCircle(at fyne.Position) bool {
	row, ok := r.child.(*Row)
	if !ok || r.list.picks == nil || !row.avatar.Visible() {
		return false
	}
	return at.X < row.avatar.Position().X+row.avatar.Size().Width+2*gapPart
}
