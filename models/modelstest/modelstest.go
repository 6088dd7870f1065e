// Package modelstest makes real shop files for tests.
package modelstest

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"goodturn/models"
)

// Clock is a clock that a test moves by hand.
type Clock struct{ now time.Time }

// Now gives the clock's time.
func (c *Clock) Now() time.Time { return c.now }

// Forward moves the clock on.
func (c *Clock) Forward(d time.Duration) { c.now = c.now.Add(d) }

// Days moves the clock on by whole calendar days.
func (c *Clock) Days(n int) { c.now = c.now.AddDate(0, 0, n) }

// NewClock gives a clock that stands at a Saturday morning in a place with summer time.
func NewClock() *Clock {
	loc, err := time.LoadLocation("Europe/London")
	if err != nil {
		loc = time.UTC
	}
	return &Clock{now: time.Date(2026, time.November, 21, 10, 24, 0, 0, loc)}
}

// New makes an empty shop file named Harbour Cycles in a temporary folder, with a clock of its own.
func New(t testing.TB) (*models.Store, *Clock) {
	t.Helper()
	clock := NewClock()
	store := Open(t, filepath.Join(t.TempDir(), "shop.goodturn"), clock)
	shop, err := store.Shop()
	if err != nil {
		t.Fatal(err)
	}
	shop.Name = "Harbour Cycles"
	if err := store.SaveShop(&shop); err != nil {
		t.Fatal(err)
	}
	return store, clock
}

// Open opens, or makes, the shop file at path and closes it with the test.
func Open(t testing.TB, path string, clock *Clock) *models.Store {
	t.Helper()
	store, err := Begin(path, clock)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

// Begin opens, or makes, the shop file at path. Whoever asked closes it: a random test does so at the end of each draw.
func Begin(path string, clock *Clock) (*models.Store, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if err := layFresh(path); err != nil {
			return nil, err
		}
	}
	return models.Open(path, models.Create(), models.WithClock(clock.Now))
}

// Customer adds a customer with a name and a phone number ("" for none).
func Customer(t testing.TB, store *models.Store, name, phone string) models.CustomerID {
	t.Helper()
	c := &models.Customer{Name: name}
	c.SetContact(models.ContactPhone, phone)
	if err := store.SaveCustomer(c); err != nil {
		t.Fatal(err)
	}
	return c.ID
}

// Staff adds somebody who works in the shop.
func Staff(t testing.TB, store *models.Store, name string) models.StaffID {
	t.Helper()
	m := &models.Staff{Name: name}
	if err := store.SaveStaff(m); err != nil {
		t.Fatal(err)
	}
	return m.ID
}

// Specialist adds a specialist.
func Specialist(t testing.TB, store *models.Store, name, trades string) models.SpecialistID {
	t.Helper()
	p := &models.Specialist{Name: name, Trades: trades}
	if err := store.SaveSpecialist(p); err != nil {
		t.Fatal(err)
	}
	return p.ID
}

// Visit logs a completed visit now in which each of items was there.
func Visit(t testing.TB, store *models.Store, customer models.CustomerID, items ...string) models.VisitID {
	t.Helper()
	e := &models.VisitEntry{Visit: models.Visit{CustomerID: customer, At: models.MomentOf(store.Now())}}
	for _, item := range items {
		e.Visit.Requests = append(e.Visit.Requests, models.Request{Item: item})
	}
	if err := store.SaveVisit(e); err != nil {
		t.Fatal(err)
	}
	return e.Visit.ID
}
