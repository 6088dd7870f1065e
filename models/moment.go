package models

import "time"

// Moment is a point in time as the shop file keeps it: whole seconds since 1970 in UTC. 0 is never.
type Moment int64

// MomentOf gives t as a Moment; the zero time is never.
func MomentOf(t time.Time) Moment {
	if t.IsZero() {
		return 0
	}
	return Moment(t.Unix())
}

// In gives the moment as a time in loc; never is the zero time.
func (m Moment) In(loc *time.Location) time.Time {
	if m == 0 {
		return time.Time{}
	}
	return time.Unix(int64(m), 0).In(loc)
}

// Day is a calendar day of the shop, 'YYYY-MM-DD'; "" is no day. Days compare as text.
type Day string

const dayLayout = "2006-01-02"

// DayOf gives the calendar day of t in t's own location.
func DayOf(t time.Time) Day {
	if t.IsZero() {
		return ""
	}
	return Day(t.Format(dayLayout))
}

// Valid tells whether d is empty or a real day.
func (d Day) Valid() bool {
	if d == "" {
		return true
	}
	t, err := time.Parse(dayLayout, string(d))
	return err == nil && t.Format(dayLayout) == string(d)
}

// In gives midnight of the day in loc; no day, or none that exists, is the zero time.
func (d Day) In(loc *time.Location) time.Time {
	t, err := time.ParseInLocation(dayLayout, string(d), loc)
	if err != nil {
		return time.Time{}
	}
	return t
}

// AddDays gives the day n days later, or earlier where n is negative.
func (d Day) AddDays(n int) Day {
	t := d.In(time.UTC)
	if t.IsZero() {
		return ""
	}
	return DayOf(t.AddDate(0, 0, n))
}

// Money is an amount in whole minor units (pence, cents) of the shop's one currency.
type Money int64
