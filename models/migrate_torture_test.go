package models_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/models/modelstest/powercut"
)

// edition is a shop file of some version, and all that is in it.
type edition struct {
	data   []byte
	shape  shape
	rows   string
	schema []string
}

const schemaLines = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"

// firstEdition gives one of the first version with a few thousand rows.
func firstEdition(t *testing.T) (first edition) {
	t.Helper()
	path, _ := fixtureOf(t, 1)
	db := another(t, path)
	defer db.Close()
	do(t, db, `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
		INSERT INTO customer (name, created_at, updated_at, deleted_at) SELECT 'Somebody who left ' || i, 1, 1, 1 FROM n`)
	first.shape = shapeOf(t, db)
	first.rows, first.schema = first.shape.dump(t, db), lines(t, db, schemaLines)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	var err error
	if first.data, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	return first
}

// mustHoldAll fails unless the file, whose upgrading did not come to its end or did, holds all that it held, is still
// as the program of its version knows it, and can be brought up to date. It gives the version the file was found with.
func mustHoldAll(t *testing.T, path string, first edition, done bool) (version int) {
	t.Helper()
	db := another(t, path)
	version = one[int](t, db, "PRAGMA user_version")
	if now := first.shape.dump(t, db); now != first.rows {
		t.Errorf("rows were lost or changed:\n%s", difference(first.rows, now))
	}
	if version == 1 && !slices.Equal(lines(t, db, schemaLines), first.schema) {
		t.Error("it says it is of the first version, and is not")
	}
	db.Close()
	if done && version != len(models.Steps()) {
		t.Errorf("the step was said to be done and the file is of version %d", version)
	}
	if err := openAndClose(path); err != nil {
		t.Errorf("it does not open: %v", err)
	}
	mustKeepJournal(t, path)
	db = another(t, path)
	defer db.Close()
	if now := first.shape.dump(t, db); now != first.rows || one[int](t, db, "PRAGMA user_version") != len(models.Steps()) {
		t.Errorf("brought up to date after all, rows are lost or changed:\n%s", difference(first.rows, now))
	}
	checkRules(t, path)
	return version
}

func TestKilledWhileMigrating(t *testing.T) {
	t.Parallel()
	rounds, byVersion := modelstest.Rounds(t, 8, 10), map[int]int{}
	first := firstEdition(t)
	folder := filepath.Join(t.TempDir(), "shop")
	for round := range rounds {
		path := put(t, folder, map[string][]byte{shopName: first.data})
		v := modelstest.StartVictim(t, "migrate", path)
		if line, _ := v.Hear(); line != "begins" {
			t.Errorf("the program said %q", line)
		}
		v.Kill(time.Duration(rand.IntN(40_000)+1) * time.Microsecond)
		said := v.Bury()
		byVersion[mustHoldAll(t, path, first, slices.Contains(said, "done"))]++
		if t.Failed() {
			t.Fatalf("in round %d, in which it said %q", round, said)
		}
	}
	t.Logf("killed %d times, 0 rows lost; found in version: %v", rounds, byVersion)
}

func TestPowerCutWhileMigrating(t *testing.T) {
	t.Parallel()
	cuts, outcomes, byVersion := modelstest.Rounds(t, 4, 10*len(lucks)), 0, map[int]int{}
	first := firstEdition(t)
	after, changes := filepath.Join(t.TempDir(), "after"), 400
	for cut := range cuts {
		disk := powercut.New(map[string][]byte{shopName: first.data})
		said := cutShort(t, disk, "migrate", 1+rand.IntN(changes))
		done := slices.Contains(said, "done")
		if done {
			changes = disk.Changes()
		}
		for _, luck := range lucks {
			byVersion[mustHoldAll(t, put(t, after, disk.Left(dice(), luck)), first, done)]++
			if outcomes++; t.Failed() {
				t.Fatalf("in cut %d with luck %v, after it said %q", cut, luck, said)
			}
		}
	}
	t.Logf("%d power cuts, %d outcomes, 0 rows lost; found in version: %v", cuts, outcomes, byVersion)
}

// The disk is full in the middle: the file is whole, the owner is told so, and the file is brought up to date when there is room.
// The first change has its round always: it makes the journal.
func TestDiskFullWhileMigrating(t *testing.T) {
	rounds, refused := modelstest.Rounds(t, 4, 50), map[string]int{}
	first := firstEdition(t)
	after := filepath.Join(t.TempDir(), "after")
	for round := range rounds {
		disk, n := powercut.New(map[string][]byte{shopName: first.data}), 1
		if round > 0 {
			n += rand.IntN(60)
		}
		if err := migrateWithoutRoom(t, disk, n, func(why string) {
			refused[why]++
			mustHoldAll(t, put(t, after, disk.Left(dice(), 1)), first, false)
		}); err != nil {
			t.Fatal(err)
		}
		if mustHoldAll(t, put(t, after, disk.Left(dice(), 0)), first, true); t.Failed() {
			t.Fatalf("in round %d, full from change %d on, refused: %v", round, n, refused)
		}
	}
	t.Logf("%d full disks, 0 rows lost; refused: %v", rounds, refused)
	if refused["file.fullAtOpen"] == 0 {
		t.Error("there was always room: nothing was tried")
	}
	for why := range refused {
		if why != "file.fullAtOpen" {
			t.Errorf("the owner was told %s", why)
		}
	}
}

// migrateWithoutRoom has a victim migrate on a disk that is full from the n-th change on, calls refused when it says
// so, and has it end the work with room again.
func migrateWithoutRoom(t *testing.T, disk *powercut.Disk, n int, refused func(why string)) error {
	t.Helper()
	folder, unmount := onDisk(t, disk)
	defer unmount()
	disk.FailAt(n, powercut.Full)
	v := modelstest.StartVictim(t, "migrate", filepath.Join(folder, shopName))
	defer v.Bury()
	defer v.Kill(0)
	for line, alive := v.Hear(); alive; line, alive = v.Hear() {
		why, isRefusal := strings.CutPrefix(line, "refused ")
		switch {
		case line == "done":
			return nil
		case isRefusal:
			refused(why)
			disk.Mend()
			v.GoOn()
		case line != "begins":
			return fmt.Errorf("the program said %q", line)
		}
	}
	return errors.New("the program ended")
}
