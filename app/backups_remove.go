package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"goodturn/app/safekeep"
	"goodturn/models"
)

// Except gives the backups of the stock but those at the paths: what is older than the ones just made. What only has a
// backup's name is not ours, and never among them. One folder may have two names: the files count, not their paths.
func (s Stock) Except(paths []string) []Stored {
	return slices.DeleteFunc(slices.Clone(s.Backups), func(b Stored) bool {
		made := func(path string) bool { return path == b.Path || SameFile(path, b.Path) }
		return b.State == safekeep.StateNotShop || slices.ContainsFunc(paths, made)
	})
}

// Leavings are what a power cut left unfinished of the shop file: pages of another time, with the people of then.
func (s Shelf) Leavings() (left []Stored) {
	path := models.JournalAside(s.shop.Path)
	if info, err := os.Lstat(path); err == nil {
		left = append(left, Stored{Kept: safekeep.Kept{Path: path, At: info.ModTime(), Size: info.Size()}, Journal: true})
	}
	return left
}

// RemoveBackups takes backups away for good, with what lies beside them, and tells how many went. It may run outside
// the window's goroutine. One that cannot be removed is a models.Problem; the others go all the same.
func RemoveBackups(ctx context.Context, backups []Stored, report func(done, total int)) (removed int, err error) {
	for i, b := range backups {
		if ctx.Err() != nil {
			return removed, ctx.Err()
		}
		report(i, len(backups))
		if gone := safekeep.Remove(b.Path); gone != nil {
			problem := models.Problem{Field: "file", Key: "backup.notRemoved", Args: map[string]any{"File": filepath.Base(b.Path)}}
			err = errors.Join(err, problem, gone)
			continue
		}
		removed++
	}
	return removed, err
}
