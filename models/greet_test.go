package models_test

import (
	"fmt"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// allRead reads what those not seen are found in.
func allRead(t *testing.T, store *models.Store) {
	t.Helper()
	for ready := false; !ready; {
		var err error
		ready, err = store.ReadyFilters()
		mustDo(t, err)
	}
}

func born(t *testing.T, store *models.Store, name, birthday string) models.CustomerID {
	t.Helper()
	c := &models.Customer{Name: name, Birthday: birthday}
	mustDo(t, store.SaveCustomer(c))
	return c.ID
}

// expectBirthdays fails unless Today has these, in their order.
func expectBirthdays(t *testing.T, store *models.Store, when string, want ...string) []models.GreetRow {
	t.Helper()
	page, err := store.TodayPage()
	mustDo(t, err)
	var got []string
	for _, g := range page.Birthdays {
		got = append(got, fmt.Sprintf("%s %s %d", g.Customer, g.On, g.Turns))
	}
	if fmt.Sprint(got) != fmt.Sprint(want) || page.BirthdayN != len(want) {
		t.Errorf("%s there are %d birthdays, %q", when, page.BirthdayN, got)
	}
	return page.Birthdays
}

func TestBirthdaysOfThisWeek(t *testing.T) {
	store, clock := modelstest.New(t) // 21 November 2026
	born(t, store, "Two days ago", "1990-11-19")
	born(t, store, "Yesterday", "1990-11-20")
	ann := born(t, store, "Ann", "--11-21")
	born(t, store, "Friday", "2000-11-27")
	born(t, store, "Saturday", "2000-11-28")
	born(t, store, "No birthday", "")
	expectBirthdays(t, store, "today", "Ann 2026-11-21 0", "Friday 2026-11-27 26", "Yesterday 2026-11-20 36")
	mustDo(t, store.Greeted(ann, "Birthday", models.SnoozeBirthday))
	expectBirthdays(t, store, "after she was greeted", "Friday 2026-11-27 26", "Yesterday 2026-11-20 36")
	mustDo(t, store.UndoLast())
	mustDo(t, store.Snooze(models.SnoozeBirthday, int64(ann), "2026-11-22"))
	expectBirthdays(t, store, "with her put off", "Friday 2026-11-27 26", "Yesterday 2026-11-20 36")
	clock.Days(1)
	expectBirthdays(t, store, "a day later", "Friday 2026-11-27 26", "Saturday 2026-11-28 26", "Ann 2026-11-21 0")
}

// Of 29 February the birthday is on the 28th in a year without one.
func TestBirthdayOfALeapDay(t *testing.T) {
	for year, want := range map[int]string{2027: "2027-02-28", 2028: "2028-02-29"} {
		store, clock := modelstest.New(t)
		born(t, store, "Leap", "2000-02-29")
		for clock.Now().Year() < year || clock.Now().YearDay() < 56 {
			clock.Days(1)
		}
		expectBirthdays(t, store, fmt.Sprint("in ", year), fmt.Sprintf("Leap %s %d", want, year-2000))
	}
}

func notSeen(t *testing.T, store *models.Store) (names []string) {
	t.Helper()
	page, err := store.TodayPage()
	mustDo(t, err)
	if page.Reading {
		t.Fatal("it is still being read who was not seen")
	}
	for _, g := range page.NotSeen {
		names = append(names, g.Customer)
	}
	return names
}

func expectNotSeen(t *testing.T, store *models.Store, when string, want ...string) {
	t.Helper()
	if got := notSeen(t, store); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s %v were not seen, want %v", when, got, want)
	}
}

func TestNotSeenForAWhile(t *testing.T) {
	store, clock := modelstest.New(t)
	ids := map[string]models.CustomerID{}
	for _, name := range []string{"Ann", "Ben", "Cleo", "Dan", "Eve", "Flo", "Gus"} {
		ids[name] = modelstest.Customer(t, store, name, "")
	}
	for range 5 {
		for _, name := range []string{"Ann", "Ben", "Cleo", "Dan", "Eve", "Flo"} {
			modelstest.Visit(t, store, ids[name], "bell")
			clock.Forward(60e9)
		}
		clock.Days(10)
	}
	modelstest.Visit(t, store, ids["Gus"], "bell") // once is no habit
	expectNotSeen(t, store, "at the usual time")
	clock.Days(7)
	expectNotSeen(t, store, "a week late", "Flo", "Eve", "Dan", "Cleo", "Ben")
	mustDo(t, store.Snooze(models.SnoozeNotSeen, int64(ids["Flo"]), store.Today().AddDays(3)))
	mustDo(t, store.Greeted(ids["Eve"], "", models.SnoozeNotSeen))
	f := &models.FollowUp{CustomerID: ids["Dan"], DueOn: store.Today()}
	mustDo(t, store.SaveFollowUp(f))
	mustDo(t, store.FinishFollowUp(f.ID, ""))
	modelstest.Visit(t, store, ids["Cleo"], "bell")
	expectNotSeen(t, store, "when most heard from the shop", "Ben", "Ann")
	clock.Days(3)
	expectNotSeen(t, store, "three days later", "Flo", "Ben", "Ann")
	clock.Days(7)
	expectNotSeen(t, store, "a gap later", "Flo", "Eve", "Dan", "Ben", "Ann")
	story, _, _, err := store.Story(ids["Eve"], models.StoryFilter{Part: models.StoryCalls, Limit: 9})
	if err != nil || len(story) == 0 || story[0].Kind != models.StoryFollowUp {
		t.Errorf("the story says %+v, %v", story, err)
	}
	mustDo(t, store.DeleteCustomer(ids["Ben"]))
	if err := store.Greeted(ids["Ben"], "", models.SnoozeNotSeen); err != models.ErrNotFound {
		t.Errorf("somebody who is not in the book was greeted: %v", err)
	}
}

// Today of a large book waits for nobody: who was not seen is told once it was read by and by.
func TestNotSeenOfALargeBook(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	for range 3 {
		modelstest.Visit(t, store, ann, "bell")
		clock.Days(50)
	}
	clock.Days(50)
	expectNotSeen(t, store, "in a small book", "Ann")
	if _, err := raw(t, store.Path()).Exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
		INSERT INTO customer (name, name_key, created_at, updated_at) SELECT 'Customer ' || i, 'customer ' || i, 1, 1 FROM n`); err != nil {
		t.Fatal(err)
	}
	if page, err := store.TodayPage(); err != nil || !page.Reading || page.NotSeen != nil {
		t.Errorf("before all is read: %+v, %v", page, err)
	}
	allRead(t, store)
	expectNotSeen(t, store, "when all is read", "Ann")
}
