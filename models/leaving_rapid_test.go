package models_test

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// plainLeaving finds those with a reason to leave by looking at every row, as the owner would with the whole book before them: a line
// for each reason of each customer.
func plainLeaving(t must, store *models.Store, db *sql.DB) (all []string) {
	t.Helper()
	today, now := store.Today(), models.MomentOf(store.Now())
	since := today.AddDays(-90)
	asleep := map[string]bool{}
	for _, z := range rowsOf(t, db, `SELECT line, coalesce(customer_id, visit_id, want_id, thank_you_id), until FROM snooze`) {
		if z[2].(string) > string(today) {
			asleep[fmt.Sprint(z[0], " ", z[1])] = true
		}
	}
	active := map[int64]bool{}
	for _, c := range rowsOf(t, db, `SELECT id FROM customer WHERE deleted_at = 0 AND state = 'active'`) {
		active[c[0].(int64)] = true
	}
	add := func(line models.SnoozeLine, about, who any, reason models.LeaveReason, day, what string) {
		if id, ok := who.(int64); ok && active[id] && !asleep[fmt.Sprint(line, " ", about)] {
			all = append(all, fmt.Sprint(id, " ", reason, " ", day, " ", about, " ", what))
		}
	}
	last := map[any]string{} // the last day of each customer in the log
	visits := rowsOf(t, db, `SELECT id, customer_id, day, at, promised_for, ready_at, made_good, how_left, state FROM visit WHERE deleted_at = 0 AND state <> 'cancelled'`)
	for _, v := range visits {
		last[v[1]] = max(last[v[1]], v[2].(string))
		promised, ready, noted := models.Moment(v[4].(int64)), models.Moment(v[5].(int64)), v[6] == ""
		atFirst := models.MomentOf(since.In(store.Now().Location()))
		if promised >= atFirst && promised > 0 && promised <= now && (ready == 0 || ready > promised) && noted {
			add(models.SnoozePromise, v[0], v[1], models.LeavePromise, v[2].(string), "")
		}
		if v[7] == "unhappy" && models.Moment(v[3].(int64)) >= atFirst && noted {
			add(models.SnoozeUnhappy, v[0], v[1], models.LeaveUnhappy, v[2].(string), "")
		}
	}
	for _, r := range rowsOf(t, db, `SELECT r.visit_id, v.customer_id, v.day, i.name FROM request r JOIN visit v ON v.id = r.visit_id JOIN item i ON i.id = r.item_id
		WHERE r.state = 'lost' AND v.deleted_at = 0 AND v.state <> 'cancelled'`) {
		if day := r[2].(string); day >= string(since) && last[r[1]] == day {
			add(models.SnoozeTurnedAway, r[0], r[1], models.LeaveTurnedAway, day, r[3].(string))
		}
	}
	for _, y := range rowsOf(t, db, `SELECT id, customer_id, since, talking_point FROM thank_you WHERE state IN ('owed', 'printed')`) {
		if y[2].(string) <= string(today.AddDays(-14)) {
			add(models.SnoozeThank, y[0], y[1], models.LeaveUnthanked, y[2].(string), y[3].(string))
		}
	}
	return append(all, plainDrifting(t, store, db, active, asleep)...)
}

// plainDrifting finds those who came on two days and more, or brought somebody, and are longer away than one and a half times their usual gap, and no longer
// than three times.
func plainDrifting(t must, store *models.Store, db *sql.DB, active map[int64]bool, asleep map[string]bool) (all []string) {
	t.Helper()
	usual := one[int](t, db, "SELECT usual_gap FROM shop")
	days := map[int64][]models.Day{}
	for _, v := range rowsOf(t, db, `SELECT DISTINCT customer_id, day FROM visit WHERE deleted_at = 0 AND state = 'completed' AND customer_id IS NOT NULL ORDER BY day`) {
		days[v[0].(int64)] = append(days[v[0].(int64)], models.Day(v[1].(string)))
	}
	brought := map[int64]bool{}
	for _, r := range rowsOf(t, db, `SELECT DISTINCT referrer_customer_id FROM referral_in WHERE deleted_at = 0 AND state = 'approved' AND referrer_customer_id IS NOT NULL`) {
		brought[r[0].(int64)] = true
	}
	for id, came := range days {
		if len(came) < 2 && !brought[id] || !active[id] || asleep[fmt.Sprint(models.SnoozeNotSeen, " ", id)] {
			continue
		}
		var gaps []int
		for i := 1; i < len(came); i++ {
			gaps = append(gaps, daysApart(came[i-1], came[i]))
		}
		slices.Sort(gaps)
		gap := float64(usual)
		if len(gaps) >= 3 {
			gap = float64(gaps[(len(gaps)-1)/2]+gaps[len(gaps)/2]) / 2
		}
		if away := float64(daysApart(came[len(came)-1], store.Today())); away > 1.5*gap && away <= 3*gap {
			all = append(all, fmt.Sprint(id, " ", models.LeaveDrifting, " ", came[len(came)-1], " ", id, " "))
		}
	}
	return all
}

func daysApart(a, b models.Day) (n int) {
	for ; a < b; a = a.AddDays(1) {
		n++
	}
	return n
}

// rowsOf reads every row of a query.
func rowsOf(t must, db *sql.DB, query string) (all [][]any) {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	columns, _ := rows.Columns()
	for rows.Next() {
		row, at := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			at[i] = &row[i]
		}
		if err := rows.Scan(at...); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		all = append(all, row)
	}
	return all
}

// checkLeaving holds the list, page by page, and the counts to what a plain walk finds.
func checkLeaving(t must, store *models.Store, db *sql.DB) []string {
	t.Helper()
	want := plainLeaving(t, store, db)
	var got []string
	people := map[models.LeaveReason]int{}
	for from := 0; ; {
		rows, total, err := store.Leaving(models.LeaveFilter{Offset: from, Limit: 2})
		if err != nil {
			t.Fatalf("reasons to leave: %v", err)
		}
		for i, row := range rows {
			people[""]++
			for j, c := range row.Causes {
				got = append(got, fmt.Sprint(row.CustomerID, " ", c.Reason, " ", c.Day, " ", cmp.Or(int64(c.VisitID), int64(c.ThankYouID), int64(row.CustomerID)), " ", c.What))
				if j > 0 && slices.Index(models.LeaveReasons, c.Reason) < slices.Index(models.LeaveReasons, row.Causes[j-1].Reason) {
					t.Errorf("%s stands before %s", row.Causes[j-1].Reason, c.Reason)
				}
				if j == 0 || c.Reason != row.Causes[j-1].Reason {
					people[c.Reason]++
				}
			}
			if i > 0 && slices.Index(models.LeaveReasons, rows[i-1].Causes[0].Reason) > slices.Index(models.LeaveReasons, row.Causes[0].Reason) {
				t.Errorf("%s stands before %s", rows[i-1].Customer, row.Customer)
			}
		}
		if from += len(rows); len(rows) == 0 {
			if total != from {
				t.Errorf("there are %d, and the list says %d", from, total)
			}
			break
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Fatalf("the list has\n%q\na plain walk finds\n%q", got, want)
	}
	counts, err := store.LeavingCounts()
	if err != nil {
		t.Fatalf("counts: %v", err)
	}
	for _, reason := range append([]models.LeaveReason{""}, models.LeaveReasons...) {
		if counts[reason] != people[reason] {
			t.Errorf("%d have the reason %q, the counts say %d", people[reason], reason, counts[reason])
		}
	}
	return got
}

func (m *machine) checkLeaving(t *rapid.T) { checkLeaving(t, m.store, m.db) }

// Whatever happened in the shop, the list of those with a reason to leave is what a plain walk through the book finds; and of every
// reason there are many among what is drawn.
func TestLeavingIsWhatAPlainWalkFinds(t *testing.T) {
	seen := map[models.LeaveReason]int{}
	dir, rounds := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		rounds++
		m, end := emptyMachine(rt, fmt.Sprintf("%s/shop %d.goodturn", dir, rounds))
		defer end()
		people := []models.CustomerID{0}
		for _, name := range []string{"Ann", "Ben", "Cleo"} {
			people = append(people, modelstest.Customer(t, m.store, name, ""))
		}
		for range within(rt, "visits", 3, 12) {
			m.clock.Days(evenly(rt, "days later", 0, 1, 1, 7, 20))
			m.happens(rt, people)
		}
		for range within(rt, "seen to", 0, 4) {
			m.seenTo(rt)
		}
		m.clock.Days(evenly(rt, "days in the end", 0, 1, 13, 14, 15, 30, 89, 91, 100, 120, 150, 180))
		for _, line := range checkLeaving(rt, m.store, m.db) {
			var id int
			var reason models.LeaveReason
			if _, err := fmt.Sscan(line, &id, &reason); err != nil {
				rt.Fatal(err)
			}
			seen[reason]++
		}
	})
	for _, reason := range models.LeaveReasons {
		if rounds >= 25 && seen[reason] < rounds/10 {
			t.Errorf("of %d shops only %d had the reason %s: what is drawn proves little", rounds, seen[reason], reason)
		}
	}
}

// happens draws one thing that may be a reason to leave, or takes one away.
func (m *machine) happens(t *rapid.T, people []models.CustomerID) {
	v := models.Visit{CustomerID: evenly(t, "who", people...), At: models.MomentOf(m.clock.Now()),
		HowLeft: evenly(t, "left", models.LeftUnnoted, models.LeftUnhappy, models.LeftDelighted),
		State:   evenly(t, "state", models.VisitCompleted, models.VisitCompleted, models.VisitCompleted, models.VisitOpen, models.VisitCancelled)}
	if rapid.Bool().Draw(t, "promised") {
		v.PromisedFor = v.At + models.Moment(within(t, "in days", 0, 3)*86400)
		if rapid.Bool().Draw(t, "ready") {
			v.ReadyAt = v.PromisedFor + models.Moment(within(t, "too late", -1, 1)*3600)
		}
	}
	if rapid.Bool().Draw(t, "missing") {
		v.Requests = []models.Request{{Item: evenly(t, "thing", "bell", "saddle"), Reason: models.ReasonNotCarried, NothingSuitable: true}}
	} else {
		v.Requests = []models.Request{{Item: "tube"}}
	}
	mustDraw(t, m.store.SaveVisit(&models.VisitEntry{Visit: v}))
	if v.CustomerID != 0 && rapid.Bool().Draw(t, "thanks") {
		mustDraw(t, m.store.AddThankYou(&models.ThankYou{CustomerID: v.CustomerID, TalkingPoint: fmt.Sprint("favour ", m.clock.Now().Unix(), rapid.Int().Draw(t, "which"))}))
	}
}

// seenTo takes the next step about one of those on the list.
func (m *machine) seenTo(t *rapid.T) {
	rows, _, err := m.store.Leaving(models.LeaveFilter{Limit: 50})
	mustDraw(t, err)
	if len(rows) == 0 {
		return
	}
	row := evenly(t, "row", rows...)
	cause := evenly(t, "cause", row.Causes...)
	on := m.store.Today().AddDays(within(t, "until", 1, 40))
	switch within(t, "step", 0, 4) {
	case 0:
		mustDraw(t, m.store.PutOff(row.CustomerID, cause, on))
	case 1:
		mustDraw(t, m.store.CallBack(row.CustomerID, cause, on, "so"))
	case 2:
		mustDraw(t, m.store.ArchiveCustomers([]models.CustomerID{row.CustomerID}, models.ArchivedMoved))
	default:
		switch cause.Reason.Step() {
		case models.StepMakeGood:
			mustDraw(t, m.store.MakeGood(cause.VisitID, "a free service"))
		case models.StepThank:
			mustDraw(t, m.store.MarkThanked([]models.ThankYouID{cause.ThankYouID}, 0, ""))
		case models.StepOffer:
			mustDraw(t, m.store.CancelVisit(cause.VisitID))
		}
	}
}

func mustDraw(t *rapid.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("a deed that is in order is refused: %v", err)
	}
}
