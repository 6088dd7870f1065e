package app

import (
	"context"
	"io/fs"
	"log/slog"
	"os"

	"goodturn/app/safekeep"
	"goodturn/models"
)

// Aside is the present shop file on its way to being set aside by a restore, where the disk knows no second names and it has to be
// copied: that goes on beside the window, while the shop is open. It must end with Restore, PutBack or Drop.
type Aside struct {
	path  string
	store *models.Store // nil for a file that would not open
	mark  models.SaveMark
	shut  fs.FileInfo // what lay there, of such a file
	made  *safekeep.Aside
}

// NeedsAside gives what must be made before Restore or PutBack; nil where there is no file, or where setting it aside takes no time.
func (a *App) NeedsAside() *Aside {
	s := &Aside{path: a.ShopFile(), store: a.Store}
	var err error
	if s.shut, err = os.Stat(s.path); err != nil || a.holder != nil || !safekeep.NeedsCopy(s.path) {
		return nil
	}
	if s.store != nil {
		if s.mark, err = s.store.SaveMark(); err != nil {
			return nil // what is wrong the restore will find out
		}
	}
	return s
}

// Make is the Work. An error is one that the restore would end with as well: where only the copying beside the window fails, as of a
// damaged file, the restore copies the file as it lies.
func (s *Aside) Make(ctx context.Context, report func(done, total int)) (err error) {
	if s.store != nil {
		s.made, err = safekeep.CopyOpen(ctx, s.path, s.store.CopyTo, report)
	} else {
		s.made, err = safekeep.CopyShut(ctx, s.path, report)
	}
	if problem, _ := models.IsProblem(err); err == nil || ctx.Err() != nil || problem.Key == "restore.full" || problem.Key == "restore.readonly" {
		return err
	}
	slog.Warn("setting the shop file aside beside the window", "error", err)
	return nil
}

// Drop takes what was made away. After it was set aside, it does nothing.
func (s *Aside) Drop() {
	if s != nil {
		s.made.Discard()
	}
}

// current gives what was made, if it is still what the shop file is: nil where somebody has saved since.
func (a *App) current(s *Aside) *safekeep.Aside {
	if s == nil || s.store != a.Store || s.path != a.ShopFile() {
		return nil
	}
	if s.store != nil {
		if a.leave != nil {
			a.leave() // which may save
		}
		mark, err := s.store.SaveMark()
		if err != nil || mark != s.mark {
			return nil
		}
		return s.made
	}
	now, err := os.Stat(s.path)
	if err != nil || now.Size() != s.shut.Size() || !now.ModTime().Equal(s.shut.ModTime()) {
		return nil
	}
	return s.made
}
