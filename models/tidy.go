package models

import (
	"strings"
	"unicode"
)

// oneLine tidies what belongs on one line: blanks at the ends go, runs of them become one, and what no screen
// can show (control characters, broken UTF-8) goes too.
func oneLine(text string) string {
	return strings.Join(strings.Fields(strings.Map(blankOrNothing, strings.ToValidUTF8(text, ""))), " ")
}

// someLines tidies what may have lines of its own; they stay.
func someLines(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, ""))
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return r
		}
		return blankOrNothing(r)
	}, text))
}

func blankOrNothing(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r):
		return -1
	}
	return r
}
