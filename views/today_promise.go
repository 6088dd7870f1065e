package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// promiseWords is something that was promised for today, or before.
func (s *todayScreen) promiseWords(p models.PromiseRow) todayWords {
	words := todayWords{why: promiseWhy(s.w, p), badge: kit.T("promises.badge.open"), tone: kit.ToneWarn}
	if promiseOf(s.w, p) == models.PromiseBroken {
		words.badge, words.tone = kit.T("promises.badge.late"), kit.ToneBad
	}
	words.buttons = []kit.RowButton{{Label: kit.T("promises.do.ready"), OnTap: func() { markReady(s.w, p) }},
		s.later(nameOr(p.Customer), func(until models.Day) error { return s.w.store().Snooze(models.SnoozePromise, int64(p.VisitID), until) })}
	return words
}
