package app

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"slices"

	"goodturn/app/safekeep"
	"goodturn/models"
)

// Shelf is everywhere that backups of a shop may lie.
type Shelf struct {
	shop   safekeep.Shop
	chosen []string // folders that should be there
	others []string // folders in which there may be backups as well
	before []string // those of them that were backed up to once
}

// Stored is one backup on the shelf.
type Stored struct {
	safekeep.Kept
	Aside   bool // it was the shop file until another was restored in its place
	Journal bool // it is no backup, but what a power cut left unfinished of the shop file
}

// Stock is what lies on a shelf.
type Stock struct {
	Backups []Stored       // the newest first
	Now     models.Glimpse // what the shop file holds; nothing where it cannot be read
	Closed  []error        // of each folder that could not be looked into, why
	Away    []string       // folders that were backed up to once and are not there now
}

// Shelf gives the shelf of the shop that is open, or of the one whose file would not open.
func (a *App) Shelf() (Shelf, error) {
	s := Shelf{shop: safekeep.Shop{Path: a.tried}}
	s.shop.UID, s.shop.Name = a.Prefs.ShopAt(a.tried)
	if a.Store != nil {
		var err error
		if s.shop, err = safekeep.ShopOf(a.Store); err != nil {
			return s, err
		}
	}
	s.chosen = a.ChosenFolders(s.shop.UID)
	for _, done := range a.Prefs.Backups(s.shop.UID) {
		if !done.At.IsZero() && !slices.Contains(s.chosen, done.Folder) {
			s.before = append(s.before, done.Folder)
		}
	}
	// Beside the shop file lies what was set aside.
	s.others = append(slices.Clone(s.before), a.ownBackups, filepath.Dir(s.shop.Path))
	return s, nil
}

// Read looks into every folder. It may run outside the window's goroutine; its error is ctx's.
func (s Shelf) Read(ctx context.Context) (stock Stock, err error) {
	seen := map[string]bool{"": true}
	for i, folder := range slices.Concat(s.chosen, s.others) {
		if seen[folder] || s.shop.UID == "" {
			continue
		}
		seen[folder] = true
		if i >= len(s.chosen) && !IsFolder(folder) {
			if slices.Contains(s.before, folder) && folder != "" {
				stock.Away = append(stock.Away, folder)
			}
			continue
		}
		kept, err := safekeep.List(ctx, folder, s.shop)
		if err != nil && ctx.Err() == nil {
			stock.Closed = append(stock.Closed, err)
		}
		for _, k := range kept {
			stock.Backups = append(stock.Backups, Stored{Kept: k, Aside: safekeep.IsAside(k.Path)})
		}
	}
	slices.SortStableFunc(stock.Backups, func(a, b Stored) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Sequence, a.Sequence))
	})
	if stock.Now, err = models.Glance(ctx, s.shop.Path); err != nil {
		stock.Now = models.Glimpse{} // a shop file that cannot be read is why the owner is here
	}
	return stock, ctx.Err()
}

// CheckBackup reads a backup through: against its hash and, unless it is sealed, as the shop file that it is. It may
// run outside the window's goroutine, and reports hundredths. What is wrong is a models.Problem.
func CheckBackup(ctx context.Context, backup Stored, report func(done, total int)) error {
	report(0, 100)
	err := safekeep.Verify(ctx, backup.Path)
	report(25, 100) // about the hash's share of the time
	if problem, ok := models.IsProblem(err); ok && problem.Key != "backup.hashMissing" || err != nil && !ok || backup.Sealed {
		return err
	}
	if _, damaged := models.Inspect(ctx, backup.Path); damaged != nil {
		return errors.Join(damaged, err)
	}
	return err
}
