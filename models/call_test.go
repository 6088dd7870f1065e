package models_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// waits logs that somebody asks for a thing and takes the alternative of that kind, with what they were told.
func waits(t *testing.T, store *models.Store, who models.CustomerID, thing string, kind models.AlternativeKind, told string) {
	t.Helper()
	mustDo(t, store.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: who, At: models.MomentOf(store.Now()), Requests: []models.Request{
		{Item: thing, Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{{Kind: kind, Description: told, State: models.AlternativeAccepted}}}}}}))
}

// waiting writes out who waits for a thing, one word each.
func waiting(t *testing.T, store *models.Store, thing string) string {
	t.Helper()
	rows, err := store.Waiting(itemOf(t, store, thing))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range rows {
		here := ""
		if r.Here {
			here = "!"
		}
		all = append(all, strings.TrimSpace(fmt.Sprint(r.Customer, here, " ", r.State, " ", r.Called)))
	}
	return strings.Join(all, ", ")
}

// A thing that comes in calls everybody who waits for it, in the order they asked, until each has heard.
func TestWhoWaitsIsCalledWhenItCameIn(t *testing.T) {
	store, clock := modelstest.New(t)
	mike := modelstest.Staff(t, store, "Mike")
	for _, c := range []struct {
		name, thing, told string
		kind              models.AlternativeKind
	}{{"Ann", "saddle", "a week", models.OrderIn}, {"Ben", "Brooks saddle", "", models.Later}, {"Cleo", "saddle", "", models.OrderIn}, {"Dan", "bell", "", models.OrderIn}} {
		waits(t, store, modelstest.Customer(t, store, c.name, ""), c.thing, c.kind, c.told)
		clock.Days(1)
	}
	saddle := itemOf(t, store, "saddle")
	mustDo(t, store.MergeItems(saddle, itemOf(t, store, "Brooks saddle")))
	if got, want := waiting(t, store, "saddle"), "Ann requested, Ben, Cleo requested"; got != want {
		t.Fatalf("there wait %q, want %q", got, want)
	}
	mustDo(t, store.OrderWant(1, mike, store.Today().AddDays(7)))
	rows, err := store.Waiting(saddle)
	if err != nil || rows[0].OrderedBy != "Mike" || rows[0].OrderedOn != store.Today() || rows[0].Told != "a week" || rows[0].DueOn != store.Today().AddDays(7) {
		t.Fatalf("ordered: %+v, %v", rows, err)
	}
	if told, err := store.CameIn(saddle); err != nil || told != 3 {
		t.Fatalf("%d are told, %v", told, err)
	}
	wantProblem(t, again(store.CameIn(saddle)), "item", "item.nobodyWaits")
	if got, want := waiting(t, store, "saddle"), "Ann! ready, Ben!, Cleo! ready"; got != want {
		t.Fatalf("there wait %q, want %q", got, want)
	}
	if page, err := store.TodayPage(); err != nil || page.CallN != 3 {
		t.Errorf("today calls %d, %v", page.CallN, err)
	}
	mustDo(t, store.NoteCall(models.CallOf{WantID: 1}, models.CallLeftMessage))
	mustDo(t, store.NoteCall(models.CallOf{WantID: 2}, models.CallReached))
	if got, want := waiting(t, store, "saddle"), "Ann! ready left_message, Ben!, Cleo! notified reached"; got != want {
		t.Errorf("there wait %q, want %q", got, want)
	}
	if page, err := store.TodayPage(); err != nil || page.CallN != 1 {
		t.Errorf("with a message left and one reached, today calls %d, %v", page.CallN, err)
	}
	clock.Days(1)
	if page, err := store.TodayPage(); err != nil || page.CallN != 2 {
		t.Errorf("the day after the message today calls %d, %v", page.CallN, err)
	}
	mustDo(t, store.NoteCall(models.CallOf{FollowUpID: 1}, models.CallReached))
	mustDo(t, store.NoteCall(models.CallOf{WantID: 1}, models.CallNotWanted))
	mustDo(t, store.NoteCall(models.CallOf{WantID: 2}, models.CallCollected))
	if got := waiting(t, store, "saddle"); got != "" {
		t.Errorf("there wait %q still", got)
	}
	checkRules(t, store.Path())
}

func again(_ int, err error) error { return err }

// What a call is about has to have come in, and be open still.
func TestACallIsAboutWhatCameIn(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	waits(t, store, ann, "saddle", models.OrderIn, "")
	clock.Days(1)
	waits(t, store, ann, "saddle", models.Later, "")
	for _, of := range []models.CallOf{{WantID: 1}, {FollowUpID: 1}, {WantID: 4711}, {}} {
		if err := store.NoteCall(of, models.CallReached); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("a call about %+v: %v", of, err)
		}
	}
	wantProblem(t, store.NoteCall(models.CallOf{WantID: 1}, "shrug"), "outcome", "choice")
	mustDo(t, again(store.CameIn(itemOf(t, store, "saddle"))))
	mustDo(t, store.NoteCall(models.CallOf{WantID: 1}, models.CallCollected))
	if err := store.NoteCall(models.CallOf{WantID: 1}, models.CallReached); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("called about what was collected: %v", err)
	}
	mustDo(t, store.UndoLast())
	mustDo(t, store.UndoLast())
	if got, want := waiting(t, store, "saddle"), "Ann requested, Ann"; got != want {
		t.Errorf("after all was undone there wait %q, want %q", got, want)
	}
	if n := one[int](t, raw(t, store.Path()), "SELECT count(*) FROM call"); n != 0 {
		t.Errorf("%d calls are noted still", n)
	}
}

// What is ordered is known by whom and since when; what is not ordered after all is not.
func TestWhoOrdered(t *testing.T) {
	store, _ := modelstest.New(t)
	mike, ann := modelstest.Staff(t, store, "Mike"), modelstest.Customer(t, store, "Ann", "")
	waits(t, store, ann, "saddle", models.OrderIn, "")
	for _, c := range []struct {
		do   func() error
		want string
	}{
		{func() error { return store.SetWantState(1, models.WantOrdered) }, fmt.Sprintf("<nil> %q", store.Today())},
		{func() error { return store.SetWantState(1, models.WantRequested) }, `<nil> ""`},
		{func() error { return store.OrderWant(1, mike, "") }, fmt.Sprintf("%d %q", mike, store.Today())},
		{func() error { return store.SetWantState(1, models.WantOrdered) }, fmt.Sprintf("%d %q", mike, store.Today())},
	} {
		mustDo(t, c.do())
		if got := lines(t, raw(t, store.Path()), "SELECT ordered_by, ordered_on FROM want"); got[0] != c.want {
			t.Errorf("ordered by and on %s, want %s", got[0], c.want)
		}
	}
	wantProblem(t, store.OrderWant(1, mike, "soon"), "dueOn", "date")
	wantProblem(t, again(store.OrderItem(1, mike, "soon")), "dueOn", "date")
	wantProblem(t, again(store.OrderItem(1, mike, "")), "item", "item.nobodyToOrderFor")
	mustDo(t, store.SetWantState(1, models.WantReady))
	if err := store.OrderWant(1, mike, ""); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("ordered what is here: %v", err)
	}
	refused(t, raw(t, store.Path()), "CHECK", "UPDATE want SET ordered_on = '', ordered_by = 1")
}

// What is ordered once is ordered for all to whom it was promised, and for nobody else; one Undo takes it back.
func TestOrderedForAll(t *testing.T) {
	store, _ := modelstest.New(t)
	mike := modelstest.Staff(t, store, "Mike")
	for _, name := range []string{"Ann", "Ben", "Cleo"} {
		waits(t, store, modelstest.Customer(t, store, name, ""), "saddle", models.OrderIn, "")
	}
	waits(t, store, modelstest.Customer(t, store, "Dan", ""), "bell", models.OrderIn, "")
	mustDo(t, store.SetWantState(2, models.WantReady))
	if n, err := store.OrderItem(itemOf(t, store, "saddle"), mike, store.Today().AddDays(4)); err != nil || n != 2 {
		t.Fatalf("ordered for %d, %v", n, err)
	}
	if got, want := waiting(t, store, "saddle")+" / "+waiting(t, store, "bell"), "Ann ordered, Ben! ready, Cleo ordered / Dan requested"; got != want {
		t.Errorf("there wait %q, want %q", got, want)
	}
	if got := lines(t, raw(t, store.Path()), "SELECT ordered_by, due_on FROM want WHERE id IN (1, 3)"); got[0] != got[1] || got[0] != fmt.Sprintf("%d %q", mike, store.Today().AddDays(4)) {
		t.Errorf("ordered by and for %q", got)
	}
	mustDo(t, store.UndoLast())
	if got, want := waiting(t, store, "saddle"), "Ann requested, Ben! ready, Cleo requested"; got != want {
		t.Errorf("after Undo there wait %q, want %q", got, want)
	}
}
