package models

import (
	"strings"

	"gorm.io/gorm"
)

// MakeGood notes on a visit what was done about a promise that was not kept, or for somebody who left unhappy. From then on it is
// no reason to leave.
func (s *Store) MakeGood(id VisitID, what string) error {
	if strings.TrimSpace(what) == "" {
		return problem("madeGood", "visit.madeGood")
	}
	e, err := s.Visit(id)
	if err != nil {
		return err
	}
	e.Visit.MadeGood = what
	return s.SaveVisit(e)
}

// PutOff leaves a reason of a customer alone until a day.
func (s *Store) PutOff(who CustomerID, cause LeaveCause, until Day) error {
	return s.Snooze(cause.Reason.line(), cause.about(who), until)
}

// CallBack promises to get back to a customer about a reason to leave on a day, which leaves the reason alone until then. why is
// what Today says on that day.
func (s *Store) CallBack(who CustomerID, cause LeaveCause, on Day, why string) error {
	if on == "" || !on.Valid() {
		return problem("dueOn", "date")
	}
	f := FollowUp{CustomerID: who, Cause: CauseOther, DueOn: on, Why: someLines(why), State: FollowUpOpen, CreatedAt: MomentOf(s.now())}
	return s.change(KindFollowUp|snoozeKinds, func(tx *gorm.DB) error {
		if err := somebodyInBook(tx, who); err != nil {
			return err
		}
		if err := tx.Create(&f).Error; err != nil {
			return err
		}
		return snooze(tx, cause.Reason.line(), cause.about(who), on)
	})
}

// about is the row whose line is put off with the cause.
func (c LeaveCause) about(who CustomerID) int64 {
	switch {
	case c.ThankYouID != 0:
		return int64(c.ThankYouID)
	case c.VisitID != 0:
		return int64(c.VisitID)
	}
	return int64(who)
}
