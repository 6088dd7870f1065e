package models

import (
	"context"

	"gorm.io/gorm"
)

// Repair makes sums, counts and the search anew from the rows they follow from: all that a full check calls
// repairable, and nothing else changes. It works in one transaction on a connection of its own, so it may be called
// from another goroutine; a save waits for it. Cancelled or failed, the file is as it was. report may be nil.
func (s *Store) Repair(ctx context.Context, report func(done, total int)) error {
	done, err := s.beginToSave(ctx)
	if err != nil {
		return err
	}
	defer done()
	again := func(tx *gorm.DB) error { return makeAgain(tx, report) }
	return explain(writeApart(ctx, s.path, s.now, func(db *gorm.DB) error { return transact(db, again) }))
}

// makeAgain makes sums, counts and the search anew.
func makeAgain(tx *gorm.DB, report func(done, total int)) error {
	for _, statement := range recounts {
		if err := tx.Exec(statement).Error; err != nil {
			return err
		}
	}
	return rebuildSearch(tx, report)
}

// rebuildSearch makes the search texts and their index anew. The index is made at the end and at once: row by row,
// by its triggers, it takes five times as long.
func rebuildSearch(tx *gorm.DB, report func(done, total int)) error {
	var triggers []struct{ Name, SQL string }
	err := tx.Raw("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('customer_search', 'visit_search')").Scan(&triggers).Error
	if err != nil {
		return err
	}
	for _, t := range triggers {
		if err := tx.Exec("DROP TRIGGER " + t.Name).Error; err != nil {
			return err
		}
	}
	if err := rewriteSearch(tx, report); err != nil {
		return err
	}
	for _, t := range triggers {
		if err := tx.Exec(t.SQL).Error; err != nil {
			return err
		}
	}
	for _, index := range []string{"customer_fts", "visit_fts"} {
		if err := tx.Exec("INSERT INTO " + index + " (" + index + ") VALUES ('rebuild')").Error; err != nil {
			return err
		}
	}
	return nil
}

func rewriteSearch(tx *gorm.DB, report func(done, total int)) error {
	var customers, visits int
	err := tx.Raw("SELECT (SELECT count(*) FROM customer), (SELECT count(*) FROM visit)").Row().Scan(&customers, &visits)
	if err != nil {
		return err
	}
	for _, statement := range []string{"DELETE FROM customer_search", "DELETE FROM visit_search"} {
		if err := tx.Exec(statement).Error; err != nil {
			return err
		}
	}
	count := &counter{total: customers + visits, report: report}
	if err := writeCustomerKeys(tx, count); err != nil {
		return err
	}
	if err := writePraiseKeys(tx); err != nil {
		return err
	}
	return writeVisitKeys(tx, count)
}

// writePraiseKeys makes anew what praise is found by.
func writePraiseKeys(tx *gorm.DB) error {
	var all []Praise
	return tx.Where("deleted_at = 0").FindInBatches(&all, rebuildBatch, func(*gorm.DB, int) error {
		for _, p := range all {
			was := p.TextKey
			if p.tidy(); p.TextKey == was {
				continue
			}
			if err := tx.Exec("UPDATE praise SET text_key = ? WHERE id = ?", p.TextKey, p.ID).Error; err != nil {
				return err
			}
		}
		return nil
	}).Error
}

// counter tells a report how much of a work is done; the report may be nil.
type counter struct {
	done, total int
	report      func(done, total int)
}

func (c *counter) add(n int) {
	c.done += n
	if c.report != nil {
		c.report(min(c.done, c.total), c.total)
	}
}

// rebuildBatch is how many people or visits are read together.
const rebuildBatch = 500

type customerSearch struct {
	ID         CustomerID
	Key, Short string
}

type visitSearch struct {
	ID  VisitID
	Key string
}

func writeCustomerKeys(tx *gorm.DB, count *counter) error {
	for last := CustomerID(0); ; {
		var people []Customer
		err := tx.Preload("Contacts", byPlace).Preload("Remember", byPlace).
			Where("id > ? AND deleted_at = 0 AND state IN ('active', 'archived')", int64(last)).Order("id").Limit(rebuildBatch).Find(&people).Error
		if err != nil || len(people) == 0 {
			return err
		}
		rows := make([]customerSearch, len(people))
		for i := range people {
			sort, key, short := people[i].Keys()
			rows[i] = customerSearch{people[i].ID, key, short}
			if err := tx.Exec("UPDATE customer SET name_key = ? WHERE id = ? AND name_key <> ?", sort, people[i].ID, sort).Error; err != nil {
				return err
			}
		}
		if err := tx.CreateInBatches(rows, 100).Error; err != nil {
			return err
		}
		last = people[len(people)-1].ID
		count.add(len(people))
	}
}

func writeVisitKeys(tx *gorm.DB, count *counter) error {
	for last := VisitID(0); ; {
		var visits []Visit
		err := tx.Preload("Requests", byPlace).Select("id", "note", "extra").
			Where("id > ? AND deleted_at = 0", int64(last)).Order("id").Limit(rebuildBatch).Find(&visits).Error
		if err != nil || len(visits) == 0 {
			return err
		}
		var rows []visitSearch
		for i := range visits {
			if key := visits[i].SearchKey(); key != "" {
				rows = append(rows, visitSearch{visits[i].ID, key})
			}
		}
		if len(rows) > 0 {
			if err := tx.CreateInBatches(rows, 100).Error; err != nil {
				return err
			}
		}
		last = visits[len(visits)-1].ID
		count.add(len(visits))
	}
}

func byPlace(db *gorm.DB) *gorm.DB { return db.Order("position, id") }
