package models_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// many opens a copy of a shop with five hundred customers, and gives all who are in the book.
func many(t *testing.T) (store *models.Store, ids []models.CustomerID) {
	t.Helper()
	shop, err := os.ReadFile(modelstest.Kept(t, "small"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	if err := os.WriteFile(path, shop, 0o600); err != nil {
		t.Fatal(err)
	}
	store = modelstest.Open(t, path, modelstest.NewClock())
	if ids, err = store.CustomerIDs(models.CustomerFilter{}); err != nil || len(ids) < 300 {
		t.Fatal(len(ids), err)
	}
	return store, ids
}

// What is done beside the window leaves the shop as what is done at once does, and so do its Undo and its Redo; and the lists
// that are counted from memory know of it.
func TestManyAreChangedAsFewAre(t *testing.T) {
	for name, deed := range map[string]func(s *models.Store, ids []models.CustomerID) models.Deed{
		"tag":   func(s *models.Store, ids []models.CustomerID) models.Deed { return sure(s.Tagging(ids, "Spring")) },
		"untag": func(s *models.Store, ids []models.CustomerID) models.Deed { return s.Untagging(ids, 1) },
		"archive": func(s *models.Store, ids []models.CustomerID) models.Deed {
			return sure(s.Archiving(ids, models.ArchivedMoved))
		},
		"back": func(s *models.Store, ids []models.CustomerID) models.Deed { return s.Unarchiving(ids) },
	} {
		t.Run(name, func(t *testing.T) {
			few, ids := many(t)
			lots, _ := many(t)
			same := func(when string) string {
				t.Helper()
				return sameMany(t, when, few, lots)
			}
			for _, store := range []*models.Store{few, lots} {
				prepareMany(t, store, name, ids)
			}
			before := same("before")
			done(t, few.Do(deed(few, ids)), runMany(lots.Begin(deed(lots, ids))))
			after := same("done")
			if after == before || few.LastChange() == 0 || lots.LastChange() == 0 {
				t.Fatal("nothing was done")
			}
			done(t, few.UndoLast(), runMany(lots.UndoMany(lots.LastChange())))
			if undone := same("undone"); undone != before {
				t.Fatalf("undone it is otherwise:\n%.2000s", difference(before, undone))
			}
			done(t, few.Redo(), runMany(lots.RedoMany()))
			if same("done again") != after {
				t.Fatal("done again it is otherwise")
			}
			done(t, few.Undo(few.LastChange()), lots.Undo(lots.LastChange())) // at once, of what was done beside
			if same("undone at once") != before {
				t.Fatal("undone at once it is otherwise")
			}
			if a, b := toldIn(t, few), toldIn(t, lots); a != b {
				t.Errorf("the activity log has %d lines and beside the window %d", a, b)
			}
		})
	}
}

// sameMany sees that both shops hold the same, and gives it.
func sameMany(t *testing.T, when string, few, lots *models.Store) string {
	t.Helper()
	a, b := dump(t, raw(t, few.Path())), dump(t, raw(t, lots.Path()))
	if a != b {
		t.Fatalf("%s beside the window it is otherwise:\n%.2000s", when, difference(a, b))
	}
	checkFacts(t, lots)
	return a
}

// prepareMany gives the deed something to do.
func prepareMany(t *testing.T, store *models.Store, name string, ids []models.CustomerID) {
	t.Helper()
	switch name {
	case "untag":
		done(t, store.TagCustomers(ids[:400], "Winter"))
	case "back":
		done(t, store.ArchiveCustomers(ids, models.ArchivedMoved))
	}
}

func sure[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func done(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

func toldIn(t *testing.T, store *models.Store) int {
	t.Helper()
	lines, err := store.Activity(models.ActivityFilter{Limit: 1 << 20})
	done(t, err)
	return len(lines)
}

// checkFacts sees that an open store counts as one does that has just been opened.
func checkFacts(t *testing.T, store *models.Store) {
	t.Helper()
	fresh := modelstest.Open(t, store.Path(), modelstest.NewClock())
	for _, f := range []models.CustomerFilter{{}, {Set: models.CustomersArchived}, {Tag: 1}, {Tag: 2}, {Activities: []models.Activity{models.ActivityLapsed}}} {
		a, err := store.CustomerCounts(f)
		b, freshErr := fresh.CustomerCounts(f)
		done(t, err, freshErr)
		if x, y := fmt.Sprintf("%+v", a), fmt.Sprintf("%+v", b); x != y {
			t.Errorf("%+v counts %s instead of %s", f, x, y)
		}
	}
}

// Cancelled or failed, nothing is stored, nothing can be undone, and the same can be done afterwards.
func TestManyCancelledStoreNothing(t *testing.T) {
	store, ids := many(t)
	before := dump(t, raw(t, store.Path()))
	ctx, cancel := context.WithCancel(t.Context())
	deed := sure(store.Archiving(ids, models.ArchivedMoved))
	err := store.Begin(deed).Run(ctx, func(int, int) { cancel() })
	if after := dump(t, raw(t, store.Path())); !errors.Is(err, context.Canceled) || after != before || store.CanUndo() {
		t.Fatalf("cancelled it gave %v:\n%.2000s", err, difference(before, after))
	}
	done(t, runMany(store.Begin(deed)))
	after := dump(t, raw(t, store.Path()))
	ctx, cancel = context.WithCancel(t.Context())
	if err := store.UndoLastMany().Run(ctx, func(int, int) { cancel() }); !errors.Is(err, context.Canceled) || dump(t, raw(t, store.Path())) != after {
		t.Fatalf("cancelled the Undo gave %v", err)
	}
	if done(t, runMany(store.UndoLastMany())); dump(t, raw(t, store.Path())) != before {
		t.Error("undone it is otherwise")
	}
}

// Nobody who can be met is ErrNotFound, and stores nothing.
func TestManyOfNobody(t *testing.T) {
	store, ids := many(t)
	if err := runMany(store.Begin(store.Unarchiving(ids))); !errors.Is(err, models.ErrNotFound) {
		t.Errorf("taking back those who are not away gave %v", err)
	}
	if err := runMany(store.Begin(store.Untagging(ids, 1))); err != nil || store.LastChange() != 0 || store.CanUndo() {
		t.Errorf("taking off what nobody has gave %v, change %d", err, store.LastChange())
	}
}

// What was saved while many were changed may rest on that, or be written over by its Undo: so neither can be taken back.
func TestASaveWhileManyAreChanged(t *testing.T) {
	store, ids := many(t)
	change := store.Begin(sure(store.Tagging(ids, "Spring")))
	done(t, change.Run(t.Context(), func(int, int) {}))
	modelstest.Customer(t, store, "Ann Hughes", "")
	heard := models.Kind(0)
	store.OnChange(func(kinds models.Kind) { heard |= kinds })
	change.End()
	if store.CanUndo() || store.LastChange() != 0 || heard&models.KindCustomer == 0 {
		t.Errorf("can undo: %v, the last change is %d, the window heard of %v", store.CanUndo(), store.LastChange(), heard)
	}
	modelstest.Customer(t, store, "Peter Lowe", "")
	if done(t, store.UndoLast()); store.CanUndo() {
		t.Error("more than what came after can be undone")
	}
}
