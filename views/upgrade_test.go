package views

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// oldShopFile writes the shop file of version 1 to a folder of its own and gives what is in it.
func oldShopFile(t *testing.T) (path string, data []byte) {
	t.Helper()
	data, err := os.ReadFile("../models/testdata/v1.goodturn")
	if err == nil {
		path = filepath.Join(t.TempDir(), "old.goodturn")
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path, data
}

// oldStart is the program started with a shop file of version 1; own is the folder of its backups.
func oldStart(t *testing.T) (b *bench, own string) {
	t.Helper()
	b, own = newKeeper(t, nil)
	b.w.app.Close()
	b.path, _ = oldShopFile(t)
	a := app.New(test.NewTempApp(t), app.InRow(), app.WithClock(b.clock.Now), app.WithTimer(b.after), app.KeepBackups(own))
	t.Cleanup(a.Close)
	b.w = NewWindow(a, a.Open(b.path, false))
	return b, own
}

// slowly is a window in which an older shop file is being brought up to date, for as long as the test likes.
func slowly(b *bench, then func(error)) (u *upgrading, cancelled *int) {
	cancelled = new(int)
	u = &upgrading{w: b.w, path: "/shops/Harbour Cycles.goodturn", then: then, tick: func() {}, began: b.clock.Now()}
	u.cancel = func() { *cancelled++ }
	b.w.upgrading = u
	b.w.buildMenu()
	u.show()
	return u, cancelled
}

func pageWords(b *bench) string { return wordsOn(b.w.layer.Content()) }

func TestStartWithAnOlderShopFile(t *testing.T) {
	b, own := oldStart(t)
	if b.w.app.Store == nil || b.w.first == nil || b.w.upgrading != nil { // it has no name yet
		t.Fatalf("it shows %q", pageWords(b))
	}
	if len(b.backups(own)) != 1 {
		t.Errorf("backups made before: %q", b.backups(own))
	}
	if said := b.w.layer.ToastText(); !strings.Contains(said, "up to date") || !strings.Contains(said, "lies in") {
		t.Errorf("where the backup from before lies it says %q", said)
	}
}

func TestOpeningAnOlderShopFile(t *testing.T) {
	b, own := newKeeper(t, nil)
	path, data := oldShopFile(t)
	b.must(os.WriteFile(own, nil, 0o600)) // a file where the backups should go
	b.w.openAndShow(path)
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, data) {
		t.Errorf("without a backup it was changed (%v)", err)
	}
	if said := b.sheetWords(); !strings.Contains(said, own) || b.store().Path() != b.path {
		t.Fatalf("it says %q", said)
	}
	b.keys(fyne.KeyEscape)
	b.must(os.Remove(own))
	b.w.openAndShow(path)
	if b.store().Path() != path {
		t.Errorf("open is %s at %s", b.store().Path(), b.w.place)
	}
}

func TestSlowUpgradeSaysHowFarItIs(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Close()
	b.w.opened(models.Problem{Field: "file", Key: "file.missing"})
	told := 0
	u, cancelled := slowly(b, func(error) { told++ })
	u.onProgress(app.UpgradeReport{Step: 1, Steps: 4, BackingUp: true, Percent: 40})
	for _, words := range []string{"from an older version of Goodturn. A backup is made first", "Harbour Cycles.goodturn", "Step 1 of 4: making the backup", "Time so far: 0:00", "If you cancel now"} {
		if said := pageWords(b); !strings.Contains(said, words) {
			t.Errorf("it says %q, without %q", said, words)
		}
	}
	b.clock.Forward(75 * time.Second)
	b.passFor(time.Second)
	u.onProgress(app.UpgradeReport{Step: 2, Steps: 4})
	if said := pageWords(b); !strings.Contains(said, "Step 2 of 4: bringing it up to date") || !strings.Contains(said, "1:15") {
		t.Errorf("later it says %q", said)
	}
	b.w.do("openFile")
	b.w.do("newFile")
	if kit.SheetOpen(b.w.canvas()) {
		t.Error("another shop can be opened meanwhile")
	}
	u.onProgress(app.UpgradeReport{Step: 3, Steps: 4, Kept: true})
	kit.TopLayer(b.w.canvas()).OnEscape()
	if said := pageWords(b); !strings.Contains(said, "cannot be stopped now") || *cancelled > 0 || !u.button.Disabled() {
		t.Errorf("past the point of no return it says %q, cancelled %d times", said, *cancelled)
	}
	b.must(b.w.app.Open(b.path, false))
	u.then = func(err error) { told++; b.w.opened(err) }
	u.done(nil)
	if said := b.w.layer.ToastText(); told != 1 || !strings.Contains(said, "is up to date") || b.w.place != PlaceToday {
		t.Errorf("at its end it says %q, told %d times", said, told)
	}
}

func TestUpgradeCancelledByKeys(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Close()
	b.w.opened(models.Problem{Field: "file", Key: "file.missing"})
	u, cancelled := slowly(b, b.w.reopened)
	b.keys(fyne.KeyTab, fyne.KeyReturn)
	if *cancelled != 1 || !strings.Contains(pageWords(b), "Stopping") {
		t.Fatalf("cancelled %d times, it says %q", *cancelled, pageWords(b))
	}
	u.done(context.Canceled)
	said, labels := pageWords(b), buttonsOn(b.w.layer.Content())
	if !strings.Contains(said, "just as it was") || !strings.Contains(said, "Stopped before anything was changed") {
		t.Errorf("it says %q", said)
	}
	for _, label := range []string{"Try again", "Open another shop file…", "Close Goodturn"} {
		if !strings.Contains(labels, label+"\n") {
			t.Errorf("%q is not offered among %q", label, labels)
		}
	}
	b.keys(fyne.KeyReturn) // Try again
	if b.w.app.Store == nil {
		t.Error("trying again does nothing")
	}
}

// The shop that is open is there again as it was left when another was not brought up to date.
func TestUpgradeBeforeAnOpenShop(t *testing.T) {
	b := newBench(t, nil)
	b.w.Show(PlaceCustomers)
	u, _ := slowly(b, b.w.Trouble)
	if strings.Contains(pageWords(b), "Harbour Cycles\n") {
		t.Error("the shop is still shown")
	}
	u.stop()
	u.done(context.Canceled)
	if b.w.place != PlaceCustomers || !strings.Contains(pageWords(b), "Harbour Cycles") || kit.SheetOpen(b.w.canvas()) {
		t.Errorf("it shows %q", pageWords(b))
	}
	kit.TopLayer(b.w.canvas()).OnEscape() // the screen's own again
	b.w.do("settings")
	if b.w.place != PlaceSettings {
		t.Error("the menu does nothing any more")
	}
}

// Closing the window waits for what cannot be stopped, and stops what can.
func TestClosingTheWindowDuringAnUpgrade(t *testing.T) {
	for _, kept := range []bool{false, true} {
		b := newBench(t, nil)
		u, cancelled := slowly(b, func(error) { t.Error("it goes on with a window that is closing") })
		u.onProgress(app.UpgradeReport{Step: 2, Steps: 4, Kept: kept})
		b.w.quit()
		if kept && (*cancelled > 0 || b.w.app.Store == nil || !strings.Contains(pageWords(b), "closes by itself")) {
			t.Errorf("kept: cancelled %d times, it says %q", *cancelled, pageWords(b))
		}
		if !kept && *cancelled != 1 {
			t.Errorf("cancelled %d times", *cancelled)
		}
		u.done(map[bool]error{false: context.Canceled}[kept])
		if b.w.app.Store != nil {
			t.Error("it is still open")
		}
	}
}

func TestUpgradeThatFailedSaysWhatToDo(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Close()
	b.w.opened(errors.Join(models.Problem{Field: "file", Key: "file.upgradeHalf", Args: map[string]any{"Name": "Shop 2026.goodturn", "Folder": "/backups"}}, errors.New("no such table")))
	said, labels := pageWords(b), buttonsOn(b.w.layer.Content())
	if !strings.Contains(said, "“Shop 2026.goodturn”") || !strings.Contains(said, "/backups") {
		t.Errorf("it says %q", said)
	}
	for _, label := range []string{"Report a problem…", "Restore a backup…", "Try again", "Close Goodturn"} {
		if !strings.Contains(labels, label) {
			t.Errorf("%q is not offered among %q", label, labels)
		}
	}
}
