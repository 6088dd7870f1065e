package kit

import (
	"strings"

	"goodturn/models"
)

// Marked writes text as markup, with what was typed to search in bold: see models.Marks.
func Marked(text, typed string) string {
	return markedFrom([]rune(text), markedSpans(text, typed), 0)
}

// markedBefore is how many letters an Excerpt shows before what was found.
const markedBefore = 24

// Excerpt is Marked for a text of which one line is shown: where what was typed stands deep in it, it begins with "…" a few
// words before that.
func Excerpt(text, typed string) string {
	letters := []rune(strings.Join(strings.Fields(text), " "))
	marks := markedSpans(string(letters), typed)
	if len(marks) == 0 || marks[0].From <= markedBefore {
		return markedFrom(letters, marks, 0)
	}
	from := marks[0].From - markedBefore
	for from < marks[0].From && letters[from-1] != ' ' {
		from++ // a whole word begins it, or what was found does
	}
	return "… " + markedFrom(letters, marks, from)
}

func markedFrom(letters []rune, marks []models.Span, from int) string {
	var b strings.Builder
	for _, m := range marks {
		b.WriteString(Escape(string(letters[from:m.From])) + "**" + Escape(string(letters[m.From:m.To])) + "**")
		from = m.To
	}
	b.WriteString(Escape(string(letters[from:])))
	return b.String()
}
