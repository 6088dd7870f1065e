package kit

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"goodturn/assets"
)

// same are words a language has from English, or both have from elsewhere. A text of one of them is translated though it reads alike.
var same = map[string][]string{
	"de": {"Name", "Version", "Filter", "Post", "in", "Enter", "Tab", "Super", "Alt", "Logo", "Status", "Text", "Start", "Export", "Import"},
	"es": {"E-mail", "e-mail", "E-mails", "No", "no", "Logo", "Super", "Alt", "Ctrl", "fax"},
	"fr": {"E-mail", "e-mail", "E-mails", "Note", "Notes", "mobile", "Documents", "Licence", "Version", "Content", "Photo", "Photos", "Logo", "page", "Super", "Alt", "Ctrl", "fax"},
	"pl": {"Folder", "Import", "E-mail", "e-mail", "Super", "Alt", "Ctrl", "Shift", "Enter", "Tab", "Backspace", "Home", "End", "Page", "Up", "Down"},
	"pt": {"E-mail", "E-mails", "e-mail", "Envelopes", "envelopes", "Super", "Alt", "Ctrl", "Enter", "Tab", "fax"},
	"uk": {"E-mail", "e-mail", "Super", "Alt", "Ctrl", "Enter", "Tab", "Shift", "Backspace", "Home", "End", "Page", "Up", "Down"},
}

// everywhere are words that are the same in every language.
var everywhere = []string{"Goodturn", "OK", "PDF", "CSV", "Excel", "vCard", "A4", "A3", "Letter", "KB", "MB", "Esc", "F1", "F10"}

// sign is what is not translated within a text, word what is.
var (
	sign = regexp.MustCompile(`\]\([^)]*\)|\{[a-z]+\|`)
	word = regexp.MustCompile(`\pL[\pL\d-]+`)
)

// saysTheSame tells whether a text may be as it is in English: it holds no word that the language has not too, or names a country.
func saysTheSame(language, key string, text phrase) bool {
	if strings.HasPrefix(key, "country.") {
		return true
	}
	for i := 0; i < len(text); i += 2 {
		for _, w := range word.FindAllString(sign.ReplaceAllString(text[i], ""), -1) {
			if !slices.Contains(everywhere, w) && !slices.Contains(same[language], w) {
				return false
			}
		}
	}
	return true
}

// A text that is the English one is one nobody translated, unless the language says the same.
func TestNothingIsLeftInEnglish(t *testing.T) {
	for _, code := range assets.Whole[1:] {
		d := newDictionary(assets.Translations, languageFor(code))
		for key, text := range d.texts {
			if slices.Equal(text, d.under.texts[key]) && !saysTheSame(code, key, text) {
				t.Errorf("%s: %s is %q, as in English", code, key, text)
			}
		}
	}
	if saysTheSame("de", "x", parsePhrase("Name of {{.Who}}")) || !saysTheSame("de", "x", parsePhrase("{bad|Name} {{.Of}}")) {
		t.Error("words of English and words of both are not told apart")
	}
}
