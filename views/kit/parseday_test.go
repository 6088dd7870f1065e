package kit

import (
	"testing"
	"time"

	"goodturn/models"

	"pgregory.net/rapid"
)

func TestParseDay(t *testing.T) {
	for text, day := range map[string]string{
		"": "", "   ": "", "today": "2026-11-21", "Yesterday": "2026-11-20", "tomorrow": "2026-11-22",
		"21/11": "2026-11-21", "21.11.": "2026-11-21", "21.11.2026": "2026-11-21", "21-11-26": "2026-11-21", "2026-11-21": "2026-11-21",
		"2026/1/5": "2026-01-05", "3/4": "2027-04-03", "3/9": "2026-09-03", "21 Nov": "2026-11-21", "nov 21st": "2026-11-21",
		"1st December": "2026-12-01", "Sat 21 November 2026": "2026-11-21", "Sat, 21 Nov 2026": "2026-11-21", "21 sept 2025": "2025-09-21",
		"in 3 days": "2026-11-24", "in 2 weeks": "2026-12-05", "in 1 month": "2026-12-21", "3 days ago": "2026-11-18", "2 weeks": "2026-12-05",
		"last mon": "2026-11-16", "last saturday": "2026-11-14", "next week": "2026-11-28", "in a week": "2026-11-28", "next month": "2026-12-21",
		"+3": "2026-11-24", "mon": "2026-11-23", "next tuesday": "2026-11-24", "sat": "2026-11-28", "saturday": "2026-11-28",
		"12.5.78": "1978-05-12", "12.5.30": "2030-05-12", "29/2": "2028-02-29", "29.2.2024": "2024-02-29", "31/12": "2026-12-31", "1/1": "2027-01-01",
	} {
		got, err := ParseDay(text, galleryNow(), DayFirst)
		if got != day || err != nil {
			t.Errorf("ParseDay(%q) = %q, %v; want %q", text, got, err, day)
		}
	}
	got, err := ParseDay("3/4", galleryNow(), MonthFirst)
	if got != "2027-03-04" || err != nil {
		t.Errorf("month first: 3/4 is %q, %v", got, err)
	}
}

// A weekday of days that have been is the last one, which may be today.
func TestWeekdaysThatHaveBeen(t *testing.T) {
	for text, day := range map[string]string{"fri": "2026-11-20", "on Sunday": "2026-11-15", "sat": "2026-11-21", "last sat": "2026-11-14", "last Monday": "2026-11-16", "in a week": "2026-11-28"} {
		if got, err := parseDay(text, galleryNow(), DayFirst, true); got != day || err != nil {
			t.Errorf("%q is %q, %v; want %q", text, got, err, day)
		}
	}
	if got, err := parseMoment("Friday 14.30", galleryNow(), DayFirst, true); err != nil || got.Format("2006-01-02 15:04") != "2026-11-20 14:30" {
		t.Errorf("Friday 14.30 is %v, %v", got, err)
	}
}

func TestParseDayRefuses(t *testing.T) {
	for _, text := range []string{"soon", "31/4", "32/1", "29.2.2026", "2026-13-01", "21", "0/0", "in days", "in -3 days", "9999-01-01", "fe", "21 Nov then", "1.2.3.4", "in 99999 weeks"} {
		got, err := ParseDay(text, galleryNow(), DayFirst)
		if p, ok := models.IsProblem(err); !ok || p.Key != "date.unknown" || got != "" {
			t.Errorf("ParseDay(%q) = %q, %v; want a problem", text, got, err)
		}
	}
}

// TestMonthsOnStopAtTheEndOfTheMonth: a month after 31 January is 28 February.
func TestMonthsOnStopAtTheEndOfTheMonth(t *testing.T) {
	now := time.Date(2026, 1, 31, 23, 30, 0, 0, time.UTC)
	got, err := ParseDay("in 1 month", now, DayFirst)
	if got != "2026-02-28" || err != nil {
		t.Errorf("a month after 31 January is %q, %v", got, err)
	}
}

// TestWrittenDaysAreRead reads back every day in the words the date field writes.
func TestWrittenDaysAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(1901, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 105_000).Draw(t, "days"))
		order := rapid.SampledFrom([]DayOrder{DayFirst, MonthFirst}).Draw(t, "order")
		got, err := ParseDay(understood(day), galleryNow(), order)
		if got != day.Format(dayFormat) || err != nil {
			t.Fatalf("%q came back as %q, %v", understood(day), got, err)
		}
	})
}

func TestParseMoment(t *testing.T) {
	for text, moment := range map[string]string{
		"today 10:24": "2026-11-21 10:24", "14:30": "2026-11-21 14:30", "yesterday 9am": "2026-11-20 09:00", "yesterday, 16:02": "2026-11-20 16:02",
		"21/11 14:30": "2026-11-21 14:30", "12am": "2026-11-21 00:00", "12pm": "2026-11-21 12:00", "9:05 pm": "2026-11-21 21:05",
		"today": "2026-11-21 10:24", "3 days ago": "2026-11-18 10:24", "Sat 14 Nov 2026, 08:00": "2026-11-14 08:00", "14h30": "2026-11-21 14:30",
		"Thursday noon": "2026-11-26 12:00", "tomorrow 5pm": "2026-11-22 17:00", "by tomorrow at 5": "2026-11-22 17:00", "5 pm on Friday": "2026-11-27 17:00",
		"noon": "2026-11-21 12:00", "by noon tomorrow": "2026-11-22 12:00", "at 9": "2026-11-21 09:00", "Mon by 17": "2026-11-23 17:00", "by Thursday": "2026-11-26 10:24",
		"in 3 days at midday": "2026-11-24 12:00", "before 10:30 on 1/12": "2026-12-01 10:30", "by 21 Dec": "2026-12-21 10:24", "Fri, noon.": "2026-11-27 12:00",
		"14.30": "2026-11-21 14:30", "2.30pm": "2026-11-21 14:30", "9.30": "2026-11-21 09:30", "tomorrow 5.30 pm": "2026-11-22 17:30", "21.11. 14.30": "2026-11-21 14:30",
		"10.10 10.10": "2026-10-10 10:10", "10.10": "2026-10-10 10:24", "Sat 10.10": "2026-10-10 10:24", "by tomorrow 8.05": "2026-11-22 08:05", "10.10 pm": "2026-11-21 22:10",
	} {
		got, err := ParseMoment(text, galleryNow(), DayFirst)
		if err != nil || got.Format("2006-01-02 15:04") != moment {
			t.Errorf("ParseMoment(%q) = %v, %v; want %s", text, got, err, moment)
		}
	}
	for text, key := range map[string]string{"25:00": "date.time", "25.00": "date.time", "31.02": "date.unknown", "10:61": "date.time", "13pm": "date.time", "soon 10:00": "date.unknown", "10": "date.unknown",
		"by": "date.unknown", "next": "date.unknown", "last": "date.unknown", "at 25": "date.time", "on 5": "date.unknown", "noon or so": "date.unknown", "by 10:00 11:00": "date.unknown"} {
		_, err := ParseMoment(text, galleryNow(), DayFirst)
		if p, ok := models.IsProblem(err); !ok || p.Key != key {
			t.Errorf("ParseMoment(%q) says %v, want %s", text, err, key)
		}
	}
	if got, err := ParseMoment(" ", galleryNow(), DayFirst); !got.IsZero() || err != nil {
		t.Errorf("nothing is %v, %v", got, err)
	}
}

func FuzzParseDay(f *testing.F) {
	for _, seed := range []string{"today", "21/11", "in 3 days", "29/2", "nov 21st", "sat sat sat", "+", "\xff.1", "1.1.1", "in 9999 months"} {
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, text string, dayFirst bool) {
		order := MonthFirst
		if dayFirst {
			order = DayFirst
		}
		day, err := ParseDay(text, galleryNow(), order)
		if err != nil || day == "" {
			return
		}
		if _, err := time.Parse(dayFormat, day); err != nil {
			t.Errorf("ParseDay(%q) = %q, which is no day", text, day)
		}
		if again, err := ParseDay(day, galleryNow(), order); again != day || err != nil {
			t.Errorf("%q came back as %q, %v", day, again, err)
		}
	})
}
