package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// todayList is one card's rows, cut short until the owner asks for all.
type todayList struct{ all bool }

// shown is how many of n rows the card shows.
func (l *todayList) shown(n int) int {
	if l.all {
		return n
	}
	return min(n, todayRows)
}

func (s *todayScreen) callCard(page models.Today) fyne.CanvasObject {
	n := s.calls.shown(len(page.Calls))
	rows := make([]fyne.CanvasObject, 0, n+1)
	for _, c := range page.Calls[:n] {
		rows = append(rows, s.callRow(c))
	}
	card := kit.CardWithHeading(kit.T("today.calls"), page.CallN, kit.Rows(rows...))
	return s.withRest(card, &s.calls, n, page.CallN)
}

// withRest puts the button that shows the rest of the rows under a card that hides some.
func (s *todayScreen) withRest(card *fyne.Container, list *todayList, shown, n int) fyne.CanvasObject {
	if shown == n {
		return card
	}
	more := kit.NewButton(kit.TN("today.rest", n-shown), func() { list.all = true; s.reloadHere() }).Link()
	return kit.VStack(4, card, kit.HStack(0, more))
}

func (s *todayScreen) reloadHere() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

func (s *todayScreen) callRow(c models.CallRow) fyne.CanvasObject {
	badge, tone := s.callBadge(c)
	return s.row(kit.RowContent{
		Initials: kit.Initials(c.Customer),
		Title:    kit.RichT("today.person", "Name", c.Customer, "Reach", callReach(c)),
		Second:   s.callWhy(c),
		Badges:   []kit.BadgeText{{Text: badge, Tone: tone}},
		Buttons:  []kit.RowButton{{Label: s.callDone(c), OnTap: func() { s.onCalled(c) }}, {Label: kit.T("today.later"), OnTap: func() { s.onLater(c) }}},
		Wrap:     true,
		OnLink:   func(string) { s.w.OpenCustomer(c.CustomerID) },
	})
}

// callReach is how to reach them, in no way they asked us not to use; where that leaves nothing, what they asked.
func callReach(c models.CallRow) string {
	switch {
	case c.Phone != "" && !c.NoPhone:
		return c.Phone
	case c.Email != "" && !c.NoEmail:
		return c.Email
	case c.NoPhone:
		return kit.T("today.asked.noCalls")
	case c.NoEmail:
		return kit.T("today.asked.noEmail")
	}
	return ""
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

func (s *todayScreen) onLater(c models.CallRow) {
	showLater(s.w, c.Customer, func(due models.Day) error { return s.snooze(c, due) })
}

func (s *todayScreen) snooze(c models.CallRow, due models.Day) error {
	switch c.Cause {
	case models.CallFollowUp:
		return s.w.store().SnoozeFollowUp(c.FollowUpID, due)
	case models.CallAskHow:
		return s.w.store().SnoozeReferralOut(c.ReferralID, due)
	}
	return s.w.store().SetWantDue(c.WantID, due)
}

func (s *todayScreen) did(err error, sentence string) {
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.w.Did(sentence)
}

func (s *todayScreen) thanksCard(page models.Today) fyne.CanvasObject {
	n := min(len(page.Thanks), todayRows)
	rows := make([]fyne.CanvasObject, 0, n)
	for _, t := range page.Thanks[:n] {
		rows = append(rows, s.thanksRow(t))
	}
	card := kit.CardWithHeading(kit.T("today.thanks"), page.ThanksN, kit.Rows(rows...))
	if n == page.ThanksN {
		return card
	}
	more := kit.NewButton(kit.TN("today.rest", page.ThanksN-n), func() { s.w.Show(PlaceThanks) }).Link()
	return kit.VStack(4, card, kit.HStack(0, more))
}

func (s *todayScreen) thanksRow(t models.ThankYouRow) fyne.CanvasObject {
	var badges []kit.BadgeText
	if word, tone := rungWord(t.Rung); word != "" {
		badges = append(badges, kit.BadgeText{Text: word, Tone: tone})
	}
	second := s.w.thanksWhy(t)
	if t.NthSent > 1 {
		second = kit.T("today.nth", "Why", second, "N", t.NthSent)
	}
	return s.row(kit.RowContent{
		Initials: kit.Initials(t.Name),
		Title:    kit.RichT("today.person", "Name", t.Name, "Reach", ""),
		Second:   second,
		Badges:   badges,
		Buttons:  []kit.RowButton{{Label: kit.T("today.do.thanked"), OnTap: func() { s.onThanked(t) }}, {Label: kit.T("today.do.open"), OnTap: func() { s.w.openThanked(t) }}},
		Wrap:     true,
		OnLink:   func(string) { s.w.openThanked(t) },
	})
}

func (s *todayScreen) onThanked(t models.ThankYouRow) {
	s.did(s.w.thank(t.ID), kit.T("today.did.thanked", "Name", t.Name))
}
