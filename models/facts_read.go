package models

import "database/sql"

// factColumns are what scanFact reads of the customer c.
const factColumns = `c.id, c.name_key, c.state = 'archived', c.last_at, c.spent, c.visit_day_n, c.brought_n, c.asked_n, c.praise_n, c.review_n, c.last_day_no, c.loyal_day_no, c.gap_twice,
	ifnull(c.source_id, 0), c.no_post + 2 * c.no_phone + 4 * c.no_email`

func scanFact(rows *sql.Rows) (*fact, error) {
	f := &fact{}
	return f, rows.Scan(f.columns()...)
}

// columns are where factColumns go.
func (f *fact) columns() []any {
	return []any{&f.id, &f.name, &f.archived, &f.lastAt, &f.spent, &f.visitDays, &f.brought, &f.asked, &f.praised, &f.reviews, &f.lastDay, &f.loyalDay, &f.gapTwice, &f.source, &f.no}
}

// each calls do with each row of the query.
func (s *Store) each(do func(rows *sql.Rows) error, query string, args ...any) error {
	rows, err := s.db.Raw(query, args...).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// factsOf reads the facts of those of ids who are in the book or in the archive.
func (s *Store) factsOf(ids []CustomerID) (map[CustomerID]*fact, error) {
	fresh := make(map[CustomerID]*fact, len(ids))
	these := jsonIDs(ids)
	err := s.each(func(rows *sql.Rows) error {
		f, err := scanFact(rows)
		fresh[f.id] = f
		return err
	}, "SELECT "+factColumns+" FROM customer c WHERE c.id IN (SELECT value FROM json_each(?)) AND c.deleted_at = 0 AND c.state IN ('active', 'archived')", these)
	if err != nil {
		return nil, err
	}
	pair := func(put func(f *fact, what int64)) func(rows *sql.Rows) error {
		return func(rows *sql.Rows) error {
			var what int64
			var id CustomerID
			err := rows.Scan(&what, &id)
			if f := fresh[id]; f != nil {
				put(f, what)
			}
			return err
		}
	}
	err = s.each(pair(func(f *fact, tag int64) { f.tags = append(f.tags, TagID(tag)) }),
		"SELECT k.tag_id, k.customer_id FROM customer_tag k WHERE k.customer_id IN (SELECT value FROM json_each(?))", these)
	if err != nil {
		return nil, err
	}
	err = s.each(pair(func(f *fact, has int64) { f.has = uint8(has) }), `SELECT (c.address <> '') + 2 * EXISTS (SELECT 1 FROM contact k WHERE k.customer_id = c.id AND k.kind = 'phone')
		+ 4 * EXISTS (SELECT 1 FROM contact k WHERE k.customer_id = c.id AND k.kind = 'email'), c.id FROM customer c WHERE c.id IN (SELECT value FROM json_each(?))`, these)
	if err != nil {
		return nil, err
	}
	return fresh, s.each(pair(func(f *fact, staff int64) { f.asks = append(f.asks, StaffID(staff)) }),
		"SELECT DISTINCT v.asked_for, v.customer_id FROM visit v WHERE v.customer_id IN (SELECT value FROM json_each(?)) AND v.asked_for IS NOT NULL AND v.deleted_at = 0", these)
}
