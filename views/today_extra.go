package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// extraKept is for how many days somebody is let be once the owner has taken note: when they come meanwhile, the visit tells of it.
const extraKept = 30

// noExtraWords is somebody for whom nothing was done beyond the asking, visit after visit.
func (s *todayScreen) noExtraWords(e models.WithoutExtraRow) todayWords {
	keep := func(until models.Day) error {
		return s.w.store().Snooze(models.SnoozeNoExtra, int64(e.CustomerID), until)
	}
	noted := func() {
		s.did(keep(s.w.store().Today().AddDays(extraKept)), kit.T("today.did.noExtra", "Name", e.Customer))
	}
	return todayWords{why: kit.RichT("today.why.noExtra", "Ago", s.w.agoText(e.LastAt)), tone: kit.TonePlain,
		buttons: []kit.RowButton{{Label: kit.T("today.do.noExtra"), OnTap: noted}, s.later(e.Customer, keep)}}
}
