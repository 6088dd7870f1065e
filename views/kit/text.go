package kit

import "strings"

// Each of these draws plain text in which nothing is a mark. All of them wrap;
// with .Ellipsis() they stay on one line and end in "…".

// Title is a page's name: 22, bold.
func Title(text string) *RichLine { return plainLine(text, textLook{SizeTitle, ColorInk, true}) }

// Heading is a card's name: 15, bold.
func Heading(text string) *RichLine { return plainLine(text, textLook{SizeHeading, ColorInk, true}) }

// Strong is body text in bold: a name.
func Strong(text string) *RichLine { return plainLine(text, textLook{SizeBody, ColorInk, true}) }

// Body is the text of the program.
func Body(text string) *RichLine { return plainLine(text, textLook{SizeBody, ColorInk, false}) }

// Quiet is a second line or a label.
func Quiet(text string) *RichLine { return plainLine(text, textLook{SizeSecond, ColorQuiet, false}) }

// Figure is a number on a card: 26, bold.
func Figure(text string) *RichLine { return plainLine(text, textLook{SizeFigure, ColorInk, true}) }

func plainLine(text string, look textLook) *RichLine {
	r := newRichLine(look)
	r.runs = plainRuns(text)
	return r
}

// textLine is one line of a text; first tells whether a line break stands before it.
type textLine struct {
	text  string
	first bool
}

// splitLines splits at line breaks.
func splitLines(text string) []textLine {
	parts := strings.Split(text, "\n")
	lines := make([]textLine, len(parts))
	for i, p := range parts {
		lines[i] = textLine{text: p, first: i > 0}
	}
	return lines
}
