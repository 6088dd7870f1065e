package kit

import "time"

// MonthName gives the name of the month t is in, in the program's language.
func MonthName(t time.Time) string { return newCalendar().monthsAlone()[t.Month()-1] }

// MonthShort gives the short name of the month t is in: "Nov".
func MonthShort(t time.Time) string { return newCalendar().calendar.MonthAbbreviated(t.Month()) }
