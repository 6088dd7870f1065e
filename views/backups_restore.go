package views

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/views/kit"
)

// restoring is a backup on its way to being the shop file: read through, looked at, and put in its place.
type restoring struct {
	w      *Window
	from   string
	ready  *safekeep.Restore
	form   *kit.Form  // of the passphrase; nil for a backup that is not sealed
	phrase *kit.Entry // its field
	sheet  *kit.Sheet
}

// beginRestore reads the backup at path through, after asking for the passphrase of a sealed one, and shows what
// restoring it would change.
func beginRestore(w *Window, path string) {
	r := &restoring{w: w, from: path}
	if strings.HasSuffix(path, safekeep.SealedSuffix) {
		r.askPhrase()
		return
	}
	r.prepare("")
}

func (r *restoring) askPhrase() {
	r.form, r.phrase = kit.NewForm(), kit.NewSecret()
	field := r.form.Add("passphrase", kit.NewField(kit.T("restore.phrase"), r.phrase))
	open := func() { r.prepare(r.phrase.Text) }
	r.phrase.OnSubmitted = func(string) { open() }
	r.sheet = kit.ShowSheet(r.w.canvas(), kit.T("restore.phraseTitle"), kit.VStack(12, kit.Body(filepath.Base(r.from)), field),
		kit.SheetOptions{Help: "backups", Save: kit.T("restore.open"), OnSave: open, Width: 520})
}

// prepare makes ready the copy that can take the shop file's place. Nothing changes yet.
func (r *restoring) prepare(passphrase string) {
	target := r.w.app.ShopFile()
	// Trying a passphrase hears nothing for a second or more.
	prepare := app.Abandon(r.w.app, func(ctx context.Context, report func(done, total int)) (*safekeep.Restore, error) {
		return safekeep.PrepareRestore(ctx, r.from, passphrase, target, report)
	}, (*safekeep.Restore).Discard)
	var ready *safekeep.Restore
	read := func(ctx context.Context, report func(done, total int)) (err error) {
		ready, err = prepare(ctx, report)
		return err
	}
	run := r.w.newRunning(kit.T("restore.reading"), func(err error) { r.onReady(ready, err) })
	run.shows, run.late = true, func() { ready.Discard() }
	run.start(read)
}

func (r *restoring) onReady(ready *safekeep.Restore, err error) {
	if r.ready = ready; ready != nil {
		ready.Mark = kit.T("restore.mark")
	}
	switch {
	case err != nil && r.form != nil:
		r.w.Trouble(r.form.Show(err))
	case err != nil:
		r.w.Trouble(err)
	default:
		if r.sheet != nil {
			r.sheet.Close()
		}
		r.show()
	}
}

// show is the look at what would change.
func (r *restoring) show() {
	body := kit.VStack(12, kit.Quiet(filepath.Base(r.from)), r.table())
	now, holds := r.ready.Now, r.ready.Holds
	if r.ready.OtherShop {
		body.Add(kit.Strong(kit.T("restore.otherShop", "Other", holds.ShopName, "Now", now.ShopName)).Colored(kit.ColorWarn))
	}
	if now.ShopUID != "" && !r.ready.OtherShop {
		body.Add(kit.Body(changeText(holds.Customers-now.Customers, holds.Visits-now.Visits)))
	}
	if r.ready.Upgraded {
		body.Add(kit.Body(kit.T("restore.upgraded")))
	}
	if r.ready.Unproven {
		body.Add(kit.Body(kit.T("restore.unproven")).Colored(kit.ColorWarn))
	}
	body.Add(kit.Body(r.keptText()))
	r.w.ready = r.ready
	r.sheet = kit.ShowSheet(r.w.canvas(), kit.T("restore.title"), body, kit.SheetOptions{
		Help: "backups", Save: kit.T("restore.do"), OnSave: r.restore, OnCancel: r.w.dropReady, Width: 560})
}

// changeText says how the shop would change by so many customers and visits.
func changeText(customers, visits int) string {
	if customers == 0 && visits == 0 {
		return kit.T("restore.same")
	}
	return kit.T("restore.difference", "Difference", differenceText(customers, visits))
}

// table sets what the backup holds beside what the shop file holds now.
func (r *restoring) table() fyne.CanvasObject {
	rows := kit.VStack(6)
	add := func(label string, backup, now fyne.CanvasObject) {
		rows.Add(kit.HStackTop(12, kit.Fixed(110, kit.Quiet(label)), kit.Grow(backup), kit.Fixed(170, now)))
	}
	now, holds := r.ready.Now, r.ready.Holds
	line := func(label, backup, present string) {
		add(kit.T(label), kit.Body(backup), kit.Body(r.presentText(present)))
	}
	add("", kit.Strong(kit.T("restore.inBackup")), kit.Strong(kit.T("restore.inShop")))
	line("restore.shop", holds.ShopName, now.ShopName)
	line("backups.factCustomers", kit.Count(holds.Customers), kit.Count(now.Customers))
	line("backups.factVisits", kit.Count(holds.Visits), kit.Count(now.Visits))
	line("backups.factLast", r.momentText(holds.LastVisit), r.momentText(now.LastVisit))
	return rows
}

// presentText is what the present shop file holds, where it can be read.
func (r *restoring) presentText(text string) string {
	if r.ready.Now.ShopUID == "" {
		return kit.T("restore.unreadable")
	}
	return text
}

func (r *restoring) momentText(at models.Moment) string {
	if at == 0 {
		return kit.T("backups.noVisit")
	}
	return r.w.momentText(at)
}

// keptText says what becomes of the present shop file.
func (r *restoring) keptText() string {
	if r.ready.Now.ShopUID == "" {
		return kit.T("restore.keptUnread", "Mark", r.ready.Mark)
	}
	return kit.T("restore.kept", "Name", r.ready.Now.ShopName, "Mark", r.ready.Mark)
}

// dropReady takes away the copy that was made ready for a restore: what was sealed lies in it in plain.
func (w *Window) dropReady() {
	if w.ready != nil {
		w.ready.Discard()
		w.ready = nil
	}
}

func (r *restoring) restore() {
	r.sheet.Close()
	r.w.asideFirst(r.putInPlace, r.ready.Discard)
}

// asideFirst calls then once the present shop file can be set aside. Where that has to be copied for it, on a stick, a large one takes
// minutes: the owner may cancel that, or it fails, and drop is called instead, from any goroutine.
func (w *Window) asideFirst(then func(present *app.Aside), drop func()) {
	present := w.app.NeedsAside()
	if present == nil {
		then(nil)
		return
	}
	leave := func() { present.Drop(); drop() }
	work := func(ctx context.Context, report func(done, total int)) error {
		err := present.Make(ctx, report)
		if err != nil {
			leave()
		}
		return err
	}
	run := w.newRunning(kit.T("restore.settingAside"), func(err error) { w.asideMade(err, present, then) })
	run.late, run.atOnce = leave, true // what is set aside is what the shop file holds now: nobody changes it meanwhile
	run.start(work)
}

func (w *Window) asideMade(err error, present *app.Aside, then func(present *app.Aside)) {
	if err != nil {
		w.Trouble(err)
		return
	}
	then(present)
}

func (r *restoring) putInPlace(present *app.Aside) {
	aside, err := r.w.app.Restore(r.ready, present)
	r.w.dropReady()
	r.w.reopened(err)
	if err == nil {
		r.sayDid(aside)
	}
}

// sayDid says what was restored, and offers to take it back.
func (r *restoring) sayDid(aside string) {
	did := kit.T("restore.did", "File", filepath.Base(r.from))
	if aside == "" || r.ready.Now.ShopUID == "" { // a file that could not be opened is nothing to go back to
		r.w.Say(did)
		return
	}
	// Who restores looks around first; from the first change on, Undo takes that back.
	r.w.restored = r.w.layer.StayingToast(did, kit.T("undo"), r.w.shortcutText("undo"), func() { r.w.putBack(aside) }, nil)
}

// putBack makes the shop file that was set aside the shop file again.
func (w *Window) putBack(aside string) {
	w.asideFirst(func(present *app.Aside) { w.putInPlace(aside, present) }, func() {})
}

func (w *Window) putInPlace(aside string, present *app.Aside) {
	instead, err := w.app.PutBack(aside, present)
	w.upgradeFirst(err, func(err error) { w.putBackEnded(instead, err) })
}

// putBackEnded shows the shop file that was set aside, or why it does not open.
func (w *Window) putBackEnded(instead string, err error) {
	w.reopened(err)
	if err == nil {
		w.Say(kit.T("restore.putBack", "File", filepath.Base(instead)))
	}
}

// reopened shows the shop file that is open now, or why none is. One that stayed open while another would not open is
// shown beside the reason.
func (w *Window) reopened(err error) {
	w.opened(err)
	if w.app.Store != nil {
		w.Trouble(err)
	}
}
