package models

import (
	"context"
	"iter"

	"gorm.io/gorm"
)

// ImportChoice says what to do with somebody a file tells of who seems to be in the book already.
type ImportChoice string

// The choices.
const (
	ImportFill ImportChoice = "fill" // keep what the book says, and add what it does not say yet
	ImportAdd  ImportChoice = "add"  // add them as somebody else
	ImportSkip ImportChoice = "skip"
)

// ImportRow is what one row of a file tells of a person.
type ImportRow struct {
	Line       int      // where in the file it begins, from 1
	Customer   Customer // with their tags by name: one that is in the book, whatever its case and accents, or else made; CustomerArchived puts who is added into the archive
	Source     string   // how they found the shop, by name; made where there is none of that name
	ReferredBy string   // who sent them: a name, or the phone number or e-mail of somebody without one
	Problem    error    // why the row cannot be read, where it cannot
	Doubt      error    // a Problem of one part of it, which is kept otherwise
}

// ImportOptions say how to import.
type ImportOptions struct {
	File         string               // the name the import is remembered by
	Known        ImportChoice         // for those who seem to be in the book already; "" is ImportFill, which adds those who are Apart
	Choices      map[int]ImportChoice // by line, where the owner chose otherwise
	AddReferrers bool                 // add who sent somebody and is not in the book; otherwise it is an issue
	Trial        bool                 // store nothing, only tell what would happen
}

// ImportMatch is a row about somebody who seems to be in the book already.
type ImportMatch struct {
	Line    int
	Name    string // as the file calls them
	Called  string // as the book does
	ID      CustomerID
	Earlier int         // the line that told of them first, where they came with this file; their ID is new then
	By      ImportReach // what both have in common
	Born    bool        // they have their birthday in common too
	Apart   ImportApart // where only their name or birthday is: what says that they may be two; they are added by default
	Choice  ImportChoice
}

// Default gives what is done with the row where the owner said nothing of it alone, and known of them all.
func (m ImportMatch) Default(known ImportChoice) ImportChoice {
	if m.Apart != "" && known == ImportFill {
		return ImportAdd // two people made one cannot be told from one another again
	}
	return known
}

// ImportIssue is a row that was not stored, or (Stored) of which a part was not as it stands in the file.
type ImportIssue struct {
	Line    int
	Name    string // as the file calls them; "" where it does not
	Stored  bool
	Problem error // a Problem
}

// ImportResult tells what an import did, or on trial would do.
type ImportResult struct {
	ID                               ImportID // 0 on trial, and where nothing was stored
	Added, Filled, Skipped, Referred int      // people added, filled in, left as they are; referrals
	Matches                          []ImportMatch
	Issues                           []ImportIssue
	Kept                             []ImportIssue // what a row says otherwise than the card it fills in, or on trial may fill in: the card stands
}

// ImportCustomers stores the people of a file in one transaction, all or none: an error that rows gives, or the end of
// ctx, stores nothing. Rows that cannot be stored are told of as issues, and the others are stored all the same. report
// hears after every few hundred rows how many are done.
//
// It writes through a connection of its own, so it may be called from another goroutine, and the window's reads go
// on; a save meanwhile waits and fails. Afterwards the window calls ImportEnded.
func (s *Store) ImportCustomers(ctx context.Context, rows iter.Seq2[ImportRow, error], opts ImportOptions, report func(done int)) (ImportResult, error) {
	var result ImportResult
	err := s.inBulk(ctx, func(tx *gorm.DB) error {
		im, err := s.newImporter(tx, opts)
		if err != nil {
			return err
		}
		if err := im.run(ctx, rows, report); err != nil {
			return err
		}
		result = im.result
		if opts.Trial {
			return errOnlyTrial
		}
		return nil
	})
	if err != nil {
		return ImportResult{}, err
	}
	return result, nil
}

// ImportEnded is the window's part of an import that stored something, and of one taken back: what was done before
// can no longer be undone, because the import may have built on it, and the listener is told.
func (s *Store) ImportEnded() {
	s.history.done, s.history.undone, s.history.newest = nil, nil, 0
	s.changed(KindCustomer | KindReferral | KindSource)
}
