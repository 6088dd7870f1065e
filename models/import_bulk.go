package models

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"gorm.io/gorm"
)

// errOnlyTrial ends the transaction of a trial; it goes no further than inBulk.
var errOnlyTrial = errors.New("only a trial")

// inBulk runs write in one transaction on a connection of its own. What is changed stays in memory until the commit:
// written out earlier, it would lock the window's reads out for as long as the whole work takes.
func (s *Store) inBulk(ctx context.Context, write func(tx *gorm.DB) error) error {
	done, err := s.beginToSave(ctx)
	if err != nil {
		return err
	}
	defer done()
	err = writeApart(ctx, s.path, s.now, func(db *gorm.DB) error {
		if err := db.Exec("PRAGMA cache_spill = OFF").Error; err != nil {
			return err
		}
		return transact(db, write)
	})
	if errors.Is(err, errOnlyTrial) {
		return nil
	}
	return explain(err)
}

// setAside drops the named triggers and gives the statements that make them again: what they do row by row is done
// at the end in one sweep. FTS5 writes its index out after every statement of a trigger, which takes five times as
// long, and sums counted anew for each row are quadratic.
func setAside(tx *gorm.DB, triggers ...string) (restore func() error, err error) {
	var made []string
	err = tx.Raw("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name IN ?", triggers).Scan(&made).Error
	if err != nil {
		return nil, err
	}
	if len(made) != len(triggers) {
		return nil, fmt.Errorf("%d of the triggers %v are there", len(made), triggers)
	}
	for _, name := range triggers {
		if err := tx.Exec("DROP TRIGGER " + name).Error; err != nil {
			return nil, err
		}
	}
	return func() error {
		for _, statement := range made {
			if err := tx.Exec(statement).Error; err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// batch gathers the rows of one table for one statement. They go to SQLite as a single JSON parameter: the driver
// prepares a statement each time it runs, and the time to bind parameters grows with the square of their number.
type batch struct {
	table, columns string // the columns in the order of add's values, commas between
	rows           [][]any
}

func (b *batch) add(values ...any) { b.rows = append(b.rows, values) }

// flush writes the rows gathered so far.
func (b *batch) flush(tx *gorm.DB) error {
	if len(b.rows) == 0 {
		return nil
	}
	rows, err := asJSON(b.rows)
	if err != nil {
		return err
	}
	values := make([]string, strings.Count(b.columns, ",")+1)
	for i := range values {
		values[i] = fmt.Sprintf("value ->> %d", i)
	}
	b.rows = b.rows[:0]
	return tx.Exec("INSERT INTO "+b.table+" ("+b.columns+") SELECT "+strings.Join(values, ", ")+" FROM json_each(?)", rows).Error
}

// asJSON gives the value as json_each reads it.
func asJSON(value any) (string, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return b.String(), err
}

// jsonIDs gives ids for "IN (SELECT value FROM json_each(?))", however many.
func jsonIDs[T any](ids []ID[T]) string {
	text, err := json.Marshal(ids)
	if err != nil {
		panic(err) // numbers
	}
	return string(text)
}
