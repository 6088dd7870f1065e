package models_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// A disk that is full in the middle of a save: the save says so, nothing of it is stored, nothing that was stored is
// lost, what was typed is as it was, and with room again the same save goes through.
func TestTheDiskIsFull(t *testing.T) {
	dir, room := smallDisk(t)
	clock := modelstest.NewClock()
	store := modelstest.Open(t, filepath.Join(dir, "shop.goodturn"), clock)
	ann, spoke := modelstest.Customer(t, store, "Ann", ""), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	var full error
	e := &models.VisitEntry{}
	for saved := 0; full == nil; saved++ {
		if saved > 5000 {
			t.Fatal("the disk never filled")
		}
		e = wholeVisit(store, ann, spoke)
		e.Visit.Note = strings.Repeat(fmt.Sprint("a long note ", saved, " "), 100)
		full = store.SaveVisit(e)
	}
	wantProblem(t, full, "file", "file.full")
	if e.Visit.ID != 0 || e.NewCustomer == nil || e.NewCustomer.ID != 0 {
		t.Errorf("what was typed has changed: %+v", e)
	}
	if err := store.Recount(); err != nil {
		if _, told := models.IsProblem(err); !told {
			t.Errorf("counting on a full disk: %v", err)
		}
	}
	room()
	checkRules(t, store.Path())
	if half := lines(t, raw(t, store.Path()), halves); len(half) > 0 {
		t.Errorf("half stored: %v", half)
	}
	if err := store.SaveVisit(e); err != nil {
		t.Errorf("with room again: %v", err)
	}
	if err := store.UndoLast(); err != nil {
		t.Errorf("with room again, undo: %v", err)
	}
	checkRules(t, store.Path())
}

// smallDisk gives a folder on a disk of its own that fills soon, and what makes room on it again. Where the test may
// not mount one, it is skipped, and TestTheFileMayGrowNoMore stands for it.
func smallDisk(t *testing.T) (dir string, room func()) {
	t.Helper()
	dir = t.TempDir()
	if err := mountSmall(dir, 3<<19); err != nil {
		t.Skipf("no small disk to fill here: %v", err)
	}
	t.Cleanup(func() {
		if err := unmountSmall(dir); err != nil {
			t.Error(err)
		}
	})
	ballast := filepath.Join(dir, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 256<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir, func() {
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
	}
}

// The same, made with SQLite's own bound, which works everywhere.
func TestTheFileMayGrowNoMore(t *testing.T) {
	store, _ := modelstest.New(t)
	ann, spoke := modelstest.Customer(t, store, "Ann", ""), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	if err := store.BoundPages(1); err != nil {
		t.Fatal(err)
	}
	before := dump(t, raw(t, store.Path()))
	e := wholeVisit(store, ann, spoke)
	e.Visit.Note = strings.Repeat("a note too long for the room there is ", 20000)
	wantProblem(t, store.SaveVisit(e), "file", "file.full")
	if now := dump(t, raw(t, store.Path())); now != before {
		t.Errorf("refused, and yet:\n%s", difference(before, now))
	}
	if err := store.BoundPages(1 << 20); err != nil {
		t.Fatal(err)
	}
	if err := store.SaveVisit(e); err != nil {
		t.Error(err)
	}
	checkRules(t, store.Path())
}

func TestWhereOnlyReadingIsAllowed(t *testing.T) {
	shop := aShop(t)
	dir := t.TempDir()
	if err := mountSmall(dir, 4<<20); err != nil {
		t.Skipf("no disk of its own here: %v", err)
	}
	defer func() {
		if err := unmountSmall(dir); err != nil {
			t.Error(err)
		}
	}()
	path := filepath.Join(dir, "shop.goodturn")
	if err := os.WriteFile(path, shop, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := readOnly(dir); err != nil {
		t.Fatal(err)
	}
	_, err := models.Open(path)
	wantProblem(t, err, "file", "file.readonly")
	_, err = models.Open(filepath.Join(dir, "new.goodturn"), models.Create())
	wantProblem(t, err, "file", "file.folder")
	if found, err := models.Inspect(t.Context(), path); err != nil || found.Counts["visit"] != 1 {
		t.Errorf("reading is allowed, and gave %+v, %v", found, err)
	}
}
