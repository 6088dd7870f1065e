package models_test

import (
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// rewarding opens a shop that gives an inner tube for each referral, with Ann who has sent Bob.
func rewarding(t *testing.T) (*models.Store, *modelstest.Clock, models.ThankYouRow) {
	t.Helper()
	store, clock := modelstest.New(t)
	shop, err := store.Shop()
	if err != nil {
		t.Fatal(err)
	}
	shop.ReferralEarns, shop.ReferralReward, shop.ReferralCost = models.RewardGift, "an inner tube", 450
	if err := store.SaveShop(&shop); err != nil {
		t.Fatal(err)
	}
	ann, bob := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", "")
	if err := refer(store, ann, bob); err != nil {
		t.Fatal(err)
	}
	modelstest.Visit(t, store, bob, "tube")
	due, _, err := store.ThankYous(models.ThanksFilter{Limit: 9})
	if err != nil || len(due) != 1 {
		t.Fatalf("due: %+v, %v", due, err)
	}
	return store, clock, due[0]
}

// toGive counts the rewards still to give, and those of them that Today tells of.
func toGive(t *testing.T, store *models.Store) (all, today int) {
	t.Helper()
	_, all, err := store.ThankYous(models.ThanksFilter{ToGive: true, Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	page, err := store.TodayPage()
	if err != nil {
		t.Fatal(err)
	}
	return all, page.GiveN
}

func wantToGive(t *testing.T, store *models.Store, when string, all, today int) {
	t.Helper()
	if gotAll, gotToday := toGive(t, store); gotAll != all || gotToday != today {
		t.Errorf("%s: %d to give, %d of them on Today; want %d and %d", when, gotAll, gotToday, all, today)
	}
}

func TestAReferralEarnsWhatTheShopGivesUntilItIsGiven(t *testing.T) {
	store, clock, due := rewarding(t)
	if due.WithReward() != (models.Reward{Kind: models.RewardGift, What: "an inner tube", Cost: 450}) {
		t.Fatalf("Ann earned %+v", due.WithReward())
	}
	wantToGive(t, store, "before she is thanked", 1, 0) // the line of the thank-you says so
	if err := store.MarkThanked([]models.ThankYouID{due.ID}, 0, ""); err != nil {
		t.Fatal(err)
	}
	wantToGive(t, store, "once she is thanked", 1, 1)
	clock.Days(60) // the next year
	if err := store.GiveRewards([]models.ThankYouID{due.ID}, store.Today()); err != nil {
		t.Fatal(err)
	}
	wantToGive(t, store, "once it is given", 0, 0)
	wantNotFound(t, store.GiveRewards([]models.ThankYouID{due.ID}, store.Today()))
	for year, want := range map[int]models.ThanksSums{2026: {Said: 1}, 2027: {Given: 1, Cost: 450}, 0: {Said: 1, Given: 1, Cost: 450}} {
		sums, err := store.ThanksSums(models.ThanksFilter{Year: year, Who: "an"})
		if sums.LastAt = 0; err != nil || sums != want {
			t.Errorf("%d came to %+v, %v", year, sums, err)
		}
	}
	if years, err := store.ThankedYears(); err != nil || !slices.Equal(years, []int{2027, 2026}) {
		t.Errorf("the years are %v, %v", years, err)
	}
	if none, err := store.ThanksSums(models.ThanksFilter{Who: "bob"}); err != nil || none != (models.ThanksSums{}) {
		t.Errorf("Bob was given %+v, %v", none, err)
	}
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	wantToGive(t, store, "taken back", 1, 1)
	checkRules(t, store.Path())
}

func TestARewardIsChangedOnEachAndWhatWasGivenIsNotForgotten(t *testing.T) {
	store, _, due := rewarding(t)
	change := models.Reward{Kind: models.RewardMoneyOff, What: "ten off", Cost: 1000, GivenOn: store.Today()}
	if err := store.SetReward(due.ID, change); err != nil {
		t.Fatal(err)
	}
	wantToGive(t, store, "given with the change", 0, 0)
	referrals, _, err := store.Referrals(models.ReferralFilter{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.DenyReferral(referrals[0].ID, "saw the window"); err != nil {
		t.Fatal(err)
	}
	if sums, err := store.ThanksSums(models.ThanksFilter{}); err != nil || sums.Given != 1 || sums.Cost != 1000 || sums.Said != 0 {
		t.Errorf("after the referral was denied: %+v, %v", sums, err)
	}
	wantThanks(t, store, 0, 0)
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	if err := store.SetReward(due.ID, models.Reward{What: "nothing after all", Cost: 5, GivenOn: store.Today()}); err != nil {
		t.Fatal(err)
	}
	rows, _, err := store.ThankYous(models.ThanksFilter{Limit: 9})
	if err != nil || len(rows) != 1 || rows[0].WithReward() != (models.Reward{}) {
		t.Errorf("without a reward: %+v, %v", rows, err)
	}
	checkRules(t, store.Path())
}

func TestAShopThatGivesNothingTracksNothing(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, bob := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", "")
	if err := refer(store, ann, bob); err != nil {
		t.Fatal(err)
	}
	modelstest.Visit(t, store, bob, "tube")
	wantToGive(t, store, "without a reward", 0, 0)
	note := &models.ThankYou{CustomerID: ann, TalkingPoint: "the cake", Reward: "a mug"}
	if err := store.AddThankYou(note); err != nil || note.RewardKind != models.RewardGift {
		t.Fatalf("%+v, %v", note, err)
	}
	wantToGive(t, store, "with a mug", 1, 0)
	if err := store.DeleteCustomer(ann); err != nil {
		t.Fatal(err)
	}
	wantToGive(t, store, "once she has left the book", 0, 0)
}
