package views

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// meddle does what another program may do to the shop file.
func (b *bench) meddle(statements ...string) {
	b.t.Helper()
	db, err := sql.Open("sqlite", b.path)
	b.must(err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, statement := range statements {
		_, err := db.Exec(statement)
		b.must(err)
	}
}

// damage blanks the first page of a table in the shop file, as a failing disk may.
func (b *bench) damage(table string) {
	b.t.Helper()
	db, err := sql.Open("sqlite", b.path)
	b.must(err)
	var page, size int64
	b.must(db.QueryRow("SELECT rootpage FROM sqlite_master WHERE name = ?", table).Scan(&page))
	b.must(db.QueryRow("PRAGMA page_size").Scan(&size))
	b.must(db.Close())
	file, err := os.OpenFile(b.path, os.O_RDWR, 0)
	b.must(err)
	_, err = file.WriteAt(make([]byte, size), (page-1)*size)
	b.must(err)
	b.must(file.Close())
}

func twoPeople(t *testing.T) *bench {
	return newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		modelstest.Visit(t, store, modelstest.Customer(t, store, "Ann Hughes", ""), "saddle")
		modelstest.Customer(t, store, "Ben Castillo", "")
	})
}

func TestAWholeShopFileIsCheckedAndSaidToBeWell(t *testing.T) {
	b := twoPeople(t)
	b.pass() // the check in the background, among others
	if kit.SheetOpen(b.w.canvas()) {
		t.Fatalf("at the start it says %q", b.sheetWords())
	}
	b.w.do("checkFile")
	if said := b.sheetWords(); !strings.Contains(said, "All is well") {
		t.Errorf("it says %q", said)
	}
}

func TestWrongSumsArePutRight(t *testing.T) {
	b := twoPeople(t)
	b.meddle("UPDATE customer SET spent = 700, visit_n = 9", "DELETE FROM customer_search")
	b.w.do("checkFile")
	if said := b.sheetWords(); !strings.Contains(said, "2 sums are wrong") || !strings.Contains(said, "names or notes are not found") || !strings.Contains(said, "Nothing is lost") {
		t.Fatalf("it says\n%s", said)
	}
	b.topSave()
	if said := b.sheetWords(); !strings.Contains(said, "All is well") {
		t.Fatalf("afterwards it says\n%s", said)
	}
	if found, err := b.store().FindCustomers("Ben", 5); err != nil || len(found) != 1 {
		t.Errorf("Ben is not found: %v, %v", found, err)
	}
}

// What does not follow from anything is told, and not called mended.
func TestWhatCannotBePutRightIsOnlyTold(t *testing.T) {
	b := twoPeople(t)
	b.meddle("INSERT INTO undoing VALUES (1)")
	b.w.do("checkFile")
	if said := b.sheetWords(); !strings.Contains(said, "One thing is still open for somebody who is gone") {
		t.Errorf("it says\n%s", said)
	}
	for _, o := range test.LaidOutObjects(b.w.canvas().Overlays().Top()) {
		if button, ok := o.(*kit.Button); ok && (button.Text() == "Put it right" || button.Text() == "Rescue what can be read…") {
			t.Errorf("%q is offered", button.Text())
		}
	}
}

func TestADamagedFileIsToldAtTheStartAndRescued(t *testing.T) {
	b := twoPeople(t)
	b.damage("visit")
	damaged, err := os.ReadFile(b.path)
	b.must(err)
	b.pass()
	if said := b.sheetWords(); !strings.Contains(said, "The shop file is damaged") || !strings.Contains(said, "rescue what can be read") {
		t.Fatalf("at the start it says %q", said)
	}
	b.sheetButton("Rescue what can be read…").Tapped(nil)
	b.keys(fyne.KeyTab)
	folder := t.TempDir()
	b.retype(folder)
	b.topSave()
	said := b.sheetWords()
	for _, want := range []string{"This was rescued", "shop rescued.goodturn", "Customers\n2 saved", "Visits\n0 saved", "1 could not be read", "2 things in it were lost", "was not changed", b.path} {
		if !strings.Contains(said, want) {
			t.Errorf("the result does not say %q:\n%s", want, said)
		}
	}
	if now, err := os.ReadFile(b.path); err != nil || !bytes.Equal(now, damaged) {
		t.Errorf("the damaged file was changed (%v)", err)
	}
	b.topSave()
	wantCustomers(b, 2)
	if b.store().Path() != filepath.Join(folder, "shop rescued.goodturn") || kit.SheetOpen(b.w.canvas()) {
		t.Errorf("open is %s", b.store().Path())
	}
	b.w.do("checkFile")
	if said := b.sheetWords(); !strings.Contains(said, "All is well") {
		t.Errorf("of the rescued file it says\n%s", said)
	}
}

func TestTheMenusCheckLeadsToBackupAndRescueToo(t *testing.T) {
	b := twoPeople(t)
	b.damage("visit")
	b.w.do("checkFile")
	if said := b.sheetWords(); !strings.Contains(said, "The file is damaged in") {
		t.Fatalf("it says\n%s", said)
	}
	b.sheetButton("Restore a backup…").Tapped(nil)
	if kit.SheetOpen(b.w.canvas()) || b.w.place != PlaceBackups {
		t.Errorf("Restore a backup leads to %s", b.w.place)
	}
}

func TestARescueWritesOverNothing(t *testing.T) {
	b := twoPeople(t)
	askWhereToRescue(b.w, b.path)
	there := filepath.Join(filepath.Dir(b.path), "mine.goodturn")
	b.must(os.WriteFile(there, []byte("treasure"), 0o600))
	b.retype("mine")
	b.keys(fyne.KeyTab)
	b.retype(filepath.Dir(b.path))
	b.topSave()
	if said := b.sheetWords(); !strings.Contains(said, "There is a file “mine.goodturn” in this folder already") {
		t.Errorf("it says %q", said)
	}
	if data, err := os.ReadFile(there); err != nil || string(data) != "treasure" {
		t.Errorf("the file holds %q (%v)", data, err)
	}
}

// The page of a shop that does not open offers what helps with its trouble, and only that.
func TestTheTroublePageOffersWhatHelps(t *testing.T) {
	b := twoPeople(t)
	const again, restore, rescue = "Try again", "Restore a backup…", "Rescue what can be read…"
	for key, c := range map[string]struct{ has, hasNot []string }{
		"file.damaged":     {[]string{restore, rescue, again}, nil},
		"file.notShop":     {[]string{restore}, []string{again, rescue}},
		"file.newer":       {nil, []string{again, restore, rescue}},
		"file.missing":     {[]string{again, restore}, []string{rescue}},
		"file.folder":      {[]string{again}, []string{restore, rescue}},
		"file.busy":        {[]string{again}, []string{restore, rescue}},
		"file.disk":        {[]string{again, restore, rescue}, nil},
		"file.otherWindow": {[]string{again}, []string{restore, rescue}},
		"":                 {[]string{again, restore}, []string{rescue}},
	} {
		trouble := errors.New("ours")
		if key != "" {
			trouble = models.Problem{Field: "file", Key: key}
		}
		page, first := troublePage(b.w, trouble)
		if first == nil {
			t.Errorf("%s: the keyboard has nowhere to begin", key)
		}
		w := test.NewTempWindow(t, page)
		w.Resize(fyne.NewSize(900, 600))
		labels := buttonsOn(w.Content())
		for _, want := range append(c.has, "Open another shop file…", "New shop file…") {
			if !strings.Contains(labels, want+"\n") {
				t.Errorf("%s: %q is not offered", key, want)
			}
		}
		for _, no := range c.hasNot {
			if strings.Contains(labels, no+"\n") {
				t.Errorf("%s: %q is offered", key, no)
			}
		}
	}
}

func buttonsOn(o fyne.CanvasObject) (labels string) {
	for _, o := range test.LaidOutObjects(o) {
		if button, ok := o.(*kit.Button); ok && button.Visible() {
			labels += button.Text() + "\n"
		}
	}
	return labels
}

// A file whose head is gone does not open; from the page that says so, it is rescued and opened.
func TestADamagedFileThatDoesNotOpenIsRescued(t *testing.T) {
	b := twoPeople(t)
	b.w.app.Close()
	data, err := os.ReadFile(b.path)
	b.must(err)
	b.must(os.WriteFile(b.path, data[:len(data)*3/4], 0o600))
	a := app.New(test.NewTempApp(t), app.InRow(), app.WithClock(b.clock.Now), app.WithTimer(b.after))
	t.Cleanup(a.Close)
	b.w = NewWindow(a, a.Open(b.path, false))
	if labels := buttonsOn(b.w.win.Content()); !strings.Contains(labels, "Rescue") {
		t.Fatalf("offered are %q", labels)
	}
	askWhereToRescue(b.w, b.path)
	b.keys(fyne.KeyTab)
	b.retype(t.TempDir())
	b.topSave()
	if said := b.sheetWords(); !strings.Contains(said, "This was rescued") {
		t.Fatalf("it says\n%s", said)
	}
	b.topSave()
	if a.Store == nil || b.shop().Name != "Harbour Cycles" {
		t.Error("the rescued shop is not open")
	}
}

// Everything a check can find has its sentence, and every table a rescue counts its name.
func TestFindingsAndTablesHaveTheirWords(t *testing.T) {
	b, keys := twoPeople(t), textKeys(t)
	source, err := os.ReadFile("../models/check_rules.go")
	b.must(err)
	findings := regexp.MustCompile(`"(check\.\w+)"`).FindAllStringSubmatch(string(source), -1)
	if len(findings) < 5 {
		t.Fatalf("models can find only %q", findings)
	}
	for _, f := range findings {
		if !keys["found."+f[1]] || !keys["found."+f[1]+".why"] {
			t.Errorf("%s has no sentence", f[1])
		}
	}
	b.w.app.Close()
	saved, err := models.Rescue(t.Context(), b.path, filepath.Join(t.TempDir(), "rescued.goodturn"), nil)
	b.must(err)
	for _, table := range saved.Tables {
		if !keys["rescue.table."+table.Table] {
			t.Errorf("the table %s has no name", table.Table)
		}
	}
}

// A shop file on a stick that is not plugged in: trying again says that it is still not there, each time anew, and opens it once it is.
func TestTryingAgainSaysSo(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Close()
	away := b.path + ".unplugged"
	b.must(os.Rename(b.path, away))
	b.w.opened(b.w.app.Open(b.path, false))
	if said := wordsOn(b.w.layer); strings.Contains(said, "still") {
		t.Errorf("before the owner tries it says %q", said)
	}
	before := ""
	for range 2 {
		b.clock.Forward(time.Second)
		b.keys(fyne.KeyReturn)
		said := wordsOn(b.w.layer)
		if !strings.Contains(said, "it is still not there") || said == before {
			t.Errorf("tried again, it says %q", said)
		}
		before = said
	}
	b.must(os.WriteFile(b.path, []byte("a picture of a bicycle, say"), 0o600))
	b.keys(fyne.KeyReturn)
	if said := wordsOn(b.w.layer); !strings.Contains(said, "it still does not open") {
		t.Errorf("of what is no shop file it says %q", said)
	}
	b.must(os.Rename(away, b.path))
	tryAgain(b.w, b.path) // what is no shop file offers no second try
	if b.w.app.Store == nil || strings.Contains(wordsOn(b.w.layer), "still") {
		t.Errorf("it says %q", wordsOn(b.w.layer))
	}
}
