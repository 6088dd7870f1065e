package safekeep

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"goodturn/models"
)

// Aside is a copy of the shop file that stands ready to be set aside in its place. It is needed where the disk knows no second
// names: there a large shop file would take minutes to copy, in which it would be shut and the window would stand still.
// It must end with Swap, PutBack or Discard.
type Aside struct{ part string }

// NeedsCopy tells whether the shop file at target can be set aside only by copying it, as on most sticks and on some
// network drives.
func NeedsCopy(target string) bool {
	part, err := claimAs(filepath.Dir(target), restoreStartFor(target))
	if err != nil {
		return false // nothing can be made there at all, which a restore will find out
	}
	defer discard(part)
	second := part + "-second" + partEnd
	defer os.Remove(second)
	return os.Link(part, second) != nil
}

// CopyOpen makes ready a copy of the shop file at target, which copy writes while it is open, as models.Store.CopyTo does. It
// reports hundredths; report may be nil. What is wrong with the folder, or the shop file, is a models.Problem.
func CopyOpen(ctx context.Context, target string, copy func(ctx context.Context, path string) (models.Inspection, error), report func(done, total int)) (*Aside, error) {
	m := newMeter(report)
	return makeAside(ctx, target, func(part string) error {
		m.reach(0)
		source, err := copy(ctx, part)
		if err != nil {
			return err
		}
		m.reach(half)
		if err := settle(part); err != nil {
			return err
		}
		_, err = check(ctx, part, source)
		m.reach(allDone)
		return err
	})
}

// CopyShut is CopyOpen of a shop file that nobody has open: it is copied as it lies, also where it is damaged.
func CopyShut(ctx context.Context, target string, report func(done, total int)) (*Aside, error) {
	m := newMeter(report)
	return makeAside(ctx, target, func(part string) error {
		finishJournal(target)
		sum, err := hashFile(ctx, target, m.within(0, half).stretch(0, allDone))
		if err != nil {
			return err
		}
		return carryInto(ctx, target, part, sum, m.within(half, allDone))
	})
}

// makeAside has fill fill a hidden file beside target.
func makeAside(ctx context.Context, target string, fill func(part string) error) (*Aside, error) {
	folder := filepath.Dir(target)
	part, err := claimAs(folder, restoreStartFor(target))
	if err == nil {
		err = fill(part)
	}
	switch {
	case err == nil:
		return &Aside{part: part}, nil
	case part != "":
		discard(part)
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return nil, explainRestore(err, target, folder)
}

// Discard takes the copy away. After it was set aside it does nothing.
func (a *Aside) Discard() {
	if a != nil && a.part != "" {
		discard(a.part)
	}
}

// takeName gives the copy the first of name(1), name(2) and so on that is free.
func (a *Aside) takeName(ctx context.Context, folder string, name func(n int) string) (aside string, err error) {
	for n := 1; ; n++ {
		aside = filepath.Join(folder, name(n))
		if _, err := os.Lstat(aside); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := rename(ctx, a.part, aside); err != nil {
			return "", err
		}
		a.part = ""
		return aside, syncFolder(folder)
	}
}
