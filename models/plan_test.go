package models_test

import (
	"regexp"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// large are the tables, and the names they go by in queries, that grow with every visit.
var large = regexp.MustCompile(`^(SCAN|SEARCH) (customer|visit|request|alternative|want|referral_in|referral_out|thank_you|follow_up|contact|remember|[a-z])\b`)

// walks are the indexes that a query may walk along in their order: it stops at the end of its page, or counts, or the
// index holds only the few rows that matter.
var walks = regexp.MustCompile(`USING (COVERING )?INDEX (customer_(name|repeat|advocate|created|archived|facts|seen|brings|spent)|visit_(at|deleted)|request_log|request_missing|follow_up_open|referral_in_day|referral_out_day|thank_you_due(_customer)?|thank_you_(done|aside|not_given))\b` +
	`|USING COVERING INDEX request_(visit|item)\b|VIRTUAL TABLE`)

// small are the names of tables that hold no more than a shop can think of.
var small = regexp.MustCompile(`^SCAN (staff|source|shop|m|p|i|n)\b`)

// No query may look through a table that grows: the same rows are found by an index, or met in the order of one.
func TestNoQueryLooksThroughALargeTable(t *testing.T) {
	store, _ := modelstest.New(t)
	type asked struct {
		query string
		args  []any
	}
	seen := map[string]bool{}
	var all []asked
	err := store.Watch(func(query string, args []any) {
		if !seen[query] && !strings.HasPrefix(query, "PRAGMA") && !strings.Contains(query, "undo_log") && !strings.Contains(query, "temp.") {
			seen[query] = true
			all = append(all, asked{query, args})
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	readEverything(t, store)
	db := raw(t, store.Path())
	for _, a := range all {
		made, byTime := map[string]bool{}, false // tables that the query makes for itself; it walks the visits
		for _, line := range lines(t, db, "EXPLAIN QUERY PLAN "+a.query, a.args...) {
			_, step, _ := strings.Cut(strings.TrimSuffix(line, `"`), `"`)
			if name, ok := strings.CutPrefix(strings.TrimPrefix(step, "MATERIALIZE "), "CO-ROUTINE "); ok || strings.HasPrefix(step, "MATERIALIZE ") {
				made[name] = true
				continue
			}
			name := large.FindStringSubmatch(step)
			whole := name != nil && name[1] == "SCAN" && !walks.MatchString(step) && !small.MatchString(step) && !made[name[2]]
			byTime = byTime || strings.Contains(step, "INDEX visit_at")
			again := byTime && strings.Contains(step, "INDEX request_item") // all that asked for a thing, for each visit anew
			if whole || again || strings.Contains(step, "AUTOMATIC") {
				t.Errorf("%s\nin %s", step, strings.Join(strings.Fields(a.query), " "))
			}
		}
	}
	if len(all) < 60 {
		t.Errorf("only %d queries were seen", len(all))
	}
}

// readEverything does one of each thing that reads or writes, on a shop with some of everything.
func readEverything(t *testing.T, store *models.Store) {
	t.Helper()
	clock := modelstest.NewClock()
	bitOfEverything(t, store, clock)
	var errs []error
	keep := func(_ any, _ any, err error) { errs = append(errs, err) }
	for _, set := range models.CustomerSets {
		for _, text := range []string{"", "ann", "a h"} {
			rows, n, err := store.Customers(models.CustomerFilter{Set: set, Text: text, Limit: 50})
			keep(rows, n, err)
		}
	}
	for _, f := range []models.LogFilter{{}, {From: "2026-11-01", To: "2026-12-31"}, {Customer: 1}, {Item: 1}, {Staff: 1}, {Text: "saddle"},
		{States: []models.RequestState{models.RequestFulfilled}}, {States: []models.RequestState{models.RequestLost, models.RequestDeferred}, From: "2026-11-01"},
		{States: []models.RequestState{models.RequestLost}}} {
		rows, err := store.NewestRequests(f, 50)
		keep(rows, nil, err)
	}
	for range 2 { // added up, and caught up with
		wanted, n, err := store.WantedItems(models.WantedFilter{Since: "2026-11-01", Limit: 50})
		keep(wanted, n, err)
		keep(nil, nil, store.SetWantState(1, models.WantOrdered))
	}
	leaving, n, err := store.Leaving(models.LeaveFilter{Limit: 50})
	keep(leaving, n, err)
	made, err := store.MadeBy(1)
	keep(made, nil, err)
	history, err := store.VisitHistory(1, 50)
	keep(history, nil, err)
	last, err := store.LastMissed(4)
	keep(last, nil, err)
	some, err := store.RequestsOf([]models.RequestID{1, 2})
	keep(some, nil, err)
	one, err := store.WantedItem(1, "")
	keep(one, nil, err)
	for _, f := range []models.ReferralFilter{{Limit: 50}, {Limit: 50, Referrer: 1}, {Limit: 50, Specialist: 1}, {Limit: 50, States: []models.ReferralState{models.ReferralPending}}} {
		rows, n, err := store.Referrals(f)
		keep(rows, n, err)
	}
	for _, f := range []models.ThanksFilter{{Limit: 50}, {Limit: 50, Customer: 1}, {Limit: 50, Done: true}, {Limit: 50, Done: true, Year: 2026}, {Limit: 50, Done: true, Customer: 1}, {Limit: 50, Aside: true}} {
		rows, n, err := store.ThankYous(f)
		keep(rows, n, err)
	}
	for _, specialist := range []models.SpecialistID{0, 1} {
		rows, n, err := store.ReferralsOut(specialist, 0, 50)
		keep(rows, n, err)
	}
	card, err := store.Card(1)
	keep(card, nil, err)
	praise, n, err := store.Praises(models.PraiseFilter{Limit: 50})
	keep(praise, n, err)
	praise, n, err = store.Praises(models.PraiseFilter{Customer: 1, Staff: 1, Year: 2026, Text: "ann", Limit: 50})
	keep(praise, n, err)
	sums, err := store.PraiseSums()
	keep(sums, nil, err)
	story, _, more, err := store.Story(1, models.StoryFilter{Limit: 50})
	keep(story, more, err)
	day, err := store.EarliestVisit()
	keep(day, nil, err)
	brings, n, err := store.WhoBrings(models.BringerFilter{Limit: 20})
	keep(brings, n, err)
	hits, err := store.Search("all of it", 8)
	keep(hits, nil, err)
	page, err := store.TodayPage()
	keep(page, nil, err)
	counts, err := store.RailCounts()
	keep(counts, nil, err)
	place, err := store.CustomerPlace(1)
	keep(place, nil, err)
	specialists, err := store.Specialists("wheels")
	keep(specialists, nil, err)
	found, err := store.FindSpecialists("wheels", 8)
	keep(found, nil, err)
	choice, err := store.SpecialistsFor("wheels", 8)
	keep(choice, nil, err)
	specialist, err := store.SpecialistRow(1)
	keep(specialist, nil, err)
	disappointed, err := store.LastDisappointed(1)
	keep(disappointed, nil, err)
	without, err := store.WithoutExtra(8)
	keep(without, nil, err)
	worked, err := store.WorkedBefore("a saddle", 5)
	keep(worked, nil, err)
	item, err := store.ItemPage(1)
	keep(item, nil, err)
	e, err := store.Visit(1)
	keep(e, nil, err)
	e.Visit.Requests = e.Visit.Requests[1:]
	keep(nil, nil, store.SaveVisit(e))
	keep(nil, nil, store.AnswerAlternative(e.Visit.Requests[0].Alternatives[1].ID, models.AlternativeThinking, ""))
	keep(nil, nil, store.DeleteVisit(1))
	keep(nil, nil, store.DenyReferral(2, "mixed up"))
	keep(nil, nil, store.DeleteReferral(3))
	keep(nil, nil, store.DeleteCustomer(1))
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}
