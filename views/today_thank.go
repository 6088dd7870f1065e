package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// thankWords is a thank-you that is due.
func (s *todayScreen) thankWords(t models.ThankYouRow) todayWords {
	words := todayWords{why: s.w.thanksWhy(t)}
	if t.NthSent > 1 {
		words.why = kit.T("today.nth", "Why", words.why, "N", t.NthSent)
	}
	if today := s.w.store().Today(); t.Late(today) {
		words.why = kit.TN("today.thankLate", weeksSince(t.Since, today), "Why", words.why)
	}
	words.badge, words.tone = rungWord(t.Rung)
	words.aside = channelWord(t.Channel)
	words.buttons = []kit.RowButton{{Label: kit.T("today.do.thanked"), OnTap: func() { s.onThanked(t) }}, {Label: kit.T("today.do.open"), OnTap: func() { s.w.openThanked(t) }},
		s.later(t.Name, func(until models.Day) error { return s.w.store().Snooze(models.SnoozeThank, int64(t.ID), until) })}
	return words
}

func (s *todayScreen) onThanked(t models.ThankYouRow) {
	s.did(s.w.thank(t.ID), kit.T("today.did.thanked", "Name", t.Name))
}

// giveWords is something that goes with a thank-you that was said.
func (s *todayScreen) giveWords(t models.ThankYouRow) todayWords {
	later := s.later(t.Name, func(until models.Day) error { return s.w.store().Snooze(models.SnoozeThank, int64(t.ID), until) })
	return todayWords{why: kit.T("today.why.give", "Reward", kit.Escape(s.w.rewardText(t.WithReward())), "Why", s.w.thanksWhy(t)), tone: kit.TonePlain,
		buttons: []kit.RowButton{{Label: kit.T("reward.do.given"), OnTap: func() { s.w.give(t) }}, later}}
}
