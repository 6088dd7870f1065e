package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// doDeed makes a change to those whom the owner chose: at once, or where they are many beside the window, with the title over
// its progress. done is called with how it went, unless the owner cancelled it: then nothing was changed.
func (w *Window) doDeed(title string, deed models.Deed, done func(error)) {
	if !deed.IsLong() {
		done(w.store().Do(deed))
		return
	}
	w.runMany(title, w.store().Begin(deed), done)
}

// runMany makes a change of many beside the window. One that is asked for while another is on its way is not begun.
func (w *Window) runMany(title string, many *models.Many, done func(error)) {
	if w.changing {
		return
	}
	w.changing = true
	r := w.newRunning(title, func(err error) {
		if err == nil {
			many.End()
		}
		done(err)
	})
	r.ended = func() { w.changing = false }
	r.start(many.Run)
}

// takeStep makes an Undo or a Redo: at once, or where it is one of many beside the window. done is called once it is made.
func (w *Window) takeStep(title string, many *models.Many, atOnce func() error, done func()) {
	ended := func(err error) {
		if err != nil {
			w.Trouble(err)
			return
		}
		done()
	}
	if many == nil {
		ended(atOnce())
		return
	}
	w.runMany(title, many, ended)
}

// undo takes back the change with the given ID, and says so. sentence told of it; it is told again where it is done again.
func (w *Window) undo(change models.ChangeID, sentence string) {
	w.undoThen(change, func() {
		w.undone = sentence
		w.Say(kit.T("undone"))
	})
}

// undoThen takes back the change with the given ID, and then does what follows.
func (w *Window) undoThen(change models.ChangeID, done func()) {
	w.takeStep(kit.T("many.undo"), w.store().UndoMany(change), func() error { return w.store().Undo(change) }, done)
}
