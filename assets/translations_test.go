package assets

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// forms are the plural forms of each language (CLDR, cardinals) that whole numbers take. "many" of the Romance languages is for
// millions, and may be left out.
var forms = map[string][]string{
	"en": {"one", "other"}, "de": {"one", "other"}, "es": {"one", "other"}, "fr": {"one", "other"}, "pt": {"one", "other"},
	"pl": {"few", "many", "one", "other"}, "uk": {"few", "many", "one", "other"},
}

// text is one text of a language: by its plural forms, or under "".
type text map[string]string

// textsOf gives every text of a language by key. What is wrong with its files is found elsewhere.
func textsOf(files fs.FS, language string) map[string]text {
	names, _ := fs.Glob(files, path.Join("translations", language, "*.json"))
	all := map[string]text{}
	for _, name := range names {
		body, _ := fs.ReadFile(files, name)
		area := map[string]json.RawMessage{}
		_ = json.Unmarshal(body, &area)
		for key, raw := range area {
			var words string
			if of := (text{}); json.Unmarshal(raw, &of) == nil {
				all[key] = of
			} else if json.Unmarshal(raw, &words) == nil {
				all[key] = text{"": words}
			}
		}
	}
	return all
}

// translationFaults says what is wrong with the texts of a language beside the English ones. Which are missing, and which are no
// longer needed, is found where the program reads them (views/kit).
func translationFaults(files fs.FS, language string) (faults []string) {
	english, theirs := textsOf(files, "en"), textsOf(files, language)
	for _, key := range slices.Sorted(maps.Keys(theirs)) {
		if english[key] == nil {
			continue
		}
		for _, fault := range textFaults(english[key], theirs[key], forms[language]) {
			faults = append(faults, key+": "+fault)
		}
	}
	return faults
}

// textFaults compares a text with the English one.
func textFaults(english, theirs text, forms []string) (faults []string) {
	_, plain := english[""]
	if _, single := theirs[""]; single != plain {
		return []string{"only one of the two has plural forms"}
	}
	if !plain {
		for _, form := range forms {
			if theirs[form] == "" {
				faults = append(faults, "the form “"+form+"” is missing")
			}
		}
	}
	for _, form := range slices.Sorted(maps.Keys(theirs)) {
		if !plain && !slices.Contains(forms, form) && form != "many" {
			faults = append(faults, "there is no form “"+form+"”")
			continue
		}
		from, ok := english[form]
		if !ok {
			from = english["other"]
		}
		faults = append(faults, wordFaults(from, english["other"], theirs[form])...)
		if number := countIn(english["other"]); form != "" && form != "one" && number != countIn(theirs[form]) {
			faults = append(faults, number+" is missing in the form “"+form+"”")
		}
	}
	return faults
}

// countIn is how a text names the number it is for.
func countIn(text string) string {
	for _, number := range []string{"{{.N}}", "{{.Count}}"} {
		if strings.Contains(text, number) {
			return number
		}
	}
	return ""
}

var (
	argument = regexp.MustCompile(`\{\{[^}]*\}\}`)
	mark     = regexp.MustCompile(`\*\*|\]\([^)]*\)|\{[a-z]+\||_`)
)

// wordFaults compares the words of one form with the English ones: other is what English says of many, whose number may stand in a
// form of another language where the English one names none.
func wordFaults(english, other, theirs string) (faults []string) {
	if strings.TrimSpace(theirs) == "" {
		return []string{"it is empty"}
	}
	if blanks(theirs) != blanks(english) {
		faults = append(faults, "a blank stands at an end of it, or is missing there")
	}
	have, want := argument.FindAllString(theirs, -1), argument.FindAllString(english, -1)
	for _, arg := range want {
		if !slices.Contains(have, arg) && arg != "{{.N}}" && arg != "{{.Count}}" {
			faults = append(faults, arg+" is missing")
		}
	}
	for _, arg := range have {
		if !slices.Contains(want, arg) && !strings.Contains(other, arg) && arg != "{{.N}}" {
			faults = append(faults, "nothing is known of "+arg)
		}
	}
	if of, ours := marksOf(theirs), marksOf(english); !slices.Equal(of, ours) {
		faults = append(faults, fmt.Sprintf("its marks are %q, in English %q", of, ours))
	}
	return faults
}

// blanks tells of a text whether it begins and ends with a blank.
func blanks(text string) [2]bool {
	return [2]bool{strings.HasPrefix(text, " "), strings.HasSuffix(text, " ")}
}

// marksOf gives the marks of a text that is drawn in bold, quiet, or as a link or badge. Words may be in another order.
func marksOf(words string) []string {
	marks := mark.FindAllString(argument.ReplaceAllString(words, ""), -1)
	slices.Sort(marks)
	return marks
}

func TestTranslations(t *testing.T) {
	folders, err := fs.ReadDir(Translations, "translations")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		language := folder.Name()
		if forms[language] == nil {
			t.Errorf("nobody knows the plural forms of %s", language)
			continue
		}
		for _, fault := range translationFaults(Translations, language) {
			t.Errorf("%s: %s", language, fault)
		}
	}
	for _, language := range Whole {
		if len(textsOf(Translations, language)) == 0 {
			t.Errorf("%s is said to be whole, and there is no text", language)
		}
	}
}

func TestTranslationFaultsAreFound(t *testing.T) {
	en := &fstest.MapFile{Data: []byte(`{"a": "**Ann** {{.Name}} [x](go)", "n": {"one": "One of {{.All}}", "other": "{{.N}} of {{.All}}"}}`)}
	for theirs, faults := range map[string]int{
		`{"a": "**Anna** {{.Name}} [y](go)", "n": {"one": "Jeden z {{.All}}", "few": "{{.N}} z {{.All}}", "many": "{{.N}} z {{.All}}", "other": "{{.N}} z {{.All}}"}}`: 0,
		`{"a": "**Anna** [y](go)", "n": {"one": "{{.N}} z {{.All}}", "few": "{{.N}} z {{.All}}", "many": "{{.N}} z {{.All}}", "other": "{{.N}}"}}`:                     2,
		`{"a": "Anna {{.Who}} {{.Name}} [y](go)", "b": "c"}`: 2,
		`{"a": " ", "n": "x"}`:                               2,
		`{"a": "**Anna** {{.Name}} [y](come) ", "n": {"one": "x {{.All}}", "two": "", "other": "{{.All}}"}}`: 6,
	} {
		files := fstest.MapFS{"translations/en/x.json": en, "translations/pl/x.json": {Data: []byte(theirs)}}
		if found := translationFaults(files, "pl"); len(found) != faults {
			t.Errorf("%s: found %q, want %d", theirs, found, faults)
		}
	}
}
