package models

import (
	"database/sql"
	"math"
	"slices"

	"gorm.io/gorm"
)

// notSeenRows is how many of those not seen for a while Today proposes to greet: nobody greets a hundred people on a morning.
// Once one is greeted the next comes up.
const notSeenRows = 5

// notSeen gives the first of those who came again and again and are drifting away, seen last first: they are the easiest to win back.
// Whoever heard from the shop within their usual gap is let be, and so is who is put off. reading is true while the facts that this is
// answered from are not all read; see ReadyFilters.
func (s *Store) notSeen(limit int) (rows []GreetRow, reading bool, err error) {
	m, ready, err := s.factsAtHand()
	if err != nil || !ready {
		return nil, !ready, err
	}
	q, err := s.question(CustomerFilter{})
	if err != nil {
		return nil, false, err
	}
	some := make([]CustomerID, 0, 2*limit)
	greet := func() error {
		found, err := s.notHeard(some, limit-len(rows))
		rows, some = append(rows, found...), some[:0]
		return err
	}
	for _, f := range m.shelves[0][slices.Index(CustomerOrders, OrderSeen)] {
		if f.visitDays < 2 || Activities[max(q.activity(f), 0)] != ActivityDrifting {
			continue
		}
		if some = append(some, f.id); len(some) < cap(some) {
			continue
		}
		if err := greet(); err != nil || len(rows) == limit {
			return rows, false, err
		}
	}
	err = greet()
	return rows, false, err
}

// smallBook is a book that is read within a frame.
const smallBook = 1000

// factsAtHand gives the facts where all of them are read; of a small book they are read at once.
func (s *Store) factsAtHand() (*facts, bool, error) {
	if err := s.renounceFacts(); err != nil {
		return nil, false, err
	}
	if s.standing == nil && s.facts.load.stage != loadedAll {
		var large bool
		err := s.db.Raw("SELECT EXISTS (SELECT 1 FROM customer LIMIT 1 OFFSET " + number(smallBook) + ")").Row().Scan(&large)
		if err != nil || large {
			return nil, false, err
		}
	}
	m, err := s.readyFacts()
	return m, err == nil, err
}

// notHeard gives those of ids, in their order, who are not put off and whom the shop did not call within their usual gap.
func (s *Store) notHeard(ids []CustomerID, limit int) (rows []GreetRow, err error) {
	if len(ids) == 0 || limit <= 0 {
		return nil, nil
	}
	return rows, s.each(func(r *sql.Rows) error {
		var g GreetRow
		err := r.Scan(g.into(&g.LastAt, &g.VisitN, &g.GapDays)...)
		rows = append(rows, g)
		return err
	}, "SELECT "+personColumns+`, c.last_at, c.visit_n, c.gap / 2.0 FROM (SELECT j.key AS place, iif(c.gap_twice > 0, c.gap_twice, 2 * (SELECT usual_gap FROM shop)) AS gap, c.*
		  FROM json_each(@ids) j CROSS JOIN customer c ON c.id = j.value) c
		WHERE `+awake(SnoozeNotSeen, "c.id")+`
		  AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.customer_id = c.id AND f.state = 'done' AND f.done_at > @now - 43200 * c.gap)
		  AND NOT EXISTS (SELECT 1 FROM want w JOIN call k ON k.want_id = w.id WHERE w.customer_id = c.id AND k.at > @now - 43200 * c.gap)
		ORDER BY c.place LIMIT `+number(limit), map[string]any{"ids": jsonIDs(ids), "today": s.Today(), "now": MomentOf(s.now())})
}

// birthdayOver is for how long a birthday that somebody was wished well for is not told again: longer than a week, shorter than a year.
const birthdayOver = 60

// Greeted notes that somebody heard from the shop of its own accord, and why, as a call in their story; the lines of Today that said
// so, birthday and not_seen among them, are put off: the one until it is over, the other for their usual gap. ErrNotFound where they
// are not in the book.
func (s *Store) Greeted(id CustomerID, why string, lines ...SnoozeLine) error {
	return s.change(KindCustomer|KindFollowUp, func(tx *gorm.DB) error {
		if err := somebodyInBook(tx, id); err != nil {
			return err
		}
		now := MomentOf(s.now())
		heard := FollowUp{CustomerID: id, Cause: CauseOther, DueOn: s.Today(), Why: someLines(why), State: FollowUpDone, DoneAt: now, CreatedAt: now}
		if err := tx.Create(&heard).Error; err != nil {
			return err
		}
		for _, line := range lines {
			days := birthdayOver
			if line == SnoozeNotSeen {
				var gap float64
				err := tx.Raw("SELECT iif(gap_twice > 0, gap_twice / 2.0, (SELECT usual_gap FROM shop)) FROM customer WHERE id = ?", id).Row().Scan(&gap)
				if err != nil {
					return err
				}
				days = max(int(math.Ceil(gap)), 1)
			}
			if err := snooze(tx, line, int64(id), s.Today().AddDays(days)); err != nil {
				return err
			}
		}
		return nil
	})
}
