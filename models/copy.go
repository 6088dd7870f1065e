package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"gorm.io/gorm"
)

// CopyTo writes a whole, consistent copy of the shop file to path, where there is nothing yet or an empty file,
// while the program goes on working, and gives what the shop file held at that moment, to check the copy against.
// It reads through connections of its own, so it may be called from another goroutine; a save waits for it.
// A failed or cancelled copy removes what it wrote, and never what was there before.
func (s *Store) CopyTo(ctx context.Context, path string) (Inspection, error) {
	if err := claimEmpty(path); err != nil {
		return Inspection{}, err
	}
	var source Inspection
	err := s.reading(ctx, func(db *gorm.DB) error {
		// The transaction keeps writers out, so that what is counted is what is copied.
		return db.Transaction(func(tx *gorm.DB) (err error) {
			if source, err = survey(tx); err != nil {
				return err
			}
			return s.reading(ctx, func(db *gorm.DB) error { return vacuumInto(ctx, db, path) })
		}, &sql.TxOptions{ReadOnly: true})
	})
	if err == nil {
		return source, nil
	}
	os.Remove(path)
	os.Remove(path + "-journal")
	if ctx.Err() != nil {
		return Inspection{}, ctx.Err()
	}
	return Inspection{}, explain(err)
}

// claimEmpty makes the file, for its owner's eyes only, or sees that the one there is empty.
func claimEmpty(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("%w (%w)", problem("file", "file.folder", "Path", path), err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if info.Size() > 0 {
		return fmt.Errorf("copying the shop file: there is something at %s already", path)
	}
	return nil
}

// reading runs read on a connection of its own that cannot write to the shop file.
func (s *Store) reading(ctx context.Context, read func(*gorm.DB) error) error {
	db, err := connect(s.path, "ro", s.now)
	if err != nil {
		return err
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return errors.Join(read(db.WithContext(ctx)), pool.Close())
}

// vacuumInto goes to the driver itself: of all the ways to run it, this one ends when ctx does.
func vacuumInto(ctx context.Context, db *gorm.DB, path string) error {
	pool, err := db.DB()
	if err != nil {
		return err
	}
	_, err = pool.ExecContext(ctx, "VACUUM INTO ?", path)
	return err
}
