package views

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/views/kit"
)

// backUpNow makes a checked backup of the shop file in the owner's folder, which it asks for the first time.
func backUpNow(w *Window) {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	if w.app.Prefs.BackupFolder(shop.UID) == "" {
		chooseBackupFolder(w, func() { backUpNow(w) })
		return
	}
	b := &backup{w: w, store: w.store(), uid: shop.UID, folder: w.app.Prefs.BackupFolder(shop.UID)}
	b.start()
}

// chooseBackupFolder asks where backups go, remembers it and goes on with then.
func chooseBackupFolder(w *Window, then func()) {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	showChooser(w, kit.NewForm(), choosing{
		title: kit.T("backup.folderTitle"), why: kit.T("backup.folderWhy"),
		label: kit.T("backup.folder"), save: kit.T("backup.folderSave"), start: likelyBackupFolder(w, shop.UID),
		check: safekeep.CheckFolder,
		then: func(folder string) {
			w.app.Prefs.SetBackupFolder(shop.UID, folder)
			showBackup(w)
			then()
		},
	})
}

// showBackup shows how it stands wherever that is told. The shop file knows nothing of its backups, so no change of
// it does this.
func showBackup(w *Window) {
	w.rail.backup.show()
	if w.screens[PlaceSettings] != nil {
		w.reload(PlaceSettings)
	}
}

// backup is one backup being made. It keeps the store it began with: the owner may open another shop meanwhile.
type backup struct {
	w           *Window
	store       *models.Store
	uid, folder string
	customers   int
	made        safekeep.Result
}

func (b *backup) start() {
	corner := b.w.rail.backup
	if corner.running {
		return // Ctrl+B twice is one backup
	}
	plan, err := safekeep.Prepare(b.store, []string{b.folder}, b.w.app.Now())
	if err != nil {
		b.fail(err)
		return
	}
	if b.customers, err = b.store.CountCustomers(models.CustomersAll); err != nil {
		b.w.Trouble(err)
		return
	}
	corner.setRunning(true)
	b.w.Run(kit.T("backup.running"), func(ctx context.Context, report func(done, total int)) error {
		return b.work(ctx, plan, report)
	}, func(err error) {
		corner.setRunning(false)
		b.end(err)
	})
}

// errStopped is a backup the owner cancelled. Run tells nobody of context.Canceled, and here the corner must know.
var errStopped = errors.New("the owner stopped the backup")

func (b *backup) work(ctx context.Context, plan *safekeep.Plan, report func(done, total int)) (err error) {
	if b.made, err = plan.Run(ctx, report); errors.Is(err, context.Canceled) {
		return errStopped
	}
	return err
}

func (b *backup) end(err error) {
	switch {
	case errors.Is(err, errStopped):
		return
	case err != nil:
		b.fail(err)
		return
	}
	b.w.app.Prefs.SetLastBackup(b.uid, b.made.At, b.made.Path)
	showBackup(b.w)
	b.w.Say(kit.TN("backup.did", b.customers, "Where", placeName(b.folder)))
}

// fail says in one sentence why there is no backup, and offers what can be done about it.
func (b *backup) fail(err error) {
	if _, ok := models.IsProblem(err); !ok {
		b.w.Trouble(err)
		return
	}
	var sheet *kit.Sheet
	again := func() { sheet.Close(); backUpNow(b.w) }
	another := func() { sheet.Close(); chooseBackupFolder(b.w, func() { backUpNow(b.w) }) }
	sheet = kit.ShowSheet(b.w.canvas(), kit.T("backup.failed"), kit.Body(sentenceOf(err)), kit.SheetOptions{
		Save: kit.T("backup.again"), OnSave: again, Width: 520,
		Extra: []fyne.CanvasObject{kit.NewButton(kit.T("backup.another"), another)}})
}
