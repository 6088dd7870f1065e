package views

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// clickFirst clicks once into the first row of a list, beside its words.
func (b *bench) clickFirst(list *kit.List) {
	b.t.Helper()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(list)
	test.TapCanvas(b.w.canvas(), at.AddXY(list.Size().Width/2, 20))
}

// TestOneClickShowsWhatARowIsAbout clicks once in every list that has no card beside it.
func TestOneClickShowsWhatARowIsAbout(t *testing.T) {
	b := owing(t, "Ann Hughes")
	b.must(b.store().MarkThanked([]models.ThankYouID{b.due()[0].ID}, 0, ""))
	sendAway(b, modelstest.Specialist(t, b.store(), "Spoke Works", "wheels"))

	b.w.do("log")
	b.clickFirst(b.w.screens[PlaceLog].(*serviceLogScreen).list)
	if b.w.place != PlaceVisit {
		t.Errorf("a click in the service log shows %s", b.w.place)
	}
	thanks := b.thanks()
	thanks.tab.SetValue(tabDone)
	thanks.onTab(tabDone)
	b.clickFirst(thanks.done.list)
	if b.w.place != PlaceCustomers {
		t.Errorf("a click on somebody thanked shows %s", b.w.place)
	}
	referrals := b.referralsScreen()
	referrals.side.SetValue(sideSent)
	referrals.onSide(sideSent)
	b.clickFirst(referrals.sent.list)
	if !b.sheetHolds("Spoke Works") {
		t.Error("a click on somebody sent to a specialist does not ask how it went")
	}
}

// sendAway logs a visit of a new customer who is sent to a specialist.
func sendAway(b *bench, to models.SpecialistID) {
	b.t.Helper()
	e := &models.VisitEntry{NewCustomer: &models.Customer{Name: "Dana Fox"}, Visit: models.Visit{At: models.MomentOf(b.clock.Now()),
		Requests: []models.Request{{Item: "Wheel", Reason: models.ReasonNotOurTrade, Alternatives: []models.Alternative{
			{Kind: models.ToSpecialist, SpecialistID: to, State: models.AlternativeAccepted}}}}}}
	b.must(b.store().SaveVisit(e))
}

func TestAClickInANarrowWindowShowsTheSpecialist(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		modelstest.Specialist(t, store, "Spoke Works", "wheels")
	})
	b.w.do("specialists")
	b.w.win.Resize(fyne.NewSize(640, 700))
	s := b.w.screens[PlaceSpecialists].(*specialistsScreen)
	if slices.Contains(drawnWords(s.content), kit.T("specialists.theySent")) {
		t.Fatal("a narrow window shows both list and card")
	}
	b.clickFirst(s.list)
	if !slices.Contains(drawnWords(s.content), kit.T("specialists.theySent")) {
		t.Error("a click does not show the card")
	}
}
