package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// What a screen reader is told of everything that can be used or read: a name and a role, as Fyne's Accessible asks for. Fyne
// knows four roles and no states, so what is ticked, chosen or typed is said in the name.

// ownName is the name of what has no words of its own: the label of its field.
type ownName struct{ name string }

// SetName names what stands in no field.
func (n *ownName) SetName(name string) { n.name = name }

// nameInput names what is filled in by its label, where it has not got one of its own.
func nameInput(input fyne.CanvasObject, label string) {
	if n, ok := focusTarget(input).(interface{ SetName(string) }); ok && label != "" {
		n.SetName(label)
	}
}

// readAs says a name with what stands there now.
func readAs(name, value string) string {
	switch {
	case name == "":
		return value
	case value == "":
		return name
	}
	return T("kit.spoken.value", "Name", name, "Value", value)
}

// wordsIn are the words that can be read on o, in the order in which they stand there.
func wordsIn(o fyne.CanvasObject) string { return strings.Join(gatherWords(nil, o), ", ") }

func gatherWords(words []string, o fyne.CanvasObject) []string {
	if o == nil || !o.Visible() {
		return words
	}
	switch o := o.(type) {
	case *RichLine:
		return addWords(words, o.Text())
	case *Badge:
		return addWords(words, o.text)
	}
	for _, part := range partsOf(o) {
		words = gatherWords(words, part)
	}
	return words
}

func addWords(words []string, text string) []string {
	if text = strings.TrimSpace(text); text != "" {
		words = append(words, text)
	}
	return words
}

// labelOf is the label of the choice with a value, or "".
func labelOf(choices []Choice, value string) string {
	if i := slices.IndexFunc(choices, func(c Choice) bool { return c.Value == value }); i >= 0 {
		return choices[i].Label
	}
	return ""
}

// AccessibilityRole is what most controls are to a screen reader: something that is pressed.
func (c *control) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the button's label; the cross takes away what its field or its sheet holds.
func (b *Button) AccessibilityLabel() string {
	if b.kind == buttonCloser {
		return readAs(b.name, T("kit.spoken.away"))
	}
	return b.label
}

// AccessibilityLabel is the words beside the box, and whether it is ticked.
func (t *Tick) AccessibilityLabel() string {
	state := T("kit.spoken.unticked")
	if t.on {
		state = T("kit.spoken.ticked")
	}
	return readAs(readAs(t.name, t.label), state)
}

// AccessibilityLabel is the field's label and the chip that the arrows are on.
func (c *Chips) AccessibilityLabel() string {
	if c.cursor >= len(c.choices) {
		return c.name
	}
	at := c.choices[c.cursor]
	if at.Value == c.value {
		return readAs(readAs(c.name, at.Label), T("kit.spoken.chosen"))
	}
	return readAs(c.name, at.Label)
}

// AccessibilityLabel is the field's label and what is chosen.
func (s *Segmented) AccessibilityLabel() string { return readAs(s.name, labelOf(s.choices, s.value)) }

// AccessibilityLabel is the field's label and what is chosen.
func (s *Select) AccessibilityLabel() string { return readAs(s.name, s.label()) }

// AccessibilityLabel is the text that is chosen, or both.
func (e *Either) AccessibilityLabel() string {
	for i, value := range e.values {
		if value == e.value {
			return readAs(readAs(e.name, wordsIn(e.sides[i].object)), T("kit.spoken.chosen"))
		}
	}
	return readAs(e.name, wordsIn(e.content))
}

// AccessibilityLabel is the words of what is clicked.
func (t *TapArea) AccessibilityLabel() string { return wordsIn(t.content) }

// AccessibilityLabel is the words of the link.
func (l *linkText) AccessibilityLabel() string { return l.text }

// AccessibilityRole is a link's.
func (l *linkText) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// AccessibilityLabel is the place, and how many things wait there.
func (r *RailItem) AccessibilityLabel() string {
	if r.count == 0 {
		return r.label
	}
	return readAs(r.label, Count(r.count))
}

// AccessibilityLabel is the words of the row that is selected, or how many there are.
func (l *List) AccessibilityLabel() string {
	if row, ok := l.visible[l.selected]; ok {
		if words := wordsIn(row.child); words != "" {
			return words
		}
	}
	return TN("kit.spoken.lines", l.length())
}

// AccessibilityLabel is who stands in the box that is selected.
func (t *Tree) AccessibilityLabel() string {
	words := t.known[t.selected]
	return readAs(words.Name, strings.Trim(words.First+", "+words.Second, ", "))
}

// AccessibilityLabel is what the picture is of, and the figure walked to, or what can be done with the picture.
func (c *Chart) AccessibilityLabel() string { return readAs(c.picture.Title, c.Words()) }

// AccessibilityLabel says that it is a page of paper.
func (z *ZoomPane) AccessibilityLabel() string { return readAs(z.name, T("kit.spoken.page")) }

// AccessibilityLabel is the label that the arrows are on, and whether it is used.
func (l *LabelSheet) AccessibilityLabel() string {
	if l.cursor >= len(l.used) {
		return T("kit.spoken.sheet")
	}
	state := T("kit.spoken.free")
	if l.used[l.cursor] {
		state = T("kit.spoken.used")
	}
	return readAs(T("kit.spoken.label", "N", Count(l.cursor+1), "All", Count(len(l.used))), state)
}

// AccessibilityLabel is the field's label, or what can be typed there, and what was typed; never a passphrase.
func (e *Entry) AccessibilityLabel() string {
	name := e.name
	if name == "" && len(e.hints) > 0 {
		name = e.hints[0]
	}
	if e.Password {
		return name
	}
	return readAs(name, e.Text)
}

// AccessibilityRole is the nearest that Fyne knows to a field.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the words of the line.
func (r *RichLine) AccessibilityLabel() string { return r.Text() }

// AccessibilityRole is that of words.
func (r *RichLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the word on the badge.
func (b *Badge) AccessibilityLabel() string { return b.text }

// AccessibilityRole is that of words.
func (b *Badge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is what the text is called, and its words as they follow one another.
func (r *Reader) AccessibilityLabel() string { return readAs(r.name, wordsIn(r.scroll)) }

// AccessibilityRole is that of words.
func (r *Reader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
