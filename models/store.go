// Package models is the shop file and all its rules: one SQLite file that holds the customer book, the
// service log and the referral tracker. Nothing above it writes SQL, nothing in it knows a screen exists.
package models

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"gorm.io/gorm"
	sqlite3 "modernc.org/sqlite/lib"
)

// Store is one open shop file. Its methods are called from one goroutine, the window's; only those that
// say so, because they work through a connection of their own, may be called from another.
type Store struct {
	db       *gorm.DB
	path     string
	now      func() time.Time
	create   bool
	hasty    bool                     // changes do not wait for the disk
	held     atomic.Pointer[error]    // what every change is refused with; nil in a store that may be changed
	upgrade  func(from, to int) error // what must go well before an older file is touched
	steps    []string                 // the migrations
	migrate  func(db *gorm.DB) error  // runs them
	onChange func(Kind)
	history  history
	readers  readers
	spare    spare      // reads beside the window
	facts    facts      // of the customers, for filters
	standing *facts     // what answers in their place until they are read anew; nil mostly
	wanted   wantedSums // of what was not there
	things   things     // the names of the items
	leaving  leaving    // those with a reason to leave
	courses  courses    // of everybody who came
	insights insights   // as they were made last
	yearDays yearDays   // what other thresholds are tried with
	kin      kin        // who sent whom
	could    could      // who could bring people
	thanked  thankedWho // thank-yous to those the history was asked for last
}

// Option changes how Open opens.
type Option func(*Store)

// WithClock makes the store take the time, and with it the shop's local day, from now.
func WithClock(now func() time.Time) Option { return func(s *Store) { s.now = now } }

// Create lets Open make the file, and its folder, when there is none.
func Create() Option { return func(s *Store) { s.create = true } }

// Hasty has changes not wait for the disk: for a file that is thrown away where it is not finished. A power cut may leave it
// damaged.
func Hasty() Option { return func(s *Store) { s.hasty = true } }

// WithPause has what gave way to a save begin anew after d, and then each time twice as long. A test does not wait for minutes.
func WithPause(d time.Duration) Option { return func(s *Store) { s.readers.pause = d } }

// BeforeMigrate has upgrade called before a shop file of an older version is brought up to date, with its version
// and the one it will be of: the place for a backup. An error stops the opening, and the file is as it was.
func BeforeMigrate(upgrade func(from, to int) error) Option {
	return func(s *Store) { s.upgrade = upgrade }
}

// Migrating has the opening end with ctx for as long as an older file is as it was, which it is until the first of its
// migrations is kept; whatever becomes of ctx after that, the opening goes through. told is told before each migration,
// and at the end, how many are kept of how many, where Open was called.
func Migrating(ctx context.Context, told func(kept, all int)) Option {
	return func(s *Store) {
		s.migrate = func(db *gorm.DB) error { return migrate(ctx, db, s.steps, told) }
	}
}

// Open opens the shop file at path, brings an older one up to date, and gives it ready for use. A file that
// is missing, is something else, is damaged, or was made by a newer program is a Problem with Field "file".
func Open(path string, opts ...Option) (*Store, error) {
	s := &Store{path: path, now: time.Now, steps: migrations()}
	Migrating(context.Background(), func(int, int) {})(s)
	for _, opt := range opts {
		opt(s)
	}
	if err := s.findFile(); err != nil {
		return nil, notReady(err)
	}
	mode, prepare := "rw", s.prepare
	if s.IsReadOnly() {
		mode, prepare = "ro", s.prepareToLook
	} else if err := setStrangeJournalAside(path); err != nil {
		return nil, notReady(err)
	}
	db, err := connect(path, mode, s.now)
	if err != nil {
		return nil, explainFile(err)
	}
	s.db = db
	if err := s.hurry(); err != nil {
		s.Close()
		return nil, err
	}
	if err := prepare(); err != nil {
		s.Close()
		return nil, notReady(explainFile(orFull(err, path)))
	}
	return s, nil
}

// hurry makes the connection a hasty one, where that was asked for.
func (s *Store) hurry() error {
	if !s.hasty {
		return nil
	}
	return s.db.Exec("PRAGMA synchronous = OFF").Error
}

// notReady gives a full disk the words that fit where nothing was typed yet.
func notReady(err error) error {
	if p, _ := IsProblem(err); p.Key == "file.full" {
		return fmt.Errorf("%w (%w)", problem("file", "file.fullAtOpen"), err)
	}
	return err
}

// findFile makes the file where Create allows it, and says plainly what is wrong with the place otherwise.
func (s *Store) findFile() error {
	info, err := os.Stat(s.path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return problem("file", "file.notShop", "Path", s.path)
	case err == nil && info.Size() == 0 && !s.create:
		return problem("file", "file.notShop", "Path", s.path)
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist) && !s.create:
		return problem("file", "file.missing", "Path", s.path)
	case !s.create:
		return fmt.Errorf("%w (%w)", problem("file", "file.cannotOpen", "Path", s.path), err)
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return cannotWrite(s.path, err)
	}
	// Claimed before SQLite sees it, with the rights of a private book: others on the machine cannot read it.
	f, err := os.OpenFile(s.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return cannotWrite(s.path, err)
	}
	return f.Close()
}

// prepare checks that this is a shop file before the journal's setting could touch it, and brings it up to date.
func (s *Store) prepare() error {
	version, err := identifyUpTo(s.db, len(s.steps))
	if err != nil {
		return err
	}
	if version == 0 && !s.create {
		return problem("file", "file.notShop", "Path", s.path)
	}
	if err := setJournal(s.db); err != nil {
		return err
	}
	if err := s.bringUpToDate(version); err != nil {
		return err
	}
	if err := checkWritable(s.db, s.path); err != nil {
		return err
	}
	return s.history.install(s.db)
}

// bringUpToDate migrates a file of an older version, after what must come before it. A step that fails without another
// reason is the Problem "file.upgradeFailed".
func (s *Store) bringUpToDate(version int) error {
	if version >= len(s.steps) {
		return nil
	}
	if version > 0 && s.upgrade != nil {
		if err := s.upgrade(version, len(s.steps)); err != nil {
			return err
		}
	}
	err := explain(s.migrate(s.db))
	_, told := IsProblem(err)
	if err == nil || told || version == 0 || errors.Is(err, context.Canceled) {
		return err
	}
	return fmt.Errorf("%w (%w)", problem("file", "file.upgradeFailed"), err)
}

// checkWritable begins a change and takes it back, so that a file or folder that only allows reading is told
// of now and not when the first visit is saved. A full disk does not keep the book shut.
func checkWritable(db *gorm.DB, path string) error {
	takeBack := errors.New("only a trial")
	err := transact(db, func(tx *gorm.DB) error {
		if err := tx.Exec("INSERT INTO undoing VALUES (1)").Error; err != nil {
			return err
		}
		return takeBack
	})
	switch sqliteCode(err) {
	case sqlite3.SQLITE_READONLY:
		return err
	case sqlite3.SQLITE_CANTOPEN: // the journal beside the file
		if _, full := IsProblem(orFull(err, path)); full {
			return nil
		}
		return fmt.Errorf("%w (%w)", problem("file", "file.folder"), err)
	}
	return nil
}

// Close closes the file. The store is of no use afterwards.
func (s *Store) Close() error {
	if s.db == nil {
		return nil
	}
	if s.history.last > 0 && !s.IsReadOnly() {
		s.tidy()
	}
	return errors.Join(s.spare.close(), closePool(s.db))
}

// tidy does a part of the search index's housekeeping, about a twentieth of a second of it. What fails or is left
// over is no loss: it is done another day, and the index answers the same without.
func (s *Store) tidy() {
	for _, index := range []string{"customer_fts", "visit_fts"} {
		s.db.Exec("INSERT INTO " + index + " (" + index + ", rank) VALUES ('merge', 200)")
	}
}

// Path is where the file lies.
func (s *Store) Path() string { return s.path }

// Now is the store's clock, in the shop's local time.
func (s *Store) Now() time.Time { return s.now() }

// Today is the shop's calendar day.
func (s *Store) Today() Day { return DayOf(s.now()) }

// OnChange sets the one listener, called after each committed change with the kinds it touched.
func (s *Store) OnChange(listener func(Kind)) { s.onChange = listener }

// change runs write in one transaction with what the activity log says of it, remembers it for Undo, and tells the
// listener of kinds.
func (s *Store) change(kinds Kind, write func(tx *gorm.DB) error) error {
	if s.IsReadOnly() {
		return s.refusal()
	}
	mark, err := s.history.mark(s.db)
	if err != nil {
		return explain(err)
	}
	err = s.write(func(tx *gorm.DB) error {
		if err := write(tx); err != nil {
			return err
		}
		return s.note(tx, &s.history, mark, ByOwner)
	})
	if err != nil {
		return explain(err)
	}
	if err := s.history.record(s.db, mark, kinds); err != nil {
		s.history.loseTrack(err)
	}
	s.changed(kinds)
	return nil
}

// transact runs write in one transaction. A COMMIT that fails because somebody else reads on and on leaves
// SQLite inside the transaction while database/sql believes it over, and no save would succeed any more: so
// whatever failed is rolled back once more, and that there is nothing to roll back is no news.
func transact(db *gorm.DB, write func(tx *gorm.DB) error) error {
	err := db.Transaction(write)
	if err != nil {
		db.Exec("ROLLBACK")
	}
	return err
}

// named runs a query with @named arguments, of which it may use none: gorm would take the map for a value then.
func (s *Store) named(query string, args map[string]any) *gorm.DB {
	if !strings.Contains(query, "@") {
		return s.db.Raw(query)
	}
	return s.db.Raw(query, args)
}

func (s *Store) changed(kinds Kind) {
	s.forgetYearDays(kinds)
	if s.onChange != nil {
		s.onChange(kinds)
	}
}
