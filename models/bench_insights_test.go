package models_test

import (
	"context"

	"goodturn/models"
)

// What the owner may wait for, in milliseconds: the ladder of everybody from nothing, and the page of Insights whole.
const (
	ladderWait   = 1000
	insightsWait = 300
)

// insightFigures are the page of Insights and what it is made of. The courses of everybody are read once, beside the window.
var insightFigures = []figure{
	{name: "the ladder of everybody over twelve months, from nothing", target: ladderWait, do: ladderFromNothing},
	{name: "insights of twelve months, whole", target: insightsWait, writes: true, do: insightsAfterAVisit},
	{name: "insights, the page again", target: oneFrame, do: func(w *stopwatch, s *shop) {
		gathered(w, s)
		_, err := s.Insights(models.PeriodOf(models.PeriodTwelve, s.Today(), 0))
		w.must(err)
		w.time(func() error { _, err := s.Insights(models.PeriodOf(models.PeriodTwelve, s.Today(), 0)); return err })
	}},
	{name: "insights, who is behind a bar", target: 100, do: func(w *stopwatch, s *shop) {
		gathered(w, s)
		p := models.PeriodOf(models.PeriodTwelve, s.Today(), 0)
		w.time(func() error {
			_, _, err := s.Behind(p, models.Figure{Of: models.FigureCame, Part: s.random.IntN(11), Came: models.CameReturning})
			return err
		})
	}},
}

// gathered reads the courses as the program does, beside the window.
func gathered(w *stopwatch, s *shop) {
	g, err := s.Gather()
	w.must(err)
	if g == nil {
		return
	}
	w.must(g.Read(context.Background(), func(int, int) {}))
	g.Keep()
}

// ladderFromNothing reads all that the rungs rest on and tells where everybody stood at the ends of twelve months.
func ladderFromNothing(w *stopwatch, s *shop) {
	again, err := models.Open(s.path, models.WithClock(s.clock.Now))
	w.must(err)
	fresh := &shop{Store: again}
	w.time(func() error {
		gathered(w, fresh)
		_, err := fresh.Ladder(models.PeriodOf(models.PeriodTwelve, fresh.Today(), 0).Ends(fresh.Today()))
		return err
	})
	w.must(again.Close())
}

// insightsAfterAVisit makes the page anew, with whoever came a moment ago read again.
func insightsAfterAVisit(w *stopwatch, s *shop) {
	gathered(w, s)
	aVisitOf(w, s)
	w.time(func() error { _, err := s.Insights(models.PeriodOf(models.PeriodTwelve, s.Today(), 0)); return err })
}
