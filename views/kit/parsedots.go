package kit

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var dottedTime = regexp.MustCompile(`(?i)^(\d{1,2})\.(\d{2})([ap]m)?[,.]?$`)

// colonForDot writes a time of day that was typed with a point, "14.30" or "2.30pm", with a colon. What may as well be a day, such as
// 10.10, is a time only where something beside it says so: am, pm, "Uhr", or another day.
func colonForDot(text string, now time.Time, order DayOrder) string {
	words := strings.Fields(text)
	for i := len(words) - 1; i >= 0; i-- {
		m := dottedTime.FindStringSubmatch(words[i])
		if m == nil || m[3] == "" && mayBeDay(m[1], m[2]) && !timeBeside(words, i, now, order) {
			continue
		}
		words[i] = m[1] + ":" + m[2] + m[3]
		return strings.Join(words, " ")
	}
	return text
}

// mayBeDay tells whether two numbers with a point between them, the day first as everywhere where one writes so, may be a day of a month.
func mayBeDay(day, month string) bool {
	d, errD := strconv.Atoi(day)
	m, errM := strconv.Atoi(month)
	return errD == nil && errM == nil && d >= 1 && d <= 31 && m >= 1 && m <= 12
}

// timeBeside tells whether the i-th word is said to be a time by the one behind it, or by a day among the others. A weekday alone does
// not: "Sat 10.10" is a day of October.
func timeBeside(words []string, i int, now time.Time, order DayOrder) bool {
	if i+1 < len(words) {
		next := strings.TrimRight(strings.ToLower(words[i+1]), ".,")
		if next == "am" || next == "pm" || oneOf(next, "kit.day.words.oclock") {
			return true
		}
	}
	rest := withoutBy(append(words[:i:i], words[i+1:]...))
	if _, weekday := newCalendar().weekday(rest); weekday {
		return false
	}
	day, err := ParseDay(rest, now, order)
	return err == nil && day != ""
}
