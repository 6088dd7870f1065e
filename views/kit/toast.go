package kit

import (
	"time"
)

// toastTime is how long a toast stays: long enough to read a sentence and press Undo.
const toastTime = 10 * time.Second

// Toast says on the layer what was done, for some seconds. action is the word to click to do something about it
// ("Undo"), key the shortcut that does the same; both empty for none. A new toast takes the place of the one before.
func (l *Layer) Toast(text, action, key string, onAction func()) {
	gone := l.StayingToast(text, action, key, onAction)
	if l.after != nil {
		l.toast.cancel = l.after(toastTime, gone)
	}
}

// StayingToast is a Toast that waits until it is taken, another takes its place, or the func it gives is called: for what
// nobody may be there to read.
func (l *Layer) StayingToast(text, action, key string, onAction func()) (gone func()) {
	l.HideToast()
	t := newToast(text)
	if action != "" {
		t.action, t.onAction = action, onAction
		t.setAction(NewButton(action, l.takeAction(t)).Small().Hint(key))
	}
	l.toast = t
	l.Refresh()
	return l.expire(t)
}

// expire hides t when it is still the one that is shown.
func (l *Layer) expire(t *toast) func() {
	return func() {
		if l.toast == t {
			l.HideToast()
		}
	}
}

// takeAction does what t offers.
func (l *Layer) takeAction(t *toast) func() {
	return func() {
		if l.toast == t {
			l.TakeToast()
		}
	}
}

// TakeToast does what the toast on screen offers and tells whether there was
// anything: the window calls it for Ctrl+Z.
func (l *Layer) TakeToast() bool {
	t := l.toast
	if t == nil || t.onAction == nil {
		return false
	}
	l.HideToast()
	t.onAction()
	return true
}

// ToastAction is the word on the toast's button; empty when there is none.
func (l *Layer) ToastAction() string {
	if l.toast == nil || l.toast.onAction == nil {
		return ""
	}
	return l.toast.action
}

// HideToast takes the toast away.
func (l *Layer) HideToast() {
	if l.toast == nil {
		return
	}
	if l.toast.cancel != nil {
		l.toast.cancel()
	}
	l.toast = nil
	l.Refresh()
}

// ToastText is what the toast on screen says; empty when there is none.
func (l *Layer) ToastText() string {
	if l.toast == nil {
		return ""
	}
	return l.toast.text.Text()
}
