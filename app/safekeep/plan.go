// Package safekeep keeps backups of the shop file: it makes them while the program runs, says one is done only when
// it has been opened, checked and read back, clears away the old ones, brings one back, and seals one with a
// passphrase. It starts no goroutine; the app's job runner calls it.
package safekeep

import (
	"context"
	"path/filepath"
	"slices"
	"time"

	"goodturn/models"
)

// Shop tells the backups of one shop from those of another, and from the shop file itself.
type Shop struct {
	UID  string
	Name string
	Path string // the shop file in use
}

// ShopOf gives the shop of an open shop file. It is called where the store's methods may be, the window's goroutine.
func ShopOf(store *models.Store) (Shop, error) {
	shop, err := store.Shop()
	return Shop{UID: shop.UID, Name: shop.Name, Path: store.Path()}, err
}

// Plan is one backup about to be made.
type Plan struct {
	shop      Shop
	copy      func(ctx context.Context, to string) (models.Inspection, error)
	folders   []string // where the owner wants the backup
	near      string   // where the copy is made first: one of folders, else beside the shop file
	now       time.Time
	migrating bool // it is the one before a migration
}

// Prepare gets ready to back the shop up into each of folders, at the local time now that its name will tell. It is
// called where the store's methods may be, the window's goroutine. That no folder can be written to is a
// models.Problem with Field "folder", that of the first; where one can, the others' troubles are told by Run.
func Prepare(store *models.Store, folders []string, now time.Time) (*Plan, error) {
	shop, err := ShopOf(store)
	if err != nil {
		return nil, err
	}
	return newPlan(&Plan{shop: shop, copy: store.CopyTo, now: now}, folders)
}

// PrepareMigration is Prepare for the backup before a migration, of the shop file at path that no store has open yet.
// It stays for good: no later backup takes its place.
func PrepareMigration(ctx context.Context, path string, folders []string, now time.Time) (*Plan, error) {
	seen, err := models.Identify(ctx, path)
	if err != nil {
		return nil, err
	}
	shop := Shop{UID: seen.ShopUID, Name: seen.ShopName, Path: path}
	copyFile := func(ctx context.Context, to string) (models.Inspection, error) { return models.CopyFile(ctx, path, to) }
	return newPlan(&Plan{shop: shop, copy: copyFile, now: now, migrating: true}, folders)
}

func newPlan(p *Plan, folders []string) (*Plan, error) {
	folders = slices.DeleteFunc(slices.Clone(folders), func(folder string) bool { return folder == "" })
	if len(folders) == 0 {
		return nil, trouble("backup.folderNone", "", nil)
	}
	var first error
	usable := false
	for _, folder := range folders {
		full, err := filepath.Abs(folder)
		if err == nil {
			err = CheckFolder(folder)
		}
		if err != nil && first == nil {
			first = err
		}
		usable = usable || err == nil
		if !slices.Contains(p.folders, full) {
			p.folders = append(p.folders, full)
		}
	}
	if !usable {
		return nil, first
	}
	p.near = nearest(filepath.Dir(p.shop.Path), p.folders)
	return p, nil
}

// nearest gives the folder in which the copy is made. SQLite keeps the shop file from being saved to for as long as
// it copies. A slow stick would hold up the counter for the whole of its writing, so the copy is made on the shop
// file's own disk and carried over.
func nearest(beside string, folders []string) string {
	for _, folder := range folders {
		if SameDisk(beside, folder) {
			return folder
		}
	}
	return beside
}
