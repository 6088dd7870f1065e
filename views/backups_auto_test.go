package views

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/claim"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// newKeeper is newBench with a program that backs up by itself; own is the folder it has for that.
func newKeeper(t *testing.T, prepare func(store *models.Store, clock *modelstest.Clock)) (b *bench, own string) {
	t.Helper()
	b = newBench(t, prepare)
	b.w.app.Close()
	own = filepath.Join(t.TempDir(), "Backups")
	b.more = []app.Option{app.KeepBackups(own)}
	b.later = nil
	b.open()
	return b, own
}

func TestBackupEveryDayWithoutBeingAsked(t *testing.T) {
	b, own := newKeeper(t, nil)
	b.pass()
	if len(b.backups(own)) != 1 || kit.SheetOpen(b.w.canvas()) {
		t.Fatalf("soon after the start there is %q, and a sheet: %v", b.backups(own), kit.SheetOpen(b.w.canvas()))
	}
	if got := b.w.rail.backup.line.Text(); !strings.Contains(got, "on this computer only") {
		t.Errorf("the corner says %q", got)
	}
	b.must(os.RemoveAll(own))
	b.pass()
	if len(b.backups(own)) != 0 {
		t.Error("an hour later another was made")
	}
	b.clock.Days(1)
	b.pass()
	if len(b.backups(own)) != 1 {
		t.Error("on the next day none was made")
	}
}

func TestBackupOnClosing(t *testing.T) {
	b, own := newKeeper(t, nil)
	b.pass()
	modelstest.Customer(t, b.store(), "Ann Hughes", "")
	b.w.app.BackUpOnClosing(app.BackupWatch{})
	made := b.backups(own)
	if len(made) != 1 {
		t.Fatalf("on closing: %q", made)
	}
	found, err := models.Glance(t.Context(), made[0])
	if b.must(err); found.Customers != 1 {
		t.Errorf("the backup of the day was not made anew: %+v", found)
	}
	b.must(os.RemoveAll(own))
	b.w.app.BackUpOnClosing(app.BackupWatch{})
	if len(b.backups(own)) != 0 {
		t.Error("what was backed up already was backed up again")
	}
}

// stayingWindow notes that it was closed, and stays: the test's end closes it.
type stayingWindow struct {
	fyne.Window
	closed bool
}

func (w *stayingWindow) Close() { w.closed = true }

func TestClosingMakesItsBackupFirst(t *testing.T) {
	b, own := newKeeper(t, nil)
	win := &stayingWindow{Window: b.w.win}
	b.w.win = win
	modelstest.Customer(t, b.store(), "Ann Hughes", "")
	b.w.onClose()
	if !win.closed || b.w.app.Store != nil {
		t.Fatal("the window is still open")
	}
	if len(b.backups(own)) != 1 {
		t.Errorf("on the way out: %q", b.backups(own))
	}
	if state := b.w.app.Prefs.Backups(uidOf(t, b.path)); len(state) != 1 || state[0].Trouble != "" {
		t.Errorf("remembered: %+v", state)
	}
}

// uidOf reads whose shop file lies at path.
func uidOf(t *testing.T, path string) string {
	t.Helper()
	seen, err := models.Identify(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return seen.ShopUID
}

// A shop that is left for another is backed up as one that is closed; a slow backup can be left out, and so can leaving.
func TestLeavingForAnotherShopMakesItsBackupFirst(t *testing.T) {
	b, own := newKeeper(t, nil)
	modelstest.Customer(t, b.store(), "Ann Hughes", "")
	other := b.otherShop("Quay Books")
	b.w.do("openFile")
	b.retype(other)
	b.topSave()
	made := b.backups(own)
	if len(made) != 1 || b.shop().Name != "Quay Books" || b.w.closing != nil {
		t.Fatalf("open is %q, backups %q", b.shop().Name, made)
	}
	if found, err := models.Glance(t.Context(), made[0]); err != nil || found.Customers != 1 {
		t.Errorf("the backup holds %+v (%v)", found, err)
	}
	opened, cancelled := 0, 0
	begin := func() *closing {
		c := &closing{w: b.w, words: "backup.leaving", then: func() { opened++ }, cancel: func() { cancelled++ }}
		b.w.closing = c
		c.show()
		return c
	}
	stays := begin()
	if said := b.sheetWords(); !strings.Contains(said, "Stay in this shop") && !strings.Contains(said, "The other shop opens by itself") {
		t.Errorf("told %q", said)
	}
	stays.sheet.Cancel()
	stays.done(nil, context.Canceled)
	if opened != 0 || cancelled != 1 || b.w.closing != nil {
		t.Errorf("who stays: opened %d, cancelled %d", opened, cancelled)
	}
	begin().finish()
	if opened != 1 || cancelled != 2 || kit.SheetOpen(b.w.canvas()) {
		t.Errorf("who goes without a backup: opened %d, cancelled %d", opened, cancelled)
	}
}

func TestSlowBackupOnClosingCanBeLeft(t *testing.T) {
	b, _ := newKeeper(t, nil)
	win := &stayingWindow{Window: b.w.win}
	b.w.win = win
	cancelled := false
	begin := func() *closing {
		c := &closing{w: b.w, words: "backup.closing", then: b.w.end, cancel: func() { cancelled = true }}
		b.w.closing = c
		c.show()
		return c
	}
	stays := begin()
	stays.sheet.Cancel()
	stays.done(nil, context.Canceled)
	if win.closed || !cancelled || b.w.closing != nil || b.w.app.Store == nil {
		t.Fatal("the owner said not to close")
	}
	goes := begin()
	goes.finish() // "Close without a backup"
	if !win.closed || b.w.app.Store != nil {
		t.Error("the owner said to close without a backup")
	}
}

func TestClosingWithoutTheStickIsNotHeldUp(t *testing.T) {
	b, own := newKeeper(t, nil)
	win := &stayingWindow{Window: b.w.win}
	b.w.win = win
	stick := filepath.Join(t.TempDir(), "SHOP")
	b.w.app.Prefs.SetBackupFolder(b.shop().UID, stick)
	b.w.onClose()
	if !win.closed || len(b.backups(own)) != 1 {
		t.Errorf("closed: %v, and on this computer: %q", win.closed, b.backups(own))
	}
	if state := b.w.app.BackupState(uidOf(t, b.path)); state.Trouble == nil || state.Trouble.Folder != stick {
		t.Errorf("for the next start is remembered: %+v", state)
	}
}

func TestOneFolderOfTwoIsEnoughForTheDay(t *testing.T) {
	b, own := newKeeper(t, nil)
	folder := t.TempDir()
	b.w.app.Prefs.SetBackupFolder(b.shop().UID, folder)
	b.w.app.Prefs.SetSecondFolder(b.shop().UID, filepath.Join(t.TempDir(), "SHOP"))
	b.pass()
	b.pass()
	if len(b.backups(folder)) != 1 || len(b.backups(own)) != 0 {
		t.Errorf("in the folder %q, and in the program's own %q", b.backups(folder), b.backups(own))
	}
}

func TestStickThatIsNotPluggedInIsNoPopUp(t *testing.T) {
	b, own := newKeeper(t, nil)
	stick := filepath.Join(t.TempDir(), "SHOP")
	b.w.app.Prefs.SetBackupFolder(b.shop().UID, stick)
	b.pass()
	if kit.SheetOpen(b.w.canvas()) || b.w.layer.ToastText() != "" {
		t.Error("a backup nobody asked for spoke up")
	}
	if len(b.backups(own)) != 1 {
		t.Error("without its stick the shop has no backup")
	}
	if got := b.w.rail.backup.line.Text(); !strings.Contains(got, "No backup in “SHOP”") {
		t.Errorf("the corner says %q", got)
	}
	s := b.w.screens[PlaceToday].(*todayScreen)
	if len(s.rows) != 1 {
		t.Fatalf("today has %d rows", len(s.rows))
	}
	b.must(os.Mkdir(stick, 0o700))
	b.w.canvas().Focus(s.rows[0].FocusTarget())
	b.keys("Return") // Back up now
	if len(b.backups(stick)) != 1 {
		t.Error("the button made no backup")
	}
	if len(s.rows) != 0 {
		t.Error("with the backup made, today still warns")
	}
}

func TestTodayWarnsAfterAWeek(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Prefs.SetBackups(b.shop().UID, []app.FolderBackup{{Folder: "/media/SHOP", At: b.clock.Now(), Path: "/media/SHOP/x.goodturn"}})
	for days, rows := range map[int]int{0: 0, 7: 0, 8: 1} {
		state := b.w.app.BackupState(b.shop().UID)
		if got := state.Stale(b.clock.Now().AddDate(0, 0, days)); got != (rows == 1) {
			t.Errorf("after %d days stale is %v", days, got)
		}
	}
	b.clock.Days(8)
	showBackup(b.w)
	if rows := b.w.screens[PlaceToday].(*todayScreen).rows; len(rows) != 1 {
		t.Errorf("today has %d rows, not the one about the backup", len(rows))
	}
}

func TestNoBackupOfAFileHeldElsewhere(t *testing.T) {
	b, own := newKeeper(t, nil)
	b.w.app.Close()
	other, err := claim.Take(b.path, b.deskAt("BACK-ROOM"), false)
	b.must(err)
	t.Cleanup(other.Release)
	b.more = append(b.more, app.OneWindow(b.deskAt("COUNTER")))
	b.open()
	if b.w.app.Holder() == nil {
		t.Fatal("the file is not held elsewhere")
	}
	b.pass()
	b.w.app.BackUpOnClosing(app.BackupWatch{})
	b.w.do("backup")
	if _, err := os.Stat(own); err == nil || !kit.SheetOpen(b.w.canvas()) {
		t.Error("a backup was made of a file that somebody else is writing to, or nothing was said")
	}
}

// The corner has room for all its lines when a backup makes them more, at the largest text in the smallest window.
func TestCornerGrowsWithItsWords(t *testing.T) {
	b, _ := newKeeper(t, nil)
	folder := filepath.Join(t.TempDir(), "The blue USB stick of Anna, second drawer from the top")
	b.must(os.Mkdir(folder, 0o700))
	b.w.app.Prefs.SetBackupFolder(b.shop().UID, folder)
	b.w.win.Resize(fyne.NewSize(1024, 700))
	b.w.app.Prefs.SetTextScale(1.7)
	b.w.applyLook()
	b.pass()
	corner := b.w.rail.backup
	if !strings.Contains(corner.line.Text(), "second drawer") {
		t.Fatalf("the corner says %q", corner.line.Text())
	}
	foot := fyne.CurrentApp().Driver().AbsolutePositionForObject(corner.line).Y + corner.line.HeightFor(corner.line.Size().Width)
	if edge := b.w.layer.Size().Height; foot > edge {
		t.Errorf("it ends at %g, the window at %g", foot, edge)
	}
}
