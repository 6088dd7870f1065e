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

	"goodturn/models/modelstest"
)

// TestRestoreUntilKilled is a program that is killed; by itself it does nothing.
func TestRestoreUntilKilled(t *testing.T) {
	target, folder := os.Getenv(killShop), os.Getenv(killFolder)
	if target == "" {
		t.Skip("runs in a program of its own, started by TestKilledRestores")
	}
	aside, err := ready(t, filepath.Join(folder, firstName), target).Swap(t.Context(), noon, nil)
	fmt.Println("ready")
	for err == nil {
		aside, err = PutBack(t.Context(), aside, target, noon, nil)
	}
	t.Fatal(err)
}

// A program that restores, and undoes that without end, is killed at a random moment. The shop file must be there, whole,
// with what one of the two held, and what it held in the beginning must be somewhere.
func TestKilledRestores(t *testing.T) {
	dice := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 2))
	rounds, restored := modelstest.Rounds(t, 6, 20), 0
	var target, backup string
	for round := range rounds {
		if round%10 == 0 { // each kill may leave a file more, and every one is looked into
			target, backup = backedUp(t)
		}
		killOne(t, "TestRestoreUntilKilled", target, filepath.Dir(backup), time.Duration(dice.IntN(500))*time.Millisecond)
		mustHoldOne(t, filepath.Dir(target), nil, 3, 2)
		if customersIn(t, target) == 2 {
			restored++
		}
		mustBeWhole(t, backup)
		ClearRestores(target) // as the next start does
		for _, name := range namesIn(t, filepath.Dir(target)) {
			if strings.HasPrefix(name, restoreStart) {
				t.Errorf("a copy in plain is left: %s", name)
			}
		}
	}
	t.Logf("killed %d times, 0 lost; the backup was in place %d times", rounds, restored)
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
	rounds := modelstest.Rounds(t, 4, 20)
	for range rounds {
		killOne(t, "TestSealUntilKilled", backup, folder, time.Duration(dice.IntN(300))*time.Millisecond)
	}
	killOne(t, "TestSealUntilKilled", backup, folder, 3*time.Second) // at least these copies are done, on a busy machine too
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
	t.Logf("killed %d times, %d sealed copies, 0 that do not open", rounds, opened)
	if opened < 2 {
		t.Error("no copy was ever sealed, so nothing was tried")
	}
}
