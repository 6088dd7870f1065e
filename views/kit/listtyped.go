package kit

import "fyne.io/fyne/v2"

// TypedRune activates with a space, or picks the row where rows can be picked, and hands a letter typed on the list to OnTyped.
func (l *List) TypedRune(r rune) {
	if r == ' ' && l.picks != nil {
		l.pick(l.cursor(), false)
		return
	}
	if r != ' ' && l.OnTyped != nil {
		l.OnTyped(r)
	}
	l.control.TypedRune(r)
}

// TypeInto gives the focus to a field and types a letter there, behind what it holds:
// what OnTyped of a list below a filter does.
func TypeInto(field fyne.Focusable, r rune) {
	focusOn(field)
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	field.TypedRune(r)
}
