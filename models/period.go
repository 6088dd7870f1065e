package models

import "time"

// PeriodKind is how long a period is.
type PeriodKind string

// The kinds of period. A month is told in weeks of seven days from its first on, the others in months.
const (
	PeriodMonth   PeriodKind = "month"
	PeriodQuarter PeriodKind = "quarter"
	PeriodYear    PeriodKind = "year"
	PeriodTwelve  PeriodKind = "twelve" // this month and the eleven before it
)

// PeriodKinds are all of them, in the order a page offers them.
var PeriodKinds = []PeriodKind{PeriodMonth, PeriodQuarter, PeriodYear, PeriodTwelve}

// Valid tells whether k is one of the kinds.
func (k PeriodKind) Valid() bool {
	return k == PeriodMonth || k == PeriodQuarter || k == PeriodYear || k == PeriodTwelve
}

// months is how many months a period of the kind has.
func (k PeriodKind) months() int {
	switch k {
	case PeriodMonth:
		return 1
	case PeriodQuarter:
		return 3
	}
	return 12
}

// Days are some days one after the other; the first and the last count.
type Days struct{ From, To Day }

// Has tells whether the day is one of them.
func (s Days) Has(day Day) bool { return s.From <= day && day <= s.To }

// Period is what Insights look at.
type Period struct {
	Kind PeriodKind
	Days
}

// PeriodOf gives the period of the kind that day is in, or the one that is so many before it. The last twelve months are those that
// end with the day's own.
func PeriodOf(kind PeriodKind, day Day, before int) Period {
	t := day.In(time.UTC)
	n := kind.months()
	first := int(t.Month())
	switch kind {
	case PeriodQuarter:
		first -= (first - 1) % 3
	case PeriodYear:
		first = 1
	case PeriodTwelve:
		first -= 11
	}
	first -= before * n
	return Period{kind, Days{monthDay(t.Year(), first, 1), monthDay(t.Year(), first+n, 0)}}
}

// monthDay gives the day of a month, both counted beyond their ends where need be: day 0 is the last one of the month before.
func monthDay(year, month, day int) Day {
	return DayOf(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC))
}

// Parts are the weeks or months of the period that have begun by today.
func (p Period) Parts(today Day) (parts []Days) {
	next := func(from Day) Day {
		t := from.In(time.UTC)
		if p.Kind == PeriodMonth && t.Day() < 29 {
			return min(from.AddDays(7), p.To.AddDays(1))
		}
		return monthDay(t.Year(), int(t.Month())+1, 1)
	}
	for from := p.From; from <= p.To && from <= today; {
		after := next(from)
		parts = append(parts, Days{from, after.AddDays(-1)})
		from = after
	}
	return parts
}

// Ends are the last days of the month before the period and of each of its months, of the present one today.
func (p Period) Ends(today Day) []Day {
	ends := []Day{p.From.AddDays(-1)}
	for _, month := range (Period{PeriodYear, p.Days}).Parts(today) {
		ends = append(ends, min(month.To, today))
	}
	return ends
}
