package views

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/safekeep"
	"goodturn/views/kit"
)

// freshBackup replaces every older backup of the shop, which still holds somebody who was erased, by a new one.
type freshBackup struct {
	w     *Window
	shelf app.Shelf
	stock app.Stock
	bar   *backup // tells of the backup while it is made
}

// onFresh makes a backup and then asks about the older ones: none goes before the new one was made and checked.
func (e *erasing) onFresh() {
	e.sheet.Close()
	f := &freshBackup{w: e.w}
	if err := f.begin(); err != nil {
		e.w.Trouble(err)
	}
}

func (f *freshBackup) begin() error {
	if err := f.w.app.HeldElsewhere(); err != nil {
		return err
	}
	shop, err := f.w.store().Shop()
	if err != nil {
		return err
	}
	folders := f.w.app.BackupFolders(shop.UID)
	if len(folders) == 0 {
		chooseBackupFolder(f.w, firstFolder, func() { f.w.Trouble(f.begin()) })
		return nil
	}
	if f.shelf, err = f.w.app.Shelf(); err != nil {
		return err
	}
	f.bar = &backup{w: f.w}
	f.bar.cancel = f.w.app.BackUp(folders, app.BackupWatch{Slow: f.bar.onSlow, Progress: f.bar.onProgress, Done: f.onMade})
	return nil
}

// onMade goes on only where every folder has its new backup.
func (f *freshBackup) onMade(places []safekeep.Place, err error) {
	if f.bar.progress != nil {
		f.bar.progress.Close()
	}
	var made []string
	for _, place := range places {
		err = errors.Join(err, place.Err)
		made = append(made, place.Path)
	}
	if f.w.app.Store == nil || errors.Is(err, context.Canceled) {
		return
	}
	if err != nil {
		f.w.Trouble(err)
		return
	}
	read := func(ctx context.Context, _ func(done, total int)) (err error) {
		f.stock, err = f.shelf.Read(ctx)
		return err
	}
	f.w.RunToShow(kit.T("backups.looking"), read, func(err error) { f.ask(append(f.stock.Except(made), f.shelf.Leavings()...), err) })
}

// ask lists what would go.
func (f *freshBackup) ask(older []app.Stored, err error) {
	if err != nil {
		f.w.Trouble(err)
		return
	}
	switch {
	case len(older) == 0 && len(f.stock.Away) == 0:
		f.w.Say(kit.T("erase.noOlder"))
		return
	case len(older) == 0:
		kit.ShowSheet(f.w.canvas(), kit.T("erase.noOlder"), f.away(), kit.SheetOptions{Help: "privacy", Width: 560})
		return
	}
	rows := kit.VStack(6)
	for _, b := range older {
		rows.Add(kit.VStack(0, kit.Body(filepath.Base(b.Path)), kit.Quiet(f.whereText(b))))
	}
	var sheet *kit.Sheet
	remove := func() { sheet.Close(); f.remove(older) }
	body := kit.VStack(12, kit.Body(kit.TN("erase.olderWhat", len(older))), rows, f.away())
	for _, closed := range f.stock.Closed {
		body.Add(kit.Body(sentenceOf(closed)).Colored(kit.ColorWarn))
	}
	sheet = kit.ShowSheet(f.w.canvas(), kit.T("erase.olderTitle"), body,
		kit.SheetOptions{Help: "privacy", Save: kit.T("erase.olderYes"), OnSave: remove, Danger: true, Width: 560})
}

// whereText is when a file was made and where it lies.
func (f *freshBackup) whereText(b app.Stored) string {
	if b.Journal {
		return kit.T("erase.olderJournal", "Folder", folderOf(b.Path))
	}
	return kit.T("erase.olderFile", "When", kit.When(f.w.app.Now(), b.At), "Folder", folderOf(b.Path))
}

// away names the folders that may hold older backups and cannot be looked into now; nothing where there are none.
func (f *freshBackup) away() fyne.CanvasObject {
	lines := kit.VStack(2)
	if n := len(f.stock.Away); n > 0 {
		lines.Add(kit.Body(kit.TN("erase.olderAway", n)).Colored(kit.ColorWarn))
	}
	for _, folder := range f.stock.Away {
		lines.Add(kit.Body(folder))
	}
	lines.Hidden = len(f.stock.Away) == 0
	return lines
}

func (f *freshBackup) remove(older []app.Stored) {
	removed := 0
	work := func(ctx context.Context, report func(done, total int)) (err error) {
		removed, err = app.RemoveBackups(ctx, older, report)
		return err
	}
	f.w.Run(kit.T("erase.olderRemoving"), work, func(err error) { f.removed(removed, err) })
}

func (f *freshBackup) removed(n int, err error) {
	f.w.reread(PlaceBackups)
	if err != nil {
		f.w.Trouble(err)
		return
	}
	f.w.Say(kit.TN("erase.olderRemoved", n))
}
