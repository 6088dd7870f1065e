package models_test

import (
	"errors"
	"regexp"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// twoCards makes two cards of one person, each with a bit of everything.
func twoCards(t *testing.T, store *models.Store) (keep, gone models.CustomerID) {
	t.Helper()
	spoke := modelstest.Specialist(t, store, "Spoke Works", "wheels")
	for i, c := range []*models.Customer{
		{Earlier: models.Earlier{VisitN: 3, Spent: 10_00, LastOn: "2024-05-06"}, Name: "Ann Hughes", Address: "1 Road", NoPost: true, Tags: []string{"regular"}, Remember: []models.Remember{{Text: "left-handed"}},
			Contacts: []models.Contact{{Kind: models.ContactPhone, Value: "0171 555 0110"}}},
		{Earlier: models.Earlier{VisitN: 2, FirstOn: "2020-01-02", LastOn: "2021-01-02"}, Name: "Anne Hughes", PreferredName: "Annie", Birthday: "--02-29", NoEmail: true, Tags: []string{"Regular", "club"},
			Remember: []models.Remember{{Text: "Left-handed"}, {Text: "likes tea"}}, Contacts: []models.Contact{{Kind: models.ContactPhone, Value: "+44 171 555 0110"},
				{Kind: models.ContactEmail, Value: "anne@example.org"}}},
	} {
		if err := store.SaveCustomer(c); err != nil {
			t.Fatal(err)
		}
		for range i + 1 {
			own, brought := wholeVisit(store, 0, spoke), wholeVisit(store, c.ID, spoke)
			own.NewCustomer, own.Visit.CustomerID = nil, c.ID
			for _, e := range []*models.VisitEntry{own, brought} {
				if err := store.SaveVisit(e); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := store.AddThankYou(&models.ThankYou{CustomerID: c.ID, TalkingPoint: "the cake"}); err != nil {
			t.Fatal(err)
		}
		keep, gone = gone, c.ID
	}
	return keep, gone
}

// Two cards become one with all that was on both, and two again with each its own.
func TestMergeTwoCards(t *testing.T) {
	store, clock := modelstest.New(t)
	keep, gone := twoCards(t, store)
	bob, cid := modelstest.Customer(t, store, "Bob", ""), modelstest.Customer(t, store, "Cid", "")
	for _, err := range []error{refer(store, bob, gone), refer(store, gone, cid)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	modelstest.Visit(t, store, cid, "tube")
	clock.Days(1)
	db := raw(t, store.Path())
	before := dump(t, db)
	if err := store.MergeCustomers(keep, gone, models.MergeChoice{models.MergeName: models.MergeGone}); err != nil {
		t.Fatal(err)
	}
	checkRules(t, store.Path())
	c, err := store.Customer(keep)
	if err != nil {
		t.Fatal(err)
	}
	if c.Name != "Anne Hughes" || c.PreferredName != "Annie" || c.Address != "1 Road" || c.Birthday != "--02-29" || !c.NoPost || !c.NoEmail ||
		len(c.Contacts) != 2 || len(c.Remember) != 2 || len(c.Tags) != 2 || c.VisitN != 3 || c.BroughtN != 4 {
		t.Errorf("merged into %+v", c)
	}
	if want := (models.Earlier{ID: keep, VisitN: 5, Spent: 10_00, FirstOn: "2020-01-02", LastOn: "2024-05-06"}); c.Earlier != want {
		t.Errorf("before this book is %+v, want %+v", c.Earlier, want)
	}
	if finds(t, store, "anne", "Ann Hughes") || !finds(t, store, "anne@example", "Anne Hughes") {
		t.Error("the card that went is found, or what it brought is not")
	}
	for _, table := range []string{"visit", "want", "follow_up", "referral_out", "thank_you"} {
		if n := one[int](t, db, "SELECT count(*) FROM "+table+" WHERE customer_id = ?", gone); n > 0 {
			t.Errorf("%d of %s still name the card that went", n, table)
		}
	}
	if lines, err := store.Activity(models.ActivityFilter{Limit: 9}); err != nil || len(lines) < 2 || len(lines[0].Fields)+len(lines[1].Fields) == 0 {
		t.Errorf("the log tells %+v, %v", lines, err)
	}
	merged := dump(t, db)
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	if now := dump(t, db); now != before {
		t.Errorf("undo left:\n%s", difference(before, now))
	}
	if err := store.Redo(); err != nil {
		t.Fatal(err)
	}
	if now := dump(t, db); now != merged {
		t.Errorf("redo left:\n%s", difference(merged, now))
	}
	bin, err := store.Bin()
	if err != nil || len(bin) != 1 || bin[0].Customer != "Anne Hughes" {
		t.Fatalf("the bin holds %+v, %v", bin, err)
	}
	if err := store.PutBack(models.ThingCustomer, int64(gone)); err != nil {
		t.Fatal(err)
	}
	checkRules(t, store.Path())
	// All but the moment of the last change.
	if left := difference(withoutTimes(before), withoutTimes(dump(t, db))); left != "" {
		t.Errorf("parted again:\n%s", left)
	}
}

// withoutTimes is a dump without moments.
func withoutTimes(dump string) string {
	return regexp.MustCompile(`\b17\d{8}\b`).ReplaceAllString(dump, "T")
}

// What would make somebody their own referrer is refused, and choosing whose referral counts resolves it.
func TestMergeMindsReferrals(t *testing.T) {
	for _, c := range []struct {
		name    string
		sent    [][2]models.CustomerID // who sent whom: 1 is kept, 2 goes, 3 and 4 are others
		key     string
		resolve models.MergeSide
		brought models.CustomerID // who sent 1 after it is resolved
	}{
		{"one brought the other", [][2]models.CustomerID{{1, 2}}, "merge.self", models.MergeKeep, 0},
		{"the other brought the one", [][2]models.CustomerID{{2, 1}}, "merge.self", models.MergeGone, 0},
		{"around", [][2]models.CustomerID{{1, 3}, {3, 4}, {4, 2}}, "merge.circle", models.MergeKeep, 0},
		{"around the other way", [][2]models.CustomerID{{2, 3}, {3, 1}}, "merge.circle", models.MergeGone, 0},
		{"two referrers, the first counts", [][2]models.CustomerID{{3, 1}, {4, 2}}, "merge.twoReferrers", models.MergeKeep, 3},
		{"two referrers, the second counts", [][2]models.CustomerID{{3, 1}, {4, 2}}, "merge.twoReferrers", models.MergeGone, 4},
		{"the same referrer twice", [][2]models.CustomerID{{3, 1}, {3, 2}}, "", models.MergeEither, 3},
		{"only the other has one", [][2]models.CustomerID{{3, 2}}, "", models.MergeEither, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			store, _ := modelstest.New(t)
			for _, name := range []string{"Ann", "Anne", "Cid", "Dee"} {
				modelstest.Visit(t, store, modelstest.Customer(t, store, name, ""), "tube")
			}
			for _, pair := range c.sent {
				if err := refer(store, pair[0], pair[1]); err != nil {
					t.Fatal(err)
				}
			}
			before := dump(t, raw(t, store.Path()))
			if err := store.MergeCustomers(1, 2, nil); c.key != "" {
				wantProblem(t, err, "broughtBy", c.key)
				if now := dump(t, raw(t, store.Path())); now != before {
					t.Errorf("refused, and yet:\n%s", difference(before, now))
				}
				err = store.MergeCustomers(1, 2, models.MergeChoice{models.MergeBroughtBy: c.resolve})
				if err != nil {
					t.Fatal(err)
				}
			} else if err != nil {
				t.Fatal(err)
			}
			checkRules(t, store.Path())
			card, err := store.Card(1)
			if err != nil {
				t.Fatal(err)
			}
			if (card.Referral == nil) != (c.brought == 0) || card.Referral != nil && card.Referral.ReferrerID != c.brought {
				t.Errorf("brought by %+v, want %d", card.Referral, c.brought)
			}
			if err := store.PutBack(models.ThingCustomer, 2); err != nil {
				t.Fatal(err)
			}
			checkRules(t, store.Path())
			if left := difference(withoutTimes(before), withoutTimes(dump(t, raw(t, store.Path())))); left != "" {
				t.Errorf("parted again:\n%s", left)
			}
		})
	}
}

func TestTwoCardsSideBySide(t *testing.T) {
	store, _ := modelstest.New(t)
	keep, gone := twoCards(t, store)
	if err := store.SetPhoto(gone, aPhoto()); err != nil {
		t.Fatal(err)
	}
	for _, id := range []models.CustomerID{keep, gone, gone} {
		mustDo(t, store.SavePraise(&models.Praise{CustomerID: id, Text: "Lovely", Channel: models.PraiseInPerson}))
	}
	c, err := store.CompareCustomers(keep, gone)
	if err != nil {
		t.Fatal(err)
	}
	want := []models.ComparedField{{models.MergeName, "Ann Hughes", "Anne Hughes"}, {models.MergePreferredName, "", "Annie"}, {models.MergeAddress, "1 Road", ""},
		{models.MergeBirthday, "", "--02-29"}, {models.MergeSource, "", ""}, {models.MergeReachBy, "", ""}, {models.MergePhoto, "", "1"}, {models.MergeBroughtBy, "", ""}}
	if !slices.Equal(c.Fields, want) || !c.Fields[0].Differs() || c.Fields[1].Differs() || c.Other.VisitN != 2 {
		t.Errorf("compared %+v of %+v", c.Fields, c.Other)
	}
	if own, both := c.OneHas, c.OneHas.Plus(c.OtherHas); own.Visits != 1 || own.Requests == 0 || own.Sent != 1 || own.Thanks < 1 || own.Praise != 1 || both.Praise != 3 || both.Visits != 3 || both.Sent != 3 {
		t.Errorf("one has %+v, both %+v", own, both)
	}
	if err := store.MergeCustomers(keep, gone, nil); err != nil {
		t.Fatal(err)
	}
	if photo, err := store.Photo(keep); err != nil || len(photo) == 0 {
		t.Errorf("the photo of the card that went did not come along: %v", err)
	}
	if _, err := store.CompareCustomers(keep, gone); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("compared with who is out of the book: %v", err)
	}
	if _, err := store.EraseCustomer(keep); err != nil {
		t.Fatal(err)
	}
	if n := one[int](t, raw(t, store.Path()), "SELECT count(*) FROM customer WHERE state = 'erased' AND name = ''"); n != 2 {
		t.Errorf("of the two cards of one person %d were erased", n)
	}
	checkRules(t, store.Path())
}

// Where two cards say otherwise how somebody likes to be reached the owner chooses; where one says nothing the other's stays.
func TestMergingKeepsHowToReachThem(t *testing.T) {
	for _, c := range []struct {
		keep, gone models.ReachBy
		choice     models.MergeChoice
		want       models.ReachBy
	}{
		{models.LikesPhone, models.LikesPost, nil, models.LikesPhone},
		{models.LikesPhone, models.LikesPost, models.MergeChoice{models.MergeReachBy: models.MergeGone}, models.LikesPost},
		{models.LikesAny, models.LikesEmail, nil, models.LikesEmail},
		{models.LikesPerson, models.LikesAny, nil, models.LikesPerson},
	} {
		store, _ := modelstest.New(t)
		keep, gone := &models.Customer{Name: "Ann", ReachBy: c.keep}, &models.Customer{Name: "Anne", ReachBy: c.gone}
		if err := errors.Join(store.SaveCustomer(keep), store.SaveCustomer(gone), store.MergeCustomers(keep.ID, gone.ID, c.choice)); err != nil {
			t.Fatal(err)
		}
		if one, err := store.Customer(keep.ID); err != nil || one.ReachBy != c.want {
			t.Errorf("%+v: likes to be reached by %q, %v", c, one.ReachBy, err)
		}
	}
}
