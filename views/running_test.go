package views

import (
	"context"
	"errors"
	"testing"

	"goodturn/models"
	"goodturn/views/kit"
)

// An owner who has gone to another page while something was made stays there; a toast leads to what was made.
func TestWorkThatEndsElsewhereTakesNoPage(t *testing.T) {
	b := newBench(t, nil)
	shown := 0
	goElsewhere := func(context.Context, func(done, total int)) error { b.w.Show(PlaceLog); return nil }
	b.w.RunToShow("Checking the shop file", goElsewhere, func(error) { shown++ })
	if shown != 0 || b.w.place != PlaceLog || b.w.layer.ToastText() != "Checking the shop file: done." {
		t.Fatalf("shown %d times at %q, said %q", shown, b.w.place, b.w.layer.ToastText())
	}
	b.w.layer.TakeToast()
	if shown != 1 {
		t.Errorf("the toast's button shows it %d times", shown)
	}
	stay := func(context.Context, func(done, total int)) error { return nil }
	b.w.RunToShow("Checking the shop file", stay, func(error) { shown++ })
	if shown != 2 {
		t.Errorf("to an owner who waits it is shown %d times", shown)
	}
}

// What did not work out opens no sheet over an owner who types: it is said, and shown when they want to see it.
func TestTroubleDoesNotTakeTheKeyboard(t *testing.T) {
	b := newBench(t, nil)
	fail := func(context.Context, func(done, total int)) error {
		b.w.find.begin()
		return models.Problem{Field: "folder", Key: "backup.sameFolder"}
	}
	b.w.Run("Writing the file", fail, b.w.Trouble)
	if kit.SheetOpen(b.w.canvas()) || b.w.canvas().Focused() != b.w.find.box.FocusTarget() {
		t.Fatal("a sheet takes the keyboard")
	}
	if b.w.layer.ToastText() == "" {
		t.Fatal("nothing is said")
	}
	b.w.layer.TakeToast()
	if !kit.SheetOpen(b.w.canvas()) {
		t.Error("the button shows nothing")
	}
}

// An import that ends while the owner types into the search box leaves the keyboard there, and one that ends while they are on
// another page leaves them that page.
func TestImportThatEndsElsewhere(t *testing.T) {
	b := newBench(t, nil)
	s := b.dropFile("people.csv", "Name,Phone\r\nPeter Lowe,0171 555 0120\r\n")
	s.tryOut()
	store := func(how func()) {
		s.run("Bringing in people.csv", func(context.Context, func(done, total int)) error { how(); return nil }, func(err error) { s.stored(models.ImportResult{}, err) })
	}
	store(b.w.find.begin)
	b.typed("gross")
	if b.w.find.box.Text() != "gross" || b.w.place != PlaceImport {
		t.Errorf("the search box holds %q at %q", b.w.find.box.Text(), b.w.place)
	}
	store(func() { b.w.Show(PlaceLog) })
	if b.w.place != PlaceLog {
		t.Errorf("the owner is at %q", b.w.place)
	}
	b.w.layer.TakeToast()
	if b.w.place != PlaceImport || s.done == nil {
		t.Errorf("the toast leads to %q", b.w.place)
	}
}

// Damage that is found in the background waits until the owner has typed.
func TestDamageWaitsForTheTyping(t *testing.T) {
	b := newBench(t, nil)
	b.w.find.begin()
	b.w.onDamage()
	if kit.SheetOpen(b.w.canvas()) || b.w.layer.ToastText() == "" {
		t.Error("a sheet takes the keyboard")
	}
	b.w.layer.TakeToast()
	if !kit.SheetOpen(b.w.canvas()) {
		t.Error("the button shows nothing")
	}
}

// Cancelled work says nothing, wherever the owner is.
func TestCancelledWorkElsewhereSaysNothing(t *testing.T) {
	b := newBench(t, nil)
	b.w.RunToShow("Checking", func(context.Context, func(done, total int)) error {
		b.w.Show(PlaceLog)
		return errors.Join(context.Canceled)
	}, func(error) { t.Error("told") })
	if said := b.w.layer.ToastText(); said != "" {
		t.Errorf("it says %q", said)
	}
}
