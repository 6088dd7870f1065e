package views

import (
	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/safekeep"
	"goodturn/views/kit"
)

// closing is the program on its way out, with the backup it makes before.
type closing struct {
	w      *Window
	cancel func()
	sheet  *kit.Sheet
	bar    *kit.Bar
	ended  bool // it closed, or the owner stays
}

// onClose ends the program, after a backup of what changed since the last. What goes wrong with that is told at the
// next start: whoever closes wants to go home.
func (w *Window) onClose() {
	if w.closing != nil {
		return
	}
	w.app.Prefs.SetWindowSize(w.win.Canvas().Size())
	w.leave() // what is being typed belongs into the backup
	c := &closing{w: w, cancel: func() {}}
	w.closing = c
	cancel := w.app.BackUpOnClosing(app.BackupWatch{Slow: c.show, Progress: c.progress, Done: c.done})
	if !c.ended {
		c.cancel = cancel
	}
}

// show says what the owner waits for. Escape is to stay.
func (c *closing) show() {
	if c.ended {
		return
	}
	c.bar = kit.NewBar("", 0, 1, "")
	body := kit.VStack(12, kit.Body(kit.T("backup.closing.what")), c.bar)
	without := kit.NewButton(kit.T("backup.closing.without"), c.finish)
	c.sheet = kit.ShowSheet(c.w.canvas(), kit.T("backup.closing.title"), body, kit.SheetOptions{
		Cancel: kit.T("backup.closing.stay"), OnCancel: c.stay, Width: 480, Extra: []fyne.CanvasObject{without}})
}

func (c *closing) progress(done, total int) {
	if c.bar != nil {
		c.bar.Set("", float64(done), float64(total), "")
	}
}

func (c *closing) done([]safekeep.Place, error) { c.finish() }

// stay goes on working.
func (c *closing) stay() {
	c.ended, c.w.closing = true, nil
	c.cancel()
}

// finish closes, with the backup or without. The program ends what is still under way.
func (c *closing) finish() {
	if c.ended {
		return
	}
	c.ended = true
	c.w.dropReady()
	c.w.app.Close()
	c.w.win.Close()
}
