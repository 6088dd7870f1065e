package kit

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"fyne.io/fyne/v2/lang"

	"goodturn/assets"
)

// speakIn has the kit speak a language, whole or not, until the test is over; texts stand before its own.
func speakIn(t testing.TB, code string, texts map[string]string) {
	t.Helper()
	d := newDictionary(assets.Translations, languageFor(code))
	for key, text := range texts {
		d.texts[key] = parsePhrase(text)
	}
	spoken.Store(d)
	t.Cleanup(func() { spoken.Store(nil); current() })
}

// folder is the texts of a language as files.
func folder(t testing.TB, texts map[string]map[string]any) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for code, all := range texts {
		body, err := json.Marshal(all)
		if err != nil {
			t.Fatal(err)
		}
		files["translations/"+code+"/x.json"] = &fstest.MapFile{Data: body}
	}
	return files
}

func TestPluralsOfEachLanguage(t *testing.T) {
	files := folder(t, map[string]map[string]any{
		"en": {"n": map[string]string{"one": "{{.N}} visit", "other": "{{.N}} visits"}},
		"de": {"n": map[string]string{"one": "{{.N}} Besuch", "other": "{{.N}} Besuche"}},
		"fr": {"n": map[string]string{"one": "Une visite", "other": "{{.N}} visites"}},
		"pl": {"n": map[string]string{"one": "{{.N}} wizyta", "few": "{{.N}} wizyty", "many": "{{.N}} wizyt", "other": "{{.N}} wizyty"}},
		"uk": {"n": map[string]string{"one": "{{.N}} візит", "few": "{{.N}} візити", "many": "{{.N}} візитів", "other": "{{.N}} візиту"}},
	})
	for code, of := range map[string]map[int]string{
		"en": {0: "0 visits", 1: "1 visit", 21: "21 visits", 1204: "1,204 visits"},
		"de": {0: "0 Besuche", 1: "1 Besuch", 2: "2 Besuche", 1204: "1.204 Besuche"},
		"fr": {0: "0 visites", 1: "Une visite", 2: "2 visites", 12040: "12\u00a0040 visites"}, // of none it must not say one
		"pl": {0: "0 wizyt", 1: "1 wizyta", 2: "2 wizyty", 5: "5 wizyt", 12: "12 wizyt", 21: "21 wizyt", 22: "22 wizyty", 1204: "1204 wizyty"},
		"uk": {1: "1 візит", 2: "2 візити", 5: "5 візитів", 11: "11 візитів", 21: "21 візит", 22: "22 візити", 25: "25 візитів"},
	} {
		d := newDictionary(files, languageFor(code))
		for n, words := range of {
			want(t, code, d.sayForm("n", n, countArgs{n: d.numbers.count(n)}), words)
		}
	}
}

func TestWhatIsNotTranslatedIsSaidInEnglish(t *testing.T) {
	files := folder(t, map[string]map[string]any{
		"en": {"a": "Brought by {{.Who}}", "b": "Today", "n": map[string]string{"one": "{{.N}} day of {{.All}}", "other": "{{.N}} days of {{.All}}"}},
		"pl": {"a": "{{.Who}} poleca"},
	})
	d := newDictionary(files, languageFor("pl"))
	want(t, "with its own order", d.say("a", pairArgs{"Who", "Ann"}), "Ann poleca")
	want(t, "an English text", d.say("b", nil), "Today")
	want(t, "an English plural", d.sayForm("n", 22, countArgs{"22", pairArgs{"All", 30}}), "22 days of 30")
	want(t, "nothing at all", d.say("c", nil), "c")
	want(t, "an argument that is missing", d.say("a", pairArgs{}), "{{.Who}} poleca")
}

func TestPhrases(t *testing.T) {
	for text, said := range map[string]string{
		"": "", "plain": "plain", "{{.A}}": "1", "{{ .B }} and {{.A}}.": "x and 1.", "{{.A": "{{.A", "{{.A}}{{.A}}": "11", "a }} b": "a }} b", "{{.C}}": "2.5",
	} {
		want(t, text, parsePhrase(text).with(pairArgs{"A", 1, "B", "x", "C", 2.5}), said)
	}
}

func TestNumbersAndMoneyOfEachLanguage(t *testing.T) {
	for code, of := range map[string][3]string{
		"en": {"12,040", "€1,234.50", "63.5"}, "de": {"12.040", "1.234,50\u00a0€", "63,5"}, "fr": {"12\u00a0040", "1\u00a0234,50\u00a0€", "63,5"},
		"es": {"12.040", "1234,50\u00a0€", "63,5"}, "pt": {"12\u00a0040", "1234,50\u00a0€", "63,5"}, "pl": {"12\u00a0040", "1234,50\u00a0€", "63,5"},
		"uk": {"12\u00a0040", "1\u00a0234,50\u00a0€", "63,5"},
	} {
		speakIn(t, code, nil)
		want(t, code, Count(12040), of[0])
		want(t, code, FormatMoney("€", 2, 123450), of[1])
		want(t, code, Decimal(63.5), of[2])
		minor, given, err := ParseMoney(of[1], "€", 2)
		if minor != 123450 || !given || err != nil {
			t.Errorf("%s: %q came back as %d, %v, %v", code, of[1], minor, given, err)
		}
	}
	speakIn(t, "de", nil)
	want(t, "below nought", FormatMoney("€", 2, -5), "−0,05\u00a0€")
}

func TestACountryMayWriteOtherwise(t *testing.T) {
	t.Cleanup(func() { spoken.Store(nil); current() })
	at := time.Date(2026, 11, 21, 14, 5, 0, 0, time.UTC)
	for locale, of := range map[string][2]string{"en-US": {"2:05 pm", "$1,234.50"}, "en-GB": {"14:05", "$1,234.50"}, "en": {"14:05", "$1,234.50"}, "xx-QQ": {"14:05", "$1,234.50"}} {
		Speak(assets.Translations, "", locale)
		want(t, locale, Clock(at), of[0])
		want(t, locale, FormatMoney("$", 2, 123450), of[1])
	}
	Speak(assets.Translations, "", "en-US")
	if got, err := ParseDay("3/4", galleryNow(), DayOrderHere()); got != "2027-03-04" || err != nil {
		t.Errorf("3/4 in the United States is %q, %v", got, err)
	}
	if got, err := ParseDay("21/11", galleryNow(), DayOrderHere()); got != "2026-11-21" || err != nil {
		t.Errorf("21/11 in the United States is %q, %v", got, err)
	}
	for locale, paper := range map[string]string{"en-US": "Letter", "fr-CA": "Letter", "es-MX": "Letter", "en-GB": "A4", "pt-BR": "A4", "de": "A4", "": "A4"} {
		want(t, locale, PaperOf(locale), paper)
	}
	for want, number := range map[string]numbers{"1’234": regional["de-CH"], "1.234": regional["pt-BR"], "1,234": regional["es-MX"]} {
		if got := number.count(1234); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestDaysOfEachLanguage(t *testing.T) {
	first := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	for code, of := range map[string][2]string{
		"de": {"Sonntag 1 März", "März"}, "fr": {"dimanche 1er mars", "mars"}, "es": {"domingo 1 marzo", "marzo"}, "pt": {"domingo 1 março", "março"},
		"pl": {"niedziela 1 marca", "marzec"}, "uk": {"неділя 1 березня", "березень"},
	} {
		speakIn(t, code, map[string]string{"kit.day.long": "{{.Weekday}} {{.Day}} {{.Month}}"})
		want(t, code, LongDay(first), of[0])
		want(t, code, MonthName(first), of[1])
	}
	speakIn(t, "uk", map[string]string{"kit.day.long": "{{.Weekday}}, {{.Day}} {{.Month}}"})
	want(t, "at the head of a page", DayTitle(first), "Неділя, 1 березня")
}

// Days are read in the words of the language, with their accents or without.
func TestDaysAreReadInEachLanguage(t *testing.T) {
	for code, of := range map[string]struct {
		texts map[string]string
		days  map[string]string
	}{
		"de": {map[string]string{"today": "heute", "in": "in", "ago": "vor", "days": "tag, tage, tagen"},
			map[string]string{"heute": "2026-11-21", "vor 3 Tagen": "2026-11-18", "in 3 Tagen": "2026-11-24", "21. März 2027": "2027-03-21", "3. marz": "2027-03-03", "Mo": "2026-11-23", "Di.": "2026-11-24", "21.11.": "2026-11-21"}},
		"fr": {map[string]string{"in": "dans", "ago": "il y a", "days": "jour, jours"},
			map[string]string{"il y a 3 jours": "2026-11-18", "dans 2 jours": "2026-11-23", "1er décembre": "2026-12-01", "2 aout": "2026-08-02"}},
		"es": {map[string]string{"ago": "hace", "days": "dia, dias", "of": "de"},
			map[string]string{"hace 3 días": "2026-11-18", "21 de noviembre de 2026": "2026-11-21", "sabado": "2026-11-28"}},
		"pl": {map[string]string{"in": "za", "ago": "temu", "days": "dzień, dni"},
			map[string]string{"3 dni temu": "2026-11-18", "za 3 dni": "2026-11-24", "21 listopada": "2026-11-21", "luty 3": "2027-02-03", "sr": "2026-11-25", "środę": "2026-11-25", "piatku": "2026-11-27"}},
		"uk": {map[string]string{"ago": "тому", "days": "день, дні, днів"},
			map[string]string{"3 дні тому": "2026-11-18", "21 листопада": "2026-11-21", "5 січ.": "2027-01-05", "пн": "2026-11-23"}},
	} {
		texts := map[string]string{}
		for key, text := range of.texts {
			texts["kit.day.words."+key] = text
		}
		speakIn(t, code, texts)
		for text, day := range of.days {
			if got, err := ParseDay(text, galleryNow(), DayFirst); got != day || err != nil {
				t.Errorf("%s: %q is %q, %v; want %q", code, text, got, err, day)
			}
		}
	}
	speakIn(t, "de", map[string]string{"kit.day.words.oclock": "uhr", "kit.day.words.by": "um"})
	for text, hour := range map[string]int{"14 Uhr": 14, "um 9 Uhr": 9, "um 5": 17} {
		if got, err := ParseMoment(text, galleryNow(), DayFirst); got.Hour() != hour || err != nil {
			t.Errorf("%q is %v, %v", text, got, err)
		}
	}
}

// The words of Fyne's own menus follow, there and back.
func TestFyneSpeaksAlong(t *testing.T) {
	speakIn(t, "de", map[string]string{"kit.edit.copy": "Kopieren"})
	teachFyne()
	said := lang.L("Copy")
	spoken.Store(nil)
	current()
	if said != "Kopieren" || lang.L("Copy") != "Copy" {
		t.Errorf("Fyne says %q, and in English %q", said, lang.L("Copy"))
	}
}

// Every text is there in each language that can be chosen, and none that the program no longer says.
func TestWholeLanguagesAreWhole(t *testing.T) {
	english := newDictionary(assets.Translations, known[0])
	if len(Languages()) != len(assets.Whole) {
		t.Errorf("%d languages can be chosen, %d are whole", len(Languages()), len(assets.Whole))
	}
	keys := func(d *dictionary) map[string]bool {
		all := map[string]bool{}
		for key := range d.texts {
			key, _, _ = strings.Cut(key, "#")
			all[key] = true
		}
		return all
	}
	ours := keys(english)
	for _, code := range assets.Whole {
		theirs := keys(newDictionary(assets.Translations, languageFor(code)))
		for key := range ours {
			if !theirs[key] {
				t.Errorf("%s: %s is not translated", code, key)
			}
		}
		for key := range theirs {
			if !ours[key] {
				t.Errorf("%s: the program no longer says %s", code, key)
			}
		}
	}
}

func BenchmarkText(b *testing.B) {
	for b.Loop() {
		T("kit.cancel")
	}
}

func BenchmarkPlural(b *testing.B) {
	for b.Loop() {
		TN("kit.ago.weeks", 5)
	}
}

func BenchmarkTextWithArguments(b *testing.B) {
	for b.Loop() {
		T("kit.day.at", "Day", "Tue 17 Nov", "Time", "14:05")
	}
}
