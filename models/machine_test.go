package models_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// machine is a shop at work: whatever anybody does, in whatever order, the rules hold after it, and it can be taken
// back and done again to the last letter.
type machine struct {
	store *models.Store
	clock *modelstest.Clock
	db    *sql.DB  // another program's view of the file
	past  []string // what the file held before each change that can be taken back
	ahead []string // what it held after each change that can be made again
	now   string   // what it holds
	tried *tried   // in all rounds
	found int      // requests that filters of the log found
}

// newMachine opens a new shop at path, with a day of work in it, until end is called; what is tried is noted in all.
func newMachine(rt *rapid.T, path string, all *tried) (m *machine, end func()) {
	m, end = emptyMachine(rt, path)
	m.tried = all
	m.furnish(rt)
	return m, end
}

// emptyMachine opens a new shop at path with nothing in it, until end is called.
func emptyMachine(rt *rapid.T, path string) (m *machine, end func()) {
	clock := modelstest.NewClock()
	store, err := modelstest.Begin(path, clock)
	if err != nil {
		rt.Fatal(err)
	}
	m = &machine{store: store, clock: clock, db: another(rt, path)}
	m.now, m.tried = dump(rt, m.db), newTried()
	return m, func() { m.db.Close(); store.Close() }
}

func TestWhateverIsDone(t *testing.T) {
	dir, rounds, all := t.TempDir(), 0, newTried()
	rapid.Check(t, func(rt *rapid.T) {
		rounds++
		m, end := newMachine(rt, filepath.Join(dir, fmt.Sprintf("shop %d.goodturn", rounds)), all)
		defer end()
		rt.Repeat(m.deeds())
	})
	if told := all.least(3, "log visit", "edit visit", "answer", "cancel visit", "merge items", "refer"); rounds >= 25 && told != "" {
		t.Error(told)
	}
}

// deeds are the public operations, the everyday ones more often, and what is looked at after each.
func (m *machine) deeds() map[string]func(*rapid.T) {
	deeds := map[string]func(*rapid.T){"undo": m.undo, "redo": m.redo, "recount": m.recount, "look": m.look, "erase": m.erase, "empty the bin": m.emptyBin, "count": m.countChoices}
	for name, deed := range map[string]func(*rapid.T) error{
		"add customer": m.addCustomer, "edit customer": m.editCustomer, "delete customer": m.deleteCustomer,
		"log visit": m.logVisit, "log another visit": m.logVisit, "log a third visit": m.logVisit,
		"edit visit": m.editVisit, "edit visit again": m.editVisit, "delete visit": m.deleteVisit, "answer": m.answer,
		"refer": m.refer, "refer again": m.refer, "change referral": m.changeReferral, "deny": m.deny, "delete referral": m.deleteReferral,
		"praise": m.praise, "change praise": m.changePraise, "delete praise": m.deletePraise, "owe thanks": m.oweThanks, "print": m.print, "labels came out": m.cameOut, "thank": m.thank, "waive": m.waive, "reward": m.reward, "give": m.give, "channel": m.channel,
		"staff": m.staff, "specialist": m.specialist, "delete specialist": m.deleteSpecialist, "source": m.source, "shop": m.shop,
		"merge": m.merge, "archive": m.archive, "tag": m.tag, "photo": m.photo, "logo": m.logo, "list": m.list,
		"put back": m.putBack, "put back again": m.putBack,
		"rename item": m.renameItem, "merge items": m.mergeItems, "split item": m.splitItem, "order": m.order, "order for all": m.orderAll, "came in": m.cameIn, "call": m.call,
		"cancel visit": m.cancelVisit, "snooze": m.snooze, "mark ready": m.markReady, "greet": m.greet,
		"want": m.want, "follow up": m.followUp, "close follow up": m.closeFollowUp, "heard back": m.heardBack,
	} {
		deeds[name] = func(t *rapid.T) { m.try(t, name, deed) }
	}
	return anyOf(deeds, func(t *rapid.T) {
		checkRules(t, m.store.Path())
		m.checkSearch(t)
		m.checkFilters(t)
		m.checkWanted(t)
		m.checkLeaving(t)
		m.checkInsights(t)
		m.checkLog(t)
		m.checkToday(t)
		m.checkMilestones(t)
	})
}

// furnish does a day's work: what most deeds are about must be there.
func (m *machine) furnish(t *rapid.T) {
	ann, bob := &models.Customer{Name: "Ann Hughes"}, &models.Customer{Name: "Müller"}
	wheels := &models.Specialist{Name: "Spoke Works", Trades: "wheels"}
	said := func(kind models.AlternativeKind, state models.Answer) models.Request {
		return models.Request{Item: things[0], Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{{Kind: kind, State: state, Description: things[1], SpecialistID: wheels.ID}}}
	}
	visit := func(c *models.Customer, requests ...models.Request) error {
		return m.store.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: c.ID, At: models.MomentOf(m.clock.Now()), Requests: requests}})
	}
	for _, deed := range []func() error{
		func() error { return m.store.SaveStaff(&models.Staff{Name: "Mia"}) },
		func() error { return m.store.SaveSpecialist(wheels) },
		func() error { return m.store.SaveCustomer(ann) },
		func() error { return m.store.SaveCustomer(bob) },
		func() error { return visit(ann, said(models.OrderIn, models.AlternativeAccepted)) },
		func() error {
			return visit(bob, said(models.Later, models.AlternativeAccepted), said(models.ToSpecialist, models.AlternativeAccepted))
		},
		func() error { return visit(&models.Customer{}, said(models.AnotherItem, models.AlternativeDeclined)) },
		func() error {
			return m.store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ann.ID}, RefereeID: bob.ID})
		},
	} {
		m.past = append(m.past, m.now)
		if err := deed(); err != nil {
			t.Fatal(err)
		}
		m.now = dump(t, m.db)
	}
}

// try does the deed. A refusal must be one the owner can understand and leave everything as it was; a change must be
// undone and redone exactly.
func (m *machine) try(t *rapid.T, name string, deed func(*rapid.T) error) {
	m.clock.Days(within(t, "days later", 0, 2))
	before, told := m.now, m.toldOf(t)
	err := deed(t)
	m.tried.note(name, err)
	m.now = dump(t, m.db)
	if now := m.toldOf(t); now > told && (err != nil || m.now == before) {
		t.Fatalf("the log went from %d lines to %d, with %v:\n%s", told, now, err, difference(before, m.now))
	}
	if err != nil {
		if _, told := models.IsProblem(err); !told && !errors.Is(err, models.ErrNotFound) {
			t.Fatalf("neither done nor told why: %v", err)
		}
		if m.now != before {
			t.Fatalf("refused with %v, and yet:\n%s", err, difference(before, m.now))
		}
		return
	}
	change := m.store.LastChange()
	if change == 0 {
		if m.now != before {
			t.Fatalf("changed without a name:\n%s", difference(before, m.now))
		}
		return
	}
	m.past, m.ahead = append(m.past, before), nil
	after := m.now
	if err := m.store.Undo(change); err != nil {
		t.Fatalf("undo: %v", err)
	}
	if m.now = dump(t, m.db); m.now != before {
		t.Fatalf("undo left:\n%s", difference(before, m.now))
	}
	if err := m.store.Redo(); err != nil {
		t.Fatalf("redo: %v", err)
	}
	if m.now = dump(t, m.db); m.now != after {
		t.Fatalf("redo left:\n%s", difference(after, m.now))
	}
}

// toldOf is how many lines the activity log has.
func (m *machine) toldOf(t *rapid.T) int {
	lines, err := m.store.Activity(models.ActivityFilter{Limit: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	return len(lines)
}

func (m *machine) undo(t *rapid.T) {
	if m.store.CanUndo() != (len(m.past) > 0) {
		t.Fatalf("can undo: %v, with %d changes made", m.store.CanUndo(), len(m.past))
	}
	if len(m.past) == 0 {
		wantProblem(t, m.store.UndoLast(), "undo", "undo.none")
		return
	}
	if err := stepBack(t, m.store.UndoLastMany(), m.store.UndoLast); err != nil {
		t.Fatalf("undo: %v", err)
	}
	m.ahead = append(m.ahead, m.now)
	m.past, m.now = m.restored(t, m.past)
}

func (m *machine) redo(t *rapid.T) {
	if m.store.CanRedo() != (len(m.ahead) > 0) {
		t.Fatalf("can redo: %v, with %d changes undone", m.store.CanRedo(), len(m.ahead))
	}
	if len(m.ahead) == 0 {
		wantProblem(t, m.store.Redo(), "undo", "redo.none")
		return
	}
	if err := stepBack(t, m.store.RedoMany(), m.store.Redo); err != nil {
		t.Fatalf("redo: %v", err)
	}
	m.past = append(m.past, m.now)
	m.ahead, m.now = m.restored(t, m.ahead)
}

// restored checks that the file holds the last of states again, and gives the others and it.
func (m *machine) restored(t *rapid.T, states []string) ([]string, string) {
	want := states[len(states)-1]
	if got := dump(t, m.db); got != want {
		t.Fatalf("not as it was:\n%s", difference(want, got))
	}
	return states[:len(states)-1], want
}

func (m *machine) recount(t *rapid.T) {
	if found, err := models.FullCheck(context.Background(), m.store.Path(), nil); err != nil || !found.Whole() {
		t.Fatalf("the full check finds %+v, %v", found, err)
	}
	if err := m.store.Recount(); err != nil {
		t.Fatal(err)
	}
	if now := dump(t, m.db); now != m.now {
		t.Fatalf("counting anew changed:\n%s", difference(m.now, now))
	}
}

// look opens every page on whatever there is: none may fail, and none may change a thing.
func (m *machine) look(t *rapid.T) {
	_, _, err := m.store.Customers(models.CustomerFilter{Set: evenly(t, "set", models.CustomerSets...), Limit: 50})
	_, err2 := m.store.NewestRequests(models.LogFilter{}, 50)
	_, _, err3 := m.store.Referrals(models.ReferralFilter{Limit: 50})
	_, _, err4 := m.store.ThankYous(models.ThanksFilter{Done: rapid.Bool().Draw(t, "done"), Limit: 50})
	_, _, err5 := m.store.ReferralsOut(0, 0, 50)
	_, err6 := m.store.ReadyKin()
	page, err7 := m.store.TodayPage()
	_, err8 := m.store.Search(evenly(t, "search", names...), 8)
	_, _, err9 := m.store.Duplicates(20, 0)
	_, err10 := m.store.CustomerCounts(models.CustomerFilter{})
	if err := errors.Join(err9, err10, err, err2, err3, err4, err5, err6, err7, err8); err != nil {
		t.Fatal(err)
	}
	if min(page.CallN, models.TodayRows) != len(page.Calls) || min(page.ThanksN, models.TodayRows) != len(page.Thanks) {
		t.Errorf("today says %d calls and shows %d, says %d thanks and shows %d", page.CallN, len(page.Calls), page.ThanksN, len(page.Thanks))
	}
	for _, id := range m.ids(t, "SELECT id FROM item WHERE merged_into IS NULL") {
		if _, err := m.store.Waiting(models.ItemID(id)); err != nil {
			t.Fatal(err)
		}
	}
	for _, id := range m.ids(t, "SELECT id FROM customer WHERE deleted_at = 0") {
		card, err := m.store.Card(models.CustomerID(id))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, _, err := m.store.Story(card.Customer.ID, models.StoryFilter{Limit: 20}); err != nil {
			t.Fatal(err)
		}
	}
}

// checkSearch finds every customer in the book by name and by phone, and nobody else.
func (m *machine) checkSearch(t *rapid.T) {
	gone := m.ids(t, "SELECT id FROM customer WHERE deleted_at > 0")
	for _, id := range m.ids(t, "SELECT id FROM customer WHERE deleted_at = 0 AND state = 'active'") {
		c, err := m.store.Customer(models.CustomerID(id))
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{c.Name, models.Digits(c.Phone())} {
			if text == "" {
				continue
			}
			found, err := m.store.FindCustomers(text, 200)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(found, func(row models.CustomerRow) bool { return row.ID == c.ID }) {
				t.Errorf("%q does not find %q (%d)", text, c.Name, c.ID)
			}
			if slices.ContainsFunc(found, func(row models.CustomerRow) bool { return slices.Contains(gone, int64(row.ID)) }) {
				t.Errorf("%q finds somebody who left the book", text)
			}
		}
	}
}

func (m *machine) ids(t *rapid.T, query string) (ids []int64) {
	t.Helper()
	rows, err := m.db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
	}
	return ids
}
