package models_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// rescued spoils a shop file, rescues it, and gives what was saved and where. The damaged file must stay as it was.
func rescued(t *testing.T, path string, spoil func(data []byte) []byte) (models.Rescued, string, error) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data = spoil(data)
	dir := t.TempDir()
	damaged, target := filepath.Join(dir, "damaged.goodturn"), filepath.Join(dir, "rescued.goodturn")
	if err := os.WriteFile(damaged, data, 0o600); err != nil {
		t.Fatal(err)
	}
	saved, err := models.Rescue(t.Context(), damaged, target, nil)
	if now, readErr := os.ReadFile(damaged); readErr != nil || !bytes.Equal(now, data) {
		t.Errorf("the damaged file was touched (%v)", readErr)
	}
	want := 1
	if err == nil {
		want = 2
		os.Remove(target + "-journal") // empty: the journal of a file that was written to
	}
	if left, _ := os.ReadDir(dir); len(left) != want {
		t.Errorf("left behind: %v", left)
	}
	return saved, target, err
}

func asItIs(data []byte) []byte { return data }

// pagesOf gives the numbers of the pages of a table or index, from one.
func pagesOf(t *testing.T, path, name string) []int {
	t.Helper()
	var pages []int
	for _, line := range lines(t, raw(t, path), "SELECT pageno FROM dbstat WHERE name = ?", name) {
		n := 0
		for _, digit := range line {
			n = n*10 + int(digit-'0')
		}
		pages = append(pages, n)
	}
	return pages
}

func blank(pages ...int) func([]byte) []byte {
	return func(data []byte) []byte {
		for _, page := range pages {
			clear(data[(page-1)*4096 : page*4096])
		}
		return data
	}
}

// of gives the counts of one table.
func of(saved models.Rescued, table string) models.RescuedTable {
	for _, counted := range saved.Tables {
		if counted.Table == table {
			return counted
		}
	}
	return models.RescuedTable{}
}

// What is not damaged comes through to the last letter, and so does all of a file of which only the beginning, the
// end that held indexes, or a table's own page is gone.
func TestRescueSavesWhatCanBeRead(t *testing.T) {
	path := aFullShop(t)
	right := dump(t, raw(t, path))
	for name, spoil := range map[string]func([]byte) []byte{
		"nothing wrong":     asItIs,
		"no header":         func(data []byte) []byte { clear(data[:100]); return data },
		"no first page":     blank(1),
		"no list of tables": blank(pagesOf(t, path, "sqlite_schema")...),
		"another's header":  func(data []byte) []byte { copy(data, "PK\x03\x04"); copy(data[16:], []byte{0xff, 0xff}); return data },
		"no search":         blank(pagesOf(t, path, "customer_search")...),
		"no index":          blank(pagesOf(t, path, "contact_customer")...),
		"half a page more":  func(data []byte) []byte { return append(data, make([]byte, 2000)...) },
	} {
		t.Run(name, func(t *testing.T) {
			saved, target, err := rescued(t, path, spoil)
			if err != nil {
				t.Fatal(err)
			}
			if sum := saved.Total(); sum.Lost > 0 || sum.Refused > 0 || !saved.Left.Whole() {
				t.Errorf("saved %+v", saved)
			}
			if now := dump(t, raw(t, target)); now != right {
				t.Errorf("not as it was:\n%s", difference(right, now))
			}
			checkRules(t, target)
		})
	}
}

// A backup, a restored file and one that somebody was erased from were written anew: their tables begin elsewhere.
func TestRescueOfAFileThatWasWrittenAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "copy.goodturn")
	if _, err := models.CopyFile(t.Context(), aFullShop(t), path); err != nil {
		t.Fatal(err)
	}
	right := dump(t, raw(t, path))
	for name, pages := range map[string][]int{"no first page": {1}, "no list of tables": pagesOf(t, path, "sqlite_schema")} {
		t.Run(name, func(t *testing.T) {
			saved, target, err := rescued(t, path, blank(pages...))
			if err != nil {
				t.Fatal(err)
			}
			if now := dump(t, raw(t, target)); now != right || saved.Total().Lost > 0 {
				t.Errorf("saved %+v:\n%s", saved, difference(right, now))
			}
		})
	}
}

// What is lost is counted, what named it is kept, and what a shop file may not hold stays out.
func TestRescueCountsWhatIsLost(t *testing.T) {
	path := aFullShop(t)
	saved, target, err := rescued(t, path, blank(pagesOf(t, path, "contact")...))
	if err != nil || of(saved, "contact") != (models.RescuedTable{Table: "contact", Lost: 16}) || of(saved, "customer").Saved != 10 {
		t.Errorf("without contacts: %+v, %v", saved, err)
	}
	checkRules(t, target)

	saved, target, err = rescued(t, path, blank(pagesOf(t, path, "item")...))
	if err != nil || of(saved, "item").Lost != 3 || of(saved, "request").Saved != 11 {
		t.Errorf("without items: %+v, %v", saved, err)
	}
	if n := one[int](t, raw(t, target), "SELECT count(*) FROM item WHERE name LIKE '? %'"); n != 3 {
		t.Errorf("%d nameless items stand for three", n)
	}

	db := another(t, path)
	db.SetMaxOpenConns(1)
	do(t, db, "PRAGMA ignore_check_constraints = 1", "UPDATE want SET state = 'lost' WHERE id = 2", "DROP TABLE remember")
	db.Close()
	saved, target, err = rescued(t, path, asItIs)
	if err != nil || of(saved, "want") != (models.RescuedTable{Table: "want", Saved: 2, Refused: 1}) || of(saved, "remember") != (models.RescuedTable{Table: "remember"}) {
		t.Errorf("with a wrong state and without a table: %+v, %v", saved, err)
	}
	store := modelstest.Open(t, target, modelstest.NewClock())
	if found, err := store.FindCustomers("hug", 5); err != nil || len(found) != 1 {
		t.Errorf("the rescued shop finds %v, %v", found, err)
	}
	modelstest.Visit(t, store, 1, "tube")
}

const rescueRounds = 25

// However a file is cut or spoilt: it is rescued to a file that is whole, or said to be beyond it.
func TestRescueOfAnything(t *testing.T) {
	path := aFullShop(t)
	random := rand.New(rand.NewPCG(7, 11))
	rescues := 0
	for range rescueRounds {
		saved, target, err := rescued(t, path, func(data []byte) []byte {
			for range random.IntN(40) {
				data[random.IntN(len(data))] ^= byte(1 + random.IntN(255))
			}
			if random.IntN(2) == 0 {
				at := random.IntN(len(data))
				clear(data[at:min(len(data), at+random.IntN(20000))])
			}
			if random.IntN(2) == 0 {
				data = data[:random.IntN(len(data))]
			}
			return data
		})
		if err != nil {
			if _, told := models.IsProblem(err); !told {
				t.Errorf("neither rescued nor told why: %v", err)
			}
			t.Log(err)
			continue
		}
		rescues++
		for _, f := range saved.Left.Findings {
			if f.Key == "check.damage" || f.Key == "check.links" || f.Repairable {
				t.Errorf("the rescued file is not whole: %+v", saved.Left)
			}
		}
		if verdict := one[string](t, raw(t, target), "PRAGMA integrity_check"); verdict != "ok" {
			t.Errorf("integrity: %s", verdict)
		}
	}
	if rescues == 0 {
		t.Error("nothing was rescued: nothing was tried")
	}
	t.Logf("%d of %d rescued", rescues, rescueRounds)
}

func TestWhatCannotBeRescued(t *testing.T) {
	dir := t.TempDir()
	letter, target := filepath.Join(dir, "letter.txt"), filepath.Join(dir, "rescued.goodturn")
	if err := os.WriteFile(letter, bytes.Repeat([]byte("Dear Ann,\nthank you for the cake.\n"), 500), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := models.Rescue(t.Context(), letter, target, nil)
	wantProblem(t, err, "file", "file.beyondRescue")
	_, err = models.Rescue(t.Context(), filepath.Join(dir, "nowhere"), target, nil)
	wantProblem(t, err, "file", "file.cannotOpen")
	_, err = models.Rescue(t.Context(), aFullShop(t), letter, nil)
	wantProblem(t, err, "file", "file.exists")
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err = models.Rescue(stopped, aFullShop(t), target, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

// A list that was brought in can still be taken back, with what it filled in.
func TestAnImportCanBeTakenBackAfterARescue(t *testing.T) {
	store, clock := modelstest.New(t)
	modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
	before := book(t, store)
	result := importRows(t, store, models.ImportOptions{File: "list.csv"}, person(2, "Ann Hughes", "0171 555 0110", "ann@example.org"), person(3, "Bob"))
	if result.Added != 1 || result.Filled != 1 {
		t.Fatalf("imported %+v", result)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	_, target, err := rescued(t, store.Path(), asItIs)
	if err != nil {
		t.Fatal(err)
	}
	saved := modelstest.Open(t, target, clock)
	if _, err := saved.UndoImport(t.Context(), result.ID); err != nil {
		t.Fatal(err)
	}
	if now := book(t, saved); now != before {
		t.Errorf("taken back, the book is\n%sand was\n%s", now, before)
	}
}
