package models_test

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// plainly adds up what was asked for and not there with a loop over all requests: what the list is held to.
func plainly(t must, db *sql.DB, since models.Day) (all []models.Wanted) {
	t.Helper()
	rows, err := db.Query(`SELECT r.item_id, v.day, ifnull(v.customer_id, 0), v.id, r.worth,
		  r.state = 'substituted' OR EXISTS (SELECT 1 FROM want w WHERE w.request_id = r.id AND w.state = 'collected')
		FROM request r JOIN visit v ON v.id = r.visit_id WHERE r.reason <> '' AND v.deleted_at = 0 AND v.state <> 'cancelled' AND v.day >= ?`, since)
	if err != nil {
		t.Fatalf("%v", err)
	}
	defer rows.Close()
	type person struct{ item, customer, stranger int64 }
	stakes, things := map[person]models.Money{}, map[models.ItemID]*models.Wanted{}
	for rows.Next() {
		var who person
		var visit int64
		var day models.Day
		var worth models.Money
		var got bool
		if err := rows.Scan(&who.item, &day, &who.customer, &visit, &worth, &got); err != nil {
			t.Fatalf("%v", err)
		}
		w := things[models.ItemID(who.item)]
		if w == nil {
			w = &models.Wanted{ItemID: models.ItemID(who.item), First: day, Last: day}
			things[w.ItemID] = w
		}
		if who.customer == 0 {
			who.stranger = visit
		}
		if _, known := stakes[who]; !known {
			w.People++
			if who.customer == 0 {
				w.Strangers++
			}
		}
		if got {
			worth = 0
		}
		w.First, w.Last = min(w.First, day), max(w.Last, day)
		w.Stake += max(worth, stakes[who]) - stakes[who]
		stakes[who] = max(worth, stakes[who])
	}
	for _, w := range things {
		all = append(all, *w)
	}
	slices.SortFunc(all, func(a, b models.Wanted) int {
		return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(b.Stake, a.Stake), strings.Compare(string(b.Last), string(a.Last)), cmp.Compare(a.ItemID, b.ItemID))
	})
	return all
}

// checkWanted holds the list, page by page, to what a loop finds.
func checkWanted(t must, store *models.Store, db *sql.DB, since models.Day) {
	t.Helper()
	want := plainly(t, db, since)
	var got []models.Wanted
	for {
		rows, total, err := store.WantedItems(models.WantedFilter{Since: since, Offset: len(got), Limit: 2})
		if err != nil || total != len(want) {
			t.Fatalf("%d things, %v; a loop finds %d", total, err, len(want))
		}
		for _, row := range rows {
			got = append(got, row.Wanted)
			waiting, err := store.Waiting(row.ItemID)
			if err != nil || len(waiting) != row.Waiting {
				t.Fatalf("%d wait for %s, %v; the list says %d", len(waiting), row.Item, err, row.Waiting)
			}
			if alone, err := store.WantedItem(row.ItemID, since); err != nil || alone != row {
				t.Fatalf("alone it is %+v, %v; in the list %+v", alone, err, row)
			}
		}
		if len(rows) == 0 {
			break
		}
	}
	if !slices.Equal(got, want) {
		t.Fatalf("the list has\n%+v\na loop finds\n%+v", got, want)
	}
}

func (m *machine) checkWanted(t *rapid.T) { checkWanted(t, m.store, m.db, "") }

// missed logs that a thing was not there, and gives the visit.
func missed(t *testing.T, store *models.Store, who models.CustomerID, thing string, worth models.Money) models.VisitID {
	t.Helper()
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: who, At: models.MomentOf(store.Now()), Requests: []models.Request{
		{Item: thing, Reason: models.ReasonNotCarried, NothingSuitable: true, Worth: worth}}}}
	mustDo(t, store.SaveVisit(e))
	return e.Visit.ID
}

// wantedText writes out the list, a line for each thing.
func wantedText(t *testing.T, store *models.Store, since models.Day) string {
	t.Helper()
	rows, _, err := store.WantedItems(models.WantedFilter{Since: since, Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range rows {
		all = append(all, fmt.Sprintf("%s: %d people, %d strangers, %d at stake, %d wait, %d here", r.Item, r.People, r.Strangers, r.Stake, r.Waiting, r.Here))
	}
	return strings.Join(all, "\n")
}

// People count, not how often they ask; who asks more does not lead the list, and no visit that was cancelled does.
func TestWantedCountsPeople(t *testing.T) {
	store, clock := modelstest.New(t)
	ann, ben := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Ben", "")
	for range 5 {
		missed(t, store, ann, "bell", 10_00)
	}
	old := store.Today()
	clock.Days(100)
	missed(t, store, ben, "saddle", 80_00)
	missed(t, store, 0, "Brooks saddle", 90_00)
	missed(t, store, 0, "Brooks saddle", 0)
	expect := func(since models.Day, want ...string) {
		t.Helper()
		if got := wantedText(t, store, since); got != strings.Join(want, "\n") {
			t.Errorf("there are\n%s\nwant\n%s", got, strings.Join(want, "\n"))
		}
	}
	expect("", "Brooks saddle: 2 people, 2 strangers, 9000 at stake, 0 wait, 0 here", "saddle: 1 people, 0 strangers, 8000 at stake, 0 wait, 0 here", "bell: 1 people, 0 strangers, 1000 at stake, 0 wait, 0 here")
	expect(old.AddDays(1), "Brooks saddle: 2 people, 2 strangers, 9000 at stake, 0 wait, 0 here", "saddle: 1 people, 0 strangers, 8000 at stake, 0 wait, 0 here")
	mustDo(t, store.MergeItems(itemOf(t, store, "saddle"), itemOf(t, store, "Brooks saddle")))
	expect("", "saddle: 3 people, 2 strangers, 17000 at stake, 0 wait, 0 here", "bell: 1 people, 0 strangers, 1000 at stake, 0 wait, 0 here")
	lamp := missed(t, store, ann, "lamp", 500_00)
	waits(t, store, ben, "lamp", models.OrderIn, "")
	expect(store.Today(), "saddle: 3 people, 2 strangers, 17000 at stake, 0 wait, 0 here", "lamp: 2 people, 0 strangers, 50000 at stake, 1 wait, 0 here")
	mustDo(t, store.CancelVisit(lamp))
	mustDo(t, again(store.CameIn(itemOf(t, store, "lamp"))))
	expect(store.Today(), "saddle: 3 people, 2 strangers, 17000 at stake, 0 wait, 0 here", "lamp: 1 people, 0 strangers, 0 at stake, 1 wait, 1 here")
	mustDo(t, store.UndoLast())
	mustDo(t, store.UndoLast())
	expect(store.Today(), "saddle: 3 people, 2 strangers, 17000 at stake, 0 wait, 0 here", "lamp: 2 people, 0 strangers, 50000 at stake, 1 wait, 0 here")
	for _, since := range []models.Day{"", old, store.Today(), store.Today().AddDays(1)} {
		checkWanted(t, store, raw(t, store.Path()), since)
	}
}

// What somebody got after all is no money missed; that they asked for it stays.
func TestWhatWasGotIsNotAtStake(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	for _, kind := range []models.AlternativeKind{models.OrderIn, models.SomethingElse} {
		mustDo(t, store.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: ann, At: models.MomentOf(store.Now()), Requests: []models.Request{
			{Item: string(kind), Reason: models.ReasonOutOfStock, Worth: 20_00, Alternatives: []models.Alternative{{Kind: kind, Description: "so", State: models.AlternativeAccepted}}}}}}))
	}
	if got, want := wantedText(t, store, ""), "order_in: 1 people, 0 strangers, 2000 at stake, 1 wait, 0 here\nother: 1 people, 0 strangers, 0 at stake, 0 wait, 0 here"; got != want {
		t.Errorf("there are\n%s\nwant\n%s", got, want)
	}
	mustDo(t, store.SetWantState(1, models.WantReady))
	mustDo(t, store.NoteCall(models.CallOf{WantID: 1}, models.CallCollected))
	rows, _, err := store.WantedItems(models.WantedFilter{Limit: 50})
	if err != nil || rows[0].Stake != 0 || rows[0].Waiting != 0 || rows[1].Stake != 0 {
		t.Errorf("once it was collected there are %+v, %v", rows, err)
	}
}
