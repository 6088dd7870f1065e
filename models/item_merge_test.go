package models_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// asked writes out how often each thing was asked for.
func asked(t *testing.T, store *models.Store) string {
	t.Helper()
	return strings.Join(lines(t, raw(t, store.Path()), "SELECT i.name || ' ' || count(*) FROM request r JOIN item i ON i.id = r.item_id GROUP BY i.id ORDER BY i.name"), ", ")
}

// Two things that are one are asked for as one, by either name; parted again, each has what was asked for by its name, before and since.
func TestThingsAreMergedAndParted(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	for _, thing := range []string{"tube", "inner tube", "inner tube", "rubber tube"} {
		waits(t, store, ann, thing, models.OrderIn, "")
	}
	tube, inner, rubber := itemOf(t, store, "tube"), itemOf(t, store, "inner tube"), itemOf(t, store, "rubber tube")
	before := dump(t, raw(t, store.Path()))
	mustDo(t, store.MergeItems(inner, rubber))
	mustDo(t, store.MergeItems(tube, inner)) // and with it what was merged into it
	if got, want := asked(t, store), `"tube 4"`; got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
	checkRules(t, store.Path())
	for i, done := range []error{store.MergeItems(tube, inner), store.MergeItems(inner, tube), store.RenameItem(inner, "a tube"), store.SplitItem(tube)} {
		if !errors.Is(done, models.ErrNotFound) {
			t.Errorf("%d: %v", i, done)
		}
	}
	wantProblem(t, store.MergeItems(tube, tube), "item", "item.same")
	if names, err := store.OtherNames(tube); err != nil || len(names) != 1 || names[0].Name != "inner tube" {
		t.Errorf("it is also called %+v, %v", names, err)
	}
	mustDo(t, store.SplitItem(inner))
	mustDo(t, store.SplitItem(rubber))
	if after := dump(t, raw(t, store.Path())); after != before {
		t.Errorf("merging and parting left:\n%s", difference(before, after))
	}
	mustDo(t, store.MergeItems(tube, rubber))
	waits(t, store, ann, "Rubber Tube", models.OrderIn, "")
	if got, want := asked(t, store), `"inner tube 2", "tube 3"`; got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
	mustDo(t, store.SplitItem(rubber))
	if got, want := asked(t, store), `"inner tube 2", "rubber tube 2", "tube 1"`; got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
	checkRules(t, store.Path())
	rows, err := store.Activity(models.ActivityFilter{Thing: models.ThingItem, Limit: 3})
	if err != nil || len(rows) != 3 || rows[0].Label != "rubber tube" || len(rows[0].Fields) != 1 || rows[0].Fields[0].From != "tube" || rows[1].Fields[0].To != "tube" {
		t.Errorf("the log tells %+v, %v", rows, err)
	}
}

// A visit that is saved again keeps what things were called when they were asked for and offered.
func TestAVisitSavedAgainKeepsItsNames(t *testing.T) {
	store, _ := modelstest.New(t)
	e := &models.VisitEntry{Visit: models.Visit{At: models.MomentOf(store.Now()), Requests: []models.Request{{Item: "rubber tube", Reason: models.ReasonOutOfStock,
		Alternatives: []models.Alternative{{Kind: models.AnotherItem, Description: "a patch", State: models.AlternativeAccepted}}}}}}
	mustDo(t, store.SaveVisit(e))
	modelstest.Visit(t, store, 0, "tube")
	rubber, patch := itemOf(t, store, "rubber tube"), itemOf(t, store, "a patch")
	mustDo(t, store.MergeItems(itemOf(t, store, "tube"), rubber))
	mustDo(t, store.RenameItem(patch, "Patch kit"))
	wantProblem(t, store.RenameItem(patch, "TUBE"), "name", "item.taken")
	wantProblem(t, store.RenameItem(patch, "rubber tube"), "name", "item.taken")
	wantProblem(t, store.RenameItem(patch, " "), "name", "item.name")
	wantProblem(t, store.RenameItem(patch, strings.Repeat("x", 3000)), "name", "tooLong")
	before := dump(t, raw(t, store.Path()))
	e, err := store.Visit(e.Visit.ID)
	if err != nil || e.Visit.Requests[0].Item != "tube" || e.Visit.Requests[0].Alternatives[0].Description != "Patch kit" {
		t.Fatalf("it is called %+v, %v", e.Visit.Requests, err)
	}
	mustDo(t, store.SaveVisit(e))
	if after := dump(t, raw(t, store.Path())); after != before {
		t.Errorf("saving it again left:\n%s", difference(before, after))
	}
	mustDo(t, store.SplitItem(rubber))
	if got, want := asked(t, store), `"rubber tube 1", "tube 1"`; got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
}

// The shop file itself lets no thing be asked for that is another one, and no circle of them.
func TestTheFileKeepsThingsApart(t *testing.T) {
	store, _ := modelstest.New(t)
	for _, thing := range []string{"tube", "rubber tube"} {
		modelstest.Visit(t, store, 0, thing)
	}
	db := raw(t, store.Path())
	refused(t, db, "item_is_another", "UPDATE item SET merged_into = 1 WHERE id = 2") // it is asked for still
	mustDo(t, store.MergeItems(1, 2))
	refused(t, db, "item_is_another", "UPDATE item SET merged_into = 2 WHERE id = 1")
	refused(t, db, "item_is_another", "UPDATE item SET merged_into = 1 WHERE id = 1")
	refused(t, db, "item_is_another", "UPDATE request SET item_id = 2")
	refused(t, db, "item_is_another", "INSERT INTO request (visit_id, item_id, state) VALUES (1, 2, 'fulfilled')")
	refused(t, db, "CHECK", "UPDATE request SET named_item_id = item_id")
	refused(t, db, "CHECK", "UPDATE request SET worth = -1")
	refused(t, db, "CHECK", "INSERT INTO call (at, outcome) VALUES (1, 'reached')")
	refused(t, db, "CHECK", "INSERT INTO snooze (line, visit_id, until) VALUES ('not_seen', 1, '2026-12-01')")
}

// A thing is found by its name, by another of its names, in the singular and in the plural.
func TestThingsAreFoundHoweverTheyAreCalled(t *testing.T) {
	store, _ := modelstest.New(t)
	for _, thing := range []string{"Inner tubes", "Batteries", "Brush", "Glass", "Café table", "Schlauch", "Bus pass"} {
		modelstest.Visit(t, store, 0, thing)
	}
	mustDo(t, store.MergeItems(itemOf(t, store, "Inner tubes"), itemOf(t, store, "Schlauch")))
	for typed, want := range map[string]string{"inner tube": "Inner tubes", "TUBES": "Inner tubes", "battery": "Batteries", "batteries": "Batteries", "batter": "Batteries", "brushes": "Brush",
		"glass": "Glass", "glasses": "Glass", "cafe tables": "Café table", "schlauch": "Inner tubes", "bus": "Bus pass", "passes bus": "Bus pass", "saddle": ""} {
		if got := namesFound(t, store, typed); got != want {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
	if rows, err := store.FindItems("b", 2); err != nil || !slices.EqualFunc(rows, []string{"Brush", "Bus pass"}, func(r models.ItemRow, name string) bool { return r.Name == name }) {
		t.Errorf("the first two with b: %+v, %v", rows, err)
	}
}

// A slip of the fingers finds the thing all the same; of a size or a short word every sign counts.
func TestThingsAreFoundHoweverTheyAreSpelled(t *testing.T) {
	store, _ := modelstest.New(t)
	for _, thing := range []string{"Brooks saddle", "Saddlebag", "Tyre 28", "Tyre 26x2", "Pump", "Dérailleur", "Велосипед", "Schloß"} {
		modelstest.Visit(t, store, 0, thing)
	}
	for typed, want := range map[string]string{"sadlde": "Saddlebag, Brooks saddle", "broks sadle": "Brooks saddle", "tyer": "Tyre 28, Tyre 26x2", "tyer 28": "Tyre 28", "tyre 27": "", "tyre 26x3": "",
		"derailer": "Dérailleur", "deraileur": "Dérailleur", "dera": "Dérailleur", "велосипет": "Велосипед", "shloss": "Schloß", "pmup": "Pump", "pum": "Pump", "pip": "", "bump": "", "umbrella": "", "saddle": "Saddlebag, Brooks saddle"} {
		if got := namesFound(t, store, typed); got != want {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
	mustDo(t, store.UndoLast()) // of the words of a thing that went nothing is left
	if got := namesFound(t, store, "shloss"); got != "" {
		t.Errorf("a thing that is not there any more is found: %q", got)
	}
}

// namesFound gives the names of the first five things that are found.
func namesFound(t *testing.T, store *models.Store, typed string) string {
	t.Helper()
	rows, err := store.FindItems(typed, 5)
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, len(rows))
	for i, row := range rows {
		names[i] = row.Name
	}
	return strings.Join(names, ", ")
}

// The names are held in memory, and yet whatever writes the file is seen at the next key.
func TestThingsOfOtherWritersAreFound(t *testing.T) {
	store, _ := modelstest.New(t)
	finds := func(want string) {
		t.Helper()
		if got := namesFound(t, store, "tube"); got != want {
			t.Errorf("found %q, want %q", got, want)
		}
	}
	finds("")
	modelstest.Visit(t, store, 0, "tube")
	finds("tube")
	db := raw(t, store.Path())
	do(t, db, "INSERT INTO item (name, name_key, created_at) VALUES ('Tubeless tape', 'tubeless tape', 1)")
	finds("tube, Tubeless tape")
	mustDo(t, store.UndoLast())
	finds("Tubeless tape")
	do(t, db, "UPDATE item SET deleted_at = 1")
	finds("")
	looking, err := models.Open(store.Path(), models.ReadOnly("somebody"))
	if err != nil {
		t.Fatal(err)
	}
	defer looking.Close()
	do(t, db, "UPDATE item SET deleted_at = 0")
	if rows, err := looking.FindItems("tape", 5); err != nil || len(rows) != 1 {
		t.Errorf("who only looks finds %+v, %v", rows, err)
	}
}

// What a visit made goes when it is cancelled, and comes again with it.
func TestACancelledVisitMakesNothing(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, ben := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Ben", "")
	spoke := modelstest.Specialist(t, store, "Spoke Works", "wheels")
	e := wholeVisit(store, 0, spoke)
	e.NewCustomer, e.Visit.CustomerID, e.BroughtBy = nil, ann, models.Referrer{CustomerID: ben}
	mustDo(t, store.SaveVisit(e))
	db := raw(t, store.Path())
	const made = "SELECT (SELECT count(*) FROM want), (SELECT count(*) FROM follow_up), (SELECT count(*) FROM referral_out), (SELECT count(*) FROM thank_you), (SELECT state FROM referral_in), (SELECT sum(cancelled) FROM request), (SELECT visit_n FROM customer WHERE id = 1)"
	is := func(want string) {
		t.Helper()
		if got := lines(t, db, made)[0]; got != want {
			t.Errorf("it made %s, want %s", got, want)
		}
		checkRules(t, store.Path())
	}
	is(`1 2 1 1 "approved" 0 1`)
	mustDo(t, store.CancelVisit(e.Visit.ID))
	is(`0 0 0 0 "pending" 3 0`)
	if rows, err := store.NewestRequests(models.LogFilter{}, 5); err != nil || len(rows) != 3 {
		t.Errorf("the log shows %d, %v", len(rows), err)
	}
	e, err := store.Visit(e.Visit.ID)
	if err != nil {
		t.Fatal(err)
	}
	e.Visit.State = models.VisitCompleted
	mustDo(t, store.SaveVisit(e))
	is(`1 1 1 1 "approved" 0 1`)
	mustDo(t, store.UndoLast())
	mustDo(t, store.UndoLast())
	is(`1 2 1 1 "approved" 0 1`)
	if err := store.CancelVisit(4711); !errors.Is(err, models.ErrNotFound) {
		t.Error(err)
	}
}
