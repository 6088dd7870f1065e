package views

import (
	"strings"

	"goodturn/views/kit"
)

// guideMarkup turns the marks within a line of Markdown into those of the kit. What stands on the screen is *so* in the guide, and bold
// here.
func guideMarkup(line string) string {
	var b strings.Builder
	for rest := line; rest != ""; {
		var done string
		done, rest = guideMark(rest)
		b.WriteString(done)
	}
	return b.String()
}

// guideMark turns the first mark or sign of a line, and gives what follows it.
func guideMark(line string) (done, rest string) {
	switch {
	case strings.HasPrefix(line, "**"):
		return "**", line[2:]
	case line[0] == '*':
		return "**", line[1:]
	case line[0] == '`':
		return "", line[1:]
	case line[0] == '\\' && len(line) > 1:
		return kit.Escape(line[1:2]), line[2:]
	case line[0] == '[':
		words, after, closed := strings.Cut(line[1:], "](")
		target, behind, ended := strings.Cut(after, ")")
		if closed && ended {
			return "[" + guideMarkup(words) + "](" + target + ")", behind
		}
	}
	return kit.Escape(line[:1]), line[1:]
}
