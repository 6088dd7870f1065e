package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"

	"goodturn/app/safekeep"
	"goodturn/models"
)

// Older is the error of Open for a shop file of an older version. It is as it was; Upgrade brings it up to date.
type Older struct{ Path string }

// Error names the file for the log: in quotes, because a report on the program leaves out what is quoted.
func (o *Older) Error() string { return fmt.Sprintf("%q is of an older version", o.Path) }

// IsOlder tells whether err is an *Older and nothing beside, and gives it.
func IsOlder(err error) (*Older, bool) {
	older, ok := err.(*Older)
	return older, ok
}

// UpgradeWatch is told how an upgrade goes, always on the window's goroutine. Each func but Done may be nil.
type UpgradeWatch struct {
	Slow     func()              // it takes long enough to show something
	Progress func(UpgradeReport) // only after Slow
	Kept     func(backup string) // just before an end that went well: where the backup from before lies; "" for none
	Done     func(error)         // the end: the file is open, or why not; context.Canceled where it was cancelled and is as it was
}

// UpgradeReport is how far an upgrade is.
type UpgradeReport struct {
	Step, Steps int  // the one it is at, counted from 1, of how many
	BackingUp   bool // that one is the backup
	Percent     int  // of the step; 0 for a migration, which nobody can look into
	Kept        bool // a migration is kept, so that nothing can stop it any more
}

// upgrade is an older shop file on its way to being the open one.
type upgrade struct {
	app     *App
	path    string
	hold    *hold
	folders []string // for the backup; none for a program that makes none
	backup  safekeep.Result
	store   *models.Store
	kept    int // how many migrations are
	steps   int
	lost    bool // another computer has taken the file over
	over    bool // the program, or its shop, was closed meanwhile
	cancel  func()
	watch   UpgradeWatch
}

// Upgrade makes a backup of an older shop file, brings the file up to date and opens it in place of the one now open, beside
// the window: of a large shop it takes minutes. It can be cancelled until the first migration is kept, and is left alone
// after that. On an error the file now open stays open.
func (a *App) Upgrade(older *Older, watch UpgradeWatch) (cancel func()) {
	u := &upgrade{app: a, path: older.Path, watch: watch, cancel: func() {}}
	mine, holder, err := a.take(older.Path, false, false)
	if err == nil && holder != nil { // somebody came first: then it can be looked at, or not
		err = a.Open(older.Path, false)
		watch.Done(err)
		return u.cancel
	}
	if err == nil {
		u.folders, err = a.foldersBeforeMigration(older.Path)
	}
	if err != nil {
		if mine != nil {
			mine.Release()
		}
		watch.Done(err)
		return u.cancel
	}
	if mine != nil {
		u.hold = a.keep(mine, u.onLost)
	}
	a.upgrade = u
	cancel = a.Run(u.work, Watch{Slow: watch.Slow, Progress: u.onProgress, Done: u.done})
	u.cancel = cancel
	return cancel
}

// Upgrading tells whether an older shop file is being brought up to date.
func (a *App) Upgrading() bool { return a.upgrade != nil }

// foldersBeforeMigration are where the backup goes of a shop file that is about to be brought up to date.
func (a *App) foldersBeforeMigration(path string) ([]string, error) {
	if a.ownBackups == "" {
		return nil, nil
	}
	seen, err := models.Identify(context.Background(), path)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(a.ownBackups, 0o700); err != nil {
		return nil, errors.Join(models.Problem{Field: "folder", Key: "backup.folderReadonly", Args: map[string]any{"Folder": a.ownBackups}}, err)
	}
	return append(a.ChosenFolders(seen.ShopUID), a.ownBackups), nil
}

// work opens the file, which brings it up to date.
func (u *upgrade) work(ctx context.Context, report func(done, total int)) (err error) {
	before := 0 // steps that come before the migrations
	backUp := func(from, to int) error {
		if len(u.folders) == 0 {
			return nil
		}
		before, u.steps = 1, to-from+1
		return u.backUp(ctx, func(percent, _ int) { report(percent, u.steps*100) })
	}
	told := func(kept, all int) {
		u.kept, u.steps = kept, before+all
		report((before+kept)*100, u.steps*100)
	}
	opts := append(u.app.openOptions(false, nil), models.BeforeMigrate(backUp), models.Migrating(ctx, told))
	u.store, err = models.Open(u.path, opts...)
	return err
}

// backUp makes a backup that stays. Cancelled, it ends at once, even where it is reading what hears nothing.
func (u *upgrade) backUp(ctx context.Context, report func(done, total int)) (err error) {
	plan, err := safekeep.PrepareMigration(ctx, u.path, u.folders, u.app.now())
	if err != nil {
		return err
	}
	u.backup, err = Abandon(u.app, plan.Run, nil)(ctx, report)
	return err
}

// onProgress reads the hundredths of all steps as the step it is.
func (u *upgrade) onProgress(done, total int) {
	if u.watch.Progress == nil {
		return
	}
	r := UpgradeReport{Step: min(done/100+1, total/100), Steps: total / 100, Percent: done % 100}
	r.BackingUp = len(u.folders) > 0 && r.Step == 1
	r.Kept = done >= 100 && len(u.folders) == 0 || done >= 200
	u.watch.Progress(r)
}

// onLost ends what may not be written any more, where that can be.
func (u *upgrade) onLost(error) {
	u.lost = true
	u.cancel()
}

// done makes the file the open one.
func (u *upgrade) done(err error) {
	if u.over {
		u.closeStore()
		return
	}
	u.app.upgrade = nil
	switch {
	case u.lost:
		u.closeStore()
		u.hold.release()
		err = u.app.Open(u.path, false) // to look at, as far as it can be
	case err != nil:
		u.hold.release()
		err = u.explain(err)
	default:
		if u.hold != nil {
			u.hold.lost = u.app.loseHold
		}
		u.remember()
		u.app.settle(u.store, u.hold, nil)
		if u.watch.Kept != nil {
			u.watch.Kept(u.backup.Path)
		}
	}
	u.watch.Done(err)
}

// remember takes the backup that was made before for the day's: it holds all that the shop does, as an older version kept it.
func (u *upgrade) remember() {
	shop, err := safekeep.ShopOf(u.store)
	if err != nil {
		slog.Error("reading whose shop file was brought up to date", "error", err)
		return
	}
	all := u.app.Prefs.Backups(shop.UID)
	for _, made := range u.backup.Places {
		if made.Err != nil || made.Path == "" {
			continue
		}
		all = slices.DeleteFunc(all, func(old FolderBackup) bool { return old.Folder == made.Folder })
		all = append(all, FolderBackup{Folder: made.Folder, At: u.app.now(), Path: made.Path, Saved: savedAt(u.path)})
	}
	u.app.Prefs.SetBackups(shop.UID, all)
}

// closeStore closes what was opened for nobody.
func (u *upgrade) closeStore() {
	if u.store == nil {
		return
	}
	if err := u.store.Close(); err != nil {
		slog.Error("closing a shop file brought up to date", "error", err)
	}
}

// explain says of a migration that failed after another was kept where all of it is as it was.
func (u *upgrade) explain(err error) error {
	problem, _ := models.IsProblem(err)
	if problem.Key != "file.upgradeFailed" || u.kept == 0 || u.backup.Path == "" {
		return err
	}
	folder, name := filepath.Split(u.backup.Path)
	problem.Key, problem.Args = "file.upgradeHalf", map[string]any{"Folder": filepath.Clean(folder), "Name": name}
	return fmt.Errorf("%w (%w)", problem, err)
}

// stop ends an upgrade because the program, or the shop in the window, is closed; of nil it does nothing. A migration under
// way is taken back, by SQLite at the next start where there is no time for it now.
func (u *upgrade) stop() {
	if u == nil {
		return
	}
	u.over, u.app.upgrade = true, nil
	u.cancel()
	u.app.jobs.stop()
	u.hold.release()
}
