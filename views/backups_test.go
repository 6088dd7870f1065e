package views

import (
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

// shelved is a bench with one backup in a folder of the owner's, of two customers, and a third customer since.
func shelved(t *testing.T) (b *bench, s *backupsScreen, folder string) {
	t.Helper()
	b = newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		modelstest.Customer(t, store, "Ann Hughes", "")
		modelstest.Customer(t, store, "Jürgen Müller", "")
	})
	folder = t.TempDir()
	b.w.app.Prefs.SetBackupFolder(b.shop().UID, folder)
	b.w.do("backup")
	modelstest.Customer(t, b.store(), "Sofía García", "")
	b.clock.Days(1)
	return b, b.shelf(), folder
}

// shelf opens the page of backups.
func (b *bench) shelf() *backupsScreen {
	b.t.Helper()
	b.w.do("backups")
	return b.w.screens[PlaceBackups].(*backupsScreen)
}

func (b *bench) customers() int {
	b.t.Helper()
	n, err := b.store().CountCustomers(models.CustomersAll)
	b.must(err)
	return n
}

func TestBackupsAreListed(t *testing.T) {
	b, s, folder := shelved(t)
	if len(s.stock.Backups) != 1 {
		t.Fatalf("listed: %+v", s.stock.Backups)
	}
	if got := s.briefly(s.stock.Backups[0]); got != "1 customer fewer than now" {
		t.Errorf("it differs by %q", got)
	}
	b.must(os.Truncate(s.stock.Backups[0].Path, 100))
	b.must(s.Reload())
	if badges := s.badges(s.stock.Backups[0]); len(badges) != 1 || badges[0].Text != "Damaged" {
		t.Errorf("of one that is cut short: %+v", badges)
	}
	b.must(os.RemoveAll(folder))
	b.must(s.Reload())
	if len(s.stock.Backups) != 0 || len(s.closed.Objects) != 1 {
		t.Errorf("without the folder: %+v, and %d sentences", s.stock.Backups, len(s.closed.Objects))
	}
}

func TestDifferenceInWords(t *testing.T) {
	for want, n := range map[string][2]int{
		"Customers and visits as now":                 {0, 0},
		"12 visits and 2 customers fewer than now":    {-2, -12},
		"1 visit fewer than now":                      {0, -1},
		"3 customers more than now":                   {3, 0},
		"2 visits and 1 customer more than now":       {1, 2},
		"5 visits fewer and 1 customer more than now": {1, -5},
		"1 customer fewer and 5 visits more than now": {-1, 5},
	} {
		if got := differenceText(n[0], n[1]); got != want {
			t.Errorf("%v: %q, not %q", n, got, want)
		}
	}
}

func TestRestoreByKeyboardAndUndo(t *testing.T) {
	b, s, _ := shelved(t)
	b.w.canvas().Focus(s.list)
	b.keys(fyne.KeyReturn) // the look at it
	if !kit.SheetOpen(b.w.canvas()) || b.customers() != 3 {
		t.Fatal("nothing may change before it was looked at")
	}
	b.topSave()
	if b.customers() != 2 {
		t.Fatalf("restored, there are %d customers", b.customers())
	}
	if b.w.layer.ToastAction() != "Undo" {
		t.Fatalf("told %q", b.w.layer.ToastText())
	}
	s = b.shelf()
	aside := 0
	for _, kept := range s.stock.Backups {
		if kept.Aside && kept.Customers == 3 {
			aside++
		}
	}
	if aside != 1 {
		t.Errorf("what was set aside is not listed: %+v", s.stock.Backups)
	}
	b.w.layer.TakeToast()
	if b.customers() != 3 {
		t.Errorf("put back, there are %d customers", b.customers())
	}
}

// The offer to undo a restore waits while the owner looks around, until something is changed in what was restored.
func TestUndoOfARestoreWaitsForAChange(t *testing.T) {
	b, s, _ := shelved(t)
	b.w.canvas().Focus(s.list)
	b.keys(fyne.KeyReturn)
	b.topSave()
	b.w.Show(PlaceCustomers)
	b.w.Say("Something else.")
	b.w.layer.HideToast()
	if b.w.layer.ToastAction() != "Undo" {
		t.Fatalf("after a look around it offers %q", b.w.layer.ToastAction())
	}
	modelstest.Customer(t, b.w.store(), "Zoe", "")
	if b.w.layer.ToastText() != "" {
		t.Errorf("after a change it says %q", b.w.layer.ToastText())
	}
}

func TestLookingAtABackupChangesNothing(t *testing.T) {
	b, s, _ := shelved(t)
	before := namesBeside(t, b.path)
	b.w.canvas().Focus(s.list)
	b.keys(fyne.KeyReturn)
	b.leaveSheet()
	if after := namesBeside(t, b.path); strings.Join(after, "|") != strings.Join(before, "|") || b.customers() != 3 {
		t.Errorf("left lying: %q, before %q", after, before)
	}
}

// namesBeside are the files in the folder of the shop file.
func namesBeside(t *testing.T, path string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func TestRefusalsAreSentences(t *testing.T) {
	b, s, folder := shelved(t)
	good := s.stock.Backups[0].Path
	raw, err := os.ReadFile(good)
	b.must(err)
	write := func(name string, content []byte) string {
		path := filepath.Join(folder, name)
		b.must(os.WriteFile(path, content, 0o600))
		return path
	}
	turned := append([]byte(nil), raw...)
	turned[len(turned)/2] ^= 1
	b.must(os.WriteFile(good, turned, 0o600))
	for path, sentence := range map[string]string{
		good: "not as it was made",
		write("words.goodturn", []byte("not a shop")): "not a backup",
		b.path:                                 "working with now",
		filepath.Join(folder, "gone.goodturn"): "not there any more",
	} {
		beginRestore(b.w, path)
		if got := b.sheetWords(); !strings.Contains(got, sentence) {
			t.Errorf("of %s is told %q", filepath.Base(path), got)
		}
		b.leaveSheet()
	}
	if b.customers() != 3 {
		t.Error("a refusal changed the shop")
	}
}

func TestCheckFindsATurnedBit(t *testing.T) {
	b, s, _ := shelved(t)
	kept := s.stock.Backups[0]
	s.onCheck(kept)
	if got := b.w.layer.ToastText(); !strings.Contains(got, "whole") {
		t.Errorf("of a good one is told %q", got)
	}
	raw, err := os.ReadFile(kept.Path)
	b.must(err)
	raw[len(raw)/2] ^= 1
	b.must(os.WriteFile(kept.Path, raw, 0o600))
	s.onCheck(kept)
	if badges := s.badges(kept); len(badges) != 1 || badges[0].Text != "Damaged" {
		t.Errorf("after the check: %+v", badges)
	}
}

func TestSealedCopyThereAndBack(t *testing.T) {
	b, s, folder := shelved(t)
	showSeal(b.w, s.stock.Backups[0])
	b.typed("four words in a row")
	b.keys(fyne.KeyReturn)
	b.typed("four words in a raw")
	b.topSave()
	if !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("two passphrases that differ were taken")
	}
	b.retype("four words in a row")
	b.w.canvas().FocusNext()
	b.retype(folder)
	b.topSave()
	sealed, err := filepath.Glob(filepath.Join(folder, "*"+safekeep.SealedSuffix))
	if b.must(err); len(sealed) != 1 {
		t.Fatalf("sealed: %q, told %q", sealed, b.w.layer.ToastText())
	}
	if begins := b.w.app.Prefs.Folder(app.FolderSealed, "elsewhere"); begins != folder {
		t.Errorf("the next one goes to %q", begins)
	}
	beginRestore(b.w, sealed[0])
	b.typed("not these words")
	b.keys(fyne.KeyReturn)
	if got := b.sheetWords(); !strings.Contains(got, "not the passphrase") {
		t.Errorf("of a wrong passphrase is told %q", got)
	}
	b.retype("four words in a row")
	b.keys(fyne.KeyReturn)
	b.topSave()
	if b.customers() != 2 {
		t.Errorf("restored from the sealed copy, there are %d customers", b.customers())
	}
}

func TestShopFileThatDoesNotOpenIsRestored(t *testing.T) {
	b, _, _ := shelved(t)
	b.w.app.Close()
	b.must(os.Truncate(b.path, 1000))
	tryAgain(b.w, b.path)
	if b.w.app.Store != nil {
		t.Fatal("a file cut short was opened")
	}
	showBackupsInstead(b.w, nil)
	shelf, err := b.w.app.Shelf()
	b.must(err)
	stock, err := shelf.Read(t.Context())
	b.must(err)
	if len(stock.Backups) != 1 {
		t.Fatalf("found: %+v", stock.Backups)
	}
	beginRestore(b.w, stock.Backups[0].Path)
	b.topSave()
	if b.w.app.Store == nil || b.customers() != 2 {
		t.Error("the shop is not back")
	}
}

// leaveSheet leaves the sheet in front as Escape does.
func (b *bench) leaveSheet() {
	b.t.Helper()
	kit.TopLayer(b.w.canvas()).OnEscape()
}

// Cancel that is pressed when the backup has just been read through shows no look at it, and leaves no copy.
func TestCancelAtTheEndOfReadingABackup(t *testing.T) {
	b := newBench(t, nil)
	done, late := false, false
	r := &running{w: b.w, cancel: func() {}, done: func(error) { done = true }, late: func() { late = true }}
	r.onCancel()
	r.onDone(nil)
	if done || !late {
		t.Errorf("shown %t, cleared away %t", done, late)
	}
}
