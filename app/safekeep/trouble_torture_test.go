package safekeep

import (
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"goodturn/models/modelstest"
	"goodturn/models/modelstest/powercut"
)

// The disk is full, broken or locked from a random moment on, until the program has said so. Then nothing is lost,
// and with the disk well again the same thing goes through.
func TestDiskFailsForAWhile(t *testing.T) {
	files, after := shelf(t), filepath.Join(t.TempDir(), "after")
	for name, how := range map[string]powercut.Trouble{"full": powercut.Full, "broken": powercut.Broken, "locked": powercut.Locked} {
		for _, fault := range faults {
			t.Run(fault.deed+" on a disk that is "+name, func(t *testing.T) {
				rounds, refused := modelstest.Rounds(t, 1, 100), map[string]int{}
				for round := range rounds {
					disk := powercut.New(files)
					disk.FailAt(1+rand.IntN(fault.longest), how)
					look := func(said []string) {
						put(t, after, disk.Left(rand.New(rand.NewPCG(0, 0)), 1))
						fault.mustHold(t, after, said)
					}
					said, why := throughTrouble(t, disk, fault.deed, files[shopName], look)
					look(said)
					refused[why]++
					if t.Failed() {
						t.Fatalf("in round %d, refused with %s, after it said %q: %q", round, why, said, namesIn(t, after))
					}
				}
				t.Logf("%d times, 0 lost; refused: %v", rounds, refused)
				for _, key := range slices.Collect(maps.Keys(refused)) {
					if strings.HasPrefix(key, "without a word") {
						t.Errorf("an error that is no Problem: %s", key)
					}
				}
			})
		}
	}
}

// notRefused stands for the reason of a deed that was done before the disk failed, or without what it failed at.
const notRefused = "not at all"

// throughTrouble has a victim do the deed on the disk, looks at the disk when the victim says that it is refused, has
// it try again on a disk that is well, and gives what it said was done, and why it was refused.
func throughTrouble(t *testing.T, disk *powercut.Disk, deed string, shop []byte, look func(said []string)) (said []string, why string) {
	t.Helper()
	folder, unmount := onDisk(t, disk, shop)
	defer unmount()
	v := modelstest.StartVictim(t, deed, folder)
	defer v.Bury()
	defer v.Kill(0)
	why = notRefused
	for line, alive := v.Hear(); alive; line, alive = v.Hear() {
		if key, isRefusal := strings.CutPrefix(line, "refused "); isRefusal {
			why = key
			look(said)
			disk.Mend()
			v.GoOn()
			continue
		}
		if said = append(said, line); line == "done" || why != notRefused && line != "begins" {
			return said, why
		}
	}
	t.Error("the program ended")
	return said, why
}
