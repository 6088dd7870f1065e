package kit

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"golang.org/x/text/feature/plural"

	"goodturn/assets"
)

// spoken is the language of the program and all it says in it. There is one of it, as there is one window; before
// anybody chose it is English.
var spoken atomic.Pointer[dictionary]

// dictionary is everything the program says in a language.
type dictionary struct {
	language    *Language
	texts       map[string]phrase // by key; of a plural by key#form
	numbers     numbers
	twelveHours bool
	monthFirst  bool        // 3/4 is a day of March
	under       *dictionary // in English, for what is not translated; nil for English itself
}

func current() *dictionary {
	if d := spoken.Load(); d != nil {
		return d
	}
	Speak(assets.Translations, "en", "")
	return spoken.Load()
}

// Speak makes the program speak from now on: the chosen language, or with "" the one of the computer's locale, where the
// program speaks that, and English where not. The locale also says how numbers and times are written, where its country
// speaks the language. files holds the texts. What was drawn before stays as it is until it is drawn anew. Texts that
// cannot be read are said in English, or by their keys, and told in the log.
func Speak(files fs.FS, choice, locale string) {
	l := languageOf(locale)
	if isWhole(choice) {
		l = languageFor(choice)
	}
	d := newDictionary(files, l)
	if region := regionOf(locale); region != "" && languageOf(locale) == l {
		d.twelveHours = l.Code == "en" && twelveHours[region]
		d.monthFirst = l.Code == "en" && (region == "US" || region == "PH")
		if numbers, ok := regional[l.Code+"-"+region]; ok {
			d.numbers = numbers
		}
	}
	spoken.Store(d)
	teachFyne()
}

// SpokenLanguage is the language the program speaks now.
func SpokenLanguage() Language { return *current().language }

// newDictionary reads the texts of a language, and under them those in English.
func newDictionary(files fs.FS, l *Language) *dictionary {
	all, err := mergedTexts(files, path.Join("translations", l.Code))
	if err == nil && len(all) == 0 {
		err = errors.New("there are none")
	}
	if err != nil {
		fyne.LogError("the texts of the program could not be read: "+l.Code, err)
	}
	d := &dictionary{language: l, numbers: l.numbers, texts: make(map[string]phrase, len(all))}
	for key, text := range all {
		d.texts[key] = parsePhrase(text)
	}
	if l != known[0] {
		d.under = newDictionary(files, known[0])
	}
	return d
}

// mergedTexts reads every file of a language's folder into one. The forms of a plural
// become texts of their own, "key#one" and "key#other". Of a key that stands in two files
// the first text is taken, and the other is told as an error beside the result: it would
// never be seen.
func mergedTexts(files fs.FS, dir string) (map[string]string, error) {
	names, err := fs.Glob(files, path.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	var wrong []error
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		area := map[string]any{}
		if err := json.Unmarshal(data, &area); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		wrong = append(wrong, addTexts(all, area, name)...)
	}
	return all, errors.Join(wrong...)
}

// addTexts puts the texts of one file to the others.
func addTexts(all map[string]string, area map[string]any, name string) (wrong []error) {
	for key, text := range area {
		forms, plural := text.(map[string]any)
		if !plural {
			forms = map[string]any{"": text}
		}
		for form, text := range forms {
			full := strings.TrimSuffix(key+"#"+form, "#")
			words, ok := text.(string)
			_, known := all[full]
			switch {
			case !ok:
				wrong = append(wrong, fmt.Errorf("%s: %q is no text", name, full))
			case known:
				wrong = append(wrong, fmt.Errorf("%s: %q is in another file too", name, full))
			default:
				all[full] = words
			}
		}
	}
	return wrong
}

// T gives the text of a key. args are pairs of a name in the text's {{.Name}} and
// its value. A key without a text in the program's language is said in English, and one without any is shown as it is,
// so that it is seen and mended.
func T(key string, args ...any) string { return current().say(key, pairArgs(args)) }

// TMap is T with the arguments in a map, as models.Problem carries them.
func TMap(key string, args map[string]any) string { return current().say(key, mapArgs(args)) }

// TN gives the text of a key for a count, in the plural form of the language. The
// count is {{.N}} in the text; args are as in T.
func TN(key string, n int, args ...any) string {
	d := current()
	return d.sayForm(key, n, countArgs{d.numbers.count(n), args})
}

// say gives the text of a key in the language, else in English, else the key.
func (d *dictionary) say(key string, args arguments) string {
	for ; d != nil; d = d.under {
		if p, ok := d.texts[key]; ok {
			return p.with(args)
		}
	}
	return key
}

// sayForm is say for a count.
func (d *dictionary) sayForm(key string, n int, args arguments) string {
	for ; d != nil; d = d.under {
		if p, ok := d.form(key, n); ok {
			return p.with(args)
		}
	}
	return key
}

var formNames = map[plural.Form]string{plural.Zero: "#zero", plural.One: "#one", plural.Two: "#two", plural.Few: "#few", plural.Many: "#many", plural.Other: "#other"}

// form gives the form of a plural that a count takes. A form that names no number, as "One friend", is only for one, though
// some languages use the same form for 0 or 21.
func (d *dictionary) form(key string, n int) (phrase, bool) {
	chosen := formNames[plural.Cardinal.MatchPlural(d.language.plurals, abs(n), 0, 0, 0, 0)]
	other, ok := d.texts[key+"#other"]
	p, has := d.texts[key+chosen]
	switch {
	case !has:
		return other, ok
	case chosen == "#one" && n != 1 && !p.namesCount() && other.namesCount():
		if many, ok := d.texts[key+"#many"]; ok {
			return many, true
		}
		return other, true
	}
	return p, true
}

// RichT gives the markup of a key; string arguments are escaped, so that nobody's
// name is taken for a mark.
func RichT(key string, args ...any) string { return T(key, escapedArgs(args)...) }

// RichTN is RichT for a count; see TN.
func RichTN(key string, n int, args ...any) string { return TN(key, n, escapedArgs(args)...) }

func escapedArgs(args []any) []any {
	escaped := make([]any, len(args))
	copy(escaped, args)
	for i := 1; i < len(escaped); i += 2 {
		if s, ok := escaped[i].(string); ok {
			escaped[i] = Escape(s)
		}
	}
	return escaped
}
