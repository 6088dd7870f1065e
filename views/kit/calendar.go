package kit

import (
	"strings"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/en"
)

// DayOrder says how 3/4 is read: the shop's setting.
type DayOrder int

// The two orders.
const (
	DayFirst DayOrder = iota
	MonthFirst
)

// dayFormat is how a day is stored: YYYY-MM-DD.
const dayFormat = time.DateOnly

// calendar knows the names of days and months in the program's language.
type calendar struct{ locales.Translator }

func newCalendar() calendar { return calendar{en.New()} }

// month finds a month by its name or the beginning of it, three letters at least.
func (c calendar) month(word string) (time.Month, bool) {
	i, ok := beginning(word, c.MonthsWide())
	if !ok {
		i, ok = beginning(word, c.MonthsAbbreviated())
	}
	return time.Month(i + 1), ok
}

// weekday finds a day of the week by its name or the beginning of it.
func (c calendar) weekday(word string) (time.Weekday, bool) {
	i, ok := beginning(word, c.WeekdaysWide())
	if !ok {
		i, ok = beginning(word, c.WeekdaysAbbreviated())
	}
	return time.Weekday(i), ok
}

// beginning finds the one name that begins with word.
func beginning(word string, names []string) (int, bool) {
	if len([]rune(word)) < 3 {
		return 0, false
	}
	for i, name := range names {
		if strings.HasPrefix(strings.ToLower(name), word) {
			return i, true
		}
	}
	return 0, false
}

// names gives the parts of a day for a text: long or short names.
func (c calendar) names(t time.Time, long bool) []any {
	weekday, month := c.WeekdayAbbreviated(t.Weekday()), c.MonthAbbreviated(t.Month())
	if long {
		weekday, month = c.WeekdayWide(t.Weekday()), c.MonthWide(t.Month())
	}
	return []any{"Weekday", weekday, "Day", t.Day(), "Month", month, "Year", t.Year()}
}

// dayOf gives the beginning of the day t is in.
func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// daysBetween counts calendar days from a to b, whatever the clock did between them.
func daysBetween(a, b time.Time) int {
	noonA := time.Date(a.Year(), a.Month(), a.Day(), 12, 0, 0, 0, time.UTC)
	noonB := time.Date(b.Year(), b.Month(), b.Day(), 12, 0, 0, 0, time.UTC)
	return int(noonB.Sub(noonA).Hours() / 24)
}
