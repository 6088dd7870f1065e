// Package safekeep makes a backup of the shop file while the program runs, and says it is done only when the
// backup has been opened, checked and read back. It starts no goroutine; the app's job runner calls it.
package safekeep

import (
	"path/filepath"
	"time"

	"goodturn/models"
)

// Plan is one backup about to be made.
type Plan struct {
	store  *models.Store
	shop   string // the shop's name, for the file's name
	folder string // where the owner wants the backup
	near   string // where the copy is made first when folder lies on another disk; else folder itself
	now    time.Time
}

// Prepare gets ready to back the shop up into folder, at the local time now that its name will tell. It is
// called where the store's methods may be, the window's goroutine. A folder that is not there or cannot be
// written to is a models.Problem with Field "folder".
func Prepare(store *models.Store, folder string, now time.Time) (*Plan, error) {
	if folder == "" {
		return nil, trouble("backup.folderNone", folder, nil)
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	if err := checkFolder(folder); err != nil {
		return nil, explain(err, folder)
	}
	shop, err := store.Shop()
	if err != nil {
		return nil, err
	}
	// SQLite keeps the shop file from being saved to for as long as it copies. A slow stick would hold up the
	// counter for the whole of its writing, so the copy is made beside the shop file and carried over.
	near := filepath.Dir(store.Path())
	if SameDisk(near, folder) {
		near = folder
	}
	return &Plan{store: store, shop: shop.Name, folder: folder, near: near, now: now}, nil
}
