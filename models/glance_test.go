package models_test

import (
	"os"
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

func TestGlance(t *testing.T) {
	store, clock := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann Hughes", "")
	gone := modelstest.Customer(t, store, "Peter Lowe", "")
	modelstest.Visit(t, store, ann, "Inner tube")
	if err := store.DeleteCustomer(gone); err != nil {
		t.Fatal(err)
	}
	shop, err := store.Shop()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "copy.goodturn")
	copied, err := models.CopyFile(t.Context(), store.Path(), path)
	if err != nil || copied.ShopUID != shop.UID {
		t.Fatalf("copied %+v, %v", copied, err)
	}
	want := models.Glimpse{ShopUID: shop.UID, ShopName: "Harbour Cycles", Version: copied.Version, Customers: 1, Visits: 1,
		LastVisit: models.MomentOf(clock.Now())}
	for _, file := range []string{store.Path(), path} {
		if seen, err := models.Glance(t.Context(), file); err != nil || seen != want {
			t.Errorf("a glance at %s gives %+v, %v", file, seen, err)
		}
	}
	want.Customers, want.Visits, want.LastVisit = 0, 0, 0
	if seen, err := models.Identify(t.Context(), path); err != nil || seen != want {
		t.Errorf("it identifies as %+v, %v", seen, err)
	}
}

func TestGlanceAtSomethingElse(t *testing.T) {
	store, _ := modelstest.New(t)
	raw, err := os.ReadFile("testdata/v1.goodturn")
	if err != nil {
		t.Fatal(err)
	}
	newer := append([]byte(nil), raw...)
	newer[60] = 0x7f // the first byte of user_version in SQLite's header
	for name, c := range map[string]struct {
		holds []byte
		key   string
	}{
		"nothing":    {nil, "file.notShop"},
		"words":      {[]byte("Dear Sir, the tyre I bought of you last week"), "file.notShop"},
		"cut short":  {raw[:len(raw)/2], "file.damaged"},
		"the future": {newer, "file.newer"},
	} {
		path := filepath.Join(t.TempDir(), "file.goodturn")
		if err := os.WriteFile(path, c.holds, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := models.Glance(t.Context(), path)
		if p, ok := models.IsProblem(err); !ok || p.Key != c.key {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := models.Glance(t.Context(), store.Path()+".gone"); err == nil {
		t.Error("a file that is not there was seen")
	}
}

// A phone of a customer who is not there: each page is sound, and the file is not.
func TestInspectFindsWhatBelongsToNobody(t *testing.T) {
	store, _ := modelstest.New(t)
	modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
	if _, err := models.Inspect(t.Context(), store.Path()); err != nil {
		t.Fatal(err)
	}
	db := raw(t, store.Path())
	if _, err := db.Exec("UPDATE contact SET customer_id = 999"); err != nil {
		t.Fatal(err)
	}
	_, err := models.Inspect(t.Context(), store.Path())
	if p, ok := models.IsProblem(err); !ok || p.Key != "file.damaged" {
		t.Errorf("inspected with %v", err)
	}
}
