package kit

import (
	"strings"
	"time"
	"unicode"
)

// A birthday is stored as YYYY-MM-DD, or as --MM-DD when nobody knows the year (the
// way vCard writes it, RFC 6350, 4.3.1).

// ParseBirthday reads a birthday as people type it, with or without its year: "21 May",
// "21/5/1978". The year of a birthday is never ahead. Empty is ""; what cannot be read
// is a models.Problem "birthday.unknown", a year ahead "date.ahead".
func ParseBirthday(text string, now time.Time, order DayOrder) (string, error) {
	day, err := ParseDay(text, now, order)
	switch {
	case err != nil:
		return "", problem("birthday.unknown", nil)
	case day == "":
		return "", nil
	}
	if !namesYear(text) {
		return "-" + day[4:], nil
	}
	t, err := time.ParseInLocation(dayFormat, day, now.Location())
	switch {
	case err != nil:
		return "", err
	case t.After(now) && !strings.Contains(text, day[:4]):
		return t.AddDate(-100, 0, 0).Format(dayFormat), nil // two digits of the last century
	case t.After(now):
		return "", problem("date.ahead", nil)
	}
	return day, nil
}

// namesYear tells whether a year stands in a date: it is the third number, or the
// second where a name stands for the month.
func namesYear(text string) bool {
	numbers := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
	if len(numbers) != 2 {
		return len(numbers) > 2
	}
	for _, word := range dayWords(text) {
		if _, ok := newCalendar().month(word); ok {
			return true
		}
	}
	return false
}

// BirthdayText writes a stored birthday: "21 May", "21 May 1978". What is none comes
// back as it is.
func BirthdayText(stored string) string {
	key, day := "kit.day.birthdayYear", stored
	if rest, ok := strings.CutPrefix(stored, "--"); ok {
		key, day = "kit.day.birthday", "2000-"+rest // a leap year, for 29 February
	}
	t, err := time.Parse(dayFormat, day)
	if err != nil {
		return stored
	}
	return T(key, newCalendar().names(t, true)...)
}
