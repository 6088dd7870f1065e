package views

import (
	"time"

	"goodturn/views/kit"
)

// applyLook draws everything by the owner's preferences: light or dark, and the size of the text.
func (w *Window) applyLook() {
	for place := range w.screens {
		w.unstyled[place] = place != w.place
	}
	w.setTheme()
	// The menu's height has changed, and Fyne gives the page the rest of the window only when the menu is set.
	if menu := w.win.MainMenu(); menu != nil {
		w.win.SetMainMenu(menu)
	}
	w.reread(PlaceSettings)
}

// reread has a screen that was made read anew what it shows: now, where it is in front. The settings show the look,
// which can be changed from everywhere.
func (w *Window) reread(place Place) {
	if w.screens[place] == nil {
		return
	}
	w.stale[place] = true
	if w.place == place {
		w.reload(place)
	}
}

// restyle draws the screen now in front by the present look, where that changed while the screen was away: Fyne
// restyles only what is in the window. One that Fyne has forgotten meanwhile is drawn anew.
func (w *Window) restyle() {
	switch {
	case w.unstyled[w.place]:
		w.setTheme()
	case w.forgotten:
		kit.DrawAnew(w.frame)
	}
	w.forgotten = false
	delete(w.unstyled, w.place)
}

func (w *Window) setTheme() {
	mode := map[string]kit.Mode{"light": kit.ModeLight, "dark": kit.ModeDark}[w.app.Prefs.Mode()]
	w.app.Fyne().Settings().SetTheme(kit.NewTheme(w.app.Prefs.TextScale(), mode))
}

// scaleText makes all text larger or smaller by a step; 0 makes it as designed.
func (w *Window) scaleText(step float32) {
	scale := w.app.Prefs.TextScale() + step
	if step == 0 {
		scale = 1
	}
	w.app.Prefs.SetTextScale(scale)
	w.applyLook()
}

// forgottenAfter is safely less than the minute after which Fyne throws away how a screen out of sight was drawn.
const forgottenAfter = 30 * time.Second

// welcomeBack notes when the screen in front was left, and whether the one that comes was away for long: then some of its
// words would stay blank. Setting the theme would draw it too, but reads all fonts again and keeps the old ones for a while.
func (w *Window) welcomeBack(place Place) {
	if place == w.place {
		return
	}
	now := w.app.Now()
	left, was := w.leftAt[place]
	w.forgotten = was && now.Sub(left) > forgottenAfter
	w.leftAt[w.place] = now
}
