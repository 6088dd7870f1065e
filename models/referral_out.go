package models

import "gorm.io/gorm"

// ReferralOutState is how far sending somebody to a specialist has come.
type ReferralOutState string

// The states of a referral out.
const (
	ReferralOutDraft     ReferralOutState = "draft"
	ReferralOutSent      ReferralOutState = "sent"
	ReferralOutHeardBack ReferralOutState = "heard_back"
	ReferralOutCancelled ReferralOutState = "cancelled"
)

// Outcome is how it went at the specialist's.
type Outcome string

// The outcomes; OutcomeUnknown until they told us.
const (
	OutcomeUnknown      Outcome = ""
	OutcomeSatisfied    Outcome = "satisfied"
	OutcomeNotSatisfied Outcome = "not_satisfied"
	OutcomeDidNotGo     Outcome = "did_not_go"
)

// ReferralOut is a customer, or a stranger (CustomerID 0), sent to a specialist.
type ReferralOut struct {
	ID            ReferralOutID
	CustomerID    CustomerID
	SpecialistID  SpecialistID
	RequestID     RequestID
	AlternativeID AlternativeID
	Need          string
	Consent       bool // they agreed that we pass on their number
	ConsentOn     Day
	SentOn        Day
	AskOn         Day // when to ask how it went
	Outcome       Outcome
	OutcomeNote   string
	State         ReferralOutState
	CreatedAt     Moment
}

// ReferralOutRow is a referral out as a list shows it.
type ReferralOutRow struct {
	ReferralOut
	Customer   string
	Phone      string
	Specialist string
}

// HeardBack notes how it went at the specialist's, or notes it anew; ErrNotFound where it was cancelled meanwhile.
func (s *Store) HeardBack(id ReferralOutID, outcome Outcome, note string) error {
	switch outcome {
	case OutcomeSatisfied, OutcomeNotSatisfied, OutcomeDidNotGo:
	default:
		return problem("outcome", "choice")
	}
	return s.change(KindReferral|KindSpecialist, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&ReferralOut{}).Where("id = ? AND state <> 'cancelled'", id),
			map[string]any{"state": ReferralOutHeardBack, "outcome": outcome, "outcome_note": someLines(note)})
	})
}

// SnoozeReferralOut moves the day we ask how it went.
func (s *Store) SnoozeReferralOut(id ReferralOutID, day Day) error {
	if day == "" || !day.Valid() {
		return problem("dueOn", "date")
	}
	return s.change(KindReferral, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&ReferralOut{}).Where("id = ? AND state = 'sent' AND ask_on <> ''", id), map[string]any{"ask_on": day})
	})
}

const referralOutRows = `SELECT o.*, p.name AS specialist, ifnull(` +
	`coalesce(nullif(c.name, ''), (SELECT k.value FROM contact k WHERE k.customer_id = c.id ORDER BY k.kind DESC, k.position LIMIT 1)), '') AS customer,
	ifnull((SELECT k.value FROM contact k WHERE k.customer_id = c.id AND k.kind = 'phone' ORDER BY k.position LIMIT 1), '') AS phone
	FROM referral_out o JOIN specialist p ON p.id = o.specialist_id LEFT JOIN customer c ON c.id = o.customer_id AND c.deleted_at = 0 `

// ReferralsOut gives a page of those sent to specialists (to one, where specialist is not 0), newest first, and how many there are in all.
func (s *Store) ReferralsOut(specialist SpecialistID, offset, limit int) ([]ReferralOutRow, int, error) {
	where, args := "o.state <> 'cancelled'", []any{}
	if specialist != 0 {
		where, args = where+" AND o.specialist_id = ?", append(args, specialist)
	}
	var total int
	if err := s.db.Raw("SELECT count(*) FROM referral_out o WHERE "+where, args...).Row().Scan(&total); err != nil {
		return nil, 0, explain(err)
	}
	var rows []ReferralOutRow
	err := s.db.Raw(referralOutRows+"WHERE "+where+" ORDER BY o.sent_on DESC, o.id DESC LIMIT ? OFFSET ?", append(args, limit, offset)...).Scan(&rows).Error
	return rows, total, explain(err)
}
