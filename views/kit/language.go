package kit

import (
	"slices"
	"strings"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/en"
	"github.com/go-playground/locales/es"
	"github.com/go-playground/locales/fr"
	"github.com/go-playground/locales/pl"
	"github.com/go-playground/locales/pt_PT"
	"github.com/go-playground/locales/uk"
	"golang.org/x/text/language"

	"goodturn/assets"
)

// Language is one that the program speaks.
type Language struct {
	Code string // the folder of its texts, an ISO 639 code: "de"
	Name string // what those who speak it call it

	plurals  language.Tag       // whose plural forms its texts have
	calendar locales.Translator // its names of days and months
	alone    []string           // the months where no day stands before them, from January on; nil where they are the same
	weekdays [][]string         // the days of the week behind other words, as in "until Friday", from Sunday on; nil where they are the same
	numbers  numbers
	first    string // how the first of a month is written; "" for a plain 1
}

// known are the languages somebody translated or is translating, in the order of the settings. See docs/languages.md.
var known = []*Language{
	{Code: "en", Name: "English", plurals: language.English, calendar: en.New(), numbers: numbers{group: ",", point: "."}},
	{Code: "de", Name: "Deutsch", plurals: language.German, calendar: de.New(), numbers: numbers{group: ".", point: ",", side: symbolBehind}},
	{Code: "es", Name: "Español", plurals: language.Spanish, calendar: es.New(), numbers: numbers{group: ".", point: ",", side: symbolBehind, tight: true}},
	{Code: "fr", Name: "Français", plurals: language.French, calendar: fr.New(), numbers: numbers{group: noBreak, point: ",", side: symbolBehind}, first: "1er"},
	{Code: "pl", Name: "Polski", plurals: language.Polish, calendar: pl.New(), numbers: numbers{group: noBreak, point: ",", side: symbolBehind, tight: true},
		alone: []string{"styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień"},
		weekdays: [][]string{
			{"niedzielę", "poniedziałek", "wtorek", "środę", "czwartek", "piątek", "sobotę"},
			{"niedzieli", "poniedziałku", "wtorku", "środy", "czwartku", "piątku", "soboty"},
		}},
	{Code: "pt", Name: "Português", plurals: language.EuropeanPortuguese, calendar: pt_PT.New(), numbers: numbers{group: noBreak, point: ",", side: symbolBehind, tight: true}},
	{Code: "uk", Name: "Українська", plurals: language.Ukrainian, calendar: uk.New(), numbers: numbers{group: noBreak, point: ",", side: symbolBehind},
		alone: []string{"січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень", "листопад", "грудень"},
		weekdays: [][]string{
			{"неділю", "понеділок", "вівторок", "середу", "четвер", "пʼятницю", "суботу"},
			{"неділі", "понеділка", "вівторка", "середи", "четверга", "пʼятниці", "суботи"},
		}},
}

// Languages gives those that can be chosen, in the order they are offered in.
func Languages() []Language {
	var list []Language
	for _, l := range known {
		if isWhole(l.Code) {
			list = append(list, *l)
		}
	}
	return list
}

func isWhole(code string) bool { return slices.Contains(assets.Whole, code) }

// languageFor gives the language of a code; what is none is English.
func languageFor(code string) *Language {
	for _, l := range known {
		if l.Code == code {
			return l
		}
	}
	return known[0]
}

// languageOf gives the language of a locale such as "pt-BR" among those that are whole, English where it has none.
func languageOf(locale string) *Language {
	tag, _ := language.Parse(locale) // what is no locale is of no language
	base, _ := tag.Base()
	if code := base.String(); isWhole(code) {
		return languageFor(code)
	}
	return known[0]
}

// regionOf gives the country of a locale, "" where it names none.
func regionOf(locale string) string {
	tag, _ := language.Parse(locale)
	if _, _, region := tag.Raw(); region.IsCountry() {
		return region.String()
	}
	return ""
}

// monthsAlone gives the names of the months where no day stands before them, from January on.
func (l *Language) monthsAlone() []string {
	if l.alone != nil {
		return l.alone
	}
	return l.calendar.MonthsWide()
}

// Clock writes a time of day: "14:05", where people are used to it "2:05 pm". t is in the shop's place already.
func Clock(t time.Time) string {
	if current().twelveHours {
		return strings.ToLower(t.Format("3:04 PM"))
	}
	return t.Format("15:04")
}

// ClockSeconds is Clock to the second.
func ClockSeconds(t time.Time) string {
	if current().twelveHours {
		return strings.ToLower(t.Format("3:04:05 PM"))
	}
	return t.Format("15:04:05")
}

// twelveHours are the countries whose English has twelve hours on the clock.
var twelveHours = map[string]bool{"US": true, "CA": true, "AU": true, "NZ": true, "IN": true, "PH": true, "PK": true}

// PaperOf gives "Letter" where a locale's country prints on it, and "A4" everywhere else (CLDR, paperSize).
func PaperOf(locale string) string {
	switch regionOf(locale) {
	case "US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "NI", "PA", "PR", "SV", "VE", "BZ":
		return "Letter"
	}
	return "A4"
}
