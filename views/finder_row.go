package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// customerRowContent is a customer's row in a list that shows whom text finds: what was found is marked, and where that
// is not the name, the second line says why they are here. An empty text finds everybody.
func (w *Window) customerRowContent(row models.CustomerRow, text string, found models.Found) kit.RowContent {
	content := kit.RowContent{Initials: kit.Initials(row.Name), Title: "**" + kit.Escape(row.Name) + "**", Second: customerRowSecond(row)}
	if word, tone := customerBadge(row); word != "" {
		content.Badges = append(content.Badges, kit.BadgeText{Text: word, Tone: tone})
	}
	if text == "" {
		return content
	}
	content.Title = kit.Marked(row.Name, text) // what was found is all that is bold
	if why := w.foundWhy(found, text); why != "" {
		content.Second = "_" + why + "_"
	}
	return content
}

// foundWhy says why somebody was found, as markup; "" where the name says it.
func (w *Window) foundWhy(found models.Found, text string) string {
	if found.Reason == models.FoundByName {
		return ""
	}
	what := kit.Excerpt(found.Why, text)
	if found.Day == "" {
		return kit.T("found.by."+string(found.Reason), "What", what)
	}
	return kit.T("found.by."+string(found.Reason), "What", what, "Day", w.dayText(found.Day))
}

// foundOption is a customer as a list that drops down offers them, with why they are offered.
func (w *Window) foundOption(c models.CustomerHit, text string) kit.Option {
	word, tone := customerBadge(c.CustomerRow)
	o := kit.Option{Title: c.Name, Second: customerSecond(c.CustomerRow), Badge: word, Tone: tone, Why: w.foundWhy(c.Found, text)}
	switch {
	case c.State == models.CustomerArchived && o.Why == "":
		o.Why = kit.T("found.archived")
	case c.State == models.CustomerArchived:
		o.Why = kit.T("found.archivedBy", "Why", o.Why)
	}
	return o
}

// customerSecond tells somebody apart from others of their name.
func customerSecond(c models.CustomerRow) string {
	if c.Phone != "" && c.Phone != c.Name {
		return c.Phone
	}
	return c.Email
}
