package models

import "gorm.io/gorm"

// FollowUpCause is what made us promise to get back to somebody.
type FollowUpCause string

// The causes of a follow-up.
const (
	CauseVisit       FollowUpCause = "visit"
	CauseAlternative FollowUpCause = "alternative"
	CauseOther       FollowUpCause = "other"
)

// FollowUpState says whether a follow-up is still to do. Overdue is derived from its day.
type FollowUpState string

// The states of a follow-up.
const (
	FollowUpOpen    FollowUpState = "open"
	FollowUpDone    FollowUpState = "done"
	FollowUpSkipped FollowUpState = "skipped"
)

// FollowUp is a promise to get back to a customer on a day.
type FollowUp struct {
	ID            FollowUpID
	CustomerID    CustomerID
	Cause         FollowUpCause
	VisitID       VisitID
	AlternativeID AlternativeID
	DueOn         Day
	Why           string
	CameIn        Day // when what they wait for came in; "" while it has not
	State         FollowUpState
	Outcome       string
	DoneAt        Moment
	CreatedAt     Moment
}

// followUpFromVisit keeps the one follow-up a visit asks for itself; without a day it goes.
func (s *Store) followUpFromVisit(tx *gorm.DB, e *VisitEntry) error {
	const own = "visit_id = ? AND cause = 'visit' AND state = 'open'"
	if e.FollowUpOn == "" {
		return tx.Where(own, e.Visit.ID).Delete(&FollowUp{}).Error
	}
	var f FollowUp
	found := tx.Where(own, e.Visit.ID).Limit(1).Find(&f)
	if found.Error != nil {
		return found.Error
	}
	if found.RowsAffected == 0 {
		if err := inBook(tx, e.Visit.CustomerID); err != nil {
			return err
		}
		f = FollowUp{VisitID: e.Visit.ID, Cause: CauseVisit, State: FollowUpOpen, CreatedAt: MomentOf(s.now())}
	}
	f.CustomerID, f.DueOn, f.Why = e.Visit.CustomerID, e.FollowUpOn, someLines(e.FollowUpWhy)
	return tx.Save(&f).Error
}

// SaveFollowUp adds a promise of the owner's own, or changes one that is open. On any error f is as it was.
func (s *Store) SaveFollowUp(f *FollowUp) error {
	work := *f
	work.Why, work.Outcome = someLines(work.Why), someLines(work.Outcome)
	work.State, work.DoneAt = FollowUpOpen, 0
	if work.ID == 0 {
		work.CreatedAt = MomentOf(s.now())
	}
	if work.Cause == "" {
		work.Cause = CauseOther
	}
	switch {
	case work.CustomerID == 0:
		return problem("customer", "customer.neededToTell")
	case work.DueOn == "" || !work.DueOn.Valid():
		return problem("dueOn", "date")
	}
	return keep(f, &work, s.change(KindFollowUp, func(tx *gorm.DB) error {
		if err := inBook(tx, work.CustomerID); err != nil {
			return err
		}
		return putRow(tx, &work, work.ID, "state = 'open'")
	}))
}

// FinishFollowUp notes that we got back to them, and what came of it.
func (s *Store) FinishFollowUp(id FollowUpID, outcome string) error {
	return s.closeFollowUp(id, FollowUpDone, outcome)
}

// SkipFollowUp notes that it is no longer needed.
func (s *Store) SkipFollowUp(id FollowUpID) error { return s.closeFollowUp(id, FollowUpSkipped, "") }

func (s *Store) closeFollowUp(id FollowUpID, state FollowUpState, outcome string) error {
	return s.change(KindFollowUp, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&FollowUp{}).Where("id = ? AND state = 'open'", id),
			map[string]any{"state": state, "outcome": someLines(outcome), "done_at": MomentOf(s.now())})
	})
}

// SnoozeFollowUp moves a follow-up to another day.
func (s *Store) SnoozeFollowUp(id FollowUpID, due Day) error {
	if due == "" || !due.Valid() {
		return problem("dueOn", "date")
	}
	return s.change(KindFollowUp, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&FollowUp{}).Where("id = ? AND state = 'open'", id), map[string]any{"due_on": due})
	})
}
