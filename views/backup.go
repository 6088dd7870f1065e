package views

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/views/kit"
)

// backUpNow makes a checked backup of the shop file in the owner's folders, which it asks for the first time.
func backUpNow(w *Window) {
	if err := w.app.HeldElsewhere(); err != nil {
		w.Trouble(err)
		return
	}
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	folders := w.app.ChosenFolders(shop.UID)
	if len(folders) == 0 {
		chooseBackupFolder(w, firstFolder, func() { backUpNow(w) })
		return
	}
	if w.app.BackingUp() {
		return // Ctrl+B twice is one backup
	}
	b := &backup{w: w, from: w.spot(), began: w.app.Now()}
	if b.customers, err = w.store().CountCustomers(models.CustomersAll); err != nil {
		w.Trouble(err)
		return
	}
	b.cancel = w.app.BackUp(folders, app.BackupWatch{Slow: b.onSlow, Progress: b.onProgress, Done: b.onDone})
}

// backUpWord is what the button of backUpNow says: the first time it asks where to.
func (w *Window) backUpWord() string {
	if w.asksWhere() {
		return kit.T("backup.choose")
	}
	return kit.T("backup.now")
}

// asksWhere tells whether no folder for backups is chosen yet.
func (w *Window) asksWhere() bool {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return false
	}
	return len(w.app.ChosenFolders(shop.UID)) == 0
}

// whichFolder is one of the two folders that backups go to.
type whichFolder bool

const (
	firstFolder  whichFolder = false
	secondFolder whichFolder = true
)

func (second whichFolder) get(p app.Prefs, uid string) string {
	if second {
		return p.SecondFolder(uid)
	}
	return p.BackupFolder(uid)
}

func (second whichFolder) set(p app.Prefs, uid, folder string) {
	if second {
		p.SetSecondFolder(uid, folder)
		return
	}
	p.SetBackupFolder(uid, folder)
}

// chooseBackupFolder asks where backups go, remembers it and goes on with then.
func chooseBackupFolder(w *Window, which whichFolder, then func()) {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	other := (!which).get(w.app.Prefs, shop.UID)
	what := choosing{
		title: kit.T("backup.folderTitle"), why: kit.T("backup.folderWhy"),
		label: kit.T("backup.folder"), save: kit.T("backup.folderSave"), start: likelyBackupFolder(w, which, shop.UID),
		check: func(folder string) error { return checkBackupFolder(folder, other) },
		then: func(folder string) {
			which.set(w.app.Prefs, shop.UID, folder)
			showBackup(w)
			then()
		},
	}
	if which == secondFolder {
		what.title, what.why = kit.T("backup.secondTitle"), kit.T("backup.secondWhy")
	}
	showChooser(w, kit.NewForm(), what)
}

func checkBackupFolder(folder, other string) error {
	if folder == other || app.SameFile(folder, other) {
		return models.Problem{Field: "folder", Key: "backup.sameFolder"}
	}
	return safekeep.CheckFolder(folder)
}

// likelyBackupFolder is where the owner probably wants backups: where they went before, a stick that is plugged
// in, else among their documents.
func likelyBackupFolder(w *Window, which whichFolder, uid string) string {
	if folder := which.get(w.app.Prefs, uid); folder != "" {
		return folder
	}
	if drives := app.Drives(); len(drives) > 0 {
		return drives[len(drives)-1]
	}
	return app.DocumentsFolder()
}

// showBackup shows how it stands wherever that is told. The shop file knows nothing of its backups, so no change of
// it does this.
func showBackup(w *Window) {
	if w.app.Store == nil {
		return
	}
	w.rail.backup.show()
	for _, place := range []Place{PlaceSettings, PlaceToday, PlaceBackups} {
		w.reread(place)
	}
}

// backup is one backup that the owner asked for.
type backup struct {
	w         *Window
	customers int
	from      spot // where the owner was
	cancel    func()
	began     time.Time
	progress  *jobLine
}

func (b *backup) onSlow() {
	b.progress = b.w.jobs.add(kit.T("backup.running"), func() { b.cancel() })
}

func (b *backup) onProgress(done, total int) {
	if b.progress != nil {
		b.progress.SetProgress(done, total)
	}
}

func (b *backup) onDone(places []safekeep.Place, err error) {
	if b.progress != nil {
		b.progress.Close()
	}
	b.w.noteEnd(b.began, err)
	if errors.Is(err, context.Canceled) || b.w.app.Store == nil {
		return
	}
	where := ""
	for _, place := range places {
		switch {
		case place.Err != nil && err == nil:
			err = place.Err
		case place.Err == nil && where == "":
			where = placeName(place.Folder)
		case place.Err == nil:
			where = kit.T("backup.both", "One", where, "Other", placeName(place.Folder))
		}
	}
	if err != nil && b.from.left() {
		b.w.offerLater(sentenceOf(err), func() { b.fail(where, err) }, nil)
		return
	}
	if err != nil {
		b.fail(where, err)
		return
	}
	b.w.Say(kit.TN("backup.did", b.customers, "Where", where))
}

// fail says in one sentence why there is no backup, or where there is only one of two, and offers what can be done.
func (b *backup) fail(where string, err error) {
	if _, ok := models.IsProblem(err); !ok {
		b.w.Trouble(err)
		return
	}
	title := kit.T("backup.failed")
	if where != "" {
		title = kit.T("backup.half", "Where", where)
	}
	which := firstFolder
	if where != "" && where == placeName(b.folder(firstFolder)) {
		which = secondFolder
	}
	var sheet *kit.Sheet
	again := func() { sheet.Close(); backUpNow(b.w) }
	another := func() { sheet.Close(); chooseBackupFolder(b.w, which, func() { backUpNow(b.w) }) }
	sheet = kit.ShowSheet(b.w.canvas(), title, kit.Body(sentenceOf(err)), kit.SheetOptions{
		Help: "backups", Save: kit.T("backup.again"), OnSave: again, Width: 520,
		Extra: []fyne.CanvasObject{kit.NewButton(kit.T("backup.another"), another)}})
}

func (b *backup) folder(which whichFolder) string {
	shop, err := b.w.store().Shop()
	if err != nil {
		return ""
	}
	return which.get(b.w.app.Prefs, shop.UID)
}
