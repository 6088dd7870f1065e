package safekeep

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The stick is pulled out in the middle of a backup, at any step: its folder goes away. The other folder has the
// backup all the same, and of the stick there is a sentence, unless it was finished before.
func TestFolderGoesAwayHalfWay(t *testing.T) {
	store := shop(t, 1)
	rounds, gone := modelstest.Rounds(t, 12, 10), 0
	for round := range rounds {
		home, stick := t.TempDir(), filepath.Join(t.TempDir(), "stick")
		if err := os.Mkdir(stick, 0o700); err != nil {
			t.Fatal(err)
		}
		folders := []string{home, stick}
		if round%2 == 1 {
			folders = []string{stick, home}
		}
		pulled := rand.IntN(allDone + 1)
		result, err := elsewhere(into(t, store, 0, folders...)).Run(t.Context(), func(done, _ int) {
			if done >= pulled {
				os.RemoveAll(stick) // again and again: a pulled stick comes not back
			}
		})
		if err != nil {
			t.Fatalf("pulled out at %d: %v", pulled, err)
		}
		for _, place := range result.Places {
			switch {
			case place.Folder == home && place.Err != nil:
				t.Errorf("pulled out at %d: no backup in the other folder: %v", pulled, place.Err)
			case place.Folder == home:
				mustBeWhole(t, place.Path)
			case place.Err != nil:
				gone++
				if p, told := models.IsProblem(place.Err); !told || p.Field != "folder" {
					t.Errorf("pulled out at %d: an error that is no Problem: %v", pulled, place.Err)
				}
			}
		}
		mustHoldNoPart(t, home)
		mustHoldNoPart(t, filepath.Dir(store.Path()))
	}
	t.Logf("pulled out %d times, %d times before the backup there was done; 0 lost", rounds, gone)
	if gone == 0 {
		t.Error("it was never pulled out in time: nothing was tried")
	}
}

// mustHoldNoPart fails where something unfinished was left behind.
func mustHoldNoPart(t *testing.T, folder string) {
	t.Helper()
	if parts, _ := filepath.Glob(filepath.Join(folder, partStart+"*")); len(parts) > 0 {
		t.Errorf("left behind: %q", parts)
	}
}
