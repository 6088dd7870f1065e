package paper

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

func listDocument(t *testing.T, rows int) *Document {
	t.Helper()
	document, err := ThankYouList(listOf(newSetter(t), A4, people(rows)...))
	if err != nil {
		t.Fatal(err)
	}
	return document
}

func TestSavedFileIsWholeAndAlone(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "Danke schön 王.pdf")
	document := listDocument(t, 20)
	pages := 0
	err := document.SavePDF(context.Background(), path, func(done, total int) {
		if pages++; done != pages || total != len(document.Pages) {
			t.Errorf("report %d of %d on page %d of %d", done, total, pages, len(document.Pages))
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if pages != len(document.Pages) {
		t.Errorf("%d pages reported, of %d", pages, len(document.Pages))
	}
	saved, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	mustBeValid(t, saved)
	mustHold(t, folder, filepath.Base(path))
}

// TestCancelledSaveLeavesTheOldFile cancels in the middle of a document.
func TestCancelledSaveLeavesTheOldFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "list.pdf")
	if err := os.WriteFile(path, []byte("the list of last week"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	err := listDocument(t, 40).SavePDF(ctx, path, func(done, _ int) {
		if done == 2 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled save gives %v", err)
	}
	if old, err := os.ReadFile(path); err != nil || string(old) != "the list of last week" {
		t.Errorf("the old file holds %q, %v", old, err)
	}
	mustHold(t, folder, "list.pdf")
}

func TestSaveSaysWhyItCannot(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(folder, "taken.pdf"), 0o700); err != nil {
		t.Fatal(err)
	}
	document := listDocument(t, 1)
	for path, want := range map[string]error{
		filepath.Join(folder, "gone", "list.pdf"): ErrNoFolder,
		filepath.Join(file, "list.pdf"):           ErrNoFolder,
		filepath.Join(folder, "taken.pdf"):        ErrNotAllowed,
	} {
		if err := document.SavePDF(context.Background(), path, nil); !errors.Is(err, want) {
			t.Errorf("saving to %s gives %v, want %v", path, err, want)
		}
	}
	mustHold(t, folder, "file", "taken.pdf")
}

func TestReasonsOfTheSystem(t *testing.T) {
	for want, causes := range map[error][]error{
		ErrNotAllowed: {syscall.EACCES, syscall.EPERM, os.ErrPermission},
		ErrNoFolder:   {syscall.ENOENT, os.ErrNotExist},
	} {
		for _, cause := range causes {
			err := saveError("list.pdf", &os.PathError{Op: "open", Path: "list.pdf", Err: cause})
			if !errors.Is(err, want) || !errors.Is(err, cause) {
				t.Errorf("%v is told as %v, want %v", cause, err, want)
			}
		}
	}
	if err := saveError("list.pdf", io.ErrUnexpectedEOF); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("an unknown cause is lost: %v", err)
	}
}

// TestFullDisk writes to the device that is always full.
func TestFullDisk(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has /dev/full")
	}
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := saveError("list.pdf", fill(full, listDocument(t, 3).WritePDF)); !errors.Is(err, ErrFull) {
		t.Errorf("a full disk gives %v", err)
	}
}

// mustHold fails unless a folder holds just these names.
func mustHold(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(names) {
		t.Fatalf("the folder holds %v, want %q", entries, names)
	}
	for i, entry := range entries {
		if entry.Name() != names[i] {
			t.Errorf("the folder holds %v, want %q", entries, names)
		}
	}
}
