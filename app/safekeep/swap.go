package safekeep

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"goodturn/models"
)

// besides are what SQLite may leave beside a shop file. A shop file that lost its journal is torn, and one that finds
// another's is worse.
var besides = []string{"-journal", "-wal", "-shm"}

// exchange puts the finished file at from in the place of the shop file at target, which nobody has open, and sets the
// present one aside in the same folder under the first of name(1), name(2) and so on that is free. At every moment
// target is one of the two, whole. What fails leaves everything as it was. aside is "" where there was no file. made is a copy of the
// present one made ready, nil for none.
func exchange(ctx context.Context, from, target string, made *Aside, name func(n int) string) (aside string, err error) {
	finishJournal(target)
	var moved []string
	if aside, err = setAside(ctx, target, made, name); err == nil {
		moved, err = moveBesides(ctx, target, aside)
	}
	if err == nil {
		err = rename(ctx, from, target)
	}
	if err != nil {
		return "", errors.Join(err, putBack(ctx, target, aside, moved))
	}
	// Done is done: an error of the two below would call a restored shop file the old one. The folder was synced a
	// moment ago, and only an undo of a file whose journal nothing could finish has any to move.
	_, _ = moveBesides(ctx, from, target)
	_ = syncFolder(filepath.Dir(target))
	return aside, nil
}

// finishJournal lets SQLite end what a killed program left half done, so that the file alone is the whole shop. Of a
// file too damaged for that, the journal is set aside with it.
func finishJournal(target string) {
	if info, err := os.Stat(target + besides[0]); err != nil || info.Size() == 0 {
		return
	}
	if store, err := models.Open(target); err == nil {
		store.Close()
	}
}

// setAside gives the shop file a second name, which takes no time and leaves the first where it is. Where the disk
// knows no second names, as on a stick, a copy is set aside: the one made ready, if there is one.
func setAside(ctx context.Context, target string, made *Aside, name func(n int) string) (aside string, err error) {
	if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	for n := 1; ; n++ {
		aside = filepath.Join(filepath.Dir(target), name(n))
		err = os.Link(target, aside)
		if err == nil {
			return aside, syncFolder(filepath.Dir(target))
		}
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	if made == nil {
		if made, err = CopyShut(ctx, target, nil); err != nil {
			return "", err
		}
		defer made.Discard() // gone already once it has its name
	}
	return made.takeName(ctx, filepath.Dir(target), name)
}

// moveBesides moves what SQLite left beside one file to beside another, and gives the endings of what it moved. What
// is empty is taken away; so is all of it where there is no other file.
func moveBesides(ctx context.Context, from, to string) (moved []string, err error) {
	for _, ending := range besides {
		info, err := os.Lstat(from + ending)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil && info.Size() > 0 && to != "" {
			if err = rename(ctx, from+ending, to+ending); err == nil {
				moved = append(moved, ending)
			}
		} else if err == nil {
			err = os.Remove(from + ending)
		}
		if err != nil {
			return moved, err
		}
	}
	return moved, nil
}

// putBack undoes what an exchange did before it failed: target never left its place.
func putBack(ctx context.Context, target, aside string, moved []string) (err error) {
	for _, ending := range moved {
		err = errors.Join(err, rename(ctx, aside+ending, target+ending))
	}
	if aside != "" && err == nil {
		err = os.Remove(aside)
	}
	return err
}

// asideMarks stand in the names of files that were set aside, one for each language that names them. They are kept here, and not with the
// texts, because a file is known again in whatever language the program speaks by then: none may be changed, or taken away.
var asideMarks = []string{"before restore", "vor dem Wiederherstellen", "avant restauration", "antes de recuperar", "przed przywróceniem", "перед відновленням"}

// IsAside tells by its name whether the file at path was set aside when a backup was restored.
func IsAside(path string) bool { return asideMark(path) != "" }

// asideMark is the mark in the name of a file that was set aside; "" in any other. Some systems write accents in another way than they are
// given.
func asideMark(path string) string {
	name := models.Fold(filepath.Base(path))
	for _, mark := range asideMarks {
		if strings.Contains(name, " "+models.Fold(mark)) {
			return mark
		}
	}
	return ""
}

// asideName is the name with a mark under which a shop's present file is set aside for the n-th time in one minute. What is none of the marks
// would not be known again, so that the first stands in for it.
func asideName(shop, mark string, now time.Time) func(n int) string {
	if !slices.Contains(asideMarks, mark) {
		mark = asideMarks[0]
	}
	return numbered(plainName(shop)+" "+mark+now.Format(" 2006-01-02 1504"), Extension)
}
