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

// take claims the shop file at path before it is opened. Of one that another computer has, it gives who.
func (a *App) take(path string, create, takeOver bool) (mine *claim.Claim, by *claim.Holder, err error) {
	if a.desk == nil || !a.canTake(path, create) {
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

// canTake tells whether there is something to claim, and makes the folder where the file is to be made in one.
func (a *App) canTake(path string, create bool) bool {
	if create {
		return os.MkdirAll(filepath.Dir(path), 0o700) == nil
	}
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// OnFree sets what is called when a shop file that is open here only to be looked at can be had: the other computer
// has closed it, or is off.
func (a *App) OnFree(free func()) { a.free = free }

// hold is a claim on a shop file that is renewed from time to time.
type hold struct {
	app   *App
	claim *claim.Claim
	wait  func()      // ends the wait for the next beat
	lost  func(error) // tells that it is another's
	over  bool        // given back
}

// keep renews a claim until it is released, and listens for a second start.
func (a *App) keep(mine *claim.Claim, lost func(error)) *hold {
	h := &hold{app: a, claim: mine, lost: lost}
	a.listen(mine)
	h.beatLater()
	return h
}

func (h *hold) beatLater() { h.wait = h.app.After(claim.BeatEvery, h.beat) }

// beat renews the note beside the window: a folder on the network may take its time.
func (h *hold) beat() {
	work := func(context.Context, func(done, total int)) error { return h.claim.Beat() }
	h.app.Run(work, Watch{Done: h.beaten})
}

func (h *hold) beaten(err error) {
	switch {
	case h.over: // given back meanwhile
	case errors.Is(err, claim.ErrLost):
		h.lost(err)
	default:
		h.beatLater()
	}
}

// release gives the claim back; of nil it does nothing.
func (h *hold) release() {
	if h == nil || h.over {
		return
	}
	h.over = true
	h.wait()
	h.claim.Release()
}

// watchHolder watches whether another computer still has the shop file.
func (a *App) watchHolder() {
	by := a.holder
	a.watching = a.After(claim.BeatEvery, func() { a.lookAtHolder(by) })
}

// lookAtHolder looks beside the window: a folder on the network may take its time.
func (a *App) lookAtHolder(by *claim.Holder) {
	path, free := a.Store.Path(), false
	work := func(context.Context, func(done, total int)) error { free = claim.IsFree(path, *a.desk); return nil }
	a.Run(work, Watch{Done: func(error) {
		switch {
		case a.holder != by: // another file is open by now
		case free && a.free != nil:
			a.free()
		default:
			a.watchHolder()
		}
	}})
}

// loseHold opens the file that another computer has taken over once more, now only to look at it. From the first
// moment nothing is written to it: what is being typed is for the window to keep.
func (a *App) loseHold(lost error) {
	path := a.Store.Path()
	a.Store.Lose(takerOf(lost))
	a.Close()
	err := a.open(path, false, false)
	if a.lost != nil {
		a.lost(err)
	}
}

// takerOf is the computer that has taken a shop file over.
func takerOf(lost error) string {
	var held *claim.Held
	if errors.As(lost, &held) {
		return held.By.Computer
	}
	return ""
}

// letGo gives the claim back, or ends the watch on another's.
func (a *App) letGo() {
	if a.watching != nil {
		a.watching()
		a.watching = nil
	}
	a.claim.release()
	a.claim = nil
}
