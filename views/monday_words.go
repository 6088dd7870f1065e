package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// mondayBecause is why somebody stands on the Monday page.
func (w *Window) mondayBecause(row models.MondayRow) string {
	switch row.Reason {
	case models.MondayPromise:
		return callBecause(*row.Call)
	case models.MondayThank:
		return thankBecause(*row.Thank)
	case models.MondayBirthday:
		if row.Greet.Turns > 0 {
			return kit.T("monday.because.birthdayTurns", "Day", paperDay(row.Greet.On), "Years", kit.Count(row.Greet.Turns))
		}
		return kit.T("monday.because.birthday", "Day", paperDay(row.Greet.On))
	case models.MondayDrifting:
		last := models.DayOf(row.Greet.LastAt.In(w.app.Now().Location()))
		return kit.T("monday.because.drifting", "Every", everyText(row.Greet.GapDays), "Day", paperDay(last))
	}
	return kit.T("monday.because.advocate", "Whom", row.Friend.Name, "Day", paperDay(row.Friend.Last))
}

// callBecause is which word we owe them.
func callBecause(c models.CallRow) string {
	switch c.Cause {
	case models.CallCameIn:
		return kit.T("monday.because.cameIn", "What", c.What)
	case models.CallOverdue:
		return kit.T("monday.because.overdue", "What", c.What, "Day", paperDay(c.DueOn))
	case models.CallAskHow:
		return kit.T("monday.because.askHow", "Who", c.Specialist)
	}
	return kit.T("monday.because.promised", "Day", paperDay(c.DueOn))
}

// thankBecause is what a thank-you is due for.
func thankBecause(t models.ThankYouRow) string {
	switch {
	case t.Cause == models.ThanksReferral && t.Referee != "":
		return kit.T("monday.because.sent", "Whom", t.Referee, "Day", paperDay(t.Since))
	case t.Cause == models.ThanksPraise:
		return kit.T("monday.because.praised", "Day", paperDay(t.Since))
	case t.Cause == models.ThanksMilestone:
		return kit.T("monday.because.milestone", "What", thanksWhat(t, paperDay))
	}
	return kit.T("monday.because.thanks", "Day", paperDay(t.Since))
}

// mondaySay is what to say to them. All of it stands in the book.
func mondaySay(row models.MondayRow) string {
	s := row.Say
	quoted := func(key string) string {
		if row.Reason == models.MondayBirthday {
			key += ".birthday"
		}
		if s.Words != "" && s.What != "" && s.Kind != models.SayRemember {
			key += ".words"
		}
		return kit.T(key, "What", s.What, "Words", s.Words, "Day", paperDay(s.Day))
	}
	switch s.Kind {
	case models.SayHere, models.SayThing, models.SayRemember:
		return quoted("monday.say." + string(s.Kind))
	case models.SayFriend:
		if s.What != "" {
			return kit.TN("monday.say.friendFor", s.N, "Who", s.Who, "What", s.What, "Day", paperDay(s.Day))
		}
		return kit.TN("monday.say.friend", s.N, "Who", s.Who, "Day", paperDay(s.Day))
	case models.SayVisits:
		return kit.TN("monday.say.visits", s.N, "Day", paperDay(s.Day))
	case models.SayAbout:
		if s.What == "" {
			return kit.T("monday.say.about.nothing")
		}
	case "":
		return quoted("monday.say.nothing")
	}
	return kit.T("monday.say."+string(s.Kind), "What", s.What, "Who", s.Who, "Words", s.Words, "Day", paperDay(s.Day))
}
