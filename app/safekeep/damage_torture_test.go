package safekeep

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// A backup that was cut short, or in which a bit turned, or whose note did, is never restored as if nothing had been.
// Unlike the shop file in use it has its hash: there is no damage that is not seen.
func TestDamagedBackups(t *testing.T) {
	target, backup := backedUp(t)
	whole, note := mustRead(t, backup), mustRead(t, backup+HashSuffix)
	rounds, told := modelstest.Rounds(t, 40, 10), map[string]int{}
	for range rounds {
		spoilt := spoil(whole)
		mustSpoil(t, backup, spoilt, note)
		r, err := PrepareRestore(t.Context(), backup, "", target, nil)
		p, isProblem := models.IsProblem(err)
		if !isProblem || p.Field != "folder" {
			t.Fatalf("a damaged backup gave %+v, %v", r, err)
		}
		told[p.Key]++
		if _, err := List(t.Context(), filepath.Dir(backup), Shop{UID: "another", Path: target}); err != nil {
			t.Errorf("the list of backups: %v", err)
		}
	}
	t.Logf("%d damaged backups, all refused: %v", rounds, told)
	if customersIn(t, target) != 3 {
		t.Error("the shop file is not as it was")
	}
}

// A note that was damaged makes a backup one without a proof, or one that does not agree; never another shop's data.
func TestDamagedNotes(t *testing.T) {
	target, backup := backedUp(t)
	whole, note := mustRead(t, backup), mustRead(t, backup+HashSuffix)
	rounds, unproven, refused, fine := modelstest.Rounds(t, 40, 20), 0, 0, 0
	for range rounds {
		mustSpoil(t, backup, whole, spoil(note))
		r, err := PrepareRestore(t.Context(), backup, "", target, nil)
		switch p, _ := models.IsProblem(err); {
		case err == nil && r.Holds.Customers != 2:
			t.Errorf("it would restore %d customers", r.Holds.Customers)
		case err == nil && r.Unproven:
			unproven++
		case err == nil:
			fine++ // the hash was spared
		case p.Field == "folder":
			refused++
		default:
			t.Errorf("an error that is no Problem: %v", err)
		}
		if r != nil {
			r.Discard()
		}
	}
	t.Logf("%d damaged notes: %d without proof, %d refused, %d where the hash was spared", rounds, unproven, refused, fine)
}

// spoil cuts data short, or turns a bit of it.
func spoil(data []byte) []byte {
	spoilt := bytes.Clone(data)
	if rand.IntN(3) == 0 {
		return spoilt[:rand.IntN(len(spoilt))]
	}
	spoilt[rand.IntN(len(spoilt))] ^= 1 << rand.IntN(8)
	return spoilt
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func mustSpoil(t *testing.T, backup string, data, note []byte) {
	t.Helper()
	for path, data := range map[string][]byte{backup: data, backup + HashSuffix: note} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
