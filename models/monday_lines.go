package models

import (
	"database/sql"
	"slices"
)

// mondayNews is for how many days what a friend did here is news.
const mondayNews = 90

// birthdaysUnsaid are those of this week that no thank-you was noted for: where birthdays are thanked for, the others stand in that line.
var birthdaysUnsaid = birthdaysWeek + ` AND NOT EXISTS (SELECT 1 FROM thank_you k
	WHERE k.customer_id = c.id AND k.cause = 'milestone' AND k.milestone = 'birthday' AND k.cause_id = json_extract(@years, '$[' || j.key || ']'))`

// mondayAdvocates gives the first of those who sent somebody, whose friend was here last first: of each the friend who was. Whoever
// heard from the shop within their usual gap is let be, and so is who is put off.
func (s *Store) mondayAdvocates(limit int) (rows []MondayRow, err error) {
	m, err := s.readyFacts()
	if err != nil {
		return nil, err
	}
	since := int64(MomentOf(s.Today().AddDays(-mondayNews).In(s.now().Location())))
	const first = 64
	lately, size := m.shelves[0][slices.Index(CustomerOrders, OrderSeen)], first
	known := map[CustomerID]bool{}
	for len(lately) > 0 && lately[0].lastAt >= since && len(rows) < limit {
		var some []CustomerID
		for len(lately) > 0 && lately[0].lastAt >= since && len(some) < size {
			some, lately = append(some, lately[0].id), lately[1:]
		}
		found, err := s.mondaySenders(some, known)
		if err != nil {
			return nil, err
		}
		rows = append(rows, found...)
		size *= 2 // where hardly anybody was sent, a large book is gone through in a few steps
	}
	return rows[:min(len(rows), limit)], nil
}

// mondaySenders gives those who sent the friends, in the order of these, each once; known are those given already.
func (s *Store) mondaySenders(friends []CustomerID, known map[CustomerID]bool) (rows []MondayRow, err error) {
	var ids []CustomerID
	of := map[CustomerID]*MondayFriend{}
	err = s.each(func(r *sql.Rows) error {
		var id CustomerID
		var last Moment
		f := &MondayFriend{}
		if err := r.Scan(&id, &f.Name, &f.VisitN, &last, &f.Bought); err != nil || known[id] {
			return err
		}
		f.Last = DayOf(last.In(s.now().Location()))
		ids, of[id], known[id] = append(ids, id), f, true
		return nil
	}, `SELECT r.referrer_customer_id, `+nameOf("b")+`, b.visit_n, b.last_at,
		  ifnull((SELECT i.name FROM visit v JOIN request q ON q.visit_id = v.id JOIN item i ON i.id = q.item_id
		    WHERE v.customer_id = b.id AND v.deleted_at = 0 AND v.state = 'completed' ORDER BY v.at, q.position LIMIT 1), '')
		FROM json_each(?) j CROSS JOIN referral_in r ON r.referee_id = j.value AND r.state = 'approved' AND r.deleted_at = 0
		  AND r.referrer_customer_id IS NOT NULL
		CROSS JOIN customer b ON b.id = r.referee_id ORDER BY j.key`, jsonIDs(friends))
	if err != nil {
		return nil, err
	}
	let, err := s.notHeard(ids, len(ids))
	for _, g := range let {
		rows = append(rows, MondayRow{Person: g.Person, Reason: MondayAdvocate, Friend: of[g.CustomerID]})
	}
	return rows, err
}
