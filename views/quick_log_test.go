package views

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// The chips of what was offered, behind those of what worked before.
const (
	quickItem = iota
	quickOrderIn
	quickSpecialist
	quickLater
	quickOther
	quickNothing
)

// A thing that is not there is noted by a word and three clicks from any page, which stays as it is behind the sheet.
func TestNotAvailableInThreeClicksAndAWord(t *testing.T) {
	v := newVisitBench(t)
	v.w.LogVisit(VisitStart{Customer: v.ann})
	v.typed("Inner tube")
	v.w.do("missed")
	v.expectOnTop("We didn’t have it", "Nobody in particular", "What you offered instead", "Out of stock")
	v.typed("Recumbent trike")
	v.press(fyne.KeyReturn)
	for range quickNothing {
		v.press(fyne.KeyRight)
	}
	v.press(fyne.KeySpace)
	if slices.Contains(drawnWords(v.top()), "What did they say?") {
		t.Error("it is asked what they said to nothing")
	}
	v.ctrlEnterSheet()
	if kit.SheetOpen(v.w.canvas()) || v.w.place != PlaceVisit || v.screen().requests[0].item.Text() != "Inner tube" {
		t.Fatal("what stood behind is gone")
	}
	v.expectToast("Noted: Recumbent trike was not available.")
	e := v.lastVisit()
	if r := e.Visit.Requests[0]; e.Visit.CustomerID != 0 || r.Item != "Recumbent trike" || r.Reason != models.ReasonOutOfStock || r.State != models.RequestLost || e.Visit.ServedBy != v.mike {
		t.Errorf("stored is %+v", e.Visit)
	}
	n := v.logN()
	v.takeToast()
	if v.logN() != n-1 {
		t.Error("Undo does not take it back")
	}
}

// What worked before stands among what can be offered as soon as the thing is typed; one key takes it.
func TestNotAvailableOffersWhatWorkedBefore(t *testing.T) {
	v := newVisitBench(t)
	v.turnedDown("Pannier set", models.Alternative{Kind: models.AnotherItem, Description: "Saddle bag", State: models.AlternativeAccepted})
	v.turnedDown("Pannier set", models.Alternative{Kind: models.ToSpecialist, SpecialistID: 1, State: models.AlternativeDeclined})
	v.w.do("today")
	q := showQuickLog(v.w)
	v.typed("pannier set")
	v.expectOnTop("Saddle bag · taken 1 of 1", "Leather & Co · taken 0 of 1")
	v.press(fyne.KeyReturn, fyne.KeySpace) // the first of them
	if q.offer.whatField.Visible() {
		t.Error("it is asked which one it was")
	}
	v.press(fyne.KeyRight, fyne.KeySpace) // declined
	v.ctrlEnterSheet()
	if r := v.lastVisit().Visit.Requests[0]; r.State != models.RequestLost || r.Alternatives[0].Description != "Saddle bag" || r.Alternatives[0].State != models.AlternativeDeclined {
		t.Errorf("stored is %+v", r)
	}
	q = showQuickLog(v.w)
	v.typed("pannier set")
	v.pick(q.offer.chips, 1)
	v.pick(q.offer.answer, 0)
	v.ctrlEnterSheet()
	if r := v.lastVisit().Visit.Requests[0]; r.State != models.RequestReferredOut || r.Alternatives[0].SpecialistID != 1 {
		t.Errorf("stored is %+v", r)
	}
}

// Whoever is known is found by a few letters, and what was promised to them is kept.
func TestNotAvailableForSomebodyByKeysAlone(t *testing.T) {
	v := newVisitBench(t)
	showQuickLog(v.w)
	v.typed("Tandem")
	v.press(fyne.KeyTab)
	v.typed("ann")
	v.press(fyne.KeyReturn, fyne.KeyRight, fyne.KeySpace, fyne.KeySpace) // order in, accepted
	v.ctrlEnterSheet()
	if e := v.lastVisit(); e.Visit.CustomerID != v.ann || e.Visit.Requests[0].State != models.RequestOrderedIn {
		t.Errorf("stored is %+v", e.Visit)
	}
	q := showQuickLog(v.w)
	v.typed("Bell")
	v.pick(q.offer.chips, quickItem)
	v.typed("Horn")
	v.press(fyne.KeyReturn, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace) // thinking
	v.ctrlEnterSheet()
	if r := v.lastVisit().Visit.Requests[0]; r.State != models.RequestUnavailable || r.Alternatives[0].Description != "Horn" || r.Alternatives[0].State != models.AlternativeThinking {
		t.Errorf("stored is %+v", r)
	}
}

// What is missing is said beside its field, nothing is stored, and all that was typed stays.
func TestNotAvailableSaysWhatIsMissing(t *testing.T) {
	v := newVisitBench(t)
	n := v.logN()
	q := showQuickLog(v.w)
	v.ctrlEnterSheet()
	v.expectOnTop(kit.T("problem.request.item"))
	v.typed("Tandem")
	v.ctrlEnterSheet()
	v.expectOnTop(kit.T("problem.alternatives.needed"))
	v.pick(q.offer.chips, quickOrderIn)
	v.pick(q.offer.answer, 0)
	v.ctrlEnterSheet()
	v.expectOnTop(kit.T("problem.customer.neededToTell"))
	v.pick(q.offer.chips, quickSpecialist)
	v.typed("nobody at all")
	v.ctrlEnterSheet()
	v.expectOnTop(kit.T("problem.quick.specialist"))
	v.w.focusIn(q.who.field)
	v.typed("ann")
	v.ctrlEnterSheet()
	v.expectOnTop("Choose “ann” from the list")
	if v.logN() != n || q.item.Text() != "Tandem" {
		t.Errorf("%d are in the log, %q stands in the sheet", v.logN(), q.item.Text())
	}
}

// The last ones stand beneath, each once, and one click logs one again: for whoever stands in the sheet, or for whom it was.
func TestNotAvailableAgain(t *testing.T) {
	v := newVisitBench(t)
	v.turnedDown("Lamp", models.Alternative{Kind: models.AnotherItem, Description: "Torch", State: models.AlternativeAccepted})
	v.turnedDown("Lamp", models.Alternative{Kind: models.AnotherItem, Description: "Torch", State: models.AlternativeAccepted})
	v.must(v.store().SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: v.ann, At: models.MomentOf(v.clock.Now()), Requests: []models.Request{
		{Item: "Bell", Reason: models.ReasonNotCarried, Worth: 8_00, Alternatives: []models.Alternative{{Kind: models.OrderIn, DueOn: v.store().Today().AddDays(5), State: models.AlternativeAccepted}}}}}}))
	v.clock.Days(1)
	n := v.logN()
	q := showQuickLog(v.w)
	if len(q.last) != 2 || q.last[0].Item != "Bell" || q.last[1].Item != "Lamp" {
		t.Fatalf("the last ones are %+v", q.last)
	}
	v.expectOnTop("The last ones", "Order in: Accepted", "Ann Hughes, yesterday", "Torch: Accepted", "Someone passing by")
	q.again(q.last[1])
	e := v.lastVisit()
	if r := e.Visit.Requests[0]; v.logN() != n+1 || e.Visit.CustomerID != 0 || r.Item != "Lamp" || r.State != models.RequestSubstituted || e.Visit.Day != v.store().Today() {
		t.Errorf("stored is %+v", e.Visit)
	}
	q = showQuickLog(v.w)
	q.again(q.last[1])
	if e := v.lastVisit(); e.Visit.CustomerID != v.ann || e.Visit.Requests[0].Worth != 8_00 || e.Visit.Requests[0].Alternatives[0].DueOn != v.store().Today().AddDays(5) {
		t.Errorf("stored is %+v", e.Visit)
	}
	q = showQuickLog(v.w)
	v.w.focusIn(q.who.field)
	v.typed("jürgen")
	v.press(fyne.KeyReturn)
	q.again(q.last[0])
	if e := v.lastVisit(); e.Visit.CustomerID != v.jurgen || e.Visit.Requests[0].Item != "Bell" {
		t.Errorf("stored is %+v", e.Visit)
	}
}

// Where there is more to say, the form of a visit goes on with it.
func TestNotAvailableGoesOnInTheForm(t *testing.T) {
	v := newVisitBench(t)
	q := showQuickLog(v.w)
	v.typed("Tandem")
	v.pick(q.offer.chips, quickLater)
	q.onWhole()
	if v.w.place != PlaceVisit || kit.SheetOpen(v.w.canvas()) {
		t.Fatalf("%s is shown", v.w.place)
	}
	v.ctrlEnter()
	if r := v.lastVisit().Visit.Requests[0]; r.Item != "Tandem" || r.Alternatives[0].Kind != models.Later {
		t.Errorf("stored is %+v", r)
	}
}
