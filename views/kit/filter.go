package kit

import "fyne.io/fyne/v2"

// FilterEntry is the field above a list that shows less of it at every key. Down and,
// where it does nothing of its own, Enter go on into the list, Escape empties the field.
type FilterEntry struct {
	Entry

	// OnTyped is called with the text after every change by the owner. May be nil.
	OnTyped func(text string)
	// OnList is called when the owner wants to go on into the list. May be nil.
	OnList func()
	// OnEnter is called by Enter instead of OnList. May be nil.
	OnEnter func()

	silent bool
}

// NewFilterEntry makes an empty field.
func NewFilterEntry(placeholder string) *FilterEntry {
	f := &FilterEntry{}
	f.init(f, placeholder)
	f.OnChanged = f.changed
	return f
}

// Clear empties the field without calling OnTyped.
func (f *FilterEntry) Clear() {
	f.silent = true
	f.SetText("")
	f.silent = false
}

func (f *FilterEntry) changed(text string) {
	if f.OnTyped != nil && !f.silent {
		f.OnTyped(text)
	}
}

// TypedKey goes into the list, and empties the field.
func (f *FilterEntry) TypedKey(key *fyne.KeyEvent) {
	enter := key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
	switch {
	case enter && f.OnEnter != nil:
		f.OnEnter()
	case enter, key.Name == fyne.KeyDown:
		if f.OnList != nil {
			f.OnList()
		}
	case key.Name == fyne.KeyEscape && f.Text != "":
		f.SetText("")
	default:
		f.Entry.TypedKey(key)
	}
}
