package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// callWords is somebody to get back to.
func (s *todayScreen) callWords(c models.CallRow) todayWords {
	badge, tone := s.callBadge(c)
	return todayWords{why: s.callWhy(c), badge: badge, tone: tone, buttons: []kit.RowButton{{Label: s.callDone(c), OnTap: func() { s.onCalled(c) }}, s.callLater(c)}}
}

func (s *todayScreen) callLater(c models.CallRow) kit.RowButton {
	return s.later(c.Customer, func(until models.Day) error { return s.w.store().SnoozeCall(c, until) })
}

// callWhy is why we get back to them, as one sentence.
func (s *todayScreen) callWhy(c models.CallRow) string {
	day := s.w.dayText(c.VisitDay)
	switch {
	case c.Cause == models.CallCameIn:
		return kit.RichT("today.why.cameIn", "What", c.What, "Day", day)
	case c.Cause == models.CallOverdue && c.WantState == models.WantRequested:
		return kit.RichT("today.why.unordered", "What", c.What, "Day", day)
	case c.Cause == models.CallOverdue:
		return kit.RichT("today.why.overdue", "What", c.What, "Day", day)
	case c.Cause == models.CallAskHow:
		return kit.RichT("today.why.askHow", "What", c.What, "Who", c.Specialist)
	case c.Thinking != "":
		return kit.RichT("today.why.thinking", "What", c.Thinking)
	case c.What != "":
		return kit.RichT("today.why.promised", "What", c.What)
	}
	if c.VisitDay == "" {
		return kit.T("today.why.getBack")
	}
	return kit.T("today.why.visit", "Day", day)
}

func (s *todayScreen) callBadge(c models.CallRow) (string, kit.Tone) {
	today := s.w.store().Today()
	switch {
	case c.Cause == models.CallCameIn:
		return kit.T("today.badge.cameIn"), kit.ToneOK
	case c.DueOn == today:
		return kit.T("today.badge.today"), kit.TonePlain
	case c.DueOn < today.AddDays(-1):
		return kit.T("today.badge.due", "Day", s.w.dayText(c.DueOn)), kit.ToneBad
	}
	return kit.T("today.badge.due", "Day", s.w.dayText(c.DueOn)), kit.ToneWarn
}

// callDone is the word on the button that settles the call.
func (s *todayScreen) callDone(c models.CallRow) string {
	switch c.Cause {
	case models.CallOverdue:
		return kit.T("today.do.cameIn")
	case models.CallAskHow:
		return kit.T("today.do.asked")
	}
	return kit.T("today.do.called")
}

func (s *todayScreen) onCalled(c models.CallRow) {
	switch c.Cause {
	case models.CallFollowUp:
		s.did(s.w.store().FinishFollowUp(c.FollowUpID, ""), kit.T("today.did.called", "Name", c.Customer))
	case models.CallCameIn:
		s.did(s.w.store().SetWantState(c.WantID, models.WantNotified), kit.T("today.did.told", "Name", c.Customer))
	case models.CallOverdue:
		s.did(s.w.store().SetWantState(c.WantID, models.WantReady), kit.T("today.did.cameIn", "Name", c.Customer))
	case models.CallAskHow:
		showHowItWent(s.w, models.ReferralOutRow{ReferralOut: models.ReferralOut{ID: c.ReferralID, CustomerID: c.CustomerID, Need: c.What}, Customer: c.Customer, Specialist: c.Specialist})
	}
}
