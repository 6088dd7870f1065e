package models

import (
	"cmp"
	"database/sql"
)

// WantedFilter says which of the wanted things are shown.
type WantedFilter struct {
	Since         Day // those asked for on that day or later; "" for all
	Offset, Limit int
}

// Wanted is what was asked of one thing that was not there, by whatever name of it, since the day of the filter. Whoever asks again
// and again is one person and one sale that was missed; each visit of a stranger is another person.
type Wanted struct {
	ItemID      ItemID
	People      int
	Strangers   int   // of those
	Stake       Money // what they would have paid: of each the most that was noted, unless they took another thing or got this one
	First, Last Day   // the first and the last day it was asked for
}

// WantedRow is a wanted thing as a list shows it.
type WantedRow struct {
	Wanted
	Item string
	Waits
}

// Waits tells of those who wait for a thing or said to be told of it, whenever they asked; see Waiting.
type Waits struct {
	Waiting int // how many
	Since   Day // when the first of them asked
	ToOrder int // of those, it was promised to, and is not ordered yet
	Ordered int // it is ordered for
	Here    int // it came in for
}

// before tells whether a comes first: what more people asked for, then what more is at stake with, then what was asked for last.
func (a Wanted) before(b Wanted) int {
	return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(b.Stake, a.Stake), cmp.Compare(b.Last, a.Last), cmp.Compare(a.ItemID, b.ItemID))
}

// WantedItems gives a page of the things that were asked for and not there, what most people asked for first, and how many things
// there are. Visits that were cancelled, or taken out of the log, do not count.
func (s *Store) WantedItems(f WantedFilter) ([]WantedRow, int, error) {
	all, err := s.readWanted(f.Since)
	if err != nil || len(all) == 0 {
		return nil, 0, explain(err)
	}
	waits, err := s.waits()
	if err != nil {
		return nil, 0, explain(err)
	}
	first := min(max(f.Offset, 0), len(all))
	page := all[first:min(first+max(f.Limit, 0), len(all))]
	rows, ids := make([]WantedRow, len(page)), make([]ItemID, len(page))
	for i, w := range page {
		rows[i], ids[i] = WantedRow{Wanted: w, Waits: waits[w.ItemID]}, w.ItemID
	}
	names, err := s.itemNames(ids)
	for i := range rows {
		rows[i].Item = names[rows[i].ItemID]
	}
	return rows, len(all), explain(err)
}

// WantedItem gives what a list shows of one thing; with no People where nobody asked for it in vain since the day.
func (s *Store) WantedItem(id ItemID, since Day) (row WantedRow, err error) {
	row.ItemID = id
	asked, err := s.sumWanted(wantedOf, since, []ItemID{id})
	if err != nil {
		return row, explain(err)
	}
	if len(asked) > 0 {
		row.Wanted = asked[0]
	}
	waits, err := s.waits()
	if err != nil {
		return row, explain(err)
	}
	names, err := s.itemNames([]ItemID{id})
	row.Waits, row.Item = waits[id], names[id]
	return row, explain(err)
}

// itemNames gives what the things are called.
func (s *Store) itemNames(ids []ItemID) (map[ItemID]string, error) {
	names := make(map[ItemID]string, len(ids))
	return names, s.each(func(rows *sql.Rows) error {
		var id ItemID
		var name string
		err := rows.Scan(&id, &name)
		names[id] = name
		return err
	}, "SELECT id, name FROM item WHERE id IN (SELECT value FROM json_each(?))", jsonIDs(ids))
}

// waits gives of every thing that anybody waits for how many do. There are never more than a shop can keep in mind.
func (s *Store) waits() (map[ItemID]Waits, error) {
	const open = `SELECT w.item_id, w.alternative_id, w.state FROM want w WHERE w.state IN ('requested', 'ordered', 'ready', 'notified')
		UNION ALL SELECT r.item_id, f.alternative_id, iif(f.came_in = '', '', 'ready')
		FROM follow_up f CROSS JOIN alternative a ON a.id = f.alternative_id AND a.kind = 'later'
		CROSS JOIN request r ON r.id = a.request_id AND r.state = 'deferred' AND r.day <> '' AND r.reason <> '' WHERE f.state = 'open'`
	waits := map[ItemID]Waits{}
	return waits, s.each(func(rows *sql.Rows) error {
		var id ItemID
		var w Waits
		err := rows.Scan(&id, &w.Waiting, &w.Since, &w.ToOrder, &w.Ordered, &w.Here)
		waits[id] = w
		return err
	}, `SELECT o.item_id, count(*), ifnull(min(nullif(r.day, '')), ''), count(*) FILTER (WHERE o.state = 'requested'),
		  count(*) FILTER (WHERE o.state = 'ordered'), count(*) FILTER (WHERE o.state IN ('ready', 'notified'))
		FROM (`+open+`) o LEFT JOIN alternative a ON a.id = o.alternative_id LEFT JOIN request r ON r.id = a.request_id GROUP BY o.item_id`)
}
