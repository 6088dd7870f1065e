package models_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// A long reading beside the window gives way to every way of saving, and begins anew: the save does not wait for it.
func TestReadingGivesWayToASave(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	for name, save := range map[string]func() error{
		"a customer":     func() error { return store.SaveStaff(&models.Staff{Name: "Ben"}) },
		"an undo":        store.UndoLast,
		"a draft":        func() error { return store.SaveDraft("visit", "x") },
		"no draft":       func() error { return store.DropDraft("visit") },
		"counting":       store.Recount,
		"a sweep":        func() error { return store.Sweep(t.Context()) },
		"a repair":       func() error { return store.Repair(t.Context(), nil) },
		"an erased card": func() error { _, err := store.EraseCustomer(ann); return err },
	} {
		t.Run(name, func(t *testing.T) {
			times, began, ended := 0, make(chan bool), make(chan error)
			go func() {
				ended <- store.Patiently(t.Context(), func(ctx context.Context) error {
					if times++; times > 1 {
						return nil
					}
					close(began)
					<-ctx.Done() // a large shop is read for ever
					return ctx.Err()
				})
			}()
			<-began
			if err := save(); err != nil {
				t.Fatal(err)
			}
			if err := <-ended; err != nil || times != 2 {
				t.Errorf("read %d times: %v", times, err)
			}
		})
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
