package app

import (
	"context"
	"errors"

	"goodturn/app/claim"
	"goodturn/app/safekeep"
	"goodturn/models"
)

// HeldElsewhere is a models.Problem while somebody else has the shop file: then it can neither be restored nor backed up here.
func (a *App) HeldElsewhere() error {
	if a.holder == nil {
		return nil
	}
	return heldProblem(a.holder)
}

func heldProblem(by *claim.Holder) error {
	return models.Problem{Field: "file", Key: "file.readOnly", Args: map[string]any{"Holder": by.Computer}}
}

// Restore opens the prepared backup in the place of the shop file, which is set aside under the name it gives, "" where
// there was none. present is what NeedsAside gave, made. On an error the shop file is what it was, and is open if it can be.
func (a *App) Restore(r *safekeep.Restore, present *Aside) (aside string, err error) {
	return a.exchange(present, func(ctx context.Context, made *safekeep.Aside) (string, error) { return r.Swap(ctx, a.now(), made) })
}

// PutBack undoes a restore: the file set aside is the shop file again, and what took its place is set aside in turn.
// present is as with Restore.
func (a *App) PutBack(aside string, present *Aside) (instead string, err error) {
	path := a.ShopFile()
	return a.exchange(present, func(ctx context.Context, made *safekeep.Aside) (string, error) {
		return safekeep.PutBack(ctx, aside, path, a.now(), made)
	})
}

// exchange closes the shop file, lets swap put another in its place, and opens that. One that does not open, rehearsed
// as it was, gives the place back; one of an older version, which was set aside before it was ever opened, has it with an
// *Older.
func (a *App) exchange(present *Aside, swap func(ctx context.Context, made *safekeep.Aside) (aside string, err error)) (aside string, err error) {
	defer present.Drop()
	path := a.ShopFile()
	if err := a.HeldElsewhere(); err != nil {
		return "", err
	}
	made := a.current(present)
	a.Close()
	ctx := context.Background() // begun, it must end
	if aside, err = a.whileHeld(path, func() (string, error) { return swap(ctx, made) }); err != nil {
		return "", errors.Join(err, a.reopen(path))
	}
	err = a.Open(path, false)
	if _, older := IsOlder(err); err == nil || older {
		return aside, err
	}
	if aside != "" {
		_, backErr := safekeep.PutBack(ctx, aside, path, a.now(), nil)
		err = errors.Join(err, backErr)
	}
	return "", errors.Join(err, a.reopen(path))
}

// reopen opens the shop file as it was; one that was shut before may stay so.
func (a *App) reopen(path string) error { return a.Open(path, false) }

// whileHeld calls do while nobody else can open the shop file at path.
func (a *App) whileHeld(path string, do func() (string, error)) (string, error) {
	mine, by, err := a.take(path, false, false)
	switch {
	case err != nil:
		return "", err
	case by != nil:
		return "", heldProblem(by)
	case mine != nil:
		defer mine.Release()
	}
	return do()
}
