package safekeep

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"goodturn/models"
)

const (
	goodPassphrase = "correct horse café"
	sealedName     = firstName + SealedSuffix
)

// quick seals with little work, which no attacker but every test is glad of.
var quick = sealer{passphrase: goodPassphrase, work: 8}

func sealed(t *testing.T) (path, backup string) {
	t.Helper()
	store := shop(t, 0)
	backup = run(t, into(t, store, 0, t.TempDir())).Path
	path, err := quick.seal(t.Context(), backup, t.TempDir(), newMeter(nil))
	if err != nil {
		t.Fatal(err)
	}
	return path, backup
}

func mustBePassphraseProblem(t *testing.T, err error, key string) {
	t.Helper()
	if p, ok := models.IsProblem(err); !ok || p.Key != key || p.Field != "passphrase" {
		t.Errorf("the problem is %v, not %s", err, key)
	}
}

func TestPassphrases(t *testing.T) {
	for passphrase, key := range map[string]string{
		"": "seal.none", " \t ": "seal.none", "sevench": "seal.short", "e\u0301e\u0301e\u0301e\u0301": "seal.short",
	} {
		mustBePassphraseProblem(t, CheckPassphrase(passphrase), key)
		_, err := Seal(t.Context(), "nowhere", passphrase, t.TempDir(), nil)
		mustBePassphraseProblem(t, err, key)
	}
	for _, passphrase := range []string{"eight ch", "密码密码密码密码", goodPassphrase} {
		if err := CheckPassphrase(passphrase); err != nil {
			t.Errorf("%q: %v", passphrase, err)
		}
	}
}

// At the full amount of work, as the owner does it: sealed, and opened again into another folder.
func TestSealAndUnseal(t *testing.T) {
	store, stick, home := shop(t, 1), t.TempDir(), t.TempDir()
	backup := run(t, into(t, store, 0, t.TempDir())).Path
	last := -1
	path, err := Seal(t.Context(), backup, goodPassphrase, stick, func(done, _ int) { last = done })
	if err != nil || path != filepath.Join(stick, sealedName) || last != allDone {
		t.Fatalf("sealed as %q with %v, at %d", path, err, last)
	}
	mustHold(t, stick, sealedName, sealedName+HashSuffix)
	raw, err := os.ReadFile(path)
	if err != nil || bytes.Contains(raw, []byte("Ann Hughes")) || !bytes.HasPrefix(raw, []byte("age-encryption.org/v1\n-> scrypt ")) {
		t.Errorf("it reads %q, %v", raw[:60], err)
	}
	if note, err := os.ReadFile(path + HashSuffix); err != nil || strings.Contains(string(note), "customers") {
		t.Errorf("beside it stands %q, %v", note, err)
	}
	// Another system writes the é in two.
	opened, err := Unseal(t.Context(), path, strings.Replace(goodPassphrase, "é", "e\u0301", 1), home, nil)
	if err != nil || filepath.Base(opened) != firstName {
		t.Fatalf("opened as %q with %v", opened, err)
	}
	mustBeWhole(t, opened)
	sameShop(t, opened, countsOf(t, store))
	mustHold(t, home, firstName, firstName+HashSuffix)
	if got, want := mustHash(t, opened), mustHash(t, backup); got != want {
		t.Errorf("opened, it is not the backup: %s, not %s", got, want)
	}
}

func mustHash(t *testing.T, path string) string {
	t.Helper()
	sum, err := hashFile(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func TestSealNeverOverwrites(t *testing.T) {
	first, backup := sealed(t)
	for n := 2; n < 4; n++ {
		path, err := quick.seal(t.Context(), backup, filepath.Dir(first), newMeter(nil))
		if want := fmt.Sprintf("Harbour Cycles 2026-11-21 1024 (%d).goodturn.age", n); err != nil || filepath.Base(path) != want {
			t.Errorf("named %q, %v", path, err)
		}
	}
	opened, err := Unseal(t.Context(), first, goodPassphrase, filepath.Dir(backup), nil)
	if err != nil || filepath.Base(opened) != "Harbour Cycles 2026-11-21 1024 (2).goodturn" {
		t.Errorf("opened as %q, %v", opened, err)
	}
}

func TestWrongPassphrase(t *testing.T) {
	path, _ := sealed(t)
	target, _ := backedUp(t)
	folder := t.TempDir()
	for passphrase, key := range map[string]string{"Correct horse café": "seal.wrong", "x": "seal.wrong", "": "seal.none"} {
		_, err := Unseal(t.Context(), path, passphrase, folder, nil)
		mustBePassphraseProblem(t, err, key)
		_, err = PrepareRestore(t.Context(), path, passphrase, target, nil)
		mustBePassphraseProblem(t, err, key)
	}
	mustHold(t, folder)
	mustHold(t, filepath.Dir(target), filepath.Base(target))
}

func TestDamagedSealedCopies(t *testing.T) {
	path, _ := sealed(t)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	bad := filepath.Join(t.TempDir(), sealedName)
	turned := bytes.Clone(raw)
	turned[len(turned)-2000] ^= 1
	for name, holds := range map[string][]byte{
		"a bit turned": turned, "cut short": raw[:len(raw)-70000], "cut at its head": raw[:50], "empty": nil,
		"a letter": []byte("Dear Sir"), "longer": append(bytes.Clone(raw), 0),
	} {
		if err := os.WriteFile(bad, holds, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Unseal(t.Context(), bad, goodPassphrase, folder, nil)
		if p, ok := models.IsProblem(err); !ok || p.Key != "seal.damaged" {
			t.Errorf("%s: %v", name, err)
		}
	}
	mustHold(t, folder)
	_, err = Unseal(t.Context(), bad+" gone", goodPassphrase, folder, nil)
	mustBeProblem(t, err, "backup.fileMissing")
}

func TestSealOfADamagedBackup(t *testing.T) {
	_, backup := sealed(t)
	turnBit(t, backup)
	folder := t.TempDir()
	_, err := Seal(t.Context(), backup, goodPassphrase, folder, nil)
	mustBeProblem(t, err, "backup.changed")
	if err := os.Remove(backup + HashSuffix); err != nil {
		t.Fatal(err)
	}
	_, err = Seal(t.Context(), backup, goodPassphrase, folder, nil)
	mustBeProblem(t, err, "backup.hashMissing")
	mustHold(t, folder)
}

func TestRestoreFromASealedCopy(t *testing.T) {
	path, _ := sealed(t)
	target, _ := backedUp(t)
	r, err := PrepareRestore(t.Context(), path, goodPassphrase, target, nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.Holds.Customers != 2 || r.Unproven {
		t.Errorf("the preview: %+v", r)
	}
	if _, err := r.Swap(t.Context(), noon, nil); err != nil || customersIn(t, target) != 2 {
		t.Errorf("restored with %v", err)
	}
}

func TestSealOnADiskThatRefuses(t *testing.T) {
	path, backup := sealed(t)
	full := mounted(t, "size=200k")
	_, err := quick.seal(t.Context(), backup, full, newMeter(nil))
	mustBeProblem(t, err, "backup.full")
	_, err = Unseal(t.Context(), path, goodPassphrase, full, nil)
	mustBeProblem(t, err, "backup.full")
	mustHold(t, full)
	remount(t, full, "ro")
	_, err = quick.seal(t.Context(), backup, full, newMeter(nil))
	mustBeProblem(t, err, "backup.folderReadonly")
	gone := filepath.Join(t.TempDir(), "gone")
	_, err = quick.seal(t.Context(), backup, gone, newMeter(nil))
	mustBeProblem(t, err, "backup.folderMissing")
	_, err = Unseal(t.Context(), path, goodPassphrase, gone, nil)
	mustBeProblem(t, err, "backup.folderMissing")
}

func TestSealIsCancelled(t *testing.T) {
	path, backup := sealed(t)
	for at := 0; at < delivered; at += 9 {
		folder := t.TempDir()
		ctx, cancel := context.WithCancel(t.Context())
		stop := newMeter(func(done, _ int) {
			if done >= at {
				cancel()
			}
		})
		if at%2 == 0 {
			_, err := quick.seal(ctx, backup, folder, stop)
			if !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled at %d with %v", at, err)
			}
		} else if _, err := Unseal(ctx, path, goodPassphrase, folder, stop.report); !errors.Is(err, context.Canceled) {
			t.Errorf("unsealing cancelled at %d with %v", at, err)
		}
		cancel()
		mustHold(t, folder)
	}
}
