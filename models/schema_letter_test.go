package models_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// A letter that turned in the schema makes SQLite speak of functions nobody knows. It is damage, and told as such.
func TestLetterThatTurnedInTheSchema(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	modelstest.Open(t, path, modelstest.NewClock()).Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"CREATE TRIGGER", "deleted_at", "visit"} {
		turned := bytes.ReplaceAll(whole, []byte(word), append([]byte{word[0] ^ 1}, word[1:]...))
		if err := os.WriteFile(path, turned, 0o600); err != nil {
			t.Fatal(err)
		}
		store, err := models.Open(path)
		if err == nil {
			store.Close()
			_, err = models.Inspect(t.Context(), path)
		}
		if p, told := models.IsProblem(err); !told || p.Key != "file.damaged" {
			t.Errorf("%q turned into %q: told %v", word, string(word[0]^1)+word[1:], err)
		}
	}
}
