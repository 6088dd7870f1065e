package views

import (
	"time"

	"goodturn/views/kit"
)

// Who wants it is told by the system, once a day, how many things wait on Today. It names nobody: others may see the screen.

// The hour at which a running program tells it, and how long after its start one that was started later does: the window is
// there by then.
const (
	morningHour  = 8
	morningPause = 3 * time.Second
)

// watchMorning tells it today, soon or when the hour has come.
func (w *Window) watchMorning() {
	w.morning.drop()
	if !w.app.Prefs.MorningNews() || w.app.Store == nil || w.app.Holder() != nil {
		return
	}
	now := w.app.Now()
	hour := time.Date(now.Year(), now.Month(), now.Day(), morningHour, 0, 0, 0, now.Location())
	w.morning.plan(w.app, max(hour.Sub(now), morningPause), w.tellMorning)
}

// tellMorning tells how many things wait, unless that was done today or nothing does.
func (w *Window) tellMorning() {
	if w.app.Store == nil {
		return
	}
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	today := string(w.store().Today())
	if w.app.Prefs.MorningTold(shop.UID) == today {
		return
	}
	n, err := w.store().RailCounts()
	if err != nil {
		w.Trouble(err)
		return
	}
	w.app.Prefs.SetMorningTold(shop.UID, today)
	if n.Today > 0 {
		w.app.Notify(kit.T("morning.title"), kit.TN("morning.waits", n.Today))
	}
}
