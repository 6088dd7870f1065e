package kit

import (
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Select is a choice of one from a list that drops down. Enter, Space, Down or a click
// opens it; letters go to what begins with them; arrows move, Enter and Tab choose,
// Escape closes.
type Select struct {
	control
	choices  []Choice
	value    string
	onChange func(string)
	list     *dropList
	typed    string    // letters typed in quick succession
	typedAt  time.Time // when the last of them was typed
	now      func() time.Time
	shift    bool // is held: Fyne does not tell it with Tab
}

// NewSelect makes a closed list of which value is chosen.
func NewSelect(choices []Choice, value string, onChange func(string)) *Select {
	s := &Select{choices: choices, value: value, onChange: onChange, now: time.Now}
	s.list = newDropList(s.chooseByMouse, s.close)
	s.extend(s)
	return s
}

// Value gives what is chosen, or "".
func (s *Select) Value() string { return s.value }

// SetValue chooses without calling onChange.
func (s *Select) SetValue(value string) {
	s.value = value
	s.Refresh()
}

// SetChoices replaces the list.
func (s *Select) SetChoices(choices []Choice) {
	s.choices = choices
	s.close()
	s.Refresh()
}

func (s *Select) index() int {
	for i, c := range s.choices {
		if c.Value == s.value {
			return i
		}
	}
	return -1
}

// Text gives the words of what is chosen, or "".
func (s *Select) Text() string { return s.label() }

// label is what is written in the box.
func (s *Select) label() string {
	if i := s.index(); i >= 0 {
		return s.choices[i].Label
	}
	return ""
}

// Open tells whether the list is shown.
func (s *Select) Open() bool {
	layer := TopLayer(canvasOf(s))
	return layer != nil && layer.floats(s.list)
}

func (s *Select) open() {
	layer := TopLayer(canvasOf(s))
	if layer == nil || s.Disabled() {
		return
	}
	options := make([]Option, len(s.choices))
	for i, c := range s.choices {
		options[i] = Option{Title: c.Label}
	}
	s.list.set(options, "", max(s.index(), 0))
	layer.ShowFloat(s.list, s)
}

func (s *Select) close() {
	if s.Open() {
		TopLayer(canvasOf(s)).HideFloat()
	}
}

func (s *Select) chooseAt(i int) {
	s.close()
	if i < 0 || i >= len(s.choices) || i == s.index() {
		return
	}
	s.SetValue(s.choices[i].Value)
	s.corrected()
	if s.onChange != nil {
		s.onChange(s.value)
	}
}

// chooseByMouse chooses, and takes the focus back.
func (s *Select) chooseByMouse(i int) {
	s.focusByMouse()
	s.chooseAt(i)
}

// Tapped opens or closes the list.
func (s *Select) Tapped(*fyne.PointEvent) {
	wasOpen := s.Open()
	s.focusByMouse()
	if wasOpen {
		s.close()
		return
	}
	s.open()
}

// AcceptsTab takes Tab while the list is open, to choose.
func (s *Select) AcceptsTab() bool { return s.Open() }

// KeyDown notes Shift.
func (s *Select) KeyDown(key *fyne.KeyEvent) { s.shift = s.shift || isShift(key) }

// KeyUp notes that Shift was let go.
func (s *Select) KeyUp(key *fyne.KeyEvent) { s.shift = s.shift && !isShift(key) }

// tab moves on and chooses; with Shift it only moves back.
func (s *Select) tab() {
	c := canvasOf(s)
	if s.shift {
		c.FocusPrevious()
		return
	}
	s.chooseAt(s.list.marked)
	c.FocusNext()
}

// FocusLost closes the list.
func (s *Select) FocusLost() {
	s.shift = false
	s.control.FocusLost()
	if !s.list.pressed {
		s.close()
	}
}

// TypedKey opens the list and moves in it.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	switch {
	case s.Open():
		s.openKey(key)
	case isTap(key) || key.Name == fyne.KeyDown || key.Name == fyne.KeyUp:
		s.open()
	default:
		s.control.TypedKey(key)
	}
}

// openKey handles a key while the list is shown.
func (s *Select) openKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown:
		s.list.mark(s.list.marked + 1)
	case fyne.KeyUp:
		s.list.mark(s.list.marked - 1)
	case fyne.KeyHome, fyne.KeyPageUp:
		s.list.mark(0)
	case fyne.KeyEnd, fyne.KeyPageDown:
		s.list.mark(len(s.choices) - 1)
	case fyne.KeyEscape:
		s.close()
	case fyne.KeyTab:
		s.tab()
	case fyne.KeyReturn, fyne.KeyEnter:
		s.chooseAt(s.list.marked)
	}
}

// typeAheadPause ends a word typed ahead.
const typeAheadPause = time.Second

// TypedRune goes to the choice that begins with the letters typed; a space before any letter is a click.
func (s *Select) TypedRune(r rune) {
	now := s.now()
	if now.Sub(s.typedAt) > typeAheadPause {
		s.typed = ""
	}
	if r == ' ' && s.typed == "" {
		s.control.TypedRune(r)
		return
	}
	s.typed += string(unicode.ToLower(r))
	s.typedAt = now
	for i, c := range s.choices {
		if !strings.HasPrefix(strings.ToLower(c.Label), s.typed) {
			continue
		}
		if s.Open() {
			s.list.mark(i)
		} else {
			s.chooseAt(i)
		}
		return
	}
}

// Cursor is a hand.
func (s *Select) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MinSize has room for the widest choice.
func (s *Select) MinSize() fyne.Size {
	size := fyne.Size{}
	for _, c := range s.choices {
		words, _ := textExtent(c.Label, theme.Size(SizeBody), fyne.TextStyle{})
		size = size.Max(words)
	}
	height, _ := textExtent("M", theme.Size(SizeBody), fyne.TextStyle{})
	return fyne.NewSize(min(size.Width, scaled(240))+44, height.Height+2*fieldPad)
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	r := &selectRenderer{sel: s, ground: canvas.NewRectangle(nil), left: canvas.NewLine(nil),
		right: canvas.NewLine(nil), words: Body("").Ellipsis(), ring: newRing()}
	r.paint()
	return r
}

type selectRenderer struct {
	sel          *Select
	ground, ring *canvas.Rectangle
	left, right  *canvas.Line
	words        *RichLine
}

func (*selectRenderer) Destroy()             {}
func (r *selectRenderer) MinSize() fyne.Size { return r.sel.MinSize() }
func (r *selectRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.words, r.left, r.right, r.ring}
}

func (r *selectRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	height := r.words.lineHeight()
	place(r.words, fieldPad+1, (size.Height-height)/2, size.Width-40, height)
	placeMark([2]*canvas.Line{r.left, r.right}, size.Width-18, size.Height/2+2)
	placeRing(r.ring, fyne.Position{}, size, 0)
}

func (r *selectRenderer) Refresh() {
	r.paint()
	r.Layout(r.sel.Size())
	canvas.Refresh(r.sel)
}

func (r *selectRenderer) paint() {
	r.ground.FillColor, r.ground.CornerRadius = role(ColorCard), radiusField
	for _, line := range []*canvas.Line{r.left, r.right} {
		line.StrokeColor, line.StrokeWidth = role(ColorQuiet), 1.5
	}
	r.words.SetText(r.sel.label())
	paintFieldBorder(r.ring, r.sel.ringShown() || r.sel.Open(), false)
}
