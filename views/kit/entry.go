package kit

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field to type in. Tab into it selects what is there; Escape, Ctrl+Enter
// and the window's shortcuts pass through it.
type Entry struct {
	widget.Entry
	correction
	ownName

	// OnEscape is called by Escape instead of the layer's. May be nil.
	OnEscape func()
	// OnFocus is told when the entry gains and loses the focus. May be nil.
	OnFocus func(focused bool)

	self                       fyne.CanvasObject // the widget that embeds this one, or itself
	hints                      []string          // the placeholder, and what stands in its place in less room
	focused, clicking, problem bool
	drawn                      bool // Fyne's entry can take keys only once it is drawn
}

// NewEntry makes a field of one line.
func NewEntry(placeholder string) *Entry {
	e := &Entry{}
	e.init(e, placeholder)
	return e
}

// init makes e an entry of one line; self is the widget that embeds it, or itself.
func (e *Entry) init(self fyne.Widget, placeholder string) {
	e.self = self
	e.PlaceHolder, e.hints = placeholder, []string{placeholder}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(self)
}

// NewArea makes a field of several lines, rows of which are seen. Tab leaves it.
func NewArea(placeholder string, rows int) *Entry {
	e := &Entry{}
	e.init(e, placeholder)
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	return e
}

// AcceptsTab says no: Tab moves on, in fields of several lines too.
func (e *Entry) AcceptsTab() bool { return false }

// MouseDown puts the cursor where the mouse is, without selecting everything.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.clicking = true
	e.Entry.MouseDown(m)
	e.clicking = false
}

// FocusGained selects the text, shows the ring and scrolls the field into view.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	if !e.clicking && !e.MultiLine {
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	reveal(e.self)
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// FocusLost takes the ring away.
func (e *Entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}

// TypedKey hands Escape, F1 and F10 on.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	case key.Name == fyne.KeyEscape || key.Name == fyne.KeyF1 || key.Name == fyne.KeyF10:
		keyFrom(e.self, key)
	default:
		e.change(func() { e.Entry.TypedKey(key) })
	}
}

// TypedRune writes a letter.
func (e *Entry) TypedRune(r rune) { e.change(func() { e.Entry.TypedRune(r) }) }

// change does what may change the text, and tells whether it did.
func (e *Entry) change(do func()) bool {
	before := e.Text
	do()
	changed := e.Text != before
	if changed {
		e.corrected()
	}
	return changed
}

// UndoTyping takes back what was typed last and tells whether there was anything: the window asks before it
// takes Ctrl+Z for its own.
func (e *Entry) UndoTyping() bool { return e.retype(&fyne.ShortcutUndo{}) }

// RedoTyping types again what UndoTyping took back and tells whether there was anything.
func (e *Entry) RedoTyping() bool { return e.retype(&fyne.ShortcutRedo{}) }

func (e *Entry) retype(s fyne.Shortcut) bool {
	return e.change(func() { e.Entry.TypedShortcut(s) })
}

// TypedShortcut keeps what edits text, saves with Ctrl+Enter, and hands every other
// shortcut to the canvas.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok && paste.Clipboard != nil {
		copied := readOnce{paste.Clipboard, paste.Clipboard.Content()}
		if pasteKept(canvasOf(e.self), copied.text) {
			return
		}
		s = &fyne.ShortcutPaste{Clipboard: copied}
	}
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok || editsText(custom) {
		e.change(func() { e.Entry.TypedShortcut(s) })
		return
	}
	shortcutFrom(e.self, s)
}

// readOnce is a clipboard whose content was read: each reading asks the program that has it, which may be slow to answer, or
// have something else by then.
type readOnce struct {
	fyne.Clipboard
	text string
}

// Content is what was read.
func (c readOnce) Content() string { return c.text }

// pasteKept tells whether the layer in front has done something else with what was copied.
func pasteKept(c fyne.Canvas, text string) bool {
	l := TopLayer(c)
	return l != nil && l.OnPaste != nil && l.OnPaste(text)
}

// shortcutFrom does what the canvas would have done with a shortcut, had Fyne not handed it to the widget with the keyboard.
func shortcutFrom(o fyne.CanvasObject, s fyne.Shortcut) {
	c := canvasOf(o)
	if custom, ok := s.(*desktop.CustomShortcut); ok && savesForm(custom) {
		saveOn(c)
		return
	}
	if c, ok := c.(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// editsText tells whether a key moves by words or deletes them: with Ctrl, on a Mac with Alt, which leads back elsewhere.
func editsText(s *desktop.CustomShortcut) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return s.Modifier != fyne.KeyModifierAlt || runtime.GOOS == "darwin"
	}
	return false
}

// SetText replaces the text. Nothing is selected after it: Fyne would keep the old
// selection, and the next letter but one would replace the next.
func (e *Entry) SetText(text string) {
	if e.drawn {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	}
	e.Entry.SetText(text)
}

// setProblem draws the border in the colour of problems, or not.
func (e *Entry) setProblem(on bool) {
	if e.problem != on {
		e.problem = on
		e.Refresh()
	}
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	e.drawn = true
	r := &entryRenderer{WidgetRenderer: e.Entry.CreateRenderer(), entry: e, mask: canvas.NewRectangle(nil), ring: newRing()}
	r.wheel = newWheelCatcher(r.onWheel)
	r.paint()
	return r
}

// entryRenderer draws the house's border and ring over Fyne's entry, and hides the
// scroll bar that Fyne puts through the bottom of a line longer than its field.
type entryRenderer struct {
	fyne.WidgetRenderer
	entry      *Entry
	mask, ring *canvas.Rectangle
	wheel      *wheelCatcher
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	objects := r.WidgetRenderer.Objects()
	return append(objects[:len(objects):len(objects)], r.mask, r.ring, r.wheel)
}

func (r *entryRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.fitHint()
	const under = fieldPad - 1
	place(r.mask, 1, size.Height-under-1, max(size.Width-2, 0), under)
	placeRing(r.ring, fyne.Position{}, size, 0)
	r.wheel.Resize(size)
	r.hideInner()
}

// onWheel scrolls a field of several lines, and the page where the field has no more to show.
func (r *entryRenderer) onWheel(e *fyne.ScrollEvent) { turnWheel(r.entry.self, r.words(), e) }

// words is what Fyne's entry scrolls its lines in; nil in a field of one line.
func (r *entryRenderer) words() *container.Scroll {
	if !r.entry.MultiLine {
		return nil
	}
	for _, o := range r.WidgetRenderer.Objects() {
		if scroll, ok := o.(*container.Scroll); ok {
			return scroll
		}
	}
	return nil
}

func (r *entryRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.fitHint()
	r.paint()
	r.ring.Refresh()
}

// hideInner makes Fyne's own border, the second thing its entry draws, invisible.
func (r *entryRenderer) hideInner() {
	if objects := r.WidgetRenderer.Objects(); len(objects) > 1 {
		if border, ok := objects[1].(*canvas.Rectangle); ok {
			border.StrokeColor = role(colorClear)
			border.Refresh()
		}
	}
}

func (r *entryRenderer) paint() {
	r.hideInner()
	r.mask.FillColor = role(ColorCard)
	r.mask.BottomLeftCornerRadius, r.mask.BottomRightCornerRadius = radiusField-1, radiusField-1
	r.mask.Hidden = r.entry.MultiLine
	paintFieldBorder(r.ring, r.entry.focused, r.entry.problem)
}
