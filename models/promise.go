package models

import (
	"cmp"
	"database/sql"
	"slices"
	"time"

	"gorm.io/gorm"
)

// PromiseState is how a visit's promise to have something ready by a time stands.
type PromiseState string

// The states of a promise.
const (
	PromiseNone   PromiseState = ""       // nothing was promised
	PromiseOpen   PromiseState = "open"   // its time is still to come
	PromiseEarly  PromiseState = "early"  // ready on a day before the one that was promised
	PromiseKept   PromiseState = "kept"   // ready in time
	PromiseBroken PromiseState = "broken" // its time has passed, and it was not ready by then
)

// PromiseOf tells how a promise for a time stands at now, in whose place a day is a day; ready is 0 while it is not ready.
// Early is a day or more, as the calendar has it: somebody who may come on another day than they thought notices.
func PromiseOf(promised, ready Moment, now time.Time) PromiseState {
	switch {
	case promised == 0:
		return PromiseNone
	case ready == 0 && MomentOf(now) < promised:
		return PromiseOpen
	case ready == 0 || ready > promised:
		return PromiseBroken
	case DayOf(ready.In(now.Location())) < DayOf(promised.In(now.Location())):
		return PromiseEarly
	}
	return PromiseKept
}

// Promise tells how the visit's promise stands at now.
func (v *Visit) Promise(now time.Time) PromiseState { return PromiseOf(v.PromisedFor, v.ReadyAt, now) }

// PromiseRow is a visit on which something was promised by a time.
type PromiseRow struct {
	VisitID  VisitID
	VisitDay Day
	Person
	PromisedFor Moment
	ReadyAt     Moment
	MadeGood    string // what was done about it where it was not kept
	What        string // the first things they asked for; "" where none was noted
}

// promiseDays is how long a promise that nobody marked as ready is asked about: as long as it is a reason to leave.
const promiseDays = leaveDays

// MarkReady notes that what was promised on a visit is ready since at, now where at is 0. madeGood is what was done about it where
// it was not ready in time; "" leaves what is noted. A time still to come, or before the visit, is a Problem; ErrNotFound where
// nothing was promised.
func (s *Store) MarkReady(id VisitID, at Moment, madeGood string) error {
	now := MomentOf(s.now())
	if at == 0 {
		at = now
	}
	if at < 0 || at > now {
		return problem("readyAt", "promise.ahead")
	}
	set := map[string]any{"ready_at": at}
	if madeGood = someLines(madeGood); madeGood != "" {
		set["made_good"] = madeGood
	}
	return s.change(KindVisit, func(tx *gorm.DB) error {
		var from Moment
		err := tx.Raw("SELECT ifnull((SELECT at FROM visit WHERE id = ? AND "+promises+"), 0)", id).Row().Scan(&from)
		switch {
		case err != nil:
			return err
		case from == 0:
			return ErrNotFound
		case at < from:
			return problem("readyAt", "promise.before")
		}
		return updateOne(tx.Model(&Visit{}).Where("id = ?", id), set)
	})
}

// promises is the condition that something was promised on a visit that stands.
const promises = "promised_for > 0 AND deleted_at = 0 AND state <> 'cancelled'"

// promisedToday is what was promised for today, or before and is not ready; not what is put off.
var promisedToday = `FROM visit v WHERE v.promised_for > 0 AND v.ready_at = 0 AND v.deleted_at = 0 AND v.state <> 'cancelled'
	AND v.promised_for >= @since AND v.promised_for < @tomorrow AND ` + awake(SnoozePromise, "v.id")

// promiseArgs are the arguments of promisedToday.
func (s *Store) promiseArgs() map[string]any {
	loc, today := s.now().Location(), s.Today()
	return map[string]any{"today": today, "since": MomentOf(today.AddDays(-promiseDays).In(loc)), "tomorrow": MomentOf(today.AddDays(1).In(loc))}
}

// countPromises counts what was promised for today or before and is not ready.
func (s *Store) countPromises() (n int, err error) {
	return n, s.db.Raw("SELECT count(*) "+promisedToday, s.promiseArgs()).Row().Scan(&n)
}

// todayPromises gives the first of them: today's as the day goes, which may still be kept, and then those of the days before, the
// newest first.
func (s *Store) todayPromises(limit int) ([]PromiseRow, error) {
	args := s.promiseArgs()
	midnight := MomentOf(s.Today().In(s.now().Location()))
	args["midnight"] = midnight
	rows, err := s.promiseRows("SELECT v.* "+promisedToday+" ORDER BY v.promised_for < @midnight, abs(v.promised_for - @midnight), v.id LIMIT "+number(limit), args)
	slices.SortStableFunc(rows, func(a, b PromiseRow) int {
		switch before, after := a.PromisedFor < midnight, b.PromisedFor < midnight; {
		case before && after:
			return cmp.Compare(b.PromisedFor, a.PromisedFor)
		case before:
			return 1
		case after:
			return -1
		}
		return cmp.Compare(a.PromisedFor, b.PromisedFor)
	})
	return rows, err
}

// promisesShown is how many promises to a customer their card names.
const promisesShown = 20

// promisesOf gives a customer's promises that are open, and of the last months those that were broken with nothing noted of what was
// done about it, the soonest first; and how many promises to them are over, and were kept. Their visits are gone through once, for
// each lies on a page of the file of its own.
func (s *Store) promisesOf(id CustomerID) (rows []PromiseRow, kept, over int, err error) {
	now, since := MomentOf(s.now()), s.promiseArgs()["since"].(Moment)
	var open []VisitID
	err = s.each(func(r *sql.Rows) error {
		var v PromiseRow
		err := r.Scan(&v.VisitID, &v.PromisedFor, &v.ReadyAt, &v.MadeGood)
		if v.ReadyAt > 0 && v.ReadyAt <= v.PromisedFor {
			kept++
		}
		if v.ReadyAt > 0 || v.PromisedFor <= now {
			over++
		}
		if v.PromisedFor >= since && (v.ReadyAt == 0 || v.ReadyAt > v.PromisedFor && v.MadeGood == "") {
			open = append(open, v.VisitID)
		}
		return err
	}, "SELECT id, promised_for, ready_at, made_good FROM visit WHERE customer_id = ? AND "+promises+" ORDER BY promised_for, id", id)
	if err != nil || len(open) == 0 {
		return nil, kept, over, explain(err)
	}
	these := map[string]any{"ids": jsonIDs(open[:min(len(open), promisesShown)])}
	rows, err = s.promiseRows("SELECT v.* FROM visit v WHERE v.id IN (SELECT value FROM json_each(@ids))", these)
	return rows, kept, over, err
}

// promiseRows names the visits that a query gives.
func (s *Store) promiseRows(visits string, args map[string]any) (rows []PromiseRow, err error) {
	err = s.each(func(r *sql.Rows) error {
		var p PromiseRow
		err := r.Scan(p.into(&p.VisitID, &p.VisitDay, &p.PromisedFor, &p.ReadyAt, &p.MadeGood, &p.What)...)
		rows = append(rows, p)
		return err
	}, `SELECT `+personColumns+`, v.id, v.day, v.promised_for, v.ready_at, v.made_good,
		  ifnull((SELECT group_concat(i.name, ', ') FROM (SELECT r.item_id FROM request r WHERE r.visit_id = v.id ORDER BY r.position LIMIT 3) r
		    JOIN item i ON i.id = r.item_id), '')
		FROM (`+visits+`) v LEFT JOIN customer c ON c.id = v.customer_id AND c.deleted_at = 0 ORDER BY v.promised_for, v.id`, args)
	return rows, explain(err)
}
