package models_test

import (
	"context"
	"database/sql"
	"fmt"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"

	"pgregory.net/rapid"
)

// history fills the file, as another program would, with what may have happened in three years: whatever it is, the figures are those
// of a plain walk.
type history struct {
	rt    *rapid.T
	db    *sql.DB
	today time.Time
}

func (h *history) do(query string, args ...any) {
	if _, err := h.db.Exec(query, args...); err != nil {
		h.rt.Fatalf("%s %v: %v", query, args, err)
	}
}

// day draws a day of the last three years, not seldom one at the edge of a month or of a year ago.
func (h *history) day(what string) time.Time {
	back := evenly(h.rt, what, 0, 1, 20, 21, 51, 52, 364, 365, 366, 729, 730, rapid.IntRange(0, 1100).Draw(h.rt, what+", any"))
	return h.today.AddDate(0, 0, -back)
}

func (h *history) one(what string, of ...any) any {
	return of[rapid.IntRange(0, len(of)-1).Draw(h.rt, what)]
}

// happen makes up people, what they did, and what was not there.
func (h *history) happen() {
	rt := h.rt
	h.do("UPDATE shop SET loyal_days = ?, usual_gap = ?", within(rt, "loyal", 1, 4), within(rt, "gap", 5, 80))
	h.do("INSERT INTO staff (id, name, created_at) VALUES (1, 'Mia', 1), (2, 'Ivy', 1)")
	h.do("INSERT INTO specialist (id, name, created_at) VALUES (1, 'Spoke Works', 1), (2, 'Volt', 1)")
	for i := range 14 {
		h.do("INSERT INTO item (id, name, name_key, created_at) VALUES (?, ?, ?, 1)", i+1, fmt.Sprint("thing ", i), fmt.Sprint("thing ", i))
	}
	people := within(rt, "people", 1, 12)
	for id := 1; id <= people; id++ {
		h.person(id)
	}
	for range within(rt, "referrals", 0, 5) {
		h.referral(people)
	}
	for range within(rt, "praise", 0, 4) {
		h.do("INSERT INTO praise (customer_id, text, channel, on_day, created_at) VALUES (?, 'lovely', ?, ?, 1)", within(rt, "who praises", 1, people), h.one("channel", "in_person", "review"), h.day("praised").Format(time.DateOnly))
	}
	for i := range within(rt, "adverts", 0, 3) {
		h.do("INSERT OR IGNORE INTO advert_spend (source_id, month, amount) VALUES (?, ?, ?)", within(rt, "advert", 1, 4), h.day("spent").Format("2006-01"), 100*(i+1))
	}
	for id := 1; id <= people; id++ {
		if state := h.one("stays", "active", "active", "active", "archived", "erased"); state != "active" {
			day := h.day("left")
			if state == "archived" {
				h.do("UPDATE customer SET state = ?, archived_on = ? WHERE id = ?", state, day.Format(time.DateOnly), id)
			} else {
				h.do("UPDATE customer SET state = ?, name = '', name_key = '', deleted_at = ? WHERE id = ?", state, day.Unix(), id)
			}
		}
	}
}

func (h *history) person(id int) {
	rt := h.rt
	h.do("INSERT INTO customer (id, name, name_key, source_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 1)", id, fmt.Sprint("P", id), fmt.Sprint("p", id), h.one("source", nil, 1, 2, 3, 4), h.day("made").Unix())
	if rapid.IntRange(0, 7).Draw(rt, "earlier") == 0 {
		h.do("INSERT INTO earlier (id, visit_n) VALUES (?, 3)", id)
	}
	at := h.day("first")
	for range within(rt, "visits", 0, 9) {
		if at.After(h.today) {
			break
		}
		h.visit(id, at)
		at = at.AddDate(0, 0, evenly(rt, "next", 0, 1, 7, 7, 30, 90, 200, 364, 365))
	}
	if rapid.Bool().Draw(rt, "a stranger") {
		h.visit(nil, h.day("stranger"))
	}
}

func (h *history) visit(who any, at time.Time) {
	rt := h.rt
	var id int64
	err := h.db.QueryRow("INSERT INTO visit (customer_id, at, day, amount, asked_for, state, created_at, deleted_at) VALUES (?, ?, ?, ?, ?, ?, 1, ?) RETURNING id", who, at.Unix(), at.Format(time.DateOnly),
		100*within(rt, "amount", 0, 9), h.one("asked", nil, nil, nil, 1, 2), h.one("state", "completed", "completed", "completed", "completed", "cancelled"), h.one("deleted", 0, 0, 0, 0, 0, 1)).Scan(&id)
	if err != nil {
		rt.Fatal(err)
	}
	for range within(rt, "requests", 0, 2) {
		h.request(id)
	}
}

// request asks for a thing that is mostly not there, with what was offered; the rules of closing are none of this test's.
func (h *history) request(visit int64) {
	rt := h.rt
	h.do("INSERT INTO undoing VALUES (1)")
	defer h.do("DELETE FROM undoing")
	state := h.one("what became of it", "fulfilled", "unavailable", "substituted", "ordered_in", "referred_out", "deferred", "lost").(string)
	reason, lost := "out_of_stock", ""
	if state == "fulfilled" {
		reason = ""
	}
	if state == "lost" {
		lost = "declined"
	}
	var id int64
	err := h.db.QueryRow("INSERT INTO request (visit_id, item_id, reason, lost_reason, state, worth) VALUES (?, ?, ?, ?, ?, ?) RETURNING id", visit, within(rt, "thing", 1, 14), reason, lost, state, 100*within(rt, "worth", 0, 3)).Scan(&id)
	if err != nil {
		rt.Fatal(err)
	}
	taken := false
	for range within(rt, "offers", 0, 3) {
		answer := h.one("answer", "accepted", "declined", "declined", "thinking", "offered")
		if answer == "accepted" && taken {
			answer = "declined"
		}
		taken = taken || answer == "accepted"
		kind := h.one("kind", "item", "item", "specialist", "order_in", "later", "other")
		var item, specialist any
		switch kind {
		case "item":
			item = within(rt, "instead", 1, 14)
		case "specialist":
			specialist = within(rt, "specialist", 1, 2)
		}
		h.do("INSERT INTO alternative (request_id, kind, item_id, specialist_id, description, state) VALUES (?, ?, ?, ?, 'this', ?)", id, kind, item, specialist, answer)
	}
	if state == "ordered_in" && rapid.Bool().Draw(rt, "collected") {
		h.do("INSERT INTO want (item_id, request_id, state, created_at, changed_at) VALUES (1, ?, 'collected', 1, 1)", id)
	}
}

// referral has the later one sent by the earlier, so that there is no circle, unless somebody sent them already.
func (h *history) referral(people int) {
	rt := h.rt
	to := within(rt, "who is sent", 1, people)
	var by, specialist any = within(rt, "who sends", 1, people), nil
	if by.(int) >= to {
		by, specialist = nil, 1
	}
	day := h.day("sent")
	state, approved, reason := h.one("referral", "pending", "approved", "approved", "denied").(string), int64(0), ""
	switch state {
	case "approved":
		approved = day.Unix()
	case "denied":
		reason = "not so"
	}
	h.do("INSERT INTO undoing VALUES (1)")
	h.do("INSERT OR IGNORE INTO referral_in (referrer_customer_id, referrer_specialist_id, referee_id, on_day, from_before, state, denied_reason, approved_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
		by, specialist, to, h.day("on").Format(time.DateOnly), within(rt, "from before", 0, 1), state, reason, approved)
	h.do("DELETE FROM undoing")
	if state == "approved" && by != nil {
		h.do("INSERT OR IGNORE INTO thank_you (customer_id, cause, cause_id, channel, cost, reward_kind, given_on, since, state, created_at) VALUES (?, 'referral', ?, 'gift', 500, 'gift', ?, '2026-01-01', 'owed', 1)", by, to, day.Format(time.DateOnly))
	}
}

// drawPeriod draws what the owner may choose.
func drawPeriod(rt *rapid.T, today models.Day) models.Period {
	return models.PeriodOf(rapid.SampledFrom(models.PeriodKinds).Draw(rt, "kind"), today, within(rt, "periods back", 0, 2))
}

// Whatever happened in the shop, every figure of Insights is what a plain walk through the book finds, and leads to as many people as
// it says.
func TestInsightsAreWhatAPlainWalkFinds(t *testing.T) {
	dir, rounds := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		rounds++
		m, end := emptyMachine(rt, fmt.Sprintf("%s/shop %d.goodturn", dir, rounds))
		defer end()
		(&history{rt, m.db, m.clock.Now()}).happen()
		for range 2 {
			period := drawPeriod(rt, m.store.Today())
			checkBehind(rt, m.store, checkInsights(rt, m.store, m.db, period))
		}
		m.clock.Days(within(rt, "later", 0, 40))
		checkInsights(rt, m.store, m.db, drawPeriod(rt, m.store.Today()))
	})
}

// checkBehind looks behind every figure.
func checkBehind(t must, store *models.Store, in *models.Insights) {
	t.Helper()
	check := func(f models.Figure, n int) {
		t.Helper()
		people, nameless, err := store.Behind(in.Period, f)
		if err != nil || len(people)+nameless != n {
			t.Fatalf("behind %+v of %v are %d people and %d nameless, %v; the figure says %d", f, in.Period, len(people), nameless, err, n)
		}
	}
	for i, sum := range in.Came {
		check(models.Figure{Of: models.FigureCame, Part: i, Came: models.CameNew}, sum.New)
		check(models.Figure{Of: models.FigureCame, Part: i, Came: models.CameRecovered}, sum.Recovered)
		check(models.Figure{Of: models.FigureCame, Part: i, Came: models.CameReturning}, sum.Returning)
	}
	for i, end := range in.Ladder {
		for _, rung := range models.Rungs {
			check(models.Figure{Of: models.FigureRung, Part: i, Rung: rung}, end.On[rung])
		}
		check(models.Figure{Of: models.FigureUp, Part: i}, end.Up)
		check(models.Figure{Of: models.FigureDown, Part: i}, end.Down)
	}
	for _, how := range models.FoundHows {
		check(models.Figure{Of: models.FigureFound, Part: models.WholePeriod, How: how}, in.FoundBy(how).New)
		check(models.Figure{Of: models.FigureStayed, Part: models.WholePeriod, How: how}, in.FoundBy(how).Stayed)
		check(models.Figure{Of: models.FigureGone, Part: models.WholePeriod, How: how}, in.FoundBy(how).Over-in.FoundBy(how).Stayed)
		all := 0
		for i := range in.Parts {
			check(models.Figure{Of: models.FigureFound, Part: i, How: how}, in.FoundIn[i][how])
			all += in.FoundIn[i][how]
		}
		if all != in.FoundBy(how).New {
			t.Fatalf("%d in all parts, %d in the period", all, in.FoundBy(how).New)
		}
	}
	for _, found := range in.Found {
		check(models.Figure{Of: models.FigureFound, Part: models.WholePeriod, How: found.How, Source: found.SourceID, Sent: found.Sent()}, found.New)
	}
	for _, asked := range in.Asked {
		check(models.Figure{Of: models.FigureAsked, Part: models.WholePeriod, Staff: asked.StaffID}, asked.People)
		for i, n := range asked.Parts {
			check(models.Figure{Of: models.FigureAsked, Part: i, Staff: asked.StaffID}, n)
		}
	}
}

// checkInsights holds what is caught up with after each deed to a plain walk, and the rungs of today to those that lists filter by.
func (m *machine) checkInsights(t *rapid.T) {
	checkInsights(t, m.store, m.db, drawPeriod(t, m.store.Today()))
	ahead := rowsOf(t, m.db, "SELECT 1 FROM visit WHERE day > '"+string(m.store.Today())+"' UNION SELECT 1 FROM praise WHERE on_day > '"+string(m.store.Today())+"' UNION SELECT 1 FROM referral_in WHERE from_before AND on_day > '"+string(m.store.Today())+"'")
	if len(ahead) > 0 {
		return // the lists count what is dated ahead already
	}
	at, err := m.store.RungsAt(m.store.Today())
	if err != nil {
		t.Fatal(err)
	}
	for _, rung := range models.Rungs {
		ids, err := m.store.CustomerIDs(models.CustomerFilter{Rungs: []models.Rung{rung}})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, is := range at {
			if is == rung {
				n++
			}
		}
		if n != len(ids) {
			t.Fatalf("%d stand on %s by their courses, %v by the list: %v", n, rung, ids, at)
		}
	}
}

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		kind   models.PeriodKind
		before int
		want   string
	}{
		{models.PeriodMonth, 0, "2026-11-01 2026-11-30, parts to 07 14 21, ends 2026-10-31 2026-11-21"},
		{models.PeriodMonth, 9, "2026-02-01 2026-02-28, parts to 07 14 21 28, ends 2026-01-31 2026-02-28"},
		{models.PeriodMonth, 1, "2026-10-01 2026-10-31, parts to 07 14 21 28 31, ends 2026-09-30 2026-10-31"},
		{models.PeriodQuarter, 0, "2026-10-01 2026-12-31, parts to 31 30, ends 2026-09-30 2026-10-31 2026-11-21"},
		{models.PeriodQuarter, 1, "2026-07-01 2026-09-30, parts to 31 31 30, ends 2026-06-30 2026-07-31 2026-08-31 2026-09-30"},
		{models.PeriodYear, 2, "2024-01-01 2024-12-31, parts to 31 29 31 30 31 30 31 31 30 31 30 31, ends 2023-12-31 2024-01-31 2024-02-29 2024-03-31 2024-04-30 2024-05-31 2024-06-30 2024-07-31 2024-08-31 2024-09-30 2024-10-31 2024-11-30 2024-12-31"},
		{models.PeriodTwelve, 0, "2025-12-01 2026-11-30, parts to 31 31 28 31 30 31 30 31 31 30 31 30, ends 2025-11-30 2025-12-31 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30 2026-07-31 2026-08-31 2026-09-30 2026-10-31 2026-11-21"},
	} {
		p := models.PeriodOf(c.kind, "2026-11-21", c.before)
		got := fmt.Sprintf("%s %s, parts to", p.From, p.To)
		next := p.From
		for _, part := range p.Parts("2026-11-21") {
			if part.From != next {
				t.Errorf("%s: a part begins on %s, not on %s", c.kind, part.From, next)
			}
			next = part.To.AddDays(1)
			got += " " + string(part.To[8:])
		}
		got += ", ends"
		for _, end := range p.Ends("2026-11-21") {
			got += " " + string(end)
		}
		if got != c.want {
			t.Errorf("%s, %d back: %s, want %s", c.kind, c.before, got, c.want)
		}
	}
}

// What was read beside the window is held, with what changed meanwhile.
func TestGatherBesideTheWindow(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	modelstest.Visit(t, store, ann, "Bell")
	g, err := store.Gather()
	if err != nil || g == nil {
		t.Fatalf("nothing to gather: %v", err)
	}
	if err := g.Read(context.Background(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	ben := modelstest.Customer(t, store, "Ben", "")
	modelstest.Visit(t, store, ben, "Bell")
	g.Keep()
	if again, err := store.Gather(); again != nil || err != nil {
		t.Errorf("there is more to gather: %v", err)
	}
	in, err := store.Insights(models.PeriodOf(models.PeriodMonth, store.Today(), 0))
	if err != nil || in.Came[2].New != 2 {
		t.Errorf("%+v, %v", in.Came, err)
	}
	late, err := store.Gather()
	if err != nil || late != nil {
		t.Fatal("gathers what is held")
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	store, _ = modelstest.New(t)
	if g, err = store.Gather(); err != nil {
		t.Fatal(err)
	}
	if err := g.Read(ended, func(int, int) {}); err == nil {
		t.Error("read on after its end")
	}
	g.Keep()
	if again, err := store.Gather(); again == nil || err != nil {
		t.Errorf("kept what was not read: %v", err)
	}
}

func TestAdvertsByMonth(t *testing.T) {
	store, _ := modelstest.New(t)
	paid := map[models.SourceID]models.Money{3: 12000, 4: 5000}
	if err := store.SaveAdverts("2026-10", paid); err != nil {
		t.Fatal(err)
	}
	if err := store.SaveAdverts("2026-11", map[models.SourceID]models.Money{3: 100}); err != nil {
		t.Fatal(err)
	}
	if err := store.SaveAdverts("2026-10", map[models.SourceID]models.Money{3: 0, 4: 6000}); err != nil {
		t.Fatal(err)
	}
	last, was, err := store.LastAdverts("2026-11")
	if err != nil || last != "2026-10" || len(was) != 1 || was[4] != 6000 {
		t.Errorf("in %s %v was paid, %v", last, was, err)
	}
	all, err := store.SpentOnAdverts(models.Days{From: "2026-10-01", To: "2026-11-30"})
	if err != nil || all[3] != 100 || all[4] != 6000 {
		t.Errorf("in both %v was paid, %v", all, err)
	}
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	if was, err = store.Adverts("2026-10"); err != nil || was[3] != 12000 || was[4] != 5000 {
		t.Errorf("after Undo %v was paid, %v", was, err)
	}
	if last, _, err = store.LastAdverts("2026-10"); err != nil || last != "" {
		t.Errorf("before the first there is %q, %v", last, err)
	}
	for _, bad := range []struct {
		month string
		paid  models.Money
		field string
	}{{"2026-13", 5, "month"}, {"", 5, "month"}, {"2026-11", -1, "amount"}, {"2026-11", 1 << 60, "amount"}} {
		p, ok := models.IsProblem(store.SaveAdverts(bad.month, map[models.SourceID]models.Money{3: bad.paid}))
		if !ok || p.Field != bad.field {
			t.Errorf("%+v is taken: %+v", bad, p)
		}
	}
}
