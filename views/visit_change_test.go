package views

import (
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// TestCorrectingPromisesNothing corrects a visit of which everything promised is done.
func TestCorrectingPromisesNothing(t *testing.T) {
	for name, c := range map[string]struct {
		offer models.Alternative
		back  backChoice
	}{
		"thinking": {models.Alternative{Kind: models.AnotherItem, Description: "Hub-gear bike", State: models.AlternativeThinking}, backNot},
		"ordered":  {models.Alternative{Kind: models.OrderIn, Description: "10 days", State: models.AlternativeAccepted}, backArrives},
	} {
		t.Run(name, func(t *testing.T) {
			v := newVisitBench(t)
			r := models.Request{Item: "Folding bicycle", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{c.offer}}
			e := &models.VisitEntry{Visit: models.Visit{CustomerID: v.ann, At: models.MomentOf(v.clock.Now()), Requests: []models.Request{r}}}
			v.must(v.store().SaveVisit(e))
			v.w.EditVisit(e.Visit.ID)
			s := v.screen()
			if got := s.after.back.value(); got != c.back {
				t.Errorf("get back to them: %q", got)
			}
			v.write(kit.NewField("", s.after.note), "A note")
			v.ctrlEnter()
			if e := v.lastVisit(); e.Visit.Note != "A note" || e.FollowUpOn != "" {
				t.Errorf("stored the note %q and a promise for %q", e.Visit.Note, e.FollowUpOn)
			}
		})
	}
}

// TestASavedFormForgetsItsCustomer deletes the customer of the visit saved last, and logs another.
func TestASavedFormForgetsItsCustomer(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann})
	v.typed("Inner tube")
	v.ctrlEnter()
	v.must(v.store().DeleteCustomer(v.ann))
	if v.w.do("logVisit"); kit.SheetOpen(v.w.canvas()) {
		t.Error("logging a visit begins with trouble")
	}
}

// TestServedLastIsOfNewVisits corrects an old visit by somebody else, which tells nothing about who serves now.
func TestServedLastIsOfNewVisits(t *testing.T) {
	v := newVisitBench(t)
	first := v.lastVisit()
	sue := modelstest.Staff(t, v.store(), "Sue")
	v.w.LogVisit(VisitStart{Customer: v.ann})
	s := v.screen()
	s.who.staff.SetValue(idText(sue))
	v.ctrlEnter()
	v.w.EditVisit(first.Visit.ID)
	s.who.staff.SetValue(idText(v.mike))
	v.ctrlEnter()
	if got := s.usualStaff(); got != sue {
		t.Errorf("member of staff %d is proposed, want %d", got, sue)
	}
}

// TestCancelledChangeIsOfferedBack cancels the change of a visit in the log.
func TestCancelledChangeIsOfferedBack(t *testing.T) {
	v := newVisitBench(t)
	first := v.lastVisit()
	v.w.EditVisit(first.Visit.ID)
	s := v.screen()
	s.onCancel()
	if v.w.layer.TakeToast() {
		t.Fatal("nothing was changed, and something is offered")
	}
	v.w.EditVisit(first.Visit.ID)
	v.write(kit.NewField("", s.after.note), "A note")
	s.onCancel()
	v.takeToast()
	if e := s.typed().Entry.Visit; e.Note != "A note" || e.ID != first.Visit.ID || v.w.place != PlaceVisit {
		t.Errorf("brought back %+v; %s is shown", e, v.w.place)
	}
}

// TestAVisitStaysTheirs corrects a visit of somebody who has left the book.
func TestAVisitStaysTheirs(t *testing.T) {
	v := newVisitBench(t)
	first := v.lastVisit()
	v.must(v.store().DeleteCustomer(v.ann))
	v.w.EditVisit(first.Visit.ID)
	s := v.screen()
	if o, ok := s.who.person.find.Chosen(); !ok || o.Title != "Ann Hughes" || o.Second != kit.T("visit.person.left") {
		t.Errorf("the customer is shown as %+v", o)
	}
	v.write(kit.NewField("", s.after.note), "A note")
	v.ctrlEnter()
	if e := v.lastVisit().Visit; e.CustomerID != v.ann || e.Note != "A note" || v.w.place != PlaceLog || kit.SheetOpen(v.w.canvas()) {
		t.Errorf("stored %+v; %s is shown, trouble: %t", e, v.w.place, kit.SheetOpen(v.w.canvas()))
	}
}

// TestSenderOfAnOldVisitIsNotAsked edits a visit: who sent them before is recorded apart, where that can be said.
func TestSenderOfAnOldVisitIsNotAsked(t *testing.T) {
	v := newVisitBench(t)
	v.w.EditVisit(v.lastVisit().Visit.ID)
	if after := v.screen().after; after.sender.object.Visible() || after.record.Hidden {
		t.Error("who sent them is asked")
	}
}

// TestARemovedOfferIsBroughtBack takes away an offer with its day and its answer, and another in which nothing was said.
func TestARemovedOfferIsBroughtBack(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann, Unavailable: true})
	v.typed("Folding bicycle")
	s := v.screen()
	offers := s.requests[0].offers
	v.pick(offers.add, 0)
	offers.remove(offers.rows[0])
	if v.w.layer.TakeToast() {
		t.Fatal("nothing was said, and something is offered")
	}
	v.pick(offers.add, 1)
	v.typed("10 days")
	v.write(offers.rows[0].dueField, "some day")
	v.pick(offers.rows[0].answer, 2)
	before, err := s.typed().body()
	v.must(err)
	offers.remove(offers.rows[0])
	if got := s.typed().Requests[0].Offers; len(got) != 0 {
		t.Fatalf("removed, the offers are %+v", got)
	}
	v.takeToast()
	after, err := s.typed().body()
	v.must(err)
	if after != before {
		t.Errorf("brought back as\n%s\nwant\n%s", after, before)
	}
}

// TestAnOptionOfAnotherList chooses what the list no longer holds.
func TestAnOptionOfAnotherList(t *testing.T) {
	v := newVisitBench(t)
	v.w.do("logVisit")
	p := v.screen().who.person
	for _, id := range []int64{-1, 99} {
		if p.chosen(kit.Option{ID: id}); p.who.Given() {
			t.Errorf("option %d chooses %+v", id, p.who)
		}
	}
}

// TestAskingForProblemsChangesNothing opens the box with a number that is none only when that is said.
func TestAskingForProblemsChangesNothing(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann})
	v.typed("Inner tube")
	s := v.screen()
	r := s.requests[0]
	r.quantity.SetText("many")
	if err := s.problem(s.typed()); err == nil || !r.moreBox.Hidden {
		t.Errorf("problem %v; the box is open: %t", err, !r.moreBox.Hidden)
	}
	v.ctrlEnter()
	if r.moreBox.Hidden || r.quantityField.Problem() == "" {
		t.Errorf("the box is open: %t, and there stands %q", !r.moreBox.Hidden, r.quantityField.Problem())
	}
}
