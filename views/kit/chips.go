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

// Chips are a choice of one among few, drawn as pills that wrap. Arrows move along
// them, Space and Enter choose; Tab enters and leaves them all at once.
type Chips struct {
	widget.BaseWidget

	// AllowNone lets a second click on the chosen chip choose nothing.
	AllowNone bool

	choices  []Choice
	value    string
	onChange func(string)
	chips    []*chip
	focused  *chip // the one the keyboard is on, if any
	content  *fyne.Container
}

// NewChips makes chips of which value is chosen; a value that is none of them is no choice.
func NewChips(choices []Choice, value string, onChange func(string)) *Chips {
	c := &Chips{value: value, onChange: onChange, content: FlowRow(6)}
	c.SetChoices(choices)
	c.ExtendBaseWidget(c)
	return c
}

// SetChoices replaces the chips, or their labels when only those differ.
func (c *Chips) SetChoices(choices []Choice) {
	c.choices = choices
	if len(c.chips) != len(choices) {
		c.chips, c.focused = make([]*chip, len(choices)), nil
		objects := make([]fyne.CanvasObject, len(choices))
		for i := range choices {
			c.chips[i] = newChip(c, i)
			objects[i] = c.chips[i]
		}
		c.content.Objects = objects
	}
	c.content.Refresh()
	c.Refresh()
}

// Value gives what is chosen, or "".
func (c *Chips) Value() string { return c.value }

// SetValue chooses without calling onChange.
func (c *Chips) SetValue(value string) {
	c.value = value
	c.refreshChips()
}

func (c *Chips) refreshChips() {
	for _, chip := range c.chips {
		chip.Refresh()
	}
}

// choose is what a click on chip i does.
func (c *Chips) choose(i int) {
	value := c.choices[i].Value
	if value == c.value {
		if !c.AllowNone {
			return
		}
		value = ""
	}
	c.SetValue(value)
	if c.onChange != nil {
		c.onChange(value)
	}
}

// move gives the focus to the chip by steps from chip i.
func (c *Chips) move(i, by int) {
	if to := i + by; to >= 0 && to < len(c.chips) {
		c.focus(c.chips[to])
	}
}

// focus makes to the chip that Tab stops at, and gives it the focus.
func (c *Chips) focus(to *chip) {
	c.focused = to
	focusOn(to)
}

// tabStop is the one chip that Tab stops at: where the keyboard is, else the chosen one, else the first.
func (c *Chips) tabStop() *chip {
	if c.focused != nil {
		return c.focused
	}
	for i, choice := range c.choices {
		if choice.Value == c.value {
			return c.chips[i]
		}
	}
	if len(c.chips) == 0 {
		return nil
	}
	return c.chips[0]
}

// FocusTarget is the chosen chip, or the first.
func (c *Chips) FocusTarget() fyne.Focusable {
	if stop := c.tabStop(); stop != nil {
		return stop
	}
	return nil
}

// Parts gives the chips.
func (c *Chips) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.content} }

// HeightFor gives the height at a width.
func (c *Chips) HeightFor(width float32) float32 { return HeightFor(c.content, width) }

func (c *Chips) naturalWidth() float32 { return naturalWidth(c.content) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (c *Chips) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }
