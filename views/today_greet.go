package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// birthdayWords is a birthday of this week.
func (s *todayScreen) birthdayWords(g models.GreetRow) todayWords {
	words := todayWords{why: kit.RichT("today.why.birthday", "Day", s.w.dayText(g.On)), tone: kit.TonePlain}
	if g.Turns > 0 {
		words.why = kit.RichT("today.why.birthdayTurns", "Day", s.w.dayText(g.On), "Years", kit.Count(g.Turns))
	}
	if g.On == s.w.store().Today() {
		words.badge, words.tone = kit.T("today.badge.today"), kit.ToneOK
	}
	words.buttons = []kit.RowButton{{Label: kit.T("today.do.wished"), OnTap: func() { s.onWished(g) }}, s.greetLater(models.SnoozeBirthday, g)}
	return words
}

// notSeenWords is somebody who came again and again and is not seen for a while.
func (s *todayScreen) notSeenWords(g models.GreetRow) todayWords {
	return todayWords{why: kit.RichT("today.why.notSeen", "Every", everyText(g.GapDays), "Ago", s.w.agoText(g.LastAt)),
		buttons: []kit.RowButton{{Label: kit.T("today.do.greeted"), OnTap: func() { s.onGreeted(g) }}, s.greetLater(models.SnoozeNotSeen, g)}}
}

func (s *todayScreen) greetLater(line models.SnoozeLine, g models.GreetRow) kit.RowButton {
	return s.later(g.Customer, func(until models.Day) error { return s.w.store().Snooze(line, int64(g.CustomerID), until) })
}

func (s *todayScreen) onWished(g models.GreetRow) {
	s.did(s.w.store().Greeted(g.CustomerID, kit.T("today.greeted.birthday"), models.SnoozeBirthday), kit.T("today.did.wished", "Name", g.Customer))
}

func (s *todayScreen) onGreeted(g models.GreetRow) {
	s.did(s.w.store().Greeted(g.CustomerID, kit.T("today.greeted.notSeen"), models.SnoozeNotSeen), kit.T("today.did.greeted", "Name", g.Customer))
}
