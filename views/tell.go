package views

import (
	"context"
	"errors"
	"log/slog"

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
	w.didPage(sentence, func() { w.undo(change, sentence) })
}

// didPage tells what was just done while its page is in front. Later it is taken back as every change is, by the menu and its key.
func (w *Window) didPage(sentence string, undo func()) {
	w.layer.PageToast(sentence, kit.T("undo"), w.shortcutText("undo"), undo)
}

// Say tells the owner something that needs no answer, while its page is in front.
func (w *Window) Say(sentence string) { w.layer.PageToast(sentence, "", "", nil) }

// Offer tells the owner something and offers one thing to do about it, over other pages too: it can be had in no other way. An Undo
// can be pressed as well; see onUndo.
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
	kit.ShowSheet(w.canvas(), kit.T("trouble.title"), kit.Body(sentenceOf(err)), kit.SheetOptions{Width: 460, NoHelp: true})
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
