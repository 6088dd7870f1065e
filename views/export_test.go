package views

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// aBookToExport has four customers: one asked for no post, one for neither post nor calls, one was put away.
func aBookToExport(t *testing.T) (b *bench, ids []models.CustomerID) {
	b = newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		for _, c := range []models.Customer{{Name: "Ann Hughes"}, {Name: "Bob Ray", NoPost: true}, {Name: "José Díaz", NoPost: true, NoPhone: true}, {Name: "Dan Old"}} {
			c.Contacts = []models.Contact{{Kind: models.ContactPhone, Value: "0171 555"}}
			if err := store.SaveCustomer(&c); err != nil {
				t.Fatal(err)
			}
			ids = append(ids, c.ID)
		}
		if err := store.ArchiveCustomers(ids[3:], models.ArchivedMoved); err != nil {
			t.Fatal(err)
		}
	})
	b.w.app.Prefs.SetFolder(app.FolderExports, t.TempDir())
	return b, ids
}

// exportedNames gives the names in the only file of the folder things go to.
func (b *bench) exportedNames() (names []string) {
	b.t.Helper()
	folder := b.w.app.Prefs.Folder(app.FolderExports, "")
	there, err := os.ReadDir(folder)
	b.must(err)
	if len(there) != 1 {
		b.t.Fatalf("there are %v", there)
	}
	file, err := os.Open(filepath.Join(folder, there[0].Name()))
	b.must(err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	b.must(err)
	for _, row := range rows[1:] {
		names = append(names, row[0])
	}
	return names
}

// tickOn is the tick on the sheet in front whose words hold text.
func (b *bench) tickOn(text string) *kit.Tick {
	b.t.Helper()
	for _, o := range test.LaidOutObjects(b.w.canvas().Overlays().Top()) {
		if tick, ok := o.(*kit.Tick); ok && strings.Contains(tick.Text(), text) {
			return tick
		}
	}
	b.t.Fatalf("no tick says %q", text)
	return nil
}

func TestExportTheBookByKeyboard(t *testing.T) {
	b, _ := aBookToExport(t)
	b.w.do("exportCustomers")
	if said := b.sheetWords(); !strings.Contains(said, "All 3 customers in the book") || !strings.Contains(said, "keep") {
		t.Fatalf("the sheet says %q", said)
	}
	b.keys(fyne.KeyRight, fyne.KeySpace)
	if said := b.sheetWords(); !strings.Contains(said, "Excel, LibreOffice") {
		t.Errorf("of Excel it says %q", said)
	}
	b.keys(fyne.KeyLeft, fyne.KeySpace)
	b.topSave()
	if got := strings.Join(b.exportedNames(), ", "); got != "Ann Hughes, Bob Ray, José Díaz" {
		t.Errorf("in the file are %s", got)
	}
	if said := b.w.layer.ToastText(); !strings.Contains(said, "3 customers are in “Customers 2026") || b.w.layer.ToastAction() != "Show folder" {
		t.Errorf("told %q with %q", said, b.w.layer.ToastAction())
	}
}

func TestExportLeavesOutWhoAskedForIt(t *testing.T) {
	b, _ := aBookToExport(t)
	exportBook(b.w)
	test.Tap(b.tickOn("put away"))
	if said := b.sheetWords(); !strings.Contains(said, "All 4 customers") {
		t.Errorf("with the archive: %q", said)
	}
	test.Tap(b.tickOn("the one who asked for no calls"))
	if said := b.sheetWords(); !strings.Contains(said, "3 go into the file. One is left out") {
		t.Errorf("without one: %q", said)
	}
	test.Tap(b.tickOn("the 2 who asked for no post"))
	if said := b.sheetWords(); !strings.Contains(said, "2 go into the file. 2 are left out") {
		t.Errorf("without two: %q", said)
	}
	b.topSave()
	if got := strings.Join(b.exportedNames(), ", "); got != "Ann Hughes, Dan Old" {
		t.Errorf("in the file are %s", got)
	}
}

func TestExportWhoWasChosen(t *testing.T) {
	b, ids := aBookToExport(t)
	exportListed(b.w, ids[1:3], "No post")
	if said := b.sheetWords(); !strings.Contains(said, "The 2 customers of “No post”") {
		t.Errorf("the sheet says %q", said)
	}
	test.Tap(b.tickOn("no post"))
	b.topSave()
	if said := b.sheetWords(); !strings.Contains(said, "Nobody is left") {
		t.Errorf("of nobody it says %q", said)
	}
	b.keys(fyne.KeyEscape)
	exportChosen(b.w, []models.CustomerID{ids[2], ids[0]})
	b.topSave()
	if got := strings.Join(b.exportedNames(), ", "); got != "José Díaz, Ann Hughes" {
		t.Errorf("in the file are %s", got)
	}
	exportChosen(b.w, nil)
	if kit.SheetOpen(b.w.canvas()) || !strings.Contains(b.w.layer.ToastText(), "nobody") {
		t.Error("a list of nobody is exported")
	}
}

func TestExportAsksBeforeItReplaces(t *testing.T) {
	b, ids := aBookToExport(t)
	folder := b.w.app.Prefs.Folder(app.FolderExports, "")
	path := filepath.Join(folder, "Mine.csv")
	b.must(os.WriteFile(path, []byte("what was there"), 0o600))
	exportChosen(b.w, ids[:1])
	s := b.exportFields()
	s.name.SetText("Mine.CSV")
	b.topSave()
	if said := b.sheetWords(); !strings.Contains(said, "take its place") {
		t.Fatalf("asked %q", said)
	}
	b.keys(fyne.KeyEscape)
	if said := b.sheetWords(); strings.Contains(said, "already. Give the new one another name") {
		t.Errorf("after the question the sheet says it once more: %q", said)
	}
	if text, _ := os.ReadFile(path); string(text) != "what was there" {
		t.Fatal("it was replaced all the same")
	}
	b.topSave()
	b.topSave()
	if got := strings.Join(b.exportedNames(), ", "); got != "Ann Hughes" {
		t.Errorf("in the file are %s", got)
	}
}

// exportFields are the name and the folder on the sheet in front.
func (b *bench) exportFields() *exportPlace {
	b.t.Helper()
	var entries []*kit.Entry
	for _, o := range test.LaidOutObjects(b.w.canvas().Overlays().Top()) {
		if entry, ok := o.(*kit.Entry); ok {
			entries = append(entries, entry)
		}
	}
	if len(entries) != 2 {
		b.t.Fatalf("there are %d fields", len(entries))
	}
	return &exportPlace{name: entries[0], folder: entries[1]}
}

func TestExportSaysWhatIsWrongWithThePlace(t *testing.T) {
	b, ids := aBookToExport(t)
	exportChosen(b.w, ids[:1])
	s := b.exportFields()
	file := filepath.Join(t.TempDir(), "file")
	b.must(os.WriteFile(file, nil, 0o600))
	good := s.folder.Text
	for _, bad := range []struct{ name, folder, said string }{
		{" ", good, "needs a name"}, {"???", good, "needs a name"}, {"x", "", "choose"}, {"x", filepath.Join(good, "gone"), "no folder"}, {"x", file, "file"},
	} {
		s.name.SetText(bad.name)
		s.folder.SetText(bad.folder)
		b.topSave()
		if said := b.sheetWords(); !strings.Contains(strings.ToLower(said), strings.ToLower(bad.said)) || s.name.Text != bad.name || s.folder.Text != bad.folder {
			t.Errorf("%+v: told %q", bad, said)
		}
	}
	if there, _ := os.ReadDir(good); len(there) > 0 {
		t.Errorf("written was %v", there)
	}
}

func TestExportRemembersFolderAndKind(t *testing.T) {
	b, ids := aBookToExport(t)
	folder := t.TempDir()
	exportChosen(b.w, ids[:1])
	b.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	b.exportFields().folder.SetText(folder)
	b.topSave()
	if b.w.app.Prefs.ExportKind(app.BookCustomers) != app.ExportCard3 || b.w.app.Prefs.Folder(app.FolderExports, "") != folder {
		t.Errorf("remembered are %s and %s", b.w.app.Prefs.ExportKind(app.BookCustomers), b.w.app.Prefs.Folder(app.FolderExports, ""))
	}
	if text, _ := os.ReadFile(filepath.Join(folder, "Chosen customers "+string(b.store().Today())+".vcf")); !strings.Contains(string(text), "VERSION:3.0") {
		t.Errorf("written was %q", text)
	}
}
