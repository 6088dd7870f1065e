package views

import (
	"cmp"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

func (s *changesScreen) bind(i int, o fyne.CanvasObject) {
	if i >= len(s.lines) {
		return
	}
	if i == len(s.lines)-1 {
		s.readSoon()
	}
	line, row := s.lines[i], o.(*kit.Row)
	if line.change == nil {
		row.Set(kit.RowContent{Title: kit.RichT("changes.day", "Day", s.dayHeading(line.day))})
		return
	}
	c := *line.change
	content := kit.RowContent{
		Title:  kit.RichT("changes.title", "Name", s.nameOf(c), "What", whatChanged(c)),
		Side:   kit.Clock(c.At.In(s.w.app.Now().Location())),
		Badges: changeBadges(c),
		OnLink: func(string) { s.w.openThing(thingOf(c)) },
	}
	if leadsTo(c) {
		content.Title = kit.RichT("changes.title.open", "Name", s.nameOf(c), "What", whatChanged(c))
	}
	if told := s.inOneLine(c); told != "" {
		content.Second = kit.RichT("changes.second", "Changes", told)
	}
	row.Set(content)
}

// dayHeading writes a day in full, with the year where that is another.
func (s *changesScreen) dayHeading(day models.Day) string {
	now := s.w.app.Now()
	at, err := time.ParseInLocation(time.DateOnly, string(day), now.Location())
	switch {
	case err != nil:
		return string(day)
	case at.Year() != now.Year():
		return kit.LongDayYear(at)
	}
	return kit.LongDay(at)
}

// nameOf is what the owner calls the thing that was changed.
func (s *changesScreen) nameOf(c models.ActivityRow) string {
	switch {
	case c.Thing == models.ThingCustomer:
		return cmp.Or(c.Customer, c.Label, kit.T("changes.erased"))
	case c.Thing == models.ThingVisit:
		return cmp.Or(c.Label, c.Customer, kit.T("changes.stranger"))
	case c.Thing == models.ThingImport:
		return imported(c)
	case c.Thing == models.ThingAdvertSpend:
		return advertOf(c.Label)
	}
	return cmp.Or(c.Label, c.Customer, thingWord(c.Thing))
}

// advertOf names an advert with its month, which its label ends in as the file keeps it.
func advertOf(label string) string {
	at := strings.LastIndex(label, ", ")
	if at < 0 {
		return cmp.Or(label, thingWord(models.ThingAdvertSpend))
	}
	return kit.T("changes.both", "One", label[:at], "Other", monthWord(label[at+2:]))
}

// imported tells how many people a list brought, and what its file was called unless that is forgotten.
func imported(c models.ActivityRow) string {
	switch {
	case c.Event == models.Removed && c.Label == "":
		return kit.TN("changes.import.back", c.People)
	case c.Event == models.Removed:
		return kit.TN("changes.import.backFrom", c.People, "File", c.Label)
	case c.Label == "":
		return kit.TN("changes.import.in", c.People)
	}
	return kit.TN("changes.import.inFrom", c.People, "File", c.Label)
}

// whatChanged is the sort of thing and, where it has a name of its own, whom it is about.
func whatChanged(c models.ActivityRow) string {
	if c.Thing == models.ThingCustomer || c.Label == "" || c.Customer == "" {
		return thingWord(c.Thing)
	}
	return kit.T("changes.of", "Kind", thingWord(c.Thing), "Customer", c.Customer)
}

func thingWord(t models.Thing) string { return kit.T("changes.thing." + string(t)) }

func changeBadges(c models.ActivityRow) (badges []kit.BadgeText) {
	tones := map[models.Event]kit.Tone{models.Added: kit.ToneOK, models.WasBack: kit.ToneOK, models.TakenOut: kit.ToneWarn,
		models.Removed: kit.ToneBad, models.WasErased: kit.ToneBad}
	if c.Via != models.ByOwner {
		badges = append(badges, kit.BadgeText{Text: kit.T("changes.via." + string(c.Via)), Tone: kit.TonePlain})
	}
	return append(badges, kit.BadgeText{Text: kit.T("changes.event." + string(c.Event)), Tone: tones[c.Event]})
}

// inOneLine tells every field from what to what, in a line that may be longer than there is room.
func (s *changesScreen) inOneLine(c models.ActivityRow) (told string) {
	for _, f := range c.Fields {
		text := strings.Join(strings.Fields(s.fieldText(f)), " ")
		if told == "" {
			told = text
			continue
		}
		told = kit.T("changes.both", "One", told, "Other", text)
	}
	return told
}

// fieldText tells one field from what to what.
func (s changeWords) fieldText(f models.FieldChange) string {
	field, from, to := fieldWord(f.ActivityField), s.valueText(f.ActivityField, f.From), s.valueText(f.ActivityField, f.To)
	switch {
	case from == "" && to == "":
		return kit.T("changes.fieldGone", "Field", field) // a name that was erased since, or a tag that nobody has any more
	case from == "":
		return kit.T("changes.toOnly", "Field", field, "To", to)
	case to == "":
		return kit.T("changes.fromOnly", "Field", field, "From", from)
	}
	return kit.T("changes.fromTo", "Field", field, "From", from, "To", to)
}
