package models

import (
	"context"

	"gorm.io/gorm"
)

// A draft is what was typed and not saved yet, kept in the shop file so that a power cut does not take it.
// Drafts are no part of the three books: Undo and OnChange leave them out.

// SaveDraft keeps body under name, in place of what was there; in a store opened to look only it keeps nothing.
func (s *Store) SaveDraft(name, body string) error {
	done, err := s.beginToSave(context.Background())
	if err != nil {
		return nil // nobody may save here
	}
	defer done()
	err = s.db.Exec("INSERT INTO draft (name, body, at) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body, at = excluded.at",
		name, body, MomentOf(s.now())).Error
	return explain(orFull(err, s.path))
}

// Draft gives what was kept under name and when; "" where there is nothing.
func (s *Store) Draft(name string) (body string, at Moment, err error) {
	rows, err := s.db.Raw("SELECT body, at FROM draft WHERE name = ?", name).Rows()
	if err != nil {
		return "", 0, explain(err)
	}
	defer rows.Close()
	if rows.Next() {
		err = rows.Scan(&body, &at)
	}
	return body, at, explain(err)
}

// Draft is one that was kept.
type Draft struct {
	Name, Body string
	At         Moment
}

// Drafts gives what was kept under names that begin with prefix, the oldest first.
func (s *Store) Drafts(prefix string) (kept []Draft, err error) {
	err = s.db.Raw("SELECT name, body, at FROM draft WHERE substr(name, 1, length(?1)) = ?1 ORDER BY at, name", prefix).Scan(&kept).Error
	return kept, explain(err)
}

// DropDraft throws away what was kept under name, unless the store was opened to look only.
func (s *Store) DropDraft(name string) error {
	done, err := s.beginToSave(context.Background())
	if err != nil {
		return nil // nobody may save here
	}
	defer done()
	return explain(orFull(dropDraft(s.db, name), s.path))
}

func dropDraft(tx *gorm.DB, name string) error {
	return tx.Exec("DELETE FROM draft WHERE name = ?", name).Error
}
