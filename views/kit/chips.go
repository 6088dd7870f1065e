package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Choice is one of a few things to choose from.
type Choice struct {
	Value string // what the program knows it by
	Label string // what the owner reads
	Tone  Tone   // the colour it has when it is chosen; TonePlain is ink
}

// Chips are a choice of one among few, drawn as pills that wrap. They are one stop of
// Tab: the arrows move along them, Space and Enter choose.
type Chips struct {
	control

	// AllowNone lets a second click on the chosen chip choose nothing.
	AllowNone bool
	// ArrowsChoose lets the arrows choose as they move. Not for what filters a list, which would be read at every step.
	ArrowsChoose bool

	choices  []Choice
	value    string
	onChange func(string)
	cursor   int // the chip the ring is around
	chips    []*chip
	content  *fyne.Container
}

// NewChips makes chips of which value is chosen; a value that is none of them is no choice.
func NewChips(choices []Choice, value string, onChange func(string)) *Chips {
	c := &Chips{value: value, onChange: onChange, content: FlowRow(6)}
	c.extend(c)
	c.SetChoices(choices)
	return c
}

// SetChoices replaces the chips, or their labels when only those differ.
func (c *Chips) SetChoices(choices []Choice) {
	c.choices = choices
	if len(c.chips) != len(choices) {
		c.chips = make([]*chip, len(choices))
		objects := make([]fyne.CanvasObject, len(choices))
		for i := range choices {
			c.chips[i] = newChip(c, i)
			objects[i] = c.chips[i]
		}
		c.content.Objects = objects
	}
	c.cursor = max(c.index(), 0)
	c.content.Refresh()
	c.Refresh()
}

// Value gives what is chosen, or "".
func (c *Chips) Value() string { return c.value }

// SetValue chooses without calling onChange.
func (c *Chips) SetValue(value string) {
	c.value = value
	c.cursor = max(c.index(), 0)
	c.Refresh()
}

// index is the place of what is chosen, or -1.
func (c *Chips) index() int {
	for i, choice := range c.choices {
		if choice.Value == c.value {
			return i
		}
	}
	return -1
}

// choose is what a click on chip i does.
func (c *Chips) choose(i int) {
	if c.Disabled() || i >= len(c.choices) {
		return
	}
	value := c.choices[i].Value
	if i == c.index() {
		if !c.AllowNone {
			return
		}
		value = ""
	}
	c.SetValue(value)
	c.cursor = i
	c.Refresh()
	c.corrected()
	if c.onChange != nil {
		c.onChange(value)
	}
}

// chooseByMouse chooses, and lets the keyboard go on from here.
func (c *Chips) chooseByMouse(i int) {
	c.focusByMouse()
	c.choose(i)
}

// FocusGained puts the ring around the chosen chip, or the first.
func (c *Chips) FocusGained() {
	c.cursor = max(c.index(), 0)
	c.control.FocusGained()
}

// TypedKey moves along the chips and chooses.
func (c *Chips) TypedKey(key *fyne.KeyEvent) {
	switch {
	case isTap(key):
		c.choose(c.cursor)
	case key.Name == fyne.KeyLeft || key.Name == fyne.KeyUp:
		c.moveTo(max(c.cursor-1, 0))
	case key.Name == fyne.KeyRight || key.Name == fyne.KeyDown:
		c.moveTo(min(c.cursor+1, len(c.chips)-1))
	}
	c.control.TypedKey(key)
	c.Refresh()
}

// moveTo puts the ring around chip i, and chooses it where arrows do.
func (c *Chips) moveTo(i int) {
	c.cursor = i
	if c.ArrowsChoose && i != c.index() {
		c.choose(i)
	}
}

// ringAt tells whether the ring is around chip i.
func (c *Chips) ringAt(i int) bool { return c.ringShown() && i == c.cursor }

// Parts gives the chips.
func (c *Chips) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.content} }

// HeightFor gives the height at a width.
func (c *Chips) HeightFor(width float32) float32 { return HeightFor(c.content, width) }

func (c *Chips) naturalWidth() float32 { return naturalWidth(c.content) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (c *Chips) CreateRenderer() fyne.WidgetRenderer {
	return chipsRenderer{widget.NewSimpleRenderer(c.content), c}
}

// chipsRenderer draws every chip again when the choice or the ring moved.
type chipsRenderer struct {
	fyne.WidgetRenderer
	chips *Chips
}

func (r chipsRenderer) Refresh() {
	for _, chip := range r.chips.chips {
		chip.Refresh()
	}
	r.WidgetRenderer.Refresh()
}
