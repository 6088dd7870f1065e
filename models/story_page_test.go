package models_test

import (
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// longStory is somebody with much of everything, some of it on the same day and at the same moment.
func longStory(t *testing.T) (*models.Store, models.CustomerID) {
	t.Helper()
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
	spoke := modelstest.Specialist(t, store, "Spoke Works", "wheel building")
	for i := range 30 {
		if i%2 == 0 {
			clock.Days(1)
		}
		e := &models.VisitEntry{Visit: models.Visit{CustomerID: ann, At: models.MomentOf(clock.Now())}}
		e.Visit.Requests = []models.Request{{Item: "Bell", TheirWords: "eine schöne Klingel"}}
		switch i % 5 {
		case 1:
			e.Visit.Channel = models.ByPhone
		case 2:
			e.Visit.Requests[0].Reason = models.ReasonNotOurTrade
			e.Visit.Requests[0].Alternatives = []models.Alternative{{Kind: models.ToSpecialist, SpecialistID: spoke, State: models.AlternativeAccepted, Consent: true}}
		case 3:
			e.FollowUpOn, e.FollowUpWhy = store.Today().AddDays(1), "Ask about the bell"
		}
		if err := store.SaveVisit(e); err != nil {
			t.Fatal(err)
		}
		if i%15 == 7 {
			praised(t, store, ann, models.PraiseReview, "eine schöne Klingel")
		}
		if i%10 == 4 {
			sent := &models.VisitEntry{NewCustomer: &models.Customer{Name: "Peter Lowe"}, BroughtBy: models.Referrer{CustomerID: ann}}
			sent.Visit.At = models.MomentOf(clock.Now())
			if err := store.SaveVisit(sent); err != nil {
				t.Fatal(err)
			}
		}
	}
	card, err := store.Card(ann)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range card.FollowUps[:4] {
		if err := store.FinishFollowUp(f.ID, "rang"); err != nil {
			t.Fatal(err)
		}
	}
	return store, ann
}

// A story read in pages is the story read in one go, whatever part of it and however long the pages.
func TestStoryInPagesIsTheStory(t *testing.T) {
	store, ann := longStory(t)
	for _, part := range models.StoryParts {
		for _, text := range []string{"", "KLINGEL schon"} {
			whole, _, more, err := store.Story(ann, models.StoryFilter{Part: part, Text: text, Limit: 1000})
			if err != nil || more {
				t.Fatalf("%q: %v, and more: %t", part, err, more)
			}
			if none := part == models.StoryTurns || part == models.StoryChanges; len(whole) == 0 && (text == "" || !none) {
				t.Errorf("%q with %q is empty", part, text)
			}
			for _, limit := range []int{1, 3, 7} {
				f := models.StoryFilter{Part: part, Text: text, Limit: limit}
				var paged []models.StoryEntry
				for more := true; more; {
					var page []models.StoryEntry
					if page, f.After, more, err = store.Story(ann, f); err != nil {
						t.Fatal(err)
					}
					paged = append(paged, page...)
				}
				wantStory(t, paged, whole)
			}
		}
	}
}

func wantStory(t *testing.T, got, want []models.StoryEntry) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d entries in pages, %d in one go", len(got), len(want))
	}
	for i := range got {
		if got[i].Kind != want[i].Kind || got[i].At != want[i].At || i > 0 && got[i].At > got[i-1].At {
			t.Errorf("entry %d is %s of %d, want %s of %d", i, got[i].Kind, got[i].At, want[i].Kind, want[i].At)
		}
	}
}

func TestStoryParts(t *testing.T) {
	store, ann := longStory(t)
	for part, want := range map[models.StoryPart]int{
		models.StoryVisits: 30, models.StoryUnmet: 6, models.StoryTurns: 3 + 6, models.StoryCalls: 6 + 4, models.StoryChanges: 1, models.StoryPraised: 2,
		models.StoryAll: 30 + 3 + 6 + 4 + 1 + 2,
	} {
		told, _, _, err := store.Story(ann, models.StoryFilter{Part: part, Limit: 1000})
		if err != nil || len(told) != want {
			t.Errorf("%q has %d entries, want %d; %v", part, len(told), want, err)
		}
	}
}
