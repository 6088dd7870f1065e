package models

import "maps"

// ThanksFilter says which thank-yous a list shows.
type ThanksFilter struct {
	Done          bool       // those said, newest first; else those due, oldest first
	Aside         bool       // instead, those put aside that can be owed again, newest first
	Awake         bool       // of those due, only what is not put off; see Snooze
	Printed       bool       // of those due, only what is printed
	Late          bool       // of those due, only what has been for two weeks and more
	Year          int        // of those said; 0 for ever
	Customer      CustomerID // 0: anybody
	Offset, Limit int
}

// ThankYouRow is a thank-you with what is needed to say it.
type ThankYouRow struct {
	ThankYou
	Name    string
	Phone   string
	Email   string
	Address string
	NoPost  bool
	NoPhone bool
	NoEmail bool
	Rung    Rung // "" for a specialist
	By      string

	// For a referral: whom they sent, and how that person is doing.
	RefereeID     CustomerID
	Referee       string
	RefereeVisitN int
	RefereeFirst  Moment
	RefereeLast   Moment
	FirstBought   string // the first thing the referee asked for; "" where none was noted
	NthSent       int    // this is the n-th person they sent who became a customer
}

// ThankYous gives a page of the thank-yous and how many there are in all.
func (s *Store) ThankYous(f ThanksFilter) ([]ThankYouRow, int, error) {
	where, order, args := s.thanksQuery(f)
	var total int
	if err := s.named("SELECT count(*) FROM thank_you t WHERE "+where, args).Row().Scan(&total); err != nil {
		return nil, 0, explain(err)
	}
	if total == 0 {
		return nil, 0, nil
	}
	maps.Copy(args, s.rungArgs())
	var rows []ThankYouRow
	page := " LIMIT " + number(f.Limit) + " OFFSET " + number(f.Offset)
	err := s.db.Raw(thankYouRows(where, order, page), args).Scan(&rows).Error
	return rows, total, explain(err)
}

// thanksQuery gives the condition of the filter, its order and its arguments.
func (s *Store) thanksQuery(f ThanksFilter) (where, order string, args map[string]any) {
	where, order, args = "t.state IN ('owed', 'printed')", "t.since, t.id", map[string]any{}
	if f.Done {
		where, order = "t.state = 'thanked'", "t.thanked_at DESC, t.id DESC"
	}
	if f.Aside {
		where, order = thanksAside, "t.since DESC, t.id DESC"
	}
	if f.Awake {
		where, args["today"] = where+" AND "+awake(SnoozeThank, "t.id"), s.Today()
	}
	if f.Printed {
		where += " AND t.state = 'printed'"
	}
	if f.Late {
		where, args["late"] = where+" AND t.since <= @late", s.Today().AddDays(-thanksPatient)
	}
	if f.Done && f.Year != 0 {
		where += " AND t.thanked_at >= @from AND t.thanked_at < @to"
		args["from"], args["to"] = s.yearSpan(f.Year)
	}
	if f.Customer != 0 {
		where, args["customer"] = where+" AND t.customer_id = @customer", f.Customer
	}
	return where, order, args
}

func thankYouRows(where, order, page string) string {
	contact := func(kind string) string {
		return "ifnull((SELECT k.value FROM contact k WHERE k.customer_id = c.id AND k.kind = '" + kind + "' ORDER BY k.position LIMIT 1), ifnull(p." + kind + ", ''))"
	}
	return `SELECT t.*, CASE WHEN c.id IS NULL THEN ifnull(p.name, '') ELSE ` + nameOf("c") + ` END AS name,
	  ` + contact("phone") + ` AS phone, ` + contact("email") + ` AS email, ifnull(` + postal + `, ifnull(p.address, '')) AS address,
	  ifnull(c.no_post, 0) AS no_post, ifnull(c.no_phone, 0) AS no_phone, ifnull(c.no_email, 0) AS no_email,
	  CASE WHEN c.id IS NULL THEN '' ELSE ` + rungOf + ` END AS rung, ifnull(m.name, '') AS by,
	  r.referee_id, CASE WHEN b.id IS NULL THEN '' ELSE ` + nameOf("b") + ` END AS referee,
	  ifnull(b.visit_n, 0) AS referee_visit_n, ifnull(b.first_at, 0) AS referee_first, ifnull(b.last_at, 0) AS referee_last,
	  ifnull((SELECT i.name FROM visit v JOIN request q ON q.visit_id = v.id JOIN item i ON i.id = q.item_id
	    WHERE v.customer_id = b.id AND v.deleted_at = 0 AND v.state = 'completed' ORDER BY v.at, q.position LIMIT 1), '') AS first_bought,
	  CASE WHEN r.id IS NULL THEN 0 ELSE (SELECT count(*) FROM referral_in n WHERE n.deleted_at = 0 AND n.state = 'approved'
	    AND n.referrer_customer_id = r.referrer_customer_id AND (n.on_day, n.id) <= (r.on_day, r.id)) END AS nth_sent
	FROM (SELECT * FROM thank_you t WHERE ` + where + ` ORDER BY ` + order + page + `) t
	LEFT JOIN customer c ON c.id = t.customer_id
	LEFT JOIN specialist p ON p.id = t.specialist_id
	LEFT JOIN staff m ON m.id = t.thanked_by
	LEFT JOIN referral_in r ON t.cause = 'referral' AND r.id = t.cause_id
	LEFT JOIN customer b ON b.id = r.referee_id
	ORDER BY ` + order
}

// yearSpan gives the first moment of the shop's year and of the one after.
func (s *Store) yearSpan(year int) (from, to Moment) {
	loc := s.now().Location()
	return MomentOf(dayStart(year, loc)), MomentOf(dayStart(year+1, loc))
}
