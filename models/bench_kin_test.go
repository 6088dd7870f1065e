package models_test

import (
	"slices"

	"goodturn/models"
)

// familyWait is what the owner may wait for a whole family tree or for who brings people, in milliseconds.
const familyWait = 100

// kinFigures are the family tree and who brings people. Who sent whom is read by and by after the start; a change has all sums made anew.
var kinFigures = []figure{
	{name: "the whole tree below the busiest advocate", target: familyWait, do: familyOfBusiest},
	{name: "the whole tree below the busiest advocate, after a visit", target: familyWait, writes: true, do: func(w *stopwatch, s *shop) {
		aVisitOf(w, s)
		familyOfBusiest(w, s)
	}},
	{name: "top twenty by direct and through others", target: familyWait, do: topTwenty},
	{name: "top twenty by direct and through others, after a visit", target: familyWait, writes: true, do: func(w *stopwatch, s *shop) {
		aVisitOf(w, s)
		topTwenty(w, s)
	}},
	{name: "top twenty of 200,000 referrals, after one was denied", target: familyWait, writes: true, sent: true, do: topOfMany},
	{name: "who sent whom, from nothing (beside the window)", do: kinFromNothing},
	{name: "a part of reading who sent whom", target: oneFrame, do: partOfKin},
}

// aVisitOf logs a visit of somebody who comes often.
func aVisitOf(w *stopwatch, s *shop) {
	e := aVisit(s)
	e.Visit.CustomerID = s.anybody()
	w.must(s.SaveVisit(e))
}

func readyKin(w *stopwatch, s *shop) {
	for ready := false; !ready; {
		var err error
		ready, err = s.ReadyKin()
		w.must(err)
	}
}

func familyOfBusiest(w *stopwatch, s *shop) {
	readyKin(w, s)
	top, _, err := s.WhoBrings(models.BringerFilter{Limit: 50})
	w.must(err)
	busiest := slices.MaxFunc(top, func(a, b models.BringerRow) int { return a.Ever.N() - b.Ever.N() })
	w.time(func() error { _, err := s.Family(models.Referrer{CustomerID: busiest.ID}); return err })
}

func topTwenty(w *stopwatch, s *shop) {
	readyKin(w, s)
	w.time(func() error {
		for _, period := range []models.BringerPeriod{models.BroughtEver, models.BroughtThisYear} {
			if _, _, err := s.WhoBrings(models.BringerFilter{Period: period, Limit: 20}); err != nil {
				return err
			}
		}
		return nil
	})
}

// topOfMany asks for the top twenty each time after one of the referrals turned out not to be so.
func topOfMany(w *stopwatch, s *shop) {
	readyKin(w, s)
	for _, id := range idsOf[models.ReferralInID](w.b, plain(w.b, s.path), "SELECT id FROM referral_in WHERE state = 'approved' ORDER BY id * 7919 % 1000003 LIMIT 1") {
		w.must(s.DenyReferral(id, "not so"))
	}
	topTwenty(w, s)
}

// kinFromNothing reads all of it, as after another program changed the file.
func kinFromNothing(w *stopwatch, s *shop) {
	again, err := models.Open(s.path, models.WithClock(s.clock.Now))
	w.must(err)
	fresh := &shop{Store: again}
	w.time(func() error { readyKin(w, fresh); return nil })
	w.must(again.Close())
}

// partOfKin times the longest of the parts.
func partOfKin(w *stopwatch, s *shop) {
	again, err := models.Open(s.path, models.WithClock(s.clock.Now))
	w.must(err)
	for ready := false; !ready; {
		w.time(func() (err error) { ready, err = again.ReadyKin(); return err })
	}
	w.must(again.Close())
}
