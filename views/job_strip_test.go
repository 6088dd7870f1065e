package views

import (
	"context"
	"errors"
	"testing"
	"time"

	"goodturn/models"
	"goodturn/views/kit"
)

// Long work that only reads lets the owner go on: it moves from its sheet into the strip, with Cancel, and leaves it at its end.
func TestWorkGoesOnInTheStrip(t *testing.T) {
	b := newBench(t, nil)
	cancelled, told := 0, 0
	r := b.w.newRunning("Writing the file", func(error) { told++ })
	r.beside, r.cancel = true, func() { cancelled++ }
	r.onSlow()
	if !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("no progress is shown")
	}
	r.aside()
	r.onProgress(3, 12)
	if kit.SheetOpen(b.w.canvas()) || len(b.w.jobs.object.Objects) != 1 {
		t.Fatalf("the strip has %d lines", len(b.w.jobs.object.Objects))
	}
	if height := b.w.jobs.object.Size().Height; height < 20 || b.w.frame.Position().Y < height+50 {
		t.Errorf("the strip is %v high, and the page begins at %v", height, b.w.frame.Position().Y)
	}
	b.w.Show(PlaceLog)
	b.must(tapLabelled(b.w.jobs.object, "Cancel"))
	r.onProgress(4, 12)
	if !holdsText(b.w.jobs.object, "Stopping…") || holdsText(b.w.jobs.object, "4 of 12") {
		t.Error("the strip does not say that it was heard")
	}
	r.onDone(nil)
	if cancelled != 1 || told != 1 || len(b.w.jobs.object.Objects) != 0 || b.w.place != PlaceLog {
		t.Errorf("cancelled %d times, told %d times, %d lines are left at %q", cancelled, told, len(b.w.jobs.object.Objects), b.w.place)
	}
}

// Work of which the owner types away shows its progress in the strip from the start.
func TestProgressLeavesTheKeyboardToWhoTypes(t *testing.T) {
	b := newBench(t, nil)
	r := b.w.newRunning("Writing the file", func(error) {})
	r.beside = true
	b.w.find.begin()
	r.onSlow()
	if kit.SheetOpen(b.w.canvas()) || len(b.w.jobs.object.Objects) != 1 {
		t.Error("a sheet takes the keyboard")
	}
	r.onDone(nil)
}

// The system tells of the end of long work where another program is in front, and only there.
func TestTheSystemTellsOfLongWork(t *testing.T) {
	b := newBench(t, nil)
	board := b.noticed()
	run := func(long time.Duration, err error) {
		b.w.Run("Writing the file", func(context.Context, func(done, total int)) error { b.clock.Forward(long); return err }, func(error) {})
	}
	run(time.Minute, nil)
	wantShown(t, board, "in front")
	b.w.behind = true
	run(time.Second, nil)
	run(time.Minute, context.Canceled)
	wantShown(t, board, "of what was short or cancelled")
	run(time.Minute, nil)
	run(time.Minute, errors.Join(models.Problem{Field: "file", Key: "file.busy"}))
	wantShown(t, board, "behind", "Goodturn: The work you began is done.", "Goodturn: The work you began did not work out. Goodturn says why.")
	b.w.app.Prefs.SetJobNews(false)
	run(time.Minute, nil)
	if len(board.shown) != 2 {
		t.Errorf("turned off, it shows %q", board.shown)
	}
}
