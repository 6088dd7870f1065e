package views

import (
	"time"

	"goodturn/app"
)

// When a draft is kept: once the typing rests for draftPause, and while it goes on without a rest at the latest
// draftAtLatest after the first change that is not kept yet.
const (
	draftPause    = 300 * time.Millisecond
	draftAtLatest = 2 * time.Second
)

// draftTimer tells when what is being typed is to be kept.
type draftTimer struct {
	after  app.Timer
	keep   func()
	rest   func() // cancels the wait for the typing to rest
	latest func() // cancels the wait for the latest moment; nil where all is kept
}

// newDraftTimer makes one that calls keep.
func newDraftTimer(after app.Timer, keep func()) *draftTimer {
	return &draftTimer{after: after, keep: keep, rest: func() {}}
}

// changed begins the wait for the typing to rest anew.
func (t *draftTimer) changed() {
	t.rest()
	t.rest = t.after(draftPause, t.due)
	if t.latest == nil {
		t.latest = t.after(draftAtLatest, t.due)
	}
}

func (t *draftTimer) due() {
	t.stop()
	t.keep()
}

// stop waits no longer.
func (t *draftTimer) stop() {
	t.rest()
	if t.latest != nil {
		t.latest()
		t.latest = nil
	}
}
