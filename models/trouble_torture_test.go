package models_test

import (
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/models/modelstest/powercut"
)

// troubles are ways for a disk to fail that pass, each with the Problems that tell the owner so.
var troubles = []struct {
	name  string
	how   powercut.Trouble
	tells []string
}{
	{"full", powercut.Full, []string{"file.full", "file.fullAtOpen"}},
	{"broken", powercut.Broken, []string{"file.disk", "file.cannotOpen", "file.folder"}},
	{"locked", powercut.Locked, []string{"file.disk", "file.cannotOpen", "file.folder", "file.readonly"}},
}

// The disk fails at a random moment while the program opens and saves, and is well again after the program has said
// so. The program says what is wrong, then does what it could not do, and nothing acknowledged is lost.
func TestDiskFailsForAWhile(t *testing.T) {
	t.Parallel()
	for _, trouble := range troubles {
		t.Run(trouble.name, func(t *testing.T) {
			rounds, acknowledged, refused := modelstest.Rounds(t, 4, 25), 0, map[string]int{}
			after, shop := filepath.Join(t.TempDir(), "after"), aShop(t)
			for round := range rounds {
				disk := powercut.New(map[string][]byte{shopName: shop})
				saved, why := throughTrouble(t, disk, trouble.how)
				for _, key := range why {
					refused[key]++
				}
				acknowledged += len(saved)
				mustHoldVisits(t, put(t, after, disk.Left(dice(), 1)), saved)
				if t.Failed() {
					t.Fatalf("in round %d, refused with %q", round, why)
				}
			}
			t.Logf("%d times, %d acknowledged visits, 0 lost; refused: %v", rounds, acknowledged, refused)
			for _, key := range trouble.tells {
				delete(refused, key)
			}
			for key := range refused {
				t.Errorf("the program said %s", key)
			}
		})
	}
}

// Where there is no room even for the name of a file, which SQLite does not say: the book opens, what needs room is refused because
// the disk is full, and nothing else is.
func TestNoRoomForAName(t *testing.T) {
	disk := powercut.New(map[string][]byte{shopName: aShop(t)})
	folder, unmount := onDisk(t, disk)
	defer unmount()
	disk.FailAt(1, powercut.Full)
	store, err := models.Open(filepath.Join(folder, shopName))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	elsewhere := t.TempDir()
	wantProblem(t, store.SaveStaff(&models.Staff{Name: "Ben"}), "file", "file.full")
	wantProblem(t, store.SaveDraft("visit", "x"), "file", "file.full")
	wantProblem(t, store.Sweep(t.Context()), "file", "file.full")
	wantProblem(t, store.Repair(t.Context(), nil), "file", "file.full")
	_, err = store.CopyTo(t.Context(), filepath.Join(folder, "copy"))
	wantProblem(t, err, "file", "file.full")
	_, err = store.CopyTo(t.Context(), filepath.Join(elsewhere, "copy"))
	if err != nil {
		t.Error(err)
	}
	_, err = models.Rescue(t.Context(), filepath.Join(elsewhere, "copy"), filepath.Join(folder, "saved"), nil)
	wantProblem(t, err, "file", "file.fullAtOpen")
	_, err = models.Open(filepath.Join(folder, "new"), models.Create())
	wantProblem(t, err, "file", "file.fullAtOpen")
	disk.Mend()
	if err := store.SaveStaff(&models.Staff{Name: "Ben"}); err != nil {
		t.Error(err)
	}
}

// throughTrouble has a victim save on the disk, which fails at a random moment until the victim has said that it was
// refused, and gives what it saved before and after, and the reasons it told.
func throughTrouble(t *testing.T, disk *powercut.Disk, how powercut.Trouble) (saved, why []string) {
	t.Helper()
	folder, unmount := onDisk(t, disk)
	defer unmount()
	disk.FailAt(1+rand.IntN(900), how)
	v := modelstest.StartVictim(t, "save", filepath.Join(folder, shopName))
	for line, alive := v.Hear(); alive; line, alive = v.Hear() {
		if key, isRefusal := strings.CutPrefix(line, "refused "); isRefusal {
			why = append(why, key)
			disk.Mend()
			v.GoOn()
			continue
		}
		if saved = append(saved, line); len(why) > 0 {
			break
		}
	}
	v.Kill(0)
	return append(saved, v.Bury()...), why
}
