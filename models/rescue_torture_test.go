package models_test

import (
	"context"
	"errors"
	"io/fs"
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

// rescuedName is the name of the file that a rescue makes.
const rescuedName = "rescued.goodturn"

func rescueBeside(path string) error {
	_, err := models.Rescue(context.Background(), path, filepath.Join(filepath.Dir(path), rescuedName), nil)
	return err
}

// Whatever the damage, a rescue ends with a file that is whole, or with a sentence and no file; the damaged file stays
// as it is.
func TestRescueOfAnyDamage(t *testing.T) {
	t.Parallel()
	shop := largerShop(t)
	path := filepath.Join(t.TempDir(), shopName)
	target := filepath.Join(filepath.Dir(path), rescuedName)
	for _, damage := range damages {
		rounds, refused, saved, lost := modelstest.Rounds(t, 1, 200), 0, 0, 0
		for range rounds {
			spoilt := damage.spoil(shop)
			mustWrite(t, path, spoilt)
			got, err := models.Rescue(t.Context(), path, target, nil)
			if now, readErr := os.ReadFile(path); readErr != nil || string(now) != string(spoilt) {
				t.Errorf("%s: the damaged file was touched (%v)", damage.name, readErr)
			}
			_, statErr := os.Stat(target)
			switch _, told := models.IsProblem(err); {
			case err == nil:
				if _, err := models.Inspect(t.Context(), target); err != nil {
					t.Errorf("%s: rescued, and not whole: %v", damage.name, err)
				}
				all := got.Total()
				saved, lost = saved+all.Saved, lost+all.Lost+all.Refused
			case !told:
				t.Errorf("%s: an error that is no Problem: %v", damage.name, err)
			case !errors.Is(statErr, fs.ErrNotExist):
				t.Errorf("%s: refused, and there is a file", damage.name)
			default:
				refused++
			}
			os.Remove(target)
			os.Remove(target + "-journal")
			if t.Failed() {
				keepFor(t, damage.name, spoilt)
				t.FailNow()
			}
		}
		t.Logf("%-20s %4d times: %d beyond rescue, in the others %d rows saved, %d known to be lost", damage.name, rounds, refused, saved, lost)
	}
}

// A rescue that is killed or cut short leaves the damaged file as it is, and never a file that could be taken for the
// whole of what can be saved.
func TestRescueCutShort(t *testing.T) {
	t.Parallel()
	shop := largerShop(t)
	damaged := with(shop, page*20, noise(page)...)
	folder := filepath.Join(t.TempDir(), "shop")
	path := put(t, folder, map[string][]byte{shopName: damaged})
	if err := rescueBeside(path); err != nil {
		t.Fatal(err)
	}
	whole, err := contentOf(filepath.Join(folder, rescuedName))
	if err != nil {
		t.Fatal(err)
	}
	kills, cuts, finished := modelstest.Rounds(t, 4, 25), modelstest.Rounds(t, 2, 25*len(lucks)), 0
	for range kills {
		path := put(t, folder, map[string][]byte{shopName: damaged})
		v := modelstest.StartVictim(t, "rescue", path)
		if line, _ := v.Hear(); line != "begins" {
			t.Errorf("the program said %q", line)
		}
		v.Kill(time.Duration(1+rand.IntN(250)) * time.Millisecond)
		finished += mustBeRescued(t, folder, damaged, whole, slices.Contains(v.Bury(), "done"))
	}
	for range cuts {
		disk := powercut.New(map[string][]byte{shopName: damaged})
		done := slices.Contains(cutShort(t, disk, "rescue", 1+rand.IntN(1500)), "done")
		for _, luck := range lucks {
			put(t, folder, disk.Left(dice(), luck))
			finished += mustBeRescued(t, folder, damaged, whole, done)
		}
	}
	t.Logf("%d kills, %d power cuts with %d outcomes; %d times the new file was there, 0 times in part", kills, cuts, len(lucks)*cuts, finished)
}

// mustBeRescued fails unless the rescued file is whole or, where it was not said to be done, cannot be taken for one.
// It gives how many files are whole: one or none.
func mustBeRescued(t *testing.T, folder string, damaged []byte, whole string, done bool) int {
	t.Helper()
	if now, err := os.ReadFile(filepath.Join(folder, shopName)); err != nil || string(now) != string(damaged) {
		t.Errorf("the damaged file was touched (%v)", err)
	}
	target := filepath.Join(folder, rescuedName)
	if err := openAndClose(target); err != nil {
		if done {
			t.Errorf("the rescued file does not open: %v", err)
		}
		return 0
	}
	got, err := contentOf(target)
	if err != nil || got != whole {
		t.Fatalf("(done: %v) a file that opens holds a part:\n%v\n%.600s", done, err, difference(whole, got))
	}
	return 1
}
