package models_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// Who may only look sees everything and changes nothing, whatever they try; the file stays to the last byte.
func TestLookingOnly(t *testing.T) {
	clock := modelstest.NewClock()
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	writer := modelstest.Open(t, path, clock)
	bitOfEverything(t, writer, clock)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	store, err := models.Open(path, models.ReadOnly("The counter PC"), models.WithClock(clock.Now))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	m := &models.Customer{Name: "Bob"}
	for name, deed := range map[string]func() error{
		"adding": func() error { return store.SaveCustomer(m) }, "taking out": func() error { return store.DeleteCustomer(1) },
		"thanking": func() error { return store.MarkThanked([]models.ThankYouID{1}, 0, "") }, "counting": store.Recount,
	} {
		err := deed()
		wantProblem(t, err, "file", "file.readOnly")
		if p, _ := models.IsProblem(err); p.Args["Holder"] != "The counter PC" {
			t.Errorf("%s: %v does not say who holds the file", name, err)
		}
	}
	if err := errors.Join(store.SaveDraft("visit", "x"), store.DropDraft("visit")); err != nil {
		t.Errorf("a draft that is not kept is no matter: %v", err)
	}
	if m.ID != 0 || store.CanUndo() || !store.IsReadOnly() || writer.IsReadOnly() {
		t.Error("who may only look has changed something")
	}
	if found, err := store.FindCustomers("hug", 5); err != nil || len(found) != 1 {
		t.Errorf("looking finds %v, %v", found, err)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(before, now) {
		t.Errorf("the file has changed (%v)", err)
	}
	modelstest.Customer(t, writer, "Carol", "")
	if found, err := store.FindCustomers("carol", 5); err != nil || len(found) != 1 {
		t.Errorf("what the holder saves is seen as %v, %v", found, err)
	}
}

// An older file is not brought up to date by somebody who may only look.
func TestLookingOnlyAtAnOlderFile(t *testing.T) {
	path, before := fixtureOf(t, 1)
	_, err := models.Open(path, models.ReadOnly("The counter PC"))
	wantProblem(t, err, "file", "file.readOnlyOlder")
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(before, now) {
		t.Errorf("the file has changed (%v)", err)
	}
}

// Every way of opening a connection has every setting as asked, read back from the connection itself.
func TestEveryConnectionIsSetUp(t *testing.T) {
	clock := modelstest.NewClock()
	store := modelstest.Open(t, filepath.Join(t.TempDir(), "shop.goodturn"), clock)
	bitOfEverything(t, store, clock)
	ways := map[string]func() error{
		"open":         func() error { return opens(store.Path()) },
		"open to look": func() error { return opens(store.Path(), models.ReadOnly("x")) },
		"make":         func() error { return opens(filepath.Join(t.TempDir(), "new"), models.Create()) },
		"inspect":      func() error { _, err := models.Inspect(t.Context(), store.Path()); return err },
		"glance":       func() error { _, err := models.Glance(t.Context(), store.Path()); return err },
		"copy":         func() error { _, err := store.CopyTo(t.Context(), filepath.Join(t.TempDir(), "copy")); return err },
	}
	for name, way := range ways {
		if err := way(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	defer models.SpoilSetting("cell_size_check")()
	for name, way := range ways {
		if err := way(); err == nil {
			t.Errorf("%s goes on with a setting that is not as asked", name)
		}
	}
}

// opens opens the file and closes it again.
func opens(path string, opts ...models.Option) error {
	store, err := models.Open(path, opts...)
	if err != nil {
		return err
	}
	return store.Close()
}

// Each save elsewhere makes the facts behind filters old. Where one may only look they go on answering while they are read anew, part
// by part, however often that happens; but not for long.
func TestLookingWhileAnotherSaves(t *testing.T) {
	clock := modelstest.NewClock()
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	writer := modelstest.Open(t, path, clock)
	store, err := models.Open(path, models.ReadOnly("The counter PC"), models.WithClock(clock.Now))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	want := func(n int, when string) {
		t.Helper()
		if counts, err := store.CustomerCounts(models.CustomerFilter{}); err != nil || counts.Fit != n {
			t.Errorf("%s it counts %d, %v, want %d", when, counts.Fit, err, n)
		}
	}
	readAnew := func() {
		t.Helper()
		for ready := false; !ready; {
			if ready, err = store.ReadyFilters(); err != nil {
				t.Fatal(err)
			}
		}
	}
	want(0, "at first")
	modelstest.Customer(t, writer, "Ann", "")
	want(0, "right after a save elsewhere")
	modelstest.Customer(t, writer, "Bob", "")
	readAnew()
	want(2, "read anew")
	modelstest.Customer(t, writer, "Carol", "")
	want(2, "after another save")
	if ready, err := store.ReadyFilters(); err != nil || ready {
		t.Fatalf("what is read in part is ready: %v, %v", ready, err)
	}
	modelstest.Customer(t, writer, "Dora", "")
	want(2, "while a save elsewhere comes between the parts")
	readAnew()
	modelstest.Customer(t, writer, "Eve", "")
	want(4, "after one that came when all was read")
	clock.Forward(2 * time.Minute)
	want(5, "minutes later, with nobody reading the parts,")
}
