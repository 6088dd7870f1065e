package models_test

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// callList writes out whom to call about what, a line for each thing.
func callList(t must, store *models.Store, f models.CallListFilter) (lines []string) {
	t.Helper()
	things, err := store.CallList(f)
	if err != nil {
		t.Fatalf("whom to call: %v", err)
	}
	for _, thing := range things {
		line := thing.Item + ":"
		for _, p := range thing.People {
			line += fmt.Sprintf(" %s", p.Customer)
			if p.Here {
				line += "!"
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// Whom to call stands thing by thing in the order they asked; who was reached, left a message today or is not in the book is not there.
func TestWhomToCallAboutWhatTheyWaitFor(t *testing.T) {
	store, clock := modelstest.New(t)
	ids := map[string]models.CustomerID{}
	for _, c := range []struct {
		name, thing string
		kind        models.AlternativeKind
	}{{"Ann", "saddle", models.OrderIn}, {"Ben", "Saddle", models.Later}, {"Cleo", "bell", models.OrderIn}, {"Dan", "saddle", models.OrderIn}} {
		ids[c.name] = modelstest.Customer(t, store, c.name, "0171 555 01")
		waits(t, store, ids[c.name], c.thing, c.kind, "")
		clock.Days(1)
	}
	expect := func(when string, f models.CallListFilter, want ...string) {
		t.Helper()
		if got := callList(t, store, f); !slices.Equal(got, want) {
			t.Errorf("%s there are to be called %q, want %q", when, got, want)
		}
	}
	saddle := itemOf(t, store, "saddle")
	expect("of all", models.CallListFilter{}, "bell: Cleo", "saddle: Ann Ben Dan")
	expect("of what came in", models.CallListFilter{CameIn: true})
	_, err := store.CameIn(saddle)
	mustDo(t, err)
	expect("once it came in", models.CallListFilter{CameIn: true}, "saddle: Ann! Ben! Dan!")
	expect("of one thing", models.CallListFilter{Item: itemOf(t, store, "bell")}, "bell: Cleo")
	mustDo(t, store.NoteCall(models.CallOf{WantID: 1}, models.CallLeftMessage))
	mustDo(t, store.NoteCall(models.CallOf{FollowUpID: 1}, models.CallReached))
	expect("after two calls", models.CallListFilter{CameIn: true}, "saddle: Dan!")
	clock.Days(1)
	expect("the day after", models.CallListFilter{Item: saddle}, "saddle: Ann! Dan!")
	mustDo(t, store.DeleteCustomer(ids["Dan"]))
	expect("without Dan", models.CallListFilter{}, "bell: Cleo", "saddle: Ann!")
}

// plainCalls finds whom to call by looking at every row.
func plainCalls(t must, store *models.Store, db *sql.DB, f models.CallListFilter) (all []string) {
	t.Helper()
	today := string(store.Today())
	add := func(row []any, here bool) {
		item, due := row[0].(int64), row[2].(string)
		if f.Item != 0 && int64(f.Item) != item || here && due > today || !here && f.CameIn {
			return
		}
		all = append(all, fmt.Sprint(row[0], " ", row[1], " ", here))
	}
	for _, w := range rowsOf(t, db, "SELECT w.item_id, w.customer_id, w.due_on, w.state FROM want w JOIN customer c ON c.id = w.customer_id WHERE c.state = 'active' AND c.deleted_at = 0") {
		if state := w[3].(string); state == "requested" || state == "ordered" || state == "ready" {
			add(w, state == "ready")
		}
	}
	for _, u := range rowsOf(t, db, `SELECT r.item_id, f.customer_id, f.due_on, f.came_in, f.state, v.deleted_at, v.state, r.state, r.reason, a.kind FROM follow_up f
		JOIN customer c ON c.id = f.customer_id AND c.state = 'active' AND c.deleted_at = 0
		JOIN alternative a ON a.id = f.alternative_id JOIN request r ON r.id = a.request_id JOIN visit v ON v.id = r.visit_id`) {
		if u[4] == "open" && u[5].(int64) == 0 && u[7] == "deferred" && u[8] != "" && u[9] == "later" {
			add(u, u[3] != "")
		}
	}
	slices.Sort(all)
	return all
}

// Whatever was asked for, came in and was called about, whom to call is what a plain look at every row finds.
func TestWhomToCallIsWhatAPlainLookFinds(t *testing.T) {
	dir, rounds, called := t.TempDir(), 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		rounds++
		m, end := emptyMachine(rt, fmt.Sprintf("%s/shop %d.goodturn", dir, rounds))
		defer end()
		var people []models.CustomerID
		for _, name := range []string{"Ann", "Ben", "Cleo"} {
			people = append(people, modelstest.Customer(t, m.store, name, ""))
		}
		for range within(rt, "wishes", 1, 8) {
			v := models.Visit{CustomerID: evenly(rt, "who", people...), At: models.MomentOf(m.clock.Now())}
			v.Requests = []models.Request{{Item: evenly(rt, "thing", "bell", "saddle"), Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{
				{Kind: evenly(rt, "kind", models.OrderIn, models.Later), State: models.AlternativeAccepted}}}}
			mustDraw(rt, m.store.SaveVisit(&models.VisitEntry{Visit: v}))
			m.clock.Days(within(rt, "days later", 0, 2))
			m.callsSomebody(rt)
		}
		if rapid.Bool().Draw(rt, "gone") {
			mustDraw(rt, m.store.ArchiveCustomers(people[:1], models.ArchivedMoved))
		}
		for _, f := range []models.CallListFilter{{}, {CameIn: true}, {Item: 1}} {
			things, err := m.store.CallList(f)
			mustDraw(rt, err)
			var got []string
			for i, thing := range things {
				if i > 0 && strings.ToLower(things[i-1].Item) > strings.ToLower(thing.Item) {
					rt.Errorf("%s stands before %s", things[i-1].Item, thing.Item)
				}
				for _, p := range thing.People {
					got = append(got, fmt.Sprint(thing.ItemID, " ", p.CustomerID, " ", p.Here))
				}
			}
			called += len(got)
			slices.Sort(got)
			if want := plainCalls(rt, m.store, m.db, f); !slices.Equal(got, want) {
				rt.Fatalf("of %+v there are to be called %q, a plain look finds %q", f, got, want)
			}
		}
	})
	if called < rounds {
		t.Errorf("in %d shops only %d were to be called: what is drawn proves little", rounds, called)
	}
}

// callsSomebody draws that a thing comes in, or somebody is called.
func (m *machine) callsSomebody(t *rapid.T) {
	switch within(t, "deed", 0, 3) {
	case 0:
		_, _ = m.store.CameIn(models.ItemID(within(t, "item", 1, 2))) // where nobody waits, nothing happens
	case 1:
		_ = m.store.NoteCall(models.CallOf{WantID: models.WantID(within(t, "want", 1, 4))}, evenly(t, "outcome", models.CallOutcomes...))
	}
}
