package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
)

// TestVisitByKeysAlone is the counter's fastest visit: beside the words, eight key presses.
func TestVisitByKeysAlone(t *testing.T) {
	v := newVisitBench(t)
	v.w.do("logVisit") // Ctrl+N
	v.typed("ann")
	v.press(fyne.KeyReturn)
	v.typed("Pannier set")
	v.press(fyne.KeyTab, fyne.KeyRight) // not available
	v.press(fyne.KeyReturn)             // + Another item
	v.typed("Saddle bag")               //
	v.press(fyne.KeyTab, fyne.KeySpace) // accepted
	v.ctrlEnter()
	e := v.lastVisit()
	r := e.Visit.Requests[0]
	if e.Visit.CustomerID != v.ann || e.Visit.ServedBy != v.mike || e.Visit.At != models.MomentOf(v.clock.Now()) {
		t.Errorf("the visit is %+v", e.Visit)
	}
	if r.Item != "Pannier set" || r.Reason != models.ReasonOutOfStock || r.State != models.RequestSubstituted {
		t.Errorf("the request is %+v", r)
	}
	if len(r.Alternatives) != 1 || r.Alternatives[0].Description != "Saddle bag" || r.Alternatives[0].State != models.AlternativeAccepted {
		t.Errorf("the offers are %+v", r.Alternatives)
	}
	if v.w.place != PlaceCustomers {
		t.Errorf("after saving, %s is shown", v.w.place)
	}
	if body, _, err := v.store().Draft(visitDraft); err != nil || body != "" {
		t.Errorf("after saving, the draft is %q, %v", body, err)
	}
}

// TestWeDidNotHaveIt is three clicks and the thing's name: the button, "Nothing suitable", Save.
func TestWeDidNotHaveIt(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Stranger: true, Unavailable: true})
	v.typed("Recumbent trike")
	s := v.screen()
	v.pick(s.requests[0].offers.add, len(models.AlternativeKinds))
	s.onSave()
	e := v.lastVisit()
	r := e.Visit.Requests[0]
	if e.Visit.CustomerID != 0 || r.Item != "Recumbent trike" || r.State != models.RequestLost || r.LostReason != models.LostNothingSuitable {
		t.Errorf("stored %+v with %+v", e.Visit, r)
	}
	if v.w.place != PlaceLog {
		t.Errorf("after saving, %s is shown", v.w.place)
	}
}

func TestOrderedInForAStrangerAsksWhomToTell(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Stranger: true, Unavailable: true})
	v.typed("Recumbent trike")
	s := v.screen()
	v.pick(s.requests[0].offers.add, 1)
	v.typed("two weeks")
	row := s.requests[0].offers.rows[0]
	v.pick(row.answer, 0)
	v.ctrlEnter()
	if got := s.who.person.field.Problem(); got == "" || v.logN() != 1 {
		t.Fatalf("beside the customer stands %q; %d requests are in the log", got, v.logN())
	}
	v.typed("Lin Tao")
	v.press(fyne.KeyReturn) // nobody of that name: added
	v.typed("0171 555 0199")
	if back := s.after.back.value(); back != backArrives {
		t.Errorf("get back to them: %q", back)
	}
	v.ctrlEnter()
	e := v.lastVisit()
	c, err := v.store().Customer(e.Visit.CustomerID)
	v.must(err)
	card, err := v.store().Card(c.ID)
	v.must(err)
	if c.Name != "Lin Tao" || c.Phone() != "0171 555 0199" || len(card.Waiting) != 1 || e.FollowUpOn != "" {
		t.Errorf("stored %+v, waiting for %+v, follow-up %q", c, card.Waiting, e.FollowUpOn)
	}
}

func TestThinkingProposesToGetBack(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann, Unavailable: true})
	v.typed("Folding bicycle")
	s := v.screen()
	v.pick(s.requests[0].offers.add, 0)
	v.typed("Hub-gear bike")
	answer := s.requests[0].offers.rows[0].answer
	v.pick(answer, 2)
	if got := s.after.back.value(); got != backIn3Days {
		t.Fatalf("thinking proposes %q", got)
	}
	v.pick(answer, 1)
	if got := s.after.back.value(); got != backNot {
		t.Errorf("declined proposes %q", got)
	}
	v.pick(s.after.back.chips, 1)
	v.pick(answer, 2)
	v.pick(answer, 1)
	if got := s.after.back.value(); got != backIn3Days {
		t.Errorf("what the owner chose became %q", got)
	}
	v.ctrlEnter()
	if e := v.lastVisit(); e.FollowUpOn != v.store().Today().AddDays(3) {
		t.Errorf("get back on %s", e.FollowUpOn)
	}
}

func TestOnlyOneOfferIsTaken(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Stranger: true, Unavailable: true})
	v.typed("Folding bicycle")
	offers := v.screen().requests[0].offers
	for _, what := range []string{"Hub-gear bike", "Scooter"} {
		v.pick(offers.add, 0)
		v.typed(what)
		v.pick(offers.rows[len(offers.rows)-1].answer, 0)
	}
	if a, b := offers.rows[0].state(), offers.rows[1].state(); a != models.AlternativeOffered || b != models.AlternativeAccepted {
		t.Errorf("the answers are %s and %s", a, b)
	}
	offers.remove(offers.rows[1])
	v.ctrlEnter()
	if r := v.lastVisit().Visit.Requests[0]; len(r.Alternatives) != 1 || r.State != models.RequestUnavailable {
		t.Errorf("stored %+v", r)
	}
}

// TestSenderInTheSameBreath adds a customer and the one who sent them, and the thank-you that follows.
func TestSenderInTheSameBreath(t *testing.T) {
	v := newVisitBench(t)
	v.w.do("logVisit")
	v.typed("Peter Lowe")
	v.press(fyne.KeyReturn)
	v.typed("0171 555 0177")
	s := v.screen()
	v.write(s.requests[0].itemField, "Pannier set")
	v.write(s.after.sender.field, "hughes")
	v.press(fyne.KeyReturn)
	v.ctrlEnter()
	rows, n, err := v.store().ThankYous(models.ThanksFilter{Limit: 5})
	v.must(err)
	if n != 1 || rows[0].CustomerID != v.ann || rows[0].Referee != "Peter Lowe" {
		t.Errorf("%d thank-yous: %+v", n, rows)
	}
}

func TestSenderIsNotAskedWhereItIsKnown(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann})
	s := v.screen()
	if s.after.sender.object.Visible() || s.after.record.Hidden {
		t.Error("who sent somebody who was here before is asked")
	}
	v.press(fyne.KeyTab)
	s.who.person.find.Clear()
	s.who.person.cleared()
	if !s.after.sender.object.Visible() {
		t.Error("who sent somebody not named yet is not asked")
	}
}

func TestSeveralRequests(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann})
	s := v.screen()
	v.typed("Inner tube")
	s.onAlso() // stays empty
	s.onAlso()
	v.typed("Club jersey")
	s.removeRequest(s.requests[0])
	if got := s.requests[0].item.Text(); len(s.requests) != 2 || got != "" {
		t.Fatalf("%d requests, the first is %q", len(s.requests), got)
	}
	v.takeToast() // the toast brings it back
	if got := s.requests[0].item.Text(); len(s.requests) != 3 || got != "Inner tube" {
		t.Fatalf("after Undo %d requests, the first is %q", len(s.requests), got)
	}
	v.press(fyne.KeyTab) // leaves the list of things open no longer
	v.ctrlEnter()
	requests := v.lastVisit().Visit.Requests
	if len(requests) != 2 || requests[0].Item != "Inner tube" || requests[1].Item != "Club jersey" {
		t.Errorf("stored %+v", requests)
	}
}

func TestCancelAndSaveAreTakenBack(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann})
	v.typed("Inner tube")
	s := v.screen()
	s.onCancel()
	v.pass()
	if body, _, err := v.store().Draft(visitDraft); err != nil || body != "" || v.w.place == PlaceVisit {
		t.Fatalf("after Cancel the draft is %q, %v, and %s is shown", body, err, v.w.place)
	}
	v.w.LogVisit(VisitStart{Customer: v.jurgen})
	if got := s.requests[0].item.Text(); got != "" {
		t.Errorf("a new visit begins with %q", got)
	}
	s.onCancel()
	v.w.LogVisit(VisitStart{Customer: v.ann})
	v.typed("Inner tube")
	v.ctrlEnter()
	v.takeToast()
	if got := s.requests[0].item.Text(); got != "Inner tube" || v.w.place != PlaceVisit || v.logN() != 1 {
		t.Errorf("after Undo the form has %q, %s is shown, %d requests are in the log", got, v.w.place, v.logN())
	}
	v.ctrlEnter()
	if v.logN() != 2 {
		t.Errorf("saved again: %d requests", v.logN())
	}
}

func TestChangeAndDeleteAVisit(t *testing.T) {
	v := newVisitBench(t)
	first := v.lastVisit()
	v.w.EditVisit(first.Visit.ID)
	s := v.screen()
	v.write(s.after.spent.field, "18.5")
	v.press(fyne.KeyTab)
	v.w.Show(PlaceToday)
	v.takeToast() // "go on with it"
	if got := s.after.spent.entry.Text; got != "£18.50" || v.w.place != PlaceVisit {
		t.Fatalf("coming back, the amount is %q and %s is shown", got, v.w.place)
	}
	v.ctrlEnter()
	e := v.lastVisit()
	if e.Visit.ID != first.Visit.ID || e.Visit.Amount != 1850 || e.Visit.At != first.Visit.At || v.logN() != 1 {
		t.Errorf("stored %+v, %d in the log", e.Visit, v.logN())
	}
	v.w.EditVisit(first.Visit.ID)
	test.Tap(s.remove)
	if v.logN() != 0 {
		t.Error("the visit is still there")
	}
	v.takeToast()
	if v.logN() != 1 {
		t.Error("Undo does not bring the visit back")
	}
}
