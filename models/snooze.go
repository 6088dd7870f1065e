package models

import "gorm.io/gorm"

// SnoozeLine is a sort of line on Today that has no day of its own which could be moved.
type SnoozeLine string

// The lines that are put off. What somebody is to be called, asked or told about has a day: see SnoozeFollowUp,
// SnoozeReferralOut and SetWantDue.
const (
	SnoozeNotSeen    SnoozeLine = "not_seen"    // a customer: not here for a while
	SnoozeBirthday   SnoozeLine = "birthday"    // a customer
	SnoozeNoExtra    SnoozeLine = "no_extra"    // a customer: nothing they had not asked for, visit after visit
	SnoozePromise    SnoozeLine = "promise"     // a visit: promised for a time
	SnoozeUnhappy    SnoozeLine = "unhappy"     // a visit: they left unhappy
	SnoozeTurnedAway SnoozeLine = "turned_away" // a visit: they got nothing
	SnoozeOverdue    SnoozeLine = "overdue"     // a want: should be here by now
	SnoozeThank      SnoozeLine = "thank"       // a thank-you
)

// snoozed gives for each line the column of what it is about.
var snoozed = map[SnoozeLine]string{
	SnoozeNotSeen: "customer_id", SnoozeBirthday: "customer_id", SnoozeNoExtra: "customer_id",
	SnoozePromise: "visit_id", SnoozeUnhappy: "visit_id", SnoozeTurnedAway: "visit_id",
	SnoozeOverdue: "want_id", SnoozeThank: "thank_you_id",
}

// Snooze is a line put off: it is shown again on the day Until.
type Snooze struct {
	ID         int64
	Line       SnoozeLine
	CustomerID CustomerID
	VisitID    VisitID
	WantID     WantID
	ThankYouID ThankYouID
	Until      Day
}

// Snooze puts off a line of Today about the row with that ID (a customer's, visit's, want's or thank-you's, as the line has it)
// until a day, in place of a day it was put off to before. ErrNotFound where there is no such row.
func (s *Store) Snooze(line SnoozeLine, id int64, until Day) error {
	switch {
	case snoozed[line] == "":
		return problem("line", "choice")
	case until == "" || !until.Valid():
		return problem("dueOn", "date")
	}
	return s.change(snoozeKinds, func(tx *gorm.DB) error {
		if line == SnoozeThank {
			ids, err := s.noted(tx, []ThankYouID{ThankYouID(id)})
			if err != nil {
				return err
			}
			id = int64(ids[0])
		}
		return snooze(tx, line, id, until)
	})
}

// snoozeKinds are what a line may be about.
const snoozeKinds = KindCustomer | KindVisit | KindWant | KindThankYou

// snooze puts the line off in place of a day it was put off to before.
func snooze(tx *gorm.DB, line SnoozeLine, id int64, until Day) error {
	about := snoozed[line]
	var have Snooze
	found := tx.Where("line = ? AND "+about+" = ?", line, id).Limit(1).Find(&have)
	if found.Error != nil {
		return found.Error
	}
	if found.RowsAffected > 0 {
		return tx.Model(&have).Update("until", until).Error
	}
	return tx.Model(&Snooze{}).Create(map[string]any{"line": line, about: id, "until": until}).Error
}

// awake is the condition that the line about the row is not put off beyond @today.
func awake(line SnoozeLine, id string) string {
	return "NOT EXISTS (SELECT 1 FROM snooze z WHERE z." + snoozed[line] + " = " + id + " AND z.line = '" + string(line) + "' AND z.until > @today)"
}
