package models_test

import (
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// What came out is one change: who is printed and what is left of the sheet, and one Undo takes back both.
func TestCameOutIsOneChange(t *testing.T) {
	store, _ := modelstest.New(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ann := modelstest.Customer(t, store, "Ann Hughes", "")
	must(store.AddThankYou(&models.ThankYou{CustomerID: ann, TalkingPoint: "cake", Channel: models.ByCard}))
	ids := []models.ThankYouID{1}
	wanted := func(when string, state models.ThanksState, used string) {
		t.Helper()
		rows, _, err := store.ThankYous(models.ThanksFilter{Limit: 5})
		must(err)
		left, err := store.LabelsLeft()
		must(err)
		got := ""
		if len(left) > 0 {
			got = left[0].Used
		}
		if rows[0].State != state || got != used {
			t.Errorf("%s: she is %s, and the drawer holds %q", when, rows[0].State, got)
		}
	}
	used := models.SheetUsed{Left: models.LabelLeft{Kind: "L7160", Used: "[1]"}}
	if p, ok := models.IsProblem(store.CameOut(ids, &used)); !ok || p.Field != "name" {
		t.Errorf("a sheet without a name: %+v", p)
	}
	wanted("after a problem", models.ThanksOwed, "")
	used.Left.Name = "In the drawer"
	must(store.CameOut(ids, &used))
	wanted("printed", models.ThanksPrinted, "[1]")
	if used.Left.ID == 0 {
		t.Error("the sheet does not know its place in the drawer")
	}
	must(store.UndoLast())
	wanted("undone", models.ThanksOwed, "")
	must(store.CameOut(ids, nil))
	wanted("on no labels", models.ThanksPrinted, "")
	used.Left.ID = 0
	must(store.CameOut(nil, &used))
	used.Full = true
	must(store.CameOut(ids, &used))
	wanted("used up", models.ThanksPrinted, "")
	must(store.CameOut(nil, &models.SheetUsed{Full: true}))
}
