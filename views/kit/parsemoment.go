package kit

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	clockTime = regexp.MustCompile(`(?i)(?:^|\s)(\d{1,2})[:h](\d{2})\s*([ap]m?\.?)?$`)
	hourTime  = regexp.MustCompile(`(?i)(?:^|\s)(\d{1,2})()\s*([ap]m\.?)$`)
)

// ParseMoment reads a day with a time: "today 10:24", "14:30", "yesterday 9am",
// "21/11 14:30". A time alone is today's; a day alone is that day at the present
// time. The zero time is an empty text. Problems are "date.unknown" and "date.time".
func ParseMoment(text string, now time.Time, order DayOrder) (time.Time, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return time.Time{}, nil
	}
	hour, minute := now.Hour(), now.Minute()
	dayPart, m := text, clockTime.FindStringSubmatchIndex(text)
	if m == nil {
		m = hourTime.FindStringSubmatchIndex(text)
	}
	if m != nil {
		var ok bool
		if hour, minute, ok = clock(text, m); !ok {
			return time.Time{}, problem("date.time", nil)
		}
		dayPart = text[:m[0]]
	}
	day, err := ParseDay(dayPart, now, order)
	if err != nil {
		return time.Time{}, err
	}
	date := dayOf(now)
	if day != "" {
		date, _ = time.ParseInLocation(dayFormat, day, now.Location())
	}
	return time.Date(date.Year(), date.Month(), date.Day(), hour, minute, 0, 0, now.Location()), nil
}

// clock reads the hour and the minute that a pattern found.
func clock(text string, m []int) (hour, minute int, ok bool) {
	hour, _ = strconv.Atoi(text[m[2]:m[3]])
	if m[4] != m[5] {
		minute, _ = strconv.Atoi(text[m[4]:m[5]])
	}
	if m[6] >= 0 {
		half := strings.ToLower(text[m[6] : m[6]+1])
		if hour < 1 || hour > 12 {
			return 0, 0, false
		}
		hour %= 12
		if half == "p" {
			hour += 12
		}
	}
	return hour, minute, hour < 24 && minute < 60
}
