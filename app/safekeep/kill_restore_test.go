package safekeep

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestRestoreUntilKilled is a program that is killed; by itself it does nothing.
func TestRestoreUntilKilled(t *testing.T) {
	target, folder := os.Getenv(killShop), os.Getenv(killFolder)
	if target == "" {
		t.Skip("runs in a program of its own, started by TestKilledRestores")
	}
	aside, err := ready(t, filepath.Join(folder, firstName), target).Swap(t.Context(), noon)
	fmt.Println("ready")
	for err == nil {
		aside, err = PutBack(t.Context(), aside, target, noon)
	}
	t.Fatal(err)
}

// A program that restores, and undoes that without end, is killed at a random moment. The shop file must be there, whole,
// with what one of the two held, and what it held in the beginning must be somewhere.
func TestKilledRestores(t *testing.T) {
	target, backup := backedUp(t)
	dice := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 2))
	restored := 0
	for range 10 {
		killOne(t, "TestRestoreUntilKilled", target, filepath.Dir(backup), time.Duration(dice.IntN(500))*time.Millisecond)
		holds := customersIn(t, target)
		if holds != 2 && holds != 3 {
			t.Errorf("the shop file holds %d customers", holds)
		}
		found := 0
		for _, name := range namesIn(t, filepath.Dir(target)) {
			if strings.HasSuffix(name, Extension) && customersIn(t, filepath.Join(filepath.Dir(target), name)) == 3 {
				found++
			}
		}
		if found == 0 {
			t.Error("what the shop file held in the beginning is nowhere")
		}
		if holds == 2 {
			restored++
		}
	}
	mustBeWhole(t, backup)
	t.Logf("killed ten times; the backup was in place %d times, %d files in all", restored, len(namesIn(t, filepath.Dir(target))))
}

// TestSealUntilKilled is a program that is killed; by itself it does nothing.
func TestSealUntilKilled(t *testing.T) {
	backup, folder := os.Getenv(killShop), os.Getenv(killFolder)
	if backup == "" {
		t.Skip("runs in a program of its own, started by TestKilledSeals")
	}
	fmt.Println("ready")
	for {
		if _, err := quick.seal(t.Context(), backup, folder, newMeter(nil)); err != nil {
			t.Fatal(err)
		}
	}
}

// A program that seals without end is killed at a random moment. Each sealed copy that has its name must open.
func TestKilledSeals(t *testing.T) {
	first, backup := sealed(t)
	folder, want := filepath.Dir(first), mustHash(t, backup)
	dice := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 3))
	for range 5 {
		killOne(t, "TestSealUntilKilled", backup, folder, time.Duration(dice.IntN(300))*time.Millisecond)
	}
	opened := 0
	for _, name := range namesIn(t, folder) {
		if !strings.HasSuffix(name, SealedSuffix) {
			continue
		}
		hash := sha256.New()
		err := decrypt(t.Context(), filepath.Join(folder, name), goodPassphrase, hash, newMeter(nil))
		if got := hex.EncodeToString(hash.Sum(nil)); err != nil || got != want {
			t.Errorf("%s opens as %s with %v", name, got, err)
		}
		opened++
	}
	if opened < 2 {
		t.Error("no copy was ever sealed, so nothing was tried")
	}
}
