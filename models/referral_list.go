package models

// ReferralFilter says which referrals a list shows.
type ReferralFilter struct {
	States        []ReferralState // none: all
	Referrer      CustomerID      // 0: anybody
	Specialist    SpecialistID    // who sent them; 0: anybody
	Offset, Limit int
}

// ReferralRow is a referral in as a list shows it.
type ReferralRow struct {
	ID             ReferralInID
	ReferrerID     CustomerID
	SpecialistID   SpecialistID
	Referrer       string // the name of either
	RefereeID      CustomerID
	Referee        string
	RefereeVisitN  int
	RefereeLastAt  Moment
	RefereeSpent   Money
	OnDay          Day
	Staff          string
	Note           string
	FromBefore     bool
	State          ReferralState
	DeniedReason   string
	ThanksState    ThanksState // "" where no thank-you was made
	ThanksID       ThankYouID
	ThankedChannel Channel
}

// nameOf is what to call the customer of the given alias, as SQL.
func nameOf(alias string) string {
	return `coalesce(nullif(` + alias + `.name, ''), (SELECT k.value FROM contact k WHERE k.customer_id = ` + alias + `.id ORDER BY k.kind DESC, k.position LIMIT 1), '')`
}

// Referrals gives a page of the referrals in, newest first, and how many there are in all.
func (s *Store) Referrals(f ReferralFilter) ([]ReferralRow, int, error) {
	where, args := "r.deleted_at = 0", []any{}
	if len(f.States) > 0 {
		where, args = where+" AND r.state IN ?", append(args, f.States)
	}
	if f.Referrer != 0 {
		where, args = where+" AND r.referrer_customer_id = ?", append(args, f.Referrer)
	}
	if f.Specialist != 0 {
		where, args = where+" AND r.referrer_specialist_id = ?", append(args, f.Specialist)
	}
	var total int
	if err := s.db.Raw("SELECT count(*) FROM referral_in r WHERE "+where, args...).Row().Scan(&total); err != nil {
		return nil, 0, explain(err)
	}
	rows, err := s.referralRows(where, args, f.Offset, f.Limit)
	return rows, total, err
}

// referralRows gives a page of the referrals r for which where holds, newest first.
func (s *Store) referralRows(where string, args []any, offset, limit int) (rows []ReferralRow, err error) {
	err = s.db.Raw(`SELECT r.id, r.referrer_customer_id AS referrer_id, r.referrer_specialist_id AS specialist_id,
		  CASE WHEN r.referrer_specialist_id IS NULL THEN `+nameOf("a")+` ELSE p.name END AS referrer,
		  r.referee_id, `+nameOf("b")+` AS referee, b.visit_n AS referee_visit_n, b.last_at AS referee_last_at, b.spent AS referee_spent,
		  r.on_day, ifnull(m.name, '') AS staff, r.note, r.from_before, r.state, r.denied_reason,
		  ifnull(t.state, '') AS thanks_state, t.id AS thanks_id, ifnull(t.channel, '') AS thanked_channel
		FROM (SELECT * FROM referral_in r WHERE `+where+` ORDER BY r.on_day DESC, r.id DESC LIMIT `+number(limit)+` OFFSET `+number(offset)+`) r
		LEFT JOIN customer a ON a.id = r.referrer_customer_id
		LEFT JOIN specialist p ON p.id = r.referrer_specialist_id
		JOIN customer b ON b.id = r.referee_id
		LEFT JOIN staff m ON m.id = r.staff_id
		LEFT JOIN thank_you t ON t.cause = 'referral' AND t.cause_id = r.id AND t.state <> 'waived'
		  AND t.customer_id IS r.referrer_customer_id AND t.specialist_id IS r.referrer_specialist_id
		ORDER BY r.on_day DESC, r.id DESC`, args...).Scan(&rows).Error
	return rows, explain(err)
}
