package safekeep

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// shop opens a shop file that holds a little of everything a counter makes, and so many megabytes more.
func shop(t *testing.T, megabytes int) *models.Store {
	t.Helper()
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110")
	modelstest.Customer(t, store, "王小明", "")
	modelstest.Specialist(t, store, "Spoke Works", "wheel building")
	modelstest.Visit(t, store, ann, "Inner tube", "Brooks saddle, honey")
	body := make([]byte, 1<<19)
	for i := range megabytes {
		rand.Read(body)
		if err := store.SaveDraft(fmt.Sprint("ballast ", i), hex.EncodeToString(body)); err != nil {
			t.Fatal(err)
		}
	}
	return store
}

func prepare(t *testing.T, store *models.Store, folder string) *Plan {
	t.Helper()
	plan, err := Prepare(store, []string{folder}, store.Now())
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// elsewhere makes the plan treat its folder as one on another disk.
func elsewhere(p *Plan) *Plan {
	p.near = filepath.Dir(p.shop.Path)
	return p
}

// mustBeWhole opens a backup in every way there is, and gives what it holds.
func mustBeWhole(t *testing.T, path string) models.Counts {
	t.Helper()
	if err := Verify(t.Context(), path); err != nil {
		t.Errorf("verify: %v", err)
	}
	found, err := models.Inspect(t.Context(), path)
	if err != nil {
		t.Fatalf("inspect: %v", err)
	}
	return found.Counts
}

func countsOf(t *testing.T, store *models.Store) models.Counts {
	t.Helper()
	n, err := store.Counts()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// mustBeProblem fails unless err is the Problem of the folder with the key.
func mustBeProblem(t *testing.T, err error, key string) {
	t.Helper()
	if p, ok := models.IsProblem(err); !ok || p.Key != key || p.Field != "folder" {
		t.Errorf("the problem is %v, not %s", err, key)
	}
}

// mustHold fails unless the folder holds just these names.
func mustHold(t *testing.T, folder string, names ...string) {
	t.Helper()
	if got := namesIn(t, folder); !slices.Equal(got, names) {
		t.Errorf("%s holds %q, not %q", folder, got, names)
	}
}

func namesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// mounted gives an empty memory disk with the given mount options, or skips: only an administrator of Linux has one.
func mounted(t *testing.T, options string) string {
	t.Helper()
	if runtime.GOOS != "linux" || os.Geteuid() != 0 {
		t.Skip("making a disk needs the administrator of a Linux system")
	}
	folder := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "goodturn-test", folder).CombinedOutput(); err != nil {
		t.Skipf("this system lets nobody mount a disk: %v %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", folder).CombinedOutput(); err != nil {
			t.Errorf("umount: %v %s", err, out)
		}
	})
	return folder
}

func remount(t *testing.T, folder, options string) {
	t.Helper()
	if out, err := exec.Command("mount", "-o", "remount,"+options, folder).CombinedOutput(); err != nil {
		t.Fatalf("remount: %v %s", err, out)
	}
}

// sameShop compares an opened backup with the counts the shop had.
func sameShop(t *testing.T, backup string, want models.Counts) {
	t.Helper()
	// Opening makes a backup a shop file in use: a copy is opened, so that the backup stays what it is.
	raw, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "again.goodturn")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	store, err := models.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if got := countsOf(t, store); !maps.Equal(got, want) {
		t.Errorf("the backup holds %v, not %v", got, want)
	}
	rows, err := store.FindCustomers("hugh", 5)
	if err != nil || len(rows) != 1 || rows[0].Name != "Ann Hughes" {
		t.Errorf("in the backup a search finds %+v, %v", rows, err)
	}
}

func shopOf(t *testing.T, store *models.Store) Shop {
	t.Helper()
	of, err := ShopOf(store)
	if err != nil {
		t.Fatal(err)
	}
	return of
}

func listed(t *testing.T, folder string, store *models.Store) []Kept {
	t.Helper()
	kept, err := List(t.Context(), folder, shopOf(t, store))
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// turnBit turns one bit in the middle of a file, as an old stick does.
func turnBit(t *testing.T, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	raw[len(raw)/2] ^= 1
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}
