package safekeep

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest/powercut"
)

// This is when a restore is wanted most: the shop file cannot be opened, and another program's journal is beside it.
func TestRestoreOverADamagedFile(t *testing.T) {
	target, backup := backedUp(t)
	turnHeader(t, target)
	damaged, err := os.ReadFile(target)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(target+"-wal", []byte("half a change"), 0o600); err != nil {
		t.Fatal(err)
	}
	aside, err := ready(t, backup, target).Swap(t.Context(), noon, nil)
	if err != nil {
		t.Fatal(err)
	}
	if customersIn(t, target) != 2 {
		t.Error("not restored")
	}
	if raw, err := os.ReadFile(aside); err != nil || !bytes.Equal(raw, damaged) {
		t.Errorf("what was set aside is not as it was: %v", err)
	}
	if raw, err := os.ReadFile(aside + "-wal"); err != nil || string(raw) != "half a change" {
		t.Errorf("its journal is %q, %v", raw, err)
	}
	if _, err := os.Stat(target + "-wal"); !errors.Is(err, os.ErrNotExist) {
		t.Error("the restored file lies beside the other's journal")
	}
	if _, err := PutBack(t.Context(), aside, target, noon, nil); err != nil {
		t.Fatal(err)
	}
	if raw, err := os.ReadFile(target + "-wal"); err != nil || string(raw) != "half a change" {
		t.Errorf("put back, its journal is %q, %v", raw, err)
	}
}

// A program that was killed while it saved has left the shop file torn, and the journal that mends it beside it: the
// file that is set aside is mended, and the restored one does not get the other's journal.
func TestRestoreOverAnUnfinishedSave(t *testing.T) {
	if _, err := exec.LookPath("sqlite3"); err != nil {
		t.Skip("no sqlite3 on this system")
	}
	target, backup := backedUp(t)
	torn := filepath.Join(t.TempDir(), "shop.goodturn")
	script := fmt.Sprintf("PRAGMA cache_size = 1; BEGIN; DELETE FROM contact; UPDATE customer SET name = hex(randomblob(60000));\n.system cp %q %q\n.system cp %q %q\n",
		target, torn, target+"-journal", torn+"-journal")
	command := exec.Command("sqlite3", target)
	command.Stdin = strings.NewReader(script)
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if size, err := sizeOf(torn + "-journal"); err != nil || size == 0 {
		t.Fatalf("a journal of %d bytes, %v", size, err)
	}
	r := ready(t, backup, torn)
	aside, err := r.Swap(t.Context(), noon, nil)
	if err != nil {
		t.Fatal(err)
	}
	if customersIn(t, torn) != 2 || customersIn(t, aside) != 3 {
		t.Errorf("restored %d customers and set aside %d", customersIn(t, torn), customersIn(t, aside))
	}
	mustHold(t, filepath.Dir(torn), filepath.Base(aside), "shop.goodturn")
}

// The disk is locked between the preview and the click: everything is as it was.
func TestSwapThatFails(t *testing.T) {
	target, backup := backedUp(t)
	disk := mounted(t, "size=20m")
	moved := filepath.Join(disk, "shop.goodturn")
	copyFile(t, target, moved)
	r := ready(t, backup, moved)
	remount(t, disk, "ro")
	_, err := r.Swap(t.Context(), noon, nil)
	mustBeProblem(t, err, "restore.readonly")
	if customersIn(t, moved) != 3 {
		t.Error("the shop file is not as it was")
	}
	remount(t, disk, "rw")
	if err := os.Remove(r.part); err != nil { // as a tidy-minded owner might
		t.Fatal(err)
	}
	if err := os.WriteFile(moved+"-wal", []byte("of another program"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Swap(t.Context(), noon, nil); err == nil {
		t.Error("it went on with nothing")
	}
	mustHold(t, disk, "shop.goodturn", "shop.goodturn-wal")
}

// A stick knows no second names, so the present file is copied: before it is shut, or else as it lies.
func TestSetAsideByCopying(t *testing.T) {
	if there, _ := backedUp(t); NeedsCopy(there) {
		t.Error("a disk that knows second names needs no copy")
	}
	for name, prepare := range map[string]func(target string) (*Aside, error){
		"not prepared": func(string) (*Aside, error) { return nil, nil },
		"a shop that is open": func(target string) (*Aside, error) {
			store, err := models.Open(target)
			if err != nil {
				return nil, err
			}
			defer store.Close()
			return CopyOpen(t.Context(), target, store.CopyTo, nil)
		},
		"one that is not": func(target string) (*Aside, error) { return CopyShut(t.Context(), target, nil) },
	} {
		t.Run(name, func(t *testing.T) {
			target, backup := onAStick(t)
			copyFile(t, target, filepath.Join(filepath.Dir(target), asideAtNoon))
			if !NeedsCopy(target) {
				t.Fatal("it would not be copied")
			}
			r := ready(t, backup, target)
			made, err := prepare(target)
			if err != nil {
				t.Fatal(err)
			}
			aside, err := r.Swap(t.Context(), noon, made)
			if err != nil || filepath.Base(aside) != "Harbour Cycles before restore 2026-11-22 1430 (2).goodturn" {
				t.Fatalf("set aside as %q, %v", aside, err)
			}
			if customersIn(t, aside) != 3 || customersIn(t, target) != 2 {
				t.Errorf("set aside with %d, restored %d", customersIn(t, aside), customersIn(t, target))
			}
			made.Discard()
			mustHold(t, filepath.Dir(target), filepath.Base(aside), asideAtNoon, "shop.goodturn")
		})
	}
}

// A copy that is cancelled, or has no room, leaves nothing.
func TestCopyAsideThatFails(t *testing.T) {
	target, _ := onAStick(t)
	ctx, cancel := context.WithCancel(t.Context())
	_, shut := CopyShut(ctx, target, func(done, _ int) {
		if done > 10 {
			cancel()
		}
	})
	_, open := CopyOpen(ctx, target, func(context.Context, string) (models.Inspection, error) { return models.Inspection{}, ctx.Err() }, nil)
	if !errors.Is(shut, context.Canceled) || !errors.Is(open, context.Canceled) {
		t.Errorf("cancelled: %v, %v", shut, open)
	}
	full := func(context.Context, string) (models.Inspection, error) {
		return models.Inspection{}, models.Problem{Field: "file", Key: "file.full"}
	}
	_, err := CopyOpen(t.Context(), target, full, nil)
	mustBeProblem(t, err, "restore.full")
	mustHold(t, filepath.Dir(target), "shop.goodturn")
}

// onAStick gives a shop file of three customers on a disk that knows no second names, and a backup of it with two elsewhere.
func onAStick(t *testing.T) (target, backup string) {
	t.Helper()
	from, backup := backedUp(t)
	raw, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	disk := powercut.New(map[string][]byte{"shop.goodturn": raw})
	disk.OneName()
	folder := t.TempDir()
	unmount, err := disk.Mount(folder)
	if err != nil {
		t.Skipf("no stick here: %v", err)
	}
	t.Cleanup(func() {
		if err := unmount(); err != nil {
			t.Error(err)
		}
	})
	return filepath.Join(folder, "shop.goodturn"), backup
}
