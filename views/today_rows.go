package views

import (
	"strings"

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
	return s.withRest(card, &s.calls, n, len(page.Calls))
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
	reach := c.Phone
	if reach == "" {
		reach = c.Email
	}
	badge, tone := s.callBadge(c)
	return kit.NewRow().Set(kit.RowContent{
		Initials: kit.Initials(c.Customer),
		Title:    kit.RichT("today.person", "Name", c.Customer, "Reach", reach),
		Second:   s.callWhy(c),
		Badges:   []kit.BadgeText{{Text: badge, Tone: tone}},
		Buttons:  []kit.RowButton{{Label: s.callDone(c), OnTap: func() { s.onCalled(c) }}, {Label: kit.T("today.later"), OnTap: func() { s.onLater(c) }}},
		Wrap:     true,
		OnLink:   func(string) { s.w.OpenCustomer(c.CustomerID) },
	})
}

// callWhy is why we get back to them, as one sentence.
func (s *todayScreen) callWhy(c models.CallRow) string {
	day := s.w.dayText(c.VisitDay)
	switch {
	case c.Cause == models.CallCameIn:
		return kit.RichT("today.why.cameIn", "What", c.What, "Day", day)
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

// onLater asks until when to leave it, with tomorrow one key away.
func (s *todayScreen) onLater(c models.CallRow) {
	var sheet *kit.Sheet
	day := kit.NewDateField(s.w.app.Now, kit.DayFirst)
	form := kit.NewForm()
	form.Add("dueOn", kit.NewField(kit.T("today.later.day"), day))
	put := func(due models.Day) {
		if err := s.snooze(c, due); err != nil {
			s.w.Trouble(form.Show(err))
			return
		}
		sheet.Close()
		s.w.Did(kit.T("today.did.later", "Name", c.Customer, "Day", s.w.dayText(due)))
	}
	quick := kit.FlowRow(8)
	for _, choice := range []struct {
		key  string
		days int
	}{{"tomorrow", 1}, {"threeDays", 3}, {"week", 7}} {
		due := s.w.store().Today().AddDays(choice.days)
		quick.Add(kit.NewButton(kit.T("today.later."+choice.key), func() { put(due) }))
	}
	save := func() {
		due, err := day.Day()
		if err == nil && due == "" {
			err = models.Problem{Field: "dueOn", Key: "date"}
		}
		if err != nil {
			s.w.Trouble(form.Show(kit.InField("dueOn", err)))
			return
		}
		put(models.Day(due))
	}
	body := kit.VStack(12, quick, form.Field("dueOn"))
	sheet = kit.ShowSheet(s.w.canvas(), kit.T("today.later.title", "Name", c.Customer), body, kit.SheetOptions{Save: kit.T("today.later.save"), OnSave: save, Width: 460})
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
		second = strings.Join([]string{second, kit.T("today.nth", "N", t.NthSent)}, " ")
	}
	return kit.NewRow().Set(kit.RowContent{
		Initials: kit.Initials(t.Name),
		Title:    kit.RichT("today.person", "Name", t.Name, "Reach", ""),
		Second:   second,
		Badges:   badges,
		Buttons:  []kit.RowButton{{Label: kit.T("today.do.thanked"), OnTap: func() { s.onThanked(t) }}, {Label: kit.T("today.do.card"), OnTap: func() { s.openThanked(t) }}},
		Wrap:     true,
		OnLink:   func(string) { s.openThanked(t) },
	})
}

func (s *todayScreen) openThanked(t models.ThankYouRow) {
	if t.CustomerID == 0 {
		s.w.Show(PlaceSpecialists)
		return
	}
	s.w.OpenCustomer(t.CustomerID)
}

func (s *todayScreen) onThanked(t models.ThankYouRow) {
	s.did(s.w.store().MarkThanked([]models.ThankYouID{t.ID}, 0, ""), kit.T("today.did.thanked", "Name", t.Name))
}
