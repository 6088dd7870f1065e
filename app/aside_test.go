package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/models/modelstest/powercut"
)

// keptOnAStick is kept with its shop file on a disk that knows no second names, and a restore of its backup made ready; the shop has
// a customer more since.
func keptOnAStick(t *testing.T) (a *App, folder string, r *safekeep.Restore) {
	t.Helper()
	a, own := kept(t)
	a.BackUp([]string{own}, BackupWatch{})
	raw, err := os.ReadFile(backupsIn(t, own)[0])
	must(t, err)
	disk := powercut.New(map[string][]byte{"shop.goodturn": raw})
	disk.OneName()
	folder = t.TempDir()
	unmount, err := disk.Mount(folder)
	if err != nil {
		t.Skipf("no stick here: %v", err)
	}
	t.Cleanup(func() { must(t, unmount()) })
	must(t, a.Open(filepath.Join(folder, "shop.goodturn"), false))
	t.Cleanup(a.Close)
	modelstest.Customer(t, a.Store, "Ann Hughes", "")
	r, err = safekeep.PrepareRestore(t.Context(), backupsIn(t, own)[0], "", a.ShopFile(), nil)
	must(t, err)
	return a, folder, r
}

func customersOf(t *testing.T, path string) int {
	t.Helper()
	holds, err := models.Glance(t.Context(), path)
	must(t, err)
	return holds.Customers
}

// On a stick the present file is copied while the shop is open; the copy is what is set aside, unless somebody saved meanwhile.
func TestSetAsideOnAStick(t *testing.T) {
	for _, saves := range []bool{false, true} {
		a, folder, r := keptOnAStick(t)
		present := a.NeedsAside()
		if present == nil {
			t.Fatal("nothing is to be made first")
		}
		must(t, present.Make(t.Context(), func(int, int) {}))
		if a.current(present) == nil {
			t.Fatal("what was made is of no use")
		}
		want := 1
		if saves {
			modelstest.Customer(t, a.Store, "Bob", "")
			if want = 2; a.current(present) != nil {
				t.Error("what was made is an old one, and would be set aside")
			}
		}
		aside, err := a.Restore(r, present)
		must(t, err)
		if customersOf(t, aside) != want || customersOf(t, a.ShopFile()) != 0 {
			t.Errorf("set aside with %d customers, restored with %d", customersOf(t, aside), customersOf(t, a.ShopFile()))
		}
		back := a.NeedsAside()
		must(t, back.Make(t.Context(), func(int, int) {}))
		_, err = a.PutBack(aside, back)
		must(t, err)
		if n := customersOf(t, a.ShopFile()); n != want {
			t.Errorf("put back, there are %d customers", n)
		}
		left, err := filepath.Glob(filepath.Join(folder, ".goodturn-*"))
		must(t, err)
		if len(left) > 0 {
			t.Errorf("it left %q", left)
		}
	}
}

// Cancelled, it leaves nothing; and where the disk knows second names there is nothing to make.
func TestSetAsideIsCancelled(t *testing.T) {
	a, folder, r := keptOnAStick(t)
	r.Discard()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := a.NeedsAside().Make(ctx, func(int, int) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled with %v", err)
	}
	left, err := filepath.Glob(filepath.Join(folder, ".goodturn-*"))
	must(t, err)
	if len(left) > 0 || a.Store == nil {
		t.Errorf("it left %q", left)
	}
	if elsewhere, _ := kept(t); elsewhere.NeedsAside() != nil {
		t.Error("a copy where none is needed")
	}
}
