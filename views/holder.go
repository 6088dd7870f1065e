package views

import (
	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// unkept is what was being typed while the shop file at path could not be written to: drafts by their names.
type unkept struct {
	path   string
	drafts map[string]string
}

// keep keeps a draft of the shop file at path, in place of those of another.
func (u *unkept) keep(path, name, body string) {
	if u.path != path || u.drafts == nil {
		*u = unkept{path, map[string]string{}}
	}
	u.drafts[name] = body
}

// drop forgets a draft.
func (u *unkept) drop(name string) { delete(u.drafts, name) }

// waitsFor tells whether there is one for the shop file at path.
func (u *unkept) waitsFor(path string) bool { return u.path == path && len(u.drafts) > 0 }

// holderStrip stands above every page while the shop file can only be looked at: who has it, and what to do.
func holderStrip(w *Window) fyne.CanvasObject {
	by := w.app.Holder()
	if by == nil {
		return kit.VGap(0)
	}
	since := kit.WhenAt(w.app.Now(), by.Since.In(w.app.Now().Location()))
	said := kit.Rich(kit.RichT("holder.said", "Computer", by.Computer, "User", by.User, "Since", since)).Colored(kit.ColorWarn)
	takeOver := kit.NewButton(kit.T("holder.takeOver"), func() { askTakeOver(w) })
	w.strip = page(stripOf(said, w.againButton("holder.again"), takeOver))
	return w.strip
}

// againButton opens the shop once more, to write to it if that can be.
func (w *Window) againButton(words string) *kit.Button {
	return kit.NewButton(kit.T(words), func() { tryAgain(w, w.store().Path()) })
}

// stripOf is a line above every page with what can be done about it.
func stripOf(said fyne.CanvasObject, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	line := append([]fyne.CanvasObject{kit.Grow(said)}, buttons...)
	return kit.Over(kit.Ground(kit.ColorWarnTint, 0), kit.Inset(22, 8, 22, 8, kit.HStack(12, line...)))
}

// onFree says that the shop can be worked in here. It is for the owner to do it: they may be reading.
func (w *Window) onFree() {
	said := kit.Rich(kit.RichT("holder.free", "Computer", w.app.Holder().Computer)).Colored(kit.ColorWarn)
	w.strip.Objects = []fyne.CanvasObject{stripOf(said, w.againButton("holder.work"))}
	w.strip.Refresh()
}

// askTakeOver makes sure that nobody is still working on the other computer.
func askTakeOver(w *Window) {
	kit.Confirm(w.canvas(), kit.T("holder.sure", "Computer", w.app.Holder().Computer), kit.T("holder.takeOver"), w.takeOver)
}

func (w *Window) takeOver() {
	if err := w.app.TakeOver(); err != nil {
		w.Trouble(err)
		return
	}
	w.opened(nil)
}

// comeForward is what a second start of the program asks of this window.
func (w *Window) comeForward() {
	w.win.Show()
	w.win.RequestFocus()
}

// onLost shows the shop as it can only be looked at, once another computer has taken the file over.
func (w *Window) onLost(err error) {
	typing := w.canvas().Focused()
	w.opened(err)
	if typing != nil && kit.SheetOpen(w.canvas()) {
		w.canvas().Focus(typing) // a form in front is typed on in
	}
	switch {
	case err != nil:
	case w.unkept.waitsFor(w.store().Path()):
		w.Say(kit.T("holder.lostTyped"))
	default:
		w.Say(kit.T("holder.lost"))
	}
}

// keepTyped has the shop file keep what could not be kept before; a visit only where it keeps no other by now.
func (w *Window) keepTyped() {
	if w.store().IsReadOnly() || !w.unkept.waitsFor(w.store().Path()) {
		return
	}
	for name, typed := range w.unkept.drafts {
		body, _, err := w.store().Draft(name)
		if err == nil && (body == "" || name != visitDraft) {
			err = w.store().SaveDraft(name, typed)
			body = ""
		}
		if err != nil {
			w.Trouble(err)
			return
		}
		if body == "" {
			w.unkept.drop(name)
		}
	}
}
