package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
)

func TestKeepAListAndFindItAgain(t *testing.T) {
	b, s := tagged(t)
	s.ask(models.CustomerFilter{Rungs: []models.Rung{models.RungRepeat}})
	s.onKeepList()
	b.topSave()
	if !strings.Contains(b.sheetWords(), "Please give the list a name.") {
		t.Fatalf("a list without a name: %q", b.sheetWords())
	}
	b.typed("Coming back")
	b.keys(fyne.KeyReturn)
	if s.count.Text() != "Coming back: 1 customer" || b.w.layer.ToastText() != "“Coming back” is kept under Lists." {
		t.Errorf("%q, %q", s.count.Text(), b.w.layer.ToastText())
	}
	s.showEverybody()
	b.w.canvas().Focus(s.listsMenu)
	b.keys(fyne.KeyReturn, fyne.KeyReturn)
	wantNames(t, s.listed(), "Ben Castillo")

	// The same name takes its place, in any case.
	s.ask(models.CustomerFilter{Rungs: []models.Rung{models.RungProspect}})
	b.must(s.keepList("COMING BACK", s.asking()))
	lists, err := b.store().Lists()
	b.must(err)
	if len(lists) != 1 || lists[0].Name != "COMING BACK" {
		t.Fatalf("kept are %+v", lists)
	}
	b.must(b.store().UndoLast())
	if s.named.Name != "Coming back" {
		t.Errorf("after Undo the list is called %q", s.named.Name)
	}
}

func TestFindingSomebodyStaysInTheListOrSaysThatItIsLeft(t *testing.T) {
	b, s := tagged(t)
	s.ask(models.CustomerFilter{Rungs: []models.Rung{models.RungRepeat}})
	b.must(s.keepList("Coming back", s.asking()))
	found := func(name string) models.CustomerID {
		rows, err := b.store().FindCustomers(name, 1)
		if err != nil || len(rows) != 1 {
			t.Fatal("no", name, err)
		}
		return rows[0].ID
	}
	b.w.OpenCustomer(found("Ben"))
	if wantNames(t, s.listed(), "Ben Castillo"); s.named.Name != "Coming back" {
		t.Error("the list is left for somebody who is on it")
	}
	b.w.OpenCustomer(found("Ann"))
	if said := b.w.layer.ToastText(); said != "Not on “Coming back”, so everybody is shown again." || len(s.listed()) < 2 {
		t.Errorf("told %q, listed %v", said, s.listed())
	}
}

func TestRenameAndDeleteAList(t *testing.T) {
	b, s := tagged(t)
	b.must(s.keepList("Cards", models.CustomerFilter{}))
	showLists(s)
	b.must(b.tapInSheet("Rename"))
	b.keys(fyne.KeyReturn) // the same name
	b.must(b.tapInSheet("Delete"))
	if lists, err := b.store().Lists(); err != nil || len(lists) != 0 || !strings.Contains(b.sheetWords(), "You keep no list") {
		t.Errorf("left are %+v, %v; the sheet says %q", lists, err, b.sheetWords())
	}
	b.must(b.tapInSheet("Undo"))
	if lists, err := b.store().Lists(); err != nil || len(lists) != 1 || !strings.Contains(b.sheetWords(), "Cards") {
		t.Errorf("after Undo there are %+v, %v; the sheet says %q", lists, err, b.sheetWords())
	}
}

func TestAListOfANewerProgramIsASentence(t *testing.T) {
	b, s := tagged(t)
	s.openList(models.SavedList{ID: 1, Name: "Next year", Filter: `{"version": 99}`})
	if !strings.Contains(b.sheetWords(), "“Next year” was made by a newer Goodturn") || s.rows.len() != 5 {
		t.Errorf("it says %q and lists %d", b.sheetWords(), s.rows.len())
	}
}

func TestTagsAreRenamedAndDeleted(t *testing.T) {
	b, _ := tagged(t)
	showTags(b.w)
	if !strings.Contains(b.sheetWords(), "club") || !strings.Contains(b.sheetWords(), "2 customers") {
		t.Fatalf("the tags are %q", b.sheetWords())
	}
	b.must(b.tapInSheet("Rename"))
	b.typed("society")
	b.keys(fyne.KeyReturn)
	if tags, err := b.store().Tags(); err != nil || tags[0].Name != "society" || !strings.Contains(b.sheetWords(), "society") {
		t.Errorf("renamed to %+v, %v; the sheet says %q", tags, err, b.sheetWords())
	}
	b.must(b.tapInSheet("Delete"))
	if tags, err := b.store().Tags(); err != nil || len(tags) != 0 || !strings.Contains(b.sheetWords(), "2 customers had it") {
		t.Errorf("left are %+v, %v; the sheet says %q", tags, err, b.sheetWords())
	}
}

// The name of a list stands for all of it and for nobody else.
func TestListLosesItsNameWithWhatMadeIt(t *testing.T) {
	b, s := tagged(t)
	b.must(s.keepList("Coming back", models.CustomerFilter{Rungs: []models.Rung{models.RungRepeat}}))
	open := func() {
		s.openList(s.named)
		if s.count.Text() != "Coming back: 1 customer" {
			t.Fatalf("it says %q", s.count.Text())
		}
	}
	open()
	s.filter.SetText("ben")
	s.onFiltered()
	if s.count.Text() != "1 customer" || s.listName() != "" {
		t.Errorf("with a text it says %q and is printed as %q", s.count.Text(), s.listName())
	}
	open()
	choices, err := s.choices()
	b.must(err)
	s.takeOff(choices[0])
	if s.count.Text() != "5 customers" || s.listName() != "" {
		t.Errorf("without its filter it says %q and is printed as %q", s.count.Text(), s.listName())
	}
}

// A list with nobody in it has no rows to be on.
func TestKeyboardIsNeverOnAListThatIsNotShown(t *testing.T) {
	b, s := tagged(t)
	b.must(s.keepList("Praised", models.CustomerFilter{Rungs: []models.Rung{models.RungAdvocate}}))
	for name, do := range map[string]func(){"opening a list": func() { s.openList(s.named) }, "choosing": s.chosen.begin, "letting all go": s.chosen.clear, "leaving the card": s.leaveCard} {
		s.openList(s.named)
		b.w.canvas().Unfocus()
		do()
		if s.rows.len() != 0 || b.w.canvas().Focused() != fyne.Focusable(s.filter) {
			t.Errorf("%s puts the keyboard on %T", name, b.w.canvas().Focused())
		}
	}
}

// Renaming leaves the keyboard on something that is there.
func TestKeyboardAfterRenaming(t *testing.T) {
	b, _ := tagged(t)
	showTags(b.w)
	b.must(b.tapInSheet("Rename"))
	b.typed("society")
	b.keys(fyne.KeyReturn, fyne.KeyReturn)
	if words := b.sheetWords(); !strings.Contains(words, "Another name for society") {
		t.Errorf("Enter on the next Rename shows %q", words)
	}
}

// Who is added while a list is shown that they are not on is in the book with Undo at hand, as ever.
func TestAddingSomebodyBesideAListOffersUndo(t *testing.T) {
	b, s := tagged(t)
	s.ask(models.CustomerFilter{Rungs: []models.Rung{models.RungRepeat}})
	b.must(s.keepList("Coming back", s.asking()))
	b.w.NewCustomer("Bob Reed")
	b.save()
	if said := b.w.layer.ToastText(); b.inBook("Bob") != 1 || !strings.Contains(said, "Bob Reed") || s.narrowed() {
		t.Errorf("saved, the window says %q", said)
	}
	b.must(b.store().Undo(b.store().LastChange()))
	if b.inBook("Bob") != 0 {
		t.Error("undone, Bob is still in the book")
	}
}
