package models

import (
	"context"

	"gorm.io/gorm"
)

// LogOut is a request as it leaves the log, on paper or in a file.
type LogOut struct {
	LogRow
	TheirWords string
	Understood string
	Spent      Money         // at the whole visit
	Offers     []Alternative `gorm:"-"`
}

// logHandful is how many requests are read together.
const logHandful = 500

// EachRequest hands out those of ids that are in the log, in their order. It works through a connection of its own, so it may be called
// from another goroutine; saves go on between two handfuls, and it ends soon after ctx does.
func (s *Store) EachRequest(ctx context.Context, ids []RequestID, each func(LogOut) error) error {
	for ; len(ids) > 0; ids = ids[min(len(ids), logHandful):] {
		rows, err := s.handful(ctx, ids[:min(len(ids), logHandful)])
		if err != nil {
			return explain(err)
		}
		for _, row := range rows {
			if err := each(row); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Store) handful(ctx context.Context, ids []RequestID) (rows []LogOut, err error) {
	err = s.patiently(ctx, func(ctx context.Context) error {
		return s.beside(ctx, func(db *gorm.DB) error {
			rows = nil
			err := db.Raw(logRow+`, r.their_words, r.understood, v.amount AS spent FROM json_each(?) q CROSS JOIN request r ON r.id = q.value AND r.day <> ''`+
				logRowJoins+" ORDER BY q.key", jsonIDs(ids)).Scan(&rows).Error
			if err != nil {
				return err
			}
			return offersOf(db, rows)
		})
	})
	return rows, err
}

// offersOf fills in what was offered, with its names.
func offersOf(db *gorm.DB, rows []LogOut) error {
	at, ids := map[RequestID]int{}, make([]RequestID, len(rows))
	for i, row := range rows {
		at[row.RequestID], ids[i] = i, row.RequestID
	}
	var offers []struct {
		Alternative
		Item string
		Who  string
	}
	err := db.Raw(`SELECT a.*, ifnull(i.name, '') AS item, ifnull(p.name, '') AS who FROM alternative a LEFT JOIN item i ON i.id = a.item_id
		LEFT JOIN specialist p ON p.id = a.specialist_id WHERE a.request_id IN (SELECT value FROM json_each(?)) ORDER BY a.request_id, a.position`, jsonIDs(ids)).Scan(&offers).Error
	for _, o := range offers {
		a := o.Alternative
		a.Specialist = o.Who
		if a.Kind == AnotherItem {
			a.Description = o.Item
		}
		row := &rows[at[a.RequestID]]
		row.Offers = append(row.Offers, a)
	}
	return err
}
