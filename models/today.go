package models

import (
	"database/sql"
	"errors"
	"slices"
	"time"
)

// CallCause is why somebody is on today's list to call back.
type CallCause string

// The causes of a call.
const (
	CallFollowUp CallCause = "follow_up" // we promised to get back to them
	CallCameIn   CallCause = "came_in"   // their thing is here
	CallOverdue  CallCause = "overdue"   // their thing should be here by now
	CallAskHow   CallCause = "ask_how"   // we sent them to a specialist: how did it go?
)

// CallRow is one person to get back to today. The ID of its Cause is set.
type CallRow struct {
	Cause      CallCause
	FollowUpID FollowUpID
	WantID     WantID
	ReferralID ReferralOutID
	Person
	DueOn      Day
	What       string // the thing, or why
	Specialist string
	WantState  WantState
	VisitDay   Day    // of the visit it comes from
	Thinking   string // what they were still thinking about then
}

// Today is the page one opens with. Each list may be cut short; the number beside it is of all.
type Today struct {
	Promises  []PromiseRow
	PromiseN  int
	Calls     []CallRow
	CallN     int
	Thanks    []ThankYouRow
	ThanksN   int
	Gives     []ThankYouRow // rewards still to give of thank-yous that were said
	GiveN     int
	Birthdays []GreetRow
	BirthdayN int
	NotSeen   []GreetRow        // a few of them
	NoExtra   []WithoutExtraRow // a few of them
	Reading   bool              // who was not seen is not known yet; see ReadyFilters
	Month     MonthFigures
	Found     []SourceCount
}

// MonthFigures are this month so far, beside last month up to the same day of the month.
type MonthFigures struct {
	Visits       int
	VisitsBefore int // by this day last month
	Unavailable  int // asked for and not there, but for visits that were cancelled
	Rescued      int // of those, an alternative was accepted
}

// SourceCount is how many of this month's new customers came through a source.
type SourceCount struct {
	Name string
	Kind SourceKind
	N    int
}

// TodayRows is how many people each list of Today shows. pageRows is how many rows of it are read, for of some people there is more
// than one, and wholeRows how many where the owner asked for the rest: more than anybody does on a day.
const (
	TodayRows = 8
	pageRows  = TodayRows + 4
	wholeRows = 300
)

// TodayPage gives what to do now and the month at a glance. Of the parts that are to be whole it has the first three hundred,
// of the others the first twelve.
func (s *Store) TodayPage(whole ...TodayPart) (Today, error) {
	page, err := s.todayLists(whole...)
	for _, fill := range []func(*Today) error{s.todayMonth, s.todayFound} {
		if err == nil {
			err = fill(&page)
		}
	}
	return page, explain(err)
}

// todayLists gives the lists of the page alone.
func (s *Store) todayLists(whole ...TodayPart) (page Today, err error) {
	limit := func(part TodayPart) int {
		if slices.Contains(whole, part) {
			return wholeRows
		}
		return pageRows
	}
	fills := []func() error{
		func() (err error) {
			page.Promises, page.PromiseN, err = upTo(limit(TodayPromise), s.todayPromises, s.countPromises)
			return err
		},
		func() (err error) {
			page.Calls, page.CallN, err = upTo(limit(TodayCall), s.calls, s.countCalls)
			return err
		},
		func() (err error) {
			page.Thanks, page.ThanksN, err = s.ThankYous(ThanksFilter{Awake: true, Limit: limit(TodayThank)})
			return err
		},
		func() (err error) {
			page.Gives, page.GiveN, err = s.ThankYous(ThanksFilter{ToGive: true, Said: true, Awake: true, Limit: limit(TodayGive)})
			return err
		},
		func() (err error) {
			page.Birthdays, page.BirthdayN, err = upTo(limit(TodayBirthday), s.birthdays, s.countBirthdays)
			return err
		},
		func() (err error) { page.NotSeen, page.Reading, err = s.notSeen(notSeenRows); return err },
		func() (err error) { page.NoExtra, err = s.WithoutExtra(noExtraRows); return err },
	}
	for _, fill := range fills {
		if err := fill(); err != nil {
			return page, err
		}
	}
	return page, nil
}

// upTo gives the first rows and how many there are, which is only counted where there are more.
func upTo[T any](limit int, first func(int) ([]T, error), count func() (int, error)) (rows []T, n int, err error) {
	rows, err = first(limit)
	if err != nil || len(rows) < limit {
		return rows, len(rows), err
	}
	n, err = count()
	return rows, n, err
}

// Whom to get back to by @today: what we promised, what came in or should have, and how it went elsewhere.
const (
	followUpsDue = "FROM follow_up f WHERE f.state = 'open' AND f.due_on <= @today"
	answersDue   = "FROM referral_out o WHERE o.state = 'sent' AND o.customer_id IS NOT NULL AND o.ask_on > '' AND o.ask_on <= @today"
)

var wantsDue = `FROM want w WHERE (w.state = 'ready' AND w.due_on <= @today)
	  OR (w.state IN ('requested', 'ordered') AND w.due_on <> '' AND w.due_on <= @today AND ` + awake(SnoozeOverdue, "w.id") + ")"

// callsDueN counts them, callsDue names them.
var (
	callsDueN = "(SELECT count(*) " + followUpsDue + ") + (SELECT count(*) " + wantsDue + ") + (SELECT count(*) " + answersDue + ")"
	callsDue  = `
	SELECT 'follow_up' AS cause, f.id AS follow_up_id, NULL AS want_id, NULL AS referral_id, f.customer_id, f.due_on, f.why,
	  NULL AS item_id, NULL AS specialist_id, '' AS want_state, f.visit_id, NULL AS request_id ` + followUpsDue + `
	UNION ALL
	SELECT iif(w.state = 'ready', 'came_in', 'overdue'), NULL, w.id, NULL, w.customer_id, w.due_on, '', w.item_id, NULL, w.state, NULL, w.request_id ` + wantsDue + `
	UNION ALL
	SELECT 'ask_how', NULL, NULL, o.id, o.customer_id, o.ask_on, o.need, NULL, o.specialist_id, '', NULL, o.request_id ` + answersDue
)

func (s *Store) countCalls() (n int, err error) {
	err = s.db.Raw("SELECT "+callsDueN, map[string]any{"today": s.Today()}).Row().Scan(&n)
	return n, err
}

// Calls gives everybody to get back to today: what came in first, then the oldest promise.
func (s *Store) Calls() ([]CallRow, error) {
	rows, err := s.calls(-1)
	return rows, explain(err)
}

// calls gives the first of those to get back to today; -1 gives all.
func (s *Store) calls(limit int) (rows []CallRow, err error) {
	due := "(" + callsDue + ")"
	if limit >= 0 { // all else is looked up for so many only
		due = "(SELECT * FROM " + due + " ORDER BY cause <> 'came_in', due_on LIMIT " + number(limit) + ")"
	}
	err = s.each(func(r *sql.Rows) error {
		var c CallRow
		err := r.Scan(c.into(&c.Cause, &c.FollowUpID, &c.WantID, &c.ReferralID, &c.DueOn, &c.WantState, &c.What, &c.Specialist, &c.VisitDay, &c.Thinking)...)
		rows = append(rows, c)
		return err
	}, `SELECT `+personColumns+`, d.cause, ifnull(d.follow_up_id, 0), ifnull(d.want_id, 0), ifnull(d.referral_id, 0), d.due_on, d.want_state,
		  coalesce(i.name, d.why), ifnull(s.name, ''),
		  coalesce((SELECT v.day FROM visit v WHERE v.id = d.visit_id),
		    (SELECT r.day FROM request r WHERE r.id = d.request_id), ''),
		  ifnull((SELECT coalesce(nullif(a.description, ''), p.name, '') FROM request r JOIN alternative a ON a.request_id = r.id AND a.state = 'thinking'
		    LEFT JOIN specialist p ON p.id = a.specialist_id WHERE r.visit_id = d.visit_id LIMIT 1), '')
		FROM `+due+` d
		JOIN customer c ON c.id = d.customer_id LEFT JOIN item i ON i.id = d.item_id LEFT JOIN specialist s ON s.id = d.specialist_id
		ORDER BY d.cause <> 'came_in', d.due_on`, map[string]any{"today": s.Today()})
	return rows, err
}

func (s *Store) todayMonth(page *Today) error {
	now := s.now()
	first := DayOf(time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, now.Location()))
	lastFirst := DayOf(time.Date(now.Year(), now.Month()-1, 1, 0, 0, 0, 0, now.Location()))
	// The 31st has no counterpart in a shorter month; its last day is as far as it goes.
	sameDay := min(lastFirst.AddDays(now.Day()-1), first.AddDays(-1))
	m := &page.Month
	err := s.db.Raw(`SELECT (SELECT count(*) FROM visit WHERE deleted_at = 0 AND state = 'completed' AND day BETWEEN ? AND ?),
		(SELECT count(*) FROM visit WHERE deleted_at = 0 AND state = 'completed' AND day BETWEEN ? AND ?)`,
		first, s.Today(), lastFirst, sameDay).Row().Scan(&m.Visits, &m.VisitsBefore)
	if err != nil {
		return err
	}
	return s.db.Raw(`SELECT count(*), count(*) FILTER (WHERE r.state IN ('substituted', 'ordered_in', 'referred_out', 'deferred'))
		FROM request r INDEXED BY request_missing WHERE r.day <> '' AND r.reason <> '' AND r.cancelled = 0 AND r.day BETWEEN ? AND ?`, first, s.Today()).
		Row().Scan(&m.Unavailable, &m.Rescued)
}

// todayFound counts this month's new customers by source; one with a referrer came through a friend whatever
// the card says.
func (s *Store) todayFound(page *Today) error {
	now := s.now()
	first := MomentOf(time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, now.Location()))
	return s.db.Raw(`SELECT o.name, o.kind, t.n FROM (
		  SELECT iif(r.id IS NULL, c.source_id, 1) AS source_id, count(*) AS n
		  FROM customer c LEFT JOIN referral_in r ON r.referee_id = c.id AND r.state <> 'denied' AND r.deleted_at = 0
		  WHERE c.deleted_at = 0 AND c.state = 'active' AND c.created_at >= ? GROUP BY 1) t
		JOIN source o ON o.id = t.source_id ORDER BY t.n DESC, o.id LIMIT 6`, first).Scan(&page.Found).Error
}

// SnoozeCall puts a call off until a day. What has a day of its own is moved to it: a follow-up, asking how it went, telling that it
// came in. A thing that should be here by now was promised for its day, which stays.
func (s *Store) SnoozeCall(c CallRow, until Day) error {
	switch c.Cause {
	case CallFollowUp:
		return s.SnoozeFollowUp(c.FollowUpID, until)
	case CallAskHow:
		return s.SnoozeReferralOut(c.ReferralID, until)
	case CallCameIn:
		return s.SetWantDue(c.WantID, until)
	}
	return s.Snooze(SnoozeOverdue, int64(c.WantID), until)
}

// RailCounts are the numbers beside the screens' names.
type RailCounts struct {
	Today  int // things to do today that somebody waits for: all but greeting those not seen for a while
	Thanks int // thank-yous due, but those put off
}

// RailCounts gives the numbers beside the screens' names.
func (s *Store) RailCounts() (n RailCounts, err error) {
	for _, count := range []func() (int, error){s.countPromises, s.countCalls, s.CountToOrder, s.countBirthdays, s.countGives} {
		some, err := count()
		if err != nil {
			return RailCounts{}, explain(err)
		}
		n.Today += some
	}
	err = s.db.Raw(`SELECT count(*) FROM thank_you t WHERE t.state IN ('owed', 'printed') AND `+awake(SnoozeThank, "t.id"),
		map[string]any{"today": s.Today()}).Row().Scan(&n.Thanks)
	birthdays, err2 := s.countBirthdayThanks(0)
	n.Thanks += birthdays
	n.Today += n.Thanks
	return n, explain(errors.Join(err, err2))
}
