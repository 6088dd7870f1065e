package models_test

import (
	"errors"
	"reflect"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The page of a thing counts people rather than calls, by whatever name they asked, and nothing that was cancelled.
func TestThePageOfAThing(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, ben := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Ben", "")
	asks := func(who models.CustomerID, thing string, worth models.Money, answer models.Answer) models.VisitID {
		t.Helper()
		e := &models.VisitEntry{Visit: models.Visit{CustomerID: who, At: models.MomentOf(store.Now()), Requests: []models.Request{
			{Item: thing, Reason: models.ReasonOutOfStock, Worth: worth, Alternatives: []models.Alternative{instead("Selle", answer, "too dear")}}}}}
		mustDo(t, store.SaveVisit(e))
		return e.Visit.ID
	}
	first := store.Today()
	asks(ann, "saddle", 80_00, models.AlternativeAccepted)
	asks(ann, "saddle", 0, models.AlternativeDeclined)
	clock.Days(40)
	asks(ben, "sadle", 70_00, models.AlternativeAccepted)
	asks(0, "saddle", 0, models.AlternativeDeclined)
	asks(0, "saddle", 0, models.AlternativeDeclined)
	mustDo(t, store.CancelVisit(asks(ben, "saddle", 1_000_00, models.AlternativeDeclined)))
	modelstest.Visit(t, store, ben, "saddle")
	waits(t, store, ben, "saddle", models.OrderIn, "a week")
	mustDo(t, store.MergeItems(itemOf(t, store, "saddle"), itemOf(t, store, "sadle")))
	page, err := store.ItemPage(itemOf(t, store, "saddle"))
	if err != nil {
		t.Fatal(err)
	}
	if page.Name != "saddle" || len(page.Names) != 1 || page.Names[0].Name != "sadle" || page.AskedN != 8 || page.First != first || page.Last != store.Today() {
		t.Errorf("it is %+v", page)
	}
	if page.Missed != 6 || page.Wanted.People != 4 || page.Wanted.First != first {
		t.Errorf("missed %d times, and wanted %+v", page.Missed, page.Wanted)
	}
	if len(page.Waiting) != 1 || page.Waiting[0].Customer != "Ben" || page.Waiting[0].Told != "a week" {
		t.Errorf("there wait %+v", page.Waiting)
	}
	if len(page.Instead) != 2 || page.Instead[1].What != "Selle" || page.Instead[1].Taken != 2 || page.Instead[1].Offered != 5 || page.Instead[0].Kind != models.OrderIn {
		t.Errorf("in its place %+v", page.Instead)
	}
	months := page.Months[len(page.Months)-2:]
	if len(page.Months) != 12 || months[0].Asked+months[1].Asked != 8 || months[1].Month != string(store.Today()[:7]) || months[1].Missed != 4 || months[1].Asked != 6 {
		t.Errorf("by months %+v", page.Months)
	}
	other, err := store.ItemPage(page.Names[0].ID)
	if err != nil || !reflect.DeepEqual(other, page) {
		t.Errorf("by its other name it is %+v, %v", other, err)
	}
	if _, err := store.ItemPage(4711); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("of no thing it gives %v", err)
	}
}
