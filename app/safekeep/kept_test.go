package safekeep

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodturn/models/modelstest"
)

func TestListTellsWhatIsInEach(t *testing.T) {
	store, folder := shop(t, 0), t.TempDir()
	run(t, into(t, store, 0, folder))
	modelstest.Customer(t, store, "Somebody New", "")
	run(t, into(t, store, -3, folder)) // the clock was set back
	kept := listed(t, folder, store)
	if len(kept) != 2 || kept[0].Sequence != 2 || kept[1].Sequence != 1 {
		t.Fatalf("listed: %+v", kept)
	}
	size, err := sizeOf(kept[1].Path)
	if err != nil {
		t.Fatal(err)
	}
	if k := kept[1]; k.Customers != 2 || k.Visits != 1 || k.LastVisit.In(time.UTC).Unix() != store.Now().Unix() || k.Version == 0 ||
		k.Size != size || k.State != StateFine || k.Sealed || !k.At.Equal(store.Now()) || !k.Checked.Equal(k.At) {
		t.Errorf("the first: %+v", k)
	}
	if kept[0].Customers != 3 {
		t.Errorf("the second: %+v", kept[0])
	}
}

func TestListTellsWhatIsWrong(t *testing.T) {
	store, folder := shop(t, 0), t.TempDir()
	result := run(t, into(t, store, 0, folder))
	raw, err := os.ReadFile(result.Path)
	if err != nil {
		t.Fatal(err)
	}
	newer := bytes.Clone(raw)
	newer[60] = 0x7f // the first byte of user_version in SQLite's header
	for name, holds := range map[string][]byte{
		"Harbour Cycles 2026-11-01 0900.goodturn":     raw,
		"found on the old computer.goodturn":          raw,
		"Harbour Cycles 2026-11-02 0900.goodturn":     raw[:len(raw)/2],
		"Harbour Cycles 2026-11-03 0900.goodturn":     newer,
		"Harbour Cycles 2026-11-04 0900.goodturn":     []byte("Dear Sir, the tyre I bought of you last week"),
		"Harbour Cycles 2026-11-05 0900.goodturn.age": []byte("sealed"),
		"Quay Books 2026-11-04 0900.goodturn":         []byte("somebody else's"),
		"Harbour Cycles 2026-11-04 0900.txt":          raw,
		partStart + "1.goodturn":                      raw,
	} {
		if err := os.WriteFile(filepath.Join(folder, name), holds, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, "Harbour Cycles 2026-11-06 0900.goodturn"), 0o700); err != nil {
		t.Fatal(err)
	}
	got := map[string]State{}
	for _, k := range listed(t, folder, store) {
		name := strings.TrimPrefix(filepath.Base(k.Path), "Harbour Cycles ")
		got[name] = k.State
		if k.State == StateUnproven && (k.Customers != 2 || k.Visits != 1) {
			t.Errorf("%s: %+v", name, k)
		}
		if strings.HasPrefix(name, "2026-11-0") && !strings.HasPrefix(name, k.At.Format("2006-01-02 1504")) {
			t.Errorf("%s is of %v", name, k.At)
		}
		if k.Sealed != strings.HasSuffix(name, SealedSuffix) {
			t.Errorf("%s: sealed %v", name, k.Sealed)
		}
	}
	want := map[string]State{
		"2026-11-21 1024.goodturn": StateFine, "2026-11-01 0900.goodturn": StateUnproven, "2026-11-02 0900.goodturn": StateDamaged,
		"2026-11-03 0900.goodturn": StateNewer, "2026-11-04 0900.goodturn": StateNotShop, "2026-11-05 0900.goodturn.age": StateFine,
		"found on the old computer.goodturn": StateUnproven,
	}
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s is %q, not %q", name, got[name], want[name])
		}
	}
	if len(got) != len(want) {
		t.Errorf("listed: %v", got)
	}
	if err := os.Truncate(result.Path, int64(len(raw)-4096)); err != nil {
		t.Fatal(err)
	}
	for _, k := range listed(t, folder, store) {
		if k.Path == result.Path && (k.State != StateDamaged || k.Customers != 2) {
			t.Errorf("cut short: %+v", k)
		}
	}
}

// The shop file may lie among its backups: opening and closing it here would take SQLite's locks off it.
func TestListLeavesTheShopFileAlone(t *testing.T) {
	store, other := shop(t, 0), shop(t, 0)
	folder := filepath.Dir(store.Path())
	result := run(t, into(t, store, 0, folder))
	if kept := listed(t, folder, store); len(kept) != 1 || kept[0].Path != result.Path {
		t.Errorf("listed: %+v", kept)
	}
	if kept := listed(t, folder, other); len(kept) != 0 {
		t.Errorf("another shop's are: %+v", kept)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := List(ctx, folder, shopOf(t, store)); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled with %v", err)
	}
	_, err := List(t.Context(), filepath.Join(folder, "gone"), shopOf(t, store))
	mustBeProblem(t, err, "backup.folderMissing")
}
