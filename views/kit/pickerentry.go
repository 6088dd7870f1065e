package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pickerEntry is the field of a Picker: its keys go to the list while that is open,
// and any key that edits takes the place of what was chosen.
type pickerEntry struct {
	Entry
	picker *Picker
	shift  bool
	silent bool
}

func newPickerEntry(p *Picker) *pickerEntry {
	e := &pickerEntry{picker: p}
	e.init(e, "")
	e.OnChanged = e.changed
	return e
}

// quietly replaces the text without asking for options.
func (e *pickerEntry) quietly(text string) {
	e.silent = true
	e.SetText(text)
	e.silent = false
}

func (e *pickerEntry) changed(text string) {
	if !e.silent {
		e.picker.typed(text)
	}
}

// AcceptsTab takes Tab while an option is marked, to choose it.
func (e *pickerEntry) AcceptsTab() bool { return e.picker.Open() && e.picker.list.marked >= 0 }

// KeyDown notes Shift, which Fyne does not tell with Tab.
func (e *pickerEntry) KeyDown(key *fyne.KeyEvent) {
	e.shift = e.shift || isShift(key)
	e.Entry.KeyDown(key)
}

// KeyUp notes that Shift was let go.
func (e *pickerEntry) KeyUp(key *fyne.KeyEvent) {
	e.shift = e.shift && !isShift(key)
	e.Entry.KeyUp(key)
}

func isShift(key *fyne.KeyEvent) bool {
	return key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight
}

// FocusLost closes the list.
func (e *pickerEntry) FocusLost() {
	e.shift = false
	e.Entry.FocusLost()
	if !e.picker.list.pressed {
		e.picker.close()
	}
}

// TypedRune begins a new search when something was chosen.
func (e *pickerEntry) TypedRune(r rune) {
	if e.picker.chosen != nil {
		e.picker.clearByOwner()
	}
	e.Entry.TypedRune(r)
}

// TypedShortcut lets a paste take the place of what was chosen.
func (e *pickerEntry) TypedShortcut(s fyne.Shortcut) {
	if _, paste := s.(*fyne.ShortcutPaste); paste && e.picker.chosen != nil {
		e.picker.clearByOwner()
	}
	e.Entry.TypedShortcut(s)
}

// TypedKey moves in the list, chooses, and clears.
func (e *pickerEntry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && e.picker.OnEscape != nil {
		e.picker.OnEscape()
		return
	}
	if e.picker.Open() && e.listKey(key) {
		return
	}
	if e.picker.OnSubmitted != nil && (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) {
		e.picker.OnSubmitted()
		return
	}
	if e.picker.chosen != nil && (key.Name == fyne.KeyBackspace || key.Name == fyne.KeyDelete) {
		e.picker.clearByOwner()
		return
	}
	if key.Name == fyne.KeyBackspace && e.Text == "" && e.picker.OnErase != nil {
		e.picker.OnErase()
		return
	}
	if key.Name == fyne.KeyDown && e.picker.chosen == nil {
		e.picker.offer(e.Text)
		return
	}
	e.Entry.TypedKey(key)
}

// listKey handles a key while the list is open, and tells whether it was one for the list.
func (e *pickerEntry) listKey(key *fyne.KeyEvent) bool {
	p := e.picker
	switch key.Name {
	case fyne.KeyDown:
		p.list.mark(p.list.marked + 1)
	case fyne.KeyUp:
		p.list.mark(p.list.marked - 1)
	case fyne.KeyEscape:
		p.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.list.marked < 0 {
			p.close()
			return false
		}
		p.chooseAt(p.list.marked)
	case fyne.KeyTab:
		e.tab()
	default:
		return false
	}
	return true
}

// tab chooses and moves on; with Shift it only moves back.
func (e *pickerEntry) tab() {
	c := canvasOf(e)
	if e.shift {
		c.FocusPrevious()
		return
	}
	e.picker.chooseAt(e.picker.list.marked)
	c.FocusNext()
}

// pickerFace lies over the field and shows what was chosen.
type pickerFace struct {
	widget.BaseWidget
	words   *RichLine
	content *fyne.Container
}

func newPickerFace(p *Picker) *pickerFace {
	f := &pickerFace{words: Rich("").Ellipsis()}
	f.ExtendBaseWidget(f)
	f.content = Inset(fieldPad+1, 0, 6, 0, HStack(4, Grow(f.words), newCross(p.clearByOwner)))
	return f
}

func (f *pickerFace) show(o Option) {
	markup := "**" + Escape(o.Title) + "**"
	if o.Second != "" {
		markup += "  _" + Escape(o.Second) + "_"
	}
	f.words.SetMarkup(markup)
	f.Refresh()
}

// Parts gives the words and the cross.
func (f *pickerFace) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{f.content} }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (f *pickerFace) CreateRenderer() fyne.WidgetRenderer {
	ground := Pad(ringWidth, newSurface(ColorCard, "", radiusField-ringWidth))
	return widget.NewSimpleRenderer(Over(ground, f.content))
}
