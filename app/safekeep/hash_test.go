package safekeep

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestVerifyFindsAnyBitThatTurned(t *testing.T) {
	store, folder := shop(t, 0), t.TempDir()
	result, err := prepare(t, store, folder).Run(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(result.Path)
	if err != nil {
		t.Fatal(err)
	}
	dice := rand.New(rand.NewPCG(20261121, 1024))
	for range 40 {
		at, bit := dice.IntN(len(raw)), byte(1)<<dice.IntN(8)
		raw[at] ^= bit
		if err := os.WriteFile(result.Path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		mustBeProblem(t, Verify(t.Context(), result.Path), "backup.changed")
		raw[at] ^= bit
	}
	if err := os.WriteFile(result.Path, raw[:len(raw)-1], 0o600); err != nil {
		t.Fatal(err)
	}
	mustBeProblem(t, Verify(t.Context(), result.Path), "backup.changed")
	if err := os.WriteFile(result.Path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Verify(t.Context(), result.Path); err != nil {
		t.Errorf("with every bit back in its place: %v", err)
	}
}

func TestVerifyWithoutItsHash(t *testing.T) {
	store, folder := shop(t, 0), t.TempDir()
	result, err := prepare(t, store, folder).Run(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	hash, err := os.ReadFile(result.Path + HashSuffix)
	if err != nil {
		t.Fatal(err)
	}
	write := func(text string) {
		if err := os.WriteFile(result.Path+HashSuffix, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(strings.ToUpper(string(hash))) // as other programs write it
	if err := Verify(t.Context(), result.Path); err != nil {
		t.Errorf("in capitals: %v", err)
	}
	for _, text := range []string{"", "hello", string(hash[:40])} {
		write(text)
		mustBeProblem(t, Verify(t.Context(), result.Path), "backup.hashMissing")
	}
	if err := os.Remove(result.Path + HashSuffix); err != nil {
		t.Fatal(err)
	}
	mustBeProblem(t, Verify(t.Context(), result.Path), "backup.hashMissing")
	mustBeProblem(t, Verify(t.Context(), filepath.Join(folder, "gone.goodturn")), "backup.fileMissing")
}

func TestVerifyCanBeCancelled(t *testing.T) {
	store, folder := shop(t, 0), t.TempDir()
	result, err := prepare(t, store, folder).Run(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Verify(ctx, result.Path); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled with %v", err)
	}
}
