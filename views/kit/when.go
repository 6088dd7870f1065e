package kit

import (
	"time"
)

// Dates as people say them. now is the present moment in the shop's place; the other
// moment is brought to that place before it is written.

// When says when something was or will be: "today 10:24", "yesterday 16:02",
// "Tue 17 Nov", "Tue 17 Nov 2025" in another year.
func When(now, t time.Time) string {
	t = t.In(now.Location())
	clock := Clock(t)
	switch daysBetween(now, t) {
	case 0:
		return T("kit.day.todayAt", "Time", clock)
	case -1:
		return T("kit.day.yesterdayAt", "Time", clock)
	case 1:
		return T("kit.day.tomorrowAt", "Time", clock)
	}
	return shortDay(now, t)
}

// WhenAt is When within a sentence: "today at 10:24", "yesterday at 16:02", "Tue 17 Nov".
func WhenAt(now, t time.Time) string {
	t = t.In(now.Location())
	near := map[int]string{0: "kit.day.saidToday", -1: "kit.day.saidYesterday", 1: "kit.day.saidTomorrow"}[daysBetween(now, t)]
	if near == "" {
		return shortDay(now, t)
	}
	return T(near, "Time", Clock(t))
}

// WhenClock is When with the time of every day: "today 10:24", "Tue 17 Nov, 12:00".
func WhenClock(now, t time.Time) string {
	if days := daysBetween(now, t.In(now.Location())); days >= -1 && days <= 1 {
		return When(now, t)
	}
	t = t.In(now.Location())
	return T("kit.day.at", "Day", shortDay(now, t), "Time", Clock(t))
}

// WhenOn is WhenAt for something that happened then: "today at 10:24", "on Tue 17 Nov".
func WhenOn(now, t time.Time) string {
	if days := daysBetween(now, t.In(now.Location())); days < -1 || days > 1 {
		return T("kit.day.on", "Day", shortDay(now, t.In(now.Location())))
	}
	return WhenAt(now, t)
}

// DayText says a stored day (YYYY-MM-DD): "today", "yesterday", "tomorrow",
// "Tue 17 Nov". What is no day comes back as it is.
func DayText(now time.Time, day string) string {
	t, err := time.ParseInLocation(dayFormat, day, now.Location())
	if err != nil {
		return day
	}
	switch daysBetween(now, t) {
	case 0:
		return T("kit.day.today")
	case -1:
		return T("kit.day.yesterday")
	case 1:
		return T("kit.day.tomorrow")
	}
	return shortDay(now, t)
}

func shortDay(now, t time.Time) string {
	key := "kit.day.short"
	if t.Year() != now.Year() {
		key = "kit.day.shortYear"
	}
	return T(key, newCalendar().names(t, false)...)
}

// LongDay says a day in full: "Saturday 21 November".
func LongDay(t time.Time) string { return T("kit.day.long", newCalendar().names(t, true)...) }

// DayTitle is LongDay as it heads a page: with a capital, where the language writes its days small.
func DayTitle(t time.Time) string {
	day := []rune(LongDay(t))
	return upper(day[0]) + string(day[1:])
}

// LongDayYear is LongDay with the year: "Saturday 21 November 2026".
func LongDayYear(t time.Time) string { return T("kit.day.longYear", newCalendar().names(t, true)...) }

// Ago says how long ago something was: "just now", "5 minutes ago", "yesterday",
// "2 weeks ago". What lies ahead is said by When.
func Ago(now, t time.Time) string {
	t = t.In(now.Location())
	passed := now.Sub(t)
	days := daysBetween(t, now)
	switch {
	case passed < -time.Minute:
		return When(now, t)
	case passed < time.Minute:
		return T("kit.ago.now")
	case passed < time.Hour:
		return TN("kit.ago.minutes", int(passed.Minutes()))
	case days == 0:
		return TN("kit.ago.hours", int(passed.Hours()))
	case days < 14:
		return TN("kit.ago.days", days)
	case days < 60:
		return TN("kit.ago.weeks", days/7)
	case days < 730:
		return TN("kit.ago.months", days*12/365)
	}
	return TN("kit.ago.years", days/365)
}
