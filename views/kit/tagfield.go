package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// TagField holds words of the owner's own, each with a × of its own. Typing finds those used before and offers to add a
// new one; Enter and Tab take what is marked; Backspace in the empty field takes the last word away.
type TagField struct {
	widget.BaseWidget
	correction

	// OnChanged is called after the owner added a word or took one away. May be nil.
	OnChanged func()

	find    func(text string) []string
	same    func(a, b string) bool
	tags    []string
	chips   *fyne.Container
	picker  *Picker
	content *fyne.Container
}

// NewTagField makes an empty field. find gives the words used before that fit a text, the best first; same tells
// whether two words are one, whatever their case and accents.
func NewTagField(placeholder string, find func(text string) []string, same func(a, b string) bool) *TagField {
	t := &TagField{find: find, same: same, chips: FlowRow(6)}
	t.picker = NewPicker(t.search)
	t.picker.SetPlaceHolder(placeholder)
	t.picker.OnChosen = func(o Option) { t.add(o.Title) }
	t.picker.OnErase = func() { t.drop(len(t.tags) - 1) }
	t.content = VStack(6, t.chips, t.picker)
	t.fill()
	t.ExtendBaseWidget(t)
	return t
}

// Tags gives the words, and what was typed and not chosen yet as the last of them.
func (t *TagField) Tags() []string {
	tags := append([]string(nil), t.tags...)
	if typed := t.picker.Text(); typed != "" && !t.has(typed) {
		tags = append(tags, typed)
	}
	return tags
}

// SetTags replaces the words without calling OnChanged.
func (t *TagField) SetTags(tags []string) {
	t.tags = append([]string(nil), tags...)
	t.fill()
}

func (t *TagField) has(tag string) bool {
	for _, other := range t.tags {
		if t.same(other, tag) {
			return true
		}
	}
	return false
}

// search offers the words that are not there yet, and the one that was typed where nobody has it.
func (t *TagField) search(text string) []Option {
	var options []Option
	known := t.has(text)
	for _, tag := range t.find(text) {
		known = known || t.same(tag, text)
		if !t.has(tag) && len(options) < dropRows-1 {
			options = append(options, Option{Title: tag})
		}
	}
	if !known {
		options = append(options, Option{Title: text, Add: true})
	}
	return options
}

func (t *TagField) add(tag string) {
	t.picker.Clear()
	if t.has(tag) {
		return
	}
	t.tags = append(t.tags, tag)
	t.changed()
}

// drop takes word i away; -1 is none.
func (t *TagField) drop(i int) {
	if i < 0 || i >= len(t.tags) {
		return
	}
	t.tags = append(t.tags[:i:i], t.tags[i+1:]...)
	t.changed()
}

func (t *TagField) changed() {
	t.fill()
	t.corrected()
	if t.OnChanged != nil {
		t.OnChanged()
	}
	refit(t)
}

// fill shows the words.
func (t *TagField) fill() {
	t.chips.Objects = make([]fyne.CanvasObject, len(t.tags))
	for i, tag := range t.tags {
		words := plainLine(tag, textLook{SizeSecond, ColorPlain, false}).Ellipsis()
		chip := HStack(0, HGap(10), words, newCross(func() { t.drop(i); focusOn(t.picker.entry) }))
		t.chips.Objects[i] = Over(newSurface(ColorPlainTint, "", radiusCard), chip)
	}
	t.chips.Hidden = len(t.tags) == 0
	t.content.Refresh()
}

// FocusTarget is the field that is typed in.
func (t *TagField) FocusTarget() fyne.Focusable { return t.picker.FocusTarget() }

func (t *TagField) setProblem(on bool) { t.picker.setProblem(on) }

// Parts gives the words and the field.
func (t *TagField) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.content} }

// HeightFor gives the height at a width.
func (t *TagField) HeightFor(width float32) float32 { return HeightFor(t.content, width) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (t *TagField) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }
