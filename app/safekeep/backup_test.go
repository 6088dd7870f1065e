package safekeep

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

const firstName = "Harbour Cycles 2026-11-21 1024.goodturn"

func TestBackup(t *testing.T) {
	for name, arrange := range map[string]func(*Plan) *Plan{
		"on the same disk": func(p *Plan) *Plan { return p },
		"on another disk":  elsewhere,
	} {
		t.Run(name, func(t *testing.T) { backUpOnce(t, arrange) })
	}
}

func backUpOnce(t *testing.T, arrange func(*Plan) *Plan) {
	store, folder := shop(t, 3), t.TempDir()
	last := -1
	result, err := arrange(prepare(t, store, folder)).Run(t.Context(), func(done, total int) {
		if done <= last || total != allDone {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
	})
	if err != nil {
		t.Fatal(err)
	}
	if last != allDone {
		t.Errorf("the last report is %d", last)
	}
	if result.Path != filepath.Join(folder, firstName) || !result.At.Equal(store.Now()) || result.Found.ShopName != "Harbour Cycles" {
		t.Errorf("result: %+v", result)
	}
	mustHold(t, folder, firstName, firstName+".sha256")
	mustBeWhole(t, result.Path)
	sameShop(t, result.Path, countsOf(t, store))
	for _, name := range namesIn(t, filepath.Dir(store.Path())) {
		if strings.HasPrefix(name, partStart) {
			t.Errorf("%s was left beside the shop file", name)
		}
	}
	if info, err := os.Stat(result.Path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the customers: %v %v", info, err)
	}
}

func TestHashIsReadByOthers(t *testing.T) {
	if _, err := exec.LookPath("sha256sum"); err != nil {
		t.Skip("no sha256sum on this system")
	}
	store, folder := shop(t, 0), t.TempDir()
	result, err := prepare(t, store, folder).Run(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("sha256sum", "--check", "--strict", filepath.Base(result.Path)+HashSuffix)
	command.Dir = folder
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

func TestBackupIntoTheShopsOwnFolder(t *testing.T) {
	store := shop(t, 0)
	before := countsOf(t, store)
	result, err := prepare(t, store, filepath.Dir(store.Path())).Run(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	sameShop(t, result.Path, before)
	modelstest.Customer(t, store, "Peter Lowe", "") // the shop file itself is untouched and in use
}

func TestNothingIsOverwritten(t *testing.T) {
	store, folder := shop(t, 0), t.TempDir()
	kept := map[string]string{firstName: "an old treasure", strings.Replace(firstName, ".", " (2).", 1) + HashSuffix: "a hash of nothing"}
	for name, text := range kept {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, n := range []string{"(3)", "(4)"} {
		modelstest.Customer(t, store, "Somebody New", "")
		result, err := prepare(t, store, folder).Run(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if want := strings.Replace(firstName, ".", " "+n+".", 1); filepath.Base(result.Path) != want {
			t.Errorf("named %q, not %q", filepath.Base(result.Path), want)
		}
		mustBeWhole(t, result.Path)
	}
	for name, text := range kept {
		if raw, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(raw) != text {
			t.Errorf("%s holds %q, %v", name, raw, err)
		}
	}
	// Of the two made today the second took the place of the first.
	if n := len(namesIn(t, folder)); n != 4 {
		t.Errorf("%d files in the folder, not 4", n)
	}
}

// The counter goes on working: customers are added as fast as they can be while the copy is made. What is done with the copy after
// that has nothing to do with the shop file any more.
func TestBackupWhileTheShopIsSavedTo(t *testing.T) {
	store, folder := hurried(t, shop(t, 8)), t.TempDir()
	for round := range 2 {
		before := countsOf(t, store)
		plan := prepare(t, store, folder)
		type outcome struct {
			result Result
			err    error
		}
		finished := make(chan outcome, 1)
		var isCopied atomic.Bool
		go func() {
			result, err := plan.Run(t.Context(), func(done, _ int) { isCopied.Store(done >= copied) })
			isCopied.Store(true)
			finished <- outcome{result, err}
		}()
		for !isCopied.Load() {
			modelstest.Customer(t, store, "Somebody New", "0171 555 0123")
		}
		o := <-finished
		if o.err != nil {
			t.Fatal(o.err)
		}
		after, copied := countsOf(t, store), mustBeWhole(t, o.result.Path)
		for table, n := range copied {
			if n < before[table] || n > after[table] {
				t.Errorf("round %d: %s has %d rows in the copy, %d before and %d after", round, table, n, before[table], after[table])
			}
		}
		if after["customer"] == before["customer"] {
			t.Error("nobody was added meanwhile, so nothing was tried")
		}
		if copied["customer"] != copied["contact"]+1 { // each but one has one phone, saved in the same breath
			t.Errorf("%d customers with %d phones", copied["customer"], copied["contact"])
		}
	}
}

// hurried opens the shop again so that a copy which gave way to a save begins anew at once.
func hurried(t *testing.T, store *models.Store) *models.Store {
	t.Helper()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := models.Open(store.Path(), models.WithPause(time.Millisecond), models.WithClock(modelstest.NewClock().Now))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { again.Close() })
	return again
}

// A slow stick must not keep the counter from saving: while the copy is carried there, the shop file is free.
func TestShopIsFreeWhileTheBackupIsCarried(t *testing.T) {
	store, folder := shop(t, 12), t.TempDir()
	saved := 0
	result, err := elsewhere(prepare(t, store, folder)).Run(t.Context(), func(done, _ int) {
		if done >= copied && done < allDone {
			modelstest.Customer(t, store, "Somebody New", "")
			saved++
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if saved < 10 {
		t.Errorf("only %d customers were saved meanwhile", saved)
	}
	if n := mustBeWhole(t, result.Path)["customer"]; n != 2 {
		t.Errorf("%d customers in the backup, of which two were there when it was copied", n)
	}
}

func TestCopyMustHoldWhatTheShopHolds(t *testing.T) {
	store, other := shop(t, 0), shop(t, 0)
	path := filepath.Join(t.TempDir(), "copy.goodturn")
	source, err := store.CopyTo(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if source.Counts == nil {
		t.Fatal("nobody wrote, and the rows were not counted")
	}
	if _, err := check(t.Context(), path, source); err != nil {
		t.Errorf("a true copy: %v", err)
	}
	strange, err := other.CopyTo(t.Context(), filepath.Join(t.TempDir(), "other.goodturn"))
	if err != nil {
		t.Fatal(err)
	}
	poorer := source
	poorer.Counts = models.Counts{"customer": 1}
	older := source
	older.Version++
	for name, wrong := range map[string]models.Inspection{"another shop": strange, "fewer rows": poorer, "another version": older} {
		if _, err := check(t.Context(), path, wrong); err == nil {
			t.Errorf("%s: went through", name)
		} else {
			mustBeProblem(t, err, "backup.check")
		}
	}
	empty := filepath.Join(t.TempDir(), "empty.goodturn")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = check(t.Context(), empty, source)
	mustBeProblem(t, err, "backup.check")
}

// Cancel at each report in turn, then at moments of the clock, which falls inside SQLite's own work.
func TestCancelLeavesNothing(t *testing.T) {
	store := shop(t, 12)
	for at := 0; at < allDone; at += 11 {
		folder := t.TempDir()
		ctx, cancel := context.WithCancel(t.Context())
		_, err := elsewhere(prepare(t, store, folder)).Run(ctx, func(done, _ int) {
			if done >= at {
				cancel()
			}
		})
		cancel()
		if err == nil && at < delivered {
			t.Errorf("cancelled at %d of the work, and it went on", at)
		}
		mustBeAllOrNothing(t, folder, filepath.Dir(store.Path()), err)
	}
	for wait := time.Millisecond; wait < 300*time.Millisecond; wait *= 2 {
		folder := t.TempDir()
		ctx, cancel := context.WithTimeout(t.Context(), wait)
		_, err := prepare(t, store, folder).Run(ctx, nil)
		cancel()
		mustBeAllOrNothing(t, folder, filepath.Dir(store.Path()), err)
	}
}

func mustBeAllOrNothing(t *testing.T, folder, beside string, err error) {
	t.Helper()
	if err == nil {
		mustBeWhole(t, filepath.Join(folder, firstName))
		return
	}
	if !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("cancelled with %v", err)
	}
	mustHold(t, folder)
	for _, name := range namesIn(t, beside) {
		if strings.HasPrefix(name, partStart) {
			t.Errorf("%s was left", name)
		}
	}
}
