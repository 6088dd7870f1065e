package views

import (
	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// holderStrip stands above every page while the shop file can only be looked at: who has it, and what to do.
func holderStrip(w *Window) fyne.CanvasObject {
	by := w.app.Holder()
	if by == nil {
		return kit.VGap(0)
	}
	since := kit.When(w.app.Now(), by.Since.In(w.app.Now().Location()))
	said := kit.Rich(kit.RichT("holder.said", "Computer", by.Computer, "User", by.User, "Since", since)).Colored(kit.ColorWarn)
	again := kit.NewButton(kit.T("holder.again"), func() { tryAgain(w, w.store().Path()) })
	takeOver := kit.NewButton(kit.T("holder.takeOver"), func() { askTakeOver(w) })
	return kit.Over(kit.Ground(kit.ColorWarnTint, 0), kit.Inset(22, 8, 22, 8, kit.HFill(12, kit.Grow(said), again, takeOver)))
}

// askTakeOver makes sure that nobody is still working on the other computer.
func askTakeOver(w *Window) {
	kit.Confirm(w.canvas(), kit.T("holder.sure", "Computer", w.app.Holder().Computer), kit.T("holder.takeOver"), func() {
		if err := w.app.TakeOver(); err != nil {
			w.Trouble(err)
			return
		}
		w.opened(nil)
	})
}

// comeForward is what a second start of the program asks of this window.
func (w *Window) comeForward() {
	w.win.Show()
	w.win.RequestFocus()
}

// onLost shows the shop as it can only be looked at, once another computer has taken the file over.
func (w *Window) onLost(err error) {
	w.opened(err)
	if err == nil {
		w.Say(kit.T("holder.lost"))
	}
}
