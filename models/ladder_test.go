package models_test

import (
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The ladder and the second axis, as the design has them, from visits on given days before today.
func TestTheLadder(t *testing.T) {
	for _, c := range []struct {
		what     string
		ago      []int // days before today with a visit, oldest first
		asked    bool  // for a member of staff by name, once
		brought  bool  // somebody who came
		praised  models.PraiseChannel
		rung     models.Rung
		activity models.Activity
		gap      float64
		own      bool
	}{
		{"never here", nil, false, false, "", models.RungProspect, models.ActivityNone, 60, false},
		{"once", []int{0}, false, false, "", models.RungCustomer, models.ActivityActive, 60, false},
		{"twice on one day", []int{3, 3}, false, false, "", models.RungCustomer, models.ActivityActive, 60, false},
		{"asked for somebody, once", []int{3}, true, false, "", models.RungCustomer, models.ActivityActive, 60, false},
		{"on two days", []int{60, 1}, false, false, "", models.RungRepeat, models.ActivityActive, 60, false},
		{"asked for somebody, twice here", []int{60, 1}, true, false, "", models.RungLoyal, models.ActivityActive, 60, false},
		{"on five days within the year", []int{50, 40, 30, 20, 10}, false, false, "", models.RungLoyal, models.ActivityActive, 10, true},
		{"on five days, four within the year", []int{365, 40, 30, 20, 10}, false, false, "", models.RungRepeat, models.ActivityActive, 10, true},
		{"sent somebody", nil, false, true, "", models.RungAdvocate, models.ActivityNone, 60, false},
		{"praised us, once here", []int{3}, false, false, models.PraiseLetter, models.RungCustomer, models.ActivityActive, 60, false},
		{"praised us, twice here", []int{60, 1}, false, false, models.PraiseInPerson, models.RungLoyal, models.ActivityActive, 60, false},
		{"praised us for all to read", []int{3}, false, false, models.PraiseReview, models.RungAdvocate, models.ActivityActive, 60, false},
		{"the shop's gap, to its end", []int{60}, false, false, "", models.RungCustomer, models.ActivityActive, 60, false},
		{"a day past it", []int{61}, false, false, "", models.RungCustomer, models.ActivityDue, 60, false},
		{"one and a half", []int{90}, false, false, "", models.RungCustomer, models.ActivityDue, 60, false},
		{"past that", []int{91}, false, false, "", models.RungCustomer, models.ActivityDrifting, 60, false},
		{"three gaps", []int{180}, false, false, "", models.RungCustomer, models.ActivityDrifting, 60, false},
		{"past three", []int{181}, false, false, "", models.RungCustomer, models.ActivityLapsed, 60, false},
		{"a gap of one's own, the middle of three", []int{100, 90, 70, 30}, false, false, "", models.RungRepeat, models.ActivityDue, 20, true},
		{"between the middle two of four", []int{110, 100, 80, 50, 10}, false, false, "", models.RungLoyal, models.ActivityActive, 25, true},
	} {
		store, clock := modelstest.New(t)
		id := modelstest.Customer(t, store, "Ann", "")
		for _, days := range c.ago {
			clock.Days(-days)
			modelstest.Visit(t, store, id)
			clock.Days(days)
		}
		if c.asked {
			e, _ := store.Visit(1)
			e.Visit.AskedFor = modelstest.Staff(t, store, "Mike")
			if err := store.SaveVisit(e); err != nil {
				t.Fatal(err)
			}
		}
		if c.brought {
			bob := modelstest.Customer(t, store, "Bob", "")
			if err := refer(store, id, bob); err != nil {
				t.Fatal(err)
			}
			modelstest.Visit(t, store, bob)
		}
		if c.praised != "" {
			if err := store.SavePraise(&models.Praise{CustomerID: id, Text: "Lovely", Channel: c.praised}); err != nil {
				t.Fatal(err)
			}
		}
		card, err := store.Card(id)
		if err != nil {
			t.Fatal(err)
		}
		if card.Rung != c.rung || card.Activity != c.activity || card.GapDays != c.gap || card.GapIsOwn != c.own {
			t.Errorf("%s: %s, %q, gap %v (own: %v); want %s, %q, %v (%v)", c.what, card.Rung, card.Activity, card.GapDays, card.GapIsOwn, c.rung, c.activity, c.gap, c.own)
		}
		rows, _, err := store.Customers(models.CustomerFilter{Limit: 9})
		if err != nil || rows[0].Rung != c.rung {
			t.Errorf("%s: the list says %+v, %v", c.what, rows, err)
		}
		filtered, err := store.CustomerIDs(models.CustomerFilter{Rungs: []models.Rung{c.rung}})
		if err != nil || !slices.Contains(filtered, id) {
			t.Errorf("%s: the filter gives %v, %v", c.what, filtered, err)
		}
	}
}
