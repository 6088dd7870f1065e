package kit

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"goodturn/assets"
)

// texts is the language of the program. Like Fyne's own translations, which it
// feeds, there is one of it and it is read once, before the first word is drawn.
var texts = sync.OnceValue(loadTexts)

// dictionary is what is known of the texts beside what Fyne keeps of them.
type dictionary struct {
	language language.Tag    // that the texts are written in
	keys     map[string]bool // of every text; a plural form's is key#form
	plain    sync.Map        // texts without arguments, which are nearly all, by key
}

// loadTexts hands Fyne every file of the English texts, as one.
func loadTexts() *dictionary {
	all, err := mergedTexts(assets.Translations, "translations/en")
	if err = errors.Join(err, registerTexts(all)); err != nil {
		fyne.LogError("the texts of the program could not be read", err)
	}
	d := &dictionary{language: language.English, keys: make(map[string]bool, len(all))}
	for key := range all {
		d.keys[key] = true
	}
	return d
}

// registerTexts gives the texts to Fyne under English and, where the system speaks another language, under the
// system's own locale: Fyne has no call to choose a language and always asks for the system's. A locale with English
// texts is none of its own: Fyne would look there for its own words, which it has under English.
func registerTexts(all map[string]string) error {
	data, err := json.Marshal(all)
	if err != nil {
		return err
	}
	if err := lang.AddTranslationsForLocale(data, "en"); err != nil {
		return err
	}
	locale := lang.SystemLocale()
	if base, _ := language.Make(locale.String()).Base(); base.String() == "en" {
		return nil
	}
	return lang.AddTranslationsForLocale(data, locale)
}

// mergedTexts reads every file of a language's folder into one. The forms of a plural
// become texts of their own, "key#one" and "key#other": Fyne would choose among them by
// the system's language, which need not be the one the texts are written in. Of a key
// that stands in two files the first text is taken, and the other is told as an error
// beside the result: it would never be seen.
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
// its value. A key without a text is shown as it is, so that it is seen and mended.
func T(key string, args ...any) string {
	if len(args) == 0 {
		return plainText(key)
	}
	return lang.X(key, key, pairs(args))
}

// TMap is T with the arguments in a map, as models.Problem carries them.
func TMap(key string, args map[string]any) string {
	if len(args) == 0 {
		return plainText(key)
	}
	texts()
	return lang.X(key, key, args)
}

// TN gives the text of a key for a count, in the plural form of the language. The
// count is {{.N}} in the text; args are as in T.
func TN(key string, n int, args ...any) string {
	values := pairs(args)
	values["N"] = Count(n)
	form := texts().form(key, n)
	return lang.X(form, form, values)
}

// form gives the key of the form of a plural that a count takes.
func (d *dictionary) form(key string, n int) string {
	names := map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}
	chosen := key + "#" + names[plural.Cardinal.MatchPlural(d.language, abs(n), 0, 0, 0, 0)]
	if d.keys[chosen] {
		return chosen
	}
	return key + "#other"
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

func plainText(key string) string {
	d := texts()
	if text, ok := d.plain.Load(key); ok {
		return text.(string)
	}
	text := lang.X(key, key)
	d.plain.Store(key, text)
	return text
}

// pairs makes a map of name, value, name, value…
func pairs(args []any) map[string]any {
	texts()
	values := make(map[string]any, len(args)/2+1)
	for i := 0; i+1 < len(args); i += 2 {
		values[fmt.Sprint(args[i])] = args[i+1]
	}
	return values
}
