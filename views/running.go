package views

import (
	"context"
	"errors"
	"time"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// Run does long work beside the window. After a moment its progress is shown, with Cancel; done is called at the
// end unless the owner cancelled. It may say what was done; what opens a page or a sheet is for RunToShow.
func (w *Window) Run(title string, work app.Work, done func(error)) { w.runOr(title, work, done, nil) }

// RunBeside is Run for work that the owner may leave to itself: it only reads the shop file, and gives way to whoever saves.
func (w *Window) RunBeside(title string, work app.Work, done func(error)) {
	r := w.newRunning(title, done)
	r.beside = true
	r.start(work)
}

// RunToShow is Run for work with something to show at its end. An owner who has gone elsewhere meanwhile keeps the page and the
// keyboard: a toast says that it is done, and show waits for its button.
func (w *Window) RunToShow(title string, work app.Work, show func(error)) {
	r := w.newRunning(title, show)
	r.shows = true
	r.start(work)
}

// runOr is Run for work that leaves something behind: late, which may be nil, is called in place of done where the work
// was through before it heard that the owner had cancelled it.
func (w *Window) runOr(title string, work app.Work, done func(error), late func()) {
	r := w.newRunning(title, done)
	r.late = late
	r.start(work)
}

func (w *Window) newRunning(title string, done func(error)) *running {
	return &running{w: w, title: title, done: done, store: w.app.Store, from: w.spot(), began: w.app.Now()}
}

func (r *running) start(work app.Work) {
	if r.atOnce {
		r.onSlow()
	}
	r.cancel = r.w.app.Run(work, app.Watch{Slow: r.onSlow, Progress: r.onProgress, Done: r.onDone})
}

// running is long work under way.
type running struct {
	w        *Window
	title    string
	done     func(error)
	shows    bool          // done opens something
	atOnce   bool          // its progress is shown from the start
	late     func()        // nil where what is done is done
	ended    func()        // called at the end, however it came; may be nil
	stopped  bool          // the owner has cancelled
	store    *models.Store // of the shop file it began with; nil without one
	beside   bool          // the owner may go on meanwhile
	from     spot          // where the owner was
	began    time.Time
	cancel   func()
	progress progress // nil while the work is quick
}

// progress is where it is told how far work has come: a sheet over the page, or the strip above it.
type progress interface {
	SetProgress(done, total int)
	Close()
}

func (r *running) onSlow() {
	switch {
	case r.progress != nil:
	case r.beside && r.from.left():
		r.progress = r.w.jobs.add(r.title, r.onCancel)
	case r.beside:
		r.progress = kit.ShowProgress(r.w.canvas(), r.title, r.onCancel, kit.NewButton(kit.T("job.aside"), r.aside))
	default:
		r.progress = kit.ShowProgress(r.w.canvas(), r.title, r.onCancel)
	}
}

// aside lets the owner go on: what lay over the page is left, and the work moves into the strip.
func (r *running) aside() {
	r.progress.Close()
	r.progress = r.w.jobs.add(r.title, r.onCancel)
	kit.LeaveSheets(r.w.canvas(), func() {})
}

func (r *running) onCancel() {
	r.stopped = true
	r.cancel()
}

func (r *running) onProgress(n, total int) { r.progress.SetProgress(n, total) }

func (r *running) onDone(err error) {
	if r.progress != nil {
		r.progress.Close()
	}
	if r.ended != nil {
		r.ended()
	}
	r.w.noteEnd(r.began, err)
	switch {
	case err == nil && r.stopped && r.late != nil:
		r.late()
	case errors.Is(err, context.Canceled), r.store != nil && r.w.app.Store != r.store:
		// Work that ends as the program or its shop file does has nobody left to tell, and the next shop is none of its business.
	case err != nil && r.from.left():
		r.w.offerLater(sentenceOf(err), func() { r.done(err) }, nil)
	case r.shows && r.from.left():
		r.w.offerLater(kit.T("job.done", "Job", r.title), func() { r.done(err) }, r.late)
	default:
		r.done(err)
	}
}

// offerLater says what came of work to an owner who is busy elsewhere. show waits for the button; not, which may be nil, is called
// where they do not want to see it.
func (w *Window) offerLater(said string, show, not func()) {
	w.layer.StayingToast(said, kit.T("job.show"), "", show, not)
}
