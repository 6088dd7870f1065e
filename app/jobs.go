package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/app/claim"
)

// This file has the program's only goroutines and its only calls of fyne.Do.

// slowAfter is how long work may take before its progress is shown.
const slowAfter = 300 * time.Millisecond

// progressEvery keeps a quick reporter from drowning the window in news.
const progressEvery = 50 * time.Millisecond

// Work is something long. It must not touch a widget, nor the store but for what says that it may be called from another
// goroutine; it ends soon after ctx does, and reports how far it is (total 0 where that is not known).
type Work func(ctx context.Context, report func(done, total int)) error

// Watch is told how work goes, always on the window's goroutine. Each func but Done may be nil.
type Watch struct {
	Slow     func()                // it takes long enough to show something
	Progress func(done, total int) // only after Slow
	Done     func(error)           // the end; context.Canceled where it was cancelled
}

// Run runs work beside the window and gives the func that cancels it.
func (a *App) Run(work Work, watch Watch) (cancel func()) {
	ctx, cancel := context.WithCancel(context.Background())
	if a.inRow {
		err := guarded(ctx, work, func(int, int) {})
		cancel()
		watch.Done(err)
		return func() {}
	}
	job := &job{watch: watch}
	slow := time.AfterFunc(slowAfter, func() { fyne.Do(job.slow) })
	ended := a.jobs.begin(cancel)
	go func() {
		defer ended()
		err := guarded(ctx, work, job.report)
		slow.Stop()
		fyne.Do(func() { job.end(err) })
	}()
	return cancel
}

// Abandon makes of work one that ends as soon as it is cancelled, even where a part of it hears nothing for seconds:
// what that still comes to is given to drop, which may be nil, and so to nobody else. Closing the program waits a moment
// for it, as for all work.
func Abandon[T any](a *App, work func(ctx context.Context, report func(done, total int)) (T, error), drop func(T)) func(ctx context.Context, report func(done, total int)) (T, error) {
	if a.inRow {
		return work
	}
	type outcome struct {
		made T
		err  error
	}
	return func(ctx context.Context, report func(done, total int)) (T, error) {
		came, ended := make(chan outcome), a.jobs.begin(func() {})
		go func() {
			defer ended()
			var o outcome
			o.err = guarded(ctx, func(ctx context.Context, report func(done, total int)) (err error) {
				o.made, err = work(ctx, report)
				return err
			}, report)
			select {
			case came <- o:
			case <-ctx.Done():
				if o.err == nil && drop != nil {
					drop(o.made)
				}
			}
		}()
		select {
		case o := <-came:
			return o.made, o.err
		case <-ctx.Done():
			var none T
			return none, ctx.Err()
		}
	}
}

// stopWithin is how long closing waits for work to notice that it was cancelled and to clear up after itself.
const stopWithin = 3 * time.Second

// jobs are the pieces of work under way.
type jobs struct {
	mu      sync.Mutex
	cancels map[int]func()
	next    int
	running sync.WaitGroup
}

// begin notes a piece of work and gives what it calls at its end.
func (j *jobs) begin(cancel func()) (ended func()) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.cancels == nil {
		j.cancels = map[int]func(){}
	}
	id := j.next
	j.next++
	j.cancels[id] = cancel
	j.running.Add(1)
	return func() {
		cancel()
		j.mu.Lock()
		delete(j.cancels, id)
		j.mu.Unlock()
		j.running.Done()
	}
}

// stop cancels everything under way and waits a moment for it to clear up.
func (j *jobs) stop() {
	j.mu.Lock()
	for _, cancel := range j.cancels {
		cancel()
	}
	j.mu.Unlock()
	done := make(chan struct{})
	go func() { j.running.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(stopWithin):
		slog.Warn("work did not stop in time")
	}
}

// job is one running piece of work; shown and ended belong to the window's goroutine.
type job struct {
	watch        Watch
	shown, ended bool
	latest       atomic.Pointer[news]
	due          atomic.Bool // the latest is on its way to the window
}

// news is how far work is.
type news struct{ done, total int }

func (j *job) slow() {
	if j.ended {
		return
	}
	j.shown = true
	if j.watch.Slow != nil {
		j.watch.Slow()
	}
	j.tell()
}

// report has the latest told a little later, with what comes until then left out: the last before a long silence is told
// for certain.
func (j *job) report(done, total int) {
	j.latest.Store(&news{done, total})
	if j.due.CompareAndSwap(false, true) {
		time.AfterFunc(progressEvery, func() { fyne.Do(j.tell) })
	}
}

// tell tells the latest.
func (j *job) tell() {
	j.due.Store(false)
	if latest := j.latest.Load(); latest != nil && j.shown && !j.ended && j.watch.Progress != nil {
		j.watch.Progress(latest.done, latest.total)
	}
}

func (j *job) end(err error) {
	j.ended = true
	if err != nil && !errors.Is(err, context.Canceled) {
		slog.Error("work beside the window", "error", err)
	}
	j.watch.Done(err)
}

// guarded turns a panic in work into an error: a bad row must not take the owner's window down.
func guarded(ctx context.Context, work Work, report func(done, total int)) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("work stopped: %v\n%s", r, debug.Stack())
		}
	}()
	return work(ctx, report)
}

// listen hears a second start of the program for as long as the claim is held, and has the window come forward.
func (a *App) listen(mine *claim.Claim) {
	if a.inRow {
		return
	}
	go mine.Serve(func() {
		fyne.Do(func() {
			if a.forward != nil {
				a.forward()
			}
		})
	})
}

// Timer calls then on the window's goroutine once d has passed, unless cancel was called before.
type Timer func(d time.Duration, then func()) (cancel func())

// After calls then once d has passed, by the program's timer.
func (a *App) After(d time.Duration, then func()) (cancel func()) { return a.timer(d, then) }

func waitBeside(d time.Duration, then func()) (cancel func()) {
	var cancelled atomic.Bool
	timer := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !cancelled.Load() {
				then()
			}
		})
	})
	return func() {
		cancelled.Store(true)
		timer.Stop()
	}
}
