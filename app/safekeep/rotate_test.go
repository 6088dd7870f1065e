package safekeep

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// mostKept is how many backups a folder holds at most, beside one before each migration.
const mostKept = keepDays + keepWeeks + keepMonths

// calendar is a folder of backups without its files, and all that was ever made in it.
type calendar struct {
	now      time.Time
	version  int
	made     []Kept // in the order of making
	inFolder []Kept
}

func (c *calendar) backUp(migrating bool) {
	k := Kept{Sequence: len(c.made) + 1, At: c.now, Version: c.version, BeforeMigration: migrating, State: StateFine, rotates: true}
	c.made = append(c.made, k)
	c.inFolder = append(c.inFolder, k)
	old := outdated(c.inFolder)
	c.inFolder = slices.DeleteFunc(c.inFolder, func(k Kept) bool {
		return slices.ContainsFunc(old, func(o Kept) bool { return o.Sequence == k.Sequence })
	})
}

// damage makes a backup one that cannot be opened: it counts for nothing, and is left alone.
func (c *calendar) damage(i int) { c.inFolder[i].rotates = false }

func (c *calendar) find(sequence int) (Kept, bool) {
	for _, k := range c.inFolder {
		if k.Sequence == sequence {
			return k, true
		}
	}
	return Kept{}, false
}

// lasts gives the last backup made in each of the last n spans of time that had one, and were named so.
func (c *calendar) lasts(n int, span func(time.Time) string) (sequences []int) {
	var names []string
	for _, k := range slices.Backward(c.made) {
		if name := span(k.At); !slices.Contains(names, name) && len(names) < n {
			names = append(names, name)
			sequences = append(sequences, k.Sequence)
		}
	}
	return sequences
}

func dayOf(at time.Time) string   { return at.Format("2006-01-02") }
func monthOf(at time.Time) string { return at.Format("2006-01") }

// Whatever the days, the clock and the disk do.
func TestRotationKeepsWhatItPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &calendar{now: modelstest.NewClock().Now(), version: 1}
		honest := true // the clock never went back
		for range rapid.IntRange(1, 150).Draw(t, "deeds") {
			switch rapid.SampledFrom([]string{"day", "day", "day", "day", "hour", "shut", "jump", "migrate", "damage"}).Draw(t, "deed") {
			case "day":
				c.now = c.now.AddDate(0, 0, 1)
			case "hour":
				c.now = c.now.Add(time.Hour)
			case "shut":
				c.now = c.now.AddDate(0, 0, rapid.IntRange(2, 200).Draw(t, "days shut"))
			case "jump":
				days := rapid.IntRange(-9000, 9000).Draw(t, "days off")
				c.now, honest = c.now.AddDate(0, 0, days), honest && days >= 0
			case "migrate":
				c.backUp(true)
				c.version++
			case "damage":
				if n := len(c.inFolder); n > 1 {
					c.damage(rapid.IntRange(0, n-2).Draw(t, "damaged"))
				}
				continue
			}
			c.backUp(false)
			mustKeepPromises(t, c, honest)
		}
	})
}

func mustKeepPromises(t *rapid.T, c *calendar, honest bool) {
	if newest, ok := c.find(len(c.made)); !ok || !newest.rotates {
		t.Fatal("the newest is gone")
	}
	good := slices.DeleteFunc(slices.Clone(c.inFolder), func(k Kept) bool { return !k.rotates })
	if len(good) > mostKept+c.version-1 {
		t.Fatalf("%d are kept", len(good))
	}
	for _, sequence := range c.lasts(7, dayOf) {
		if _, ok := c.find(sequence); !ok {
			t.Fatalf("number %d was the last of its day and is gone", sequence)
		}
	}
	if old := outdated(c.inFolder); len(old) > 0 {
		t.Fatalf("a second look finds %d more to clear away", len(old))
	}
	for _, k := range c.made {
		if _, ok := c.find(k.Sequence); k.BeforeMigration && !ok {
			t.Fatalf("the one before migration %d is gone", k.Version)
		}
	}
	if !honest {
		return
	}
	for _, sequence := range slices.Concat(c.lasts(keepMonths, monthOf), c.lasts(keepWeeks, weekOf)) {
		if _, ok := c.find(sequence); !ok {
			t.Fatalf("number %d was the last of its week or month and is gone", sequence)
		}
	}
}

// Two years of one a day, as a table to read.
func TestRotationOverTwoYears(t *testing.T) {
	c := &calendar{now: time.Date(2024, time.December, 31, 18, 0, 0, 0, time.UTC), version: 1}
	for range 730 {
		c.now = c.now.AddDate(0, 0, 1)
		c.backUp(false)
	}
	var days []string
	for _, k := range c.inFolder {
		days = append(days, dayOf(k.At))
	}
	want := []string{"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31",
		"2026-09-30", "2026-10-31", "2026-11-30", "2026-12-06", "2026-12-13", "2026-12-20", "2026-12-24", "2026-12-25", "2026-12-26",
		"2026-12-27", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"}
	if !slices.Equal(days, want) {
		t.Errorf("kept: %q", days)
	}
}

// fortnight makes a backup on each of fourteen days and gives their paths.
func fortnight(t *testing.T, store *models.Store, folder string) (paths []string) {
	t.Helper()
	for day := range 14 {
		modelstest.Customer(t, store, fmt.Sprint("Customer ", day), "")
		paths = append(paths, run(t, into(t, store, day, folder)).Path)
	}
	return paths
}

func TestPruneTouchesOnlyItsOwn(t *testing.T) {
	store, other, folder, away := shop(t, 0), shop(t, 0), t.TempDir(), t.TempDir()
	old := run(t, into(t, store, -400, away))
	theirs := run(t, into(t, other, -400, away))
	kept := map[string]func(path string){
		"renamed by the owner.goodturn":               func(path string) { copyPair(t, old.Path, path) },
		"Harbour Cycles 2020-01-01 0900.goodturn":     func(path string) { copyFile(t, old.Path, path) },
		"Harbour Cycles 2020-01-02 0900.goodturn":     func(path string) { copyPair(t, old.Path, path); copyFile(t, theirs.Path, path) },
		"Harbour Cycles 2020-01-03 0900.goodturn":     func(path string) { copyPair(t, theirs.Path, path) },
		"Harbour Cycles 2020-01-04 0900.goodturn":     func(path string) { copyPair(t, old.Path, path); turnHeader(t, path) },
		"Harbour Cycles 2020-01-05 0900.goodturn.age": func(path string) { copyPair(t, old.Path, path) },
		"Dear Sir.txt": func(path string) { copyFile(t, old.Path, path) },
	}
	for name, arrange := range kept {
		arrange(filepath.Join(folder, name))
	}
	copyPair(t, old.Path, filepath.Join(folder, filepath.Base(old.Path)))
	fortnight(t, store, folder)
	for name := range kept {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
	mine := slices.DeleteFunc(listed(t, folder, store), func(k Kept) bool { return !k.rotates })
	if len(mine) > mostKept || len(mine) < keepDays {
		t.Errorf("%d are left of the shop's own", len(mine))
	}
	for _, k := range mine {
		if err := Verify(t.Context(), k.Path); err != nil {
			t.Error(err)
		}
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	raw, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, raw, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func copyPair(t *testing.T, from, to string) {
	t.Helper()
	copyFile(t, from, to)
	copyFile(t, from+HashSuffix, to+HashSuffix)
}

// turnHeader makes a file one that SQLite does not open.
func turnHeader(t *testing.T, path string) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := file.WriteAt([]byte("SQLight"), 0); err != nil {
		t.Fatal(err)
	}
}

// Nothing can be taken away from a stick whose lock was closed: what is there stays, and the owner is told.
func TestPruneOnALockedStick(t *testing.T) {
	stick := mounted(t, "size=9m")
	store := shop(t, 0)
	for minute := range 2 {
		modelstest.Customer(t, store, "Somebody New", "")
		plan := into(t, store, 0, t.TempDir())
		plan.now = plan.now.Add(time.Duration(minute) * time.Minute)
		made := run(t, plan).Path
		copyPair(t, made, filepath.Join(stick, filepath.Base(made)))
	}
	before := namesIn(t, stick)
	remount(t, stick, "ro")
	removed, err := Prune(t.Context(), stick, shopOf(t, store), store.Now())
	mustBeProblem(t, err, "backup.folderReadonly")
	if len(removed) > 0 || len(before) != 4 {
		t.Errorf("of %q it took away %q", before, removed)
	}
	mustHold(t, stick, before...)
	remount(t, stick, "rw")
	if removed, err := Prune(t.Context(), stick, shopOf(t, store), store.Now()); err != nil || len(removed) != 1 || filepath.Base(removed[0]) != firstName {
		t.Errorf("with the lock open it took away %q, %v", removed, err)
	}
}
