package models_test

import (
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The whole of a day at the counter: what is said in one breath is stored in one, and taken back in one.
func TestADayAtTheCounter(t *testing.T) {
	store, clock := modelstest.New(t)
	mike := modelstest.Staff(t, store, "Mike")
	spoke := modelstest.Specialist(t, store, "Spoke Works", "wheel building")
	ann := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
	peter := &models.Customer{Name: "Peter Lowe"}
	peter.SetContact(models.ContactPhone, "+44 171 555 0199")

	e := &models.VisitEntry{
		NewCustomer: peter,
		BroughtBy:   models.Referrer{CustomerID: ann},
		FollowUpOn:  store.Today().AddDays(3),
		Visit: models.Visit{At: models.MomentOf(clock.Now()), ServedBy: mike, AskedFor: mike, Amount: 1800, Extra: "Oiled the chain", HowLeft: models.LeftDelighted,
			Requests: []models.Request{
				{Item: "Brooks saddle, honey", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{
					{Kind: models.AnotherItem, Description: "Brooks saddle, black", State: models.AlternativeDeclined},
					{Kind: models.OrderIn, Description: "10 days", DueOn: "2026-12-01", State: models.AlternativeAccepted}}},
				{Item: "Wheel rebuild", Reason: models.ReasonNotOurTrade, Alternatives: []models.Alternative{
					{Kind: models.ToSpecialist, SpecialistID: spoke, State: models.AlternativeAccepted, Consent: true}}},
				{Item: "Inner tube"}}},
	}
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	visitChange := store.LastChange()

	due, n, err := store.ThankYous(models.ThanksFilter{Limit: 10})
	if err != nil || n != 1 {
		t.Fatalf("thank-yous due: %d, %v", n, err)
	}
	if got := due[0]; got.Name != "Ann Hughes" || got.Referee != "Peter Lowe" || got.FirstBought != "Brooks saddle, honey" || got.NthSent != 1 || got.Rung != models.RungAdvocate {
		t.Errorf("thank-you: %+v", got)
	}
	card, err := store.Card(e.Visit.CustomerID)
	if err != nil {
		t.Fatal(err)
	}
	if len(card.Waiting) != 1 || card.Waiting[0].Item != "Brooks saddle, honey" || len(card.SentTo) != 1 || card.Referral == nil || card.Referral.Referrer != "Ann Hughes" || card.AsksFor != "Mike" {
		t.Errorf("card: %+v", card)
	}
	story, _, _, err := store.Story(e.Visit.CustomerID, models.StoryFilter{Limit: 50})
	if err != nil || len(story) != 4 {
		t.Fatalf("story: %d entries, %v", len(story), err)
	}
	if r := story[0].Visit.Requests; len(r) != 3 || len(r[0].Alternatives) != 2 || r[0].State != models.RequestOrderedIn || r[1].State != models.RequestReferredOut {
		t.Errorf("requests: %+v", r)
	}

	if err := store.Undo(visitChange); err != nil {
		t.Fatal(err)
	}
	if _, n, _ := store.ThankYous(models.ThanksFilter{Limit: 10}); n != 0 {
		t.Errorf("after undo %d thank-yous are due", n)
	}
	if hits, _ := store.FindCustomers("lowe", 8); len(hits) != 0 {
		t.Errorf("after undo the new customer is still found: %+v", hits)
	}
	if err := store.Redo(); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"low", "eter", "171 555 0199", "+44 (171) 555-0199", "199", "p", "pe lo"} {
		if hits, err := store.FindCustomers(text, 8); err != nil || len(hits) == 0 || hits[0].Name != "Peter Lowe" {
			t.Errorf("%q finds %+v, %v", text, hits, err)
		}
	}
	if _, n, _ := store.ThankYous(models.ThanksFilter{Limit: 10}); n != 1 {
		t.Errorf("after redo %d thank-yous are due", n)
	}
	page, err := store.TodayPage()
	if err != nil || page.Month.Visits != 1 || page.Month.Unavailable != 2 || page.Month.Rescued != 2 || page.ThanksN != 1 || len(page.Found) != 1 {
		t.Errorf("today: %+v, %v", page, err)
	}
	rows, err := store.NewestRequests(models.LogFilter{}, 10)
	if n := len(rows); err != nil || n != 3 || rows[0].Customer != "Peter Lowe" {
		t.Errorf("service log: %+v %v", rows, err)
	}
	if _, err := store.CopyTo(t.Context(), filepath.Join(t.TempDir(), "copy.goodturn")); err != nil {
		t.Error(err)
	}
	clock.Days(4)
	if page, _ := store.TodayPage(); page.CallN != 1 || page.Calls[0].Customer != "Peter Lowe" {
		t.Errorf("after four days: %+v", page.Calls)
	}
	clock.Days(7)
	if page, err := store.TodayPage(); err != nil || page.CallN != 3 {
		t.Errorf("after eleven days: %+v %v", page.Calls, err)
	}
}
