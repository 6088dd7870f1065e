package models

import (
	"fmt"

	"gorm.io/gorm"
)

// Steps gives the migrations.
func Steps() []string { return migrations() }

// Migrate runs other migrations than the program's own.
func (s *Store) Migrate(steps []string) error { return explain(migrate(s.db, steps)) }

// BoundPages lets the file have no more than so many pages, or as many as it has.
func (s *Store) BoundPages(pages int) error {
	return s.db.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages)).Error
}

// Watch calls seen with every query the store reads with from now on, as gorm hands it to SQLite.
func (s *Store) Watch(seen func(query string, args []any)) error {
	look := func(db *gorm.DB) { seen(db.Statement.SQL.String(), db.Statement.Vars) }
	if err := s.db.Callback().Query().After("gorm:query").Register("watch", look); err != nil {
		return err
	}
	return s.db.Callback().Row().After("gorm:row").Register("watch", look)
}

// UndoTables are the tables whose rows Undo puts back.
func UndoTables() []string { return undoTables }
