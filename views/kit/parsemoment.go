package kit

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

var (
	clockTime  = regexp.MustCompile(`(?i)(?:^|\s)(\d{1,2})(?:\s*h\s*|:)(\d{2})\s*([ap]m?\.?)?(?:\s|$)`)
	hourTime   = regexp.MustCompile(`(?i)(?:^|\s)(\d{1,2})()\s*([ap]m\.?)(?:\s|$)`)
	hourLetter = regexp.MustCompile(`(?i)(^|\s)(\d{1,2})(h|hs)([\s,.]|$)`)
)

// ParseMoment reads a day with a time, in either order: "today 10:24", "14:30", "yesterday 9am",
// "21/11 14:30", "14.30", "2.30pm", "17h", "17 h 30", "Thursday noon", "by tomorrow at 5", "5 pm on Friday". A time alone is today's; a day alone is that day at
// the present time. An hour that is only a number is one of a working day: 5 is 17:00. The zero time is an empty text. Problems
// are "date.unknown" and "date.time".
func ParseMoment(text string, now time.Time, order DayOrder) (time.Time, error) {
	return parseMoment(text, now, order, false)
}

// parseMoment is ParseMoment; with past a weekday is the last one.
func parseMoment(text string, now time.Time, order DayOrder, past bool) (time.Time, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return time.Time{}, nil
	}
	text = colonForDot(text, now, order)
	hour, minute := now.Hour(), now.Minute()
	dayPart, h, m, found := takeTime(text)
	if found {
		if hour, minute = h, m; hour < 0 || hour > 23 || minute > 59 {
			return time.Time{}, problem("date.time", nil)
		}
	}
	if !found && dayPart == "" {
		return time.Time{}, problem("date.unknown", nil)
	}
	day, err := parseDay(dayPart, now, order, past)
	if err != nil {
		return time.Time{}, err
	}
	date := dayOf(now)
	if day != "" {
		date, _ = time.ParseInLocation(dayFormat, day, now.Location())
	}
	return time.Date(date.Year(), date.Month(), date.Day(), hour, minute, 0, 0, now.Location()), nil
}

// takeTime takes the time out of a text with a day, and gives the rest. An hour that is none is -1.
func takeTime(text string) (rest string, hour, minute int, found bool) {
	text = hourLetter.ReplaceAllString(text, "$1$2 $3 $4")
	for _, pattern := range []*regexp.Regexp{clockTime, hourTime} {
		if m := pattern.FindStringSubmatchIndex(text); m != nil {
			hour, minute = clock(text, m)
			return withoutBy(strings.Fields(text[:m[0]] + " " + text[m[1]:])), hour, minute, true
		}
	}
	words := strings.Fields(strings.ToLower(text))
	for i, word := range words {
		if oneOf(strings.Trim(word, ",."), "kit.day.words.noon") {
			return withoutBy(append(words[:i:i], words[i+1:]...)), 12, 0, true
		}
	}
	for i := 1; i < len(words); i++ {
		if hour, ok := workingHour(words[i-1]); ok && oneOf(words[i], "kit.day.words.oclock") {
			return withoutBy(slices.Concat(words[:i-1], words[i+1:])), hour, 0, true
		}
	}
	last := len(words) - 1
	if hour, ok := workingHour(words[last]); ok && last > 0 && oneOf(words[last-1], "kit.day.words.by") {
		return withoutBy(words[:last]), hour, 0, true
	}
	return withoutBy(words), 0, 0, false
}

// workingHour reads an hour that is only a number: it is one of a working day.
func workingHour(word string) (hour int, ok bool) {
	hour, err := strconv.Atoi(word)
	if hour > 0 && hour < firstHour {
		hour += 12
	}
	return hour, err == nil && hour > 0
}

// firstHour is the first of a working day: an earlier one is of the afternoon.
const firstHour = 7

// withoutBy leaves out the words that only say that a time or a day follows.
func withoutBy(words []string) string {
	var kept []string
	for _, word := range words {
		if word := strings.ToLower(word); !oneOf(word, "kit.day.words.by") && !oneOf(word, "kit.day.words.on") {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}

// clock reads the hour and the minute that a pattern found; -1 is an hour that is none.
func clock(text string, m []int) (hour, minute int) {
	hour, _ = strconv.Atoi(text[m[2]:m[3]])
	if m[4] != m[5] {
		minute, _ = strconv.Atoi(text[m[4]:m[5]])
	}
	if m[6] >= 0 {
		half := strings.ToLower(text[m[6] : m[6]+1])
		if hour < 1 || hour > 12 {
			return -1, minute
		}
		hour %= 12
		if half == "p" {
			hour += 12
		}
	}
	return hour, minute
}
