package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// timelineRow is an entry near the view.
type timelineRow struct {
	object fyne.CanvasObject
	tap    *timelineTap // nil where there is nothing to open
}

// row lays out entry i.
func (t *Timeline) row(i int) *timelineRow {
	e := t.entries[i]
	head := Escape(e.When)
	if e.Kind != "" {
		head += " · " + Escape(e.Kind)
	}
	parts := []fyne.CanvasObject{Rich("_" + head + "_").MarkFound(t.found)}
	for _, line := range e.Lines {
		rich := Rich(line).MarkFound(t.found)
		rich.OnLink = t.follow
		parts = append(parts, rich)
	}
	r := &timelineRow{}
	words := fyne.CanvasObject(VStack(1, parts...))
	if e.OnTap != nil {
		r.tap = newTimelineTap(t, i, words, e.OnTap)
		words = r.tap
	}
	first, last := i == 0, i == len(t.entries)-1
	below := float32(gapCard)
	if last {
		below = 0
	}
	r.object = HFill(gapRow, newTimelineMark(e.Tone, first, last), Grow(Inset(0, 0, 0, below, words)))
	return r
}

func (t *Timeline) follow(target string) {
	if t.OnLink != nil {
		t.OnLink(target)
	}
}

// focusedRow gives the row in which the focus is, or -1.
func (t *Timeline) focusedRow() int {
	c := canvasOf(t)
	if c == nil {
		return -1
	}
	focused, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return -1
	}
	for i, row := range t.rows {
		if _, inside := scrollsAround(row.object, focused); inside {
			return i
		}
	}
	return -1
}

// Focus puts the focus on the first entry that can be opened, and tells whether there is one.
func (t *Timeline) Focus() bool { return t.focusFrom(0, 1) }

// focusFrom puts the focus on the first entry that can be opened, from i on by steps.
func (t *Timeline) focusFrom(i, step int) bool {
	for ; i >= 0 && i < len(t.entries); i += step {
		if t.entries[i].OnTap == nil {
			continue
		}
		t.goingTo = i
		t.update()
		if row := t.rows[i]; row != nil {
			focusOn(row.tap)
		}
		t.goingTo = -1
		return true
	}
	return false
}

// timelinePage is how many entries PageUp and PageDown go by.
const timelinePage = 8

// move goes from entry i to where a key leads, and tells whether it is a key that leads anywhere.
func (t *Timeline) move(i int, key fyne.KeyName) bool {
	last := len(t.entries) - 1
	switch key {
	case fyne.KeyDown:
		t.focusFrom(i+1, 1)
	case fyne.KeyUp:
		t.focusFrom(i-1, -1)
	case fyne.KeyPageDown:
		t.focusFrom(min(i+timelinePage, last), -1)
	case fyne.KeyPageUp:
		t.focusFrom(max(i-timelinePage, 0), 1)
	case fyne.KeyHome:
		t.focusFrom(0, 1)
	case fyne.KeyEnd:
		t.focusFrom(last, -1)
	default:
		return false
	}
	return true
}

// timelineTap is what is clicked of an entry that opens.
type timelineTap struct {
	TapArea
	story *Timeline
	index int
}

func newTimelineTap(t *Timeline, i int, words fyne.CanvasObject, onTap func()) *timelineTap {
	a := &timelineTap{story: t, index: i}
	a.content, a.onTap = words, onTap
	a.extend(a)
	return a
}

// TypedKey opens the entry, or goes to another.
func (a *timelineTap) TypedKey(key *fyne.KeyEvent) {
	if !a.story.move(a.index, key.Name) {
		a.TapArea.TypedKey(key)
	}
}

// timelineMark is the line at the left of an entry with its dot.
type timelineMark struct {
	widget.BaseWidget
	tone        Tone
	first, last bool
}

func newTimelineMark(tone Tone, first, last bool) *timelineMark {
	m := &timelineMark{tone: tone, first: first, last: last}
	m.ExtendBaseWidget(m)
	return m
}

// MinSize is the dot's width.
func (m *timelineMark) MinSize() fyne.Size { return fyne.NewSize(12, 12) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (m *timelineMark) CreateRenderer() fyne.WidgetRenderer {
	line := newSurface(ColorHairline, "", 0)
	dot := newSurface(m.tone.dot(), "", 5)
	return widget.NewSimpleRenderer(box(markLayout{m}, line, dot))
}

type markLayout struct{ mark *timelineMark }

func (l markLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.mark.MinSize() }

func (l markLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const dot = 10
	middle := scaled(10)
	top, bottom := float32(0), size.Height
	if l.mark.first {
		top = middle
	}
	if l.mark.last {
		bottom = middle
	}
	place(objects[0], 5, top, 2, bottom-top)
	place(objects[1], 1, middle-dot/2, dot, dot)
}
