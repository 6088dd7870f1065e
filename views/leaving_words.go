package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// leaveWord is a reason to leave in a word or two.
func leaveWord(r models.LeaveReason) (string, kit.Tone) {
	tone := kit.ToneBad
	if r == models.LeaveUnthanked || r == models.LeaveTurnedAway {
		tone = kit.ToneWarn
	}
	return kit.T("leaving.reason." + string(r)), tone
}

// leaveShort is what a reason rests on, beside its word.
func (w *Window) leaveShort(c models.LeaveCause) string {
	day := w.dayText(c.Day)
	if c.What == "" {
		return kit.RichT("leaving.short", "Day", day)
	}
	return kit.RichT("leaving.short.what", "What", c.What, "Day", day)
}

// thanksOf gives one of the thank-yous due to a customer.
func (w *Window) thanksOf(customer models.CustomerID, id models.ThankYouID) (models.ThankYouRow, error) {
	rows, _, err := w.store().ThankYous(models.ThanksFilter{Customer: customer, Limit: pageRows})
	for _, t := range rows {
		if t.ID == id {
			return t, err
		}
	}
	if err == nil {
		err = models.ErrNotFound
	}
	return models.ThankYouRow{}, err
}
