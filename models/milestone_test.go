package models_test

import (
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// thankingFor opens a shop that thanks for every third visit, every second year and birthdays.
func thankingFor(t *testing.T) (*models.Store, *modelstest.Clock) {
	t.Helper()
	store, clock := modelstest.New(t)
	shop, err := store.Shop()
	if err != nil {
		t.Fatal(err)
	}
	shop.MilestoneVisits, shop.MilestoneYears, shop.MilestoneBirthday = 3, 2, true
	if err := store.SaveShop(&shop); err != nil {
		t.Fatal(err)
	}
	return store, clock
}

// wantMilestones fails unless these are due, each by its sort and number, oldest first.
func wantMilestones(t *testing.T, store *models.Store, when string, want ...models.ThankYou) []models.ThankYouRow {
	t.Helper()
	rows, total, err := store.ThankYous(models.ThanksFilter{Limit: 50})
	if err != nil || total != len(rows) {
		t.Fatalf("%s: %d of %d, %v", when, len(rows), total, err)
	}
	if len(rows) != len(want) {
		t.Fatalf("%s: due are %+v, not %+v", when, rows, want)
	}
	for i, row := range rows {
		if row.Milestone != want[i].Milestone || row.CauseID != want[i].CauseID || row.Cause != models.ThanksMilestone {
			t.Errorf("%s: due is %+v, not %+v", when, row, want[i])
		}
	}
	return rows
}

func TestMilestonesAreOffAtFirst(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	for range 12 {
		clock.Days(60)
		modelstest.Visit(t, store, ann)
	}
	wantMilestones(t, store, "after twelve visits in two years")
}

func TestEveryThirdVisitIsThankedFor(t *testing.T) {
	store, clock := thankingFor(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	third := models.ThankYou{Milestone: models.MilestoneVisits, CauseID: 3}
	var last models.VisitID
	for range 3 {
		wantMilestones(t, store, "before the third")
		clock.Days(1)
		last = modelstest.Visit(t, store, ann)
		modelstest.Visit(t, store, ann, "a second on the same day")
	}
	wantMilestones(t, store, "at the third", third)
	entry, err := store.Visit(last)
	if err != nil {
		t.Fatal(err)
	}
	clock.Days(1)
	again := modelstest.Visit(t, store, ann)
	wantMilestones(t, store, "at the fourth", third)
	for _, step := range []struct {
		what string
		do   func() error
		due  []models.ThankYou
	}{
		{"the fourth is cancelled", func() error { return store.CancelVisit(again) }, []models.ThankYou{third}},
		{"the third is taken out", func() error { return store.DeleteVisit(entry.Visit.ID) }, []models.ThankYou{third}}, // another is on its day
		{"and that other", func() error { return store.DeleteVisit(last + 1) }, nil},
		{"which is taken back", store.UndoLast, []models.ThankYou{third}},
		{"and made again", store.Redo, nil},
		{"the fourth counts again", func() error { return store.CountVisitAgain(again) }, []models.ThankYou{third}},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.what, err)
		}
		wantMilestones(t, store, step.what, step.due...)
	}
	rows := wantMilestones(t, store, "then", third)
	if err := store.MarkThanked([]models.ThankYouID{rows[0].ID}, 0, ""); err != nil {
		t.Fatal(err)
	}
	if err := store.CancelVisit(again); err != nil {
		t.Fatal(err)
	}
	if err := store.CountVisitAgain(again); err != nil {
		t.Fatal(err)
	}
	wantMilestones(t, store, "once it was said") // nobody is thanked twice for one thing
	checkRules(t, store.Path())
}

func TestYearsAndWhatAnOldProgramCountedAreThankedFor(t *testing.T) {
	store, clock := thankingFor(t)
	ann := &models.Customer{Name: "Ann", Earlier: models.Earlier{VisitN: 7, FirstOn: "2021-11-30", LastOn: "2025-01-02"}}
	if err := store.SaveCustomer(ann); err != nil {
		t.Fatal(err)
	}
	modelstest.Visit(t, store, ann.ID) // the eighth; she comes for four years, which is nothing this visit reached on its own
	rows, _, err := store.ThankYous(models.ThanksFilter{Limit: 9})
	if err != nil || len(rows) != 1 || rows[0].Milestone != models.MilestoneYears || rows[0].CauseID != 4 {
		t.Fatalf("at the eighth visit: %+v, %v", rows, err)
	}
	clock.Days(1)
	modelstest.Visit(t, store, ann.ID)
	wantMilestones(t, store, "at the ninth", models.ThankYou{Milestone: models.MilestoneYears, CauseID: 4}, models.ThankYou{Milestone: models.MilestoneVisits, CauseID: 9})
	again, err := store.Customer(ann.ID)
	if err != nil {
		t.Fatal(err)
	}
	again.Earlier = models.Earlier{}
	if err := store.SaveCustomer(again); err != nil {
		t.Fatal(err)
	}
	wantMilestones(t, store, "once the old program is forgotten")
}

func TestABirthdayIsNotedOnceSomethingIsDoneAboutIt(t *testing.T) {
	store, clock := thankingFor(t)
	db := raw(t, store.Path())
	ann := &models.Customer{Name: "Ann", Birthday: "1972-11-23"} // in two days
	if err := store.SaveCustomer(ann); err != nil {
		t.Fatal(err)
	}
	birthday := models.ThankYou{Milestone: models.MilestoneBirthday, CauseID: 2026}
	const stored = "SELECT count(*) FROM thank_you"
	rows := wantMilestones(t, store, "two days before", birthday)
	if n := one[int](t, db, stored); n != 0 || rows[0].Since != "2026-11-23" || rows[0].Name != "Ann" || !rows[0].Channel.Valid() {
		t.Fatalf("%d are noted because somebody looked; %+v", n, rows[0])
	}
	page, err := store.TodayPage()
	if err != nil || page.ThanksN != 1 || page.BirthdayN != 0 {
		t.Fatalf("Today has %d thank-yous and %d birthdays, %v", page.ThanksN, page.BirthdayN, err)
	}
	for what, do := range map[string]func() error{
		"another way": func() error { return store.SetThankYouChannel(rows[0].ID, models.ByCall) },
		"a reward":    func() error { return store.SetReward(rows[0].ID, models.Reward{Kind: models.RewardGift}) },
		"printed":     func() error { return store.MarkPrinted([]models.ThankYouID{rows[0].ID}) },
	} {
		if err := do(); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if n := one[int](t, db, stored); n != 1 {
			t.Fatalf("%s: %d are noted", what, n)
		}
		wantMilestones(t, store, what, birthday)
		if err := store.UndoLast(); err != nil {
			t.Fatal(err)
		}
		wantMilestones(t, store, what+", taken back", birthday)
	}
	wantNotFound(t, store.SetThankYouChannel(-4711, models.ByCall))
	if err := store.MarkThanked([]models.ThankYouID{rows[0].ID}, 0, "sang"); err != nil {
		t.Fatal(err)
	}
	wantMilestones(t, store, "once she was thanked")
	clock.Days(2)
	wantMilestones(t, store, "on the day itself")
	clock.Days(363)
	wantMilestones(t, store, "a year later", models.ThankYou{Milestone: models.MilestoneBirthday, CauseID: 2027})
	checkRules(t, store.Path())
}
