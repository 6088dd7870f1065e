package models_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/models/modelstest/powercut"
)

// eraseSecond erases the second customer, who is the one that wholeVisit brought, and what is left of them in the
// free places of the file.
func eraseSecond(path string) error {
	store, err := models.Open(path)
	if err != nil {
		return err
	}
	_, err = store.EraseCustomer(2)
	if errors.Is(err, models.ErrNotFound) {
		err = nil // erased before the disk failed
	}
	if err == nil {
		err = store.Sweep(context.Background())
	}
	return errors.Join(err, store.Close())
}

// A person is erased while the program is killed, or the power goes. The person is there whole, or gone; and gone from
// every byte of the disk when that was said.
func TestErasingCutShort(t *testing.T) {
	t.Parallel()
	shop, erased := aShop(t), 0
	kills, cuts := modelstest.Rounds(t, 3, 25), modelstest.Rounds(t, 2, 25*len(lucks))
	folder := filepath.Join(t.TempDir(), "shop")
	for range kills {
		path := put(t, folder, map[string][]byte{shopName: shop})
		v := modelstest.StartVictim(t, "erase", path)
		if line, _ := v.Hear(); line != "begins" {
			t.Errorf("the program said %q", line)
		}
		v.Kill(time.Duration(1+rand.IntN(60)) * time.Millisecond)
		erased += mustBeErased(t, folder, slices.Contains(v.Bury(), "done"))
	}
	for range cuts {
		disk := powercut.New(map[string][]byte{shopName: shop})
		done := slices.Contains(cutShort(t, disk, "erase", 1+rand.IntN(700)), "done")
		for _, luck := range lucks {
			put(t, folder, disk.Left(dice(), luck))
			erased += mustBeErased(t, folder, done)
		}
	}
	t.Logf("%d kills, %d power cuts with %d outcomes, 0 by halves; erased %d times", kills, cuts, len(lucks)*cuts, erased)
}

// mustBeErased fails unless the person is there, if it was not said that they are not, or gone. It gives how many are
// gone: one or none.
func mustBeErased(t *testing.T, folder string, done bool) int {
	t.Helper()
	names, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range names {
		data, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if done && (bytes.Contains(data, []byte("Somebody")) || bytes.Contains(data, []byte("5550199"))) {
			t.Errorf("who was erased is still in %s", entry.Name())
		}
	}
	path := filepath.Join(folder, shopName)
	if err := openAndClose(path); err != nil {
		t.Errorf("it does not open: %v", err)
		return 0
	}
	mustKeepJournal(t, path)
	checkRules(t, path)
	db := another(t, path)
	defer db.Close()
	switch of := lines(t, db, "SELECT name, (SELECT count(*) FROM contact WHERE customer_id = 2) FROM customer WHERE id = 2"); {
	case slices.Equal(of, []string{`"" 0`}):
		return 1
	case done || !slices.Equal(of, []string{`"Somebody New" 1`}):
		t.Errorf("(done: %v) of the person there is %q", done, of)
	}
	return 0
}
