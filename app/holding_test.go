package app

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"goodturn/app/claim"
	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/models/modelstest"
)

// office is a program on a computer of its own, whose timers wait for the test.
type office struct {
	*App
	clock *modelstest.Clock
	beats []func()
}

func newOffice(t *testing.T, computer string) *office {
	t.Helper()
	// Not t.TempDir: the name of a socket may be no longer than a hundred letters.
	folder, err := os.MkdirTemp("", "office")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	o := &office{clock: modelstest.NewClock()}
	desk := claim.Desk{Computer: computer, User: "anna", Folder: folder, Now: o.clock.Now, Seen: &claim.Sightings{}}
	o.App = New(test.NewTempApp(t), InRow(), WithClock(o.clock.Now), WithTimer(o.after), OneWindow(desk))
	t.Cleanup(o.Close)
	return o
}

func (o *office) after(_ time.Duration, then func()) func() {
	o.beats = append(o.beats, then)
	return func() {}
}

// minute lets the claim's next beat come.
func (o *office) minute() {
	o.clock.Forward(claim.BeatEvery)
	due := o.beats
	o.beats = nil
	for _, beat := range due {
		beat()
	}
}

func TestTwoComputersAndOneShopFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	counter, back := newOffice(t, "COUNTER"), newOffice(t, "BACK-ROOM")
	if err := counter.Open(path, true); err != nil {
		t.Fatal(err)
	}
	if err := back.Open(path, false); err != nil {
		t.Fatal(err)
	}
	if by := back.Holder(); by == nil || by.Computer != "COUNTER" || counter.Holder() != nil {
		t.Fatalf("the back room is told %+v, the counter %+v", back.Holder(), counter.Holder())
	}
	if err := back.Store.SaveStaff(&models.Staff{Name: "Ben"}); !isProblem(err, "file.readOnly") {
		t.Errorf("saving what can only be looked at: %v", err)
	}
	counter.minute()
	if counter.Holder() != nil {
		t.Error("the counter lost its file to nobody")
	}
	if err := back.TakeOver(); err != nil || back.Holder() != nil {
		t.Fatalf("taking over: %v, %+v", err, back.Holder())
	}
	if err := back.Store.SaveStaff(&models.Staff{Name: "Ben"}); err != nil {
		t.Errorf("after taking over: %v", err)
	}
	lost := false
	counter.OnLost(func(err error) { lost = err == nil })
	counter.minute()
	if !lost || counter.Holder() == nil || counter.Holder().Computer != "BACK-ROOM" {
		t.Errorf("the counter heard of it: %t; told %+v", lost, counter.Holder())
	}
	if err := counter.Store.SaveStaff(&models.Staff{Name: "Mia"}); !isProblem(err, "file.readOnly") {
		t.Errorf("the counter goes on writing: %v", err)
	}
}

// Whoever lost the file writes nothing more to it: not what is being typed, nor what closing it tidies.
func TestLosingTheFileWritesNothingToIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	counter, back := newOffice(t, "COUNTER"), newOffice(t, "BACK-ROOM")
	if err := counter.Open(path, true); err != nil {
		t.Fatal(err)
	}
	if err := counter.Store.SaveStaff(&models.Staff{Name: "Ben"}); err != nil {
		t.Fatal(err)
	}
	typing := 0
	counter.BeforeClose(func() {
		typing++
		if err := counter.Store.SaveDraft("visit", "her words"); err != nil {
			t.Error(err)
		}
	})
	if err := back.Open(path, false); err != nil {
		t.Fatal(err)
	}
	if err := back.TakeOver(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	counter.minute()
	if counter.Holder() == nil || typing != 1 {
		t.Fatalf("the counter heard nothing of it, or closed %d times", typing)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(before, now) {
		t.Errorf("the counter wrote to a file that is another's (%v)", err)
	}
}

// Who may only look is told when the other computer is off, and not before.
func TestFileThatIsFreeAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	counter, back := newOffice(t, "COUNTER"), newOffice(t, "BACK-ROOM")
	free := 0
	back.OnFree(func() { free++ })
	if err := errors.Join(counter.Open(path, true), back.Open(path, false)); err != nil {
		t.Fatal(err)
	}
	for range 10 {
		counter.minute()
		back.minute()
	}
	if free > 0 {
		t.Fatal("free while the counter has it")
	}
	for range 7 { // the counter is switched off at the wall
		back.minute()
	}
	if free != 1 {
		t.Errorf("told %d times that it is free", free)
	}
	if err := back.Open(path, false); err != nil || back.Holder() != nil {
		t.Errorf("opening it then: %v, held by %+v", err, back.Holder())
	}
}

func isProblem(err error, key string) bool {
	p, ok := models.IsProblem(err)
	return ok && p.Key == key
}

func TestSecondWindowOnTheSameComputer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	o := newOffice(t, "COUNTER")
	if err := o.Open(path, true); err != nil {
		t.Fatal(err)
	}
	second := New(test.NewTempApp(t), InRow(), OneWindow(*o.desk))
	err := second.Open(path, false)
	if !isProblem(err, "file.otherWindow") || second.Store != nil {
		t.Errorf("a second window: %v", err)
	}
	var held *claim.Held
	if !errors.As(err, &held) || BroughtForward(err) {
		t.Errorf("nobody listens in a test, and yet it came forward: %v", err)
	}
	o.Close()
	if err := second.Open(path, false); err != nil {
		t.Errorf("after the first was closed: %v", err)
	}
	second.Close()
}

func TestOtherShopFileOfAnOpenWindow(t *testing.T) {
	folder := t.TempDir()
	o := newOffice(t, "COUNTER")
	for _, name := range []string{"one.goodturn", "two.goodturn"} {
		if err := o.Open(filepath.Join(folder, name), true); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(claim.NoteFor(filepath.Join(folder, "one.goodturn"))); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the first is still claimed: %v", err)
	}
	if err := o.Open(filepath.Join(folder, "three.goodturn"), false); err == nil {
		t.Error("opened what is not there")
	}
	if o.Store == nil || o.claim == nil {
		t.Error("what was open is not any more")
	}
}

// What a killed restore left in plain beside the shop file is gone once the program is started again.
func TestStartClearsUpAfterAKilledRestore(t *testing.T) {
	o := newOffice(t, "COUNTER")
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	if err := o.Open(path, true); err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(t.TempDir(), "Shop 2026-11-21 1024.goodturn")
	if _, err := o.Store.CopyTo(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if _, err := safekeep.PrepareRestore(t.Context(), backup, "", path, nil); err != nil { // and killed
		t.Fatal(err)
	}
	plain := func() []string {
		found, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".goodturn-restore-*"))
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	if len(plain()) == 0 {
		t.Fatal("nothing was made ready, so nothing is tried")
	}
	o.Close()
	if err := o.Open(path, false); err != nil || len(plain()) > 0 {
		t.Errorf("left in plain: %v (%v)", plain(), err)
	}
}
