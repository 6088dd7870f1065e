package app

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"goodturn/app/claim"
	"goodturn/models"
	"goodturn/models/modelstest"
)

// oldShop copies the shop file of version 1 and gives what is in it.
func oldShop(t *testing.T) (path string, data []byte) {
	t.Helper()
	data, err := os.ReadFile("../models/testdata/v1.goodturn")
	must(t, err)
	path = filepath.Join(t.TempDir(), "shop.goodturn")
	must(t, os.WriteFile(path, data, 0o600))
	return path, data
}

// named gives the shop a name: one without is not backed up by itself.
func named(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	must(t, err)
	defer db.Close()
	_, err = db.Exec("UPDATE shop SET name = 'Harbour Cycles'")
	must(t, err)
}

// mustBe fails unless the file at path is to the last byte what it was.
func mustBe(t *testing.T, path string, data []byte) {
	t.Helper()
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, data) {
		t.Errorf("the old file is not what it was (%v)", err)
	}
}

// upgrader is a program on a computer of its own that backs up by itself into own.
func upgrader(t *testing.T) (o *office, own string) {
	t.Helper()
	o, own = newOffice(t, "COUNTER"), filepath.Join(t.TempDir(), "Backups")
	KeepBackups(own)(o.App)
	return o, own
}

func TestOlderShopFileIsBackedUpAndBroughtUpToDate(t *testing.T) {
	path, _ := oldShop(t)
	named(t, path)
	data, err := os.ReadFile(path)
	must(t, err)
	o, own := upgrader(t)
	older, ok := IsOlder(o.Open(path, false))
	if !ok || o.Store != nil {
		t.Fatal("it opened at once")
	}
	mustBe(t, path, data)
	if _, err := os.Stat(claim.NoteFor(path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it is still claimed: %v", err)
	}
	var told error = errors.New("nothing")
	o.Upgrade(older, UpgradeWatch{Done: func(err error) { told = err }})
	if told != nil || o.Store == nil || o.Store.Path() != path || o.Upgrading() {
		t.Fatalf("told %v", told)
	}
	made := backupsIn(t, own)
	if len(made) != 1 {
		t.Fatalf("made %q", made)
	}
	if seen, err := models.Identify(t.Context(), made[0]); err != nil || seen.Version != 1 {
		t.Errorf("the backup is of version %d (%v)", seen.Version, err)
	}
	list, err := o.Shelf()
	must(t, err)
	stock, err := list.Read(t.Context())
	must(t, err)
	if len(stock.Backups) != 1 || !stock.Backups[0].BeforeMigration {
		t.Errorf("on the shelf: %+v", stock.Backups)
	}
	o.minute()
	o.BackUpOnClosing(BackupWatch{})
	if made := backupsIn(t, own); len(made) != 1 {
		t.Errorf("the same is backed up a second time: %q", made)
	}
	must(t, o.Store.SaveStaff(&models.Staff{Name: "Ben"}))
	o.BackUpOnClosing(BackupWatch{})
	if made := backupsIn(t, own); len(made) != 2 {
		t.Errorf("what was changed since is backed up in %q", made)
	}
	if o.Store == nil || o.Holder() != nil || o.claim == nil {
		t.Error("the claim taken for the upgrade is not kept")
	}
}

// The steps are told in their order, the backup first, and what has no way back as that.
func TestUpgradeTellsItsSteps(t *testing.T) {
	path, _ := oldShop(t)
	a, own := upgrader(t)
	must(t, os.MkdirAll(own, 0o700))
	var steps []string
	u := &upgrade{app: a.App, path: path, folders: []string{own}}
	u.watch.Progress = func(r UpgradeReport) {
		at := fmt.Sprintf("%d/%d backup %t kept %t", r.Step, r.Steps, r.BackingUp, r.Kept)
		if len(steps) == 0 || steps[len(steps)-1] != at {
			steps = append(steps, at)
		}
	}
	must(t, u.work(t.Context(), u.onProgress))
	must(t, u.store.Close())
	all := u.steps
	want := []string{fmt.Sprintf("1/%d backup true kept false", all), fmt.Sprintf("2/%d backup false kept false", all)}
	for step := 3; step <= all; step++ {
		want = append(want, fmt.Sprintf("%d/%d backup false kept true", step, all))
	}
	if !slices.Equal(steps, want) {
		t.Errorf("told %q, want %q", steps, want)
	}
}

// Cancelled during the backup or before the first migration is kept, the old file is what it was; later it goes through.
func TestUpgradeIsCancelledOrNot(t *testing.T) {
	for at, stops := range map[int]bool{0: true, 30: true, 100: true, 200: false} {
		path, data := oldShop(t)
		a, own := upgrader(t)
		must(t, os.MkdirAll(own, 0o700))
		ctx, cancel := context.WithCancel(t.Context())
		u := &upgrade{app: a.App, path: path, folders: []string{own}}
		err := u.work(ctx, func(done, _ int) {
			if done >= at {
				cancel()
			}
		})
		if stops {
			if !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled at %d it says %v", at, err)
			}
			mustBe(t, path, data)
			continue
		}
		must(t, err)
		must(t, u.store.Close())
	}
}

// Closing the program while no shop is open stops the upgrade and gives the claim back.
func TestCloseStopsAnUpgrade(t *testing.T) {
	path, data := oldShop(t)
	o, _ := upgrader(t)
	a := New(test.NewTempApp(t), WithTimer(o.after), OneWindow(*o.desk))
	older, _ := IsOlder(a.Open(path, false))
	told := make(chan error, 1)
	deaf := make(chan struct{})
	u := &upgrade{app: a, path: path, watch: UpgradeWatch{Done: func(err error) { told <- err }}}
	mine, _, err := a.take(older.Path, false, false)
	must(t, err)
	u.hold, a.upgrade = a.keep(mine, u.onLost), u
	u.cancel = a.Run(func(ctx context.Context, _ func(done, total int)) error {
		<-ctx.Done()
		close(deaf)
		return ctx.Err()
	}, Watch{Done: u.done})
	a.Close()
	<-deaf
	if a.Upgrading() || len(told) > 0 {
		t.Error("it goes on, or told somebody")
	}
	if _, err := os.Stat(claim.NoteFor(path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it is still claimed: %v", err)
	}
	mustBe(t, path, data)
}

// The claim is renewed while the file is brought up to date; where another computer takes it over, it is opened to look at.
func TestUpgradeKeepsItsClaim(t *testing.T) {
	path, _ := oldShop(t)
	counter, back := newOffice(t, "COUNTER"), newOffice(t, "BACK-ROOM")
	counter.Open(path, false)
	mine, _, err := counter.take(path, false, false)
	must(t, err)
	u := &upgrade{app: counter.App, path: path, cancel: func() {}}
	told := errors.New("nothing")
	u.watch.Done = func(err error) { told = err }
	u.hold, counter.upgrade = counter.keep(mine, u.onLost), u
	for range 20 {
		counter.minute()
		back.clock.Forward(time.Minute)
		if err := back.Open(path, false); !isProblem(err, "file.readOnlyOlder") {
			t.Fatalf("the back room may have it while the counter is at work: %v", err)
		}
	}
	theirs, err := claim.Take(path, *back.desk, true)
	must(t, err)
	defer theirs.Release()
	counter.minute()
	if !u.lost {
		t.Fatal("the counter does not hear that it is another's")
	}
	must(t, u.work(t.Context(), func(int, int) {})) // which had gone too far to stop
	u.done(nil)
	if told != nil || counter.Holder() == nil || counter.Holder().Computer != "BACK-ROOM" {
		t.Errorf("told %v, held by %+v", told, counter.Holder())
	}
}

// A migration that fails leaves the old file; where one before it was kept, it says where the backup is.
func TestUpgradeThatFails(t *testing.T) {
	for table, key := range map[string]string{"activity": "file.upgradeFailed", "earlier": "file.upgradeHalf"} {
		path, _ := oldShop(t)
		db, err := sql.Open("sqlite", path)
		must(t, err)
		_, err = db.Exec("CREATE TABLE " + table + " (in_the_way INTEGER) STRICT")
		must(t, errors.Join(err, db.Close()))
		data, err := os.ReadFile(path)
		must(t, err)
		o, own := upgrader(t)
		older, _ := IsOlder(o.Open(path, false))
		var told error
		o.Upgrade(older, UpgradeWatch{Done: func(err error) { told = err }})
		problem, _ := models.IsProblem(told)
		if problem.Key != key || o.Store != nil {
			t.Errorf("with %s in the way it says %v", table, told)
		}
		made := backupsIn(t, own)
		switch {
		case len(made) != 1:
			t.Errorf("made %q", made)
		case key == "file.upgradeFailed":
			mustBe(t, path, data)
		case problem.Args["Name"] != filepath.Base(made[0]) || problem.Args["Folder"] != own:
			t.Errorf("it names %v", problem.Args)
		}
	}
}

func TestUpgradeWithoutAPlaceForItsBackupIsRefused(t *testing.T) {
	path, data := oldShop(t)
	o, own := upgrader(t)
	must(t, os.WriteFile(own, nil, 0o600)) // a file where the folder should be
	older, _ := IsOlder(o.Open(path, false))
	var told error
	o.Upgrade(older, UpgradeWatch{Done: func(err error) { told = err }})
	if !isProblem(told, "backup.folderReadonly") {
		t.Errorf("told %v", told)
	}
	mustBe(t, path, data)
}

// The shop that is open stays open while another, older one is brought up to date, and after that failed.
func TestUpgradeInPlaceOfAnotherShop(t *testing.T) {
	path, _ := oldShop(t)
	o, own := upgrader(t)
	first := filepath.Join(t.TempDir(), "first.goodturn")
	must(t, modelstest.Open(t, first, o.clock).Close())
	must(t, o.Open(first, false))
	older, _ := IsOlder(o.Open(path, false))
	if older == nil || o.Store == nil || o.Store.Path() != first {
		t.Fatal("the first shop is not open any more")
	}
	must(t, os.WriteFile(own, nil, 0o600))
	o.Upgrade(older, UpgradeWatch{Done: func(error) {}})
	if o.Store == nil || o.Store.Path() != first {
		t.Fatal("the first shop did not stay open")
	}
	must(t, os.Remove(own))
	o.Upgrade(older, UpgradeWatch{Done: func(err error) { must(t, err) }})
	if o.Store.Path() != path || o.claim == nil || o.claim.over {
		t.Error("the other is not open, or not claimed")
	}
}
