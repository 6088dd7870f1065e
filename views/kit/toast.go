package kit

import (
	"slices"
	"time"
)

// toastTime is how long a toast stays: long enough to read a sentence and press Undo.
const toastTime = 10 * time.Second

// Toast says on the layer what was done, for some seconds. action is the word to click to do something about it
// ("Undo"), key the shortcut that does the same; both empty for none. A new toast takes the place of the one before.
func (l *Layer) Toast(text, action, key string, onAction func()) {
	t := l.newToast(text, action, key, onAction)
	l.showToast(t)
	if l.after != nil {
		t.cancel = l.after(toastTime, func() { l.dropToast(t) })
	}
}

// PageToast is a Toast that is about the page in front, and goes with it: see LeavePage. What it offers can be had in another way too.
func (l *Layer) PageToast(text, action, key string, onAction func()) {
	l.Toast(text, action, key, onAction)
	l.toast.ofPage = true
}

// LeavePage takes away what was said about a page that is in front no more.
func (l *Layer) LeavePage() {
	if l.toast != nil && l.toast.ofPage {
		l.HideToast()
	}
}

// StayingToast is a Toast that waits until it is taken, put off by its other button, which calls onNot as well (nil for
// nothing), or the func it gives is called: for what nobody may be there to read. Another toast covers it for its time only;
// of several that wait the newest is shown.
func (l *Layer) StayingToast(text, action, key string, onAction, onNot func()) (gone func()) {
	t := l.newToast(text, action, key, onAction)
	gone = func() { l.dropToast(t) }
	putOff := func() {
		gone()
		if onNot != nil {
			onNot()
		}
	}
	t.addButton(NewButton(T("kit.notNow"), putOff).Small())
	l.waiting = append(l.waiting, t)
	l.showToast(t)
	return gone
}

func (l *Layer) newToast(text, action, key string, onAction func()) *toast {
	t := newToast(text)
	if action != "" {
		t.action, t.onAction = action, onAction
		t.addButton(NewButton(action, l.takeAction(t)).Small().Hint(key))
	}
	return t
}

// showToast shows t, or nothing, in place of what is shown.
func (l *Layer) showToast(t *toast) {
	if l.toast != nil {
		l.toast.leave()
	}
	l.toast = t
	l.Refresh()
}

// dropToast takes t away, whether it is shown or waits; the newest that waits is shown then.
func (l *Layer) dropToast(t *toast) {
	l.waiting = slices.DeleteFunc(l.waiting, func(other *toast) bool { return other == t })
	if l.toast != t {
		return
	}
	var next *toast
	if n := len(l.waiting); n > 0 {
		next = l.waiting[n-1]
	}
	l.showToast(next)
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

// HideToast takes the toast on screen away.
func (l *Layer) HideToast() {
	if l.toast != nil {
		l.dropToast(l.toast)
	}
}

// HideToasts takes away every toast, those that wait as well.
func (l *Layer) HideToasts() {
	l.waiting = nil
	l.HideToast()
}

// ToastText is what the toast on screen says; empty when there is none.
func (l *Layer) ToastText() string {
	if l.toast == nil {
		return ""
	}
	return l.toast.text.Text()
}

// ToastStays tells whether the toast on screen is a StayingToast, which comes back after another.
func (l *Layer) ToastStays() bool { return l.toast != nil && slices.Contains(l.waiting, l.toast) }
