package app

import (
	"path"
	"regexp"
	"strings"
)

// What a line of the log can hold that is a customer's, or tells who the owner is.
var (
	// anAddress is an e-mail address.
	anAddress = regexp.MustCompile(`[^\s"'<>=\[:]+@[^\s"'<>\]]+`)
	// aPath is a path of any system, up to the colon or quote that ends it in an error of the system: it may have blanks.
	aPath = regexp.MustCompile(`(?:\b[A-Za-z]:\\|\\\\|/)[^":\n]*`)
	// quoted is what an error repeats of what it was given, with the quote as the log writes it.
	quoted = regexp.MustCompile(`\\"(?:[^"\\]|\\\\|\\[^"])*\\"|“[^”]*”|‘[^’]*’|` + "`[^`]*`")
	// lastWords is quoted where the system writes it by itself, without the log's own quotes around the line.
	lastWords = regexp.MustCompile(`"[^"]*"`)
	// arguments are the words of a problem's sentence.
	arguments = regexp.MustCompile(`map\[[^\n]*\]`)
	// aNumber is as long as somebody's phone number, however it is written.
	aNumber = regexp.MustCompile(`\+?\d[\d ()/.-]{4,}\d`)
	// aTime is how the log writes when something was; the one long number to keep.
	aTime = regexp.MustCompile(`^time=\S+ `)
)

// scrub takes out of a log what could be a customer's or names a person: what was typed, addresses, phone numbers,
// and paths but for the name of a source file. What is left still tells where the program went wrong.
func scrub(log string) string {
	lines := strings.Split(log, "\n")
	for i, line := range lines {
		at := aTime.FindString(line)
		words := line[len(at):]
		if at == "" {
			words = lastWords.ReplaceAllString(words, "“…”")
		}
		lines[i] = at + scrubWords(words)
	}
	return strings.Join(lines, "\n")
}

func scrubWords(words string) string {
	words = arguments.ReplaceAllString(words, "map[…]")
	words = quoted.ReplaceAllString(words, "“…”")
	words = anAddress.ReplaceAllString(words, "…@…")
	words = aPath.ReplaceAllStringFunc(words, plainPath)
	return aNumber.ReplaceAllString(words, "#")
}

// plainPath leaves of a path what is the program's own: the name of a source file, and the kind of any other.
func plainPath(found string) string {
	slashed := strings.ReplaceAll(found, `\`, "/")
	if path.Ext(slashed) == ".go" {
		return path.Base(slashed)
	}
	ending := path.Ext(slashed)
	if ending != ".goodturn" && ending != ".pdf" && ending != ".zip" {
		ending = ""
	}
	return "…" + ending
}
