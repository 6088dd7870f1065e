package models_test

import (
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestAmountsKeepTheirWorthWithOtherDecimals(t *testing.T) {
	store, _ := modelstest.New(t)
	e := &models.VisitEntry{NewCustomer: &models.Customer{Name: "Ann"}, Visit: models.Visit{At: models.MomentOf(store.Now()), Amount: 1800,
		Requests: []models.Request{{Item: "Lamp", Reason: models.ReasonOutOfStock, Worth: 4000, Alternatives: []models.Alternative{
			{Kind: models.AnotherItem, Description: "Torch", Price: 900, State: models.AlternativeAccepted}}}}}}
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	ann := e.Visit.CustomerID
	if err := store.AddThankYou(&models.ThankYou{CustomerID: ann, TalkingPoint: "the cake", Reward: "Flowers", Cost: 1250}); err != nil {
		t.Fatal(err)
	}
	wantAmounts(t, store, e.Visit.ID, 1800, 900, 1250)
	wantProblem(t, withDecimals(t, store, 0), "decimals", "shop.decimalsLost") // the flowers' half
	wantAmounts(t, store, e.Visit.ID, 1800, 900, 1250)
	if err := withDecimals(t, store, 3); err != nil {
		t.Fatal(err)
	}
	wantAmounts(t, store, e.Visit.ID, 18000, 9000, 12500)
	wantWorth(t, store, e.Visit.ID, 40000)
	if err := withDecimals(t, store, 1); err != nil {
		t.Fatal(err)
	}
	wantAmounts(t, store, e.Visit.ID, 180, 90, 125)
	again := &models.VisitEntry{NewCustomer: &models.Customer{Name: "Ben"}, Visit: models.Visit{At: models.MomentOf(store.Now()),
		Requests: []models.Request{{Item: "Lamp", Reason: models.ReasonOutOfStock, Worth: 300, NothingSuitable: true}}}}
	if err := store.SaveVisit(again); err != nil {
		t.Fatal(err)
	}
	wantStake(t, store, 300) // Ann took the torch
	if err := withDecimals(t, store, 2); err != nil {
		t.Fatal(err)
	}
	wantStake(t, store, 3000)
	checkRules(t, store.Path())
}

func withDecimals(t *testing.T, store *models.Store, decimals int) error {
	t.Helper()
	shop, err := store.Shop()
	if err != nil {
		t.Fatal(err)
	}
	shop.Name, shop.Decimals = "Harbour Cycles", decimals
	return store.SaveShop(&shop)
}

func wantWorth(t *testing.T, store *models.Store, visit models.VisitID, want models.Money) {
	t.Helper()
	e, err := store.Visit(visit)
	if err != nil || e.Visit.Requests[0].Worth != want {
		t.Fatalf("the sale is worth %+v (%v), want %d", e.Visit.Requests, err, want)
	}
}

// wantStake fails unless this is at stake for the lamps that were missed.
func wantStake(t *testing.T, store *models.Store, want models.Money) {
	t.Helper()
	rows, _, err := store.WantedItems(models.WantedFilter{Limit: 1})
	if err != nil || len(rows) != 1 || rows[0].Stake != want {
		t.Fatalf("wanted are %+v (%v), want %d at stake", rows, err, want)
	}
}

// wantAmounts compares every amount of a visit's customer with what it is to be.
func wantAmounts(t *testing.T, store *models.Store, visit models.VisitID, spent, price, cost models.Money) {
	t.Helper()
	e, err := store.Visit(visit)
	if err != nil {
		t.Fatal(err)
	}
	ann, err := store.Customer(e.Visit.CustomerID)
	if err != nil {
		t.Fatal(err)
	}
	due, _, err := store.ThankYous(models.ThanksFilter{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	if e.Visit.Amount != spent || ann.Spent != spent || e.Visit.Requests[0].Alternatives[0].Price != price || due[0].Cost != cost {
		t.Fatalf("the visit %d, all of them %d, the offer %d, the thanks %d; want %d, %d and %d", e.Visit.Amount, ann.Spent,
			e.Visit.Requests[0].Alternatives[0].Price, due[0].Cost, spent, price, cost)
	}
}
