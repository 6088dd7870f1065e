package models_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// praised records that the customer said so.
func praised(t must, store *models.Store, by models.CustomerID, channel models.PraiseChannel, text string) *models.Praise {
	t.Helper()
	p := &models.Praise{CustomerID: by, Channel: channel, Text: text}
	if err := store.SavePraise(p); err != nil {
		t.Fatalf("%v", err)
	}
	return p
}

// owedFor gives the states of the thank-yous for the praise, by whom.
func owedFor(t *testing.T, store *models.Store, id models.PraiseID) string {
	t.Helper()
	return strings.Join(lines(t, raw(t, store.Path()), "SELECT customer_id || ' ' || state FROM thank_you WHERE cause = 'praise' AND cause_id = ? ORDER BY id", int64(id)), " ")
}

// Praise makes one thank-you due, for whoever said it, which goes with it unless it was said.
func TestPraiseIsThankedForOnce(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, bob := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", "")
	p := praised(t, store, ann, models.PraiseInPerson, "Nobody listens like Mike")
	for _, step := range []struct {
		what string
		do   func() error
		want string
	}{
		{"said", func() error { return nil }, `"1 owed"`},
		{"saved again", func() error { p.Text += "."; return store.SavePraise(p) }, `"1 owed"`},
		{"said by somebody else", func() error { p.CustomerID = bob; return store.SavePraise(p) }, `"2 owed"`},
		{"taken out", func() error { return store.DeletePraise(p.ID) }, ""},
		{"put back", func() error { return store.PutBack(models.ThingPraise, int64(p.ID)) }, `"2 owed"`},
		{"thanked", func() error { return store.MarkThanked([]models.ThankYouID{thanksFor(t, store, p.ID)}, 0, "") }, `"2 thanked"`},
		{"taken out once more", func() error { return store.DeletePraise(p.ID) }, `"2 thanked"`},
		{"back", store.UndoLast, `"2 thanked"`},
		{"by nobody in the book", func() error { p.CustomerID, p.SaidBy = 0, "B. B."; return store.SavePraise(p) }, `"2 thanked"`},
		{"by the other, whom nobody thanked", func() error { p.CustomerID = ann; return store.SavePraise(p) }, `"2 thanked" "1 owed"`},
		{"who left the book", func() error { return store.DeleteCustomer(ann) }, `"2 thanked" "1 waived"`},
		{"and is back", func() error { return store.PutBack(models.ThingCustomer, int64(ann)) }, `"2 thanked" "1 owed"`},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.what, err)
		}
		if got := owedFor(t, store, p.ID); got != step.want {
			t.Errorf("%s: %s, want %s", step.what, got, step.want)
		}
		checkRules(t, store.Path())
	}
}

// What is dated ahead would count today already.
func TestPraiseOfADayToCome(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	tomorrow := store.Today().AddDays(1)
	p := models.Praise{CustomerID: ann, Channel: models.PraiseReview, Text: "Lovely", OnDay: tomorrow}
	wantProblem(t, store.SavePraise(&p), "onDay", "date.ahead")
	p.OnDay, p.RepliedOn = store.Today(), tomorrow
	wantProblem(t, store.SavePraise(&p), "repliedOn", "date.ahead")
	p.RepliedOn = ""
	mustDo(t, store.SavePraise(&p))
	p.OnDay = tomorrow
	wantProblem(t, store.SavePraise(&p), "onDay", "date.ahead")
	wantProblem(t, store.ReplyToPraise(p.ID, tomorrow), "repliedOn", "date.ahead")
	mustDo(t, store.ReplyToPraise(p.ID, store.Today()))
	if got, err := store.Praise(p.ID); err != nil || got.OnDay != store.Today() || got.RepliedOn != store.Today() {
		t.Errorf("%+v, %v", got, err)
	}
}

func thanksFor(t *testing.T, store *models.Store, id models.PraiseID) models.ThankYouID {
	t.Helper()
	return models.ThankYouID(one[int64](t, raw(t, store.Path()), "SELECT id FROM thank_you WHERE cause = 'praise' AND cause_id = ? AND state <> 'waived'", int64(id)))
}

// What was said by somebody who is in the archive is owed to them once they are back in the book.
func TestPraiseOfSomebodyInTheArchive(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	p := praised(t, store, ann, models.PraiseLetter, "Lovely")
	mustDo(t, store.DeletePraise(p.ID))
	mustDo(t, store.ArchiveCustomers([]models.CustomerID{ann}, models.ArchivedMoved))
	mustDo(t, store.PutBack(models.ThingPraise, int64(p.ID)))
	if got := owedFor(t, store, p.ID); got != "" {
		t.Errorf("in the archive: %s", got)
	}
	if err := store.SavePraise(&models.Praise{CustomerID: ann, Text: "x", Channel: models.PraiseLetter}); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("praise of somebody in the archive: %v", err)
	}
	mustDo(t, store.UnarchiveCustomer(ann))
	if got := owedFor(t, store, p.ID); got != `"1 owed"` {
		t.Errorf("back in the book: %s", got)
	}
	checkRules(t, store.Path())
}

// Whoever was erased says nothing any more, and nothing can be written into what is left.
func TestPraiseOfSomebodyErased(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	p := praised(t, store, ann, models.PraiseReview, "Lovely")
	if _, err := store.EraseCustomer(ann); err != nil {
		t.Fatal(err)
	}
	p.Text = "Lovely again"
	wantProblem(t, store.SavePraise(p), "customer", "praise.erased")
	rows, n, err := store.Praises(models.PraiseFilter{Limit: 9})
	if err != nil || n != 0 || len(rows) != 0 {
		t.Errorf("%+v, %d, %v", rows, n, err)
	}
	if sums, err := store.PraiseSums(); err != nil || sums.All+sums.Unanswered+sums.MayQuote+len(sums.Years) != 0 {
		t.Errorf("%+v, %v", sums, err)
	}
	checkRules(t, store.Path())
}

// Merging gives praise and its thank-you to the card that is kept, and parting gives them back.
func TestPraiseMovesWithTheCard(t *testing.T) {
	store, _ := modelstest.New(t)
	keep, gone := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Anne", "")
	p := praised(t, store, gone, models.PraiseReview, "Lovely")
	mustDo(t, store.MergeCustomers(keep, gone, nil))
	if card, err := store.Card(keep); err != nil || card.PraiseN != 1 || card.Rung != models.RungAdvocate || owedFor(t, store, p.ID) != `"1 owed"` {
		t.Errorf("merged: %+v, owed %s, %v", card, owedFor(t, store, p.ID), err)
	}
	checkRules(t, store.Path())
	mustDo(t, store.PutBack(models.ThingCustomer, int64(gone)))
	if card, err := store.Card(gone); err != nil || card.PraiseN != 1 || owedFor(t, store, p.ID) != `"2 owed"` {
		t.Errorf("parted: %+v, owed %s, %v", card, owedFor(t, store, p.ID), err)
	}
	checkRules(t, store.Path())
}

// A list of praise shows what each of its choices lets through, reviews that wait for an answer first.
func TestPraiseLists(t *testing.T) {
	store, _ := modelstest.New(t)
	mike := modelstest.Staff(t, store, "Mike")
	ann := modelstest.Customer(t, store, "Ann Hughes", "")
	for _, p := range []models.Praise{
		{CustomerID: ann, Text: "one", Channel: models.PraiseInPerson, OnDay: "2026-11-01", StaffID: mike, MayQuote: true},
		{SaidBy: "Zoë B.", Text: "two", Channel: models.PraiseReview, OnDay: "2025-03-01", Rating: 5, MayQuote: true},
		{SaidBy: "K.", Text: "three", Channel: models.PraiseReview, OnDay: "2026-02-01", RepliedOn: "2026-02-03"},
		{Text: "four", Channel: models.PraiseOther, OnDay: "2024-02-01"},
	} {
		mustDo(t, store.SavePraise(&p))
	}
	for _, c := range []struct {
		f    models.PraiseFilter
		want string
	}{
		{models.PraiseFilter{}, "two one three four"},
		{models.PraiseFilter{Newest: true}, "one three two four"},
		{models.PraiseFilter{Customer: ann}, "one"},
		{models.PraiseFilter{Staff: mike}, "one"},
		{models.PraiseFilter{Year: 2026}, "one three"},
		{models.PraiseFilter{Channel: models.PraiseReview}, "two three"},
		{models.PraiseFilter{MayQuote: true}, "two one"},
		{models.PraiseFilter{Unanswered: true}, "two"},
		{models.PraiseFilter{Text: "zoe"}, "two"},
		{models.PraiseFilter{Text: "hughes one"}, "one"},
		{models.PraiseFilter{Text: "five"}, ""},
	} {
		c.f.Limit = 9
		rows, n, err := store.Praises(c.f)
		var got []string
		for _, r := range rows {
			got = append(got, r.Text)
		}
		if err != nil || n != len(rows) || strings.Join(got, " ") != c.want {
			t.Errorf("%+v gives %v of %d (%v), want %s", c.f, got, n, err, c.want)
		}
	}
	for _, f := range []models.PraiseFilter{{}, {Newest: true}, {Year: 2026}, {Text: "hughes"}} {
		f.Limit = 9
		rows, _, err := store.Praises(f)
		if err != nil {
			t.Fatal(err)
		}
		for id := models.PraiseID(1); id <= 4; id++ {
			want := slices.IndexFunc(rows, func(r models.PraiseRow) bool { return r.ID == id })
			if place, err := store.PraisePlace(f, id); err != nil || place != want {
				t.Errorf("%+v has %d at %d (%v), want %d", f, id, place, err, want)
			}
		}
	}
	sums, err := store.PraiseSums()
	if err != nil || sums.All != 4 || sums.Unanswered != 1 || sums.MayQuote != 2 || !slices.Equal(sums.Years, []int{2026, 2025, 2024}) {
		t.Errorf("%+v, %v", sums, err)
	}
	mustDo(t, store.ReplyToPraise(2, store.Today()))
	if row, err := store.PraiseRow(2); err != nil || row.Unanswered() || row.Name != "Zoë B." || row.RepliedOn != store.Today() {
		t.Errorf("%+v, %v", row, err)
	}
	if err := store.ReplyToPraise(4711, ""); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("%v", err)
	}
}

// What somebody said about the shop finds them, in the search box and in the list, and is given as the reason.
func TestPraiseIsFound(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann Hughes", "")
	praised(t, store, ann, models.PraiseReview, "Nobody listens\nlike Mike: merveilleux!")
	mustDo(t, store.SavePraise(&models.Praise{SaidBy: "Zoë B.", Text: "Merveilleux too", Channel: models.PraiseReview, OnDay: "2025-03-01"}))
	hits, err := store.Search("Mérveill", 8)
	if err != nil || len(hits.Notes) != 2 || hits.Notes[0].CustomerID != ann || hits.Notes[0].PraiseID != 1 || hits.Notes[0].Text != "Nobody listens like Mike: merveilleux!" || hits.Notes[1].Customer != "Zoë B." {
		t.Fatalf("%+v, %v", hits.Notes, err)
	}
	rows, _, err := store.Customers(models.CustomerFilter{Text: "listens mike", Limit: 9})
	if err != nil || len(rows) != 1 || rows[0].ID != ann {
		t.Fatalf("%+v, %v", rows, err)
	}
	why, err := store.WhyFound(rows, "listens mike")
	if err != nil || why[0].Reason != models.FoundByPraise || why[0].Day != store.Today() {
		t.Errorf("%+v, %v", why, err)
	}
	story, _, _, err := store.Story(ann, models.StoryFilter{Part: models.StoryPraised, Text: "listens", Limit: 9})
	if err != nil || len(story) != 1 || story[0].Kind != models.StoryPraise || story[0].Praise.Text == "" {
		t.Errorf("%+v, %v", story, err)
	}
	mustDo(t, store.DeletePraise(1))
	if hits, err = store.Search("merveill", 8); err != nil || len(hits.Notes) != 1 {
		t.Errorf("%+v, %v", hits.Notes, err)
	}
	spoil := raw(t, store.Path())
	do(t, spoil, "UPDATE praise SET text_key = 'wrong'")
	mustDo(t, store.Repair(t.Context(), nil))
	if hits, err = store.Search("merveill", 8); err != nil || len(hits.Notes) != 1 {
		t.Errorf("after the repair: %+v, %v", hits.Notes, err)
	}
}
