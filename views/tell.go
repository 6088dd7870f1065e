package views

import (
	"context"
	"errors"
	"log/slog"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// Did tells the owner what was just done, and offers to take it back where it changed anything: of what was so already
// there is nothing to undo.
func (w *Window) Did(sentence string) {
	change := w.store().LastChange()
	if change == 0 {
		w.Say(sentence)
		return
	}
	w.layer.Toast(sentence, kit.T("undo"), w.shortcutText("undo"), func() { w.undo(change, sentence) })
}

// Say tells the owner something that needs no answer.
func (w *Window) Say(sentence string) { w.layer.Toast(sentence, "", "", nil) }

// Offer tells the owner something and offers one thing to do about it. An Undo can be pressed as well; see onUndo.
func (w *Window) Offer(sentence, action string, do func()) {
	key := ""
	if action == kit.T("undo") {
		key = w.shortcutText("undo")
	}
	w.layer.Toast(sentence, action, key, do)
}

// Trouble tells the owner in one sentence what went wrong. The cause goes to the log file.
func (w *Window) Trouble(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	slog.Error("told the owner", "error", err)
	kit.ShowSheet(w.canvas(), kit.T("trouble.title"), kit.Body(sentenceOf(err)), kit.SheetOptions{Width: 460})
}

// sentenceOf is the one plain sentence for an error.
func sentenceOf(err error) string {
	if p, ok := models.IsProblem(err); ok {
		return kit.Sentence(p)
	}
	if errors.Is(err, models.ErrNotFound) {
		return kit.T("trouble.gone")
	}
	return kit.T("trouble.ours")
}

// Run does long work beside the window. After a moment its progress is shown, with Cancel; done is called at the
// end unless the owner cancelled.
func (w *Window) Run(title string, work app.Work, done func(error)) { w.runOr(title, work, done, nil) }

// runOr is Run for work that leaves something behind: late, which may be nil, is called in place of done where the work
// was through before it heard that the owner had cancelled it.
func (w *Window) runOr(title string, work app.Work, done func(error), late func()) {
	r := w.newRunning(title, done)
	r.late = late
	r.start(work)
}

func (w *Window) newRunning(title string, done func(error)) *running {
	return &running{w: w, title: title, done: done, store: w.app.Store}
}

func (r *running) start(work app.Work) {
	r.cancel = r.w.app.Run(work, app.Watch{Slow: r.onSlow, Progress: r.onProgress, Done: r.onDone})
}

// running is long work under way.
type running struct {
	w        *Window
	title    string
	done     func(error)
	late     func()        // nil where what is done is done
	ended    func()        // called at the end, however it came; may be nil
	stopped  bool          // the owner has cancelled
	store    *models.Store // of the shop file it began with; nil without one
	cancel   func()
	progress *kit.Progress // nil while the work is quick
}

func (r *running) onSlow() { r.progress = kit.ShowProgress(r.w.canvas(), r.title, r.onCancel) }

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
	if err == nil && r.stopped && r.late != nil {
		r.late()
		return
	}
	// Work that ends as the program or its shop file does has nobody left to tell, and the next shop is none of its business.
	if !errors.Is(err, context.Canceled) && (r.store == nil || r.w.app.Store == r.store) {
		r.done(err)
	}
}
