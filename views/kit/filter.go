package kit

import "fyne.io/fyne/v2"

// FilterEntry is the field above a list that shows less of it at every key. Down and
// Enter go on into the list, Escape empties the field.
type FilterEntry struct {
	Entry

	// OnTyped is called with the text after every change by the owner. May be nil.
	OnTyped func(text string)
	// OnList is called when the owner wants to go on into the list. May be nil.
	OnList func()

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
	switch {
	case key.Name == fyne.KeyDown, key.Name == fyne.KeyReturn, key.Name == fyne.KeyEnter:
		if f.OnList != nil {
			f.OnList()
		}
	case key.Name == fyne.KeyEscape && f.Text != "":
		f.SetText("")
	default:
		f.Entry.TypedKey(key)
	}
}
