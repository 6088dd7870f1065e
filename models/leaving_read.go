package models

import (
	"database/sql"
	"slices"
)

// leaveSQL finds the reasons that rest on something that was noted.
var leaveSQL = `SELECT l.* FROM (
	SELECT v.customer_id, 'promise' AS reason, v.day, v.id AS visit_id, 0 AS thank_you_id, '' AS what FROM visit v
	  WHERE v.promised_for > 0 AND v.promised_for BETWEEN @sinceAt AND @now AND v.deleted_at = 0 AND v.state <> 'cancelled' AND v.made_good = ''
	  AND (v.ready_at = 0 OR v.ready_at > v.promised_for) AND ` + awake(SnoozePromise, "v.id") + `
	UNION ALL SELECT v.customer_id, 'unhappy', v.day, v.id, 0, '' FROM visit v
	  WHERE v.how_left = 'unhappy' AND v.at >= @sinceAt AND v.deleted_at = 0 AND v.state <> 'cancelled' AND v.made_good = '' AND ` + awake(SnoozeUnhappy, "v.id") + `
	UNION ALL SELECT r.asker, 'turned_away', r.day, r.visit_id, 0, i.name FROM request r INDEXED BY request_missing CROSS JOIN item i ON i.id = r.item_id
	  WHERE r.day >= @since AND r.day <> '' AND r.reason <> '' AND r.cancelled = 0 AND r.state = 'lost' AND r.asker IS NOT NULL
	  AND NOT EXISTS (SELECT 1 FROM visit n WHERE n.customer_id = r.asker AND n.day > r.day AND n.deleted_at = 0 AND n.state <> 'cancelled')
	  AND ` + awake(SnoozeTurnedAway, "r.visit_id") + `
	UNION ALL SELECT t.customer_id, 'unthanked', t.since, 0, t.id, t.talking_point FROM thank_you t
	  WHERE t.state IN ('owed', 'printed') AND t.since <= @patient AND ` + awake(SnoozeThank, "t.id") + `
	) l CROSS JOIN customer c ON c.id = l.customer_id AND c.deleted_at = 0 AND c.state = 'active'`

func (s *Store) leaveCauses(byID map[CustomerID]*LeaveRow) error {
	since := s.Today().AddDays(-leaveDays)
	return s.each(func(rows *sql.Rows) error {
		var id CustomerID
		var cause LeaveCause
		err := rows.Scan(&id, &cause.Reason, &cause.Day, &cause.VisitID, &cause.ThankYouID, &cause.What)
		leaves(byID, id, cause)
		return err
	}, leaveSQL, map[string]any{"since": since, "sinceAt": MomentOf(since.In(s.now().Location())), "now": MomentOf(s.now()), "today": s.Today(),
		"patient": s.Today().AddDays(-thanksPatient)})
}

// leaveDrifting gives those who came on two days or more, or brought somebody, and are drifting away, seen last first: they are the
// easiest to win back. Whoever has another reason too has it added there, in byID, and is not given.
func (s *Store) leaveDrifting(byID map[CustomerID]*LeaveRow) (drifting []drifter, err error) {
	m, err := s.readyFacts()
	if err != nil {
		return nil, err
	}
	q, err := s.question(CustomerFilter{Rungs: []Rung{RungRepeat, RungLoyal, RungAdvocate}, Activities: []Activity{ActivityDrifting}})
	if err != nil {
		return nil, err
	}
	asleep, err := s.letSleep(SnoozeNotSeen)
	if err != nil {
		return nil, err
	}
	for _, f := range m.shelves[0][slices.Index(CustomerOrders, OrderSeen)] {
		if asleep[f.id] || !q.lets(f) {
			continue
		}
		d := drifter{f.id, Moment(f.lastAt)}
		if byID[d.id] != nil {
			leaves(byID, d.id, s.driftCause(d))
			continue
		}
		drifting = append(drifting, d)
	}
	return drifting, nil
}

func (s *Store) driftCause(d drifter) LeaveCause {
	return LeaveCause{Reason: LeaveDrifting, Day: DayOf(d.last.In(s.now().Location()))}
}

// letSleep gives the customers about whom a line is put off.
func (s *Store) letSleep(line SnoozeLine) (map[CustomerID]bool, error) {
	asleep := map[CustomerID]bool{}
	return asleep, s.each(func(rows *sql.Rows) error {
		var id CustomerID
		err := rows.Scan(&id)
		asleep[id] = true
		return err
	}, "SELECT customer_id FROM snooze WHERE line = ? AND until > ?", line, s.Today())
}

func leaves(byID map[CustomerID]*LeaveRow, id CustomerID, cause LeaveCause) {
	if byID[id] == nil {
		byID[id] = &LeaveRow{Person: Person{CustomerID: id}}
	}
	byID[id].Causes = append(byID[id].Causes, cause)
}

// nameLeaving fills in who they are and how to reach them.
func (s *Store) nameLeaving(page []LeaveRow) error {
	ids, at := make([]CustomerID, len(page)), map[CustomerID]int{}
	for i, row := range page {
		ids[i], at[row.CustomerID] = row.CustomerID, i
	}
	return s.each(func(rows *sql.Rows) error {
		var who Person
		err := rows.Scan(who.into()...)
		page[at[who.CustomerID]].Person = who
		return err
	}, "SELECT "+personColumns+" FROM customer c WHERE c.id IN (SELECT value FROM json_each(?))", jsonIDs(ids))
}
