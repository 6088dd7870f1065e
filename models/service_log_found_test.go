package models_test

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// plainLog finds what a filter asks for by looking at every request of the log, and adds up.
func plainLog(t must, db *sql.DB, f models.LogFilter) (ids []models.RequestID, sums models.LogTotals) {
	t.Helper()
	offers := map[int64][][]any{}
	for _, a := range rowsOf(t, db, "SELECT request_id, kind, state FROM alternative") {
		offers[a[0].(int64)] = append(offers[a[0].(int64)], a[1:])
	}
	collected := map[any]bool{}
	for _, w := range rowsOf(t, db, "SELECT request_id FROM want WHERE state = 'collected'") {
		collected[w[0]] = true
	}
	visits, people, stakes := map[any]bool{}, map[any]bool{}, map[string]models.Money{}
	for _, r := range rowsOf(t, db, `SELECT r.id, r.visit_id, v.customer_id, v.day, r.state, v.served_by, r.item_id, i.name, r.reason, v.state, v.promised_for, v.ready_at,
		  v.note || ' ' || v.extra || ' ' || ifnull((SELECT group_concat(q.their_words || ' ' || q.understood, ' ') FROM request q WHERE q.visit_id = v.id), ''), r.worth, v.amount
		FROM request r JOIN visit v ON v.id = r.visit_id JOIN item i ON i.id = r.item_id WHERE v.deleted_at = 0 ORDER BY v.day DESC, v.at DESC, r.id DESC`) {
		id, state, cancelled := r[0].(int64), models.RequestState(r[4].(string)), r[9] == "cancelled"
		offered := f.Kind == "" && f.Answer == "" || slices.ContainsFunc(offers[id], func(a []any) bool {
			return (f.Kind == "" || a[0] == string(f.Kind)) && (f.Answer == "" || a[1] == string(f.Answer))
		})
		day := models.Day(r[3].(string))
		if len(f.States) > 0 && !slices.Contains(f.States, state) || f.Staff != 0 && r[5] != int64(f.Staff) || f.Customer != 0 && r[2] != int64(f.Customer) ||
			f.Item != 0 && r[6] != int64(f.Item) || !strings.Contains(models.Fold(r[7].(string)), models.Fold(f.Text)) || f.From != "" && day < f.From || f.To != "" && day > f.To ||
			f.Reason != "" && r[8] != string(f.Reason) || !offered || f.Waiting && (r[10].(int64) == 0 || r[11].(int64) != 0 || cancelled) || f.Cancelled && !cancelled ||
			!strings.Contains(models.Fold(r[12].(string)), models.Fold(f.Said)) {
			continue
		}
		ids = append(ids, models.RequestID(id))
		if r[2] == nil {
			sums.Strangers += fresh(visits, any(fmt.Sprint("stranger ", r[1])))
		} else {
			sums.People += fresh(people, r[2])
		}
		if cancelled {
			continue
		}
		sums.Spent += models.Money(r[14].(int64) * int64(fresh(visits, r[1])))
		switch state {
		case models.RequestLost:
			sums.Lost++
		case models.RequestSubstituted, models.RequestOrderedIn, models.RequestReferredOut, models.RequestDeferred:
			sums.Taken++
		}
		if state != models.RequestSubstituted && !(state == models.RequestOrderedIn && collected[r[0]]) {
			who := fmt.Sprint(r[2], " ", r[6])
			if r[2] == nil {
				who = fmt.Sprint("stranger ", r[1], " ", r[6])
			}
			stakes[who] = max(stakes[who], models.Money(r[13].(int64)))
		}
	}
	for _, stake := range stakes {
		sums.Stake += stake
	}
	sums.Lines = len(ids)
	return ids, sums
}

// fresh is 1 for what was not seen before.
func fresh[K comparable](seen map[K]bool, key K) int {
	if seen[key] {
		return 0
	}
	seen[key] = true
	return 1
}

// checkLog holds what a filter finds, its sums, its newest and its first page to what a plain walk finds.
func checkLog(t must, store *models.Store, db *sql.DB, f models.LogFilter) int {
	t.Helper()
	want, sums := plainLog(t, db, f)
	found, err := store.FindRequests(context.Background(), f, 0)
	if err != nil || !found.Whole || !slices.Equal(found.IDs, want) || found.Totals != sums {
		t.Fatalf("%+v finds\n%v %+v, %v; a plain walk\n%v %+v", f, found.IDs, found.Totals, err, want, sums)
	}
	newest, err := store.FindRequests(context.Background(), f, 2)
	if err != nil || len(newest.IDs) < min(2, len(want)) || !slices.Equal(newest.IDs, want[:len(newest.IDs)]) || newest.Whole != (len(newest.IDs) == len(want)) && newest.Whole {
		t.Fatalf("%+v finds first %v of %v, %v", f, newest.IDs, want, err)
	}
	page, err := store.NewestRequests(f, 3)
	if err != nil || len(page) != min(3, len(want)) {
		t.Fatalf("%+v: the page has %d of %d, %v", f, len(page), len(want), err)
	}
	rows, err := store.RequestsOf(want)
	if err != nil || len(rows) != len(want) {
		t.Fatalf("of %d there are %d rows, %v", len(want), len(rows), err)
	}
	for i, row := range rows {
		if row.RequestID != want[i] || i < len(page) && page[i] != row {
			t.Fatalf("row %d is %+v", i, row)
		}
	}
	return len(want)
}

// logFilter draws a filter of up to three fields.
func (m *machine) logFilter(t *rapid.T) (f models.LogFilter) {
	for range within(t, "fields", 0, 3) {
		switch within(t, "field", 0, 11) {
		case 0:
			f.States = []models.RequestState{evenly(t, "state", models.RequestStates...), evenly(t, "state", models.RequestStates...)}
		case 1:
			f.Staff = pick[models.Staff](m, t, "staff")
		case 2:
			f.Customer = pick[models.Customer](m, t, "customer")
		case 3:
			f.Item = pick[models.Item](m, t, "item")
		case 4:
			f.Text = evenly(t, "text", "brooks", "tub", "zzz")
		case 5:
			f.From = m.store.Today().AddDays(-within(t, "from", 0, 10))
		case 6:
			f.To = m.store.Today().AddDays(-within(t, "to", 0, 10))
		case 7:
			f.Reason = evenly(t, "reason", models.Reasons...)
		case 8:
			f.Kind = evenly(t, "kind", models.AlternativeKinds...)
		case 9:
			f.Answer = evenly(t, "answer", models.AlternativeAccepted, models.AlternativeDeclined, models.AlternativeThinking, models.AlternativeOffered)
		case 10:
			f.Said = evenly(t, "said", "quotes", "zeilen", "br")
		case 11:
			f.Waiting, f.Cancelled = rapid.Bool().Draw(t, "waiting"), rapid.Bool().Draw(t, "cancelled")
		}
	}
	return f
}

func (m *machine) checkLog(t *rapid.T) { m.found += checkLog(t, m.store, m.db, m.logFilter(t)) }

// Every filter of the log finds what a plain walk finds, and of nothing found is found little.
func TestFiltersOfTheLog(t *testing.T) {
	dir, rounds, found := t.TempDir(), 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		rounds++
		m, end := newMachine(rt, fmt.Sprintf("%s/shop %d.goodturn", dir, rounds), newTried())
		defer end()
		for range within(rt, "deeds", 2, 8) {
			deed := evenly(rt, "deed", m.logVisit, m.logVisit, m.logVisit, m.editVisit, m.cancelVisit, m.deleteVisit)
			m.clock.Days(within(rt, "days later", 0, 3))
			_ = deed(rt) // a refusal is no matter here: other tests look at those
		}
		for range 12 {
			m.checkLog(rt)
		}
		found += m.found
	})
	if found < rounds*6 {
		t.Errorf("in %d shops only %d requests were found: what is drawn proves little", rounds, found)
	}
}

// What is not there any more is not in a page of what was found before.
func TestRequestsOfWhatIsGone(t *testing.T) {
	store, _ := modelstest.New(t)
	bell := missed(t, store, 0, "bell", 0)
	missed(t, store, 0, "lamp", 0)
	mustDo(t, store.DeleteVisit(bell))
	if rows, err := store.RequestsOf([]models.RequestID{2, 1, 7}); err != nil || len(rows) != 1 || rows[0].Item != "lamp" {
		t.Errorf("there are %+v, %v", rows, err)
	}
}

// Of many things with the words in their names, the newest are found on a walk along the log, and are the same.
func TestTheNewestOfManyThings(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	for i := range 60 {
		modelstest.Visit(t, store, ann, fmt.Sprint("saddle ", i))
		modelstest.Visit(t, store, ann, "tube")
		clock.Days(i % 3)
	}
	if n := checkLog(t, store, raw(t, store.Path()), models.LogFilter{Text: "saddle"}); n != 60 {
		t.Errorf("%d are found", n)
	}
}
