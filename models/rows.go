package models

import (
	"strconv"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// putRow adds the row where it has no id yet, and otherwise changes the one that is there. One that is not there
// any more is ErrNotFound: gorm's own Save would quietly bring it back. live narrows which rows are there.
func putRow[T any](tx *gorm.DB, row *T, id ID[T], live ...any) error {
	if id == 0 {
		return tx.Omit(clause.Associations).Create(row).Error
	}
	q := tx.Model(row).Select("*").Omit(clause.Associations)
	if len(live) > 0 {
		q = q.Where(live[0], live[1:]...)
	}
	return oneRow(q.Updates(row))
}

// keep hands what was worked on back to the owner's form, unless storing it failed.
func keep[T any](form, work *T, err error) error {
	if err == nil {
		*form = *work
	}
	return err
}

// notDeleted is the live of putRow for rows that are hidden by a day of their own.
const notDeleted = "deleted_at = 0"

// updateOne changes the row q names; ErrNotFound where there is none.
func updateOne(q *gorm.DB, values map[string]any) error { return oneRow(q.Updates(values)) }

func oneRow(done *gorm.DB) error {
	if done.Error == nil && done.RowsAffected == 0 {
		return ErrNotFound
	}
	return done.Error
}

// inBook tells by ErrNotFound that a customer is not in the book any more, or in the archive; nobody is no error.
func inBook(tx *gorm.DB, id CustomerID) error {
	if id == 0 {
		return nil
	}
	var found int64
	err := tx.Model(&Customer{}).Where("id = ? AND deleted_at = 0 AND state = 'active'", id).Count(&found).Error
	if err == nil && found == 0 {
		return ErrNotFound
	}
	return err
}

// somebodyInBook is inBook where there must be somebody.
func somebodyInBook(tx *gorm.DB, id CustomerID) error {
	if id == 0 {
		return ErrNotFound
	}
	return inBook(tx, id)
}

// number writes n into a query. SQLite plans anew, for twice the time, when it is handed a LIMIT after it has planned.
func number(n int) string { return strconv.Itoa(n) }
