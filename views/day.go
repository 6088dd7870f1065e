package views

import (
	"time"

	"goodturn/models"
)

// A shop's computer may run for weeks: what is due, and every "today" on the screen, changes at midnight and when
// a laptop wakes up on another day.

// watchDay reads everything anew whenever a new day has begun.
func (w *Window) watchDay() {
	w.day = w.store().Today()
	w.waitForMidnight()
	w.watchMorning()
}

// waitForMidnight looks again soon after the day has ended; there is one such wait at a time.
func (w *Window) waitForMidnight() {
	if w.midnight != nil {
		w.midnight()
	}
	now := w.app.Now()
	next := time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 1, 0, now.Location())
	w.midnight = w.app.After(next.Sub(now), func() {
		w.checkDay()
		w.waitForMidnight()
	})
}

func (w *Window) checkDay() {
	if w.app.Store == nil || w.store().Today() == w.day {
		return
	}
	w.day = w.store().Today()
	w.onChange(models.KindAll)
	w.rail.backup.show()
	w.watchMorning()
}
