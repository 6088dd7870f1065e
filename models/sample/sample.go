// Package sample makes a shop to look around in: Harbour Cycles, a bicycle shop with some years behind it, in which every screen
// has something to show. Its days end today.
package sample

import (
	"context"
	_ "embed"
	"fmt"
	"slices"
	"time"

	"goodturn/models"
)

// Write makes the shop at path, where there must be nothing yet: twelve customers of whom much is told, those who came by now
// and then, two at the counter and four specialists, whose story of three years ends at now. Every line of it goes in through the
// public API on the day it happened, so the file is one that an owner could have made. It reports events and ends with ctx; what
// is there of the file then is good for nothing.
func Write(ctx context.Context, path string, now time.Time, say Words, report func(done, total int)) (err error) {
	clock := &clock{now: now.AddDate(-3, -6, 0)}
	store, err := models.Open(path, models.Create(), models.WithClock(clock.Now), models.Hasty())
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := store.Close(); err == nil {
			err = closeErr
		}
	}()
	t := &teller{store: store, clock: clock, now: now, say: say,
		staff: map[string]models.StaffID{}, people: map[string]models.CustomerID{}, specialists: map[string]models.SpecialistID{}}
	if err := t.furnish(); err != nil {
		return err
	}
	return t.tell(ctx, report)
}

// clock stands at the time of the event that is being told.
type clock struct{ now time.Time }

// Now gives the clock's time.
func (c *clock) Now() time.Time { return c.now }

// teller tells a story to a shop file, event by event, and moves the shop's clock along.
type teller struct {
	store       *models.Store
	clock       *clock
	now         time.Time
	say         Words
	prices      prices
	staff       map[string]models.StaffID
	people      map[string]models.CustomerID
	specialists map[string]models.SpecialistID
}

// event is one thing that happened in the shop.
type event struct {
	at   time.Time
	what string // for the error, should it fail
	do   func() error
}

// when gives a time of day so many days before now.
func (t *teller) when(daysAgo, hour, minute int) time.Time {
	day := t.now.AddDate(0, 0, -daysAgo)
	return time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, day.Location())
}

// day gives the calendar day so many days from now.
func (t *teller) day(fromNow int) models.Day { return models.DayOf(t.now).AddDays(fromNow) }

// logo is the shop's own picture: a wheel above a wave.
//
//go:embed logo.png
var logo []byte

// furnish names the shop and those who work in it and for it.
func (t *teller) furnish() error {
	shop, err := t.store.Shop()
	if err != nil {
		return err
	}
	shop.Name, shop.Address = t.say("Harbour Cycles"), t.say("4 Quay Street\nPorthaven PH1 2AB")
	shop.Phone, shop.Email = "0171 555 0100", t.say("hello@harbourcycles.example")
	shop.Currency, shop.Symbol = t.say("GBP"), t.say("£")
	t.prices = pricesIn(shop.Currency)
	if err := t.store.SaveShop(&shop); err != nil {
		return err
	}
	if err := t.store.SetLogo(logo, "harbour-cycles.png"); err != nil {
		return err
	}
	if err := t.nameSources(); err != nil {
		return err
	}
	for _, name := range []string{"Mike", "Ivy"} {
		m := models.Staff{Name: t.say(name)}
		if err := t.store.SaveStaff(&m); err != nil {
			return err
		}
		t.staff[name] = m.ID
	}
	for _, told := range specialists(t.day) {
		p := t.say.specialist(told)
		if err := t.store.SaveSpecialist(&p); err != nil {
			return err
		}
		t.specialists[told.Name] = p.ID
	}
	return nil
}

// nameSources says the ways people find a shop, which a new file has in English.
func (t *teller) nameSources() error {
	sources, err := t.store.Sources()
	if err != nil {
		return err
	}
	for _, s := range sources {
		name := t.say(s.Name)
		if name == s.Name {
			continue
		}
		s.Name = name
		if err := t.store.SaveSource(&s); err != nil {
			return err
		}
	}
	return nil
}

// tell makes everything happen in the order of time; what lies after now has not happened yet.
func (t *teller) tell(ctx context.Context, report func(done, total int)) error {
	events := slices.Concat(t.habits(), t.passersBy(), t.crowd(), t.writtenDownTwice(), t.missedBefore(), t.adverts(), t.visits(t.story()), t.deeds())
	slices.SortStableFunc(events, func(a, b event) int { return a.at.Compare(b.at) })
	for i, e := range events {
		if e.at.After(t.now) {
			break
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		report(i, len(events))
		t.clock.now = e.at
		if err := e.do(); err != nil {
			return fmt.Errorf("%s on %s: %w", e.what, e.at.Format(time.DateOnly), err)
		}
	}
	t.clock.now = t.now
	return nil
}

// told is one visit as a story tells it.
type told struct {
	at        time.Time
	who       string // "" for somebody passing by
	by, asked string // names of staff
	spent     models.Money
	extra     string
	note      string
	left      models.HowLeft
	requests  []models.Request
	promised  time.Time // when it was to be ready; zero for nothing promised
	ready     time.Time // zero while it is not
	madeGood  string
	backOn    models.Day // when to get back to them
	why       string
}

func (t *teller) visits(tolds []told) []event {
	events := make([]event, len(tolds))
	for i, v := range tolds {
		events[i] = event{at: v.at, what: "visit of " + v.who, do: func() error { return t.visit(v) }}
	}
	return events
}

// visit logs one visit. Somebody who comes for the first time is added in the same breath, with who sent them.
func (t *teller) visit(v told) error {
	e := &models.VisitEntry{FollowUpOn: v.backOn, FollowUpWhy: t.say.some(v.why), Visit: models.Visit{
		At: models.MomentOf(v.at), ServedBy: t.staff[v.by], AskedFor: t.staff[v.asked], Amount: t.prices.of(v.spent),
		PromisedFor: models.MomentOf(v.promised), ReadyAt: models.MomentOf(v.ready), MadeGood: t.say.some(v.madeGood), Extra: t.say.some(v.extra), Note: t.say.some(v.note), HowLeft: v.left, Requests: t.prices.requests(t.say.requests(v.requests))}}
	id, known := t.people[v.who]
	e.Visit.CustomerID = id
	if v.who != "" && !known {
		p := regular(v.who, t.day)
		c := t.say.customer(p.customer)
		e.NewCustomer, e.BroughtBy = &c, t.referrer(p.broughtBy)
	}
	if err := t.store.SaveVisit(e); err != nil {
		return err
	}
	if v.who != "" {
		t.people[v.who] = e.Visit.CustomerID
	}
	return nil
}

func (t *teller) referrer(name string) models.Referrer {
	return models.Referrer{CustomerID: t.people[name], SpecialistID: t.specialists[name]}
}
