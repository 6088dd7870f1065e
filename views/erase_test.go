package views

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// eraseBench has Ann, whose name stands in a note about Ben too.
func eraseBench(t *testing.T) (b *bench, ann models.CustomerID, folder string) {
	b = newBench(t, func(store *models.Store, clock *modelstest.Clock) {
		ann = modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
		modelstest.Visit(t, store, ann, "saddle")
		ben := modelstest.Customer(t, store, "Ben Castillo", "")
		e := &models.VisitEntry{Visit: models.Visit{CustomerID: ben, At: models.MomentOf(clock.Now()), Note: "Came with Ann Hughes"}}
		if err := store.SaveVisit(e); err != nil {
			t.Fatal(err)
		}
	})
	folder = t.TempDir()
	b.w.app.Prefs.SetBackupFolder(b.shop().UID, folder)
	backUpNow(b.w)
	b.w.OpenCustomer(ann)
	return b, ann, folder
}

// eraseAnn erases whoever is on the card, by the keyboard.
func (b *bench) eraseAnn() {
	b.t.Helper()
	b.w.screens[PlaceCustomers].(*customersScreen).card.onErase()
	b.typed("ann hughes")
	b.keys(fyne.KeyReturn)
}

func TestAPersonIsErasedOnlyWhenTheirNameIsTyped(t *testing.T) {
	b, _, _ := eraseBench(t)
	card := b.w.screens[PlaceCustomers].(*customersScreen).card
	card.onErase()
	said := b.sheetWords()
	for _, want := range []string{"Erase Ann Hughes for good?", "What goes", "What stays", "without a name", "cannot be undone", "Nothing done before it can be undone", "Backups made earlier still hold this person"} {
		if !strings.Contains(said, want) {
			t.Errorf("the sheet does not say %q", want)
		}
	}
	b.topSave()
	b.typed("Ann")
	b.topSave()
	b.keys(fyne.KeyReturn)
	wantCustomers(b, 2)
	b.retype("Erase")
	b.topSave()
	wantCustomers(b, 1)
	if said := b.sheetWords(); !strings.Contains(said, "Ann Hughes is erased") || !strings.Contains(said, "still stands in one place") ||
		!strings.Contains(said, "Visit · Ben Castillo") || !strings.Contains(said, "Came with Ann Hughes") {
		t.Errorf("afterwards it says\n%s", said)
	}
	if data, err := os.ReadFile(b.path); err != nil || strings.Contains(string(data), "0171 555") {
		t.Errorf("the number is still in the file (%v)", err)
	}
	if b.store().CanUndo() {
		t.Error("Undo offers to bring her back")
	}
}

// What is being typed about somebody does not come back once they are erased.
func TestATypedVisitOfAnErasedPersonIsGone(t *testing.T) {
	b, ann, _ := eraseBench(t)
	b.w.LogVisit(VisitStart{Customer: ann})
	visit := b.w.screens[PlaceVisit].(*visitScreen)
	b.w.canvas().Focus(visit.requests[0].item.FocusTarget())
	b.typed("wheels for Ann Hughes")
	b.w.OpenCustomer(ann)
	b.eraseAnn()
	b.keys(fyne.KeyEscape)
	if b.w.layer.ToastText() != "" {
		t.Errorf("%q is offered", b.w.layer.ToastText())
	}
	b.w.LogVisit(VisitStart{})
	if said := wordsOn(b.w.win.Content()); strings.Contains(said, "Ann Hughes") {
		t.Error("the form still knows her")
	}
	b.w.Show(PlaceToday)
	if body, _, err := b.store().Draft(visitDraft); err != nil || strings.Contains(body, "Ann") {
		t.Errorf("the draft holds %q (%v)", body, err)
	}
}

func TestWhereANameStillStandsIsLookedAtOneByOne(t *testing.T) {
	b, _, _ := eraseBench(t)
	b.eraseAnn()
	b.w.canvas().FocusNext() // from the cross on to the list
	for range 5 {
		if _, ok := b.w.canvas().Focused().(*kit.List); ok {
			break
		}
		b.w.canvas().FocusNext()
	}
	b.keys(fyne.KeyHome, fyne.KeyReturn)
	if b.w.place != PlaceVisit || b.w.layer.ToastText() != "One place still had the name." {
		t.Fatalf("told %q at %s", b.w.layer.ToastText(), b.w.place)
	}
	asked, err := b.store().FindRequests(t.Context(), models.LogFilter{}, 0)
	b.must(err)
	entry, err := b.store().Visit(b.w.screens[PlaceVisit].(*visitScreen).base.Entry.Visit.ID)
	b.must(err)
	entry.Visit.Note = "Came with a friend"
	b.must(b.store().SaveVisit(entry))
	b.w.layer.TakeToast()
	if said := b.sheetWords(); strings.Contains(said, "still stands") {
		t.Errorf("looked again, it says\n%s (%d visits)", said, len(asked.IDs))
	}
}

func TestOlderBackupsGoOnlyAfterAFreshOneAndOnlyWhenSaid(t *testing.T) {
	b, _, folder := eraseBench(t)
	older := b.backups(folder)
	b.clock.Days(1)
	b.eraseAnn()
	b.sheetButton("Make a fresh backup and remove the older ones…").Tapped(nil)
	if len(older) != 1 || len(b.backups(folder)) != 2 {
		t.Fatalf("there are %q beside %q", b.backups(folder), older)
	}
	if said := b.sheetWords(); !strings.Contains(said, filepath.Base(older[0])) || !strings.Contains(said, folder) || !strings.Contains(said, "This file holds the shop as it was before") {
		t.Fatalf("asked\n%s", said)
	}
	b.keys(fyne.KeyReturn) // the cursor is on the way back
	if len(b.backups(folder)) != 2 {
		t.Fatal("Enter removed a backup")
	}
	fresh := &freshBackup{w: b.w}
	b.must(fresh.begin())
	b.topSave()
	left := b.backups(folder)
	if len(left) != 1 || left[0] == older[0] {
		t.Fatalf("left are %q", left)
	}
	files, err := os.ReadDir(folder)
	b.must(err)
	for _, file := range files {
		data, err := os.ReadFile(folder + "/" + file.Name())
		if err != nil || strings.Contains(string(data), "0171 555") {
			t.Errorf("%s still holds her (%v)", file.Name(), err)
		}
	}
	if said := b.w.layer.ToastText(); said != "One older file is gone. The fresh backup stays." {
		t.Errorf("told %q", said)
	}
}

// Folders that were backed up to earlier, and what a power cut left beside the shop file, hold the person too; a folder
// that is not there now is named.
func TestEverythingGoodturnKnowsOfIsCleared(t *testing.T) {
	b, _, before := eraseBench(t)
	b.clock.Days(1)
	drawer := filepath.Join(t.TempDir(), "STICK")
	b.must(os.Mkdir(drawer, 0o700))
	for _, folder := range []string{drawer, t.TempDir()} {
		b.w.app.Prefs.SetBackupFolder(b.shop().UID, folder)
		backUpNow(b.w)
	}
	b.must(os.RemoveAll(drawer))
	journal := models.JournalAside(b.path)
	b.must(os.WriteFile(journal, []byte("Ann Hughes"), 0o600))
	b.clock.Days(1)
	b.eraseAnn()
	if said := b.sheetWords(); !strings.Contains(said, "printed, saved as PDF") {
		t.Errorf("what Goodturn cannot reach is not named:\n%s", said)
	}
	b.sheetButton("Make a fresh backup and remove the older ones…").Tapped(nil)
	if said := b.sheetWords(); !strings.Contains(said, "STICK") || !strings.Contains(said, "power cut") || !strings.Contains(said, before) {
		t.Errorf("asked\n%s", said)
	}
	b.topSave()
	if _, err := os.Stat(journal); len(b.backups(before)) != 0 || !os.IsNotExist(err) {
		t.Errorf("left are %q, and the journal: %v", b.backups(before), err)
	}
}

func TestAroundShowsTheNameInALongText(t *testing.T) {
	long := strings.Repeat("a long story about wheels ", 10)
	if got := around(long+"and\nAnn Hughes came", "Ann Hughes"); !strings.HasPrefix(got, "…") || !strings.HasSuffix(got, "and Ann Hughes came") || len(got) > 80 {
		t.Errorf("around is %q", got)
	}
	if got := around("Ann Hughes", "Ben"); got != "Ann Hughes" {
		t.Errorf("of another name it is %q", got)
	}
}
