package views

import (
	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/safekeep"
	"goodturn/views/kit"
)

// closing is a shop about to be closed, because the program ends or another shop takes its place, with the backup that
// is made before.
type closing struct {
	w      *Window
	words  string // which of the two it is: how the keys of its words begin
	then   func() // closes
	cancel func() // the backup
	sheet  *kit.Sheet
	bar    *kit.Bar
	ended  bool // it closed, or the owner stays
}

// quit ends the program, by Ctrl+Q and by the window's own button: out of an open form too, which asks first where
// something typed would be lost.
func (w *Window) quit() {
	switch {
	case w.upgrading != nil:
		w.upgrading.quit()
	case w.closing == nil:
		if w.first != nil {
			w.first.quitting = true
		}
		kit.LeaveSheets(w.canvas(), w.onClose)
	}
}

// onClose ends the program.
func (w *Window) onClose() { w.backUpFirst("backup.closing", w.end) }

func (w *Window) end() {
	w.app.RememberWindow(w.win)
	w.dropReady()
	w.app.Close()
	w.win.Close()
}

// backUpFirst goes on with then after a backup of what changed since the last. What goes wrong with that is told at the
// next start: whoever closes wants to go home.
func (w *Window) backUpFirst(words string, then func()) {
	if w.closing != nil {
		return
	}
	w.leave() // what is being typed belongs into the backup
	c := &closing{w: w, words: words, then: then, cancel: func() {}}
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
	body := kit.VStack(12, kit.Body(kit.T(c.words+".what")), c.bar)
	without := kit.NewButton(kit.T(c.words+".without"), c.finish)
	c.sheet = kit.ShowSheet(c.w.canvas(), kit.T(c.words+".title"), body, kit.SheetOptions{
		Help: "backups", Cancel: kit.T(c.words + ".stay"), OnCancel: c.stay, Width: 480, Extra: []fyne.CanvasObject{without}})
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

// finish closes, with the backup or without: one still under way ends with the shop it is of.
func (c *closing) finish() {
	if c.ended {
		return
	}
	c.ended, c.w.closing = true, nil
	if c.sheet != nil {
		c.sheet.Close()
	}
	c.cancel()
	c.then()
}
