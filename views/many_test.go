package views

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// crowd opens the customers' page of a shop with three hundred of them, all chosen.
func crowd(t *testing.T) (*bench, *customersScreen) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		rows := func(yield func(models.ImportRow, error) bool) {
			for i := range 300 {
				if !yield(models.ImportRow{Line: i + 1, Customer: models.Customer{Name: fmt.Sprintf("Customer %03d", i)}}, nil) {
					return
				}
			}
		}
		if _, err := store.ImportCustomers(t.Context(), rows, models.ImportOptions{File: "people.csv"}, func(int) {}); err != nil {
			t.Fatal(err)
		}
	})
	b.w.Show(PlaceCustomers)
	s := b.w.screens[PlaceCustomers].(*customersScreen)
	s.chosen.onAll()
	return b, s
}

// haveTag is how many have the tag.
func (b *bench) haveTag(name string) int {
	b.t.Helper()
	tags, err := b.store().Tags()
	b.must(err)
	i := slices.IndexFunc(tags, func(tag models.TagRow) bool { return tag.Name == name })
	if i < 0 {
		return 0
	}
	return tags[i].N
}

// What is done with many who were chosen is one change, said once, taken back and done again by the same keys as with a few.
func TestManyChosenAreTaggedAndArchived(t *testing.T) {
	b, s := crowd(t)
	s.chosen.onTag()
	b.typed("Spring")
	b.topSave()
	if said := b.w.layer.ToastText(); said != "300 customers are tagged “Spring”." || b.haveTag("Spring") != 300 {
		t.Fatalf("told %q, %d have the tag", said, b.haveTag("Spring"))
	}
	b.w.do("undo")
	if said := b.w.layer.ToastText(); b.haveTag("Spring") != 0 || said != "Taken back." {
		t.Fatalf("undone %d have the tag, told %q", b.haveTag("Spring"), said)
	}
	b.w.do("redo")
	if said := b.w.layer.ToastText(); b.haveTag("Spring") != 300 || said != "300 customers are tagged “Spring”." {
		t.Fatalf("done again %d have the tag, told %q", b.haveTag("Spring"), said)
	}
	s.chosen.onArchive()
	b.topSave()
	if n, err := b.store().CountCustomers(models.CustomersArchived); err != nil || n != 300 || len(s.chosen.ids) != 0 {
		t.Fatalf("%d are in the archive, %d chosen, %v", n, len(s.chosen.ids), err)
	}
	s.ask(models.CustomerFilter{Set: models.CustomersArchived})
	s.chosen.onAll()
	s.chosen.onArchive()
	if n, err := b.store().CountCustomers(models.CustomersAll); err != nil || n != 300 || !strings.HasPrefix(b.w.layer.ToastText(), "300 customers are back in the book.") {
		t.Fatalf("%d are back, told %q, %v", n, b.w.layer.ToastText(), err)
	}
	b.w.do("undo")
	b.w.do("undo")
	if n, err := b.store().CountCustomers(models.CustomersAll); err != nil || n != 300 {
		t.Fatalf("after two steps back %d are in the book, %v", n, err)
	}
}

// The sheet of tags takes one from everybody who has it, however many, and its toast gives it back.
func TestATagOfManyIsTakenAway(t *testing.T) {
	b, s := crowd(t)
	deed, err := b.store().Tagging(s.chosen.list(), "Spring")
	b.must(err)
	b.must(b.store().Do(deed))
	showTags(b.w)
	b.must(b.tapInSheet("Delete"))
	if b.haveTag("Spring") != 0 || strings.Contains(b.sheetWords(), "300 customers\n") {
		t.Fatalf("%d have the tag: %q", b.haveTag("Spring"), b.sheetWords())
	}
	b.w.do("undo") // no key of the window works behind a sheet
	if b.haveTag("Spring") != 0 {
		t.Fatal("undone behind the sheet")
	}
	b.must(b.store().UndoLast())
	if b.haveTag("Spring") != 300 {
		t.Fatalf("undone %d have it", b.haveTag("Spring"))
	}
}

// Cancelled, nothing is changed, nothing is said, the sheet is open as it was, and the same can be done again.
func TestManyChosenCancelled(t *testing.T) {
	b, s := crowd(t)
	deed, err := b.store().Archiving(s.chosen.list(), models.ArchivedMoved)
	b.must(err)
	ended := false
	cancelled, cancel := context.WithCancel(t.Context())
	many := b.store().Begin(deed)
	r := b.w.newRunning("Archiving", func(error) { ended = true })
	r.onSlow()
	if !strings.Contains(b.sheetWords(), "Archiving") {
		t.Errorf("the sheet says %q", b.sheetWords())
	}
	r.cancel = cancel
	r.onDone(many.Run(cancelled, func(done, total int) { r.onProgress(done, total); r.onCancel() }))
	if n, err := b.store().CountCustomers(models.CustomersAll); err != nil || n != 300 || ended || b.store().CanUndo() || len(s.chosen.ids) != 300 {
		t.Errorf("cancelled: %d in the book, %d chosen, ended %v, %v", n, len(s.chosen.ids), ended, err)
	}
	b.w.doDeed("Archiving", deed, func(error) { ended = true })
	if n, err := b.store().CountCustomers(models.CustomersAll); err != nil || n != 0 || !ended {
		t.Errorf("done again: %d in the book, %v", n, err)
	}
}

// While many are changed no other change of many begins: two clicks are one.
func TestManyAreChangedOnce(t *testing.T) {
	b, s := crowd(t)
	deed, err := b.store().Tagging(s.chosen.list(), "Spring")
	b.must(err)
	b.w.changing = true
	b.w.doDeed("Tagging", deed, func(error) { t.Error("begun twice") })
	b.w.changing = false
	if b.haveTag("Spring") != 0 {
		t.Error("tagged all the same")
	}
}
