package app

import (
	"log/slog"
	"os"
	"slices"
	"time"

	"goodturn/app/safekeep"
	"goodturn/models"
)

// KeepBackups has the program back the shop file up by itself, each day, on closing and before it brings an older
// file up to date: into the folders that the owner chose and, before they chose one or while none of them is there,
// into folder, which it makes.
func KeepBackups(folder string) Option { return func(a *App) { a.ownBackups = folder } }

// OnBackup sets what is called when a backup begins and when it has ended.
func (a *App) OnBackup(tell func()) { a.backingUp = tell }

// ChosenFolders are the folders the owner chose for the backups of a shop.
func (a *App) ChosenFolders(uid string) []string {
	folders := []string{a.Prefs.BackupFolder(uid), a.Prefs.SecondFolder(uid)}
	return slices.DeleteFunc(folders, func(folder string) bool { return folder == "" })
}

// BackupFolders are the folders a shop is backed up to: the chosen ones, else the program's own, if it has one.
func (a *App) BackupFolders(uid string) []string {
	folders := a.ChosenFolders(uid)
	if len(folders) == 0 && a.ownBackups != "" {
		folders = append(folders, a.ownBackups)
	}
	return folders
}

// BackupState tells how it stands with the backups of a shop.
type BackupState struct {
	Last    FolderBackup  // the newest of all; its At is zero for none
	Own     bool          // that one lies in the program's own folder, on this computer
	Trouble *FolderBackup // a folder in which the last try failed; nil for none
}

// BackupState gives how it stands, as far as is remembered: it asks no disk.
func (a *App) BackupState(uid string) (state BackupState) {
	all := a.Prefs.Backups(uid)
	for _, done := range all {
		if done.At.After(state.Last.At) {
			state.Last, state.Own = done, done.Folder == a.ownBackups
		}
	}
	for _, folder := range a.BackupFolders(uid) {
		if done := remembered(all, folder); done.Trouble != "" && state.Trouble == nil {
			state.Trouble = &done
		}
	}
	return state
}

// staleAfter is how many days a backup lasts.
const staleAfter = 7

// Stale tells that the newest backup is older than a shop should have.
func (s BackupState) Stale(now time.Time) bool {
	return !s.Last.At.IsZero() && now.Sub(s.Last.At) > staleAfter*24*time.Hour
}

// remembered gives what is remembered of a folder.
func remembered(all []FolderBackup, folder string) FolderBackup {
	for _, done := range all {
		if done.Folder == folder {
			return done
		}
	}
	return FolderBackup{Folder: folder}
}

// When the program looks whether a backup is due: soon after the start, when the window has settled, and then on and on.
const (
	firstLook = time.Minute
	lookEvery = time.Hour
)

// keepBackups begins to look whether a backup is due.
func (a *App) keepBackups() {
	shop, err := a.Store.Shop()
	if err != nil {
		slog.Error("reading whose shop file it is", "error", err)
		return
	}
	a.Prefs.SetShopAt(a.Store.Path(), shop.UID, shop.Name)
	if a.backsUpByItself() {
		a.nextBackup = a.After(firstLook, a.lookForBackup)
	}
}

// backsUpByItself tells whether the open shop file is one to back up without being asked: it can be written to, and is not the
// sample.
func (a *App) backsUpByItself() bool { return a.ownBackups != "" && a.holder == nil && !a.InSample() }

// lookForBackup makes the day's backup where there is none yet: a stick may have been plugged in meanwhile.
func (a *App) lookForBackup() {
	a.nextBackup = a.After(lookEvery, a.lookForBackup)
	if a.backup == nil {
		today := models.DayOf(a.now())
		a.backUpDue(func(done FolderBackup) bool { return models.DayOf(done.At.In(a.now().Location())) != today }, BackupWatch{})
	}
}

// BackUpOnClosing makes a backup in each folder whose newest is not of what the shop file holds now. Done is called
// at once where there is nothing to do.
func (a *App) BackUpOnClosing(watch BackupWatch) (cancel func()) {
	if a.Store == nil || !a.backsUpByItself() {
		watch.done(nil, nil)
		return func() {}
	}
	saved := savedAt(a.Store.Path())
	return a.backUpDue(func(done FolderBackup) bool { return done.Saved != saved }, watch)
}

// backUpDue makes a backup by itself in each folder that is due.
func (a *App) backUpDue(due func(FolderBackup) bool, watch BackupWatch) (cancel func()) {
	shop, err := safekeep.ShopOf(a.Store)
	all := a.Prefs.Backups(shop.UID)
	notDue := func(folder string) bool { return !due(remembered(all, folder)) }
	wanted := a.BackupFolders(shop.UID)
	folders := slices.DeleteFunc(slices.Clone(wanted), notDue)
	// A shop without a name has nothing in it yet.
	if err != nil || shop.Name == "" || len(folders) == 0 {
		watch.done(nil, err)
		return func() {}
	}
	b := a.newBackup(shop, folders, watch)
	if len(folders) == len(wanted) && !notDue(a.ownBackups) {
		b.instead = a.ownBackups
	}
	return b.start()
}

// savedAt is when the shop file at path was last saved to, in Unix nanoseconds.
func savedAt(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0 // what is wrong with it is told by whoever reads it
	}
	return info.ModTime().UnixNano()
}

// stopBackups ends the looking.
func (a *App) stopBackups() {
	if a.nextBackup != nil {
		a.nextBackup()
		a.nextBackup = nil
	}
	a.backup = nil
}
