package views

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// sideText is the rows of the side that is shown.
func sideText(s *specialistSides) string {
	var all []string
	for i, row := range s.rows.rows {
		if s.rows.object.Objects[i].Visible() && s.rows.object.Visible() {
			all = append(all, strings.ReplaceAll(wordsOn(row), "\n", " "))
		}
	}
	return strings.Join(all, "\n")
}

// A specialist's page has both sides, a page at a time; how it went is answered there, taken back by Undo, and told on the
// customer's story.
func TestBothSidesOfASpecialist(t *testing.T) {
	v := newVisitBench(t)
	for range 60 {
		v.must(v.store().SaveVisit(&models.VisitEntry{Visit: models.Visit{At: models.MomentOf(v.clock.Now()), Requests: []models.Request{
			{Item: "Saddle", Reason: models.ReasonNotOurTrade, Alternatives: []models.Alternative{{Kind: models.ToSpecialist, SpecialistID: 1, State: models.AlternativeAccepted}}}}}}))
	}
	v.clock.Days(1)
	s := v.sends()
	s.requests[0].offers.rows[0].refer.consent.Tapped(nil)
	v.pick(s.requests[0].offers.rows[0].answer, 0)
	v.ctrlEnter()
	other := modelstest.Specialist(t, v.store(), "Spoke Works", "wheels")
	v.w.OpenSpecialist(1)
	screen := v.w.screens[PlaceSpecialists].(*specialistsScreen)
	sides := screen.sides
	if n := strings.Count(sideText(sides), "Saddle"); n != 49 || !strings.Contains(sideText(sides), "Ann Hughes Bent rim today They agreed today that their number is passed on.") {
		t.Fatalf("%d of the first page, which is\n%s", n, sideText(sides))
	}
	v.w.canvas().Focus(sides.more)
	v.keys(fyne.KeyReturn)
	if n := strings.Count(sideText(sides), "Saddle"); n != 60 || sides.more.Visible() {
		t.Errorf("%d after asking for more", n)
	}
	if !sides.rows.rows[50].Holds(v.w.canvas().Focused().(fyne.CanvasObject)) {
		t.Error("the keyboard is not on the first of the rows that came")
	}
	v.clock.Days(7)
	sent, _, err := v.store().ReferralsOut(1, 0, 1)
	v.must(err)
	calls, err := v.store().Calls()
	v.must(err)
	if len(calls) != 1 || calls[0].Cause != models.CallAskHow || calls[0].Specialist != "Leather & Co" {
		t.Fatalf("after seven days to call: %+v", calls)
	}
	v.w.canvas().Focus(sides.rows.rows[0].FocusTarget())
	v.keys(fyne.KeyReturn) // how it went
	v.keys(fyne.KeyReturn) // it went well
	v.keys(fyne.KeyTab)
	v.typed("Better than new")
	v.keys(fyne.KeyReturn)
	if got := sideText(sides); !strings.Contains(got, "“Better than new”") {
		t.Errorf("the page says\n%s", got)
	}
	if focused, ok := v.w.canvas().Focused().(fyne.CanvasObject); !ok || !sides.rows.rows[0].Holds(focused) {
		t.Error("the keyboard left the row that was answered")
	}
	story, _, _, err := v.store().Story(v.ann, models.StoryFilter{Part: models.StoryTurns, Limit: 5})
	v.must(err)
	if len(story) != 1 || story[0].SentTo == nil || story[0].SentTo.OutcomeNote != "Better than new" || story[0].SentTo.Outcome != models.OutcomeSatisfied {
		t.Errorf("the story tells %+v", story)
	}
	v.w.do("undo")
	if row, err := v.store().ReferralOut(sent[0].ID); err != nil || row.Outcome != models.OutcomeUnknown || strings.Contains(sideText(sides), "Better") {
		t.Errorf("after Undo it is %+v, %v", row, err)
	}
	v.pick(sides.side, 1)
	if got := sides.none.Text(); !sides.none.Visible() || !strings.HasPrefix(got, "Leather & Co has not sent you anybody yet.") {
		t.Errorf("of nobody sent by them it says %q", got)
	}
	for i := range 3 {
		id := modelstest.Customer(t, v.store(), fmt.Sprint("Newcomer ", i), "")
		v.must(v.store().SaveReferral(&models.ReferralIn{Referrer: models.Referrer{SpecialistID: 1}, RefereeID: id, OnDay: v.store().Today()}))
	}
	if got := sideText(sides); strings.Count(got, "Newcomer") != 3 || sides.none.Visible() {
		t.Errorf("sent by them:\n%s", got)
	}
	v.w.OpenSpecialist(other)
	if sides.rows.object.Visible() || !sides.none.Visible() {
		t.Errorf("of another the page says\n%s", sideText(sides))
	}
}
