package views

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

func TestChosenSurviveFilterAndReload(t *testing.T) {
	b, s := tagged(t)
	b.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeySpace) // Ben
	s.ask(models.CustomerFilter{Rungs: []models.Rung{models.RungProspect}})
	b.w.canvas().Focus(s.list)
	b.keys(fyne.KeySpace) // Ann
	s.showEverybody()
	if len(s.chosen.ids) != 2 || s.chosen.count.Text() != "2 chosen" || !s.chosen.bar.Visible() {
		t.Fatalf("%d are chosen, it says %q", len(s.chosen.ids), s.chosen.count.Text())
	}
	if ids, err := s.chosen.inOrder(models.CustomerSets[:1]); err != nil || !slices.Equal(ids, []models.CustomerID{1, 2}) {
		t.Errorf("in order they are %v, %v", ids, err)
	}
	b.must(b.store().DeleteCustomer(1))
	if s.chosen.count.Text() != "1 chosen" {
		t.Errorf("with Ann out of the book it says %q", s.chosen.count.Text())
	}
	s.list.TypedShortcut(&fyne.ShortcutSelectAll{})
	if s.chosen.count.Text() != "4 chosen" {
		t.Errorf("Ctrl+A: %q", s.chosen.count.Text())
	}
	s.chosen.clear()
	if s.chosen.bar.Visible() || len(s.chosen.ids) != 0 {
		t.Error("cleared, some are still chosen")
	}
}

// The button that begins to choose ends it too, and says so.
func TestChoosingIsEndedWhereItBegan(t *testing.T) {
	b, s := tagged(t)
	b.must(tapLabelled(s.content, "Choose"))
	if s.chosen.bar.Hidden || s.choosing.Text() != "Stop choosing" {
		t.Fatalf("choosing, the button says %q", s.choosing.Text())
	}
	s.chosen.onPick(0, 0, true)
	b.must(tapLabelled(s.content, "Stop choosing"))
	if !s.chosen.bar.Hidden || len(s.chosen.ids) != 0 || s.choosing.Text() != "Choose" {
		t.Errorf("it is not ended: %d are chosen, and the button says %q", len(s.chosen.ids), s.choosing.Text())
	}
}

func TestChosenAreTaggedAndUntagged(t *testing.T) {
	b, s := tagged(t)
	s.chosen.begin()
	b.must(tapLabelled(s.chosen.bar, "All 5"))
	b.must(tapLabelled(s.chosen.bar, "Tag…"))
	if said := b.sheetWords(); !strings.Contains(said, "Tag 5 customers") || !strings.Contains(said, "2 of 5") {
		t.Fatalf("the sheet says %q", said)
	}
	b.topSave()
	if !strings.Contains(b.sheetWords(), "Please give the tag a name.") {
		t.Fatalf("tagged with nothing: %q", b.sheetWords())
	}
	b.typed("newsletter")
	b.keys(fyne.KeyDown, fyne.KeyReturn)
	if said := b.w.layer.ToastText(); said != "5 customers are tagged “newsletter”." {
		t.Errorf("told %q", said)
	}
	s.chosen.onTag()
	b.must(b.tapInSheet("Take off")) // "club" comes first
	tags, err := b.store().Tags()
	if err != nil || tags[0].N != 0 || tags[1].N != 5 {
		t.Errorf("the tags are %+v, %v", tags, err)
	}
	b.w.do("undo")
	b.w.do("undo")
	if tags, err = b.store().Tags(); err != nil || len(tags) != 1 || tags[0].N != 2 {
		t.Errorf("after Undo the tags are %+v, %v", tags, err)
	}
}

func TestSixtyTagsAreFoundByTyping(t *testing.T) {
	b, s := tagged(t)
	for i := range 60 {
		b.must(b.store().TagCustomers([]models.CustomerID{3}, strings.Repeat("x", i%5+1)+string(rune('a'+i%26))+string(rune('a'+i/26))))
	}
	s.chosen.onAll()
	s.chosen.onTag()
	b.typed("clu")
	b.keys(fyne.KeyDown, fyne.KeyReturn)
	if said := b.w.layer.ToastText(); said != "5 customers are tagged “club”." {
		t.Errorf("told %q", said)
	}
}

func TestEnterInTheTagFieldGivesTheTag(t *testing.T) {
	b, s := tagged(t)
	s.chosen.onPick(0, 1, true)
	s.chosen.onTag()
	b.keys(fyne.KeyReturn)
	if !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("Enter in the empty field leaves the sheet")
	}
	b.typed("winter")
	b.keys(fyne.KeyReturn)
	if said := b.w.layer.ToastText(); said != "2 customers are tagged “winter”." {
		t.Errorf("told %q", said)
	}
}

// What was so already is said, and nothing else is taken back instead.
func TestTaggedAlready(t *testing.T) {
	b, s := tagged(t)
	s.chosen.onPick(0, 1, true)
	s.chosen.onTag()
	b.typed("club")
	b.topSave()
	if said := b.w.layer.ToastText(); said != "2 customers are tagged “club”." || b.w.layer.ToastAction() != "" {
		t.Errorf("told %q, with %q", said, b.w.layer.ToastAction())
	}
}
