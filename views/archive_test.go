package views

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/models"
)

func TestArchiveNamesWhatIsOpenAndIsUndone(t *testing.T) {
	b, c := annsCard(t)
	c.onArchive()
	said := b.sheetWords()
	for _, want := range []string{"Move Ann Hughes to the archive", "1 promise to get back to them", "1 thing they wait for", "1 thank-you", "what was closed then stays closed", "You can undo this"} {
		if !strings.Contains(said, want) {
			t.Errorf("the sheet says %q, not %q", said, want)
		}
	}
	b.keys(fyne.KeyRight)
	if !strings.Contains(b.sheetWords(), "Nothing will ask you to write to them") {
		t.Errorf("of somebody who died it says %q", b.sheetWords())
	}
	b.topSave()
	who, err := b.store().Customer(c.id)
	if err != nil || who.State != models.CustomerArchived || who.ArchivedWhy != models.ArchivedDied {
		t.Fatalf("stored is %+v, %v", who, err)
	}
	if c.logVisit.Visible() || c.refer.Visible() || c.activity.object.Visible() || !slices.Contains(drawnWords(c.archived.object), "Back into the book") {
		t.Errorf("the card of somebody who died says %q", drawnWords(c.body))
	}
	b.w.do("undo")
	if !c.logVisit.Visible() || c.archived.object.Visible() || len(c.card.ToThank) == 0 {
		t.Error("Undo does not bring them back")
	}
}

func TestArchiveIsAListByItself(t *testing.T) {
	b, s := tagged(t)
	if slices.Contains(drawnWords(s.sets), "Archive 0") {
		t.Error("an archive with nobody in it is offered")
	}
	s.chosen.onPick(0, 1, true)
	s.chosen.onArchive()
	b.topSave()
	b.pass()
	wantNames(t, s.listed(), "Chen Wei", "Dana Fox", "Elsie Grant")
	if len(s.chosen.ids) != 0 || !slices.Contains(drawnWords(s.sets), "Archive 2") {
		t.Errorf("%d are still chosen; the groups are %q", len(s.chosen.ids), drawnWords(s.sets))
	}
	s.sets.SetValue(setKey(models.CustomersArchived))
	s.onFiltered()
	wantNames(t, s.listed(), "Ann Hughes", "Ben Castillo")
	s.chosen.onAll()
	s.chosen.onTag()
	if said := b.w.layer.ToastText(); !strings.Contains(said, "are in the archive") {
		t.Errorf("tagging the archive says %q", said)
	}
	s.chosen.onArchive() // which says "Back into the book" here
	if said := b.w.layer.ToastText(); said != "2 customers are back in the book. What was closed when they went stays closed." {
		t.Errorf("told %q", said)
	}
	s.showEverybody()
	if s.rows.len() != 5 {
		t.Errorf("back in the book are %q", s.listed())
	}
}

func TestSearchFindsTheArchivedAndSaysSo(t *testing.T) {
	b, _ := tagged(t)
	b.must(b.store().ArchiveCustomers([]models.CustomerID{1}, models.ArchivedMoved))
	options := b.w.find.search("ann hu")
	if len(options) == 0 || options[0].Badge != "Archived" {
		t.Errorf("the search offers %+v", options)
	}
	b.w.OpenCustomer(1)
	s := b.w.screens[PlaceCustomers].(*customersScreen)
	if s.card.name.Text() != "Ann Hughes" || !s.card.inArchive() || b.w.canvas().Focused() != fyne.Focusable(s.card.edit) {
		t.Errorf("it leads to %q", s.card.name.Text())
	}
}

// Of somebody in the archive who never came, nothing says that they may become a customer yet.
func TestTheCardOfTheDeadWaitsForNoFirstVisit(t *testing.T) {
	b := newBench(t, nil)
	walter := models.Customer{Name: "Walter Finch"}
	b.must(b.store().SaveCustomer(&walter))
	b.w.OpenCustomer(walter.ID)
	card := b.w.screens[PlaceCustomers].(*customersScreen).card
	if !card.rung.object.Visible() {
		t.Error("in the book nothing says how far he has come")
	}
	b.must(b.store().ArchiveCustomers([]models.CustomerID{walter.ID}, models.ArchivedDied))
	b.w.OpenCustomer(walter.ID)
	if card.rung.object.Visible() {
		t.Errorf("in the archive the card says %q", drawnWords(card.rung.object))
	}
}
