package app

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
)

// What a line of the log can hold that is a customer's, or tells who the owner is.
var (
	// anAddress is an e-mail address.
	anAddress = regexp.MustCompile(`[^\s"'<>=\[:]+@[^\s"'<>\]]+`)
	// aPath is a path of any system with all that follows in the same words: blanks, colons and brackets may belong to it.
	// In a line of the log a backslash is written twice, and a single one begins a new line or a quote.
	aPath = regexp.MustCompile(`(?:\b[A-Za-z]:\\\\|\\\\\\\\|/)(?:\\\\|[^"\\\n])*`)
	// aRawPath is aPath where nothing was written twice, in the system's own last words.
	aRawPath = regexp.MustCompile(`(?:\b[A-Za-z]:\\|\\\\|/)[^"\n]*`)
	// aSource is where in the program something was.
	aSource = regexp.MustCompile(`[\w.-]+\.go:\d+`)
	// aKind is what sort of file it was about.
	aKind = regexp.MustCompile(`\.(?:goodturn|pdf|zip|csv|xlsx|vcf|age)\b`)
	// quoted is what an error repeats of what it was given, with the quote as the log writes it, and what a sentence quotes in any
	// language of the program.
	quoted = regexp.MustCompile(`\\"(?:[^"\\]|\\\\|\\[^"])*\\"|„[^“”]*[“”]|‚[^‘’]*[‘’]|«[^»]*»|“[^”]*”|‘[^’]*’|` + "`[^`]*`")
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
			words = aRawPath.ReplaceAllStringFunc(lastWords.ReplaceAllString(words, "“…”"), plainPath)
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

// plainPath leaves of a path, and of what follows it, only what the program and the system say themselves: the name of
// a source file, the kind of any other, and what the system had against it.
func plainPath(found string) string {
	if source := aSource.FindString(found); source != "" {
		return source
	}
	plain := "…" + aKind.FindString(found)
	for _, cause := range causes() {
		if strings.Contains(found, ": "+cause) {
			plain += ": " + cause
		}
	}
	return plain
}

// causes are the words in which Go, SQLite and this system say what is wrong with a file.
var causes = sync.OnceValue(func() []string {
	known := []string{"file does not exist", "file already exists", "file already closed", "unexpected EOF", "context canceled",
		"database disk image is malformed", "database is locked", "unable to open database file", "disk I/O error",
		"attempt to write a readonly database", "database or disk is full", "file is not a database", "too many open files"}
	for number := syscall.Errno(1); number < 200; number++ {
		if text := number.Error(); !strings.HasSuffix(text, strconv.Itoa(int(number))) {
			known = append(known, text)
		}
	}
	return known
})
