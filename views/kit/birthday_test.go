package kit

import (
	"testing"
	"time"

	"goodturn/models"
)

func TestBirthdays(t *testing.T) {
	now := time.Date(2026, time.November, 21, 10, 24, 0, 0, time.UTC)
	for typed, want := range map[string]struct{ stored, read string }{
		"":                {"", ""},
		"21 May":          {"--05-21", "21 May"},
		"21/5":            {"--05-21", "21 May"},
		"May 21st":        {"--05-21", "21 May"},
		"29 feb":          {"--02-29", "29 February"},
		"21 May 1978":     {"1978-05-21", "21 May 1978"},
		"21.5.78":         {"1978-05-21", "21 May 1978"},
		"3/4/30":          {"1930-04-03", "3 April 1930"}, // never a day ahead
		"1978-05-21":      {"1978-05-21", "21 May 1978"},
		"21 November 26":  {"2026-11-21", "21 November 2026"},
		"1 December 2025": {"2025-12-01", "1 December 2025"},
	} {
		stored, err := ParseBirthday(typed, now, DayFirst)
		if err != nil || stored != want.stored {
			t.Errorf("%q is stored as %q, %v; want %q", typed, stored, err, want.stored)
		}
		if read := BirthdayText(stored); read != want.read {
			t.Errorf("%q is read as %q, want %q", stored, read, want.read)
		}
		again, err := ParseBirthday(BirthdayText(stored), now, DayFirst)
		if err != nil || again != stored {
			t.Errorf("%q does not survive being read and typed again: %q, %v", stored, again, err)
		}
	}
	for bad, key := range map[string]string{"31/2": "birthday.unknown", "31 Feb": "birthday.unknown", "soon": "birthday.unknown",
		"29 February 1979": "birthday.unknown", "21 May 2027": "date.ahead"} {
		stored, err := ParseBirthday(bad, now, DayFirst)
		if p, _ := models.IsProblem(err); p.Key != key {
			t.Errorf("%q is taken for %q, with the problem %v; want %s", bad, stored, err, key)
		}
	}
}
