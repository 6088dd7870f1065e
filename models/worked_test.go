package models_test

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// Reckoned by hand from the formula in Wilson's paper; of n of n it is n / (n + z²).
func TestWilson(t *testing.T) {
	for _, c := range []struct {
		times, n int
		want     float64
	}{{0, 0, 0}, {0, 5, 0}, {1, 1, 0.2065}, {2, 2, 0.3424}, {10, 10, 0.7225}, {5, 10, 0.2366}, {7, 9, 0.4526}, {1, 100, 0.0018}, {700, 900, 0.7495}} {
		if got := models.Wilson(c.times, c.n); math.Abs(got-c.want) > 0.00006 {
			t.Errorf("%d of %d is at least %.5f, want %.4f", c.times, c.n, got, c.want)
		}
	}
	if models.Wilson(7, 9) <= models.Wilson(1, 1) {
		t.Error("1 of 1 comes before 7 of 9")
	}
}

// turnedDown logs that a thing was not there, what was offered and what they said; "" for nothing yet.
func turnedDown(t *testing.T, store *models.Store, thing string, offers ...models.Alternative) models.VisitID {
	t.Helper()
	e := &models.VisitEntry{Visit: models.Visit{At: models.MomentOf(store.Now()), Requests: []models.Request{{Item: thing, Reason: models.ReasonOutOfStock, Alternatives: offers}}}}
	mustDo(t, store.SaveVisit(e))
	return e.Visit.ID
}

func instead(what string, said models.Answer, why string) models.Alternative {
	return models.Alternative{Kind: models.AnotherItem, Description: what, State: said, DeclineReason: why}
}

// toldOf writes out what worked before, the best first.
func toldOf(t must, store *models.Store, thing string, limit int) string {
	t.Helper()
	worked, err := store.WorkedBefore(thing, limit)
	if err != nil {
		t.Fatalf("%v", err)
	}
	var all []string
	for _, w := range worked {
		line := fmt.Sprintf("%s %s %d/%d", w.Kind, w.What, w.Taken, w.Offered)
		if w.Like != "" {
			line += " for " + w.Like
		}
		if len(w.Noes) > 0 {
			line += " (" + strings.Join(w.Noes, ", ") + ")"
		}
		all = append(all, line)
	}
	return strings.Join(all, "; ")
}

func TestWhatWorkedBefore(t *testing.T) {
	store, clock := modelstest.New(t)
	spoke, lapsed := modelstest.Specialist(t, store, "Spoke Works", "wheels"), modelstest.Specialist(t, store, "Gone Ltd", "")
	said := func(want string) {
		t.Helper()
		if got := toldOf(t, store, "BROOKS  saddle", 5); got != want {
			t.Errorf("what worked before is\n%s, want\n%s", got, want)
		}
	}
	said("")
	for i := range 9 {
		clock.Days(1)
		answer, why := models.AlternativeAccepted, ""
		if i > 6 {
			answer, why = models.AlternativeDeclined, "too narrow"
		}
		turnedDown(t, store, "Brooks saddle", instead("Selle saddle", answer, why), models.Alternative{Kind: models.ToSpecialist, SpecialistID: lapsed, State: models.AlternativeDeclined})
	}
	last := turnedDown(t, store, "Brooks saddle", models.Alternative{Kind: models.ToSpecialist, SpecialistID: spoke, State: models.AlternativeAccepted},
		models.Alternative{Kind: models.OrderIn, Description: "a week", State: models.AlternativeDeclined, DeclineReason: "too long"},
		instead("Gel cover", models.AlternativeThinking, ""), instead("Seat post", models.AlternativeOffered, ""))
	turnedDown(t, store, "Gel saddle", instead("Gel cover", models.AlternativeAccepted, ""), instead("Selle saddle", models.AlternativeDeclined, "no"))
	mustDo(t, store.SaveSpecialist(&models.Specialist{ID: lapsed, Name: "Gone Ltd", DoNotUse: true}))
	said("item Selle saddle 7/9 (too narrow); specialist Spoke Works 1/1; order_in  0/1 (too long); item Gel cover 1/1 for Gel saddle")

	// It learns from each save, and unlearns what is taken back.
	turnedDown(t, store, "Brooks saddle", instead("Selle saddle", models.AlternativeDeclined, "too dear"))
	said("item Selle saddle 7/10 (too dear, too narrow); specialist Spoke Works 1/1; order_in  0/1 (too long); item Gel cover 1/1 for Gel saddle")
	mustDo(t, store.UndoLast())
	mustDo(t, store.CancelVisit(last))
	said("item Selle saddle 7/9 (too narrow); item Gel cover 1/1 for Gel saddle")
	mustDo(t, store.UndoLast())
	mustDo(t, store.DeleteVisit(last))
	said("item Selle saddle 7/9 (too narrow); item Gel cover 1/1 for Gel saddle")

	// What is the same thing was offered in its place.
	mustDo(t, store.MergeItems(itemOf(t, store, "Gel saddle"), itemOf(t, store, "Brooks saddle")))
	said("item Selle saddle 7/10 (no, too narrow); item Gel cover 1/1")
	if got := toldOf(t, store, "nothing like it", 5); got != "" {
		t.Errorf("for a thing of other words it tells %s", got)
	}
	if got := toldOf(t, store, "saddle", 1); got != "item Selle saddle 7/10 for Gel saddle (no, too narrow)" {
		t.Errorf("for a thing like it it tells %s", got)
	}
}

// Whatever was done, what worked before is what a plain walk through the whole log counts.
func TestWhatWorkedIsWhatWasAnswered(t *testing.T) {
	dir, rounds, all, found := t.TempDir(), 0, newTried(), 0
	rapid.Check(t, func(rt *rapid.T) {
		rounds++
		m, end := newMachine(rt, filepath.Join(dir, fmt.Sprintf("shop %d.goodturn", rounds)), all)
		defer end()
		deeds := map[string]func(*rapid.T){"undo": m.undo, "redo": m.redo}
		for name, deed := range map[string]func(*rapid.T) error{"log": m.logVisit, "log more": m.logVisit, "log still more": m.logVisit, "answer": m.answer, "edit": m.editVisit,
			"cancel": m.cancelVisit, "delete": m.deleteVisit, "merge": m.mergeItems, "split": m.splitItem, "rename": m.renameItem, "specialist": m.specialist, "specialist goes": m.deleteSpecialist} {
			deeds[name] = func(t *rapid.T) { m.attempt(t, name, deed) }
		}
		rt.Repeat(anyOf(deeds, func(t *rapid.T) { found += m.checkWorked(t) }))
	})
	if told := all.least(3, "log", "answer", "edit", "merge"); rounds >= 25 && (told != "" || found < 1000) {
		t.Errorf("%d times something had worked; %s", found, told)
	}
}

// attempt does the deed, which may be refused.
func (m *machine) attempt(t *rapid.T, name string, deed func(*rapid.T) error) {
	m.clock.Days(1)
	err := deed(t)
	m.tried.note(name, err)
	if err == nil && m.store.LastChange() != 0 {
		m.past, m.ahead = append(m.past, m.now), nil
	}
	m.now = dump(t, m.db)
}

// checkWorked tells how many alternatives had worked before.
func (m *machine) checkWorked(t *rapid.T) (found int) {
	if most := one[int](t, m.db, "SELECT ifnull(max(n), 0) FROM (SELECT count(*) AS n FROM request WHERE reason <> '' GROUP BY item_id)"); most > 20 {
		return 0 // no more of a thing like it count
	}
	for _, name := range append(slices.Clone(words[1:]), "saddle tube", "a brooks note") {
		got, err := m.store.WorkedBefore(name, 100)
		if err != nil {
			t.Fatal(err)
		}
		want := m.workedPlainly(t, name)
		found += len(want)
		var told []string
		for i, w := range got {
			told = append(told, fmt.Sprintf("%v %s %d %d %d/%d", w.Like == "", w.Kind, w.ItemID, w.SpecialistID, w.Taken, w.Offered))
			if i > 0 && got[i-1].Like == "" == (w.Like == "") && models.Wilson(w.Taken, w.Offered) > models.Wilson(got[i-1].Taken, got[i-1].Offered) {
				t.Errorf("%q: %+v comes after %+v", name, w, got[i-1])
			}
			if i > 0 && got[i-1].Like != "" && w.Like == "" {
				t.Errorf("%q: what was offered for the very thing comes after what was for things like it", name)
			}
		}
		slices.Sort(told)
		if !slices.Equal(told, want) {
			t.Fatalf("for %q it tells\n%s, and the log\n%s", name, strings.Join(told, "\n"), strings.Join(want, "\n"))
		}
	}
	return found
}

// workedPlainly counts the answers one by one. So few things are in these books that all with half the words are things like it.
func (m *machine) workedPlainly(t *rapid.T, name string) (told []string) {
	words := strings.Fields(models.Fold(name))
	if len(words) == 0 {
		return nil
	}
	into, own, like := map[int64]int64{}, int64(0), map[int64]bool{}
	m.each(t, "SELECT id, ifnull(merged_into, 0) FROM item", func(v []any) { into[v[0].(int64)] = v[1].(int64) })
	stands := func(id int64) int64 {
		for into[id] != 0 {
			id = into[id]
		}
		return id
	}
	m.each(t, "SELECT id, name_key FROM item", func(v []any) {
		key, n := v[1].(string), 0
		if key == models.Fold(name) {
			own = stands(v[0].(int64))
		}
		for _, w := range words {
			if slices.ContainsFunc(models.InNumber(w), func(form string) bool { return strings.Contains(key, form) }) {
				n++
			}
		}
		if 2*n >= len(words) {
			like[stands(v[0].(int64))] = true
		}
	})
	type what struct {
		own              bool
		kind             string
		item, specialist int64
		words            string
	}
	counts := map[what][2]int{}
	m.each(t, `SELECT r.item_id, a.kind, ifnull(a.item_id, 0), ifnull(a.specialist_id, 0), iif(a.kind = 'other', a.description, ''), a.state = 'accepted'
		FROM alternative a JOIN request r ON r.id = a.request_id JOIN visit v ON v.id = r.visit_id LEFT JOIN specialist p ON p.id = a.specialist_id
		WHERE a.state IN ('accepted', 'declined') AND v.deleted_at = 0 AND v.state <> 'cancelled' AND (p.id IS NULL OR p.deleted_at = 0 AND p.state = 'active' AND p.do_not_use = 0)`,
		func(v []any) {
			thing, item := v[0].(int64), v[2].(int64)
			if thing == item || thing != own && !like[thing] {
				return
			}
			w := what{thing == own, v[1].(string), item, v[3].(int64), models.Fold(v[4].(string))}
			n := counts[w]
			counts[w] = [2]int{n[0] + int(v[5].(int64)), n[1] + 1}
		})
	for w, n := range counts {
		very := w
		very.own = true
		if _, there := counts[very]; there && !w.own {
			continue
		}
		told = append(told, fmt.Sprintf("%v %s %d %d %d/%d", w.own, w.kind, w.item, w.specialist, n[0], n[1]))
	}
	slices.Sort(told)
	return told
}

// each gives each row of a query.
func (m *machine) each(t must, query string, do func(values []any)) {
	t.Helper()
	rows, err := m.db.Query(query)
	if err != nil {
		t.Fatalf("%v", err)
	}
	defer rows.Close()
	columns, _ := rows.Columns()
	for rows.Next() {
		values, at := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			at[i] = &values[i]
		}
		if err := rows.Scan(at...); err != nil {
			t.Fatalf("%v", err)
		}
		do(values)
	}
}
