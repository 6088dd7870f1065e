package kit

import "fyne.io/fyne/v2"

// FocusTarget is what takes the focus in the field, or nil. The canvas can focus it
// before its first frame, when Focus cannot find the canvas yet: on a page just shown.
func (f *Field) FocusTarget() fyne.Focusable { return focusTarget(f.input) }
