package models

import (
	"context"

	"gorm.io/gorm"
)

// StaffFigures is what is known of one member of staff, to be seen side by side: each figure alone misleads. Who works on
// Saturdays is asked for more often, and who repairs is praised more often than who sells.
type StaffFigures struct {
	Staff
	AskedN    int // completed visits in which somebody asked for them by name
	AskersN   int // customers who did
	PraiseN   int // praise that names them
	FirstN    int // customers whom they served first, so long ago that they can be back by now
	CameBackN int // of those, who came again on another day
	NewN      int // customers whom they served first and who cannot be expected back yet
}

// StaffFigures gives the figures of everybody who works here, or has any, since a day, "" for ever: visits and praise of that day and
// later, and customers who came for the first time then. Somebody can be expected back after the shop's usual gap. Those who work here
// come first, by name. In a large shop that takes a second or two: it reads through a connection of its own, so it may be called from
// another goroutine, and begins anew when somebody saves meanwhile.
func (s *Store) StaffFigures(ctx context.Context, since Day) (figures []StaffFigures, err error) {
	err = s.patiently(ctx, func(ctx context.Context) error {
		return s.beside(ctx, func(db *gorm.DB) (err error) {
			figures, err = s.staffFigures(db, since)
			return err
		})
	})
	return figures, explain(err)
}

func (s *Store) staffFigures(db *gorm.DB, since Day) ([]StaffFigures, error) {
	var staff []Staff
	if err := db.Order(byStaffName).Find(&staff).Error; err != nil {
		return nil, err
	}
	at := make(map[StaffID]*StaffFigures, len(staff))
	all := make([]StaffFigures, len(staff))
	for i, m := range staff {
		all[i].Staff = m
		at[m.ID] = &all[i]
	}
	for _, count := range []func(*gorm.DB, Day, map[StaffID]*StaffFigures) error{countAsked, countPraised, s.countFirst} {
		if err := count(db, since, at); err != nil {
			return nil, err
		}
	}
	kept := all[:0]
	for _, f := range all {
		if !f.Left() || f.AskedN+f.PraiseN+f.FirstN+f.NewN > 0 {
			kept = append(kept, f)
		}
	}
	return kept, nil
}

func countAsked(db *gorm.DB, since Day, at map[StaffID]*StaffFigures) error {
	var rows []struct {
		StaffID   StaffID
		N, People int
	}
	err := db.Raw(`SELECT asked_for AS staff_id, count(*) AS n, count(DISTINCT customer_id) AS people FROM visit INDEXED BY visit_asked
		WHERE asked_for IS NOT NULL AND deleted_at = 0 AND state = 'completed' AND day >= ? GROUP BY asked_for`, since).Scan(&rows).Error
	for _, r := range rows {
		if f := at[r.StaffID]; f != nil {
			f.AskedN, f.AskersN = r.N, r.People
		}
	}
	return err
}

func countPraised(db *gorm.DB, since Day, at map[StaffID]*StaffFigures) error {
	var rows []struct {
		StaffID StaffID
		N       int
	}
	err := db.Raw("SELECT staff_id, count(*) AS n FROM praise WHERE staff_id IS NOT NULL AND deleted_at = 0 AND on_day >= ? GROUP BY staff_id", since).Scan(&rows).Error
	for _, r := range rows {
		if f := at[r.StaffID]; f != nil {
			f.PraiseN = r.N
		}
	}
	return err
}

// countFirst counts the customers by who served them at their first completed visit.
func (s *Store) countFirst(db *gorm.DB, since Day, at map[StaffID]*StaffFigures) error {
	var gap int
	if err := db.Raw("SELECT usual_gap FROM shop").Row().Scan(&gap); err != nil {
		return err
	}
	var from Moment
	if since != "" {
		from = MomentOf(since.In(s.now().Location()))
	}
	var rows []struct {
		StaffID          StaffID
		First, Back, New int
	}
	err := db.Raw(`SELECT v.served_by AS staff_id, count(*) FILTER (WHERE v.day <= @last) AS first, count(*) FILTER (WHERE v.day <= @last AND c.visit_day_n > 1) AS back,
		  count(*) FILTER (WHERE v.day > @last) AS new
		FROM customer c CROSS JOIN visit v ON v.id = (SELECT f.id FROM visit f WHERE f.customer_id = c.id AND f.at = c.first_at AND f.state = 'completed' AND f.deleted_at = 0 ORDER BY f.id LIMIT 1)
		WHERE c.visit_n > 0 AND c.first_at >= @from AND v.served_by IS NOT NULL GROUP BY v.served_by`,
		map[string]any{"last": s.Today().AddDays(-gap), "from": from}).Scan(&rows).Error
	for _, r := range rows {
		if f := at[r.StaffID]; f != nil {
			f.FirstN, f.CameBackN, f.NewN = r.First, r.Back, r.New
		}
	}
	return err
}
