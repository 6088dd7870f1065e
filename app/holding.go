package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"time"

	"github.com/adrg/xdg"

	"goodturn/app/claim"
	"goodturn/models"
)

// OneWindow keeps each shop file to one window that may write to it, as seen from desk. Without this option any
// number of windows may open a file.
func OneWindow(desk claim.Desk) Option { return func(a *App) { a.desk = &desk } }

// ThisDesk is this computer and who is signed in.
func ThisDesk() claim.Desk {
	desk := claim.Desk{Computer: "this computer", User: "somebody", Folder: sessionFolder(), Now: time.Now, Seen: &claim.Sightings{}}
	if name, err := os.Hostname(); err == nil && name != "" {
		desk.Computer = name
	}
	if who, err := user.Current(); err == nil && who.Username != "" {
		desk.User = who.Username
	}
	return desk
}

// sessionFolder is a folder of this user on this computer alone, which a socket's short name can lie in.
func sessionFolder() string {
	if info, err := os.Stat(xdg.RuntimeDir); err == nil && info.IsDir() && len(xdg.RuntimeDir) < 60 {
		return xdg.RuntimeDir
	}
	return filepath.Join(os.TempDir(), "goodturn-"+strconv.Itoa(os.Getuid()))
}

// Holder is who has the shop file open elsewhere, so that it can only be looked at here; nil where it can be
// written to.
func (a *App) Holder() *claim.Holder { return a.holder }

// OnForward sets what brings the window forward, when the owner has started the program a second time.
func (a *App) OnForward(forward func()) { a.forward = forward }

// OnLost sets what is called when another computer has taken the shop file over: it is open to look at then, or
// not at all, with the error that kept it shut.
func (a *App) OnLost(lost func(error)) { a.lost = lost }

// BroughtForward tells of an error of Open that another window of the program has the file, and has come forward.
func BroughtForward(err error) bool {
	var held *claim.Held
	return errors.As(err, &held) && held.Forward
}

// TakeOver opens for writing the shop file that is open here only to be looked at. Whoever has it elsewhere can only
// look at it from their next beat on.
func (a *App) TakeOver() error { return a.open(a.Store.Path(), false, true) }

// hold claims the shop file at path before it is opened. Of one that another computer has, it gives who.
func (a *App) hold(path string, create, takeOver bool) (mine *claim.Claim, by *claim.Holder, err error) {
	if a.desk == nil || !a.canHold(path, create) {
		return nil, nil, nil
	}
	mine, err = claim.Take(path, *a.desk, takeOver)
	var held *claim.Held
	switch {
	case err == nil:
		return mine, nil, nil
	case !errors.As(err, &held):
		slog.Warn("the shop file is open without a claim", "error", err)
		return nil, nil, nil
	case held.Here:
		return nil, nil, fmt.Errorf("%w (%w)", models.Problem{Field: "file", Key: "file.otherWindow"}, held)
	}
	return nil, &held.By, nil
}

// canHold tells whether there is something to claim, and makes the folder where the file is to be made in one.
func (a *App) canHold(path string, create bool) bool {
	if create {
		return os.MkdirAll(filepath.Dir(path), 0o700) == nil
	}
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// OnFree sets what is called when a shop file that is open here only to be looked at can be had: the other computer
// has closed it, or is off.
func (a *App) OnFree(free func()) { a.free = free }

// keepHold renews the claim from time to time, and listens for a second start. While another has the file, it watches
// whether they still do.
func (a *App) keepHold() {
	switch {
	case a.claim != nil:
		a.listen(a.claim)
		a.beatLater(a.claim)
	case a.holder != nil:
		a.watchLater(a.holder)
	}
}

func (a *App) watchLater(by *claim.Holder) {
	a.beating = a.After(claim.BeatEvery, func() { a.watchHold(by) })
}

// watchHold looks beside the window: a folder on the network may take its time.
func (a *App) watchHold(by *claim.Holder) {
	path, free := a.Store.Path(), false
	work := func(context.Context, func(done, total int)) error { free = claim.IsFree(path, *a.desk); return nil }
	a.Run(work, Watch{Done: func(error) {
		switch {
		case a.holder != by: // another file is open by now
		case free && a.free != nil:
			a.free()
		default:
			a.watchLater(by)
		}
	}})
}

func (a *App) beatLater(mine *claim.Claim) {
	a.beating = a.After(claim.BeatEvery, func() { a.beat(mine) })
}

// beat renews the note beside the window: a folder on the network may take its time.
func (a *App) beat(mine *claim.Claim) {
	work := func(context.Context, func(done, total int)) error { return mine.Beat() }
	a.Run(work, Watch{Done: func(err error) { a.beaten(mine, err) }})
}

func (a *App) beaten(mine *claim.Claim, err error) {
	switch {
	case a.claim != mine: // given back meanwhile
	case errors.Is(err, claim.ErrLost):
		a.loseHold(err)
	default:
		a.beatLater(mine)
	}
}

// loseHold opens the file that another computer has taken over once more, now only to look at it. From the first
// moment nothing is written to it: what is being typed is for the window to keep.
func (a *App) loseHold(lost error) {
	path, by := a.Store.Path(), ""
	var held *claim.Held
	if errors.As(lost, &held) {
		by = held.By.Computer
	}
	a.Store.Lose(by)
	a.Close()
	err := a.open(path, false, false)
	if a.lost != nil {
		a.lost(err)
	}
}

// letGo gives the claim back.
func (a *App) letGo() {
	if a.beating != nil {
		a.beating()
		a.beating = nil
	}
	if a.claim != nil {
		a.claim.Release()
		a.claim = nil
	}
}
