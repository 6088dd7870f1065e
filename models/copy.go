package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"gorm.io/gorm"
)

// CopyTo writes a whole, consistent copy of the shop file to path, where there is nothing yet or an empty file,
// while the program goes on working. It reads through a connection of its own, so it may be called from another
// goroutine; it begins anew when somebody saves meanwhile. It gives what Inspect must find in the copy; of a shop file that was saved to
// meanwhile that is ShopUID and Version alone, because nobody knows which of its two states was copied.
// A failed or cancelled copy removes what it wrote, and never what was there before.
func (s *Store) CopyTo(ctx context.Context, path string) (Inspection, error) {
	if err := claimEmpty(path); err != nil {
		return Inspection{}, err
	}
	var source Inspection
	err := s.patiently(ctx, func(ctx context.Context) (err error) {
		if err := emptied(path); err != nil { // of what was copied until somebody saved
			return err
		}
		source, err = s.surveyAndCopy(ctx, path)
		return err
	})
	if err == nil {
		return source, nil
	}
	err = orFull(err, path)
	os.Remove(path)
	os.Remove(path + "-journal")
	if ctx.Err() != nil {
		return Inspection{}, ctx.Err()
	}
	return Inspection{}, explain(err)
}

// emptied makes the copy begun at path an empty file again, without SQLite's journal.
func emptied(path string) error {
	if err := os.Remove(path + "-journal"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Truncate(path, 0)
}

// surveyAndCopy does the two one after the other. A survey that went on reading while another connection copies
// would keep them consistent, and would lock up: a save that waits for the survey to end lets no copy begin.
func (s *Store) surveyAndCopy(ctx context.Context, path string) (source Inspection, err error) {
	err = apart(ctx, s.path, "ro", s.now, func(db *gorm.DB) error {
		var before, after int64
		err := db.Transaction(func(tx *gorm.DB) (err error) {
			if source, err = survey(tx); err != nil {
				return err
			}
			return dataVersion(tx, &before)
		}, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			return err
		}
		if err := db.Exec("VACUUM INTO ?", path).Error; err != nil {
			return err
		}
		// A file too busy to be asked was saved to as well.
		if err := dataVersion(db, &after); err != nil || before != after {
			source = Inspection{ShopUID: source.ShopUID, Version: source.Version}
		}
		return nil
	})
	return source, err
}

// dataVersion reads SQLite's number for what the file holds, which changes when another connection saves.
func dataVersion(db *gorm.DB, into *int64) error {
	return db.Raw("PRAGMA data_version").Row().Scan(into)
}

// claimEmpty makes the file, for its owner's eyes only, or sees that the one there is empty.
func claimEmpty(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return cannotWrite(path, err)
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

// SaveMark is a state of the shop file as a store knows it.
type SaveMark struct{ own, others int64 }

// SaveMark gives the state the file is in now. It is another one after every save, whoever made it.
func (s *Store) SaveMark() (mark SaveMark, err error) {
	if err := s.db.Raw("SELECT total_changes()").Row().Scan(&mark.own); err != nil {
		return mark, explain(err)
	}
	return mark, explain(dataVersion(s.db, &mark.others))
}
