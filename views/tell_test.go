package views

import (
	"context"
	"testing"

	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// What ends after another shop was opened says and does nothing there.
func TestWorkIsOfTheShopItBeganWith(t *testing.T) {
	b := newBench(t, nil)
	other := t.TempDir() + "/other.goodturn"
	b.must(modelstest.Open(t, other, b.clock).Close())
	told := 0
	open := func(context.Context, func(done, total int)) error { return b.w.app.Open(other, false) }
	b.w.Run("Opening", open, func(error) { told++ })
	if told != 0 {
		t.Error("the work of one shop is told to the other")
	}
	b.w.Run("Nothing", func(context.Context, func(done, total int)) error { return nil }, func(error) { told++ })
	if told != 1 {
		t.Errorf("its own work is told %d times", told)
	}
}

// A picture made small while another shop was opened belongs to nobody there.
func TestPhotoOfAnotherShop(t *testing.T) {
	b, c := annsCard(t)
	other := t.TempDir() + "/other.goodturn"
	store := modelstest.Open(t, other, b.clock)
	shop, err := store.Shop()
	b.must(err)
	shop.Name = "Other Cycles"
	b.must(store.SaveShop(&shop))
	for range 3 {
		modelstest.Customer(t, store, "Somebody else", "")
	}
	b.must(store.Close())
	id, was := c.id, b.store()
	b.must(b.w.app.Open(other, false))
	b.w.opened(nil)
	c.madeSmall(was, id, "Ann Hughes", "ann.png", []byte("x"), nil)
	if words := b.sheetWords(); words != "" {
		t.Errorf("it says %q", words)
	}
	if file, err := b.store().Photo(id); err != nil || len(file) != 0 {
		t.Errorf("somebody has %d bytes of a photo, %v", len(file), err)
	}
}

// What was said in passing goes with its page; what was done is taken back from the next as well.
func TestWhatIsSaidGoesWithItsPage(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("newSpecialist")
	b.typed("Spoke Works")
	b.topSave()
	if b.w.place != PlaceSpecialists || b.w.layer.ToastAction() != kit.T("undo") {
		t.Fatalf("saved, %s says %q", b.w.place, b.w.layer.ToastText())
	}
	b.w.Show(PlaceSpecialists)
	if b.w.layer.ToastText() == "" {
		t.Error("it goes on its own page")
	}
	b.w.do("today")
	if said := b.w.layer.ToastText(); said != "" {
		t.Errorf("on the next page it still says %q", said)
	}
	b.w.do("undo")
	if left, err := b.store().Specialists(""); err != nil || len(left) != 0 {
		t.Errorf("%d are still there, %v", len(left), err)
	}
}

// The way back to a form that was left stands nowhere else: it stays over the pages for its time.
func TestTheWayBackToAFormStays(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("logVisit")
	b.typed("Ann")
	for _, place := range []string{"today", "thanks"} {
		b.w.do(place)
		if b.w.layer.ToastAction() != kit.T("draft.goOn") {
			t.Fatalf("on %s it offers %q", place, b.w.layer.ToastAction())
		}
	}
	b.w.layer.TakeToast()
	if b.w.place != PlaceVisit {
		t.Errorf("it leads to %s", b.w.place)
	}
}
