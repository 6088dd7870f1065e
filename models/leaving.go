package models

import (
	"cmp"
	"slices"
)

// LeaveReason is why a customer may try another shop.
type LeaveReason string

// The reasons to leave.
const (
	LeavePromise    LeaveReason = "promise"     // what was promised was not ready in time, and nothing was done about it
	LeaveUnhappy    LeaveReason = "unhappy"     // they left unhappy, and nothing was done about it
	LeaveTurnedAway LeaveReason = "turned_away" // they asked for a thing, got nothing, and were not here since
	LeaveUnthanked  LeaveReason = "unthanked"   // a thank-you is due for two weeks and more
	LeaveDrifting   LeaveReason = "drifting"    // they came again and again, or brought somebody, and are not seen for a while
)

// LeaveReasons are all of them, what is most urgent first.
var LeaveReasons = []LeaveReason{LeavePromise, LeaveUnhappy, LeaveTurnedAway, LeaveUnthanked, LeaveDrifting}

// LeaveStep is what to do next about a reason to leave.
type LeaveStep string

// The next steps.
const (
	StepMakeGood LeaveStep = "make_good" // say sorry, put it right, and note what was done on the visit
	StepOffer    LeaveStep = "offer"     // get back to them with something suitable
	StepThank    LeaveStep = "thank"
	StepGreet    LeaveStep = "greet" // let them hear from the shop
)

// line is the line of Today, and of this list, that is put off with the reason.
func (r LeaveReason) line() SnoozeLine {
	switch r {
	case LeavePromise:
		return SnoozePromise
	case LeaveUnhappy:
		return SnoozeUnhappy
	case LeaveTurnedAway:
		return SnoozeTurnedAway
	case LeaveUnthanked:
		return SnoozeThank
	}
	return SnoozeNotSeen
}

// Step is what to do next about it.
func (r LeaveReason) Step() LeaveStep {
	switch r {
	case LeavePromise, LeaveUnhappy:
		return StepMakeGood
	case LeaveTurnedAway:
		return StepOffer
	case LeaveUnthanked:
		return StepThank
	}
	return StepGreet
}

// LeaveCause is one reason of one customer, with what it rests on.
type LeaveCause struct {
	Reason     LeaveReason
	Day        Day     // since when it is one
	VisitID    VisitID // of a promise, of those who left unhappy and of those turned away
	ThankYouID ThankYouID
	What       string // the thing they did not get, or what to thank for; "" for the others
}

// LeaveRow is a customer with all reasons they have to leave, the most urgent first.
type LeaveRow struct {
	Person
	Causes []LeaveCause
}

// LeaveFilter says which of those with a reason to leave are shown.
type LeaveFilter struct {
	Reason        LeaveReason // "" for any
	Offset, Limit int
}

// LeaveCounts is how many have each reason, and under "" how many there are in all. Whoever has two reasons is counted under both.
type LeaveCounts map[LeaveReason]int

// How far back is looked, and how long a thank-you may be due.
const (
	leaveDays     = 90
	thanksPatient = 14
)

// leaving is everybody with a reason to leave as they were read last, for the list reads them a page at a time: to gather them is a
// twentieth of a second in a large shop.
type leaving struct {
	rows     []LeaveRow // who has a reason that was noted, without names
	drifting []drifter  // who has no other reason than to be drifting away; a large shop has tens of thousands
	counts   LeaveCounts
	read     bool
	at       Moment // when
	version  [2]int64
}

// drifter is somebody who is drifting away, and when they were here last.
type drifter struct {
	id   CustomerID
	last Moment
}

// Leaving gives a page of the customers with a reason to leave, the most urgent first and among those the newest, and how many of
// them there are. A reason that was noted stands for 90 days; one that is put off is not given until its day, and nobody stands there
// twice.
func (s *Store) Leaving(f LeaveFilter) ([]LeaveRow, int, error) {
	if err := s.readLeaving(f.Offset == 0); err != nil {
		return nil, 0, explain(err)
	}
	rows, drifting := s.leaving.because(f.Reason)
	all := len(rows) + len(drifting)
	first := min(max(f.Offset, 0), all)
	end := min(first+max(f.Limit, 0), all)
	page := slices.Clone(rows[min(first, len(rows)):min(end, len(rows))])
	for _, d := range drifting[max(first-len(rows), 0):max(end-len(rows), 0)] {
		page = append(page, LeaveRow{Person: Person{CustomerID: d.id}, Causes: []LeaveCause{s.driftCause(d)}})
	}
	return page, all, explain(s.nameLeaving(page))
}

// because gives those with that reason, or with any where it is "": who has a reason that was noted, and who is only drifting away.
func (l *leaving) because(reason LeaveReason) (rows []LeaveRow, drifting []drifter) {
	if reason == "" {
		return l.rows, l.drifting
	}
	for _, row := range l.rows {
		if row.Has(reason) {
			rows = append(rows, row)
		}
	}
	if reason == LeaveDrifting {
		drifting = l.drifting
	}
	return rows, drifting
}

// LeavingCounts gives how many have each reason.
func (s *Store) LeavingCounts() (LeaveCounts, error) {
	err := s.readLeaving(true)
	return s.leaving.counts, explain(err)
}

// Has tells whether they have that reason.
func (row LeaveRow) Has(reason LeaveReason) bool {
	return slices.ContainsFunc(row.Causes, func(c LeaveCause) bool { return c.Reason == reason })
}

// readLeaving gathers them, unless nothing was changed since they were gathered last; with now it also sees that what time alone
// makes a reason is among them.
func (s *Store) readLeaving(now bool) error {
	version, err := s.fileVersion()
	if err != nil {
		return err
	}
	const minute = 60
	if m := &s.leaving; m.read && m.version == version && (!now || m.at/minute == MomentOf(s.now())/minute) {
		return nil
	}
	byID := map[CustomerID]*LeaveRow{}
	if err := s.leaveCauses(byID); err != nil {
		return err
	}
	fresh := leaving{read: true, at: MomentOf(s.now()), version: version}
	if fresh.drifting, err = s.leaveDrifting(byID); err != nil {
		return err
	}
	fresh.gather(byID)
	s.leaving = fresh
	return nil
}

// gather puts those with a reason that was noted in order, and counts everybody.
func (l *leaving) gather(byID map[CustomerID]*LeaveRow) {
	l.rows = make([]LeaveRow, 0, len(byID))
	l.counts = LeaveCounts{"": len(byID) + len(l.drifting), LeaveDrifting: len(l.drifting)}
	for _, row := range byID {
		slices.SortFunc(row.Causes, LeaveCause.compare)
		l.rows = append(l.rows, *row)
		for _, reason := range LeaveReasons {
			if row.Has(reason) {
				l.counts[reason]++
			}
		}
	}
	slices.SortFunc(l.rows, func(a, b LeaveRow) int {
		return cmp.Or(a.Causes[0].compare(b.Causes[0]), cmp.Compare(a.CustomerID, b.CustomerID))
	})
}

// fileVersion changes whenever this connection or another has changed the file.
func (s *Store) fileVersion() (version [2]int64, err error) {
	if version[0], err = s.othersVersion(); err != nil {
		return version, err
	}
	return version, s.db.Raw("SELECT total_changes()").Row().Scan(&version[1])
}

// compare puts the more urgent first, and the newer among the equally urgent.
func (c LeaveCause) compare(other LeaveCause) int {
	return cmp.Or(cmp.Compare(slices.Index(LeaveReasons, c.Reason), slices.Index(LeaveReasons, other.Reason)), cmp.Compare(other.Day, c.Day),
		cmp.Compare(c.VisitID, other.VisitID), cmp.Compare(c.ThankYouID, other.ThankYouID), cmp.Compare(c.What, other.What))
}
