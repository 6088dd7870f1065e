package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Option is one line of a list that drops down.
type Option struct {
	ID     int64  // what the program knows it by; 0 for none
	Title  string // a name, as it is
	Second string // what tells it apart, as it is
	Why    string // markup in the place of Second while the list is open: why it is offered, where the title does not say
	Badge  string // a word on a badge at the right; empty for none
	Tone   Tone   // of the badge
	Add    bool   // choosing it makes something new: drawn as Add “…”

	apart bool // a line is drawn above it
}

// dropRows is how many options are seen at once.
const dropRows = 8

// dropList is the list that floats under a Picker or a Select. It never takes the
// focus: its owner tells it which line is marked, and gets the focus back after a click.
type dropList struct {
	widget.BaseWidget
	options  []Option
	typed    string // to be drawn bold where it is found
	marked   int    // -1 for none
	first    int    // index of the option in the first row
	pressed  bool   // the mouse is held on a row: the field has lost the focus for a moment
	onChoose func(int)
	onLeave  func() // the mouse was let go elsewhere
	rows     []*dropRow
	content  *fyne.Container
}

func newDropList(onChoose func(int), onLeave func()) *dropList {
	return newDropListOf(dropRows, onChoose, onLeave)
}

// newDropListOf makes a list of which at most so many rows are seen at once.
func newDropListOf(seen int, onChoose func(int), onLeave func()) *dropList {
	d := &dropList{onChoose: onChoose, onLeave: onLeave, marked: -1}
	d.ExtendBaseWidget(d)
	d.rows = make([]*dropRow, seen)
	objects := make([]fyne.CanvasObject, seen)
	for i := range d.rows {
		d.rows[i] = newDropRow(d, i)
		objects[i] = d.rows[i]
	}
	d.content = VStack(0, objects...)
	return d
}

// set shows options with one of them marked.
func (d *dropList) set(options []Option, typed string, marked int) {
	d.options, d.typed, d.marked, d.first = options, typed, marked, 0
	d.keepMarkedInView()
	d.fill()
}

// mark marks another option.
func (d *dropList) mark(i int) {
	if i < 0 || i >= len(d.options) || i == d.marked {
		return
	}
	d.marked = i
	d.keepMarkedInView()
	d.fill()
}

func (d *dropList) keepMarkedInView() {
	switch {
	case d.marked < 0:
	case d.marked < d.first:
		d.first = d.marked
	case d.marked >= d.first+len(d.rows):
		d.first = d.marked - len(d.rows) + 1
	}
}

// fill writes the options into the rows.
func (d *dropList) fill() {
	for i, row := range d.rows {
		at := d.first + i
		row.Hidden = at >= len(d.options)
		if row.Hidden {
			continue
		}
		row.set(d.options[at], d.typed, at == d.marked)
	}
	d.Refresh()
}

// scroll moves through a list that is longer than what is seen.
func (d *dropList) scroll(e *fyne.ScrollEvent) {
	last := max(len(d.options)-len(d.rows), 0)
	step := 1
	if e.Scrolled.DY > 0 {
		step = -1
	}
	d.first = min(max(d.first+step, 0), last)
	d.fill()
}

// Tapped keeps clicks from reaching what is beneath.
func (d *dropList) Tapped(*fyne.PointEvent) {}

// MouseIn keeps the mouse from reaching what is beneath.
func (d *dropList) MouseIn(*desktop.MouseEvent) {}

// MouseMoved changes nothing.
func (d *dropList) MouseMoved(*desktop.MouseEvent) {}

// MouseOut changes nothing.
func (d *dropList) MouseOut() {}

// MinSize is the size of the rows that are shown.
func (d *dropList) MinSize() fyne.Size {
	width := float32(0)
	for _, row := range d.rows {
		if row.Visible() {
			width = max(width, row.naturalWidth())
		}
	}
	height := d.content.MinSize().Height
	return fyne.NewSize(width, height).AddWidthHeight(8, 8)
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (d *dropList) CreateRenderer() fyne.WidgetRenderer {
	ground := newSurface(ColorCard, ColorHairline, radiusField)
	ground.shadow = true
	return widget.NewSimpleRenderer(Over(ground, Pad(4, d.content)))
}

// dropRow is one line of a dropList.
type dropRow struct {
	widget.BaseWidget
	list    *dropList
	index   int
	ground  *surface
	words   *RichLine
	badge   *Badge
	rule    *fyne.Container // the line above, where the option stands apart
	content *fyne.Container
}

func newDropRow(list *dropList, index int) *dropRow {
	r := &dropRow{list: list, index: index}
	r.ExtendBaseWidget(r)
	r.ground = newSurface(colorClear, "", 6)
	r.words = Rich("").Ellipsis()
	r.badge = NewBadge("", TonePlain)
	r.rule = VStack(0, Inset(10, 4, 10, 4, Hairline()))
	line := Over(r.ground, Inset(10, 8, 10, 8, HStack(gapPart, Grow(r.words), r.badge)))
	r.content = VStack(0, r.rule, line)
	return r
}

func (r *dropRow) set(o Option, typed string, marked bool) {
	r.ground.fill = colorClear
	if marked {
		r.ground.fill = ColorSelected
	}
	r.ground.Refresh()
	r.words.SetMarkup(optionMarkup(o, typed))
	r.rule.Hidden = !o.apart
	r.badge.Hidden = o.Badge == ""
	r.badge.Set(o.Badge, o.Tone)
	r.Refresh()
}

// optionMarkup writes an option, with what was typed in bold.
func optionMarkup(o Option, typed string) string {
	if o.Add {
		return RichT("kit.add", "Name", o.Title)
	}
	second := o.Why
	if second == "" {
		second = Marked(o.Second, typed)
	}
	if second == "" {
		return Marked(o.Title, typed)
	}
	return Marked(o.Title, typed) + "  _" + second + "_"
}

func (r *dropRow) naturalWidth() float32 { return naturalWidth(r.content) }

// MouseDown notes the press, which takes the focus from the field: the list stays.
func (r *dropRow) MouseDown(e *desktop.MouseEvent) {
	r.list.pressed = e.Button == desktop.MouseButtonPrimary
}

// MouseUp changes nothing: Tapped follows.
func (r *dropRow) MouseUp(*desktop.MouseEvent) {}

// Tapped chooses.
func (r *dropRow) Tapped(*fyne.PointEvent) {
	r.list.pressed = false
	r.list.onChoose(r.list.first + r.index)
}

// Scrolled scrolls the list. It stands here because Fyne clips what can be scrolled,
// and the list has a shadow around it.
func (r *dropRow) Scrolled(e *fyne.ScrollEvent) { r.list.scroll(e) }

// MouseIn marks the row.
func (r *dropRow) MouseIn(*desktop.MouseEvent) { r.list.mark(r.list.first + r.index) }

// MouseMoved changes nothing.
func (r *dropRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut gives up a press.
func (r *dropRow) MouseOut() {
	if r.list.pressed {
		r.list.pressed = false
		r.list.onLeave()
	}
}

// MinSize is that of its words.
func (r *dropRow) MinSize() fyne.Size { return r.content.MinSize() }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (r *dropRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(r.content)
}
