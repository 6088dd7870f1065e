package views

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// spot is where the owner is: the page, the sheet over it, and what has the keyboard.
type spot struct {
	w     *Window
	place Place
	layer *kit.Layer
	focus fyne.Focusable // nil for nothing
}

// spot is where the owner is now.
func (w *Window) spot() spot {
	return spot{w: w, place: w.place, layer: kit.TopLayer(w.canvas()), focus: w.canvas().Focused()}
}

// left tells whether the owner has gone elsewhere since, or begun to type: then neither the page nor the keyboard is taken from them.
func (s spot) left() bool {
	now := s.w.spot()
	_, types := now.focus.(typing)
	return now.place != s.place || now.layer != s.layer || types && now.focus != s.focus
}

// noteAfter is how long work takes that is worth a note of the system at its end.
const noteAfter = 10 * time.Second

// noteEnd has the system tell an owner who is in another program that long work has ended. It names nobody and nothing: others may see
// the screen.
func (w *Window) noteEnd(began time.Time, err error) {
	if !w.behind || !w.app.Prefs.JobNews() || w.app.Now().Sub(began) < noteAfter || errors.Is(err, context.Canceled) {
		return
	}
	said := "job.note.done"
	if err != nil {
		said = "job.note.failed"
	}
	w.app.Notify(kit.T("morning.title"), kit.T(said))
}

// watchFront follows whether the owner is in this window or in another program.
func (w *Window) watchFront() {
	lifecycle := w.app.Fyne().Lifecycle()
	lifecycle.SetOnExitedForeground(func() { w.behind = true })
	lifecycle.SetOnEnteredForeground(w.onFront)
}

func (w *Window) onFront() {
	w.behind = false
	w.checkDay()
}
