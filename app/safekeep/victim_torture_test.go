package safekeep

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/models/modelstest/powercut"
)

// TestMain lets the test binary be the victim of a fault, where a test started it for that.
func TestMain(m *testing.M) {
	modelstest.RunVictim(deeds)
	debug.SetGCPercent(400) // a shop that is backed up and thrown away leaves much to tidy up
	os.Exit(m.Run())
}

// deeds are what the program does while a fault happens to the disk, whose folder is the path.
var deeds = map[string]func(folder string) error{
	"back up": func(disk string) error { return backUpWithoutEnd(filepath.Join(disk, shopName), disk) },
	// The disk is a stick: the shop file lies elsewhere.
	"back up to a stick": func(disk string) error { return backUpWithoutEnd(filepath.Join(besideOf(disk), shopName), disk) },
	"restore": func(disk string) error {
		return modelstest.Once(func() error { return restoreFirst(disk) })
	},
	"put back": func(disk string) error {
		return modelstest.Once(func() error {
			_, err := PutBack(context.Background(), filepath.Join(disk, asideAtNoon), filepath.Join(disk, shopName), noon, nil)
			return err
		})
	},
	"seal": func(disk string) error {
		return modelstest.Once(func() error {
			_, err := quick.seal(context.Background(), filepath.Join(disk, firstName), disk, newMeter(nil))
			return err
		})
	},
}

// shopName is the shop file's name on a disk that fails.
const shopName = "shop.goodturn"

// besideOf is a folder beside that of the disk.
func besideOf(disk string) string { return disk + " beside" }

// backUpWithoutEnd adds a customer and backs up, again and again, and says after each backup how many customers the
// shop has.
func backUpWithoutEnd(path, folder string) error {
	var store *models.Store
	err := modelstest.UntilDone("", func() (err error) {
		store, err = models.Open(path)
		return err
	})
	for err == nil {
		var plan *Plan
		err = modelstest.UntilDone("", func() (err error) {
			if err = store.SaveCustomer(&models.Customer{Name: "Somebody New"}); err == nil {
				plan, err = Prepare(store, []string{folder}, time.Now())
			}
			return err
		})
		if err == nil {
			err = modelstest.UntilDone("", func() error { return backUpAndSay(plan) })
		}
	}
	return err
}

func backUpAndSay(plan *Plan) error {
	result, err := plan.Run(context.Background(), nil)
	if err == nil {
		fmt.Println("backed up", result.Found.Counts["customer"])
	}
	return err
}

// restoreFirst brings the first backup back, and never stays with a copy that does not take the shop file's place.
func restoreFirst(disk string) error {
	r, err := PrepareRestore(context.Background(), filepath.Join(disk, firstName), "", filepath.Join(disk, shopName), nil)
	if err != nil {
		return err
	}
	defer r.Discard()
	_, err = r.Swap(context.Background(), noon, nil)
	return err
}

// shelf gives the files of a shop of three customers, of a first backup with two of them, and of what a restore would
// have set aside, with four.
func shelf(t *testing.T) map[string][]byte {
	t.Helper()
	target, backup := backedUp(t)
	aside := filepath.Join(t.TempDir(), asideAtNoon)
	copyFile(t, target, aside)
	store, err := models.Open(aside)
	if err != nil {
		t.Fatal(err)
	}
	modelstest.Customer(t, store, "Set aside", "")
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for name, path := range map[string]string{shopName: target, firstName: backup, firstName + HashSuffix: backup + HashSuffix, asideAtNoon: aside} {
		if files[name], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// put makes a folder hold just these files.
func put(t *testing.T, folder string, files map[string][]byte) {
	t.Helper()
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// onDisk mounts the disk, or skips the test where this computer does not allow it. Beside it is a folder with the shop
// file.
func onDisk(t *testing.T, disk *powercut.Disk, shop []byte) (folder string, unmount func()) {
	t.Helper()
	folder = t.TempDir()
	put(t, besideOf(folder), map[string][]byte{shopName: shop})
	take, err := disk.Mount(folder)
	if err != nil {
		t.Skipf("no disk that fails here: %v", err)
	}
	return folder, func() {
		if err := take(); err != nil {
			t.Error(err)
		}
	}
}
