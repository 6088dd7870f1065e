package models

import (
	"encoding/binary"
	"errors"
	"io"
	"os"
)

// journalSuffix and asideSuffix are added to the name of the shop file, for SQLite's journal beside it and for one
// that was not its own.
const (
	journalSuffix = "-journal"
	asideSuffix   = "-journal-of-another-time"
)

// JournalAside is where a journal of another time is set aside, of the shop file at path. It holds pages of that time.
func JournalAside(path string) string { return path + asideSuffix }

// setStrangeJournalAside renames a journal that belongs to another state of the file. After a power cut SQLite plays
// the journal back over the file without asking whether it is the same one; where somebody has laid a backup, or a
// copy from elsewhere, over the file meanwhile, it would overwrite pages of that with those of long ago, often
// without a trace. A file that stays as it lies is the better one: the checks tell whether it is whole. A folder that
// does not allow it is the Problem "file.folder".
func setStrangeJournalAside(path string) error {
	info, err := os.Stat(path + journalSuffix)
	if err != nil || info.Size() == 0 {
		return nil // none, or the empty one of a shop that was closed
	}
	strange, err := hasStrangeJournal(path)
	if err != nil || !strange {
		return nil // what cannot be read or understood is SQLite's to judge
	}
	if err := os.Rename(path+journalSuffix, JournalAside(path)); err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

// hasStrangeJournal compares the change counters. The journal holds the first page as it was before its change, with
// a counter that each change raises by one: the file has that counter, or the next one if the change came so far.
// A program that is saving right now moves both, so a file that changes while the journal is read is not judged.
func hasStrangeJournal(path string) (bool, error) {
	before, err := headOf(path)
	if err != nil {
		return false, err
	}
	journal, err := os.Open(path + journalSuffix)
	if err != nil {
		return false, err
	}
	defer journal.Close()
	then, changed, err := journalHead(journal)
	if err != nil {
		return false, err
	}
	now, err := headOf(path)
	if err != nil || before != now {
		return false, err
	}
	if !changed {
		return now.pages != then.pages, nil
	}
	return now.counter != then.counter && now.counter != then.counter+1, nil
}

// head is what tells one state of a shop file from another.
type head struct {
	counter uint32 // of changes
	pages   int64
}

func headOf(path string) (h head, err error) {
	file, err := os.Open(path)
	if err != nil {
		return h, err
	}
	defer file.Close()
	var start [headerSize]byte
	if _, err := io.ReadFull(file, start[:]); err != nil {
		return h, err
	}
	info, err := file.Stat()
	if err != nil {
		return h, err
	}
	size := int64(binary.BigEndian.Uint16(start[atPageSize:]))
	if size <= 1 {
		size = 65536 // which two bytes cannot hold
	}
	return head{counter: binary.BigEndian.Uint32(start[atChangeCounter:]), pages: info.Size() / size}, nil
}

// Where the numbers lie in a journal's header (sqlite.org/fileformat.html, 3).
const (
	journalMagic   = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
	atRecords      = 8
	atInitialPages = 16
	atSectorSize   = 20
	atJournalPage  = 24
	journalHeader  = 28
)

// errNoJournal is a journal that is none, of a file that was being made, or without the file's first page in its first
// part.
var errNoJournal = errors.New("the journal does not tell")

// journalHead gives the state of the file before the change that the journal belongs to. Where the journal's records
// were not safe on the disk yet, nothing in the file was changed, and of the state it tells the pages alone.
func journalHead(journal *os.File) (then head, changed bool, err error) {
	var start [journalHeader]byte
	if _, err := io.ReadFull(journal, start[:]); err != nil {
		return then, false, err
	}
	if string(start[:len(journalMagic)]) != journalMagic {
		return then, false, errNoJournal
	}
	number := func(at int) int64 { return int64(binary.BigEndian.Uint32(start[at:])) }
	then.pages = number(atInitialPages)
	// A file that was being made had nothing to keep, and no state before. More than 65536 has no page.
	if then.pages == 0 || number(atJournalPage) > 65536 {
		return then, false, errNoJournal
	}
	page := make([]byte, 4+number(atJournalPage)+4) // its number, what was in it, a checksum
	for record := range number(atRecords) {
		if _, err := journal.ReadAt(page, number(atSectorSize)+record*int64(len(page))); err != nil {
			return then, true, err
		}
		if binary.BigEndian.Uint32(page) == 1 {
			then.counter = binary.BigEndian.Uint32(page[4+atChangeCounter:])
			return then, true, nil
		}
	}
	if number(atRecords) > 0 {
		err = errNoJournal
	}
	return then, false, err
}
