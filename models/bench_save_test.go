package models_test

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
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
	{name: "taking a saved visit back", target: oneSave, writes: true, do: func(w *stopwatch, s *shop) {
		e := aVisit(s)
		e.Visit.CustomerID = s.anybody()
		if err := s.SaveVisit(e); err != nil {
			w.b.Fatal(err)
		}
		w.time(s.UndoLast)
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

// benchFile gives the generated shop of that size, which is made once and kept in the system's temporary folder
// until the schema, or what makes it up, changes.
func benchFile(b *testing.B, size string, now time.Time) string {
	b.Helper()
	folder := filepath.Join(os.TempDir(), "goodturn-bench-"+recipe(b))
	path := filepath.Join(folder, size+".goodturn")
	if _, err := os.Stat(path); err == nil {
		return path
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		b.Fatal(err)
	}
	half := path + ".half"
	os.Remove(half)
	sizes := map[string]modelstest.Size{"small": modelstest.Small, "large": modelstest.Large}
	if err := modelstest.Generate(half, sizes[size], 1, now); err != nil {
		b.Fatal(err)
	}
	if err := os.Rename(half, path); err != nil {
		b.Fatal(err)
	}
	return path
}

// recipe names all that decides what a generated shop is.
func recipe(b *testing.B) string {
	var files []string
	for _, pattern := range []string{"migrations/*.sql", "modelstest/generate*.go", "fold.go", "search_index.go"} {
		some, err := filepath.Glob(pattern)
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, some...)
	}
	slices.Sort(files)
	hash := sha256.New()
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		hash.Write(text)
	}
	return fmt.Sprintf("%.6x", hash.Sum(nil))
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
