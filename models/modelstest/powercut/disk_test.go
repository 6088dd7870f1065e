package powercut

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

var dice = rand.New(rand.NewPCG(1, 2))

// onDisk mounts the disk on a folder of its own, or skips where this is not allowed.
func onDisk(t *testing.T, d *Disk) (folder string) {
	t.Helper()
	folder = t.TempDir()
	unmount, err := d.Mount(folder)
	if err != nil {
		t.Skipf("no disk of our own here: %v", err)
	}
	t.Cleanup(func() {
		if err := unmount(); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// must goes on only where all went well.
func must(t *testing.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// put writes text at a place of a file, and syncs the file where asked to.
func put(t *testing.T, path, text string, at int64, sync bool) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o600)
	must(t, err)
	_, err = file.WriteAt([]byte(text), at)
	must(t, err)
	if sync {
		must(t, file.Sync())
	}
	must(t, file.Close())
}

func syncFolder(t *testing.T, folder string) {
	t.Helper()
	dir, err := os.Open(folder)
	must(t, err)
	must(t, dir.Sync(), dir.Close())
}

// wantLeft fails unless this, and nothing else, is on the disk after a cut with that luck.
func wantLeft(t *testing.T, d *Disk, luck float64, want map[string]string) {
	t.Helper()
	got := d.Left(dice, luck)
	for name, text := range want {
		if data, ok := got[name]; !ok || string(data) != text {
			t.Errorf("with luck %v %s holds %q (%v), not %q", luck, name, data, ok, text)
		}
	}
	if len(got) != len(want) {
		t.Errorf("with luck %v there are %d files, not %d", luck, len(got), len(want))
	}
}

func TestOnlyWhatWasSyncedIsSafe(t *testing.T) {
	d := New(map[string][]byte{"old": []byte("safe")})
	folder := onDisk(t, d)
	put(t, filepath.Join(folder, "old"), "lost", 2, false)
	put(t, filepath.Join(folder, "new"), "bytes without a name", 0, true)
	wantLeft(t, d, 0, map[string]string{"old": "safe"})
	wantLeft(t, d, 1, map[string]string{"old": "salost", "new": "bytes without a name"})
	put(t, filepath.Join(folder, "name"), "without bytes", 0, false)
	syncFolder(t, folder)
	wantLeft(t, d, 0, map[string]string{"old": "safe", "new": "bytes without a name", "name": ""})
	put(t, filepath.Join(folder, "old"), "!", 6, true)
	wantLeft(t, d, 0, map[string]string{"old": "salost!", "new": "bytes without a name", "name": ""})
}

func TestNamesAreSafeWithTheFolder(t *testing.T) {
	d := New(map[string][]byte{"a": []byte("1"), "b": []byte("2")})
	folder := onDisk(t, d)
	at := func(name string) string { return filepath.Join(folder, name) }
	must(t, os.Link(at("b"), at("second")), os.Rename(at("a"), at("b")))
	wantLeft(t, d, 0, map[string]string{"a": "1", "b": "2"})
	wantLeft(t, d, 1, map[string]string{"b": "1", "second": "2"})
	syncFolder(t, folder)
	must(t, os.Remove(at("b")))
	wantLeft(t, d, 0, map[string]string{"b": "1", "second": "2"})
	wantLeft(t, d, 1, map[string]string{"second": "2"})
	if err := os.Link(at("second"), at("second")); !os.IsExist(err) {
		t.Errorf("a name that was taken was given again: %v", err)
	}
}

// A large write is torn sector by sector, and each outcome is one of the two for each.
func TestTorn(t *testing.T) {
	d := New(map[string][]byte{"file": []byte(strings.Repeat("o", 8*sector))})
	folder := onDisk(t, d)
	put(t, filepath.Join(folder, "file"), strings.Repeat("n", 8*sector), 0, false)
	seen := map[string]bool{}
	for range 50 {
		left := string(d.Left(dice, 0.5)["file"])
		for at := 0; at < len(left); at += sector {
			if piece := left[at : at+sector]; strings.Trim(piece, "o") != "" && strings.Trim(piece, "n") != "" {
				t.Fatalf("a sector is torn: %q", piece)
			}
		}
		seen[left] = true
	}
	if len(seen) < 20 {
		t.Errorf("only %d outcomes of 50", len(seen))
	}
	must(t, os.Truncate(filepath.Join(folder, "file"), 3))
	wantLeft(t, d, 1, map[string]string{"file": "nnn"})
}

func TestNothingGoesWithoutPower(t *testing.T) {
	d := New(map[string][]byte{"file": []byte("1")})
	folder := onDisk(t, d)
	d.FailAt(3, Cut) // after the write and the sync
	put(t, filepath.Join(folder, "file"), "2", 0, true)
	if d.Fails() || d.Changes() != 2 {
		t.Errorf("cut: %v, after %d changes", d.Fails(), d.Changes())
	}
	if err := os.Remove(filepath.Join(folder, "file")); err == nil || !d.Fails() {
		t.Error("a name was taken away without power")
	}
	if data, err := os.ReadFile(filepath.Join(folder, "file")); err == nil {
		t.Errorf("read %q without power", data)
	}
	wantLeft(t, d, 1, map[string]string{"file": "2"})
}

func TestFullAndRoomAgain(t *testing.T) {
	d := New(map[string][]byte{"file": []byte("1")})
	path := filepath.Join(onDisk(t, d), "file")
	d.FailAt(1, Full)
	put(t, path, "2", 0, true) // needs no room
	if err := os.WriteFile(path+"2", nil, 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("on a full disk a new file gave %v", err)
	}
	if err := os.Truncate(path, 10); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("on a full disk growing gave %v", err)
	}
	d.Mend()
	put(t, path, "345", 1, false)
	d.FailAt(1, Broken)
	if err := os.Truncate(path, 0); !errors.Is(err, syscall.EIO) {
		t.Errorf("a broken disk gave %v", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "2345" {
		t.Errorf("a disk that can be read gave %q, %v", data, err)
	}
}
