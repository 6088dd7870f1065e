package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/models/modelstest"
)

// kept opens a shop called Harbour Cycles in a program that backs up by itself into own.
func kept(t *testing.T) (a *App, own string) {
	t.Helper()
	clock := modelstest.NewClock()
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	store := modelstest.Open(t, path, clock)
	shop, err := store.Shop()
	must(t, err)
	shop.Name = "Harbour Cycles"
	must(t, store.SaveShop(&shop))
	must(t, store.Close())
	own = filepath.Join(t.TempDir(), "Backups")
	never := func(time.Duration, func()) func() { return func() {} }
	a = New(test.NewTempApp(t), InRow(), WithClock(clock.Now), WithTimer(never), KeepBackups(own))
	must(t, a.Open(path, false))
	t.Cleanup(a.Close)
	return a, own
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func backupsIn(t *testing.T, folder string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "*"+safekeep.Extension))
	must(t, err)
	return found
}

// Cancel that comes when the folders have been looked into, and the copying has not begun, ends the backup all the same.
func TestCancelBetweenTheStepsOfABackup(t *testing.T) {
	a, own := kept(t)
	shop, err := safekeep.ShopOf(a.Store)
	must(t, err)
	must(t, os.MkdirAll(own, 0o700))
	var told error
	b := a.newBackup(shop, []string{own}, BackupWatch{Done: func(_ []safekeep.Place, err error) { told = err }})
	b.cancel = func() {} // that of a step which is through
	must(t, b.look(t.Context(), nil))
	b.stop()
	b.looked(nil)
	if found := backupsIn(t, own); !errors.Is(told, context.Canceled) || len(found) != 0 {
		t.Errorf("cancelled, it told %v and made %v", told, found)
	}
}

func TestSecondBackupTakesThePlaceOfTheFirst(t *testing.T) {
	a, own := kept(t)
	shop, err := a.Store.Shop()
	must(t, err)
	stopped := 0
	a.backup = &backingUp{app: a, cancel: func() { stopped++ }}
	a.BackUp([]string{own}, BackupWatch{Done: func(_ []safekeep.Place, err error) { must(t, err) }})
	if stopped != 1 || a.BackingUp() || len(backupsIn(t, own)) != 1 {
		t.Errorf("stopped %d, running %v, made %q", stopped, a.BackingUp(), backupsIn(t, own))
	}
	if state := a.BackupState(shop.UID); !state.Own || state.Trouble != nil || !state.Last.At.Equal(a.Now()) {
		t.Errorf("remembered: %+v", state)
	}
}

func TestRestoreThatFailsLeavesTheShopOpen(t *testing.T) {
	a, own := kept(t)
	a.BackUp([]string{own}, BackupWatch{})
	modelstest.Customer(t, a.Store, "Ann Hughes", "")
	r, err := safekeep.PrepareRestore(t.Context(), backupsIn(t, own)[0], "", a.ShopFile(), nil)
	must(t, err)
	r.Discard() // and with it what was made ready
	if _, err := a.Restore(r, nil); err == nil {
		t.Fatal("nothing was restored")
	}
	if a.Store == nil {
		t.Fatal("the shop is shut")
	}
	if n, err := a.Store.CountCustomers(models.CustomersAll); err != nil || n != 1 {
		t.Errorf("it has %d customers, %v", n, err)
	}
}

func TestShelfOfAShopThatDoesNotOpen(t *testing.T) {
	a, own := kept(t)
	a.BackUp([]string{own}, BackupWatch{})
	path := a.Store.Path()
	a.Close()
	must(t, os.Remove(path))
	if a.Open(path, false) == nil {
		t.Fatal("a file that is gone was opened")
	}
	shelf, err := a.Shelf()
	must(t, err)
	stock, err := shelf.Read(t.Context())
	must(t, err)
	if len(stock.Backups) != 1 {
		t.Fatalf("on the shelf: %+v", stock.Backups)
	}
	r, err := safekeep.PrepareRestore(t.Context(), stock.Backups[0].Path, "", a.ShopFile(), nil)
	must(t, err)
	if aside, err := a.Restore(r, nil); err != nil || aside != "" || a.Store == nil {
		t.Errorf("set aside %q, %v", aside, err)
	}
}

// A drive may be chosen once by its letter and once by its place on the network: the files there are one another's.
func TestFreshBackupIsNotAmongTheOlderOnesByAnotherName(t *testing.T) {
	a, _ := kept(t)
	shop, err := a.Store.Shop()
	must(t, err)
	folder, link := t.TempDir(), filepath.Join(t.TempDir(), "link")
	must(t, os.Symlink(folder, link))
	a.Prefs.SetBackupFolder(shop.UID, folder)
	a.Prefs.SetSecondFolder(shop.UID, link)
	var made []string
	a.BackUp(a.ChosenFolders(shop.UID), BackupWatch{Done: func(places []safekeep.Place, err error) {
		must(t, err)
		made = append(made, places[0].Path, places[1].Path)
	}})
	shelf, err := a.Shelf()
	must(t, err)
	stock, err := shelf.Read(t.Context())
	must(t, err)
	if older := stock.Except(made); len(stock.Backups) == 0 || len(older) != 0 {
		t.Errorf("of the fresh %q %+v would go as older", made, older)
	}
}

// What was set aside with a journal that nothing could finish is people's words in two files.
func TestRemovedBackupLeavesNothingBesideIt(t *testing.T) {
	gone, stays := filepath.Join(t.TempDir(), "aside.goodturn"), filepath.Join(t.TempDir(), "stays.goodturn")
	must(t, os.MkdirAll(filepath.Join(stays, "not empty"), 0o700)) // which no system removes
	for _, path := range []string{gone, gone + "-journal", stays + safekeep.HashSuffix} {
		must(t, os.WriteFile(path, []byte("Ann Hughes"), 0o600))
	}
	backups := []Stored{{Kept: safekeep.Kept{Path: stays}}, {Kept: safekeep.Kept{Path: gone}}}
	removed, err := RemoveBackups(t.Context(), backups, func(int, int) {})
	if removed != 1 || !isProblem(err, "backup.notRemoved") {
		t.Errorf("removed %d: %v", removed, err)
	}
	if left, err := os.ReadDir(filepath.Dir(gone)); err != nil || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
	if _, err := os.Stat(stays + safekeep.HashSuffix); err != nil {
		t.Errorf("a backup that stays has lost its note: %v", err)
	}
}
