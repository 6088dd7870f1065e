package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// customerRowContent is a customer's row in a list that shows whom text finds: what was found is marked, and where that
// is not the name, the second line says why they are here. An empty text finds everybody.
func (w *Window) customerRowContent(row models.CustomerRow, text string) kit.RowContent {
	content := kit.RowContent{Initials: kit.Initials(row.Name), Title: "**" + kit.Escape(row.Name) + "**", Second: customerRowSecond(row)}
	if word, tone := rungWord(row.Rung); word != "" {
		content.Badges = append(content.Badges, kit.BadgeText{Text: word, Tone: tone})
	}
	if text == "" {
		return content
	}
	content.Title = kit.Marked(row.Name, text) // what was found is all that is bold
	found, err := w.store().WhyFound(row, text)
	if err != nil {
		w.Trouble(err)
		return content
	}
	if why := foundWhy(found, text); why != "" {
		content.Second = "_" + why + "_"
	}
	return content
}

// foundWhy says why somebody was found, as markup; "" where the name says it.
func foundWhy(found models.Found, text string) string {
	if found.Reason == models.FoundByName {
		return ""
	}
	return kit.T("found.by."+string(found.Reason), "What", kit.Excerpt(found.Why, text))
}
