package models_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// damages are what time, sticks and other programs do to a file. Of the small ones SQLite sees only those that break
// its own order: a letter that turned into another is as good a letter. A backup has its hash for that.
var damages = []struct {
	name  string
	small bool
	spoil func(data []byte) []byte
}{
	{"cut short", false, func(data []byte) []byte { return data[:rand.IntN(len(data))] }},
	{"cut at a page", false, func(data []byte) []byte { return data[:page*rand.IntN(len(data)/page)] }},
	{"a page of zeros", false, func(data []byte) []byte { return over(data, page, make([]byte, page)) }},
	{"a page of noise", false, func(data []byte) []byte { return over(data, page, noise(page)) }},
	{"a page of elsewhere", false, func(data []byte) []byte {
		from := page * rand.IntN(len(data)/page)
		return over(data, page, slices.Clone(data[from:from+page]))
	}},
	{"a sector of noise", true, func(data []byte) []byte { return over(data, 512, noise(512)) }},
	{"a sector of zeros", true, func(data []byte) []byte { return over(data, 512, make([]byte, 512)) }},
	{"a bit", true, func(data []byte) []byte { return turned(data, len(data)) }},
	{"eight bits", true, func(data []byte) []byte {
		for range 8 {
			data = turned(data, len(data))
		}
		return data
	}},
	{"a bit of the header", true, func(data []byte) []byte { return turned(data, 100) }},
	{"more than there was", true, func(data []byte) []byte { return append(slices.Clone(data), noise(1+rand.IntN(3*page))...) }},
}

// page is the size of the pages of a shop file.
const page = 4096

// over gives data with a random block of that size, at a multiple of it, replaced.
func over(data []byte, size int, block []byte) []byte {
	return with(data, size*rand.IntN(len(data)/size), block...)
}

func noise(n int) []byte {
	data := make([]byte, n)
	for i := range data {
		data[i] = byte(rand.IntN(256))
	}
	return data
}

// turned gives data with one bit of its first n bytes turned.
func turned(data []byte, n int) []byte {
	at := rand.IntN(n)
	return with(data, at, data[at]^1<<rand.IntN(8))
}

// fate is what becomes of a damaged file.
type fate string

const (
	fateTold   fate = "said so"       // it does not open, or the check finds it
	fateRight  fate = "opens right"   // every row is as it was
	fateUnseen fate = "not seen"      // it opens and checks well, and a row is another
	fateWorded fate = "said so badly" // an error that is no Problem
)

// A damaged file opens right or says so, and the program stands.
func TestDamagedFiles(t *testing.T) {
	t.Parallel()
	shop := largerShop(t)
	path := filepath.Join(t.TempDir(), shopName)
	mustWrite(t, path, shop)
	whole, err := contentOf(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, damage := range damages {
		rounds, fates := modelstest.Rounds(t, 4, 50), map[fate]int{}
		for range rounds {
			spoilt := damage.spoil(shop)
			mustWrite(t, path, spoilt)
			was, why := fateOf(t, path, whole)
			if fates[was]++; was == fateUnseen && !damage.small || was == fateWorded {
				keepFor(t, damage.name, spoilt)
				t.Errorf("%s: %s %s", damage.name, was, why)
			}
		}
		t.Logf("%-20s %4d times: %v", damage.name, rounds, fates)
	}
}

// largerShop gives the bytes of a shop file of some hundred pages.
func largerShop(t *testing.T) []byte {
	t.Helper()
	store, _ := modelstest.New(t)
	ann, spoke := modelstest.Customer(t, store, "Ann", "0171 555 0110"), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	for range 60 {
		if err := store.SaveVisit(wholeVisit(store, ann, spoke)); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(store.Path())
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func mustWrite(t *testing.T, path string, data []byte) {
	t.Helper()
	os.Remove(path + "-journal")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// keepFor keeps a file that a test failed on, for whoever looks for the reason.
func keepFor(t *testing.T, name string, data []byte) {
	t.Helper()
	file, err := os.CreateTemp("", "goodturn "+name+" *.goodturn")
	if err == nil {
		_, err = file.Write(data)
		file.Close()
		t.Logf("kept as %s", file.Name())
	}
	if err != nil {
		t.Error(err)
	}
}

// fateOf does with a damaged file what the program does with its own: opens, reads, checks and saves.
func fateOf(t *testing.T, path, whole string) (fate, string) {
	t.Helper()
	store, err := models.Open(path)
	if err != nil {
		return inWords(err)
	}
	defer store.Close()
	if _, err := models.Inspect(t.Context(), path); err != nil {
		tryAll(store)
		return inWords(err)
	}
	if report, err := models.FullCheck(t.Context(), path, nil); err != nil || !report.Whole() {
		tryAll(store)
		return fateTold, fmt.Sprint(report, err)
	}
	now, err := contentOf(path)
	tryAll(store)
	switch {
	case err != nil:
		return fateUnseen, err.Error()
	case now != whole:
		return fateUnseen, difference(whole, now)
	}
	return fateRight, ""
}

func inWords(err error) (fate, string) {
	if _, told := models.IsProblem(err); told {
		return fateTold, err.Error()
	}
	return fateWorded, err.Error()
}

// tryAll has the program go on with a file that is damaged: whatever it says, it must not fall over.
func tryAll(store *models.Store) {
	store.FindCustomers("somebody", 50)
	store.Customers(models.CustomerFilter{Limit: 50})
	store.Card(2)
	store.SaveVisit(wholeVisit(store, 1, 1))
	store.UndoLast()
}

// contentOf gives all that is in the file, or what keeps it from being read.
func contentOf(path string) (content string, err error) {
	c := catcher{&err}
	defer c.catch()
	db := another(c, path)
	defer db.Close()
	return dump(c, db) + strings.Join(lines(c, db, "SELECT * FROM activity ORDER BY id"), "\n"), nil
}

// catcher makes what a test helper dies of into an error.
type catcher struct{ err *error }

func (catcher) Helper() {}

// Errorf is what the helper says.
func (c catcher) Errorf(format string, args ...any) { *c.err = fmt.Errorf(format, args...) }

// Fatalf is what it dies of.
func (c catcher) Fatalf(format string, args ...any) { panic(fmt.Errorf(format, args...)) }

func (c catcher) catch() {
	if reason := recover(); reason != nil {
		*c.err = reason.(error)
	}
}
