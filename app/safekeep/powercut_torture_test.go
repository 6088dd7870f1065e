package safekeep

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/models/modelstest/powercut"
)

// lucks is how much of what was not synced a disk keeps after a cut: nothing, about half, and all.
var lucks = []float64{0, 0.5, 0.5, 1}

// faults are the deeds with what must be so after a fault in the middle of each, in a folder with what the disk kept,
// given what the victim said was done.
var faults = []struct {
	deed     string
	longest  int // about how many changes to the disk it takes
	mustHold func(t *testing.T, folder string, said []string)
}{
	{"back up", 600, func(t *testing.T, folder string, said []string) {
		mustHoldBackups(t, folder, said)
		mustOpen(t, filepath.Join(folder, shopName)) // before it is only looked at: the journal may have to be played back
		if holds := customersIn(t, filepath.Join(folder, shopName)); holds < mostBackedUp(t, said) {
			t.Errorf("the shop file holds %d customers", holds)
		}
	}},
	{"back up to a stick", 300, mustHoldBackups},
	{"restore", 36, func(t *testing.T, folder string, said []string) {
		mustHoldOne(t, folder, said, 3, 2)
		mustBeWhole(t, filepath.Join(folder, firstName))
	}},
	{"put back", 6, func(t *testing.T, folder string, said []string) { mustHoldOne(t, folder, said, 3, 4) }},
	{"seal", 45, mustHoldSealed},
}

// The power goes at a random moment of a backup, a restore, its undoing and a sealing. What has a name is whole, what
// was said to be done is done, and the shop file is always one of the two it could be.
func TestPowerCuts(t *testing.T) {
	files := shelf(t)
	for _, fault := range faults {
		t.Run(fault.deed, func(t *testing.T) {
			cuts, outcomes, done, after := modelstest.Rounds(t, 2, 10*len(lucks)), 0, 0, filepath.Join(t.TempDir(), "after")
			for cut := range cuts {
				disk := powercut.New(files)
				said := cutShort(t, disk, fault.deed, 1+rand.IntN(fault.longest), files[shopName])
				if len(said) > 1 {
					done++
				}
				for _, luck := range lucks {
					put(t, after, disk.Left(rand.New(rand.NewPCG(rand.Uint64(), 0)), luck))
					fault.mustHold(t, after, said)
					if outcomes++; t.Failed() {
						t.Fatalf("in cut %d with luck %v, after it said %q: %q", cut, luck, said, namesIn(t, after))
					}
				}
			}
			t.Logf("%d power cuts, %d outcomes, 0 lost; done %d times", cuts, outcomes, done)
		})
	}
}

// cutShort has a victim do the deed on the disk until the power goes at the n-th change, or until the deed is done,
// and gives what it said was. Who says it is done after the power went says it to nobody.
func cutShort(t *testing.T, disk *powercut.Disk, deed string, n int, shop []byte) (said []string) {
	t.Helper()
	folder, unmount := onDisk(t, disk, shop)
	defer unmount()
	disk.FailAt(n, powercut.Cut)
	v := modelstest.StartVictim(t, deed, folder)
	for line, alive := v.Hear(); alive; line, alive = v.Hear() {
		if strings.HasPrefix(line, "refused") {
			if !disk.Fails() {
				t.Errorf("%s though there is power, after %q", line, said)
			}
			break
		}
		if line == "done" {
			if !disk.Fails() {
				said = append(said, line)
			}
			break
		}
		said = append(said, line)
	}
	v.Kill(0)
	v.Bury()
	return said
}

// mustHoldBackups fails unless every backup that has its name is whole, and the newest holds what was said to be
// backed up.
func mustHoldBackups(t *testing.T, folder string, said []string) {
	t.Helper()
	newest := 0
	for _, name := range namesIn(t, folder) {
		if strings.HasSuffix(name, Extension) && name != shopName && name != asideAtNoon {
			newest = max(newest, int(mustBeWhole(t, filepath.Join(folder, name))["customer"]))
		}
	}
	if newest < mostBackedUp(t, said) {
		t.Errorf("the newest backup holds %d customers", newest)
	}
}

func mustOpen(t *testing.T, path string) {
	t.Helper()
	store, err := models.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	store.Close()
}

func mostBackedUp(t *testing.T, said []string) (customers int) {
	t.Helper()
	if len(said) > 0 {
		if _, err := fmt.Sscanf(said[len(said)-1], "backed up %d", &customers); err != nil {
			t.Errorf("the program said %q", said)
		}
	}
	return customers
}

// mustHoldOne fails unless the shop file holds so many customers: before, or after if the victim was done; and the
// file with the others is there too.
func mustHoldOne(t *testing.T, folder string, said []string, before, after int) {
	t.Helper()
	holds := customersIn(t, filepath.Join(folder, shopName))
	if holds != after && (holds != before || slices.Contains(said, "done")) {
		t.Errorf("the shop file holds %d customers", holds)
	}
	found := holds == before
	for _, name := range namesIn(t, folder) {
		found = found || strings.Contains(name, "before restore") && strings.HasSuffix(name, Extension) &&
			customersIn(t, filepath.Join(folder, name)) == before
	}
	if !found {
		t.Error("what the shop file held in the beginning is nowhere")
	}
}

// mustHoldSealed fails unless each sealed copy that has its name opens to the backup.
func mustHoldSealed(t *testing.T, folder string, said []string) {
	t.Helper()
	want, found := mustHash(t, filepath.Join(folder, firstName)), false
	for _, name := range namesIn(t, folder) {
		if !strings.HasSuffix(name, SealedSuffix) {
			continue
		}
		hash := sha256.New()
		err := decrypt(t.Context(), filepath.Join(folder, name), goodPassphrase, hash, newMeter(nil))
		if got := hex.EncodeToString(hash.Sum(nil)); err != nil || got != want {
			t.Errorf("%s opens as %s with %v", name, got, err)
		}
		found = true
	}
	if slices.Contains(said, "done") && !found {
		t.Error("the sealed copy is gone")
	}
}
