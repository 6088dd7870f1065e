package kit

import "fyne.io/fyne/v2"

// LeaveSheets leaves every open sheet as Escape does, the one in front first, and then calls then. Where something typed
// would be lost it asks; then is called only if the owner throws it away.
func LeaveSheets(c fyne.Canvas, then func()) {
	for SheetOpen(c) {
		if top := c.Overlays().Top(); !isLayer(top) {
			c.Overlays().Remove(top) // a menu of Fyne's own, where nothing is lost
			continue
		}
		l := TopLayer(c)
		if l.sheet.dirty() {
			s := l.sheet
			s.askToLeave(func() { s.leave(); LeaveSheets(c, then) })
			return
		}
		open := len(c.Overlays().List())
		l.sheet.leave()
		if len(c.Overlays().List()) >= open {
			return // something else asks now
		}
	}
	then()
}

func isLayer(o fyne.CanvasObject) bool {
	_, ok := o.(*Layer)
	return ok
}

// dirty tells whether leaving the sheet would lose something.
func (s *Sheet) dirty() bool { return s.opts.Dirty != nil && s.opts.Dirty() }

// askToLeave does leave if the owner throws away what was typed.
func (s *Sheet) askToLeave(leave func()) {
	ask := SheetOptions{Save: T("kit.throwAway"), Cancel: T("kit.keepEditing"), Danger: true, Width: 440, NoHelp: true}
	var asked *Sheet
	ask.OnSave = func() { asked.Close(); leave() }
	asked = ShowSheet(s.canvas, T("kit.throwAwayTitle"), Body(T("kit.throwAwayBody")), ask)
}
