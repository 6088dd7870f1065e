package models_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// aShop gives the bytes of a small shop file.
func aShop(t *testing.T) []byte {
	t.Helper()
	store, _ := modelstest.New(t)
	ann, spoke := modelstest.Customer(t, store, "Ann", "0171 555 0110"), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	if err := store.SaveVisit(wholeVisit(store, ann, spoke)); err != nil {
		t.Fatal(err)
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

// other gives the bytes of a SQLite database that is no shop file, made by the statements.
func other(t *testing.T, statements ...string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	db := another(t, path)
	do(t, db, statements...)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// with gives a copy of data in which some bytes from at on are others.
func with(data []byte, at int, bytes ...byte) []byte {
	changed := append([]byte(nil), data...)
	copy(changed[at:], bytes)
	return changed
}

// A file that cannot be opened says why, in the owner's terms, and is left to the last byte as it was, with nothing
// beside it; and so does a backup that is looked into, though another program's log may be opened beside it.
func TestWhatIsNoShopFileIsLeftAlone(t *testing.T) {
	shop := aShop(t)
	const userVersion = 60 // its place in SQLite's header (sqlite.org/fileformat.html, 1.3)
	png := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00")
	for _, c := range []struct {
		name string
		data []byte
		key  string
	}{
		{"nothing in it", nil, "file.notShop"},
		{"a letter", []byte("Dear Ann,\nthank you for the cake.\n"), "file.notShop"},
		{"a long letter", bytes.Repeat([]byte("Dear Ann, thank you for the cake.\n"), 500), "file.notShop"},
		{"a picture", append(png, make([]byte, 4096)...), "file.notShop"},
		{"a zip", append([]byte("PK\x03\x04\x14\x00\x00\x00\x08\x00"), make([]byte, 4096)...), "file.notShop"},
		{"another program's", other(t, "CREATE TABLE notes (text)", "INSERT INTO notes VALUES ('mine')"), "file.notShop"},
		{"another program's with a log", other(t, "PRAGMA journal_mode = WAL", "CREATE TABLE notes (text)", "INSERT INTO notes VALUES ('mine')"), "file.notShop"},
		{"another program's with a version", other(t, "PRAGMA user_version = 1", "CREATE TABLE notes (text)"), "file.notShop"},
		{"an empty database", other(t, "CREATE TABLE notes (text)", "DROP TABLE notes"), "file.notShop"},
		{"our mark and nothing else", other(t, "PRAGMA application_id = 0x4764546e", "CREATE TABLE notes (text)"), "file.notShop"},
		{"from a newer program", with(shop, userVersion+3, shop[userVersion+3]+1), "file.newer"},
		{"cut in half", shop[:len(shop)/2], "file.damaged"},
		{"cut in the middle of a page", shop[:len(shop)/2+100], "file.damaged"},
		{"without its second page", with(shop, 4096, make([]byte, 4096)...), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "shop.goodturn")
			if err := os.WriteFile(path, c.data, 0o600); err != nil {
				t.Fatal(err)
			}
			if c.key != "" {
				store, err := models.Open(path)
				wantProblem(t, err, "file", c.key)
				if err == nil {
					store.Close()
				}
			}
			if beside, _ := filepath.Glob(path + "?*"); len(beside) > 0 {
				t.Errorf("left beside it: %v", beside)
			}
			key := c.key
			if key == "" {
				key = "file.damaged" // opens, because nobody reads that page; a look through the whole file finds it
			}
			_, err := models.Inspect(t.Context(), path)
			wantProblem(t, err, "file", key)
			now, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(now, c.data) {
				t.Errorf("the file was touched (%v)", err)
			}
		})
	}
}

func TestPlacesThatHoldNoFile(t *testing.T) {
	dir := t.TempDir()
	letter := filepath.Join(dir, "letter.txt")
	if err := os.WriteFile(letter, []byte("Dear Ann"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path, key string
		opts      []models.Option
	}{
		{filepath.Join(dir, "nowhere.goodturn"), "file.missing", nil},
		{filepath.Join(dir, "no folder", "shop.goodturn"), "file.missing", nil},
		{dir, "file.notShop", nil},
		{dir, "file.notShop", []models.Option{models.Create()}},
		{filepath.Join(letter, "shop.goodturn"), "file.cannotOpen", nil},
		{filepath.Join(letter, "shop.goodturn"), "file.folder", []models.Option{models.Create()}},
		{filepath.Join(dir, strings.Repeat("x", 300)), "file.folder", []models.Option{models.Create()}},
	} {
		_, err := models.Open(c.path, c.opts...)
		wantProblem(t, err, "file", c.key)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := models.Inspect(t.Context(), filepath.Join(dir, "nowhere.goodturn")); err == nil {
		t.Error("looked into a file that is not there")
	}
}

func TestAnyPathIsOnlyAPath(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"a b", "what?mode=ro", "50%20off", "no #1", "a&b;c='d'\"", "Фирма 王 é", "100%", "?", ".goodturn", "a\\b"} {
		path := filepath.Join(root, name, name+".goodturn")
		clock := modelstest.NewClock()
		store, err := models.Open(path, models.Create(), models.WithClock(clock.Now))
		if err != nil {
			t.Errorf("%q: %v", name, err)
			continue
		}
		modelstest.Customer(t, store, name, "")
		copied := filepath.Join(root, name, "copy of "+name)
		if _, err := store.CopyTo(t.Context(), copied); err != nil {
			t.Errorf("copying %q: %v", name, err)
		}
		store.Close()
		for _, path := range []string{path, copied} {
			if found, err := models.Inspect(t.Context(), path); err != nil || found.Counts["customer"] != 1 {
				t.Errorf("%q: %+v, %v", path, found, err)
			}
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%q: others may read it (%v, %v)", path, info, err)
			}
		}
	}
}

// What CopyTo finds in its place stays.
func TestCopyNeverOverwrites(t *testing.T) {
	store, _ := modelstest.New(t)
	path := filepath.Join(t.TempDir(), "last year's backup")
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.CopyTo(t.Context(), path); err == nil {
		t.Error("copied over a file that was there")
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "precious" {
		t.Errorf("the file is %q, %v", data, err)
	}
	_, err := store.CopyTo(t.Context(), filepath.Join(path, "below a file"))
	wantProblem(t, err, "file", "file.folder")
}
