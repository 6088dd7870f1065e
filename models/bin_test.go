package models_test

import (
	"errors"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// inBin gives what is in the bin, as text.
func inBin(t *testing.T, store *models.Store) (lines []string) {
	t.Helper()
	rows, err := store.Bin()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		lines = append(lines, string(row.Thing)+" "+row.Label+" / "+row.Customer)
	}
	return lines
}

// What is taken out comes back whole, weeks later and after the program was closed: who was promised what, who is to
// be thanked, who sent whom.
func TestWhatIsPutBackIsWhole(t *testing.T) {
	for _, c := range []struct {
		name, label string
		thing       models.Thing
		id          int64
		takeOut     func(*models.Store) error
	}{
		{"a customer", "customer Ann Hughes / ", models.ThingCustomer, 1, func(s *models.Store) error { return s.DeleteCustomer(1) }},
		{"who was sent", "customer Somebody New / ", models.ThingCustomer, 8, func(s *models.Store) error { return s.DeleteCustomer(8) }},
		{"a visit", "visit saddle, saddle, saddle / Somebody New", models.ThingVisit, 2, func(s *models.Store) error { return s.DeleteVisit(2) }},
		{"a specialist", "specialist Spoke Works / ", models.ThingSpecialist, 1, func(s *models.Store) error { return s.DeleteSpecialist(1) }},
		{"a referral", "referral_in Ann Hughes / José Ibáñez", models.ThingReferralIn, 4, func(s *models.Store) error { return s.DeleteReferral(4) }},
		{"a source", "source Walking past / ", models.ThingSource, 2, func(s *models.Store) error { return s.DeleteSource(2) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			clock := modelstest.NewClock()
			path := t.TempDir() + "/shop.goodturn"
			store := modelstest.Open(t, path, clock)
			bitOfEverything(t, store, clock)
			before := dump(t, raw(t, path))
			full := inBin(t, store)
			if err := c.takeOut(store); err != nil {
				t.Fatal(err)
			}
			if now := inBin(t, store); !slices.Contains(now, c.label) || len(now) != len(full)+1 {
				t.Errorf("the bin holds %q, before %q", now, full)
			}
			if err := store.Close(); err != nil {
				t.Fatal(err)
			}
			clock.Days(20)
			store = modelstest.Open(t, path, clock)
			if err := store.PutBack(c.thing, c.id); err != nil {
				t.Fatal(err)
			}
			if now := dump(t, raw(t, path)); now != before {
				t.Errorf("what was put back differs:\n%s", difference(before, now))
			}
			if now := inBin(t, store); !slices.Equal(now, full) {
				t.Errorf("put back, and the bin holds %q", now)
			}
			if err := store.PutBack(c.thing, c.id); !errors.Is(err, models.ErrNotFound) {
				t.Errorf("put back twice: %v", err)
			}
			if err := store.UndoLast(); err != nil || !slices.Contains(inBin(t, store), c.label) {
				t.Errorf("the putting back cannot be undone: %v", err)
			}
			checkRules(t, path)
		})
	}
}

// What stands in the way of putting something back is said, and what has changed meanwhile stays as it is now.
func TestWhatCannotBePutBack(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, bob, carol := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", ""), modelstest.Customer(t, store, "Carol", "")
	then := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	visit := modelstest.Visit(t, store, ann, "tube")
	then(store.DeleteVisit(visit))
	then(refer(store, ann, bob))
	then(store.DeleteReferral(1))
	then(refer(store, carol, bob))
	wantProblem(t, store.PutBack(models.ThingReferralIn, 1), "broughtBy", "referral.already")
	then(store.DeleteCustomer(ann))
	wantProblem(t, store.PutBack(models.ThingVisit, int64(visit)), "bin", "bin.first")
	wantProblem(t, store.PutBack(models.ThingReferralIn, 1), "bin", "bin.first")
	then(store.DeleteSource(1))
	then(store.SaveSource(&models.Source{Name: "A friend", Kind: models.SourceOther}))
	wantProblem(t, store.PutBack(models.ThingSource, 1), "name", "source.twice")
	for thing, id := range map[models.Thing]int64{models.ThingCustomer: int64(bob), models.ThingReferralIn: 2, models.ThingShop: 1, "nonsense": 1} {
		if err := store.PutBack(thing, id); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("%s %d is not in the bin: %v", thing, id, err)
		}
	}
	then(store.PutBack(models.ThingCustomer, int64(ann)))
	then(store.PutBack(models.ThingVisit, int64(visit)))
	checkRules(t, store.Path())
}

// Nothing goes by itself; what is emptied is gone, and what others name keeps a bare row.
func TestTheBinIsEmptiedByTheOwnerAlone(t *testing.T) {
	clock := modelstest.NewClock()
	path := t.TempDir() + "/shop.goodturn"
	store := modelstest.Open(t, path, clock)
	bitOfEverything(t, store, clock)
	for _, err := range []error{store.DeleteVisit(1), store.DeleteCustomer(8), store.DeleteSpecialist(1), store.DeleteReferral(4), store.DeleteSource(1), store.DeleteSource(2)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	clock.Days(30)
	modelstest.Customer(t, store, "Carol", "")
	if err := store.DeleteVisit(2); err != nil {
		t.Fatal(err)
	}
	clock.Days(1)
	old, err := store.BinOld()
	if err != nil || len(old) != 7 {
		t.Errorf("past their days are %v, %v", old, err)
	}
	if all := inBin(t, store); len(all) != 8 {
		t.Errorf("something went by itself: %q", all)
	}
	if removed, err := store.EmptyBin(); err != nil || removed != 7 {
		t.Errorf("removed %d, %v", removed, err)
	}
	if left := inBin(t, store); len(left) != 1 {
		t.Errorf("left in the bin: %q", left)
	}
	if removed, err := store.EmptyBin(); err != nil || removed != 0 {
		t.Errorf("emptied again: %d, %v", removed, err)
	}
	db := raw(t, path)
	for query, want := range map[string]int{
		"SELECT count(*) FROM visit WHERE id = 1": 0, "SELECT count(*) FROM customer WHERE name = 'Gone'": 0,
		"SELECT count(*) FROM customer WHERE id = 8 AND state = 'erased' AND name = ''": 1, // came twice
		"SELECT count(*) FROM specialist WHERE id = 1 AND phone || trades || note = ''": 1, // is in the log
		"SELECT count(*) FROM source WHERE id = 1":                                      1, // somebody came by it
		"SELECT count(*) FROM source WHERE id = 2":                                      0,
	} {
		if n := one[int](t, db, query); n != want {
			t.Errorf("%s gives %d", query, n)
		}
	}
	if store.CanUndo() {
		t.Error("what was removed for good can be undone")
	}
	checkRules(t, path)
}

func TestBinHoldsWhatWasTakenOutWhileTheClockWasAhead(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann Hughes", "")
	clock.Days(2)
	if err := store.DeleteCustomer(ann); err != nil {
		t.Fatal(err)
	}
	clock.Days(-2)
	if rows, err := store.Bin(); err != nil || len(rows) != 1 {
		t.Errorf("in the bin: %v, %v", rows, err)
	}
}

// A referral that comes out of the bin owes nothing to somebody who went into the archive meanwhile, until they are back.
func TestReferralBackFromTheBinToTheArchive(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, bob := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", "")
	mustDo(t, refer(store, ann, bob))
	modelstest.Visit(t, store, bob)
	mustDo(t, store.DeleteReferral(1))
	mustDo(t, store.ArchiveCustomers([]models.CustomerID{ann}, models.ArchiveReasons[0]))
	mustDo(t, store.PutBack(models.ThingReferralIn, 1))
	checkRules(t, store.Path())
	mustDo(t, store.UnarchiveCustomer(ann))
	if owed, _, err := store.ThankYous(models.ThanksFilter{Limit: 5}); err != nil || len(owed) != 1 {
		t.Errorf("back in the book %d thank-yous are due, want 1: %v", len(owed), err)
	}
}

// A visit that comes out of the bin promises and owes nothing to those who left the book meanwhile.
func TestVisitBackFromTheBinAfterTheyLeft(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, bob := modelstest.Customer(t, store, "Ann", ""), modelstest.Customer(t, store, "Bob", "")
	mustDo(t, refer(store, ann, bob))
	e := &models.VisitEntry{FollowUpOn: "2026-12-24", Visit: models.Visit{CustomerID: bob, At: models.MomentOf(store.Now())}}
	wheels := modelstest.Specialist(t, store, "Spoke Works", "wheels")
	for _, kind := range []models.AlternativeKind{models.OrderIn, models.Later, models.ToSpecialist} {
		e.Visit.Requests = append(e.Visit.Requests, models.Request{Item: "pump", Reason: models.ReasonOutOfStock,
			Alternatives: []models.Alternative{{Kind: kind, SpecialistID: wheels, State: models.AlternativeAccepted}}})
	}
	mustDo(t, store.SaveVisit(e))
	for name, leave := range map[string]func() error{
		"who sent them to the bin":     func() error { return store.DeleteCustomer(ann) },
		"who sent them to the archive": func() error { return store.ArchiveCustomers([]models.CustomerID{ann}, models.ArchiveReasons[0]) },
		"who came to the archive":      func() error { return store.ArchiveCustomers([]models.CustomerID{bob}, models.ArchiveReasons[0]) },
	} {
		mustDo(t, store.DeleteVisit(e.Visit.ID))
		mustDo(t, leave())
		mustDo(t, store.PutBack(models.ThingVisit, int64(e.Visit.ID)))
		checkRules(t, store.Path())
		if t.Failed() {
			t.Fatal(name)
		}
		for range 3 {
			mustDo(t, store.UndoLast())
		}
		checkRules(t, store.Path())
	}
}
