package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// SheetOptions say what a sheet's footer offers. The zero value is a sheet that can
// only be closed.
type SheetOptions struct {
	Save     string              // label of the main button; empty for none
	OnSave   func()              // by the main button and Ctrl+Enter; it closes the sheet itself
	Cancel   string              // label of the other button; empty for "Cancel", or "Close" without Save
	OnCancel func()              // after the owner left without saving; may be nil
	Dirty    func() bool         // tells whether leaving would lose something; may be nil
	Width    float32             // the greatest width at 100 % text; 0 for 640
	Extra    []fyne.CanvasObject // at the left of the footer
	Danger   bool                // the main button does what cannot be taken back easily
	Help     string              // what the “?” is asked about; "" for what it is of the sheet beneath, or of the page
	NoHelp   bool                // there is nothing to explain: it asks one thing, or tells one
	Back     func()              // to the sheet before this one, by a button at the left of the footer and BackShortcut; nil for none
	NoCancel bool                // its body has every way on
}

// Sheet is a form over the page: the page behind is dimmed, Tab stays inside, Escape
// leaves it and Ctrl+Enter saves.
type Sheet struct {
	canvas fyne.Canvas
	opts   SheetOptions
	layer  *Layer
	save   *Button
	before fyne.Focusable
	closed bool
}

// ShowSheet opens a sheet over everything on the canvas and puts the cursor into its
// first field.
func ShowSheet(c fyne.Canvas, title string, body fyne.CanvasObject, opts SheetOptions) *Sheet {
	s := &Sheet{canvas: c, opts: opts, before: c.Focused()}
	c.Unfocus()
	scroll := Scroll(body)
	s.inheritHelp()
	if opts.Back != nil {
		s.opts.Extra = append([]fyne.CanvasObject{NewButton(T("kit.back"), s.Back).Hint(ShortcutText(BackShortcut()))}, opts.Extra...)
	}
	s.layer = NewLayer(s.parts(title, scroll), afterOf(c))
	s.layer.OnHelp = s.Help
	s.layer.OnKey = scroll.onKey
	s.layer.OnEscape = s.Cancel
	s.layer.OnSave = s.Save
	s.layer.sheet = s
	c.Overlays().Add(s.layer)
	s.focusFirst()
	return s
}

// focusFirst puts the cursor into the first field. A sheet without one begins with its usual buttons: what stands at the
// left of the footer is for whoever looks for it.
func (s *Sheet) focusFirst() {
	s.canvas.FocusNext()
	for _, extra := range s.opts.Extra {
		if f, ok := extra.(fyne.Focusable); ok && s.canvas.Focused() == f {
			s.canvas.FocusNext()
		}
	}
}

// afterOf gives the timer of the window's layer.
func afterOf(c fyne.Canvas) After {
	if l := TopLayer(c); l != nil {
		return l.after
	}
	return nil
}

// parts lays out the sheet. What stands in its corner comes last, so that the first Tab stop is the form's.
func (s *Sheet) parts(title string, body *ScrollBox) *fyne.Container {
	help := newSign("?", s.Help) // by the keyboard it is F1
	help.Hidden = s.helper() == nil
	layout := sheetLayout{width: s.opts.Width}
	return box(layout, newDimmer(SheetOpen(s.canvas)), newCardGround(), Title(title), body, s.footer(), help, NewCloser(s.Cancel))
}

// footer has the buttons: always the main one at the right and Cancel left of it.
func (s *Sheet) footer() *fyne.Container {
	label := s.opts.Cancel
	if label == "" {
		label = T("kit.cancel")
		if s.opts.Save == "" {
			label = T("kit.close")
		}
	}
	var parts []fyne.CanvasObject
	if !s.opts.NoCancel {
		parts = append(parts, NewButton(label, s.Cancel))
	}
	if s.opts.Save != "" {
		s.save = NewButton(s.opts.Save, s.Save).Primary().Hint(ShortcutText(saveShortcut()))
		if s.opts.Danger {
			s.save.Danger().Hint("")
		}
		parts = append(parts, s.save)
	}
	return box(footLayout{}, FlowRow(gapPart, s.opts.Extra...), HStack(gapPart, parts...))
}

// Save does what the main button does.
func (s *Sheet) Save() {
	if s.opts.OnSave != nil && (s.save == nil || !s.save.Disabled()) {
		s.opts.OnSave()
	}
}

// Back leads to the sheet before this one, where there is one.
func (s *Sheet) Back() {
	if s.opts.Back != nil {
		s.Close()
		s.opts.Back()
	}
}

// BackFromSheet does what Back of the sheet in front does.
func BackFromSheet(c fyne.Canvas) {
	if l := TopLayer(c); l != nil && l.sheet != nil {
		l.sheet.Back()
	}
}

// SaveButton gives the main button, to be disabled or renamed; nil when there is none.
func (s *Sheet) SaveButton() *Button { return s.save }

// Layer gives the sheet's layer, for its toasts.
func (s *Sheet) Layer() *Layer { return s.layer }

// Cancel leaves the sheet as Escape does: when something would be lost, it asks.
func (s *Sheet) Cancel() {
	if !s.dirty() {
		s.leave()
		return
	}
	s.askToLeave(s.leave)
}

// leave closes without saving.
func (s *Sheet) leave() {
	s.Close()
	if s.opts.OnCancel != nil {
		s.opts.OnCancel()
	}
}

// Close takes the sheet away and gives the focus back to what had it before.
func (s *Sheet) Close() {
	if s.closed {
		return
	}
	s.closed = true
	s.canvas.Overlays().Remove(s.layer)
	if s.before != nil && canvasOf(s.before.(fyne.CanvasObject)) == s.canvas {
		s.canvas.Focus(s.before)
	}
}

// SheetOpen tells whether anything lies over the page: the menu's shortcuts, which
// Fyne runs behind it too, must then do nothing.
func SheetOpen(c fyne.Canvas) bool { return c.Overlays().Top() != nil }

// SheetReturnsTo is what the sheet in front gives the focus back to when it closes; nil for nothing, and where none is open.
func SheetReturnsTo(c fyne.Canvas) fyne.Focusable {
	if l, ok := c.Overlays().Top().(*Layer); ok && l.sheet != nil {
		return l.sheet.before
	}
	return nil
}

// ReturnSheetTo has the sheet in front give the focus to f when it closes: what had it is shown no more.
func ReturnSheetTo(c fyne.Canvas, f fyne.Focusable) {
	if l, ok := c.Overlays().Top().(*Layer); ok && l.sheet != nil {
		l.sheet.before = f
	}
}

// Confirm asks before something that cannot be undone. yes is the word on the button
// that does it; the cursor is on the other one.
func Confirm(c fyne.Canvas, sentence, yes string, onYes func()) *Sheet {
	var s *Sheet
	opts := SheetOptions{Save: yes, Danger: true, Width: 460, NoHelp: true}
	opts.OnSave = func() { s.Close(); onYes() }
	s = ShowSheet(c, T("kit.sure"), Body(sentence), opts)
	return s
}

// newCardGround is the raised surface of a sheet, with its shadow.
func newCardGround() *surface {
	ground := newSurface(ColorCard, ColorHairline, radiusCard)
	ground.shadow = true
	return ground
}

// dimmer dims the page behind a sheet and keeps the mouse from it.
type dimmer struct {
	widget.BaseWidget
	ground *surface
	before fyne.Focusable // what had the focus when the mouse was pressed
}

// newDimmer dims a page, or a little more what is dimmed already.
func newDimmer(again bool) *dimmer {
	s := &dimmer{ground: newSurface(ColorDim, "", 0)}
	if again {
		s.ground.fill = ColorShadow
	}
	s.ExtendBaseWidget(s)
	return s
}

// MouseDown notes what has the focus: Fyne takes it away at every press beside it.
func (s *dimmer) MouseDown(*desktop.MouseEvent) {
	if c := canvasOf(s); c != nil {
		s.before = c.Focused()
	}
}

// MouseUp does nothing.
func (s *dimmer) MouseUp(*desktop.MouseEvent) {}

// Tapped does nothing but give the focus back: a stray click must not lose what was typed, nor the keyboard its place.
func (s *dimmer) Tapped(*fyne.PointEvent) {
	c := canvasOf(s)
	switch {
	case c == nil || c.Focused() != nil:
	case s.before != nil:
		c.Focus(s.before)
	default:
		c.FocusNext()
	}
}

// TappedSecondary is the same with the other button.
func (s *dimmer) TappedSecondary(e *fyne.PointEvent) { s.Tapped(e) }

// Scrolled does nothing.
func (s *dimmer) Scrolled(*fyne.ScrollEvent) {}

// MouseIn does nothing.
func (s *dimmer) MouseIn(*desktop.MouseEvent) {}

// MouseMoved does nothing.
func (s *dimmer) MouseMoved(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (s *dimmer) MouseOut() {}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (s *dimmer) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.ground) }
