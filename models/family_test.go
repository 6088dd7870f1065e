package models_test

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// kinRow is somebody as a plain reading of the file knows them.
type kinRow struct {
	id, sender, specialist, referral int64
	state, onDay, came               string
	gone, archived                   bool
	visits, spent                    int64
}

// plainKin reads everybody with who sent them, row by row.
func plainKin(t must, store *models.Store, tdb *sql.DB) (all []*kinRow, byID map[int64]*kinRow) {
	t.Helper()
	byID = map[int64]*kinRow{}
	for _, c := range rowsOf(t, tdb, `SELECT id, state, deleted_at FROM customer ORDER BY id`) {
		k := &kinRow{id: c[0].(int64), gone: c[2].(int64) != 0 || c[1] != "active" && c[1] != "archived", archived: c[1] == "archived"}
		all, byID[k.id] = append(all, k), k
	}
	for _, v := range rowsOf(t, tdb, `SELECT customer_id, amount, day FROM visit WHERE state = 'completed' AND deleted_at = 0 AND customer_id IS NOT NULL ORDER BY at DESC`) {
		k := byID[v[0].(int64)]
		k.visits, k.spent, k.came = k.visits+1, k.spent+v[1].(int64), v[2].(string)
	}
	for _, r := range rowsOf(t, tdb, `SELECT id, referee_id, ifnull(referrer_customer_id, 0), ifnull(referrer_specialist_id, 0), state, on_day, from_before FROM referral_in WHERE deleted_at = 0 AND state <> 'denied'`) {
		k := byID[r[1].(int64)]
		k.referral, k.sender, k.specialist, k.state, k.onDay = r[0].(int64), r[2].(int64), r[3].(int64), r[4].(string), r[5].(string)
		if r[6].(int64) == 1 || k.came == "" {
			k.came = k.onDay
		}
	}
	return all, byID
}

// plainFamily walks down from one: a line for each, those sent first before those sent later.
func plainFamily(all []*kinRow, isSender func(*kinRow) bool, generation int) (lines []string, ids []int64) {
	var sent []*kinRow
	for _, k := range all {
		if isSender(k) {
			sent = append(sent, k)
		}
	}
	slices.SortFunc(sent, func(a, b *kinRow) int {
		if a.onDay != b.onDay {
			return map[bool]int{true: -1, false: 1}[a.onDay < b.onDay]
		}
		return int(a.referral - b.referral)
	})
	for _, k := range sent {
		lines = append(lines, fmt.Sprint(generation, " ", k.id, " ", k.state, " ", k.gone, " ", k.visits, " ", k.spent))
		ids = append(ids, k.id)
		below, more := plainFamily(all, func(other *kinRow) bool { return other.sender == k.id }, generation+1)
		lines, ids = append(lines, below...), append(ids, more...)
	}
	return lines, ids
}

// checkKin holds the trees of everybody and the sums of who brings people to plain walks over the rows.
func checkKin(t must, store *models.Store, tdb *sql.DB) {
	t.Helper()
	all, byID := plainKin(t, store, tdb)
	for _, k := range all {
		if !k.gone {
			checkFamily(t, store, tdb, all, byID, models.Referrer{CustomerID: models.CustomerID(k.id)}, func(other *kinRow) bool { return other.sender == k.id })
		}
	}
	for _, p := range rowsOf(t, tdb, "SELECT id FROM specialist WHERE deleted_at = 0") {
		id := p[0].(int64)
		checkFamily(t, store, tdb, all, byID, models.Referrer{SpecialistID: models.SpecialistID(id)}, func(other *kinRow) bool { return other.specialist == id })
	}
	checkBringers(t, store, all, byID)
}

func checkFamily(t must, store *models.Store, tdb *sql.DB, all []*kinRow, byID map[int64]*kinRow, of models.Referrer, isSender func(*kinRow) bool) {
	t.Helper()
	f, err := store.Family(of)
	if err != nil {
		t.Fatalf("the family of %+v: %v", of, err)
	}
	want, ids := plainFamily(all, isSender, 1)
	var got []string
	for _, n := range f.Nodes[1:] {
		got = append(got, fmt.Sprint(n.Generation, " ", n.CustomerID, " ", n.State, " ", n.Gone, " ", n.VisitN, " ", int64(n.Spent)))
		if !n.Gone {
			card, err := store.Card(n.CustomerID)
			if err != nil || card.Rung != n.Rung || card.Activity != n.Activity {
				t.Errorf("in the tree %d is %s and %q, their card: %+v, %v", n.CustomerID, n.Rung, n.Activity, card, err)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the family of %+v:\n%v\na plain walk:\n%v", of, got, want)
	}
	var people, waiting, visits, spent int64
	for _, id := range ids {
		if k := byID[id]; k.state == "approved" {
			people, visits, spent = people+1, visits+k.visits, spent+k.spent
		} else {
			waiting++
		}
	}
	if top := f.Nodes[0]; int64(top.BelowN) != people || int64(top.BelowWaiting) != waiting || int64(top.BelowVisits) != visits || int64(top.BelowSpent) != spent {
		t.Errorf("below %+v: %d people, %d to come, %d visits, %d; a plain walk: %d, %d, %d, %d", of, top.BelowN, top.BelowWaiting, top.BelowVisits, top.BelowSpent,
			people, waiting, visits, spent)
	}
}

// plainBringer adds up for one of them.
func plainBringer(all []*kinRow, k *kinRow, since string) (direct, through int, directSpent, spent int64, last string) {
	_, below := plainFamily(all, func(other *kinRow) bool { return other.sender == k.id }, 1)
	for _, other := range all {
		if other.state != "approved" || other.came < since || !slices.Contains(below, other.id) {
			continue
		}
		spent += other.spent
		if other.sender == k.id {
			direct, directSpent, last = direct+1, directSpent+other.spent, max(last, other.came)
		} else {
			through++
		}
	}
	return direct, through, directSpent, spent, last
}

func checkBringers(t must, store *models.Store, all []*kinRow, byID map[int64]*kinRow) {
	t.Helper()
	year := string(store.Today())[:4] + "-01-01"
	for period, since := range map[models.BringerPeriod]string{models.BroughtEver: "", models.BroughtThisYear: year} {
		var want []string
		for _, k := range all {
			direct, through, directSpent, spent, _ := plainBringer(all, k, since)
			if !k.gone && !k.archived && direct+through > 0 {
				want = append(want, fmt.Sprint(k.id, " ", direct, " ", through, " ", directSpent, " ", spent))
			}
		}
		rows, n, err := store.WhoBrings(models.BringerFilter{Period: period, Limit: 1000})
		if err != nil || n != len(rows) {
			t.Fatalf("who brings: %d of %d, %v", len(rows), n, err)
		}
		var got []string
		for i, row := range rows {
			b := row.Of(period)
			got = append(got, fmt.Sprint(row.ID, " ", b.DirectN, " ", b.ThroughN, " ", int64(b.DirectSpent), " ", int64(b.Spent)))
			if i > 0 && rows[i-1].Of(period).DirectN < b.DirectN {
				t.Errorf("%s: %d stand before %d", period, rows[i-1].Of(period).DirectN, b.DirectN)
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("who brought people %s:\n%v\na plain walk:\n%v", period, got, want)
		}
	}
	var want, got []int64
	for _, k := range all {
		if direct, _, _, _, last := plainBringer(all, k, ""); direct > 0 && !k.gone && !k.archived && last < string(store.Today().AddDays(-365)) {
			want = append(want, k.id)
		}
	}
	rows, _, err := store.WhoStopped(0, 1000)
	if err != nil {
		t.Fatalf("who stopped: %v", err)
	}
	for _, row := range rows {
		got = append(got, int64(row.ID))
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("who stopped: %v, a plain walk: %v", got, want)
	}
}

// Random families grow, change their minds, come and go; after each deed the trees and sums are what a plain walk finds.
func TestFamiliesAreWhatAPlainWalkFinds(t *testing.T) {
	empty := t.TempDir() + "/empty.goodturn"
	mustDo(t, modelstest.Open(t, empty, modelstest.NewClock()).Close())
	blank, err := os.ReadFile(empty)
	mustDo(t, err)
	rapid.Check(t, func(rt *rapid.T) {
		path := t.TempDir() + "/shop.goodturn"
		mustDo(t, os.WriteFile(path, blank, 0o600))
		clock := modelstest.NewClock()
		store := modelstest.Open(t, path, clock)
		db := raw(t, store.Path())
		var ids []models.CustomerID
		for i := range rapid.IntRange(2, 9).Draw(rt, "people") {
			ids = append(ids, modelstest.Customer(t, store, fmt.Sprintf("Customer %d", i), ""))
		}
		spoke := modelstest.Specialist(t, store, "Spoke Works", "wheels")
		one := func(what string) models.CustomerID { return rapid.SampledFrom(ids).Draw(rt, what) }
		for range rapid.IntRange(1, 25).Draw(rt, "deeds") {
			switch deed := rapid.IntRange(0, 13).Draw(rt, "deed"); deed {
			case 0, 1, 2, 3:
				r := &models.ReferralIn{Referrer: models.Referrer{CustomerID: one("from")}, RefereeID: one("to"), FromBefore: rapid.Bool().Draw(rt, "from before")}
				if rapid.IntRange(0, 5).Draw(rt, "by a specialist") == 0 {
					r.Referrer = models.Referrer{SpecialistID: spoke}
				}
				ours(rt, store.SaveReferral(r))
			case 4, 5, 6:
				ours(rt, store.SaveVisit(&models.VisitEntry{Visit: models.Visit{CustomerID: one("who"), At: models.MomentOf(clock.Now()),
					Amount: models.Money(rapid.IntRange(0, 900).Draw(rt, "amount")), HowLeft: evenly(rt, "left", "", models.LeftDelighted, models.LeftUnhappy)}}))
			case 7:
				rows, _, err := store.Referrals(models.ReferralFilter{Limit: 1, Offset: rapid.IntRange(0, 3).Draw(rt, "which")})
				if err == nil && len(rows) > 0 {
					ours(rt, store.DenyReferral(rows[0].ID, "not so"))
				}
			case 8:
				switch who := one("who"); rapid.IntRange(0, 3).Draw(rt, "how they go") {
				case 0:
					ours(rt, store.DeleteCustomer(who))
				case 1:
					_, err := store.EraseCustomer(who)
					ours(rt, err)
				case 2:
					ours(rt, store.ArchiveCustomers([]models.CustomerID{who}, models.ArchivedMoved))
				default:
					ours(rt, store.MergeCustomers(one("keep"), who, nil))
				}
			case 9:
				if store.CanUndo() {
					err := store.UndoLast()
					ours(rt, err)
				}
			case 10:
				ours(rt, store.SavePraise(&models.Praise{CustomerID: one("who"), Text: "Well done", Channel: evenly(rt, "where", models.PraiseChannels...), OnDay: store.Today()}))
			case 11:
				ours(rt, store.NoteInvited(one("who")))
			default:
				clock.Days(rapid.IntRange(1, 250).Draw(rt, "days"))
			}
			checkKin(rt, store, db)
			checkCould(rt, store, db)
		}
	})
}

// ours lets pass what is refused with a reason.
func ours(t must, err error) {
	t.Helper()
	if _, refused := models.IsProblem(err); err != nil && !refused && !errors.Is(err, models.ErrNotFound) {
		t.Fatalf("%v", err)
	}
}

// What another program changed is seen too, and a file that goes in a circle ends nowhere but has trees all the same.
func TestFamilyInACircle(t *testing.T) {
	store, _ := modelstest.New(t)
	var ids []models.CustomerID
	for i := range 4 {
		ids = append(ids, modelstest.Customer(t, store, fmt.Sprintf("Customer %d", i), ""))
	}
	for i := range 3 {
		mustDo(t, store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: ids[i]}, RefereeID: ids[i+1], FromBefore: true}))
	}
	if f, err := store.Family(models.Referrer{CustomerID: ids[0]}); err != nil || len(f.Nodes) != 4 || f.Generations != 3 {
		t.Fatalf("before the circle: %+v, %v", f, err)
	}
	do(t, raw(t, store.Path()), "DROP TRIGGER referral_in_circle_insert",
		fmt.Sprintf("INSERT INTO referral_in (referrer_customer_id, referee_id, on_day, state, created_at) VALUES (%d, %d, '2026-11-21', 'pending', 1)", ids[3], ids[0]))
	for _, id := range ids {
		f, err := store.Family(models.Referrer{CustomerID: id})
		if err != nil || len(f.Nodes) != 4 {
			t.Errorf("in the circle the family of %d has %d people, %v", id, len(f.Nodes), err)
		}
	}
	if rows, _, err := store.WhoBrings(models.BringerFilter{Limit: 9}); err != nil || len(rows) == 0 {
		t.Errorf("who brings in a circle: %+v, %v", rows, err)
	}
}

func TestFamilyIsFoundIn(t *testing.T) {
	store, _ := modelstest.New(t)
	jurgen := modelstest.Customer(t, store, "Jürgen Müller", "")
	for _, name := range []string{"Ann Hughes", "Joanna Lund", "Anna Berg"} {
		mustDo(t, store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{CustomerID: jurgen}, Referee: &models.Customer{Name: name}}))
	}
	f, err := store.Family(models.Referrer{CustomerID: jurgen})
	mustDo(t, err)
	if got := f.Find("ANN"); !slices.Equal(got, []int{1, 3, 2}) {
		t.Errorf("found at %v", got)
	}
	if got := f.Find("muller"); !slices.Equal(got, []int{0}) {
		t.Errorf("the first is found at %v", got)
	}
	if len(f.Find(" ")) != 0 {
		t.Error("nothing finds somebody")
	}
	_, err = store.Family(models.Referrer{CustomerID: 99})
	if !errors.Is(err, models.ErrNotFound) {
		t.Errorf("the family of nobody: %v", err)
	}
}
