package views

import (
	"strings"

	"goodturn/docs/guide"
	"goodturn/views/kit"
)

// guideMarkup writes words of the guide in the marks of the kit. What stands on the screen is bold, too.
func guideMarkup(words guide.Words) string {
	var b strings.Builder
	for _, run := range words {
		text := kit.Escape(run.Text)
		if run.Strong || run.OnScreen {
			text = "**" + text + "**"
		}
		if run.Link != "" {
			text = "[" + text + "](" + run.Link + ")"
		}
		b.WriteString(text)
	}
	return b.String()
}
