package models_test

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// plainCould finds those who could bring people by looking at everybody, a line each.
func plainCould(t must, store *models.Store, db *sql.DB) (all []string) {
	t.Helper()
	since := string(store.Today().AddDays(-90))
	sent := map[any]bool{}
	for _, r := range rowsOf(t, db, "SELECT referrer_customer_id FROM referral_in WHERE state <> 'denied' AND deleted_at = 0") {
		sent[r[0]] = true
	}
	for _, c := range rowsOf(t, db, "SELECT id FROM customer WHERE deleted_at = 0 AND state = 'active' AND invited_on = ''") {
		id := c[0].(int64)
		if sent[id] {
			continue
		}
		reasons := ""
		for _, p := range rowsOf(t, db, "SELECT customer_id, deleted_at FROM praise") {
			if p[0] == id && p[1].(int64) == 0 {
				reasons = " praised"
			}
		}
		left, on := "", ""
		for _, v := range rowsOf(t, db, "SELECT customer_id, how_left, day FROM visit WHERE deleted_at = 0 AND state <> 'cancelled' AND how_left IN ('delighted', 'unhappy') ORDER BY at, how_left") {
			if v[0] == id {
				left, on = v[1].(string), v[2].(string)
			}
		}
		if left == "delighted" && on >= since {
			reasons += " delighted"
		}
		card, err := store.Card(models.CustomerID(id))
		if err != nil {
			t.Fatalf("the card of %d: %v", id, err)
		}
		if (card.Rung == models.RungLoyal || card.Rung == models.RungAdvocate) && card.Customer.VisitDayN >= 2 {
			reasons += " loyal"
		}
		if reasons != "" {
			all = append(all, fmt.Sprint(id, reasons))
		}
	}
	return all
}

// checkCould holds who could bring people to a plain look at everybody.
func checkCould(t must, store *models.Store, db *sql.DB) {
	t.Helper()
	rows, n, err := store.WhoCould(0, 1000)
	if err != nil || n != len(rows) {
		t.Fatalf("who could: %d of %d, %v", len(rows), n, err)
	}
	var got []string
	for i, row := range rows {
		line := fmt.Sprint(int64(row.ID))
		for _, cause := range row.Causes {
			line += " " + string(cause.Reason)
		}
		got = append(got, line)
		if i > 0 && len(rows[i-1].Causes) < len(row.Causes) {
			t.Errorf("%+v stands before %+v", rows[i-1], row)
		}
	}
	want := plainCould(t, store, db)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("who could bring people:\n%v\na plain look:\n%v", got, want)
	}
}

func TestWhoCouldBringPeople(t *testing.T) {
	store, clock := modelstest.New(t)
	db := raw(t, store.Path())
	ann, bob, cyd := modelstest.Customer(t, store, "Ann", "0171"), modelstest.Customer(t, store, "Bob", ""), modelstest.Customer(t, store, "Cyd", "")
	visit := func(id models.CustomerID, left models.HowLeft) {
		t.Helper()
		mustDo(t, store.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: id, At: models.MomentOf(clock.Now()), HowLeft: left}}))
		checkCould(t, store, db)
	}
	for range 6 {
		visit(ann, models.LeftContent)
		clock.Days(1)
	}
	visit(ann, models.LeftDelighted)
	visit(bob, models.LeftDelighted)
	mustDo(t, store.SavePraise(&models.Praise{CustomerID: cyd, Text: "Nobody listens like Mike does.", Channel: models.PraiseInPerson, OnDay: store.Today()}))
	checkCould(t, store, db)
	rows, _, err := store.WhoCould(0, 9)
	if err != nil || len(rows) != 3 || rows[0].ID != ann || rows[0].Phone != "0171" || rows[1].ID != cyd || rows[1].Causes[0].What != "Nobody listens like Mike does." || rows[0].Causes[1].Days != 7 {
		t.Fatalf("who could: %+v, %v", rows, err)
	}

	mustDo(t, store.NoteInvited(cyd))
	if day, err := store.InvitedOn(cyd); day != store.Today() || err != nil {
		t.Errorf("asked on %s, %v", day, err)
	}
	checkCould(t, store, db)
	mustDo(t, store.UndoLast())
	checkCould(t, store, db)
	mustDo(t, refer(store, cyd, bob))
	checkCould(t, store, db)
	clock.Days(1)
	visit(bob, models.LeftUnhappy)
	clock.Days(91)
	checkCould(t, store, db)
	mustDo(t, store.NoteInvited(bob))
	mustDo(t, store.MergeCustomers(ann, bob, nil))
	if day, _ := store.InvitedOn(ann); day == "" {
		t.Error("who is one with somebody that was asked, was not")
	}
	checkCould(t, store, db)
	if err := store.NoteInvited(99); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("nobody was asked: %v", err)
	}
}
