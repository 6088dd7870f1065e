package views

import (
	"os"
	"strings"
	"testing"

	"goodturn/app"
	"goodturn/models/modelstest"
)

// Shop files that were open are offered again, but for the one that is; one that is gone is taken off the list.
func TestRecentShopFiles(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("recent")
	if said := b.w.layer.ToastText(); !strings.Contains(said, "No other") {
		t.Errorf("of the first shop it says %q", said)
	}
	other := t.TempDir() + "/Corner Books.goodturn"
	store := modelstest.Open(t, other, b.clock)
	shop, err := store.Shop()
	b.must(err)
	shop.Name = "Corner Books"
	b.must(store.SaveShop(&shop))
	b.must(store.Close())
	b.w.openAndShow(other)
	b.w.openAndShow(b.path)
	b.w.do("recent")
	if words := b.sheetWords(); !strings.Contains(words, "Corner Books") || strings.Contains(words, b.path) {
		t.Fatalf("it offers %q", words)
	}
	b.must(os.Remove(other))
	b.w.openRecent(other)
	if said := b.w.layer.ToastText(); !strings.Contains(said, "Corner Books") || len(b.w.app.Prefs.Recent()) != 1 {
		t.Errorf("of the one that is gone it says %q, and keeps %q", said, b.w.app.Prefs.Recent())
	}
	b.w.forgetRecent()
	if list := b.w.app.Prefs.Recent(); len(list) != 0 {
		t.Errorf("forgotten, it is %q", list)
	}
}

// The sample shop is not among the owner's files.
func TestTheSampleIsNotRecent(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("sample")
	for _, path := range b.w.app.Prefs.Recent() {
		if path == app.SampleFile() {
			t.Error("the sample shop is among them")
		}
	}
}
