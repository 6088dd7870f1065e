package models_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/models/modelstest/powercut"
)

// The power goes in the middle of a save, and somebody tidies the folder up before the program starts again. A journal
// that is gone, or damaged, would have mended the file: SQLite cannot know (sqlite.org, "How To Corrupt", 1.4), and
// the check says that the file is damaged. A journal of another time would be played back over a file that is whole,
// and is not.
func TestJournalLostOrOfAnotherTime(t *testing.T) {
	t.Parallel()
	rounds := modelstest.Rounds(t, 4, 50)
	after := filepath.Join(t.TempDir(), "after")
	fates := map[string]map[fate]int{"lost": {}, "of another time": {}, "beside a backup laid over the file": {}, "damaged": {}}
	for range rounds {
		now, journal, saved := tornBySave(t)
		earlier := map[string][]byte{shopName: now[shopName]}
		fates["lost"][fateOfVisits(t, put(t, after, earlier), saved)]++
		spoilt := map[string][]byte{shopName: now[shopName], shopName + "-journal": turned(journal[:len(journal)-rand.IntN(page)], 2*page)}
		fates["damaged"][fateOfVisits(t, put(t, after, spoilt), saved)]++
		later, _, savedLater := laterThan(t, now)
		later[shopName+"-journal"] = journal
		fates["of another time"][fateOfVisits(t, put(t, after, later), append(saved, savedLater...))]++
		backup := map[string][]byte{shopName: backupOf(t, put(t, after, now)), shopName + "-journal": journal}
		fates["beside a backup laid over the file"][fateOfVisits(t, put(t, after, backup), saved)]++
	}
	for what, of := range fates {
		t.Logf("a journal %s, %d times: %v", what, rounds, of)
		if of[fateWorded] > 0 {
			t.Errorf("a journal %s: %d times an error that is no Problem", what, of[fateWorded])
		}
		if alien := what != "lost" && what != "damaged"; alien && of[fateRight] != rounds {
			t.Errorf("a journal %s was played back", what)
		}
	}
}

// tornBySave gives what a power cut in the middle of a save left on the disk: files with a journal that is needed.
func tornBySave(t *testing.T) (files map[string][]byte, journal []byte, saved []string) {
	t.Helper()
	shop := aShop(t)
	for {
		disk := powercut.New(map[string][]byte{shopName: shop})
		saved = cutShort(t, disk, "save", 50+rand.IntN(600))
		files = disk.Left(dice(), 0.5)
		if journal = files[shopName+"-journal"]; len(journal) > 0 && strings.HasPrefix(string(journal), journalMark) {
			return files, journal, saved
		}
	}
}

// journalMark begins a journal that is to be played back (sqlite.org/fileformat.html, 3).
const journalMark = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"

// laterThan gives the files as they are some visits later, and those visits.
func laterThan(t *testing.T, files map[string][]byte) (later map[string][]byte, journal []byte, saved []string) {
	t.Helper()
	disk := powercut.New(files)
	folder, unmount := onDisk(t, disk)
	defer unmount()
	v := modelstest.StartVictim(t, "save", filepath.Join(folder, shopName))
	for line, alive := v.Hear(); alive && len(saved) < 5; line, alive = v.Hear() {
		saved = append(saved, line)
	}
	v.Kill(0)
	saved = append(saved, v.Bury()...)
	later = disk.Left(dice(), 1)
	return later, later[shopName+"-journal"], saved
}

// backupOf gives the bytes of a backup of the file.
func backupOf(t *testing.T, path string) []byte {
	t.Helper()
	store, err := models.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	copied := filepath.Join(t.TempDir(), "backup")
	if _, err := store.CopyTo(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// fateOfVisits tells what became of visits that were said to be saved.
func fateOfVisits(t *testing.T, path string, said []string) fate {
	t.Helper()
	store, err := models.Open(path)
	if err == nil {
		store.Close()
		_, err = models.Inspect(t.Context(), path)
	}
	if err != nil {
		was, _ := inWords(err)
		return was
	}
	if visitsAreThere(path, said) != nil {
		return fateUnseen
	}
	return fateRight
}

func visitsAreThere(path string, said []string) (err error) {
	c := catcher{&err}
	defer c.catch()
	mustHoldVisits(c, path, said)
	return err
}
