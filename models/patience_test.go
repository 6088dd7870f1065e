package models_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// A long reading beside the window gives way to every way of saving, and begins anew: the save does not wait for it.
func TestReadingGivesWayToASave(t *testing.T) {
	type save func(ctx context.Context, store *models.Store, ann models.CustomerID) error
	for name, save := range map[string]save{
		"staff": func(_ context.Context, s *models.Store, _ models.CustomerID) error {
			return s.SaveStaff(&models.Staff{Name: "Ben"})
		},
		"an undo":  func(_ context.Context, s *models.Store, _ models.CustomerID) error { return s.UndoLast() },
		"a draft":  func(_ context.Context, s *models.Store, _ models.CustomerID) error { return s.SaveDraft("visit", "x") },
		"no draft": func(_ context.Context, s *models.Store, _ models.CustomerID) error { return s.DropDraft("visit") },
		"counting": func(_ context.Context, s *models.Store, _ models.CustomerID) error { return s.Recount() },
		"a sweep":  func(ctx context.Context, s *models.Store, _ models.CustomerID) error { return s.Sweep(ctx) },
		"a repair": func(ctx context.Context, s *models.Store, _ models.CustomerID) error { return s.Repair(ctx, nil) },
		"an erased card": func(_ context.Context, s *models.Store, ann models.CustomerID) error {
			_, err := s.EraseCustomer(ann)
			return err
		},
		"an import": func(ctx context.Context, s *models.Store, _ models.CustomerID) error {
			rows := sequence(slices.Values([]models.ImportRow{person(1, "Bob")}))
			_, err := s.ImportCustomers(ctx, rows, models.ImportOptions{File: "people.csv"}, func(int) {})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			store, _ := modelstest.New(t)
			ann := modelstest.Customer(t, store, "Ann", "")
			ended := readForEver(t, store)
			if err := save(t.Context(), store, ann); err != nil {
				t.Fatal(err)
			}
			ended(t)
		})
	}
}

// A reading that begins while a long save is at work does not keep its commit waiting.
func TestReadingGivesWayToACommit(t *testing.T) {
	store, _ := modelstest.New(t)
	var ended func(t *testing.T)
	if err := store.Write(func() { ended = readForEver(t, store) }); err != nil {
		t.Fatal(err)
	}
	ended(t)
}

// readForEver begins to read a shop that is so large that it never ends, and gives what sees that it gave way, once.
func readForEver(t *testing.T, store *models.Store) (ended func(t *testing.T)) {
	atMost, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	t.Cleanup(cancel)
	times, began, end := 0, make(chan bool), make(chan error)
	go func() {
		end <- store.Patiently(atMost, func(ctx context.Context) error {
			if times++; times > 1 {
				return nil
			}
			close(began)
			<-ctx.Done()
			return ctx.Err()
		})
	}()
	<-began
	return func(t *testing.T) {
		t.Helper()
		if err := <-end; err != nil || times != 2 {
			t.Errorf("read %d times: %v", times, err)
		}
	}
}

// What ends a reading for another reason ends it for good.
func TestReadingThatFailsOrIsCancelledIsNotBegunAnew(t *testing.T) {
	store, _ := modelstest.New(t)
	times, broken := 0, errors.New("broken")
	if err := store.Patiently(t.Context(), func(context.Context) error { times++; return broken }); !errors.Is(err, broken) || times != 1 {
		t.Errorf("read %d times: %v", times, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancelled := store.Patiently(ctx, func(ctx context.Context) error { cancel(); return ctx.Err() })
	_, copying := store.CopyTo(ctx, filepath.Join(t.TempDir(), "copy"))
	if !errors.Is(cancelled, context.Canceled) || !errors.Is(copying, context.Canceled) || !errors.Is(store.QuickCheck(ctx), context.Canceled) {
		t.Errorf("cancelled: %v and %v", cancelled, copying)
	}
}
