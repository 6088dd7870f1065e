package models_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// standing is where somebody stands.
type standing struct {
	rung     models.Rung
	activity models.Activity
}

// standings gives where everybody in the book stands, from their cards.
func standings(t must, store *models.Store) map[models.CustomerID]standing {
	ids, err := store.CustomerIDs(models.CustomerFilter{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	all := map[models.CustomerID]standing{}
	for _, id := range ids {
		card, err := store.Card(id)
		if err != nil {
			t.Fatalf("%v", err)
		}
		all[id] = standing{card.Rung, card.Activity}
	}
	return all
}

// triedLadder asks until the answer is there.
func triedLadder(t must, store *models.Store, loyalDays, usualGap int) models.LadderChange {
	for range 1000 {
		change, ready, err := store.TryLadder(loyalDays, usualGap)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if ready {
			return change
		}
	}
	t.Fatalf("the answer never comes")
	return models.LadderChange{}
}

// checkTried holds what is told of two numbers to what becomes of everybody in a copy of the file that has them.
func checkTried(t must, store, copied *models.Store, loyalDays, usualGap int) {
	got := triedLadder(t, store, loyalDays, usualGap)
	before := standings(t, store)
	shop, err := copied.Shop()
	if err != nil {
		t.Fatalf("%v", err)
	}
	shop.Name, shop.LoyalDays, shop.UsualGap = "Harbour Cycles", loyalDays, usualGap
	if err := copied.SaveShop(&shop); err != nil {
		t.Fatalf("%v", err)
	}
	want := models.LadderChange{Rungs: map[models.Rung]int{}, Activities: map[models.Activity]int{}}
	for id, now := range standings(t, copied) {
		want.Rungs[before[id].rung]--
		want.Rungs[now.rung]++
		want.Activities[before[id].activity]--
		want.Activities[now.activity]++
		if now != before[id] {
			want.Moved++
		}
	}
	maps.DeleteFunc(want.Rungs, func(_ models.Rung, n int) bool { return n == 0 })
	maps.DeleteFunc(want.Activities, func(_ models.Activity, n int) bool { return n == 0 })
	if !maps.Equal(got.Rungs, want.Rungs) || !maps.Equal(got.Activities, want.Activities) || got.Moved != want.Moved {
		t.Fatalf("with %d and %d: told %+v, becomes %+v", loyalDays, usualGap, got, want)
	}
}

func TestOtherThresholdsTellWhoChanges(t *testing.T) {
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprintf("shop %d.goodturn", n))
		clock := modelstest.NewClock()
		store, err := modelstest.Begin(path, clock)
		mustIn(rt, err)
		defer store.Close()
		clock.Days(-500)
		people := randomComers(rt, store, clock)
		clock.Days(rapid.IntRange(0, 60).Draw(rt, "days since"))
		copyPath := path + ".copy"
		db := another(rt, path)
		defer db.Close()
		_, err = db.Exec("VACUUM INTO ?", copyPath)
		mustIn(rt, err)
		copied, err := models.Open(copyPath, models.WithClock(clock.Now))
		mustIn(rt, err)
		defer copied.Close()
		for range 3 {
			checkTried(rt, store, copied, rapid.IntRange(1, 8).Draw(rt, "loyal"), rapid.IntRange(1, 200).Draw(rt, "gap"))
		}
		mustIn(rt, store.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: people[0], At: models.MomentOf(clock.Now())}}))
		mustIn(rt, copied.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: people[0], At: models.MomentOf(clock.Now())}}))
		checkTried(rt, store, copied, 2, 10)
	})
}

// randomComers fills the book with some who come now and then over a year and a half.
func randomComers(rt *rapid.T, store *models.Store, clock *modelstest.Clock) (people []models.CustomerID) {
	mike := &models.Staff{Name: "Mike"}
	mustIn(rt, store.SaveStaff(mike))
	for _, name := range []string{"Ann", "Bob", "Cem", "Dana", "Eva"} {
		c := &models.Customer{Name: name}
		mustIn(rt, store.SaveCustomer(c))
		people = append(people, c.ID)
	}
	for range rapid.IntRange(5, 25).Draw(rt, "visits") {
		clock.Days(rapid.SampledFrom([]int{0, 1, 3, 10, 30, 60}).Draw(rt, "later"))
		v := models.Visit{CustomerID: rapid.SampledFrom(people).Draw(rt, "who"), At: models.MomentOf(clock.Now())}
		if rapid.IntRange(0, 9).Draw(rt, "by name") == 0 {
			v.AskedFor = mike.ID
		}
		mustIn(rt, store.SaveVisit(&models.VisitEntry{Visit: v}))
	}
	mustIn(rt, store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: people[1]}, RefereeID: people[2], FromBefore: true}))
	return people
}
