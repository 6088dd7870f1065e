package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestTheFormLeadsBack leaves the form by Cancel, by Escape and by deleting, to where it was opened from.
func TestTheFormLeadsBack(t *testing.T) {
	escape := func(v *visitBench) {
		v.w.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	for name, c := range map[string]struct {
		from  Place
		open  func(v *visitBench)
		leave func(v *visitBench)
	}{
		"a new one cancelled on Today": {PlaceToday,
			func(v *visitBench) { v.w.LogVisit(VisitStart{Customer: v.ann}) },
			func(v *visitBench) { v.screen().onCancel() }},
		"a new one escaped from the thank-yous": {PlaceThanks,
			func(v *visitBench) { v.w.do("logVisit"); v.typed("ann"); v.press(fyne.KeyReturn) }, escape},
		"one of the log cancelled": {PlaceLog,
			func(v *visitBench) { v.w.EditVisit(v.lastVisit().Visit.ID) },
			func(v *visitBench) { v.screen().onCancel() }},
		"one of the log escaped": {PlaceReferrals,
			func(v *visitBench) { v.w.EditVisit(v.lastVisit().Visit.ID); v.w.focusIn(v.screen().who.at.field) }, escape},
		"one of the log deleted": {PlaceLog,
			func(v *visitBench) { v.w.EditVisit(v.lastVisit().Visit.ID) },
			func(v *visitBench) { test.Tap(v.screen().remove) }},
		"another begun in the form itself": {PlaceSpecialists,
			func(v *visitBench) { v.w.do("logVisit"); v.screen().onMissed() },
			func(v *visitBench) { v.screen().onCancel() }},
	} {
		t.Run(name, func(t *testing.T) {
			v := newVisitBench(t)
			v.w.Show(c.from)
			c.open(v)
			c.leave(v)
			if v.w.place != c.from {
				t.Errorf("opened from %s, the form leads to %s", c.from, v.w.place)
			}
		})
	}
}

// TestTheCardComesBack opens the form from a customer's card, for that customer and for another.
func TestTheCardComesBack(t *testing.T) {
	v := newVisitBench(t)
	v.w.OpenCustomer(v.jurgen)
	for _, start := range []VisitStart{{Customer: v.jurgen}, {Customer: v.ann}} {
		v.w.LogVisit(start)
		v.screen().onCancel()
		if card := v.w.screens[PlaceCustomers].(*customersScreen).card; v.w.place != PlaceCustomers || card.id != v.jurgen {
			t.Errorf("%s is shown, with the card of customer %d", v.w.place, card.id)
		}
	}
}
