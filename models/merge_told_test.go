package models_test

import (
	"fmt"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// A merge is told on the card of the one who stays, though nothing else on it changed, and so is the parting, whoever did either.
func TestTheCardThatStaysTellsOfTheMerge(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, anne := modelstest.Customer(t, store, "Ann Lee", ""), modelstest.Customer(t, store, "Ann Li", "")
	told := func(card models.CustomerID) (lines []string) {
		t.Helper()
		story, _, _, err := store.Story(card, models.StoryFilter{Part: models.StoryChanges, Limit: 20})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range story {
			for _, f := range e.Edit.Fields {
				if f.Key() == "customer.merged_into" {
					lines = append(lines, fmt.Sprintf("%s>%s %d%s", f.From, f.To, f.Who, e.Edit.Via))
				}
			}
		}
		return lines
	}
	is := func(want bool) {
		t.Helper()
		if got, err := store.IsMerged(anne, ann); err != nil || got != want {
			t.Errorf("they are one: %t, %v", got, err)
		}
	}
	for _, step := range []struct {
		do   func() error
		want string
	}{
		{func() error { return store.MergeCustomers(ann, anne, nil) }, ">Ann Li 2"},
		{store.UndoLast, "Ann Li> 2undo"},
		{store.Redo, ">Ann Li 2redo"},
		{func() error { return store.PutBack(models.ThingCustomer, int64(anne)) }, "Ann Li> 2"},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		if lines := told(ann); len(lines) == 0 || lines[0] != step.want {
			t.Errorf("the card tells %q, want %q first", lines, step.want)
		}
		is(step.want[0] == '>')
	}
	if lines := told(ann); len(lines) != 4 || !slices.Contains(told(anne), "Ann Lee> 1") {
		t.Errorf("told on the one %q, on the other %q", lines, told(anne))
	}
}
