package views

import (
	"context"
	"testing"

	"goodturn/models/modelstest"
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
