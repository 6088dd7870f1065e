package models

import (
	"slices"
	"time"
)

// Rung is how far up the ladder a customer has come, from evidence: design, "The ladder".
type Rung string

// The rungs, lowest first.
const (
	RungProspect Rung = "prospect" // no completed visit
	RungCustomer Rung = "customer" // visits on one day
	RungRepeat   Rung = "repeat"   // visits on two or more days
	RungLoyal    Rung = "loyal"    // repeat, and often within 12 months, praised us or asked for somebody by name
	RungAdvocate Rung = "advocate" // somebody they sent became a customer, or they praised us for all to read
)

// Rungs are all of them, lowest first.
var Rungs = []Rung{RungProspect, RungCustomer, RungRepeat, RungLoyal, RungAdvocate}

// rungOf is the rung of the customer c as SQL. @yearAgo is the number of the day twelve months back.
const rungOf = `(CASE
	WHEN c.brought_n > 0 OR c.review_n > 0 THEN 'advocate'
	WHEN c.visit_day_n >= 2 AND (c.asked_n > 0 OR c.praise_n > 0 OR c.loyal_day_no > @yearAgo) THEN 'loyal'
	WHEN c.visit_day_n >= 2 THEN 'repeat'
	WHEN c.visit_day_n = 1 THEN 'customer'
	ELSE 'prospect' END)`

// rungArgs gives what rungOf asks for.
func (s *Store) rungArgs() map[string]any {
	return map[string]any{"yearAgo": dayNo(DayOf(s.now().AddDate(-1, 0, 0)))}
}

// Activity is the second axis: whether they come as often as they used to.
type Activity string

// The activities, from "comes as usual" to "has not come for long". A prospect has none.
const (
	ActivityNone     Activity = ""
	ActivityActive   Activity = "active"
	ActivityDue      Activity = "due"
	ActivityDrifting Activity = "drifting"
	ActivityLapsed   Activity = "lapsed"
)

// Activities are all of them but none, in the order a list offers them.
var Activities = []Activity{ActivityActive, ActivityDue, ActivityDrifting, ActivityLapsed}

// usualGap gives the median number of days between visit days, when there are at least three gaps; own
// tells whether it is the customer's own or the shop's default. Days come in order and differ.
func usualGap(days []Day, shopGap int) (gap float64, own bool) {
	var gaps []float64
	for i := 1; i < len(days); i++ {
		gaps = append(gaps, daysBetween(days[i-1], days[i]))
	}
	if len(gaps) < 3 {
		return float64(shopGap), false
	}
	slices.Sort(gaps)
	middle := len(gaps) / 2
	if len(gaps)%2 == 1 {
		return gaps[middle], true
	}
	return (gaps[middle-1] + gaps[middle]) / 2, true
}

// activityOf sorts r, days since the last visit over the usual gap: to 1 active, to 1.5 due, to 3 drifting.
func activityOf(days []Day, today Day, gap float64) Activity {
	if len(days) == 0 || gap <= 0 {
		return ActivityNone
	}
	switch r := daysBetween(days[len(days)-1], today) / gap; {
	case r <= 1:
		return ActivityActive
	case r <= 1.5:
		return ActivityDue
	case r <= 3:
		return ActivityDrifting
	}
	return ActivityLapsed
}

// dayNo counts the day from 1970-01-01, as the file's day numbers do.
func dayNo(day Day) int { return int(day.In(time.UTC).Unix() / 86400) }

func daysBetween(from, to Day) float64 {
	return to.In(time.UTC).Sub(from.In(time.UTC)).Hours() / 24
}
