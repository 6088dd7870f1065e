package modelstest_test

import (
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The pictures' shop has something real to show on every screen, at any time of the year.
func TestCounterShowsSomethingEverywhere(t *testing.T) {
	clock := modelstest.NewClock()
	path := filepath.Join(t.TempDir(), "counter.goodturn")
	if err := modelstest.Counter(path, clock.Now()); err != nil {
		t.Fatal(err)
	}
	store := modelstest.Open(t, path, clock)
	page, err := store.TodayPage()
	if err != nil {
		t.Fatal(err)
	}
	if page.CallN != 3 || page.Calls[0].Customer != "Maria Okafor" || page.Calls[0].Cause != models.CallCameIn {
		t.Errorf("to call back: %+v", page.Calls)
	}
	if sums, err := store.ThanksSums(models.ThanksFilter{}); err != nil || sums.Given < 3 || sums.Cost != models.Money(450*sums.Given) || page.GiveN == 0 {
		t.Errorf("thanking came to %+v, %d are still to give, %v", sums, page.GiveN, err)
	}
	if page.ThanksN != 5 || page.Month.Visits < 50 || page.Month.Rescued == 0 || page.Month.Rescued >= page.Month.Unavailable || len(page.Found) < 2 {
		t.Errorf("today: %d to thank, %+v, %+v", page.ThanksN, page.Month, page.Found)
	}
	hits, err := store.FindCustomers("ann hu", 1)
	if err != nil || len(hits) != 1 {
		t.Fatalf("Ann: %+v, %v", hits, err)
	}
	card, err := store.Card(hits[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if card.Rung != models.RungAdvocate || card.Customer.VisitN != 31 || card.BroughtN != 2 || card.AsksFor != "Mike" || card.Referral.Referrer != "Jürgen Müller" ||
		len(card.Waiting) != 1 || len(card.ToThank) != 1 || card.GapDays != 35 {
		t.Errorf("Ann's card: %+v", card)
	}
	brings, n, err := store.WhoBrings(models.BringerFilter{Limit: 5})
	if err != nil || n != 5 || len(brings) != 5 || brings[0].Name != "Jürgen Müller" || brings[0].Ever.ThroughN != 6 {
		t.Errorf("who brings: %+v, %v", brings, err)
	}
	specialists, err := store.Specialists("")
	if err != nil || len(specialists) != 4 {
		t.Errorf("specialists: %+v, %v", specialists, err)
	}
	if n, err := store.CountCustomers(models.CustomersAll); n != 41 || err != nil {
		t.Errorf("%d customers, %v", n, err)
	}
	checkShop(t, path)
}
