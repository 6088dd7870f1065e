package models_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/models/modelstest/powercut"
)

// guests is how many people the import of the tests brings.
const guests = 400

// importGuests imports a file of people whom the first customer sent.
func importGuests(path string) error {
	store, err := models.Open(path)
	if err != nil {
		return err
	}
	_, err = store.ImportCustomers(context.Background(), sequence(aFileOfGuests()), models.ImportOptions{File: "guests.csv"}, func(int) {})
	return errors.Join(err, store.Close())
}

func aFileOfGuests() iter.Seq[models.ImportRow] {
	return func(yield func(models.ImportRow) bool) {
		for n := range guests {
			row := sentBy(person(n+1, fmt.Sprint("Guest ", n), fmt.Sprintf("0171 555 %04d", n)), "Ann")
			if !yield(row) {
				return
			}
		}
	}
}

// An import is killed, the power goes, or the disk is full: all of the file's people are in the book, or none, and
// all when that was said.
func TestImportCutShort(t *testing.T) {
	t.Parallel()
	shop, imported := aShop(t), 0
	folder := filepath.Join(t.TempDir(), "shop")
	kills, cuts := modelstest.Rounds(t, 3, 25), modelstest.Rounds(t, 2, 25*len(lucks))
	for range kills {
		path := put(t, folder, map[string][]byte{shopName: shop})
		v := modelstest.StartVictim(t, "import", path)
		if line, _ := v.Hear(); line != "begins" {
			t.Errorf("the program said %q", line)
		}
		v.Kill(time.Duration(1+rand.IntN(400)) * time.Millisecond)
		imported += mustBeImported(t, path, slices.Contains(v.Bury(), "done"))
	}
	for range cuts {
		disk := powercut.New(map[string][]byte{shopName: shop})
		done := slices.Contains(cutShort(t, disk, "import", 1+rand.IntN(500)), "done")
		for _, luck := range lucks {
			imported += mustBeImported(t, put(t, folder, disk.Left(dice(), luck)), done)
		}
	}
	t.Logf("%d kills, %d power cuts with %d outcomes, 0 by halves; imported %d times", kills, cuts, len(lucks)*cuts, imported)
}

// mustBeImported fails unless all are in the book or, where that was not said, none. It gives how often all are: once
// or not.
func mustBeImported(t *testing.T, path string, done bool) int {
	t.Helper()
	if err := openAndClose(path); err != nil {
		t.Fatalf("it does not open: %v", err)
	}
	mustKeepJournal(t, path)
	checkRules(t, path)
	db := another(t, path)
	defer db.Close()
	switch n := one[int](t, db, "SELECT count(*) FROM customer c JOIN contact k ON k.customer_id = c.id JOIN referral_in r ON r.referee_id = c.id WHERE c.name LIKE 'Guest %'"); {
	case n == guests:
		return 1
	case n != 0 || done:
		t.Fatalf("(done: %v) %d of %d people are in the book", done, n, guests)
	}
	if n := one[int](t, db, "SELECT count(*) FROM customer"); n != 2 {
		t.Fatalf("there are %d customers, not the two there were", n)
	}
	return 0
}
