package app

import (
	"context"
	"errors"
	"os"
	"slices"

	"goodturn/app/safekeep"
	"goodturn/models"
)

// BackupWatch is told how a backup goes, always on the window's goroutine. Each func may be nil.
type BackupWatch struct {
	Slow     func()                // it takes long enough to show something
	Progress func(done, total int) // only after Slow
	Done     func(places []safekeep.Place, err error)
}

func (w BackupWatch) done(places []safekeep.Place, err error) {
	if w.Done != nil {
		w.Done(places, err)
	}
}

// backingUp is one backup being made. It keeps the store it began with: the owner may open another shop meanwhile.
type backingUp struct {
	app     *App
	store   *models.Store
	shop    safekeep.Shop
	saved   int64            // when the shop file was last saved to as it began
	places  []safekeep.Place // how it goes in each folder
	instead string           // the folder that is taken where none of the others can be; "" for none
	watch   BackupWatch
	cancel  func() // ends the step under way
	stopped bool   // the owner wants none any more, whichever step is under way
	slow    bool   // Slow was called
}

// BackUp makes a checked backup of the open shop file in each of folders, in place of one under way. Done is told how
// it went in each, with an error where there is no backup in any: context.Canceled after cancel.
func (a *App) BackUp(folders []string, watch BackupWatch) (cancel func()) {
	shop, err := safekeep.ShopOf(a.Store)
	if err != nil {
		watch.done(nil, err)
		return func() {}
	}
	return a.newBackup(shop, folders, watch).start()
}

// BackingUp tells whether a backup is being made.
func (a *App) BackingUp() bool { return a.backup != nil }

func (a *App) newBackup(shop safekeep.Shop, folders []string, watch BackupWatch) *backingUp {
	b := &backingUp{app: a, store: a.Store, shop: shop, saved: savedAt(shop.Path), watch: watch}
	for _, folder := range folders {
		b.places = append(b.places, safekeep.Place{Folder: folder})
	}
	return b
}

func (b *backingUp) start() (cancel func()) {
	if before := b.app.backup; before != nil {
		before.stop()
	}
	b.app.backup, b.cancel = b, func() {}
	b.app.tellBackup()
	b.run(b.look, b.looked)
	return b.stop
}

// stop ends the backup, also where it comes between two steps.
func (b *backingUp) stop() {
	b.stopped = true
	b.cancel()
}

// run does one step of the work beside the window.
func (b *backingUp) run(work Work, done func(error)) {
	ended := false
	cancel := b.app.Run(work, Watch{Slow: b.onSlow, Progress: b.watch.Progress, Done: func(err error) { ended = true; done(err) }})
	if !ended {
		b.cancel = cancel
	}
}

func (b *backingUp) onSlow() {
	if !b.slow && b.watch.Slow != nil {
		b.watch.Slow()
	}
	b.slow = true
}

// look sees which folders can be written to. One on the network may take its time to answer.
func (b *backingUp) look(ctx context.Context, _ func(done, total int)) error {
	for i := range b.places {
		b.places[i].Err = b.app.ready(b.places[i].Folder)
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	if len(b.usable()) == 0 && b.instead != "" && !slices.Contains(b.folders(), b.instead) {
		b.places = append(b.places, safekeep.Place{Folder: b.instead, Err: b.app.ready(b.instead)})
	}
	return nil
}

// ready sees that a backup can be made in folder; the program's own is made where there is none.
func (a *App) ready(folder string) error {
	if folder == a.ownBackups {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return errors.Join(models.Problem{Field: "folder", Key: "backup.folderReadonly", Args: map[string]any{"Folder": folder}}, err)
		}
	}
	return safekeep.CheckFolder(folder)
}

func (b *backingUp) folders() (all []string) {
	for _, place := range b.places {
		all = append(all, place.Folder)
	}
	return all
}

// usable are the folders in which nothing went wrong so far.
func (b *backingUp) usable() (folders []string) {
	for _, place := range b.places {
		if place.Err == nil {
			folders = append(folders, place.Folder)
		}
	}
	return folders
}

// looked goes on with the folders that can be written to.
func (b *backingUp) looked(err error) {
	folders := b.usable()
	switch {
	case err != nil:
	case b.stopped, b.app.Store != b.store:
		err = context.Canceled
	case len(folders) == 0:
		err = b.places[0].Err
	}
	if err != nil {
		b.end(err)
		return
	}
	plan, err := safekeep.Prepare(b.store, folders, b.app.now())
	if err != nil {
		b.fail(err)
		b.end(err)
		return
	}
	run := Abandon(b.app, plan.Run, nil)
	var made safekeep.Result
	b.run(func(ctx context.Context, report func(done, total int)) (err error) {
		made, err = run(ctx, report)
		return err
	}, func(err error) { b.ran(made, err) })
}

// ran takes over how it went in each folder.
func (b *backingUp) ran(result safekeep.Result, err error) {
	for _, made := range result.Places {
		i := slices.Index(b.folders(), made.Folder)
		if i >= 0 && (made.Err != nil || made.Path != "") {
			b.places[i] = made
		}
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		b.fail(err)
	}
	b.end(err)
}

// fail notes what kept the backup from every folder that has neither it nor a trouble of its own.
func (b *backingUp) fail(err error) {
	for i := range b.places {
		if place := &b.places[i]; place.Err == nil && place.Path == "" {
			place.Err = err
		}
	}
}

func (b *backingUp) end(err error) {
	b.remember()
	if b.app.backup == b {
		b.app.backup = nil
		b.app.tellBackup()
	}
	b.watch.done(b.places, err)
}

// remember keeps how it went. A folder that was not come to, because the backup was stopped, stays as it was.
func (b *backingUp) remember() {
	all := b.app.Prefs.Backups(b.shop.UID)
	for _, place := range b.places {
		done := remembered(all, place.Folder)
		switch {
		case place.Err != nil && !errors.Is(place.Err, context.Canceled):
			done.Trouble = troubleKey(place.Err)
		case place.Err == nil && place.Path != "":
			done.At, done.Path, done.Saved, done.Trouble = b.app.now(), place.Path, b.saved, ""
		}
		all = slices.DeleteFunc(all, func(old FolderBackup) bool { return old.Folder == place.Folder })
		all = append(all, done)
	}
	b.app.Prefs.SetBackups(b.shop.UID, all)
}

// troubleKey is the key of the sentence for what went wrong.
func troubleKey(err error) string {
	if problem, ok := models.IsProblem(err); ok {
		return problem.Key
	}
	return "backup.ours"
}

func (a *App) tellBackup() {
	if a.backingUp != nil {
		a.backingUp()
	}
}
