package models_test

import (
	"context"
	"database/sql"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// What the owner may wait for, in milliseconds: a screen within one frame of 60 in a second, a save within 20.
const (
	oneFrame = 16
	oneSave  = 20
)

// figure is one thing that is measured on every shop. do is one round of it, and times what counts through w.
type figure struct {
	name   string
	target float64 // in milliseconds at the 99th percentile; 0 for none
	ratio  float64 // at most so many times what the small shop takes; 0 for none
	writes bool
	sent   bool // measured on the shop of those who were sent, in place of the large one
	do     func(w *stopwatch, s *shop)
}

// BenchmarkShop measures what the owner waits for, on a small shop and on a large one: "make bench" prints it as a
// table. Run it with -benchtime 200x, so that a 99th percentile is one.
func BenchmarkShop(b *testing.B) {
	for _, f := range slices.Concat(lookFigures, peopleFigures, insightFigures, findFigures, saveFigures, manyFigures, kinFigures) {
		for _, size := range []string{"small", "large"} {
			b.Run(f.name+"/"+size, func(b *testing.B) { f.measure(b, size) })
		}
	}
}

func (f figure) measure(b *testing.B, size string) {
	switch {
	case f.sent && size == "small":
		b.Skip("there is no small one")
	case f.sent:
		size = "sent"
	}
	s := openShop(b, size, f.writes)
	w := &stopwatch{b: b}
	f.do(w, s) // the first round fills the caches, as the program's first minute does
	w.laps = nil
	for b.Loop() {
		f.do(w, s)
	}
	w.report(f)
}

// shop is an open shop file with people in it to look at.
type shop struct {
	*models.Store
	clock  *modelstest.Clock
	path   string
	people []models.CustomerID // who comes in, each as often as they do
	oldest []models.CustomerID // those who came, and those who sent, more than anybody else
	things []models.ItemID     // what is asked for, each as often as it is
	random *rand.Rand
	round  int
}

// anybody gives a customer, the next at each call.
func (s *shop) anybody() models.CustomerID {
	s.round++
	return s.people[s.round%len(s.people)]
}

// anything gives a thing, each as often as it is asked for.
func (s *shop) anything() models.ItemID {
	s.round++
	return s.things[s.round%len(s.things)]
}

func openShop(b *testing.B, size string, writes bool) *shop {
	clock := modelstest.NewClock()
	path := modelstest.Kept(b, size)
	if writes {
		path = copyOf(b, path)
	}
	s := &shop{Store: modelstest.Open(b, path, clock), clock: clock, path: path, random: rand.New(rand.NewPCG(1, 2))}
	db := plain(b, path)
	s.people = idsOf[models.CustomerID](b, db, "SELECT customer_id FROM visit WHERE customer_id IS NOT NULL ORDER BY id * 7919 % 1000003 LIMIT 400")
	s.oldest = idsOf[models.CustomerID](b, db, "SELECT * FROM (SELECT id FROM customer ORDER BY visit_n DESC LIMIT 20) UNION ALL SELECT * FROM (SELECT id FROM customer ORDER BY brought_n DESC LIMIT 20)")
	s.things = idsOf[models.ItemID](b, db, "SELECT item_id FROM request ORDER BY id * 7919 % 1000003 LIMIT 400")
	return s
}

// plain opens the file without the program's help.
func plain(b *testing.B, path string) *sql.DB {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	return db
}

func idsOf[ID ~int64](b *testing.B, db *sql.DB, query string, args ...any) (ids []ID) {
	rows, err := db.Query(query, args...)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id ID
		if err := rows.Scan(&id); err != nil {
			b.Fatal(err)
		}
		ids = append(ids, id)
	}
	return ids
}

// stopwatch keeps how long each single wait was.
type stopwatch struct {
	b    *testing.B
	laps []time.Duration
}

// time times one wait.
func (w *stopwatch) time(do func() error) {
	begin := time.Now()
	err := do()
	w.laps = append(w.laps, time.Since(begin))
	if err != nil {
		w.b.Fatal(err)
	}
}

// report gives the middle and the 99th percentile in milliseconds, and what was aimed at.
func (w *stopwatch) report(f figure) {
	slices.Sort(w.laps)
	at := func(percent int) float64 {
		return float64(w.laps[(len(w.laps)-1)*percent/100].Microseconds()) / 1000
	}
	w.b.ReportMetric(at(50), "p50-ms")
	w.b.ReportMetric(at(99), "p99-ms")
	w.b.ReportMetric(0, "ns/op") // a round is no measure of anything
	if f.target > 0 {
		w.b.ReportMetric(f.target, "target-ms")
	}
	if f.ratio > 0 {
		w.b.ReportMetric(f.ratio, "target-ratio")
	}
}

// lookFigures are what opening the file and each screen asks for.
var lookFigures = []figure{
	{name: "open the file", ratio: 1.5, do: func(w *stopwatch, s *shop) {
		w.time(func() error {
			again, err := models.Open(s.path, models.WithClock(s.clock.Now))
			if err != nil {
				return err
			}
			return again.Close()
		})
	}},
	{name: "Today", target: oneFrame, do: todayPage()},
	{name: "Today, with all of every part", do: todayPage(models.TodayParts...)},
	{name: "all calls due", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error { _, err := s.Calls(); return err })
	}},
	{name: "the rail's counts", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error { _, err := s.RailCounts(); return err })
	}},
	{name: "customers, first page", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error { _, _, err := s.Customers(models.CustomerFilter{Limit: 50}); return err })
	}},
	{name: "customers, a page deep down", target: oneFrame, do: func(w *stopwatch, s *shop) {
		n, err := s.CountCustomers(models.CustomersAll)
		if err != nil {
			w.b.Fatal(err)
		}
		offset := s.random.IntN(n)
		w.time(func() error { _, _, err := s.Customers(models.CustomerFilter{Offset: offset, Limit: 50}); return err })
	}},
	{name: "customers, the groups' counts", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error {
			for _, set := range models.CustomerSets {
				if _, err := s.CountCustomers(set); err != nil {
					return err
				}
			}
			return nil
		})
	}},
	{name: "customers, the row of one", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error { _, err := s.CustomerPlace(s.anybody()); return err })
	}},
	{name: "a card with its story", target: oneFrame, do: func(w *stopwatch, s *shop) { openCard(w, s, s.anybody()) }},
	{name: "the cards with the longest stories", do: func(w *stopwatch, s *shop) { openCard(w, s, s.oldest[s.random.IntN(len(s.oldest))]) }},
	{name: "thank-yous due", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error { _, _, err := s.ThankYous(models.ThanksFilter{Limit: 50}); return err })
	}},
	{name: "thanked this year", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error {
			_, _, err := s.ThankYous(models.ThanksFilter{Done: true, Year: s.Now().Year(), Limit: 50})
			return err
		})
	}},
	{name: "service log, this month", target: oneFrame, do: logFound(logShown, func(s *shop) models.LogFilter { return models.LogFilter{From: s.Today()[:8] + "01", To: s.Today()} })},
	{name: "service log, all", target: oneFrame, do: logFound(logShown, func(s *shop) models.LogFilter { return models.LogFilter{} })},
	{name: "service log, all of one thing", target: oneFrame, do: logFound(logShown, func(s *shop) models.LogFilter { return models.LogFilter{Item: s.anything()} })},
	{name: "service log, all that was lost", target: oneFrame, do: logFound(logShown, func(s *shop) models.LogFilter {
		return models.LogFilter{States: []models.RequestState{models.RequestLost}}
	})},
	{name: "service log, what was said, the newest", do: logFound(logShown, func(s *shop) models.LogFilter { return models.LogFilter{Said: "light"} })},
	{name: "service log, everything with its totals (beside the window)", do: threeTimes(logFound(0, func(s *shop) models.LogFilter { return models.LogFilter{} }))},
	{name: "service log, all of one customer", target: oneFrame, do: logFound(logShown, func(s *shop) models.LogFilter { return models.LogFilter{Customer: s.anybody()} })},
	{name: "service log, all by text", target: oneFrame, do: logFound(logShown, func(s *shop) models.LogFilter { return models.LogFilter{Text: "saddle"} })},
	{name: "service log, by one who left", target: oneFrame, do: logFound(logShown, func(s *shop) models.LogFilter {
		return models.LogFilter{Staff: 8, States: []models.RequestState{models.RequestDeferred}}
	})},
	{name: "service log, the newest of this year that were out of stock, declined, served by one", target: oneFrame, do: logFound(logShown, func(s *shop) models.LogFilter {
		return models.LogFilter{From: s.Today()[:4] + "-01-01", Reason: models.ReasonOutOfStock, Answer: models.AlternativeDeclined, Staff: 2}
	})},
	{name: "service log, all of this month with its totals", target: 100, do: logFound(0, func(s *shop) models.LogFilter { return models.LogFilter{From: s.Today()[:8] + "01"} })},
	{name: "service log, all of this year that were out of stock, declined, served by one, with totals", target: 100, do: logFound(0, func(s *shop) models.LogFilter {
		return models.LogFilter{From: s.Today()[:4] + "-01-01", Reason: models.ReasonOutOfStock, Answer: models.AlternativeDeclined, Staff: 2}
	})},
	{name: "wanted items of three months", target: oneFrame, do: wantedPage(-92)},
	{name: "wanted items of ten years, after a visit", target: oneFrame, writes: true, do: wantedPage(-3653)},
	{name: "the page of a thing", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error { _, err := s.ItemPage(s.anything()); return err })
	}},
	{name: "reasons to leave", do: func(w *stopwatch, s *shop) {
		w.time(func() error { _, _, err := s.Leaving(models.LeaveFilter{Limit: 50}); return err })
	}},
	{name: "referrals to us", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error { _, _, err := s.Referrals(models.ReferralFilter{Limit: 50}); return err })
	}},
	{name: "referrals to specialists", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error { _, _, err := s.ReferralsOut(0, 0, 50); return err })
	}},
	{name: "specialists", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error { _, err := s.Specialists(""); return err })
	}},
}

// todayPage reads Today, with those not seen for a while: what they are found in is read by and by after the start.
func todayPage(whole ...models.TodayPart) func(*stopwatch, *shop) {
	return func(w *stopwatch, s *shop) {
		for ready := false; !ready; {
			var err error
			if ready, err = s.ReadyFilters(); err != nil {
				w.b.Fatal(err)
			}
		}
		w.time(func() error { _, err := s.TodayPage(whole...); return err })
	}
}

func openCard(w *stopwatch, s *shop, id models.CustomerID) {
	w.time(func() error {
		if _, err := s.Card(id); err != nil {
			return err
		}
		_, _, _, err := s.Story(id, models.StoryFilter{Limit: 20})
		return err
	})
}

// logShown is how many of the newest lines the log's screen asks for at first; the rest and their sums come beside the window.
const logShown = 100

// threeTimes is for what takes seconds: the other rounds are left out.
func threeTimes(do func(*stopwatch, *shop)) func(*stopwatch, *shop) {
	return func(w *stopwatch, s *shop) {
		if s.round++; s.round <= 1+3 {
			do(w, s)
		}
	}
}

// logFound finds what a filter of the log asks for, and reads its first page.
func logFound(most int, filter func(*shop) models.LogFilter) func(*stopwatch, *shop) {
	return func(w *stopwatch, s *shop) {
		f := filter(s)
		w.time(func() error {
			found, err := s.FindRequests(context.Background(), f, most)
			if err != nil {
				return err
			}
			_, err = s.RequestsOf(found.IDs[:min(50, len(found.IDs))])
			return err
		})
	}
}

// wantedPage reads the first page; where the shop may be written, after a visit in which a thing was not there.
func wantedPage(days int) func(*stopwatch, *shop) {
	return func(w *stopwatch, s *shop) {
		f := models.WantedFilter{Since: s.Today().AddDays(days), Limit: 50}
		if days < -365 {
			e := aVisit(s)
			e.Visit.CustomerID = s.anybody()
			if err := s.SaveVisit(e); err != nil {
				w.b.Fatal(err)
			}
		} else {
			f.Since = f.Since.AddDays(-s.random.IntN(2)) // never as it was asked for last: added up anew
		}
		w.time(func() error { _, _, err := s.WantedItems(f); return err })
	}
}
