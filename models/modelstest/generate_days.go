package modelstest

import (
	"slices"
	"time"

	"goodturn/models"
)

// years is how long the generated shop has been open.
const years = 10

// date is a day the shop was open.
type date struct {
	midnight time.Time
	day      models.Day
	ago      int // days before now
}

// live lets the ten years pass, each open day with its share of the visits.
func (g *generator) live() {
	days := g.openDays()
	before := 0
	for i, d := range days {
		upTo := g.size.Visits * (i + 1) / len(days)
		for _, at := range g.hours(d, upTo-before) {
			g.visit(d, at)
		}
		before = upTo
		for len(g.seen) > 0 && g.sentOut < g.toSend*(i+1)/len(days) {
			g.sendOut(d)
		}
		if g.err != nil {
			return
		}
	}
}

// openDays are all days but Sundays, up to now.
func (g *generator) openDays() []date {
	var days []date
	for ago := 365 * years; ago >= 0; ago-- {
		day := g.now.AddDate(0, 0, -ago)
		midnight := time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, day.Location())
		if day.Weekday() != time.Sunday && midnight.Add(10*time.Hour).Before(g.now) {
			days = append(days, date{midnight: midnight, day: models.DayOf(day), ago: ago})
		}
	}
	return days
}

// hours gives n moments between nine and six, in order and none after now.
func (g *generator) hours(d date, n int) []models.Moment {
	open := models.MomentOf(d.midnight.Add(9 * time.Hour))
	seconds := min(9*time.Hour, g.now.Sub(d.midnight.Add(9*time.Hour))) / time.Second
	at := make([]models.Moment, n)
	for i := range at {
		at[i] = open + models.Moment(g.random.Int64N(int64(seconds)))
	}
	slices.Sort(at)
	return at
}

// visit is one visit: by somebody new, by somebody who came before, or by a stranger.
func (g *generator) visit(d date, at models.Moment) {
	v := models.Visit{ID: models.VisitID(g.next("visit")), At: at, Day: d.day, Channel: models.InPerson, State: models.VisitCompleted, CreatedAt: at,
		ServedBy: early(g, g.staff), HowLeft: oneOf(g, howLeft)}
	isNew := g.newcomers.take(g.random)
	switch {
	case isNew:
		v.CustomerID = g.arrive(d, at)
	case len(g.seen) > 0 && !g.chance(8):
		v.CustomerID = g.comesAgain()
	}
	if g.chance(10) {
		v.Channel = oneOf(g, []models.VisitChannel{models.ByPhone, models.ByMessage})
	}
	if v.CustomerID != 0 && g.chance(4) {
		v.AskedFor = v.ServedBy
	}
	if g.chance(8) {
		v.Note = oneOf(g, visitNotes)
	}
	if g.chance(10) {
		v.Extra = oneOf(g, extras)
	}
	// What somebody's first visit made must stand on a visit that took place.
	if !isNew && g.random.IntN(300) == 0 {
		v.State = models.VisitCancelled
	} else if !isNew && d.ago < 30 && g.random.IntN(400) == 0 { // the bin keeps them for 30 days
		v.DeletedAt = at + 60
	}
	g.promiseTime(&v)
	for range 1 + g.random.IntN(2) {
		v.Requests = append(v.Requests, g.request(&v))
	}
	g.write(&v, d)
}

// promiseTime promises on every ninth visit by a customer that something is ready within two days. One in thirteen of those is late, and a
// few of the last months are not noted as ready.
func (g *generator) promiseTime(v *models.Visit) {
	const hour = 60 * 60
	if v.CustomerID == 0 || v.ID%9 != 0 || !stands(v) {
		return
	}
	now := models.MomentOf(g.now)
	v.PromisedFor = v.At + models.Moment(2+v.ID/9%5*11)*hour
	v.ReadyAt = v.At + models.Moment(1+v.ID/9%3*10)*hour
	switch {
	case v.ID/9%13 == 0:
		v.ReadyAt = v.PromisedFor + 5*hour
	case v.ReadyAt > v.PromisedFor:
		v.ReadyAt = v.PromisedFor
	}
	if v.ReadyAt > now || v.ID/9%97 == 0 && now-v.At < 90*24*hour {
		v.ReadyAt = 0
	}
}

// mostVisits and mostBrought are as far as one person goes: two visits and one friend a month.
const mostVisits, mostBrought = 260, 130

// comesAgain picks a customer, those who came often and lately more than others.
func (g *generator) comesAgain() models.CustomerID {
	from := 0
	if g.chance(70) {
		from = len(g.seen) * 4 / 5
	}
	id := g.seen[from+g.random.IntN(len(g.seen)-from)]
	if g.came[id]++; g.came[id] > mostVisits {
		return oneOf(g, g.seen)
	}
	if g.chance(30) {
		g.seen = append(g.seen, id)
	}
	return id
}

// write stores a visit with its requests, and the promise to get back to somebody that some visits end with.
func (g *generator) write(v *models.Visit, d date) {
	g.add("visit", v.ID, v.CustomerID, v.At, v.Day, v.Channel, v.ServedBy, v.AskedFor, v.Amount, v.Extra, v.HowLeft, v.Note, v.State, v.CreatedAt, v.DeletedAt, v.PromisedFor, v.ReadyAt)
	if key := v.SearchKey(); key != "" && v.DeletedAt == 0 {
		g.add("visit_search", v.ID, key)
	}
	for i := range v.Requests {
		g.writeRequest(v, i, d)
	}
	if v.CustomerID == 0 || !stands(v) {
		return
	}
	if v.HowLeft == models.LeftDelighted && g.random.IntN(400) == 0 {
		g.praise(v, d)
	}
	if g.chance(2) {
		g.promise(v, 0, models.CauseVisit, d, 3+g.random.IntN(12), oneOf(g, promises))
	}
}

// stands tells whether the visit counts, so that something may follow from it.
func stands(v *models.Visit) bool { return v.State == models.VisitCompleted && v.DeletedAt == 0 }

// promise is a follow-up some days after the visit; those long due are done, save a few that nobody thought of again.
func (g *generator) promise(v *models.Visit, from models.AlternativeID, cause models.FollowUpCause, d date, after int, why string) {
	state, outcome, done := models.FollowUpOpen, "", models.Moment(0)
	if late := d.ago - after; late > 1 && !g.forgotten() {
		state, outcome, done = models.FollowUpDone, oneOf(g, outcomes), v.At+models.Moment(after*24*60*60)
		if g.chance(10) {
			state, outcome = models.FollowUpSkipped, ""
		}
	}
	g.add("follow_up", v.CustomerID, cause, v.ID, from, d.day.AddDays(after), why, state, outcome, done, v.At)
}

// forgotten is true for the few things that stay open for years.
func (g *generator) forgotten() bool { return g.random.IntN(500) == 0 }
