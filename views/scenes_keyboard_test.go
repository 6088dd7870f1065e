package views

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

// byAnotherKey are the things to be clicked that Tab passes by, since a key does the same wherever the focus is.
var byAnotherKey = map[string]string{
	"*kit.cross":            "closes the sheet, as Escape does",
	"*kit.dimmer":           "closes the sheet, as Escape does",
	"*kit.toast":            "keeps a click from what lies behind it",
	"*widget.scrollBarArea": "scrolls, as the arrows do, and as Tab does by itself",
}

// Everything that can be clicked is reached by Tab, on every page and every sheet; Shift+Tab goes the same way back, and nothing
// keeps the focus.
func TestEverySceneGoesWithoutTheMouse(t *testing.T) {
	s := newStage(t)
	for _, c := range everyScene() {
		t.Run(c.name, func(t *testing.T) {
			s.t = t
			s.set(c)
			s.tabbed(t)
		})
	}
}

// stop is something Tab came to, and what it was then: a row that is out of view is drawn again as another.
type stop struct {
	o      fyne.CanvasObject
	called string
}

// tabbed goes round what is in front by Tab, and back by Shift+Tab.
func (s *stage) tabbed(t *testing.T) {
	t.Helper()
	s.round(t, s.w.canvas().FocusNext) // coming to a thing may show others: the second round has them all
	first := tabSight{reached: map[fyne.CanvasObject]bool{}}
	first.at(s.front(), false)
	on := s.round(t, s.w.canvas().FocusNext)
	back := s.round(t, s.w.canvas().FocusPrevious)
	slices.Reverse(back)
	mustBeOneWay(t, both(on, back), both(back, on))
	last := tabSight{reached: map[fyne.CanvasObject]bool{}}
	for _, at := range on {
		last.reached[at.o] = true
	}
	last.at(s.front(), false)
	for _, o := range last.missed {
		if slices.Contains(first.missed, o) { // a row of a long story may be drawn at the end of a round alone
			t.Errorf("Tab never comes to %s", calledOf(o))
		}
	}
}

// round presses the key until the focus is where it began.
func (s *stage) round(t *testing.T, press func()) (round []stop) {
	t.Helper()
	const tooMany = 500
	s.w.canvas().Unfocus()
	for range tooMany {
		before := s.w.canvas().Focused()
		if tab, ok := before.(fyne.Tabbable); ok && tab.AcceptsTab() {
			t.Errorf("a %T keeps Tab for itself", before)
		}
		press()
		o, ok := s.w.canvas().Focused().(fyne.CanvasObject)
		if !ok || len(round) > 0 && o == round[0].o {
			return round
		}
		at := stop{o, calledOf(o)}
		if again := slices.Index(round, at); again >= 0 {
			s.mustBeGone(t, round[:again], at)
			return round[again:]
		}
		round = append(round, at)
	}
	t.Error("Tab never comes back to where it began")
	return round
}

// mustBeGone complains where Tab comes to the same thing again and something before it is still there: it never gets there any more.
// Rows of a long story that were scrolled out of view are not.
func (s *stage) mustBeGone(t *testing.T, before []stop, again stop) {
	t.Helper()
	for _, at := range before {
		if isDrawn(s.front(), at.o) {
			t.Errorf("Tab comes to %s again, and never more to %s", again.called, at.called)
			return
		}
	}
}

// isDrawn tells whether o is there to be seen within.
func isDrawn(within, o fyne.CanvasObject) bool {
	return within.Visible() && (within == o || slices.ContainsFunc(partsOf(within), func(part fyne.CanvasObject) bool { return isDrawn(part, o) }))
}

// both gives what of a is in b as well, without what holds something else: of what is drawn only where it is looked at, each round
// may have come to another part, and Fyne comes to a list before its rows on both ways.
func both(a, b []stop) (common []stop) {
	for _, at := range a {
		if slices.Contains(b, at) && !slices.ContainsFunc(partsOf(at.o), holdsFocus) {
			common = append(common, at)
		}
	}
	return common
}

// holdsFocus tells whether o takes the focus, or something in it does.
func holdsFocus(o fyne.CanvasObject) bool {
	_, takes := o.(fyne.Focusable)
	return takes || slices.ContainsFunc(partsOf(o), holdsFocus)
}

// mustBeOneWay complains about the first thing to which Shift+Tab does not come back where Tab came to it.
func mustBeOneWay(t *testing.T, on, back []stop) {
	t.Helper()
	for i, at := range on {
		if at != back[i] {
			t.Errorf("Tab comes to %s where Shift+Tab comes to %s, at %d of %d", at.called, back[i].called, i, len(on))
			return
		}
	}
}

// calledOf says which thing o is.
func calledOf(o fyne.CanvasObject) string {
	if told, ok := o.(fyne.Accessible); ok {
		return fmt.Sprintf("%T %q", o, told.AccessibilityLabel())
	}
	return fmt.Sprintf("%T", o)
}

// tabSight goes over what is drawn in a scene, knows what Tab came to, and gathers what it missed.
type tabSight struct {
	reached map[fyne.CanvasObject]bool
	missed  []fyne.CanvasObject
}

// at looks at o and all there is in it; within says whether it is a part of something Tab came to: a choice among others, or a row
// of a list, for which that one has its own keys.
func (l *tabSight) at(o fyne.CanvasObject, within bool) {
	if !o.Visible() {
		return
	}
	if l.misses(o, within) {
		l.missed = append(l.missed, o)
	}
	within = within || l.reached[o]
	for _, part := range partsOf(o) {
		l.at(part, within)
	}
}

// misses tells whether o takes a click or a letter and was not come to. What takes the focus must be come to itself.
func (l *tabSight) misses(o fyne.CanvasObject, within bool) bool {
	_, taps := o.(fyne.Tappable)
	_, focuses := o.(fyne.Focusable)
	if !taps && !focuses || l.reached[o] || byAnotherKey[fmt.Sprintf("%T", o)] != "" {
		return false
	}
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		return false
	}
	return focuses || !within
}
