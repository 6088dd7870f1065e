package safekeep

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// into gives the plan of a backup into the folders on the so many-th day after the store's.
func into(t *testing.T, store *models.Store, days int, folders ...string) *Plan {
	t.Helper()
	plan, err := Prepare(store, folders, store.Now().AddDate(0, 0, days))
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func run(t *testing.T, plan *Plan) Result {
	t.Helper()
	result, err := plan.Run(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestUnchangedShopIsNotWrittenAgain(t *testing.T) {
	store, folder := shop(t, 1), t.TempDir()
	first := run(t, into(t, store, 0, folder))
	written, err := os.Stat(first.Path)
	if err != nil {
		t.Fatal(err)
	}
	again := run(t, elsewhere(into(t, store, 1, folder)))
	if again.Path != first.Path || !again.Places[0].Unchanged || !again.At.Equal(store.Now().AddDate(0, 0, 1)) {
		t.Errorf("the next day: %+v", again)
	}
	mustHold(t, folder, firstName, firstName+HashSuffix)
	if after, err := os.Stat(first.Path); err != nil || !os.SameFile(written, after) {
		t.Errorf("the backup was written anew: %v", err)
	}
	kept := listed(t, folder, store)
	if len(kept) != 1 || !kept[0].At.Equal(first.At) || !kept[0].Checked.Equal(again.At) {
		t.Errorf("noted: %+v", kept)
	}
	modelstest.Customer(t, store, "Somebody New", "")
	if changed := run(t, into(t, store, 2, folder)); changed.Places[0].Unchanged || changed.Path == first.Path {
		t.Errorf("after a change: %+v", changed.Places)
	}
}

// The same bytes are worth nothing once they have changed on the stick.
func TestUnchangedShopWithADamagedBackupIsWrittenAgain(t *testing.T) {
	store, folder := shop(t, 0), t.TempDir()
	first := run(t, into(t, store, 0, folder))
	turnBit(t, first.Path)
	again := run(t, into(t, store, 1, folder))
	if again.Path == first.Path || again.Places[0].Unchanged {
		t.Errorf("after a bit turned: %+v", again.Places)
	}
	mustBeWhole(t, again.Path)
}

func TestTwoFolders(t *testing.T) {
	for name, arrange := range map[string]func(*Plan) *Plan{
		"on the same disk": func(p *Plan) *Plan { return p },
		"on another disk":  elsewhere,
	} {
		t.Run(name, func(t *testing.T) {
			store, one, two := shop(t, 1), t.TempDir(), t.TempDir()
			result := run(t, arrange(into(t, store, 0, one, two, one, "")))
			if len(result.Places) != 2 || result.Path != result.Places[0].Path {
				t.Fatalf("places: %+v", result.Places)
			}
			for _, folder := range []string{one, two} {
				mustHold(t, folder, firstName, firstName+HashSuffix)
				mustBeWhole(t, filepath.Join(folder, firstName))
			}
		})
	}
}

// The stick is in the owner's pocket: the other folder gets its backup, and the stick its own when it is back.
func TestOneOfTwoFoldersIsGone(t *testing.T) {
	store, disk, stick := shop(t, 0), t.TempDir(), filepath.Join(t.TempDir(), "stick")
	for _, folders := range [][]string{{stick, disk}, {disk, stick}} {
		modelstest.Customer(t, store, "Somebody New", "")
		result := run(t, into(t, store, 0, folders...))
		for _, place := range result.Places {
			if place.Folder == stick {
				mustBeProblem(t, place.Err, "backup.folderMissing")
			} else if place.Err != nil || result.Path != place.Path || filepath.Dir(place.Path) != disk {
				t.Errorf("on the disk: %+v", place)
			}
		}
	}
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	result := run(t, into(t, store, 1, disk, stick))
	if !result.Places[0].Unchanged || result.Places[1].Unchanged || result.Places[1].Err != nil {
		t.Errorf("with the stick back: %+v", result.Places)
	}
	mustBeWhole(t, result.Places[1].Path)
	if got, want := listed(t, stick, store)[0].Sequence, listed(t, disk, store)[0].Sequence; got <= want {
		t.Errorf("the stick's is number %d after %d", got, want)
	}
	_, err := Prepare(store, []string{filepath.Join(stick, "gone"), ""}, store.Now())
	mustBeProblem(t, err, "backup.folderMissing")
}

func TestFullStickIsNoTroubleOfTheOtherFolder(t *testing.T) {
	stick := mounted(t, "size=2m")
	store, disk := shop(t, 5), t.TempDir()
	result := run(t, into(t, store, 0, stick, disk))
	mustBeProblem(t, result.Places[0].Err, "backup.full")
	mustHold(t, stick)
	mustBeWhole(t, result.Path)
}

// Cancelled between two folders: the first has its backup, the second nothing.
func TestCancelBetweenFolders(t *testing.T) {
	store, one, two := shop(t, 3), t.TempDir(), t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	result, err := elsewhere(into(t, store, 0, one, two)).Run(ctx, func(done, _ int) {
		if done > (checked+delivered)/2 {
			cancel()
		}
	})
	if err == nil || ctx.Err() == nil || err.Error() != ctx.Err().Error() {
		t.Fatalf("ended with %v", err)
	}
	if len(result.Places) != 2 || result.Places[0].Err != nil || result.Places[1].Err == nil {
		t.Errorf("places: %+v", result.Places)
	}
	mustBeWhole(t, filepath.Join(one, firstName))
	mustHold(t, two)
}

func TestBackupBeforeAMigrationStays(t *testing.T) {
	store, folder := shop(t, 0), t.TempDir()
	run(t, into(t, store, 0, folder))
	plan, err := PrepareMigration(t.Context(), store.Path(), []string{folder}, store.Now())
	if err != nil {
		t.Fatal(err)
	}
	before := run(t, plan)
	if before.Places[0].Unchanged {
		t.Error("it is not one of its own")
	}
	sameShop(t, before.Path, countsOf(t, store))
	for day := range 10 {
		modelstest.Customer(t, store, "Somebody New", "")
		run(t, into(t, store, day, folder))
	}
	if err := Verify(t.Context(), before.Path); err != nil {
		t.Errorf("ten days later: %v", err)
	}
	letter := filepath.Join(folder, "letter.goodturn")
	if err := os.WriteFile(letter, []byte("Dear Sir"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := PrepareMigration(t.Context(), letter, []string{folder}, store.Now()); err == nil {
		t.Error("a letter is about to be migrated")
	}
}

// A killed program leaves a note without its backup, which holds a name for nothing.
func TestNotesWithoutBackupsAreClearedAway(t *testing.T) {
	store, folder := shop(t, 0), t.TempDir()
	result := run(t, into(t, store, 0, folder))
	own, err := os.ReadFile(result.Path + HashSuffix)
	if err != nil {
		t.Fatal(err)
	}
	other := strings.Replace(string(own), shopOf(t, store).UID, strings.Repeat("0", 32), 1)
	yesterday, now := store.Now().Add(-abandoned-time.Hour), store.Now()
	for name, note := range map[string]struct {
		text string
		at   time.Time
	}{
		"old.goodturn.sha256":    {string(own), yesterday},
		"new.goodturn.sha256":    {string(own), now},
		"theirs.goodturn.sha256": {other, yesterday},
		"words.goodturn.sha256":  {"words", yesterday},
	} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(note.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, note.at, note.at); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Prune(t.Context(), folder, shopOf(t, store), now); err != nil {
		t.Fatal(err)
	}
	mustHold(t, folder, firstName, firstName+HashSuffix, "new.goodturn.sha256", "theirs.goodturn.sha256", "words.goodturn.sha256")
}

// In a folder whose list could not be read the number of the new backup may be too low, and it would seem the oldest.
func TestNothingIsClearedAwayUnseen(t *testing.T) {
	store, folder := shop(t, 0), t.TempDir()
	first := run(t, into(t, store, 0, folder))
	modelstest.Customer(t, store, "Somebody New", "")
	plan := into(t, store, 0, folder)
	part, _, err := plan.copyShop(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	d, err := plan.delivery(t.Context(), part, mustHash(t, part))
	if err != nil {
		t.Fatal(err)
	}
	unread := errors.New("the folder could not be read for a moment")
	d.places[0].Uncleared, d.note.facts.Sequence = unread, 1
	d.deliver(t.Context(), newMeter(nil))
	if place := d.places[0]; place.Err != nil || place.Uncleared != unread {
		t.Errorf("delivered with %+v", place)
	}
	mustBeWhole(t, first.Path)
	mustBeWhole(t, d.places[0].Path)
}

// As the program opens a file of every schema that was ever released: a backup first, of the file as it is.
func TestBackupWhileAnOlderFileIsOpened(t *testing.T) {
	files, err := filepath.Glob("../../models/testdata/v*.goodturn")
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		path, folder := filepath.Join(t.TempDir(), "shop.goodturn"), t.TempDir()
		copyFile(t, file, path)
		older, err := models.Identify(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		asked := false
		store, err := models.Open(path, models.BeforeMigrate(func(from, _ int) error {
			asked = true
			plan, err := PrepareMigration(t.Context(), path, []string{folder}, time.Now())
			if err != nil || from != older.Version {
				t.Fatal(from, err)
			}
			kept := run(t, plan)
			if made, err := models.Identify(t.Context(), kept.Path); err != nil || made != older {
				t.Errorf("of %+v the backup is %+v, %v", older, made, err)
			}
			return Verify(t.Context(), kept.Path)
		}))
		if err != nil {
			t.Fatal(err)
		}
		now, err := models.Identify(t.Context(), path)
		if err != nil || asked != (older.Version < now.Version) {
			t.Errorf("from version %d to %d, asked %v, %v", older.Version, now.Version, asked, err)
		}
		if asked {
			if kept := listed(t, folder, store); len(kept) != 1 || !kept[0].BeforeMigration || kept[0].Version != older.Version {
				t.Errorf("listed: %+v", kept)
			}
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
}
