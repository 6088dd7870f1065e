package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// taps does what the line of a menu with these words does.
func taps(t *testing.T, items []kit.MenuItem, key string) {
	t.Helper()
	for _, item := range items {
		if item.Label == kit.T(key) {
			item.OnTap()
			return
		}
	}
	t.Fatalf("%q is not offered", kit.T(key))
}

// A visit is cancelled after it is said what goes with it, in the form or in the log; it counts again, and each has its Undo.
func TestAVisitIsCancelledAndCountsAgain(t *testing.T) {
	v := newVisitBench(t)
	v.must(v.store().SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: v.ann}, RefereeID: v.jurgen}))
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: v.jurgen, At: models.MomentOf(v.clock.Now()), Requests: []models.Request{
		{Item: "Bell", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{{Kind: models.OrderIn, State: models.AlternativeAccepted}}},
		{Item: "Seat", Reason: models.ReasonNotOurTrade, Alternatives: []models.Alternative{{Kind: models.ToSpecialist, SpecialistID: 1, State: models.AlternativeAccepted}}},
		{Item: "Horn", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{{Kind: models.Later, State: models.AlternativeAccepted}}}}}}
	v.must(v.store().SaveVisit(e))
	made := func(want models.VisitMade) {
		t.Helper()
		if got, err := v.store().MadeBy(e.Visit.ID); err != nil || got != want {
			t.Errorf("it made %+v, %v; want %+v", got, err, want)
		}
	}
	all := models.VisitMade{Wants: 1, FollowUps: 1, Sent: 1, Thanks: true}
	made(all)
	v.w.do("log")
	v.w.EditVisit(e.Visit.ID)
	taps(t, v.screen().moreItems(), "visit.cancelIt")
	v.expectOnTop("counts for nothing", "waited for no more", "not be reminded", "how it went at the specialist", "The thank-you to whoever sent them")
	v.ctrlEnterSheet()
	v.expectToast("The visit was cancelled.")
	made(models.VisitMade{})
	if v.w.place != PlaceLog {
		t.Errorf("%s is shown", v.w.place)
	}
	log := v.w.screens[PlaceLog].(*serviceLogScreen)
	if !holdsText(log.Content(), "Cancelled") {
		t.Error("the log does not say that it was cancelled")
	}
	v.takeToast()
	made(all)
	log.list.Select(0)
	taps(t, log.moreItems(), "visit.cancelIt")
	v.ctrlEnterSheet()
	log.list.Select(0)
	taps(t, log.moreItems(), "visit.countAgain")
	v.expectToast("The visit counts again.")
	made(all)
	v.must(v.store().CancelVisit(e.Visit.ID))
	v.w.EditVisit(e.Visit.ID)
	if !holdsText(v.screen().Content(), "This visit was cancelled") {
		t.Error("the form does not say that it was cancelled")
	}
	taps(t, v.screen().moreItems(), "visit.countAgain")
	made(all)
}

// What was changed about a visit is told with it, from what to what.
func TestAVisitTellsWhatWasChanged(t *testing.T) {
	v := newVisitBench(t)
	e := v.lastVisit()
	e.Visit.Note, e.Visit.Amount = "She will be back", 12_50
	v.must(v.store().SaveVisit(e))
	modelstest.Visit(t, v.store(), v.ann, "Bell")
	v.w.EditVisit(e.Visit.ID)
	taps(t, v.screen().moreItems(), "visit.history")
	v.expectOnTop("She will be back", "£12.50", kit.T("changes.event.added"), kit.T("changes.event.changed"))
	if holdsText(v.top(), "Bell") {
		t.Error("another visit is told of")
	}
}

// What was changed while the visit was another customer's is told as well; whoever was erased since is not named.
func TestAVisitThatWasMovedTellsAllThatWasChanged(t *testing.T) {
	v := newVisitBench(t)
	e := v.lastVisit()
	e.Visit.Note = "for Thursday"
	v.must(v.store().SaveVisit(e))
	from, to := e.Visit.CustomerID, v.ann
	if from == to {
		to = v.jurgen
	}
	was, err := v.store().Customer(from)
	v.must(err)
	e.Visit.CustomerID = to
	v.must(v.store().SaveVisit(e))
	told := func() string {
		t.Helper()
		v.w.EditVisit(e.Visit.ID)
		taps(t, v.screen().moreItems(), "visit.history")
		words := strings.Join(drawnWords(v.top()), " ")
		v.press(fyne.KeyEscape)
		return words
	}
	if words := told(); !strings.Contains(words, "for Thursday") || !strings.Contains(words, was.Name) {
		t.Errorf("the history tells %q", words)
	}
	_, err = v.store().EraseCustomer(from)
	v.must(err)
	if words := told(); strings.Contains(words, was.Name) {
		t.Errorf("%s was erased, and the history tells %q", was.Name, words)
	}
}
