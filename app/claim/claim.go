// Package claim keeps a shop file to one window. On one computer a lock of the system's holds it, and a socket
// through which a second start asks the first window to come forward. For other computers, which share the file over
// the network or through a synchronised folder and see neither, a note lies beside the file that says who has it.
package claim

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"
)

// Desk is who asks for a shop file, and from where.
type Desk struct {
	Computer string           // the computer's name on its network
	User     string           // who is signed in
	Folder   string           // a private folder of that user on that computer, for the lock and the socket
	Now      func() time.Time // the clock
	Seen     *Sightings       // what was seen of the holds of other computers; nil for a desk that remembers nothing
}

// Held says that somebody else has the shop file open.
type Held struct {
	By      Holder
	Here    bool // another window of the same user on this computer has it
	Forward bool // and was asked to come forward
}

// Error gives who has the file, for the log: in quotes, because a report on the program leaves out what is quoted.
func (h *Held) Error() string {
	return fmt.Sprintf("open on %q by %q since %s", h.By.Computer, h.By.User, h.By.Since)
}

// ErrLost is what Beat finds when another computer has taken the shop file over.
var ErrLost = errors.New("another computer has taken the shop file over")

// Claim is the hold on one shop file. It is taken by Take and given back by Release.
type Claim struct {
	desk     Desk
	note     string
	me       Holder
	lock     *flock.Flock
	listener net.Listener
	beats    atomic.Int64
	released atomic.Bool
}

// Take claims the shop file at path for the desk. A file that somebody else has open is a *Held; takeOver takes it
// from another computer all the same, which finds out at its next Beat. A folder in which no note can be written
// is no error here: opening the file will tell what is wrong with it.
func Take(path string, desk Desk, takeOver bool) (*Claim, error) {
	real := realPath(path)
	c := &Claim{desk: desk, note: NoteFor(real)}
	base := filepath.Join(desk.Folder, "goodturn-"+nameOf(real))
	if err := os.MkdirAll(desk.Folder, 0o700); err != nil {
		return nil, err
	}
	c.lock = flock.New(base + ".lock")
	got, err := c.lock.TryLock()
	if err != nil {
		return nil, err
	}
	if !got {
		by, _ := readNote(c.note) // without a note there is only less to tell
		return nil, &Held{By: by, Here: true, Forward: askForward(base + ".sock")}
	}
	if by, found := readNote(c.note); found && !takeOver && c.isAnother(by) && !desk.Seen.stale(c.note, by, desk.Now()) {
		c.unlock()
		return nil, &Held{By: by}
	}
	c.settle(base + ".sock")
	return c, nil
}

// settle writes the note and listens for a second start. Neither is needed to work with the file.
func (c *Claim) settle(socket string) {
	now := c.desk.Now().UTC().Truncate(time.Second)
	c.me = Holder{Computer: c.desk.Computer, User: c.desk.User, PID: os.Getpid(), Since: now, Seen: now}
	if err := writeNote(c.note, c.me); err != nil {
		slog.Warn("no note beside the shop file", "error", err)
	}
	var err error
	if c.listener, err = listen(socket); err != nil {
		slog.Warn("a second window cannot call this one", "error", err)
	}
}

// isAnother tells whether the note is that of another computer or user. One of our own was left by a window that was
// killed, or we would not have got the lock.
func (c *Claim) isAnother(by Holder) bool {
	return by.Computer != c.desk.Computer || by.User != c.desk.User
}

// IsFree tells whether the shop file at path, which another computer had when Take was called, can be had now: the
// note beside it is gone, or nobody has renewed it for as long as the desk remembers and that is long enough.
func IsFree(path string, desk Desk) bool {
	note := NoteFor(realPath(path))
	by, found := readNote(note)
	return !found || desk.Seen.stale(note, by, desk.Now())
}

// Beat says in the note that the file is still open, which is to be called every BeatEvery. ErrLost is the answer when
// another computer has taken the file over, with a *Held that says which: nothing may be written to it any more. It may
// run in another goroutine than Release: one that a slow network holds up until after that leaves no note behind.
func (c *Claim) Beat() error {
	if by, found := readNote(c.note); found && c.isAnother(by) {
		return fmt.Errorf("%w (%w)", ErrLost, &Held{By: by})
	}
	me := c.me
	me.Beats = c.beats.Add(1)
	me.Seen = c.desk.Now().UTC().Truncate(time.Second)
	err := writeNote(c.note, me)
	if c.released.Load() {
		c.takeNoteAway()
	}
	return err
}

// Release gives the file back: the note goes, unless it is another's by now.
func (c *Claim) Release() {
	c.released.Store(true)
	if c.listener != nil {
		c.listener.Close()
	}
	c.takeNoteAway()
	c.unlock()
}

func (c *Claim) takeNoteAway() {
	if by, found := readNote(c.note); found && by.same(c.me) {
		if err := os.Remove(c.note); err != nil {
			slog.Warn("the note beside the shop file stays", "error", err)
		}
	}
}

func (c *Claim) unlock() {
	if err := c.lock.Unlock(); err != nil {
		slog.Warn("the lock of the shop file stays", "error", err)
	}
}

// nameOf gives the path of a shop file a short name of its own.
func nameOf(path string) string {
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:8])
}

// realPath is the one path of a file that can be reached by several. A file still to be made lies in a folder
// that can be.
func realPath(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(folder, filepath.Base(path))
	}
	return path
}
