package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
)

// turnedDown logs that a saddle was not there before, what was offered and what they said.
func (v *visitBench) turnedDown(thing string, offers ...models.Alternative) {
	v.t.Helper()
	v.must(v.store().SaveVisit(&models.VisitEntry{Visit: models.Visit{At: models.MomentOf(v.clock.Now()), Requests: []models.Request{
		{Item: thing, Reason: models.ReasonOutOfStock, Alternatives: offers}}}}))
}

// worked gives the chips of what worked before, one a line.
func (v *visitBench) worked() string {
	var labels []string
	part := v.screen().requests[0].offers.worked
	if part.object.Hidden {
		return ""
	}
	for _, w := range part.found {
		labels = append(labels, workedWords(w))
	}
	return strings.Join(labels, ", ")
}

// While a thing that is not there is typed, what worked before appears, and one key adds it.
func TestWhatWorkedBeforeIsOneKeyAway(t *testing.T) {
	v := newVisitBench(t)
	for range 2 {
		v.turnedDown("Pannier set", models.Alternative{Kind: models.AnotherItem, Description: "Saddle bag", State: models.AlternativeAccepted},
			models.Alternative{Kind: models.ToSpecialist, SpecialistID: 1, State: models.AlternativeDeclined, DeclineReason: "too far"})
	}
	v.w.do("logVisit")
	v.typed("ann")
	v.press(fyne.KeyReturn)
	v.typed("Pannier set")
	if got := v.worked(); got != "" {
		t.Errorf("of a thing that is there it tells %q", got)
	}
	v.press(fyne.KeyTab, fyne.KeyRight) // not available
	if got := v.worked(); got != "Saddle bag, Leather & Co" {
		t.Fatalf("it tells %q", got)
	}
	if said := strings.Join(textsIn(v.screen().requests[0].offers.worked.object), "\n"); !strings.Contains(said, "What worked before") || !strings.Contains(said, "No to Leather & Co: too far") {
		t.Errorf("on the screen stands %s", said)
	}
	v.press(fyne.KeyReturn) // the first of them
	if got := v.worked(); got != "Leather & Co" {
		t.Errorf("with one added it tells %q", got)
	}
	v.press(fyne.KeySpace) // accepted
	v.ctrlEnter()
	r := v.lastVisit().Visit.Requests[0]
	if r.Item != "Pannier set" || len(r.Alternatives) != 1 || r.Alternatives[0].Description != "Saddle bag" || r.State != models.RequestSubstituted {
		t.Errorf("stored %+v", r)
	}
}

// It follows what is typed, comes again with what is taken away, and takes a specialist as one.
func TestWhatWorkedBeforeFollowsTheThing(t *testing.T) {
	v := newVisitBench(t)
	v.turnedDown("Leather grip", models.Alternative{Kind: models.ToSpecialist, SpecialistID: 1, State: models.AlternativeAccepted})
	v.turnedDown("Recumbent trike", models.Alternative{Kind: models.OrderIn, State: models.AlternativeDeclined, DeclineReason: "cannot wait"})
	v.w.LogVisit(VisitStart{Stranger: true, Unavailable: true})
	v.typed("Recumbent trike")
	if got := v.worked(); got != "Order in" {
		t.Errorf("it tells %q", got)
	}
	s := v.screen()
	s.requests[0].item.SetText("")
	v.write(s.requests[0].itemField, "grip")
	if got := v.worked(); got != "Leather & Co" {
		t.Errorf("of a thing like it it tells %q", got)
	}
	v.pick(s.requests[0].offers.worked.chips, 0)
	if offer := s.requests[0].offers.rows[0].read(); offer.Offer.SpecialistID != 1 || v.worked() != "" {
		t.Errorf("offered %+v, and it tells %q still", offer, v.worked())
	}
	s.requests[0].offers.rows[0].onRemove()
	if got := v.worked(); got != "Leather & Co" {
		t.Errorf("when it is taken away it tells %q", got)
	}
	s.requests[0].item.SetText("")
	v.write(s.requests[0].itemField, "Something quite new")
	if got := v.worked(); got != "" {
		t.Errorf("of something quite new it tells %q", got)
	}
}
