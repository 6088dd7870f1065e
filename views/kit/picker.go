package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Picker finds one of many while the owner types. At most eight options drop down
// under it; Up and Down mark one, Enter and Tab choose it, Escape closes the list.
// What was chosen stands in the field, and typing replaces it.
type Picker struct {
	widget.BaseWidget

	// OnChosen is called with the option the owner chose. May be nil.
	OnChosen func(Option)
	// OnCleared is called when the owner took the choice away. May be nil.
	OnCleared func()
	// OnTyped is called with the text after every key. May be nil.
	OnTyped func(string)
	// OnEscape is called by Escape, which then does nothing else. May be nil.
	OnEscape func()
	// OnErase is called by Backspace in the empty field. May be nil.
	OnErase func()
	// OnSubmitted is called by Enter when no option is marked. May be nil: then Enter does nothing.
	OnSubmitted func()
	// FreeText is for fields in which the words themselves are the answer: no option
	// is marked until Down is pressed, and Tab leaves the words as they are.
	FreeText bool
	// Whole is for searches that also answer an empty text: Down in the empty field shows what there is.
	Whole bool

	search func(string) []Option
	entry  *pickerEntry
	list   *dropList
	chosen *Option
	face   *pickerFace
}

// NewPicker makes a picker that asks search for the options that fit a text, the
// best first. search is called at every key and must answer within a frame.
func NewPicker(search func(text string) []Option) *Picker {
	p := &Picker{search: search}
	p.ExtendBaseWidget(p)
	p.entry = newPickerEntry(p)
	p.list = newDropList(p.chooseByMouse, p.close)
	p.face = newPickerFace(p)
	p.face.Hide()
	return p
}

// SetPlaceHolder says what can be typed here, and what in less room; see Entry.
func (p *Picker) SetPlaceHolder(text string, shorter ...string) {
	p.entry.SetPlaceHolder(text, shorter...)
}

// Text gives what stands in the field: what was chosen, or else what was typed.
func (p *Picker) Text() string {
	if p.chosen != nil {
		return p.chosen.Title
	}
	return strings.TrimSpace(p.entry.Text)
}

// SetText puts words into the field without choosing anything.
func (p *Picker) SetText(text string) {
	p.setChosen(nil)
	p.entry.quietly(text)
}

// Chosen gives the option that was chosen, if one was.
func (p *Picker) Chosen() (Option, bool) {
	if p.chosen == nil {
		return Option{}, false
	}
	return *p.chosen, true
}

// SetChosen chooses without calling OnChosen.
func (p *Picker) SetChosen(o Option) {
	p.entry.quietly("")
	p.setChosen(&o)
}

// Clear empties the field without calling OnCleared.
func (p *Picker) Clear() {
	p.setChosen(nil)
	p.entry.quietly("")
}

func (p *Picker) setChosen(o *Option) {
	p.chosen = o
	p.close()
	p.face.Hidden = o == nil
	if o != nil {
		p.face.show(*o)
	}
	p.Refresh()
}

// typed is called after every key that changed the text.
func (p *Picker) typed(text string) {
	if text != "" {
		p.offer(text)
	} else {
		p.close() // Down shows the whole list
	}
	if p.OnTyped != nil {
		p.OnTyped(strings.TrimSpace(text))
	}
}

// offer shows what fits text.
func (p *Picker) offer(text string) {
	text = strings.TrimSpace(text)
	var options []Option
	if text != "" || p.Whole {
		options = p.search(text)
	}
	layer := TopLayer(canvasOf(p))
	if layer == nil || len(options) == 0 {
		p.close()
		return
	}
	if len(options) > dropRows {
		options = options[:dropRows]
	}
	marked := 0
	if p.FreeText {
		marked = -1
	}
	p.list.set(options, text, marked)
	layer.ShowFloat(p.list, p)
}

// Again asks for what fits once more while the list is open, for there is more to find by now: what was marked stays marked.
func (p *Picker) Again() {
	if !p.Open() {
		return
	}
	marked := p.list.marked
	was := p.list.options[max(marked, 0)]
	p.offer(p.entry.Text)
	if marked < 0 || !p.Open() {
		return
	}
	same := func(o Option) bool { o.ID = was.ID; return o == was }
	if at := slices.IndexFunc(p.list.options, same); at >= 0 {
		marked = at
	}
	p.list.mark(min(marked, len(p.list.options)-1))
}

// Open tells whether the list is shown.
func (p *Picker) Open() bool {
	layer := TopLayer(canvasOf(p))
	return layer != nil && layer.floats(p.list)
}

func (p *Picker) close() {
	if p.Open() {
		TopLayer(canvasOf(p)).HideFloat()
	}
}

// chooseAt is what a click, Enter or Tab does on an option.
func (p *Picker) chooseAt(i int) {
	if i < 0 || i >= len(p.list.options) {
		return
	}
	o := p.list.options[i]
	p.SetChosen(o)
	p.entry.corrected()
	if p.OnChosen != nil {
		p.OnChosen(o)
	}
}

// chooseByMouse chooses, and gives the field the focus that the click took from it.
func (p *Picker) chooseByMouse(i int) {
	focusOn(p.entry)
	p.chooseAt(i)
}

// clearByOwner takes the choice away as the owner does it.
func (p *Picker) clearByOwner() {
	if p.chosen == nil {
		return
	}
	p.Clear()
	p.entry.corrected()
	focusOn(p.entry)
	if p.OnCleared != nil {
		p.OnCleared()
	}
}

// FocusTarget is the field that is typed in.
func (p *Picker) FocusTarget() fyne.Focusable { return p.entry }

// Parts gives the field that is typed in.
func (p *Picker) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{p.entry, p.face} }

func (p *Picker) setProblem(on bool) { p.entry.setProblem(on) }

// Disable makes the picker show its choice only.
func (p *Picker) Disable() { p.entry.Disable() }

// Enable ends Disable.
func (p *Picker) Enable() { p.entry.Enable() }

// MinSize is that of the field.
func (p *Picker) MinSize() fyne.Size { return p.entry.MinSize() }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Over(p.entry, p.face))
}
