package models

import "maps"

// ThanksFilter says which thank-yous a list shows.
type ThanksFilter struct {
	Done          bool        // those said, newest first; else those due, oldest first
	Aside         bool        // instead, those put aside that can be owed again, newest first
	Awake         bool        // of those due, only what is not put off; see Snooze
	Printed       bool        // of those due, only what is printed
	Late          bool        // of those due, only what has been for two weeks and more
	Waiting       int         // of those due, only what has been for so many days and more; 0 for all
	How           Channel     // of those due, only what is given in that way; "" for any
	Cause         ThanksCause // of those due, only what is for that; "" for anything
	ToGive        bool        // instead, rewards that were not given yet, whether or not the thank-you was said, oldest first
	Said          bool        // of those to give, only what comes with a thank-you that was said
	Year          int         // of those said; 0 for ever
	Customer      CustomerID  // 0: anybody
	Who           string      // a part of the name of whoever it is for; "" for anybody
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
	ReachBy ReachBy
	Born    string // their birthday, as Customer has it
	Rung    Rung   // "" for a specialist
	By      string

	// For a referral: whom they sent, and how that person is doing.
	RefereeID     CustomerID
	Referee       string
	RefereeVisitN int
	RefereeFirst  Moment
	RefereeLast   Moment
	FirstBought   string // the first thing the referee asked for; "" where none was noted
	NthSent       int    // this is the n-th person they sent who became a customer

	// Their own words, for what is written to them to begin with: what they praised us with, else what they asked for last.
	TheirWords string
	SaidOn     Day
}

// waysOpen tells how whoever it is for can be reached.
func (t *ThankYouRow) waysOpen() waysOpen {
	return waysOpen{by: t.ReachBy, noPost: t.NoPost, noPhone: t.NoPhone, noEmail: t.NoEmail, phone: t.Phone != "", email: t.Email != ""}
}

// withBirthdays tells whether birthdays that nothing was done about yet are among what the filter shows.
func (f ThanksFilter) withBirthdays() bool {
	return !f.Done && !f.Aside && !f.ToGive && !f.Printed && !f.Late && f.Waiting == 0 && f.Who == "" && (f.Cause == "" || f.Cause == ThanksMilestone)
}

// ThankYous gives a page of the thank-yous and how many there are in all. Where birthdays are thanked for, those of this week come
// before all others that are due.
func (s *Store) ThankYous(f ThanksFilter) ([]ThankYouRow, int, error) {
	var rows []ThankYouRow
	var first int
	if f.withBirthdays() {
		var err error
		if rows, first, err = s.birthdayPage(f); err != nil {
			return nil, 0, explain(err)
		}
	}
	f.Offset, f.Limit = max(f.Offset-first, 0), f.Limit-len(rows)
	others, total, err := s.storedThanks(f)
	return append(rows, others...), first + total, explain(err)
}

// storedThanks gives a page of those that the file has.
func (s *Store) storedThanks(f ThanksFilter) (rows []ThankYouRow, total int, err error) {
	if f.Done && f.Who != "" {
		return s.pastThanks(f)
	}
	where, order, args := s.thanksQuery(f)
	if err := s.named("SELECT count(*) FROM thank_you t WHERE "+where, args).Row().Scan(&total); err != nil {
		return nil, 0, err
	}
	if total == 0 || f.Limit <= 0 {
		return nil, total, nil
	}
	maps.Copy(args, s.rungArgs())
	from := "(SELECT * FROM thank_you t WHERE " + where + " ORDER BY " + order + " LIMIT " + number(f.Limit) + " OFFSET " + number(f.Offset) + ")"
	return rows, total, s.db.Raw(thankYouRows(from, order), args).Scan(&rows).Error
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
	if f.ToGive {
		where = rewardsToGive
	}
	if f.ToGive && f.Said {
		where += " AND +t.state = 'thanked'" // not along all that were ever said
	}
	if f.Awake {
		where, args["today"] = where+" AND "+awake(SnoozeThank, "t.id"), s.Today()
	}
	if f.Printed {
		where += " AND t.state = 'printed'"
	}
	where = s.dueQuery(where, f, args)
	if f.Done && f.Year != 0 {
		where += " AND t.thanked_at >= @from AND t.thanked_at < @to"
		args["from"], args["to"] = s.yearSpan(f.Year)
	}
	where, of := whoQuery(where, f)
	maps.Copy(args, of)
	return where, order, args
}

// dueQuery narrows the condition to how those due are given, what for, and how long they wait; they are few, and read in their order.
func (s *Store) dueQuery(where string, f ThanksFilter, args map[string]any) string {
	waiting := f.Waiting
	if f.Late {
		waiting = max(waiting, thanksPatient)
	}
	if waiting > 0 {
		where, args["waiting"] = where+" AND t.since <= @waiting", s.Today().AddDays(-waiting)
	}
	if f.How != "" {
		where, args["how"] = where+" AND +t.channel = @how", f.How
	}
	if f.Cause != "" {
		where, args["cause"] = where+" AND +t.cause = @cause", f.Cause
	}
	return where
}

// thanksToWho are the thank-yous to whoever has a word of their name that begins as @who: each part along an index.
const thanksToWho = `SELECT k.id FROM (SELECT c.id FROM customer c WHERE c.deleted_at = 0 AND c.state = 'active' AND instr(' ' || c.name_key, ' ' || @who)
	    UNION ALL SELECT c.id FROM customer c WHERE c.deleted_at = 0 AND c.state = 'archived' AND instr(' ' || c.name_key, ' ' || @who)) w
	  CROSS JOIN thank_you k ON k.customer_id = w.id
	UNION ALL SELECT k.id FROM specialist p CROSS JOIN thank_you k ON k.specialist_id = p.id WHERE instr(' ' || p.name_key, ' ' || @who)`

// whoQuery narrows the condition to whom the filter asks for.
func whoQuery(where string, f ThanksFilter) (string, map[string]any) {
	args := map[string]any{}
	if f.Customer != 0 {
		where, args["customer"] = where+" AND t.customer_id = @customer", f.Customer
	}
	if f.Who != "" {
		where, args["who"] = where+" AND t.id IN ("+thanksToWho+")", nameKey(Fold(f.Who))
	}
	return where, args
}

// thankYouRows gives the thank-yous of from, which is called t, with all a row has.
func thankYouRows(from, order string) string {
	contact := func(kind string) string {
		return "ifnull((SELECT k.value FROM contact k WHERE k.customer_id = c.id AND k.kind = '" + kind + "' ORDER BY k.position LIMIT 1), ifnull(p." + kind + ", ''))"
	}
	return `SELECT t.*, CASE WHEN c.id IS NULL THEN ifnull(p.name, '') ELSE ` + nameOf("c") + ` END AS name,
	  ` + contact("phone") + ` AS phone, ` + contact("email") + ` AS email, ifnull(` + postal + `, ifnull(p.address, '')) AS address,
	  ifnull(c.no_post, 0) AS no_post, ifnull(c.no_phone, 0) AS no_phone, ifnull(c.no_email, 0) AS no_email,
	  ifnull(c.reach_by, '') AS reach_by, ifnull(c.birthday, '') AS born, ifnull(h.text, ifnull(w.their_words, '')) AS their_words, ifnull(h.on_day, ifnull(w.day, '')) AS said_on,
	  CASE WHEN c.id IS NULL THEN '' ELSE ` + rungOf + ` END AS rung, ifnull(m.name, '') AS by,
	  r.referee_id, CASE WHEN b.id IS NULL THEN '' ELSE ` + nameOf("b") + ` END AS referee,
	  ifnull(b.visit_n, 0) AS referee_visit_n, ifnull(b.first_at, 0) AS referee_first, ifnull(b.last_at, 0) AS referee_last,
	  ifnull((SELECT i.name FROM visit v JOIN request q ON q.visit_id = v.id JOIN item i ON i.id = q.item_id
	    WHERE v.customer_id = b.id AND v.deleted_at = 0 AND v.state = 'completed' ORDER BY v.at, q.position LIMIT 1), '') AS first_bought,
	  CASE WHEN r.id IS NULL THEN 0 ELSE (SELECT count(*) FROM referral_in n WHERE n.deleted_at = 0 AND n.state = 'approved'
	    AND n.referrer_customer_id = r.referrer_customer_id AND (n.on_day, n.id) <= (r.on_day, r.id)) END AS nth_sent
	FROM ` + from + ` t
	LEFT JOIN customer c ON c.id = t.customer_id
	LEFT JOIN specialist p ON p.id = t.specialist_id
	LEFT JOIN staff m ON m.id = t.thanked_by
	LEFT JOIN referral_in r ON t.cause = 'referral' AND r.id = t.cause_id
	LEFT JOIN customer b ON b.id = r.referee_id
	LEFT JOIN praise h ON h.id = ifnull((SELECT id FROM praise WHERE t.cause = 'praise' AND id = t.cause_id AND deleted_at = 0),
	  (SELECT id FROM praise WHERE customer_id = c.id AND deleted_at = 0 ORDER BY on_day DESC, id DESC LIMIT 1)) AND h.text <> '-'
	LEFT JOIN request w ON h.id IS NULL AND w.id = (SELECT q.id FROM visit v JOIN request q ON q.visit_id = v.id
	  WHERE v.customer_id = c.id AND v.deleted_at = 0 AND v.state = 'completed' AND q.their_words <> '' ORDER BY v.at DESC, q.position LIMIT 1)
	ORDER BY ` + order
}

// yearSpan gives the first moment of the shop's year and of the one after.
func (s *Store) yearSpan(year int) (from, to Moment) {
	loc := s.now().Location()
	return MomentOf(dayStart(year, loc)), MomentOf(dayStart(year+1, loc))
}
