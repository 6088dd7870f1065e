package models_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"goodturn/models"
)

// saveFigures are what the owner waits for after pressing Save, with everything on the disk.
var saveFigures = []figure{
	{name: "saving a visit", target: oneSave, writes: true, do: func(w *stopwatch, s *shop) {
		e := aVisit(s)
		e.Visit.CustomerID = s.anybody()
		w.time(func() error { return s.SaveVisit(e) })
	}},
	{name: "saving a visit of a stranger", target: oneSave, writes: true, do: func(w *stopwatch, s *shop) {
		e := aVisit(s)
		w.time(func() error { return s.SaveVisit(e) })
	}},
	{name: "saving a visit of somebody new who was sent", target: oneSave, writes: true, do: func(w *stopwatch, s *shop) {
		e := aVisit(s)
		e.NewCustomer = &models.Customer{Name: fmt.Sprintf("Newcomer %d", s.round)}
		e.NewCustomer.SetContact(models.ContactPhone, "0171 555 0123")
		e.BroughtBy = models.Referrer{CustomerID: s.anybody()}
		w.time(func() error { return s.SaveVisit(e) })
	}},
	{name: "saving a visit with three requests and six alternatives", target: oneSave, writes: true, do: func(w *stopwatch, s *shop) {
		e := aFullVisit(s)
		e.Visit.CustomerID = s.anybody()
		w.time(func() error { return s.SaveVisit(e) })
	}},
	{name: "taking a saved visit back", target: oneSave, writes: true, do: func(w *stopwatch, s *shop) {
		e := aVisit(s)
		e.Visit.CustomerID = s.anybody()
		if err := s.SaveVisit(e); err != nil {
			w.b.Fatal(err)
		}
		w.time(s.UndoLast)
	}},
	{name: "marking a promise as ready", target: oneSave, writes: true, do: func(w *stopwatch, s *shop) {
		page, err := s.TodayPage()
		if err != nil || len(page.Promises) == 0 {
			w.b.Fatalf("%d things are promised, %v", len(page.Promises), err)
		}
		w.time(func() error { return s.MarkReady(page.Promises[0].VisitID, 0, "") })
		if err := s.UndoLast(); err != nil { // for the next round
			w.b.Fatal(err)
		}
	}},
	{name: "marking one as thanked", target: oneSave, writes: true, do: func(w *stopwatch, s *shop) {
		owed := &models.ThankYou{CustomerID: s.anybody(), TalkingPoint: fmt.Sprintf("Kindness %d", s.round)}
		if err := s.AddThankYou(owed); err != nil {
			w.b.Fatal(err)
		}
		w.time(func() error { return s.MarkThanked([]models.ThankYouID{owed.ID}, 1, "Thank you") })
	}},
}

// aVisit is a visit with one request that was not available and one alternative, which was taken.
func aVisit(s *shop) *models.VisitEntry {
	s.clock.Forward(time.Minute)
	return &models.VisitEntry{Visit: models.Visit{At: models.MomentOf(s.Now()), ServedBy: 1, Amount: 1800, Note: "Wants it before the club ride.",
		Requests: []models.Request{{Item: "Brooks saddle, honey", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{
			{Kind: models.AnotherItem, Description: "Brooks saddle, black", State: models.AlternativeAccepted}}}}}}
}

// aFullVisit is a visit with three requests that were not available, each with two alternatives of other kinds: one was declined and one
// was taken, by which something is ordered in, somebody sent to a specialist, and somebody promised to be told.
func aFullVisit(s *shop) *models.VisitEntry {
	e := aVisit(s)
	e.Visit.Requests = nil
	for i, taken := range []models.Alternative{{Kind: models.OrderIn, Description: "a week"}, {Kind: models.ToSpecialist, SpecialistID: 3}, {Kind: models.Later}} {
		taken.State, taken.DueOn = models.AlternativeAccepted, s.Today().AddDays(7+i)
		if taken.Kind == models.ToSpecialist {
			taken.DueOn = ""
		}
		e.Visit.Requests = append(e.Visit.Requests, models.Request{Item: wanted[i], Reason: models.ReasonOutOfStock, TheirWords: "the same as I had", Understood: "as before, but stronger", Agreed: true,
			Worth: 2500, Alternatives: []models.Alternative{{Kind: models.AnotherItem, Description: "Brooks saddle, black", State: models.AlternativeDeclined, DeclineReason: "too dear"}, taken}})
	}
	return e
}

func copyOf(b *testing.B, path string) string {
	from, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer from.Close()
	to, err := os.Create(filepath.Join(b.TempDir(), filepath.Base(path)))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := io.Copy(to, from); err != nil {
		b.Fatal(err)
	}
	if err := to.Close(); err != nil {
		b.Fatal(err)
	}
	return to.Name()
}
