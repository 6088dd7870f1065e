package views

import (
	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// unkept is what was being typed in the form of a visit while the shop file could not be written to.
type unkept struct{ path, body string }

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
	return kit.Over(kit.Ground(kit.ColorWarnTint, 0), kit.Inset(22, 8, 22, 8, kit.HFill(12, line...)))
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
	w.opened(err)
	switch {
	case err != nil:
	case w.unkept.path == w.store().Path():
		w.Say(kit.T("holder.lostTyped"))
	default:
		w.Say(kit.T("holder.lost"))
	}
}

// keepTyped has the shop file keep what could not be kept before, unless it keeps another visit by now.
func (w *Window) keepTyped() {
	if w.store().IsReadOnly() || w.unkept.path != w.store().Path() {
		return
	}
	body, _, err := w.store().Draft(visitDraft)
	if err == nil && body == "" {
		err = w.store().SaveDraft(visitDraft, w.unkept.body)
	}
	if err != nil {
		w.Trouble(err)
		return
	}
	if body == "" {
		w.unkept = unkept{}
	}
}
