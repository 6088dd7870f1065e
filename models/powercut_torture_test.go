package models_test

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/models/modelstest/powercut"
)

// shopName is the shop file's name on a disk that fails.
const shopName = "shop.goodturn"

// onDisk mounts the disk, or skips the test where this computer does not allow it.
func onDisk(t *testing.T, disk *powercut.Disk) (folder string, unmount func()) {
	t.Helper()
	folder = t.TempDir()
	take, err := disk.Mount(folder)
	if err != nil {
		t.Skipf("no disk that fails here: %v", err)
	}
	return folder, func() {
		if err := take(); err != nil {
			t.Error(err)
		}
	}
}

// cutShort has a victim do the deed on the disk until the power goes at the n-th change, or until the deed is done,
// and gives what it said was. Who says it is done after the power went says it to nobody.
func cutShort(t *testing.T, disk *powercut.Disk, deed string, n int) (said []string) {
	t.Helper()
	folder, unmount := onDisk(t, disk)
	defer unmount()
	disk.FailAt(n, powercut.Cut)
	v := modelstest.StartVictim(t, deed, filepath.Join(folder, shopName))
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

// lucks is how much of what was not synced a disk keeps after a cut: nothing, about half, and all.
var lucks = []float64{0, 0.5, 0.5, 1}

// put makes a folder hold just these files, and gives the path of the shop file among them.
func put(t *testing.T, folder string, files map[string][]byte) (path string) {
	t.Helper()
	if err := errors.Join(os.RemoveAll(folder), os.Mkdir(folder, 0o700)); err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(folder, shopName)
}

// The power goes at a random moment while the program saves, sometimes while it makes its file or mends what the last
// cut left. Whatever the disk kept of what was not synced, every acknowledged visit is there.
func TestPowerCutWhileSaving(t *testing.T) {
	t.Parallel()
	cuts, outcomes, acknowledged := modelstest.Rounds(t, 6, len(lucks)), 0, 0
	after := filepath.Join(t.TempDir(), "after")
	var files map[string][]byte // what the disk kept
	var saved []string
	// A few cuts may all fall before the first visit: then there are more, until one has something to lose.
	for cut := 0; cut < cuts || acknowledged == 0 && cut < 20*cuts; cut++ {
		if cut%20 == 0 {
			files, saved = nil, nil
		}
		disk := powercut.New(files)
		said := cutShort(t, disk, "save", 1+rand.IntN(1500))
		acknowledged += len(said)
		saved = append(saved, said...)
		for _, luck := range lucks {
			path := put(t, after, disk.Left(dice(), luck))
			if len(saved) > 0 {
				mustHoldVisits(t, path, saved)
			} else if err := openAndClose(path, models.Create()); err != nil {
				t.Errorf("a shop file whose making was cut short: %v", err)
			}
			mustKeepJournal(t, path)
			if outcomes++; t.Failed() {
				t.Fatalf("in cut %d with luck %v", cut, luck)
			}
		}
		files = disk.Left(dice(), lucks[rand.IntN(len(lucks))])
	}
	t.Logf("%d power cuts, %d outcomes, %d acknowledged visits, 0 lost", outcomes/len(lucks), outcomes, acknowledged)
	if acknowledged == 0 {
		t.Error("no visit was saved before a cut: nothing was tried")
	}
}

func dice() *rand.Rand { return rand.New(rand.NewPCG(rand.Uint64(), 0)) }

// The same disk, and a program that syncs nothing: it must lose, or the test above proves nothing.
func TestPowerCutLosesWhatIsNotSynced(t *testing.T) {
	lost, acknowledged := 0, 0
	for range modelstest.Rounds(t, 3, 500) {
		disk := powercut.New(map[string][]byte{shopName: aShop(t)})
		said := cutShort(t, disk, "save unsafely", 200+rand.IntN(600))
		acknowledged += len(said)
		db := another(t, put(t, filepath.Join(t.TempDir(), "after"), disk.Left(dice(), 0)))
		lost += len(said) + 1 - one[int](t, db, "SELECT count(*) FROM visit")
		db.Close()
	}
	t.Logf("without syncing, %d of %d acknowledged visits were lost", lost, acknowledged)
	if lost == 0 {
		t.Error("nothing was lost: the disk does not lose what it should")
	}
}
