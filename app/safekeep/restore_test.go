package safekeep

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// backedUp gives a shop file that was closed, with one customer more than its backup.
func backedUp(t *testing.T) (target, backup string) {
	t.Helper()
	store := shop(t, 0)
	backup = run(t, into(t, store, 0, t.TempDir())).Path
	modelstest.Customer(t, store, "Since the backup", "")
	if err := errors.Join(store.Close(), os.Remove(store.Path()+"-journal")); err != nil { // SQLite leaves it empty
		t.Fatal(err)
	}
	return store.Path(), backup
}

func ready(t *testing.T, backup, target string) *Restore {
	t.Helper()
	r, err := PrepareRestore(t.Context(), backup, "", target, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Discard)
	return r
}

func customersIn(t *testing.T, path string) int {
	t.Helper()
	if _, err := models.Inspect(t.Context(), path); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	seen, err := models.Glance(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return seen.Customers
}

var noon = time.Date(2026, time.November, 22, 14, 30, 0, 0, time.UTC)

const asideAtNoon = "Harbour Cycles before restore 2026-11-22 1430.goodturn"

func TestRestoreAndBack(t *testing.T) {
	target, backup := backedUp(t)
	folder := filepath.Dir(target)
	last := -1
	r, err := PrepareRestore(t.Context(), backup, "", target, func(done, _ int) { last = done })
	if err != nil || last != allDone {
		t.Fatalf("ended at %d with %v", last, err)
	}
	if r.Holds.Customers != 2 || r.Now.Customers != 3 || r.Holds.Visits != 1 || r.Holds.LastVisit == 0 || r.OtherShop || r.Upgraded || r.Unproven {
		t.Errorf("the preview: %+v", r)
	}
	if customersIn(t, target) != 3 {
		t.Error("the preview changed the shop file")
	}
	if err := os.WriteFile(filepath.Join(folder, asideAtNoon), []byte("a treasure"), 0o600); err != nil {
		t.Fatal(err)
	}
	aside, err := r.Swap(t.Context(), noon, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Discard()
	if want := "Harbour Cycles before restore 2026-11-22 1430 (2).goodturn"; filepath.Base(aside) != want {
		t.Errorf("set aside as %q", aside)
	}
	if customersIn(t, target) != 2 || customersIn(t, aside) != 3 {
		t.Errorf("restored %d customers and set aside %d", customersIn(t, target), customersIn(t, aside))
	}
	mustBeWhole(t, backup)
	instead, err := PutBack(t.Context(), aside, target, noon.Add(time.Hour), nil)
	if err != nil {
		t.Fatal(err)
	}
	if customersIn(t, target) != 3 || customersIn(t, instead) != 2 {
		t.Errorf("put back %d customers instead of %d", customersIn(t, target), customersIn(t, instead))
	}
	names := []string{filepath.Base(target), asideAtNoon, filepath.Base(instead)}
	slices.Sort(names)
	mustHold(t, folder, names...)
	if raw, err := os.ReadFile(filepath.Join(folder, asideAtNoon)); err != nil || string(raw) != "a treasure" {
		t.Errorf("what had the name before holds %q, %v", raw, err)
	}
	_, err = PutBack(t.Context(), aside, target, noon, nil)
	mustBeProblem(t, err, "backup.fileMissing")
}

// The new computer has no shop file yet.
func TestRestoreWhereThereIsNone(t *testing.T) {
	target, backup := backedUp(t)
	if err := os.Remove(target); err != nil {
		t.Fatal(err)
	}
	r := ready(t, backup, target)
	if r.Now != (models.Glimpse{}) || r.OtherShop {
		t.Errorf("now: %+v", r.Now)
	}
	if aside, err := r.Swap(t.Context(), noon, nil); err != nil || aside != "" {
		t.Errorf("set aside %q, %v", aside, err)
	}
	if customersIn(t, target) != 2 {
		t.Error("not restored")
	}
}

func TestRestoreOfAnotherShopIsFlagged(t *testing.T) {
	target, _ := backedUp(t)
	_, theirs := backedUp(t)
	if r := ready(t, theirs, target); !r.OtherShop {
		t.Error("it goes for this shop's own")
	}
}

func TestRestoreWithoutItsHashIsFlagged(t *testing.T) {
	target, backup := backedUp(t)
	if err := os.Remove(backup + HashSuffix); err != nil {
		t.Fatal(err)
	}
	r := ready(t, backup, target)
	if !r.Unproven {
		t.Error("it goes for a proven one")
	}
	if _, err := r.Swap(t.Context(), noon, nil); err != nil || customersIn(t, target) != 2 {
		t.Errorf("restored with %v", err)
	}
}

func TestRestoreThatIsRefused(t *testing.T) {
	target, backup := backedUp(t)
	raw, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	newer := bytes.Clone(raw)
	newer[60] = 0x7f // the first byte of user_version in SQLite's header
	torn := bytes.Clone(raw)
	copy(torn[len(torn)/2:], make([]byte, 8192))
	folder := t.TempDir()
	write := func(name string, holds []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, holds, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	turned := filepath.Join(folder, "turned.goodturn")
	copyPair(t, backup, turned)
	turnBit(t, turned)
	for path, key := range map[string]string{
		turned:                                "backup.changed",
		write("newer.goodturn", newer):        "restore.newer",
		write("torn.goodturn", torn):          "restore.damaged",
		write("cut.goodturn", raw[:9000]):     "restore.damaged",
		write("letter.goodturn", []byte("a")): "restore.notShop",
		write("empty.goodturn", nil):          "restore.notShop",
		filepath.Join(folder, "gone"):         "backup.fileMissing",
		target:                                "restore.itself",
	} {
		_, err := PrepareRestore(t.Context(), path, "", target, nil)
		mustBeProblem(t, err, key)
	}
	mustHold(t, filepath.Dir(target), filepath.Base(target))
	if customersIn(t, target) != 3 {
		t.Error("the shop file is not as it was")
	}
}

func TestRestoreIsCancelled(t *testing.T) {
	target, backup := backedUp(t)
	for at := 0; at < delivered; at += 7 {
		ctx, cancel := context.WithCancel(t.Context())
		_, err := PrepareRestore(ctx, backup, "", target, func(done, _ int) {
			if done >= at {
				cancel()
			}
		})
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled at %d with %v", at, err)
		}
		mustHold(t, filepath.Dir(target), filepath.Base(target))
	}
}

// The shop's disk is full, or does not let itself be written to: nothing is changed, and the sentence says so.
func TestRestoreOnADiskThatRefuses(t *testing.T) {
	_, backup := backedUp(t)
	full := mounted(t, "size=4m")
	target := filepath.Join(full, "shop.goodturn")
	copyFile(t, backup, target)
	if err := os.WriteFile(filepath.Join(full, "ballast"), make([]byte, 5<<20), 0o600); !models.IsDiskFull(err) {
		t.Fatalf("filled with %v", err)
	}
	before := namesIn(t, full)
	_, err := PrepareRestore(t.Context(), backup, "", target, nil)
	mustBeProblem(t, err, "restore.full")
	mustHold(t, full, before...)
	remount(t, full, "ro")
	_, err = PrepareRestore(t.Context(), backup, "", target, nil)
	mustBeProblem(t, err, "restore.readonly")
	if customersIn(t, target) != 2 {
		t.Error("the shop file is not as it was")
	}
}

// Of every schema that was ever released a file is kept: each can be restored, on a copy.
func TestRestoreOfOlderBackups(t *testing.T) {
	target, _ := backedUp(t)
	present, err := models.Identify(t.Context(), target)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../models/testdata/v*.goodturn")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		older := filepath.Join(t.TempDir(), "older.goodturn")
		copyFile(t, file, older)
		made, err := models.Glance(t.Context(), older)
		if err != nil {
			t.Fatal(err)
		}
		r := ready(t, older, target)
		if r.Upgraded != (made.Version < present.Version) || r.Holds.Version != present.Version || r.Holds.Customers != made.Customers {
			t.Errorf("%s, of version %d, becomes %+v", file, made.Version, r)
		}
		if after, err := models.Identify(t.Context(), older); err != nil || after.Version != made.Version {
			t.Errorf("%s is of version %d now, %v", file, after.Version, err)
		}
	}
}

// A restore that was killed leaves a copy in plain, even of what was sealed: the next one of that shop file, or the next
// start, takes it away at once, and not those of other shops.
func TestCopyOfAKilledRestoreGoesAtOnce(t *testing.T) {
	target, backup := backedUp(t)
	killed, other := ready(t, backup, target).part, filepath.Join(filepath.Dir(target), restoreStartFor("other.goodturn")+"1.part")
	if err := os.WriteFile(other, []byte("plain"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, again := range []func(){func() { ready(t, backup, target).Discard() }, func() { ClearRestores(target) }} {
		if err := errors.Join(os.WriteFile(killed, []byte("plain"), 0o600), os.WriteFile(killed+"-journal", []byte("plain"), 0o600)); err != nil {
			t.Fatal(err)
		}
		again()
		for _, path := range []string{killed, killed + "-journal"} {
			if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("%s is left: %v", path, err)
			}
		}
	}
	if _, err := os.Stat(other); err != nil {
		t.Errorf("another shop's: %v", err)
	}
}
