package models

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/glebarez/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
	"gorm.io/gorm/schema"
)

// journalMode is a rollback journal, so that a plain copy of the file is a whole copy.
const journalMode = "truncate"

// setting is a pragma, what it is set to, and how SQLite reads it back.
type setting struct{ name, set, read string }

// pragmas are the other settings of every connection, measured in the design's storage notes: EXTRA so that what
// was acknowledged survives the power cut.
var pragmas = []setting{
	{"busy_timeout", "5000", "5000"},
	{"foreign_keys", "1", "1"},
	{"synchronous", "EXTRA", "3"},
	{"secure_delete", "1", "1"},
	{"trusted_schema", "0", "0"},
	{"cell_size_check", "1", "1"},
	{"recursive_triggers", "1", "1"},
	{"cache_size", "-20000", "-20000"},
	{"temp_store", "MEMORY", "2"},
}

// fileURI gives the path as SQLite takes it in a URI, up to its parameters.
func fileURI(path string) string {
	escaped := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(filepath.ToSlash(path))
	if strings.HasPrefix(escaped, "//") {
		escaped = "//" + escaped // a Windows network path: two slashes alone would begin a host's name
	}
	return "file:" + escaped
}

// dsn gives the data source name of the file with the settings; mode is SQLite's rw, rwc or ro.
func dsn(path, mode string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s?mode=%s&_txlock=immediate", fileURI(path), mode)
	for _, p := range pragmas {
		fmt.Fprintf(&b, "&_pragma=%s(%s)", p.name, p.set)
	}
	return b.String()
}

// connect is the one way to open a connection to a shop file, with every setting as asked; mode is SQLite's rw or ro.
func connect(path, mode string, now func() time.Time) (*gorm.DB, error) {
	holdMemory()
	pool, err := sql.Open(sqlite.DriverName, dsn(path, mode))
	if err != nil {
		return nil, err
	}
	// One connection: the undo triggers live in its temporary schema, and the window's goroutine is its one user.
	pool.SetMaxOpenConns(1)
	db, err := gorm.Open(sqlite.Dialector{Conn: pool}, &gorm.Config{
		NamingStrategy: schema.NamingStrategy{SingularTable: true},
		Logger:         logger.Discard,
		NowFunc:        now, // gorm fills UpdatedAt by itself
	})
	if err != nil {
		pool.Close()
		return nil, err
	}
	if err := checkSettings(db); err != nil {
		pool.Close()
		return nil, err
	}
	return db, nil
}

// apart has work done on a connection of its own to the file at path, in SQLite's mode rw or ro, and closes it: so it
// may be called from another goroutine than the store's. What work runs on db ends when ctx does, and the error is
// ctx's then; every other comes as it is.
func apart(ctx context.Context, path, mode string, now func() time.Time, work func(db *gorm.DB) error) error {
	db, err := connect(path, mode, now)
	if err != nil {
		return err
	}
	defer closePool(db)
	if err = work(db.WithContext(ctx)); err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// writeApart is apart for work that changes the file; a full disk is the Problem "file.full" wherever it shows.
func writeApart(ctx context.Context, path string, now func() time.Time, work func(db *gorm.DB) error) error {
	return orFull(apart(ctx, path, "rw", now, func(db *gorm.DB) error {
		if err := setJournal(db); err != nil {
			return err
		}
		return work(db)
	}), path)
}

// setJournal is for connections that write: of the others it would ask to change the file.
func setJournal(db *gorm.DB) error {
	var journal string
	if err := db.Raw("PRAGMA journal_mode = " + journalMode).Row().Scan(&journal); err != nil {
		return err
	}
	if journal != journalMode {
		return fmt.Errorf("the journal is %q, not %q", journal, journalMode)
	}
	return nil
}

// checkSettings reads every setting back: SQLite ignores a misspelt name without a word.
func checkSettings(db *gorm.DB) error {
	for _, p := range pragmas {
		var got string
		if err := db.Raw("PRAGMA " + p.name).Row().Scan(&got); err != nil {
			return err
		}
		if got != p.read {
			return fmt.Errorf("setting %s is %q, not %q", p.name, got, p.read)
		}
	}
	return nil
}
