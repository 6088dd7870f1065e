package views

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// backups are the backups that lie in folder.
func (b *bench) backups(folder string) []string {
	b.t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "*.goodturn"))
	b.must(err)
	return found
}

// retype writes over what the field in front holds.
func (b *bench) retype(text string) {
	b.t.Helper()
	b.w.canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	b.keys(fyne.KeyBackspace)
	b.typed(text)
}

func TestBackUpByKeyboard(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		modelstest.Customer(t, store, "Ann Hughes", "")
		modelstest.Customer(t, store, "Jürgen Müller", "")
	})
	stick := filepath.Join(t.TempDir(), "SHOP")
	b.must(os.Mkdir(stick, 0o700))
	if got := b.w.rail.backup.line.Text(); !strings.Contains(got, "Not backed up yet") {
		t.Errorf("before: %q", got)
	}
	b.w.do("backup")
	b.retype(stick)
	b.keys(fyne.KeyReturn)
	made := b.backups(stick)
	if len(made) != 1 {
		t.Fatalf("in the folder: %q", made)
	}
	b.must(safekeep.Verify(context.Background(), made[0]))
	found, err := models.Inspect(context.Background(), made[0])
	if b.must(err); found.Counts["customer"] != 2 {
		t.Errorf("the backup holds %v", found.Counts)
	}
	if got := b.w.layer.ToastText(); !strings.Contains(got, "2 customers") || !strings.Contains(got, "SHOP") {
		t.Errorf("told %q", got)
	}
	modelstest.Customer(t, b.store(), "Sofía García", "")
	b.w.do("backup") // and never asks again
	if made = b.backups(stick); len(made) != 1 {
		t.Fatalf("the second of the day takes the place of the first, and in the folder are %q", made)
	}
	if found, err = models.Inspect(context.Background(), made[0]); err != nil || found.Counts["customer"] != 3 {
		t.Errorf("the second backup holds %v, %v", found.Counts, err)
	}
}

func TestCornerTellsHowOldTheBackupIs(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Prefs.SetBackups(b.shop().UID, []app.FolderBackup{{Folder: "/media/me/SHOP", At: b.clock.Now(), Path: "/media/me/SHOP/x.goodturn"}})
	showBackup(b.w)
	corner := b.w.rail.backup
	for _, step := range []struct {
		days int
		want string
	}{{0, "Backed up today"}, {1, "Backed up yesterday"}, {7, "Last backup 8 days ago"}} {
		b.clock.Days(step.days)
		b.pass() // midnight
		if got := corner.line.Text(); !strings.Contains(got, step.want) {
			t.Errorf("after %d more days: %q, not %q", step.days, got, step.want)
		}
	}
}

func TestBackupFolderThatIsNotThere(t *testing.T) {
	b := newBench(t, nil)
	stick := filepath.Join(t.TempDir(), "SHOP")
	b.must(os.Mkdir(stick, 0o700))
	b.w.app.Prefs.SetBackupFolder(b.shop().UID, stick)
	b.must(os.Remove(stick))
	b.w.do("backup")
	if !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("nothing was told of the folder that is gone")
	}
	if state := b.w.app.BackupState(b.shop().UID); !state.Last.At.IsZero() {
		t.Error("a backup that was not made is remembered")
	}
	b.must(os.Mkdir(stick, 0o700))
	b.topSave() // Try again
	if len(b.backups(stick)) != 1 {
		t.Error("trying again made no backup")
	}
}

func TestFolderThatCannotBeABackups(t *testing.T) {
	b := newBench(t, nil)
	file := filepath.Join(t.TempDir(), "a file")
	b.must(os.WriteFile(file, nil, 0o600))
	for _, bad := range []string{"", file, filepath.Join(file, "in", "it"), "/proc"} {
		b.w.do("backup")
		b.retype(bad)
		b.topSave()
		if !kit.SheetOpen(b.w.canvas()) {
			t.Fatalf("%q was taken", bad)
		}
		if got := b.w.canvas().Focused().(*kit.Entry).Text; got != bad {
			t.Errorf("%q became %q", bad, got)
		}
		b.keys(fyne.KeyEscape)
	}
	if b.w.app.Prefs.BackupFolder(b.shop().UID) != "" {
		t.Error("a folder that was refused is remembered")
	}
}

func TestNewBackupFolderIsMadeOnRequest(t *testing.T) {
	b := newBench(t, nil)
	folder := filepath.Join(t.TempDir(), "Backups")
	b.w.do("backup")
	b.retype(folder)
	b.keys(fyne.KeyReturn)
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Fatal("a folder was made without asking")
	}
	b.topSave()
	if len(b.backups(folder)) != 1 {
		t.Error("no backup in the new folder")
	}
}

func TestStoppedBackupLeavesTheCornerAsItWas(t *testing.T) {
	b := newBench(t, nil)
	folder := t.TempDir()
	stopped := &backup{w: b.w}
	stopped.onDone([]safekeep.Place{{Folder: folder, Err: context.Canceled}}, context.Canceled)
	if kit.SheetOpen(b.w.canvas()) || b.w.layer.ToastText() != "" {
		t.Error("stopping a backup is not an error, and nothing to tell")
	}
	if got := b.w.rail.backup.line.Text(); !strings.Contains(got, "Not backed up yet") {
		t.Errorf("the corner says %q", got)
	}
}

func TestBackupInTwoFolders(t *testing.T) {
	b := newBench(t, nil)
	one, two := t.TempDir(), t.TempDir()
	uid := b.shop().UID
	b.w.app.Prefs.SetBackupFolder(uid, one)
	b.w.app.Prefs.SetSecondFolder(uid, two)
	b.w.do("backup")
	if len(b.backups(one)) != 1 || len(b.backups(two)) != 1 {
		t.Fatalf("in the folders: %q and %q", b.backups(one), b.backups(two))
	}
	b.must(os.RemoveAll(two))
	b.clock.Days(1)
	b.w.do("backup")
	if len(b.backups(one)) != 2 && !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("one folder's trouble kept the backup from the other, or nothing was told of it")
	}
	if state := b.w.app.BackupState(uid); state.Trouble == nil || state.Trouble.Folder != two || state.Last.Folder != one {
		t.Errorf("remembered: %+v", state)
	}
}

func TestSecondFolderCannotBeTheFirst(t *testing.T) {
	b := newBench(t, nil)
	folder, link := t.TempDir(), filepath.Join(t.TempDir(), "link")
	b.must(os.Symlink(folder, link))
	b.w.app.Prefs.SetBackupFolder(b.shop().UID, folder)
	for _, second := range []string{folder, link} {
		chooseBackupFolder(b.w, secondFolder, func() {})
		b.retype(second)
		b.topSave()
		if !kit.SheetOpen(b.w.canvas()) || b.w.app.Prefs.SecondFolder(b.shop().UID) != "" {
			t.Errorf("one folder was taken twice, as %s", second)
		}
		b.keys(fyne.KeyEscape)
	}
}

// Until the owner has chosen where backups go, whatever makes one says that it asks for that; afterwards that it backs up.
func TestBackUpSaysThatItAsksWhere(t *testing.T) {
	b := newBench(t, nil)
	pages := []string{"today", "settings", "backups"}
	said := func(page string) string {
		b.w.do(page)
		return buttonsOn(b.w.screens[b.w.place].Content())
	}
	for _, page := range pages {
		if words := said(page); strings.Contains(words, "Back up now") || !strings.Contains(words, "Choose where to back up…") && !strings.Contains(words, "Choose a folder…") {
			t.Errorf("nothing is chosen, and %s offers %q", page, words)
		}
	}
	if got := b.w.rail.backup.line.Text(); !strings.Contains(got, "Choose where") {
		t.Errorf("the corner says %q", got)
	}
	b.w.do("today")
	b.labelled("Choose a folder…").Tapped(nil)
	b.retype(t.TempDir())
	b.keys(fyne.KeyReturn)
	for _, page := range pages {
		if words := said(page); strings.Contains(words, "Choose where to back up…") || strings.Contains(words, "Choose a folder…") {
			t.Errorf("a folder is chosen, and %s offers %q", page, words)
		}
	}
}
