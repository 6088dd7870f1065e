package models_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// deed is one thing that was done, with all that was drawn for it: it can be done again to another file.
type deed struct {
	name string
	at   time.Time
	do   func(s *models.Store) error
}

// The state after any sequence of deeds is the state that the history alone gives: what was done and not taken back, done once more to
// the file as it was at first, ends in the same file to the letter (invariants 3 and 4). And nearly all of what is drawn is done.
func TestTheStateIsWhatTheHistoryGives(t *testing.T) {
	dir, rounds, all := t.TempDir(), 0, newTried()
	rapid.Check(t, func(rt *rapid.T) {
		rounds++
		m, end := newMachine(rt, filepath.Join(dir, fmt.Sprintf("shop %d.goodturn", rounds)), newTried())
		defer end()
		first := filepath.Join(dir, fmt.Sprintf("first %d.goodturn", rounds))
		if _, err := m.db.Exec("VACUUM INTO ?", first); err != nil {
			rt.Fatal(err)
		}
		var history, undone []deed
		for range within(rt, "deeds", 4, 16) {
			m.clock.Days(within(rt, "days later", 0, 2))
			m.clock.Forward(time.Minute)
			history, undone = m.anotherDeed(rt, all, history, undone)
		}
		checkRules(rt, m.store.Path())
		if again := m.rebuilt(rt, first, history); again != dump(rt, m.db) {
			rt.Fatalf("the history gives another file:\n%s", difference(dump(rt, m.db), again))
		}
	})
	if rounds >= 25 && !mostlyTaken(all) {
		t.Errorf("what is drawn proves little: %v of %v", all.taken, all.done)
	}
}

// mostlyTaken tells whether four of five deeds were done, and of each sort some.
func mostlyTaken(all *tried) bool {
	done, taken := 0, 0
	for _, name := range []string{"add", "edit", "answer", "mind", "cancel", "again", "delete", "merge", "call", "undo", "redo"} {
		done, taken = done+all.done[name], taken+all.taken[name]
		if all.taken[name] == 0 {
			return false
		}
	}
	return taken*5 >= done*4
}

// rebuilt does the history to the file as it was at first, and gives what that holds then.
func (m *machine) rebuilt(t *rapid.T, first string, history []deed) string {
	clock := modelstest.NewClock()
	store, err := models.Open(first, models.WithClock(clock.Now))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for _, d := range history {
		clock.Forward(d.at.Sub(clock.Now()))
		if err := d.do(store); err != nil {
			t.Fatalf("%s, which was done, is refused when it is done again: %v", d.name, err)
		}
	}
	db := another(t, first)
	defer db.Close()
	return dump(t, db)
}

// anotherDeed does something more, or takes back or makes again what was done last.
func (m *machine) anotherDeed(t *rapid.T, all *tried, history, undone []deed) (_, _ []deed) {
	name := evenly(t, "deed", "add", "add", "edit", "answer", "answer", "mind", "cancel", "again", "delete", "merge", "call", "undo", "undo", "redo")
	switch {
	case name == "undo" && len(history) > 0:
		all.note(name, m.store.UndoLast())
		last := history[len(history)-1]
		return history[:len(history)-1], append(undone, last)
	case name == "redo" && len(undone) > 0:
		all.note(name, m.store.Redo())
		last := undone[len(undone)-1]
		return append(history, last), undone[:len(undone)-1]
	}
	d := deed{name: name, at: m.clock.Now(), do: m.drawDeed(t, name)}
	if d.do == nil {
		return history, undone
	}
	before := m.store.LastChange()
	err := d.do(m.store)
	all.note(name, err)
	switch _, told := models.IsProblem(err); {
	case err != nil && !told:
		t.Fatalf("%s: %v", name, err)
	case err != nil || m.store.LastChange() == 0 || m.store.LastChange() == before:
		return history, undone
	}
	return append(append([]deed{}, history...), d), nil
}

// drawDeed draws all that a deed needs; nil where there is nothing to do it to.
func (m *machine) drawDeed(t *rapid.T, name string) func(*models.Store) error {
	visits := m.ids(t, "SELECT id FROM visit WHERE deleted_at = 0 AND state <> 'cancelled' AND customer_id IS NOT NULL")
	visit := func(ids []int64) models.VisitID { return models.VisitID(evenly(t, "visit", ids...)) }
	switch name {
	case "add":
		e := models.VisitEntry{Visit: m.soundVisit(t)}
		return func(s *models.Store) error { fresh := copyEntry(e); return s.SaveVisit(&fresh) }
	case "edit":
		if len(visits) == 0 {
			return nil
		}
		id, other := visit(visits), m.soundVisit(t)
		return func(s *models.Store) error { return editTo(s, id, other) }
	case "answer", "mind": // another answer than the one before
		offers := m.ids(t, `SELECT a.id FROM alternative a JOIN request r ON r.id = a.request_id WHERE r.day <> '' AND r.asker IS NOT NULL AND r.cancelled = 0
			AND NOT EXISTS (SELECT 1 FROM alternative o WHERE o.request_id = r.id AND o.id <> a.id AND o.state = 'accepted')`)
		if name == "mind" {
			offers = m.ids(t, "SELECT a.id FROM alternative a JOIN request r ON r.id = a.request_id WHERE r.day <> '' AND r.cancelled = 0 AND a.state = 'accepted'")
		}
		if len(offers) == 0 {
			return nil
		}
		id, answer := models.AlternativeID(evenly(t, "offer", offers...)), evenly(t, "answer", models.AlternativeAccepted, models.AlternativeDeclined, models.AlternativeThinking)
		if name == "mind" {
			answer = models.AlternativeDeclined
		}
		return func(s *models.Store) error { return s.AnswerAlternative(id, answer, "") }
	case "cancel", "delete":
		if len(visits) == 0 {
			return nil
		}
		id := visit(visits)
		if name == "delete" {
			return func(s *models.Store) error { return s.DeleteVisit(id) }
		}
		return func(s *models.Store) error { return s.CancelVisit(id) }
	}
	return m.drawOther(t, name)
}

// drawOther draws what is not done to a visit that counts.
func (m *machine) drawOther(t *rapid.T, name string) func(*models.Store) error {
	switch name {
	case "again":
		off := m.ids(t, "SELECT id FROM visit WHERE deleted_at = 0 AND state = 'cancelled'")
		if len(off) == 0 {
			return nil
		}
		id := models.VisitID(evenly(t, "visit", off...))
		return func(s *models.Store) error { return s.CountVisitAgain(id) }
	case "merge":
		items := m.ids(t, "SELECT id FROM item WHERE merged_into IS NULL")
		if len(items) < 2 {
			return nil
		}
		keep, gone := evenly(t, "keep", items...), evenly(t, "gone", items...)
		if keep == gone {
			return nil
		}
		return func(s *models.Store) error { return s.MergeItems(models.ItemID(keep), models.ItemID(gone)) }
	case "call":
		wants := m.ids(t, "SELECT id FROM want WHERE state IN ('requested', 'ordered', 'ready')")
		if len(wants) == 0 {
			return nil
		}
		id, state := models.WantID(evenly(t, "want", wants...)), evenly(t, "state", models.WantOrdered, models.WantReady, models.WantCollected, models.WantCancelled)
		return func(s *models.Store) error { return s.SetWantState(id, state) }
	}
	return nil
}

// soundVisit draws a visit that is in order: somebody's, with things that were there and things that were not.
func (m *machine) soundVisit(t *rapid.T) models.Visit {
	people := m.ids(t, "SELECT id FROM customer WHERE deleted_at = 0 AND state = 'active'")
	specialists := m.ids(t, "SELECT id FROM specialist WHERE deleted_at = 0")
	v := models.Visit{CustomerID: models.CustomerID(evenly(t, "customer", people...)), At: models.MomentOf(m.clock.Now()) - models.Moment(within(t, "days ago", 0, 3)*86400)}
	for range within(t, "requests", 1, 2) {
		r := models.Request{Item: evenly(t, "thing", things...)}
		if !seldom(t, "there", 4) {
			r.Reason, r.NothingSuitable = evenly(t, "reason", models.Reasons...), true
			for i := range within(t, "offers", 0, 2) {
				a := models.Alternative{Kind: evenly(t, "kind", models.AlternativeKinds...), Description: evenly(t, "what", things...), State: models.AlternativeDeclined}
				if i == 0 {
					a.State = evenly(t, "answer", models.AlternativeAccepted, models.AlternativeAccepted, models.AlternativeThinking, models.AlternativeOffered)
				}
				if a.Kind == models.ToSpecialist {
					a.SpecialistID = models.SpecialistID(evenly(t, "specialist", specialists...))
				}
				r.Alternatives = append(r.Alternatives, a)
			}
		}
		v.Requests = append(v.Requests, r)
	}
	return v
}

// copyEntry copies an entry deeply, for saving one fills in its IDs.
func copyEntry(e models.VisitEntry) models.VisitEntry {
	e.Visit.Requests = append([]models.Request{}, e.Visit.Requests...)
	for i := range e.Visit.Requests {
		e.Visit.Requests[i].Alternatives = append([]models.Alternative{}, e.Visit.Requests[i].Alternatives...)
	}
	return e
}

// editTo gives a visit what another says: its first request stays the same one, the others are new.
func editTo(s *models.Store, id models.VisitID, other models.Visit) error {
	e, err := s.Visit(id)
	if err != nil {
		return err
	}
	fresh := copyEntry(models.VisitEntry{Visit: other})
	if was := e.Visit.Requests; len(was) > 0 {
		fresh.Visit.Requests[0].ID = was[0].ID
		for i := range fresh.Visit.Requests[0].Alternatives {
			if i < len(was[0].Alternatives) {
				fresh.Visit.Requests[0].Alternatives[i].ID = was[0].Alternatives[i].ID
			}
		}
	}
	e.Visit.Requests, e.Visit.CustomerID = fresh.Visit.Requests, fresh.Visit.CustomerID
	return s.SaveVisit(e)
}
