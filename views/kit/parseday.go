package kit

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"goodturn/models"
)

// ParseDay reads a day as people type it and gives it as YYYY-MM-DD, or "" for an
// empty text:
//
//	today  yesterday  tomorrow  mon  last mon  in 3 days  next week  2 weeks ago  +3
//	21/11  21.11.2026  21-11-26  2026-11-21  21 Nov  Nov 21st  Sat 21 November 2026
//
// and the same in the program's language ("vor 3 Tagen", "21 de noviembre"), with its accents or without. order decides how 3/4 is read. A day without a year is the one nearest to now; a
// weekday is the next one. What cannot be read is a models.Problem "date.unknown".
func ParseDay(text string, now time.Time, order DayOrder) (string, error) {
	return parseDay(text, now, order, false)
}

// parseDay is ParseDay; with past a weekday is the last one.
func parseDay(text string, now time.Time, order DayOrder, past bool) (string, error) {
	words := dayWords(text)
	if len(words) == 0 {
		return "", nil
	}
	p := dayParser{now: dayOf(now), order: order, past: past, calendar: newCalendar()}
	day, ok := p.parse(words)
	if !ok || day.Year() < 1900 || day.Year() > 2199 {
		return "", problem("date.unknown", nil)
	}
	return day.Format(dayFormat), nil
}

// dayWords splits a text into lower-case words, without commas and the full stops
// behind words.
func dayWords(text string) []string {
	words := strings.Fields(strings.ReplaceAll(strings.ToLower(text), ",", " "))
	for i, w := range words {
		words[i] = strings.TrimRight(w, ".")
	}
	return words
}

type dayParser struct {
	now      time.Time
	order    DayOrder
	past     bool // a weekday is one that has been
	calendar calendar
}

// parse tries every way to read the words.
func (p dayParser) parse(words []string) (time.Time, bool) {
	ways := []func([]string) (time.Time, bool){p.named, p.counted, p.weekday, p.numbers, p.withMonth}
	for _, way := range ways {
		if day, ok := way(words); ok {
			return day, true
		}
	}
	// A weekday before a date says nothing new: "Sat 21 Nov".
	if _, ok := p.calendar.weekday(words[0]); ok && len(words) > 1 {
		return p.parse(words[1:])
	}
	return time.Time{}, false
}

// named reads today, yesterday and tomorrow, and what is a week or a month ahead in so many words.
func (p dayParser) named(words []string) (time.Time, bool) {
	said := strings.Join(words, " ")
	for key, days := range map[string]int{"today": 0, "yesterday": -1, "tomorrow": 1, "inAWeek": 7} {
		if oneOf(said, "kit.day.words."+key) {
			return p.now.AddDate(0, 0, days), true
		}
	}
	if oneOf(said, "kit.day.words.inAMonth") {
		return p.monthsOn(1), true
	}
	return time.Time{}, false
}

// counted reads "in 3 days", "2 weeks ago", "+3".
func (p dayParser) counted(words []string) (time.Time, bool) {
	if len(words) == 1 && strings.HasPrefix(words[0], "+") {
		return p.step(strings.TrimPrefix(words[0], "+"), "", 1)
	}
	sign := 1
	if rest, ok := without(words, "kit.day.words.in"); ok {
		words = rest
	} else if rest, ok := without(words, "kit.day.words.ago"); ok {
		sign, words = -1, rest
	}
	if len(words) != 2 {
		return time.Time{}, false
	}
	return p.step(words[0], words[1], sign)
}

// step goes a number of days, weeks or months on; an empty unit is days.
func (p dayParser) step(number, unit string, sign int) (time.Time, bool) {
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 || n > 9999 {
		return time.Time{}, false
	}
	n *= sign
	switch {
	case unit == "" || oneOf(unit, "kit.day.words.days"):
		return p.now.AddDate(0, 0, n), true
	case oneOf(unit, "kit.day.words.weeks"):
		return p.now.AddDate(0, 0, 7*n), true
	case oneOf(unit, "kit.day.words.months"):
		return p.monthsOn(n), true
	}
	return time.Time{}, false
}

// monthsOn is the same day n months on, or the last of that month when it is shorter.
func (p dayParser) monthsOn(n int) time.Time {
	day := p.now.AddDate(0, n, 0)
	if day.Day() != p.now.Day() {
		day = day.AddDate(0, 0, -day.Day())
	}
	return day
}

// weekday reads "mon", "next monday" and "last monday", which other languages say behind it or in several words: "le lundi prochain". A
// weekday of days that have been may be today, unless it is the last.
func (p dayParser) weekday(words []string) (time.Time, bool) {
	words, _ = withoutAny(words, "kit.day.words.next")
	words, last := withoutAny(words, "kit.day.words.last")
	if len(words) != 1 {
		return time.Time{}, false
	}
	weekday, ok := p.calendar.weekday(words[0])
	days := (int(weekday-p.now.Weekday())+6)%7 + 1
	switch {
	case last && days == 7:
		days = -7
	case last || p.past:
		days -= 7
	}
	return p.now.AddDate(0, 0, days), ok
}

var (
	isoDay     = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$`)
	numericDay = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}|\d{4}))?$`)
	ordinal    = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|o)?$`)
)

// numbers reads 2026-11-21, 21/11 and 21.11.2026.
func (p dayParser) numbers(words []string) (time.Time, bool) {
	if len(words) != 1 {
		return time.Time{}, false
	}
	if m := isoDay.FindStringSubmatch(words[0]); m != nil {
		return p.date(m[1], m[2], m[3])
	}
	m := numericDay.FindStringSubmatch(words[0])
	if m == nil {
		return time.Time{}, false
	}
	month, day := m[2], m[1]
	if p.order == MonthFirst {
		month, day = day, month
	}
	if t, ok := p.date(m[3], month, day); ok {
		return t, true
	}
	return p.date(m[3], day, month) // 11/21 can only be a day of November
}

// withMonth reads "21 nov", "nov 21st" and either with a year behind.
func (p dayParser) withMonth(words []string) (time.Time, bool) {
	words = slices.DeleteFunc(slices.Clone(words), func(word string) bool { return oneOf(word, "kit.day.words.of") })
	if len(words) < 2 || len(words) > 3 {
		return time.Time{}, false
	}
	year := ""
	if len(words) == 3 {
		year = words[2]
	}
	for _, pair := range [][2]string{{words[0], words[1]}, {words[1], words[0]}} {
		month, ok := p.calendar.month(pair[1])
		if day := ordinal.FindStringSubmatch(pair[0]); ok && day != nil {
			return p.date(year, strconv.Itoa(int(month)), day[1])
		}
	}
	return time.Time{}, false
}

// date makes a day of its numbers and tells whether there is such a day. An empty
// year is the one that brings the day nearest to now.
func (p dayParser) date(year, month, day string) (time.Time, bool) {
	m, errM := strconv.Atoi(month)
	d, errD := strconv.Atoi(day)
	if errM != nil || errD != nil {
		return time.Time{}, false
	}
	if year == "" {
		return p.nearest(m, d)
	}
	y, err := strconv.Atoi(year)
	if err != nil {
		return time.Time{}, false
	}
	return exactDay(p.fullYear(y, len(year)), m, d, p.now.Location())
}

// fullYear reads two digits as the century in which the year is at most ten years ahead.
func (p dayParser) fullYear(y, digits int) int {
	if digits > 2 {
		return y
	}
	y += p.now.Year() / 100 * 100
	if y > p.now.Year()+10 {
		y -= 100
	}
	return y
}

// nearest is the day of that month nearest to now. 29 February is looked for further.
func (p dayParser) nearest(month, day int) (best time.Time, found bool) {
	for y := p.now.Year() - 4; y <= p.now.Year()+4; y++ {
		t, ok := exactDay(y, month, day, p.now.Location())
		if ok && (!found || abs(daysBetween(p.now, t)) < abs(daysBetween(p.now, best))) {
			best, found = t, true
		}
	}
	return best, found
}

func abs(n int) int { return max(n, -n) }

// exactDay makes a day and tells whether the calendar has it.
func exactDay(y, m, d int, place *time.Location) (time.Time, bool) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, place)
	return t, t.Year() == y && int(t.Month()) == m && t.Day() == d
}

// oneOf tells whether word is among the comma-separated words of a text, with its accents or without.
func oneOf(word, key string) bool {
	word = models.Fold(word)
	for w := range strings.SplitSeq(T(key), ",") {
		if models.Fold(w) == word {
			return true
		}
	}
	return false
}

// withoutAny is without, as often as it can be said, and tells whether it was.
func withoutAny(words []string, key string) (rest []string, said bool) {
	for {
		shorter, ok := without(words, key)
		if !ok {
			return words, said
		}
		words, said = shorter, true
	}
}

// without takes away what the words begin or end with, where that is one of the comma-separated sayings of a text, such as "ago" or
// "il y a".
func without(words []string, key string) (rest []string, ok bool) {
	for saying := range strings.SplitSeq(T(key), ",") {
		n := len(strings.Fields(saying))
		if n == 0 || n >= len(words) {
			continue
		}
		saying = models.Fold(saying)
		if models.Fold(strings.Join(words[:n], " ")) == saying {
			return words[n:], true
		}
		if behind := len(words) - n; models.Fold(strings.Join(words[behind:], " ")) == saying {
			return words[:behind], true
		}
	}
	return nil, false
}
