package models

import (
	"context"
	"database/sql"

	"gorm.io/gorm"
)

// CustomerOut is a customer as they leave the book: names stand where the book has numbers of rows.
type CustomerOut struct {
	Customer
	Source    string
	BroughtBy string // the name of who sent them, or how to reach somebody without one; "" for nobody
}

// Pick says which customers go out: those of IDs, in their order, or where there are none a group by name.
type Pick struct {
	IDs []CustomerID
	Set CustomerSet
}

// CustomerExport hands customers out one by one. It reads through a connection of its own, so it may be used from
// another goroutine; saves go on between two handfuls.
type CustomerExport struct {
	// The most of each that anybody has.
	Phones, Emails, Notes int

	db      *gorm.DB
	pool    *sql.DB
	ids     []CustomerID
	sources map[SourceID]string
}

// exportChunk is how many customers are read together.
const exportChunk = 500

// ExportCustomers begins to hand customers out; the caller closes what it gives.
func (s *Store) ExportCustomers(ctx context.Context, pick Pick) (*CustomerExport, error) {
	db, err := connect(s.path, "ro", s.now)
	if err != nil {
		return nil, explain(err)
	}
	pool, err := db.DB()
	if err != nil {
		return nil, err
	}
	e := &CustomerExport{db: db.WithContext(ctx), pool: pool, ids: pick.IDs, sources: map[SourceID]string{}}
	if err := e.prepare(pick); err != nil {
		pool.Close()
		return nil, explain(err)
	}
	return e, nil
}

func (e *CustomerExport) prepare(pick Pick) error {
	if len(pick.IDs) == 0 {
		if err := e.db.Raw("SELECT c.id FROM customer c WHERE " + pick.Set.where() + " ORDER BY c.name_key, c.id").Scan(&e.ids).Error; err != nil {
			return err
		}
	}
	var sources []Source
	if err := e.db.Find(&sources).Error; err != nil {
		return err
	}
	for _, source := range sources {
		e.sources[source.ID] = source.Name
	}
	const most = "SELECT ifnull(max(n), 0) FROM (SELECT count(*) AS n FROM "
	for from, into := range map[string]*int{
		"contact WHERE kind = 'phone'": &e.Phones, "contact WHERE kind = 'email'": &e.Emails, "remember": &e.Notes,
	} {
		if err := e.db.Raw(most + from + " GROUP BY customer_id)").Row().Scan(into); err != nil {
			return err
		}
	}
	return nil
}

// Count is how many customers there are to hand out.
func (e *CustomerExport) Count() int { return len(e.ids) }

// Each hands out one customer after the other. Those who left the book meanwhile are left out.
func (e *CustomerExport) Each(each func(CustomerOut) error) error {
	for ids := e.ids; len(ids) > 0; {
		n := min(len(ids), exportChunk)
		people, err := customersByID(e.db, ids[:n])
		if err != nil {
			return explain(err)
		}
		brought, err := e.broughtBy(ids[:n])
		if err != nil {
			return explain(err)
		}
		for _, id := range ids[:n] {
			c := people[id]
			if c == nil || c.DeletedAt != 0 {
				continue
			}
			if err := each(CustomerOut{Customer: *c, Source: e.sources[c.SourceID], BroughtBy: brought[id]}); err != nil {
				return err
			}
		}
		ids = ids[n:]
	}
	return nil
}

// broughtBy gives who sent each of the customers.
func (e *CustomerExport) broughtBy(ids []CustomerID) (map[CustomerID]string, error) {
	var rows []struct {
		RefereeID CustomerID
		Name      string
	}
	err := e.db.Raw(`SELECT r.referee_id, CASE WHEN c.id IS NULL THEN p.name ELSE `+nameOf("c")+` END AS name FROM referral_in r
		LEFT JOIN customer c ON c.id = r.referrer_customer_id LEFT JOIN specialist p ON p.id = r.referrer_specialist_id
		WHERE r.state <> 'denied' AND r.deleted_at = 0 AND ifnull(c.deleted_at, 0) = 0 AND r.referee_id IN (SELECT value FROM json_each(?))`, jsonIDs(ids)).Scan(&rows).Error
	names := make(map[CustomerID]string, len(rows))
	for _, row := range rows {
		names[row.RefereeID] = row.Name
	}
	return names, err
}

// Close ends the reading.
func (e *CustomerExport) Close() error { return e.pool.Close() }
