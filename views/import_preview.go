package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// previewCard is the first rows as they will be stored; Enter shows one whole.
func (s *importScreen) previewCard() fyne.CanvasObject {
	list := kit.NewList(func() int { return len(s.people) }, func() fyne.CanvasObject { return kit.NewRow() }, s.bindPerson).Ruled()
	list.OnActivated = s.showPerson
	list.OnClicked = s.showPerson
	return kit.VStack(8, kit.Heading(kit.T("import.preview")), kit.Quiet(kit.TN("import.previewWhy", len(s.people))), kit.Grow(listCard(list)))
}

func (s *importScreen) bindPerson(i int, o fyne.CanvasObject) {
	if i >= len(s.people) {
		return
	}
	p := s.people[i]
	content := kit.RowContent{Initials: kit.Initials(p.Customer.Name), Title: kit.RichT("import.column", "Name", personName(p)),
		Second: kit.RichT("changes.second", "Changes", personBrief(p))}
	if p.Problem != nil {
		content.Second = kit.RichT("changes.second", "Changes", sentenceOf(p.Problem))
		content.Badges = []kit.BadgeText{{Text: kit.T("import.notStored"), Tone: kit.ToneBad}}
	}
	o.(*kit.Row).Set(content)
}

// personName is what a row calls somebody; the line it stands on where it does not.
func personName(p models.ImportRow) string {
	for _, name := range []string{p.Customer.Name, p.Customer.Phone(), p.Customer.Email()} {
		if name != "" {
			return name
		}
	}
	return kit.T("import.line", "N", kit.Count(p.Line))
}

// personBrief is what a row tells of somebody, on one line.
func personBrief(p models.ImportRow) string {
	var parts []string
	for _, line := range personLines(p) {
		parts = append(parts, strings.ReplaceAll(line.value, "\n", ", "))
	}
	if len(parts) == 0 {
		return kit.T("import.nothingMore")
	}
	return strings.Join(parts, " · ")
}

// personLine is one thing a row tells.
type personLine struct{ label, value string }

// personLines is everything a row tells beside the name.
func personLines(p models.ImportRow) (lines []personLine) {
	c := p.Customer
	add := func(key, value string) {
		if value != "" {
			lines = append(lines, personLine{kit.T("import.field." + key), value})
		}
	}
	add("preferred", c.PreferredName)
	for _, contact := range c.Contacts {
		value := contact.Value
		if contact.Label != "" {
			value = kit.T("import.contact", "Label", contact.Label, "Value", value)
		}
		add(string(contact.Kind), value)
	}
	add("address", c.Address)
	add("country", c.Country)
	add("birthday", kit.BirthdayText(c.Birthday))
	for _, note := range c.Remember {
		add("note", note.Text)
	}
	add("tags", strings.Join(c.Tags, ", "))
	add("source", p.Source)
	add("referred_by", p.ReferredBy)
	for _, no := range []struct {
		asked bool
		key   string
	}{{c.NoPost, "no_post"}, {c.NoPhone, "no_phone"}, {c.NoEmail, "no_email"}} {
		if no.asked {
			add(no.key, kit.T("changes.yes"))
		}
	}
	if c.ReachBy != models.LikesAny {
		add("reach_by", reachByWord(c.ReachBy))
	}
	add("invited_on", kit.BirthdayText(string(c.InvitedOn)))
	if c.State == models.CustomerArchived {
		add("put_away_on", dayOrYes(c.ArchivedOn))
	}
	return lines
}

// showPerson shows a row whole.
func (s *importScreen) showPerson(i int) {
	if i < 0 || i >= len(s.people) {
		return
	}
	p := s.people[i]
	body := kit.VStack(10)
	if p.Problem != nil {
		body.Add(kit.Rich(kit.Escape(sentenceOf(p.Problem))).Colored(kit.ColorBad))
	}
	for _, line := range append(personLines(p), s.earlierLine(p)...) {
		body.Add(kit.VStack(0, kit.Quiet(line.label), kit.Body(line.value)))
	}
	kit.ShowSheet(s.w.canvas(), personName(p), body, kit.SheetOptions{Help: "importing", Width: 520})
}

// earlierLine is what the old program had counted, in the shop's own currency.
func (s *importScreen) earlierLine(p models.ImportRow) []personLine {
	shop, err := s.w.store().Shop()
	if err != nil || !p.Customer.Earlier.Known() {
		return nil
	}
	return []personLine{{kit.T("customers.particulars.earlier"), earlierText(s.w, shop, p.Customer.Earlier)}}
}

// dayOrYes is the day, or that it is so where no day is known.
func dayOrYes(day models.Day) string {
	if day == "" {
		return kit.T("changes.yes")
	}
	return kit.BirthdayText(string(day))
}
