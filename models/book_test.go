package models_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestTheArchive(t *testing.T) {
	store, clock := modelstest.New(t)
	spoke := modelstest.Specialist(t, store, "Spoke Works", "wheels")
	ann, bob := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110"), modelstest.Customer(t, store, "Bob", "")
	e := wholeVisit(store, 0, spoke)
	e.NewCustomer, e.Visit.CustomerID = nil, ann
	for _, err := range []error{store.SaveVisit(e), refer(store, ann, bob), store.AddThankYou(&models.ThankYou{CustomerID: ann, TalkingPoint: "the cake"})} {
		if err != nil {
			t.Fatal(err)
		}
	}
	wantProblem(t, store.ArchiveCustomers([]models.CustomerID{ann}, ""), "archivedWhy", "choice")
	if open, err := store.OpenEnds([]models.CustomerID{ann, bob}); err != nil || open.Thanks != 1 || open.Promises+open.Wants+open.Asks == 0 {
		t.Errorf("open are %+v, %v", open, err)
	}
	if err := store.ArchiveCustomers([]models.CustomerID{ann, 4711}, models.ArchivedDied); err != nil {
		t.Fatal(err)
	}
	checkRules(t, store.Path())
	c, err := store.Customer(ann)
	if err != nil || c.State != models.CustomerArchived || c.ArchivedWhy != models.ArchivedDied || c.ArchivedOn != store.Today() {
		t.Errorf("archived: %+v, %v", c, err)
	}
	if lines, err := store.Activity(models.ActivityFilter{CustomerID: ann, Limit: 1}); err != nil || len(lines) != 1 || len(lines[0].Fields) != 2 || lines[0].Fields[1].To != "died" {
		t.Errorf("the log tells %+v, %v", lines, err)
	}
	rows, n, err := store.Customers(models.CustomerFilter{Limit: 9})
	if err != nil || n != 1 || len(rows) != 1 || rows[0].ID != bob {
		t.Errorf("the list has %+v, %d, %v", rows, n, err)
	}
	if rows, n, err := store.Customers(models.CustomerFilter{Set: models.CustomersArchived, Limit: 9}); err != nil || n != 1 || rows[0].ID != ann {
		t.Errorf("the archive has %+v, %d, %v", rows, n, err)
	}
	if finds(t, store, "hughes", "Ann Hughes") {
		t.Error("a picker offers somebody from the archive")
	}
	if hits, err := store.Search("hughes", 5); err != nil || len(hits.Customers) != 1 || hits.Customers[0].State != models.CustomerArchived {
		t.Errorf("the search finds %+v, %v", hits.Customers, err)
	}
	// Nothing new is promised or owed to them, whatever happens.
	clock.Days(1)
	modelstest.Visit(t, store, bob, "tube")
	if err := store.SaveFollowUp(&models.FollowUp{CustomerID: ann, DueOn: "2026-12-24"}); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("a promise to somebody in the archive: %v", err)
	}
	wantThanks(t, store, 0, 0)
	checkRules(t, store.Path())
	c.Name = "Ann Hughes-Smith"
	if err := store.SaveCustomer(c); err != nil {
		t.Fatal(err)
	}
	if open, err := store.OpenEnds([]models.CustomerID{ann, bob}); err != nil || open != (models.OpenEnds{}) {
		t.Errorf("still open are %+v, %v", open, err)
	}
	if err := store.UnarchiveCustomer(ann); err != nil {
		t.Fatal(err)
	}
	wantThanks(t, store, 1, 1) // for Bob, who came meanwhile; the cake was put aside
	checkRules(t, store.Path())
	if err := store.UnarchiveCustomer(ann); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("brought back twice: %v", err)
	}
}

func TestTags(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := &models.Customer{Name: "Ann", Tags: []string{" Regular ", "regular", "", "club"}}
	if err := store.SaveCustomer(ann); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(ann.Tags, []string{"club", "Regular"}) {
		t.Errorf("the tags are %q", ann.Tags)
	}
	bob := modelstest.Customer(t, store, "Bob", "")
	if err := store.TagCustomers([]models.CustomerID{ann.ID, bob, 4711}, "RÉGULAR"); err != nil {
		t.Fatal(err)
	}
	tags, err := store.Tags()
	if err != nil || len(tags) != 2 || tags[1].Name != "Regular" || tags[1].N != 2 {
		t.Fatalf("the tags are %+v, %v", tags, err)
	}
	if rows, n, err := store.Customers(models.CustomerFilter{Tag: tags[1].ID, Limit: 9}); err != nil || n != 2 || len(rows) != 2 {
		t.Errorf("tagged are %+v, %d, %v", rows, n, err)
	}
	if among, err := store.TagsAmong([]models.CustomerID{bob}); err != nil || len(among) != 1 || among[0].Name != "Regular" || among[0].N != 1 {
		t.Errorf("Bob has %+v, %v", among, err)
	}
	if there, err := store.StillThere([]models.CustomerID{4711, bob}); err != nil || !slices.Equal(there, []models.CustomerID{bob}) {
		t.Errorf("still there are %v, %v", there, err)
	}
	wantProblem(t, store.RenameTag(tags[1].ID, "CLUB"), "name", "tag.twice")
	if err := store.UntagCustomers([]models.CustomerID{ann.ID, bob}, tags[1].ID); err != nil {
		t.Fatal(err)
	}
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	if err := store.DeleteTag(tags[1].ID); err != nil {
		t.Fatal(err)
	}
	if c, err := store.Customer(ann.ID); err != nil || !slices.Equal(c.Tags, []string{"club"}) {
		t.Errorf("left are %q, %v", c.Tags, err)
	}
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	if c, err := store.Customer(bob); err != nil || !slices.Equal(c.Tags, []string{"Regular"}) {
		t.Errorf("undone, Bob has %q, %v", c.Tags, err)
	}
}

// Every filter, count and order agrees with what the cards say, which count from the visits themselves.
func TestFiltersAgreeWithTheCards(t *testing.T) {
	store, clock := modelstest.New(t)
	mike := modelstest.Staff(t, store, "Mike")
	habits := [][]int{{}, {0}, {400}, {30, 20, 10, 0}, {300, 250, 200, 150}, {700, 500, 400, 390}, {40, 30, 20, 10, 5}, {100, 90, 80, 70, 60, 50}, {60, 60, 45}}
	now := clock.Now()
	for i, days := range habits {
		id := modelstest.Customer(t, store, fmt.Sprintf("Customer %d", i), "")
		for _, ago := range days {
			e := &models.VisitEntry{Visit: models.Visit{CustomerID: id, At: models.MomentOf(now.AddDate(0, 0, -ago)), Amount: models.Money(100 * ago)}}
			if i == 8 {
				e.Visit.AskedFor = mike
			}
			if err := store.SaveVisit(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: 2}, RefereeID: 1, FromBefore: true}); err != nil {
		t.Fatal(err)
	}
	shop, err := store.Shop()
	if err != nil {
		t.Fatal(err)
	}
	for _, loyal := range []int{5, 4, 6} {
		shop.LoyalDays = loyal
		if err := store.SaveShop(&shop); err != nil {
			t.Fatal(err)
		}
		agreeWithCards(t, store, len(habits))
	}
	if report, err := models.FullCheck(context.Background(), store.Path(), nil); err != nil || !report.Whole() {
		t.Errorf("the full check finds %+v, %v", report, err)
	}
	if ids, err := store.CustomerIDs(models.CustomerFilter{AsksFor: mike}); err != nil || !slices.Equal(ids, []models.CustomerID{9}) {
		t.Errorf("for Mike ask %v, %v", ids, err)
	}
	since, err := store.CustomerIDs(models.CustomerFilter{SeenSince: store.Today().AddDays(-10)})
	before, err2 := store.CustomerIDs(models.CustomerFilter{SeenBefore: store.Today().AddDays(-10)})
	if err != nil || err2 != nil || len(since)+len(before) != len(habits) || !slices.Equal(since, []models.CustomerID{2, 4, 7}) {
		t.Errorf("seen since %v, before %v, %v, %v", since, before, err, err2)
	}
	for order, first := range map[models.CustomerOrder]models.CustomerID{models.OrderName: 1, models.OrderSeen: 2, models.OrderBrought: 2, models.OrderSpent: 6} {
		if ids, err := store.CustomerIDs(models.CustomerFilter{Sort: order, Limit: 3}); err != nil || len(ids) != 3 || ids[0] != first {
			t.Errorf("by %q first are %v, %v", order, ids, err)
		}
	}
}

func agreeWithCards(t *testing.T, store *models.Store, n int) {
	t.Helper()
	rungs, activities := map[models.Rung][]models.CustomerID{}, map[models.Activity][]models.CustomerID{}
	for id := models.CustomerID(1); id <= models.CustomerID(n); id++ {
		card, err := store.Card(id)
		if err != nil {
			t.Fatal(err)
		}
		rungs[card.Rung] = append(rungs[card.Rung], id)
		activities[card.Activity] = append(activities[card.Activity], id)
	}
	counts, err := store.CustomerCounts(models.CustomerFilter{})
	if err != nil || counts.Fit != n {
		t.Fatalf("counted %+v, %v", counts, err)
	}
	for _, r := range models.Rungs {
		if ids, err := store.CustomerIDs(models.CustomerFilter{Rungs: []models.Rung{r}}); err != nil || !slices.Equal(ids, rungs[r]) || counts.Rungs[r] != len(ids) {
			t.Errorf("%s are %v, counted %d, by their cards %v, %v", r, ids, counts.Rungs[r], rungs[r], err)
		}
	}
	for _, a := range models.Activities {
		if ids, err := store.CustomerIDs(models.CustomerFilter{Activities: []models.Activity{a}}); err != nil || !slices.Equal(ids, activities[a]) || counts.Activities[a] != len(ids) {
			t.Errorf("%s are %v, counted %d, by their cards %v, %v", a, ids, counts.Activities[a], activities[a], err)
		}
	}
}

func TestSavedLists(t *testing.T) {
	store, _ := modelstest.New(t)
	f := models.CustomerFilter{Text: "ann", Set: models.CustomersWaiting, Rungs: []models.Rung{models.RungLoyal}, Activities: []models.Activity{models.ActivityLapsed}, Tag: 1, Source: 2,
		AsksFor: 3, SeenSince: "2026-01-01", SeenBefore: "2026-02-01", May: []models.Permission{models.PermitPost}, Sort: models.OrderSpent, Offset: 5, Limit: 6}
	if _, err := store.SaveList("Christmas", f); err != nil {
		t.Fatal(err)
	}
	if _, err := store.SaveList("CHRISTMAS", f); err != nil {
		t.Fatal(err)
	}
	lists, err := store.Lists()
	if err != nil || len(lists) != 1 || lists[0].Name != "CHRISTMAS" {
		t.Fatalf("the lists are %+v, %v", lists, err)
	}
	want := f
	want.Text, want.Offset, want.Limit = "", 0, 0
	if got, err := lists[0].CustomerFilter(); err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("kept %+v, want %+v, %v", got, want, err)
	}
	if _, err := (models.SavedList{Filter: `{"version": 99}`}).CustomerFilter(); err == nil {
		t.Error("a list of a newer program was read")
	}
	if _, err := store.SaveList("Birthdays", models.CustomerFilter{}); err != nil {
		t.Fatal(err)
	}
	wantProblem(t, store.RenameList(lists[0].ID, "BIRTHDAYS"), "name", "list.twice")
	wantProblem(t, store.RenameList(lists[0].ID, " "), "name", "list.name")
	if err := store.RenameList(lists[0].ID, "Cards"); err != nil {
		t.Error(err)
	}
	_, err = store.SaveList("", f)
	wantProblem(t, err, "name", "list.name")
	_, err = store.SaveList("x", models.CustomerFilter{Rungs: []models.Rung{"' OR 1"}})
	wantProblem(t, err, "filter", "choice")
}

func TestDuplicates(t *testing.T) {
	store, _ := modelstest.New(t)
	card := func(name, phone, email, birthday, address string) models.CustomerID {
		c := &models.Customer{Name: name, Birthday: birthday, Address: address}
		c.SetContact(models.ContactPhone, phone)
		c.SetContact(models.ContactEmail, email)
		if err := store.SaveCustomer(c); err != nil {
			t.Fatal(err)
		}
		return c.ID
	}
	john, jon := card("John Smith", "0171 555 0110", "", "1970-05-01", ""), card("Jon Smith", "+44 (171) 555-0110", "", "1970-05-01", "")
	card("Mary Smith", "0171 555 0110", "", "", "") // shares the phone
	bare, full := card("Ana López", "", "", "", ""), card("Ana Lopez", "030 999 111", "a@example.org", "", "")
	card("Zoë Ray", "030 888 111", "", "", "1 Road\nTown")
	card("Zoe Ray", "030 777 111", "", "", "1, road, Town.")
	card("Carl Benz", "030 666 111", "", "", "")
	card("Carl Benz", "030 555 111", "", "", "") // of the same name, each with a number of their own
	pairs, n, err := store.Duplicates(20, 0)
	if err != nil || n != len(pairs) {
		t.Fatal(n, err)
	}
	var got []string
	for _, p := range pairs {
		got = append(got, fmt.Sprint(p.Keep.Name, " ", p.Gone.Name, " ", p.Why))
	}
	want := []string{"John Smith Jon Smith [spelling phone birthday]", "Zoë Ray Zoe Ray [name address]", "Ana López Ana Lopez [name]",
		"John Smith Mary Smith [phone]", "Jon Smith Mary Smith [phone]"}
	if !slices.Equal(got, want) {
		t.Errorf("the pairs are\n%q, want\n%q", got, want)
	}
	if some, n, err := store.Duplicates(1, 1); err != nil || n != len(want) || len(some) != 1 || some[0].Keep.ID != pairs[1].Keep.ID {
		t.Errorf("the second page: %+v, %d, %v", some, n, err)
	}
	beside, err := store.LikelyPairs(context.Background())
	if err != nil || len(beside) != len(want) || beside[0].Keep != john || beside[0].Gone != jon || len(beside[0].Why) != 3 {
		t.Errorf("read beside: %+v, %v", beside, err)
	}
	if err := store.NotTheSame(jon, john); err != nil {
		t.Fatal(err)
	}
	if err := store.MergeCustomers(full, bare, nil); err != nil {
		t.Fatal(err)
	}
	if _, n, err := store.Duplicates(20, 0); err != nil || n != len(want)-2 {
		t.Errorf("%d pairs are left, %v", n, err)
	}
}
