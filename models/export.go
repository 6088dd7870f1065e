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

// CustomerExport hands customers out one by one. It reads through a connection of its own, so it may be used from
// another goroutine; saves go on between two handfuls.
type CustomerExport struct {
	// The most of each that anybody has.
	Phones, Emails, Notes int

	Earlier  bool // an old program counted something of somebody who goes out
	Tags     bool // one of them has a tag
	Archived bool // one of them is in the archive
	Reach    bool // one of them said how they like to be reached
	Invited  bool // one of them was asked to recommend the shop
	Decimals int  // of the shop's currency
	ShopUID  string

	db      *gorm.DB
	pool    *sql.DB
	ids     []CustomerID
	handed  int
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
	e := &CustomerExport{db: db.WithContext(ctx), pool: pool, sources: map[SourceID]string{}}
	if err := e.prepare(pick, s.Today()); err != nil {
		pool.Close()
		return nil, explain(err)
	}
	return e, nil
}

func (e *CustomerExport) prepare(pick Pick, today Day) (err error) {
	if e.ids, err = pick.read(e.db, today); err != nil {
		return err
	}
	var sources []Source
	if err := e.db.Find(&sources).Error; err != nil {
		return err
	}
	for _, source := range sources {
		e.sources[source.ID] = source.Name
	}
	return e.measure(pick, today)
}

// measure finds out which columns those who go out need.
func (e *CustomerExport) measure(pick Pick, today Day) error {
	condition, args := pick.where(today)
	these := "IN (SELECT c.id FROM customer c WHERE " + condition + ")"
	if err := e.db.Raw("SELECT decimals, uid FROM shop").Row().Scan(&e.Decimals, &e.ShopUID); err != nil {
		return err
	}
	for from, into := range map[string]*bool{"earlier k WHERE k.id": &e.Earlier, "customer_tag k WHERE k.customer_id": &e.Tags, "customer k WHERE k.state = 'archived' AND k.id": &e.Archived,
		"customer k WHERE k.reach_by <> '' AND k.id": &e.Reach, "customer k WHERE k.invited_on <> '' AND k.id": &e.Invited} {
		if err := e.db.Raw("SELECT EXISTS (SELECT 1 FROM "+from+" "+these+")", args...).Row().Scan(into); err != nil {
			return err
		}
	}
	const most = "SELECT ifnull(max(n), 0) FROM (SELECT count(*) AS n FROM "
	for from, into := range map[string]*int{"contact k WHERE k.kind = 'phone' AND k.customer_id": &e.Phones, "contact k WHERE k.kind = 'email' AND k.customer_id": &e.Emails, "remember k WHERE k.customer_id": &e.Notes} {
		if err := e.db.Raw(most+from+" "+these+" GROUP BY k.customer_id)", args...).Row().Scan(into); err != nil {
			return err
		}
	}
	return nil
}

// Count is how many customers there are to hand out.
func (e *CustomerExport) Count() int { return len(e.ids) }

// Handed is how many Each has handed out.
func (e *CustomerExport) Handed() int { return e.handed }

// Each hands out one customer after the other, each as they were at one moment. Those who left the book meanwhile are left
// out.
func (e *CustomerExport) Each(each func(CustomerOut) error) error {
	for ids := e.ids; len(ids) > 0; {
		n := min(len(ids), exportChunk)
		people, err := e.handful(ids[:n])
		if err != nil {
			return explain(err)
		}
		for _, c := range people {
			if err := each(c); err != nil {
				return err
			}
			e.handed++
		}
		ids = ids[n:]
	}
	return nil
}

// handful reads some customers with all that is theirs, in one transaction: a save waits for no more than that.
func (e *CustomerExport) handful(ids []CustomerID) (out []CustomerOut, err error) {
	err = e.db.Transaction(func(tx *gorm.DB) error {
		people, err := customersByID(tx, ids)
		if err != nil {
			return err
		}
		brought, err := broughtBy(tx, ids)
		if err != nil {
			return err
		}
		tags, err := tagsOfThese(tx, ids)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if c := people[id]; c != nil && c.DeletedAt == 0 {
				c.Tags = tags[id]
				out = append(out, CustomerOut{Customer: *c, Source: e.sources[c.SourceID], BroughtBy: brought[id]})
			}
		}
		return nil
	}, &sql.TxOptions{ReadOnly: true})
	return out, err
}

// tagsOfThese gives the tags of each of the customers, by name.
func tagsOfThese(tx *gorm.DB, ids []CustomerID) (map[CustomerID][]string, error) {
	var rows []struct {
		CustomerID CustomerID
		Name       string
	}
	err := tx.Raw(`SELECT k.customer_id, t.name FROM customer_tag k JOIN tag t ON t.id = k.tag_id
		WHERE k.customer_id IN (SELECT value FROM json_each(?)) ORDER BY t.name_key`, jsonIDs(ids)).Scan(&rows).Error
	tags := make(map[CustomerID][]string, len(rows))
	for _, row := range rows {
		tags[row.CustomerID] = append(tags[row.CustomerID], row.Name)
	}
	return tags, err
}

// broughtBy gives who sent each of the customers.
func broughtBy(tx *gorm.DB, ids []CustomerID) (map[CustomerID]string, error) {
	var rows []struct {
		RefereeID CustomerID
		Name      string
	}
	err := tx.Raw(`SELECT r.referee_id, CASE WHEN c.id IS NULL THEN p.name ELSE `+nameOf("c")+` END AS name FROM referral_in r
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
