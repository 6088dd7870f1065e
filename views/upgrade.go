package views

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// upgrading is an older shop file on its way to being the open one, and the page that tells how far it is. The page comes
// only where it takes long.
type upgrading struct {
	w      *Window
	path   string
	then   func(error)
	before pageBehind // what the page stands before; the shop that is open meanwhile stays as it is
	cancel func()
	shown  bool
	ended  bool
	began  time.Time
	tick   func() // ends the wait for the next second

	backup   string // from before, once it went well; "" for none
	stopping bool   // the owner has cancelled
	kept     bool   // nothing can stop it any more
	leaving  bool   // the program ends with it

	step, soFar, word *kit.RichLine
	bar               *kit.Bar
	button            *kit.Button
}

// pageBehind is what the window showed, with its keys.
type pageBehind struct {
	content          fyne.CanvasObject
	onSave, onEscape func()
}

// upgradeFirst calls then with what became of opening a shop file. One of an older version is brought up to date before.
func (w *Window) upgradeFirst(err error, then func(error)) {
	older, ok := app.IsOlder(err)
	if !ok {
		then(err)
		return
	}
	u := &upgrading{w: w, path: older.Path, then: then, cancel: func() {}, tick: func() {}, began: w.app.Now()}
	w.upgrading = u
	w.buildMenu() // most of it must wait
	cancel := w.app.Upgrade(older, app.UpgradeWatch{Slow: u.show, Progress: u.onProgress, Kept: func(backup string) { u.backup = backup }, Done: u.done})
	if !u.ended {
		u.cancel = cancel
	}
}

// show puts the page before what the window shows.
func (u *upgrading) show() {
	layer := u.w.layer
	u.before, u.shown = pageBehind{layer.Content(), layer.OnSave, layer.OnEscape}, true
	layer.HideToast()
	layer.OnSave, layer.OnEscape = nil, u.stop
	layer.SetContent(u.page())
	u.w.canvas().Unfocus()
	u.onTick()
}

// page says in plain words what is being done, and what the owner can do about it.
func (u *upgrading) page() fyne.CanvasObject {
	u.step, u.soFar, u.word = kit.Strong(""), kit.Quiet(""), kit.Quiet("")
	u.bar = kit.NewBar("", 0, 1, "")
	u.button = kit.NewButton(kit.T("kit.cancel"), u.stop)
	u.onProgress(app.UpgradeReport{Step: 1, Steps: 1, BackingUp: true})
	card := kit.Card(kit.Title(kit.T("older.title")), kit.Body(kit.T("older.what")), kit.Quiet(filepath.Base(u.path)), kit.VGap(4),
		kit.VStack(8, u.step, u.bar, u.soFar), kit.VGap(4), kit.HStack(12, kit.Grow(u.word), u.button))
	return kit.Over(kit.Ground(kit.ColorPaper, 0), kit.Middle(kit.Fixed(600, card)))
}

// onProgress tells the step, and how much of all steps is done. How far a migration is, nobody can tell.
func (u *upgrading) onProgress(r app.UpgradeReport) {
	u.kept = u.kept || r.Kept
	said := "older.migrating"
	if r.BackingUp {
		said = "older.backingUp"
	}
	if r.Steps > 1 {
		u.step.SetText(kit.T(said, "Step", r.Step, "Steps", r.Steps))
	}
	u.bar.Set("", float64((r.Step-1)*100+r.Percent), float64(r.Steps*100), "")
	u.say()
}

// say tells what can be done now: Cancel is offered for as long as it leaves the file as it was.
func (u *upgrading) say() {
	word := "older.canStop"
	switch {
	case u.leaving && u.kept:
		word = "older.closesAfter"
	case u.kept:
		word = "older.cannotStop"
	case u.stopping:
		word = "older.stopping"
	}
	u.word.SetText(kit.T(word))
	if u.kept || u.stopping {
		u.button.Disable()
	}
}

// onTick shows from second to second that the program is at work.
func (u *upgrading) onTick() {
	passed := u.w.app.Now().Sub(u.began)
	u.soFar.SetText(kit.T("older.soFar", "Time", fmt.Sprintf("%d:%02d", int(passed.Minutes()), int(passed.Seconds())%60)))
	u.tick = u.w.app.After(time.Second, u.onTick)
}

// stop cancels, where nothing is kept yet.
func (u *upgrading) stop() {
	if u.kept || u.stopping {
		return
	}
	u.stopping = true
	if u.shown {
		u.say()
	}
	u.cancel()
}

// quit ends the program as soon as the file is whole: at once where it can be left as it was.
func (u *upgrading) quit() {
	u.leaving = true
	u.stop()
	if u.shown {
		u.say()
	}
}

// done shows the shop, or what the window showed before and why the other did not open.
func (u *upgrading) done(err error) {
	u.tick()
	u.ended, u.w.upgrading = true, nil
	u.w.buildMenu()
	if u.leaving {
		u.w.end()
		return
	}
	if layer := u.w.layer; u.shown && err != nil {
		layer.SetContent(u.before.content)
		layer.OnSave, layer.OnEscape = u.before.onSave, u.before.onEscape
	}
	if errors.Is(err, context.Canceled) && u.w.app.Store == nil {
		err = models.Problem{Field: "file", Key: "file.upgradeStopped"}
	}
	u.then(err)
	if err == nil {
		u.sayDid()
	}
}

// sayDid says that the shop is up to date and where its backup from before lies, unless something else is said just now; what waits to be
// taken waits on.
func (u *upgrading) sayDid() {
	folder := filepath.Dir(u.backup)
	switch {
	case u.w.layer.ToastText() != "" && !u.w.layer.ToastStays():
	case u.backup != "":
		u.w.Offer(kit.T(u.endWord("older.didIn", "older.tooLateIn"), "Folder", placeName(folder)), kit.T("files.showFolder"), func() { showFolder(u.w, folder) })
	case u.shown:
		u.w.Say(kit.T(u.endWord("older.did", "older.tooLate")))
	}
}

// endWord is what is said of a shop that is up to date: one thing, or another where it was too late to stop.
func (u *upgrading) endWord(did, tooLate string) string {
	if u.stopping {
		return tooLate
	}
	return did
}
