package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// rowContent is one of those who bring people, used to or could, as the list shows them.
func (s *bringersScreen) rowContent(row bringerLine) kit.RowContent {
	content := kit.RowContent{Initials: kit.Initials(row.name), Title: "**" + kit.Escape(row.name) + "**"}
	if row.could != nil {
		for i, cause := range row.could.Causes {
			content.Badges = append(content.Badges, kit.BadgeText{Text: kit.T("bringers.reason." + string(cause.Reason)), Tone: couldTone(cause.Reason)})
			if i == 0 {
				content.Second = s.w.couldShort(cause)
			}
		}
		return content
	}
	b := row.brung.Of(s.periodValue())
	content.Second = s.w.broughtText(b)
	beside := s.w.money(b.Spent)
	if s.side.Value() == sideUsed {
		beside = kit.T("bringers.last", "Day", s.w.dayText(row.brung.Last))
	}
	content.Title = kit.RichT("bringers.row", "Name", row.name, "Beside", beside)
	return content
}

func couldTone(r models.CouldReason) kit.Tone {
	return map[models.CouldReason]kit.Tone{models.CouldPraised: kit.ToneAdvocate, models.CouldDelighted: kit.ToneOK, models.CouldLoyal: kit.ToneLoyal}[r]
}

// couldShort is a reason in the line under a name.
func (w *Window) couldShort(c models.CouldCause) string {
	if c.Reason == models.CouldPraised {
		return kit.RichT("bringers.short.praised", "What", c.What)
	}
	return kit.RichTN("bringers.short."+string(c.Reason), max(c.Days, 1), "Day", w.dayText(c.Day))
}

// couldWhy is a reason as a sentence.
func (w *Window) couldWhy(c models.CouldCause) string {
	return kit.RichT("bringers.why."+string(c.Reason), "Day", w.dayText(c.Day), "What", c.What, "Days", kit.Count(c.Days))
}

// broughtText says how many somebody sent, and how many came through others.
func (w *Window) broughtText(b models.Brought) string {
	direct := kit.TN("bringers.direct", b.DirectN, "Count", kit.Count(b.DirectN))
	switch {
	case b.N() == 0:
		return kit.T("bringers.nobody")
	case b.ThroughN == 0:
		return direct
	case b.DirectN == 0:
		return kit.TN("bringers.throughOnly", b.ThroughN, "Count", kit.Count(b.ThroughN))
	}
	return kit.T("bringers.both", "Direct", direct, "Through", kit.TN("bringers.through", b.ThroughN, "Count", kit.Count(b.ThroughN)))
}

// broughtWhy says what somebody brought, ever and this year, a sentence each.
func (w *Window) broughtWhy(row *models.BringerRow) (lines []string) {
	lines = append(lines, kit.TN("bringers.why.direct", row.Ever.DirectN, "Count", kit.Count(row.Ever.DirectN), "Money", w.money(row.Ever.DirectSpent)))
	if row.Ever.ThroughN > 0 {
		lines = append(lines, kit.TN("bringers.why.through", row.Ever.ThroughN, "Count", kit.Count(row.Ever.ThroughN), "Money", w.money(row.Ever.Spent-row.Ever.DirectSpent)))
	}
	year := kit.T("bringers.why.year.nobody")
	if row.Year.N() > 0 {
		year = kit.T("bringers.why.year", "What", w.broughtText(row.Year), "Money", w.money(row.Year.Spent))
	}
	lines = append(lines, year)
	if row.Last != "" {
		lines = append(lines, kit.T("bringers.why.last", "Day", w.dayText(row.Last)))
	}
	return lines
}
