package models_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
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

// A reading that would begin while a save is at work, and keep its commit waiting, waits for it.
func TestNoReadingBeginsDuringASave(t *testing.T) {
	store, _ := modelstest.New(t)
	atMost, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	t.Cleanup(cancel)
	saved, early, end := false, false, make(chan error)
	err := store.Write(func() {
		refused := make(chan bool)
		go func() {
			_, refusedErr := store.TryOnce(atMost, func(context.Context) error { early = true; return nil })
			refused <- refusedErr == nil
			end <- store.Patiently(atMost, func(context.Context) error { early = early || !saved; return nil })
		}()
		<-refused
		saved = true
	})
	if err = errors.Join(err, <-end); err != nil || early {
		t.Errorf("it began before the save was through: %v, %v", early, err)
	}
}

// What has given way ten times is done while saves wait: it comes to an end however fast they follow each other.
func TestASaveWaitsForWhatGaveWayOften(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r models.Readers
		for name, do := range map[string]func(context.Context, func(context.Context) error) error{"a reading": r.Patiently, "a sweep": r.Sweeping} {
			times, waits := 0, false
			err := do(t.Context(), func(ctx context.Context) error {
				if times++; r.WouldWait() {
					waits = true
					return nil
				}
				r.Interrupt()
				<-ctx.Done()
				return ctx.Err()
			})
			if err != nil || times != 11 || !waits || r.WouldWait() {
				t.Errorf("%s: begun %d times: %v; at last saves wait: %v, and afterwards: %v", name, times, err, waits, r.WouldWait())
			}
		}
	})
}

// A save ends a sweep, and waits until it has: a sweep that hears of it late is no reason to fail.
func TestASaveWaitsForASweepThatGivesWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r models.Readers
		began, end, swept, tries := make(chan bool), make(chan error), false, 0
		go func() {
			end <- r.Sweeping(t.Context(), func(ctx context.Context) error {
				if tries++; tries > 1 {
					return nil
				}
				close(began)
				<-ctx.Done()
				time.Sleep(time.Minute) // of the bubble's clock: a commit that nothing interrupts
				swept = true
				return ctx.Err()
			})
		}()
		<-began
		r.Save()
		if !swept {
			t.Error("the save did not wait")
		}
		if err := <-end; err != nil || tries != 2 {
			t.Errorf("swept %d times: %v", tries, err)
		}
	})
}

// Whoever waits for others can be cancelled, and keeps nobody waiting after that: a backup that insists behind a long import, an
// import behind a backup that insists, and both behind a sweep.
func TestWaitingForOthersCanBeCancelled(t *testing.T) {
	for name, waits := range map[string]func(r *models.Readers, ctx context.Context) error{
		"a reading behind a save": behindASave(func(r *models.Readers, ctx context.Context) error { return r.Patiently(ctx, nothing) }),
		"a sweep behind a save":   behindASave(func(r *models.Readers, ctx context.Context) error { return r.Sweeping(ctx, nothing) }),
		"a save behind a reading": behind((*models.Readers).Insist),
		"a save behind a sweep":   behind((*models.Readers).Sweeping),
		"two readings, both insist": func(r *models.Readers, ctx context.Context) error {
			return r.Insist(ctx, func(context.Context) error { return r.Insist(ctx, nothing) })
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var r models.Readers
				ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
				defer cancel()
				if err := waits(&r, ctx); !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("it ended with %v", err)
				}
				if r.WouldWait() || r.Patiently(t.Context(), nothing) != nil || r.SaveWithin(t.Context(), nothing) != nil {
					t.Error("others wait for ever")
				}
			})
		})
	}
}

func nothing(context.Context) error { return nil }

func behindASave(wait func(r *models.Readers, ctx context.Context) error) func(r *models.Readers, ctx context.Context) error {
	return func(r *models.Readers, ctx context.Context) error {
		return r.SaveWithin(context.WithoutCancel(ctx), func(context.Context) error { return wait(r, ctx) })
	}
}

// behind has a save wait for what first does, and hears nothing.
func behind(first func(r *models.Readers, ctx context.Context, work func(context.Context) error) error) func(r *models.Readers, ctx context.Context) error {
	return func(r *models.Readers, ctx context.Context) (err error) {
		deaf := context.WithoutCancel(ctx)
		return errors.Join(first(r, deaf, func(context.Context) error {
			err = r.SaveWithin(ctx, nothing)
			return nil
		}), err)
	}
}

// A save that had to wait finds out that another computer has taken the shop file meanwhile.
func TestASaveThatWaitedMayHaveLostTheFile(t *testing.T) {
	store, _ := modelstest.New(t)
	insists, end := make(chan bool), make(chan error)
	go func() {
		end <- store.Insist(t.Context(), func(context.Context) error {
			insists <- true
			<-insists // the save waits, or is about to
			store.Lose("PC-2")
			return nil
		})
	}()
	<-insists
	close(insists)
	err := store.SaveStaff(&models.Staff{Name: "Ben"})
	var refused models.Problem
	if !errors.As(err, &refused) || refused.Key != "file.readOnly" || <-end != nil {
		t.Errorf("the save ended with %v", err)
	}
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
