package modelstest

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

// Kept gives the path of the generated shop file of that size, "small" or "large", or the one with many who were "sent", as it stands at NewClock's time. It
// is made once and kept in the system's temporary folder until the schema, or what makes it up, changes: whoever
// writes to it works on a copy.
func Kept(b testing.TB, size string) string {
	b.Helper()
	folder := filepath.Join(os.TempDir(), "goodturn-bench-"+recipe(b))
	path := filepath.Join(folder, size+".goodturn")
	if _, err := os.Stat(path); err == nil {
		return path
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		b.Fatal(err)
	}
	half := fmt.Sprintf("%s.half%d", path, os.Getpid()) // another may be making one as well
	os.Remove(half)
	if err := makeKept(half, size); err != nil {
		b.Fatal(err)
	}
	if err := os.Rename(half, path); err != nil {
		b.Fatal(err)
	}
	return path
}

func makeKept(path, size string) error {
	now := NewClock().Now()
	switch size {
	case "sent":
		return GenerateSent(path, Sent, 1, now)
	case "large":
		return Generate(path, Large, 1, now)
	}
	return Generate(path, Small, 1, now)
}

// recipe names all that decides what a generated shop is.
func recipe(b testing.TB) string {
	_, here, _, _ := runtime.Caller(0) // the benchmarks of several packages share the file, each run in its own folder
	models := filepath.Dir(filepath.Dir(here))
	var files []string
	for _, pattern := range []string{"migrations/*.sql", "modelstest/generate*.go", "fold.go", "search_index.go"} {
		some, err := filepath.Glob(filepath.Join(models, pattern))
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, some...)
	}
	slices.Sort(files)
	hash := sha256.New()
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		hash.Write(text)
	}
	return fmt.Sprintf("%.6x", hash.Sum(nil))
}
