package views

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"goodturn/app"
	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// otherShop makes a shop file called name in a folder of its own.
func (b *bench) otherShop(name string) string {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), name+safekeep.Extension)
	store := modelstest.Open(b.t, path, b.clock)
	shop, err := store.Shop()
	b.must(err)
	shop.Name = name
	b.must(store.SaveShop(&shop))
	b.must(store.Close())
	return path
}

func TestOpenAnotherShopByItsPath(t *testing.T) {
	b := newBench(t, nil)
	path := b.otherShop("Quay Books")
	b.settings()
	b.typed("Harbour Bikes") // not left yet when the other shop is opened
	b.w.do("openFile")
	b.retype(`"` + filepath.Dir(path) + `"`) // as Windows copies a path
	b.keys(fyne.KeyReturn)
	if !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("a folder is not a shop file")
	}
	b.retype(path)
	b.keys(fyne.KeyReturn)
	if kit.SheetOpen(b.w.canvas()) || b.shop().Name != "Quay Books" || b.w.win.Title() != "Quay Books – Goodturn" {
		t.Fatalf("open is %q, titled %q", b.shop().Name, b.w.win.Title())
	}
	if b.w.app.Prefs.LastFile() != path {
		t.Errorf("the next start opens %q", b.w.app.Prefs.LastFile())
	}
	found, err := models.Inspect(context.Background(), b.path)
	if b.must(err); found.ShopName != "Harbour Bikes" {
		t.Errorf("what was typed in the first shop is lost: %q", found.ShopName)
	}
}

func TestWalkToAShopFileByKeyboard(t *testing.T) {
	b := newBench(t, nil)
	path := b.otherShop("Quay Books")
	up := filepath.Dir(filepath.Dir(path))
	b.w.do("openFile")
	b.retype(up)
	b.keys(fyne.KeyReturn) // lists the folder around it
	for range app.Drives() {
		b.keys(fyne.KeyTab)
	}
	b.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyHome)
	for range 10 { // down to the folder it lies in
		if entry := b.sheetPath(); entry == filepath.Dir(path) {
			break
		}
		b.keys(fyne.KeyDown)
	}
	b.keys(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	if b.shop().Name != "Quay Books" {
		t.Errorf("walked to %q, open is %q", b.sheetPath(), b.shop().Name)
	}
}

// sheetPath is what the path of the chooser in front says, "" where there is none.
func (b *bench) sheetPath() string {
	b.t.Helper()
	layer, ok := b.w.canvas().Overlays().Top().(*kit.Layer)
	if !ok {
		return ""
	}
	for _, o := range test.LaidOutObjects(layer) {
		if entry, ok := o.(*kit.Entry); ok {
			return entry.Text
		}
	}
	return ""
}

func TestFilesThatAreNoShop(t *testing.T) {
	b := newBench(t, nil)
	folder := t.TempDir()
	text := filepath.Join(folder, "letter.goodturn")
	b.must(os.WriteFile(text, []byte(strings.Repeat("Dear Ann, ", 1000)), 0o600))
	empty := filepath.Join(folder, "empty.goodturn")
	b.must(os.WriteFile(empty, nil, 0o600))
	newer := b.otherShop("From the future")
	b.makeNewer(newer)
	for path, want := range map[string]string{
		text: "not a Goodturn shop file", empty: "not a Goodturn shop file", newer: "newer Goodturn",
		filepath.Join(folder, "gone.goodturn"): "no file at that place", b.path: "working in", "": "choose",
	} {
		before, _ := os.ReadFile(path)
		b.w.do("openFile")
		b.retype(path)
		b.topSave()
		if said := b.sheetWords(); !strings.Contains(said, want) || b.shop().Name != "Harbour Cycles" {
			t.Errorf("%s: told %q, not %q", filepath.Base(path), said, want)
		}
		if b.sheetPath() != path {
			t.Errorf("%q became %q", path, b.sheetPath())
		}
		b.keys(fyne.KeyEscape)
		if after, _ := os.ReadFile(path); path != b.path && string(after) != string(before) {
			t.Errorf("%s was written to", filepath.Base(path))
		}
	}
}

// makeNewer writes another number of the schema into a shop file: SQLite keeps it at offset 60 ("Database File
// Format", 1.3), the largest byte first.
func (b *bench) makeNewer(path string) {
	b.t.Helper()
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	b.must(err)
	_, err = file.WriteAt([]byte{0, 0, 0x27, 0x0f}, 60)
	b.must(err)
	b.must(file.Close())
}

// sheetWords is everything that can be read on the sheet in front.
func (b *bench) sheetWords() string {
	b.t.Helper()
	var words []string
	for _, o := range test.LaidOutObjects(b.w.canvas().Overlays().Top()) {
		if line, ok := o.(*kit.RichLine); ok && line.Visible() {
			words = append(words, line.Text())
		}
	}
	return strings.Join(words, "\n")
}

func TestNewShopFile(t *testing.T) {
	b := newBench(t, nil)
	folder := t.TempDir()
	make := func(name string) {
		b.w.do("newFile")
		b.typed(name)
		b.keys(fyne.KeyTab)
		b.retype(folder)
		b.topSave()
	}
	make(" ")
	if !strings.Contains(b.sheetWords(), "give the shop a name") {
		t.Fatalf("a shop without a name: %q", b.sheetWords())
	}
	b.keys(fyne.KeyEscape)
	make("Büro: Ü/Ö")
	b.typed("Mike")
	b.topSave()
	if b.shop().Name != "Büro: Ü/Ö" || len(b.staffNames()) != 1 || b.w.place != PlaceToday {
		t.Fatalf("open is %q with %q, on %s", b.shop().Name, b.staffNames(), b.w.place)
	}
	if got := filepath.Base(b.store().Path()); got != "Büro Ü Ö.goodturn" {
		t.Errorf("the file is called %q", got)
	}
	make("Büro: Ü/Ö")
	if !strings.Contains(b.sheetWords(), "already") {
		t.Errorf("a second shop over the first: %q", b.sheetWords())
	}
}

func TestFoldersThatCannotBeUsedSayWhy(t *testing.T) {
	b := newBench(t, nil)
	file := filepath.Join(t.TempDir(), "a file")
	b.must(os.WriteFile(file, nil, 0o600))
	for path, want := range map[string]string{
		file:                            "is a file",
		"/proc":                         "Nothing can be written",
		filepath.Join(file, "a", "b"):   "There is no folder",
		filepath.Join(file+"s", "gone"): "There is no folder",
	} {
		b.w.do("newFile")
		b.typed("Quay Books")
		b.keys(fyne.KeyTab)
		b.retype(path)
		b.topSave()
		if said := b.sheetWords(); !strings.Contains(said, want) {
			t.Errorf("%s: told %q, not %q", path, said, want)
		}
		b.keys(fyne.KeyEscape)
	}
}

func TestNewFolderIsMadeWhereTheListIs(t *testing.T) {
	b := newBench(t, nil)
	folder := t.TempDir()
	c := showChooser(b.w, kit.NewForm(), choosing{start: folder, save: "Save", check: func(string) error { return nil }, then: func(string) {}})
	c.onNewFolder()
	for _, bad := range []string{" ", "..", "a/b"} {
		b.retype(bad)
		b.keys(fyne.KeyReturn)
		if said := b.sheetWords(); !strings.Contains(said, "give the folder a name") {
			t.Errorf("%q: told %q", bad, said)
		}
	}
	b.retype("Backups")
	b.keys(fyne.KeyReturn)
	want := filepath.Join(folder, "Backups")
	if !app.IsFolder(want) || c.folder != want || c.path.Text != want {
		t.Fatalf("listed is %s, chosen %s", c.folder, c.path.Text)
	}
	c.goTo(folder)
	c.onNewFolder()
	b.retype("Backups")
	b.keys(fyne.KeyReturn)
	if !strings.Contains(b.sheetWords(), "already") {
		t.Errorf("a second one of that name: told %q", b.sheetWords())
	}
}

func TestDroppedFiles(t *testing.T) {
	b := newBench(t, nil)
	path := b.otherShop("Quay Books")
	b.w.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("/tmp/prices.doc")})
	if kit.SheetOpen(b.w.canvas()) || !strings.Contains(b.w.layer.ToastText(), "prices.doc") {
		t.Errorf("a spreadsheet: told %q", b.w.layer.ToastText())
	}
	both := []fyne.URI{storage.NewFileURI(path + safekeep.HashSuffix), storage.NewFileURI(path)}
	b.w.onDropped(fyne.Position{}, both)
	if b.shop().Name != "Harbour Cycles" {
		t.Fatal("opened without asking")
	}
	b.topSave()
	if b.shop().Name != "Quay Books" {
		t.Errorf("open is %q", b.shop().Name)
	}
	b.must(os.WriteFile(path+"2.goodturn", []byte("no shop at all, as anybody can see"), 0o600))
	b.w.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path + "2.goodturn")})
	b.topSave()
	if !strings.Contains(b.sheetWords(), "not a Goodturn shop file") || b.shop().Name != "Quay Books" {
		t.Errorf("told %q; open is %q", b.sheetWords(), b.shop().Name)
	}
}

func TestStartWithoutAShopFile(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Close()
	aside := b.path + ".aside"
	b.must(os.Rename(b.path, aside))
	a := app.New(test.NewTempApp(t), app.InRow(), app.WithClock(b.clock.Now), app.WithTimer(b.after))
	t.Cleanup(a.Close)
	b.w = NewWindow(a, a.Open(b.path, false))
	b.w.win.Resize(fyne.NewSize(1280, 800))
	for _, name := range []string{"backup", "logVisit", "undo", "find"} {
		b.w.do(name) // nothing happens, and nothing breaks
	}
	b.keys(fyne.KeySpace) // Try again, too early
	if b.w.app.Store != nil {
		t.Fatal("a file that is not there was opened")
	}
	b.must(os.Rename(aside, b.path))
	b.keys(fyne.KeySpace)
	if b.w.app.Store == nil || b.shop().Name != "Harbour Cycles" || b.w.place != PlaceToday {
		t.Error("the file that is back was not opened")
	}
}

func TestBackupIsOpenedOnlyWhenTheOwnerIsSure(t *testing.T) {
	b := newBench(t, nil)
	folder := t.TempDir()
	b.w.app.Prefs.SetBackupFolder(b.shop().UID, folder)
	b.w.do("backup")
	made := b.backups(folder)[0]
	open := func() {
		b.w.do("openFile")
		b.retype(made)
		b.keys(fyne.KeyReturn)
		if !strings.Contains(b.sheetWords(), "This is a backup") || b.store().Path() != b.path {
			t.Fatalf("told %q, open is %s", b.sheetWords(), b.store().Path())
		}
	}
	open()
	b.keys(fyne.KeyEscape)
	b.must(safekeep.Verify(context.Background(), made))
	open()
	b.topSave()
	if b.store().Path() != made {
		t.Errorf("open is %s", b.store().Path())
	}
}
