package assets

import (
	"slices"
	"strings"
)

// same are words a language has from English, or both have from elsewhere. A text of one of them is translated though it reads alike.
var same = map[string][]string{
	"de": {"Name", "Version", "Filter", "Post", "in", "Enter", "Tab", "Super", "Alt", "Status", "Text", "Start", "Export", "Import"},
	"es": {"E-mail", "e-mail", "No", "Super", "Alt", "Ctrl"},
	"fr": {"E-mail", "e-mail", "Note", "Notes", "mobile", "Documents", "Licence", "Version", "Content", "Photo", "Photos", "page", "Super", "Alt", "Ctrl"},
	"pl": {"Super", "Alt", "Ctrl", "Enter", "Tab", "Filtr"},
	"pt": {"E-mail", "e-mail", "Super", "Alt", "Ctrl", "Enter", "Tab"},
	"uk": {"E-mail", "e-mail", "Super", "Alt", "Ctrl", "Enter", "Tab", "Shift"},
}

// everywhere are words that are the same in every language.
var everywhere = []string{"Goodturn", "OK", "PDF", "CSV", "Excel", "vCard", "A4", "A3", "Letter", "KB", "MB", "Esc", "F1", "F10"}

// saysTheSame tells whether a text may be as it is in English: it holds words of the language alone, or names a country.
func saysTheSame(language, key, text string) bool {
	if strings.HasPrefix(key, "country.") {
		return true
	}
	return !slices.ContainsFunc(word.FindAllString(argument.ReplaceAllString(text, ""), -1), func(w string) bool {
		return !slices.Contains(everywhere, w) && !slices.Contains(same[language], w)
	})
}
