package kit

import (
	"strings"
	"time"

	"goodturn/models"
)

// DayOrder says how 3/4 is read: the shop's setting.
type DayOrder int

// The two orders.
const (
	DayFirst DayOrder = iota
	MonthFirst
)

// DayOrderHere is how 3/4 is read where the program runs: the month comes first in the United States.
func DayOrderHere() DayOrder {
	if current().monthFirst {
		return MonthFirst
	}
	return DayFirst
}

// dayFormat is how a day is stored: YYYY-MM-DD.
const dayFormat = time.DateOnly

// calendar knows the names of days and months in the program's language.
type calendar struct{ *Language }

func newCalendar() calendar { return calendar{current().language} }

// month finds a month by its name or the beginning of it, three letters at least.
func (c calendar) month(word string) (time.Month, bool) {
	for _, names := range [][]string{c.calendar.MonthsWide(), c.monthsAlone(), c.calendar.MonthsAbbreviated()} {
		if i, ok := beginning(word, names); ok {
			return time.Month(i + 1), true
		}
	}
	return 0, false
}

// weekday finds a day of the week by its name or the beginning of it.
func (c calendar) weekday(word string) (time.Weekday, bool) {
	for _, names := range append([][]string{c.calendar.WeekdaysWide(), c.calendar.WeekdaysAbbreviated()}, c.weekdays...) {
		if i, ok := beginning(word, names); ok {
			return time.Weekday(i), true
		}
	}
	return 0, false
}

// beginning finds the one name that begins with word; a word of two letters is one that is no longer, as "Mo." is. Accents and
// capitals may be left out.
func beginning(word string, names []string) (int, bool) {
	word = models.Fold(word)
	letters := len([]rune(word))
	for i, name := range names {
		name = strings.TrimSuffix(models.Fold(name), ".")
		if letters >= 3 && strings.HasPrefix(name, word) || letters == 2 && name == word {
			return i, true
		}
	}
	return 0, false
}

// names gives the parts of a day for a text: long or short names.
func (c calendar) names(t time.Time, long bool) []any {
	weekday, month := c.calendar.WeekdayAbbreviated(t.Weekday()), c.calendar.MonthAbbreviated(t.Month())
	if long {
		weekday, month = c.calendar.WeekdayWide(t.Weekday()), c.calendar.MonthWide(t.Month())
	}
	var day any = t.Day()
	if t.Day() == 1 && c.first != "" {
		day = c.first
	}
	return []any{"Weekday", weekday, "Day", day, "Month", month, "Year", t.Year()}
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
