package claim

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

var ten = time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)

// at gives a desk of its own in folder, with a clock that the test moves.
func at(t *testing.T, computer string) (Desk, *time.Time) {
	t.Helper()
	// Not t.TempDir: the name of a socket may be no longer than a hundred letters.
	folder, err := os.MkdirTemp("", "claim")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	now := ten
	return Desk{Computer: computer, User: "anna", Folder: folder, Now: func() time.Time { return now }}, &now
}

func shopFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Harbour Cycles.goodturn")
	if err := os.WriteFile(path, []byte("a shop"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func take(t *testing.T, path string, desk Desk) *Claim {
	t.Helper()
	c, err := Take(path, desk, false)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// mustBeHeld asks for the file and wants to hear who has it.
func mustBeHeld(t *testing.T, path string, desk Desk) *Held {
	t.Helper()
	c, err := Take(path, desk, false)
	var held *Held
	if !errors.As(err, &held) {
		if c != nil {
			c.Release()
		}
		t.Fatalf("got %v, not who has the file", err)
	}
	return held
}

func TestSecondStartBringsTheFirstForward(t *testing.T) {
	desk, _ := at(t, "COUNTER")
	path := shopFile(t)
	first := take(t, path, desk)
	forward := make(chan struct{}, 1)
	served := make(chan struct{})
	go func() { first.Serve(func() { forward <- struct{}{} }); close(served) }()
	link := filepath.Join(t.TempDir(), "the same.goodturn")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	held := mustBeHeld(t, link, desk) // by another name too
	if !held.Here || !held.Forward || held.By.Computer != "COUNTER" || !held.By.Since.Equal(ten) {
		t.Errorf("told %+v", held)
	}
	<-forward
	first.Release()
	<-served
	if _, err := os.Stat(NoteFor(path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the note is still there: %v", err)
	}
	take(t, path, desk).Release()
}

func TestFirstThatDoesNotAnswerIsToldAllTheSame(t *testing.T) {
	desk, _ := at(t, "COUNTER")
	path := shopFile(t)
	first := take(t, path, desk)
	first.listener.Close()
	if held := mustBeHeld(t, path, desk); !held.Here || held.Forward {
		t.Errorf("told %+v", held)
	}
	first.Release()
}

func TestOtherFilesAreFree(t *testing.T) {
	desk, _ := at(t, "COUNTER")
	one, two := take(t, shopFile(t), desk), take(t, shopFile(t), desk)
	one.Release()
	two.Release()
}

func TestAnotherComputer(t *testing.T) {
	counter, clock := at(t, "COUNTER")
	office, officeClock := at(t, "OFFICE")
	office.Seen = &Sightings{}
	path := shopFile(t)
	first := take(t, path, counter)
	held := mustBeHeld(t, path, office)
	if held.Here || held.By.Computer != "COUNTER" || held.By.User != "anna" {
		t.Errorf("told %+v", held)
	}
	*clock, *officeClock = ten.Add(4*time.Minute), ten.Add(4*time.Minute)
	if err := first.Beat(); err != nil {
		t.Fatal(err)
	}
	*officeClock = ten.Add(8 * time.Minute)
	mustBeHeld(t, path, office) // who saw it renewed

	*officeClock = ten.Add(13*time.Minute + time.Second) // and not since: switched off at the wall
	if !IsFree(path, office) {
		t.Error("a note that nobody renews holds the file for ever")
	}
	second := take(t, path, office)
	*clock = *officeClock
	err := first.Beat()
	var lost *Held
	if !errors.Is(err, ErrLost) || !errors.As(err, &lost) || lost.By.Computer != "OFFICE" {
		t.Errorf("the first goes on writing: %v", err)
	}
	first.Release()
	if by, found := readNote(NoteFor(path)); !found || by.Computer != "OFFICE" {
		t.Errorf("the note that is left is of %+v", by)
	}
	second.Release()
	if !IsFree(path, counter) {
		t.Error("a file that nobody has is not free")
	}
}

// Two computers never agree on the time, and one may be years off: a hold that is renewed is never stale, and one that
// is not is, whatever the other's clock said.
func TestWrongClocks(t *testing.T) {
	for name, off := range map[string]time.Duration{"right": 0, "behind": -time.Hour, "of 1996": -30 * 365 * 24 * time.Hour, "ahead": 400 * 24 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			counter, clock := at(t, "COUNTER")
			office, officeClock := at(t, "OFFICE")
			office.Seen = &Sightings{}
			path := shopFile(t)
			*clock = ten.Add(off)
			first := take(t, path, counter)
			for minute := range time.Duration(20) {
				*officeClock = ten.Add(minute * time.Minute)
				if err := first.Beat(); err != nil { // of a clock that stands still
					t.Fatal(err)
				}
				mustBeHeld(t, path, office)
			}
			*officeClock = officeClock.Add(-24 * time.Hour) // ours is put right, which is no reason to wait for a day
			mustBeHeld(t, path, office)
			*officeClock = officeClock.Add(staleAfter + time.Second)
			take(t, path, office).Release()
			first.Release()
		})
	}
}

func TestTakingOver(t *testing.T) {
	counter, _ := at(t, "COUNTER")
	office, _ := at(t, "OFFICE")
	path := shopFile(t)
	first := take(t, path, counter)
	second, err := Take(path, office, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Beat(); !errors.Is(err, ErrLost) {
		t.Errorf("the first goes on writing: %v", err)
	}
	if err := second.Beat(); err != nil {
		t.Errorf("the second: %v", err)
	}
	first.Release()
	second.Release()
}

// A beat may hang on a slow network until the window is gone.
func TestLateBeatLeavesNoNote(t *testing.T) {
	desk, _ := at(t, "COUNTER")
	path := shopFile(t)
	claim := take(t, path, desk)
	claim.Release()
	if err := claim.Beat(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(NoteFor(path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a note is left: %v", err)
	}
}

// A window that was killed leaves its note and its socket; the system gives its lock back.
func TestAfterAKill(t *testing.T) {
	desk, _ := at(t, "COUNTER")
	path := shopFile(t)
	killed := take(t, path, desk)
	killed.lock.Unlock()
	again := take(t, path, desk)
	if again.listener == nil {
		t.Error("nobody listens for a third")
	}
	again.Release()
}

func TestNoteThatNobodyCanRead(t *testing.T) {
	desk, _ := at(t, "COUNTER")
	for _, text := range []string{"", "{", "null", `{"computer":7}`, "\x00\xff"} {
		path := shopFile(t)
		if err := os.WriteFile(NoteFor(path), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		take(t, path, desk).Release()
	}
}

func TestFolderWithoutRoomForANote(t *testing.T) {
	desk, _ := at(t, "COUNTER")
	missing := filepath.Join(t.TempDir(), "not", "there", "shop.goodturn")
	take(t, missing, desk).Release()
}
