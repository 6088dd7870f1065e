package app

import (
	"image"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/driver/desktop"
)

// PutWindow has win, which was not shown yet, come up where it was closed last: in the middle of the screen the first
// time, and where the screen it was on is gone.
func (a *App) PutWindow(win fyne.Window) {
	win.Resize(a.Prefs.WindowSize())
	at, known := a.Prefs.windowPlace()
	movable, is := win.(desktop.Window)
	if !known || !is || !grips(at, win.Canvas().Size(), win.Canvas().Scale(), screens()) {
		win.CenterOnScreen()
		return
	}
	movable.RequestPosition(at.X, at.Y)
}

// RememberWindow remembers how large win is and where, for the next PutWindow. Fyne tells nobody where a window is, so the
// system is asked; where that tells nobody either, as on Wayland and macOS, the window comes up in the middle.
func (a *App) RememberWindow(win fyne.Window) {
	a.Prefs.setWindowSize(win.Canvas().Size())
	native, is := win.(driver.NativeWindow)
	if !is {
		return
	}
	native.RunNative(func(context any) {
		at, err := placeOf(context)
		if err != nil {
			slog.Info("where the window is", "error", err)
			return
		}
		a.Prefs.setWindowPlace(at)
	})
}

// grips tells whether a window whose content is of that size, in Fyne's units of scale pixels, can be taken hold of when it
// begins at at: whether the middle of its upper edge, above which the title bar is, lies on one of the screens.
func grips(at image.Point, size fyne.Size, scale float32, screens []image.Rectangle) bool {
	middle := at.Add(image.Pt(int(size.Width*scale/2), 0))
	for _, screen := range screens {
		if middle.In(screen) {
			return true
		}
	}
	return false
}
