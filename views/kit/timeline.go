package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// TimelineEntry is one thing that happened.
type TimelineEntry struct {
	When  string   // as people say it
	Kind  string   // what the dot's colour means, in a word or two; stands beside When
	Tone  Tone     // the dot's colour
	Lines []string // markup, badges included
	OnTap func()   // nil when there is nothing to open
}

// timelineFirst is how many entries are drawn before "Show more" is pressed: more than
// fill any screen.
const timelineFirst = 30

// Timeline is a story: entries below each other along a line, the latest first.
type Timeline struct {
	widget.BaseWidget

	// OnLink is called with the target of a link in an entry's lines. May be nil.
	OnLink func(target string)

	entries []TimelineEntry
	shown   int
	content *fyne.Container
}

// NewTimeline makes a story without entries.
func NewTimeline() *Timeline {
	t := &Timeline{content: VStack(0)}
	t.ExtendBaseWidget(t)
	return t
}

// SetEntries tells another story.
func (t *Timeline) SetEntries(entries []TimelineEntry) {
	t.entries = entries
	t.shown = 0
	t.content.Objects = nil
	t.showMore()
}

// showMore draws the next entries.
func (t *Timeline) showMore() {
	objects := t.content.Objects
	if n := len(objects); n > 0 && t.shown > 0 {
		objects = objects[:n-1] // the button
	}
	until := min(t.shown+timelineFirst, len(t.entries))
	for i := t.shown; i < until; i++ {
		objects = append(objects, t.entry(t.entries[i], i == 0, i == len(t.entries)-1))
	}
	t.shown = until
	if until < len(t.entries) {
		objects = append(objects, HStack(0, HGap(24), NewButton(T("kit.more"), t.showMore).Small()))
	}
	t.content.Objects = objects
	t.content.Resize(fyne.NewSize(t.Size().Width, HeightFor(t.content, t.Size().Width)))
	t.content.Layout.Layout(objects, t.content.Size())
	repaint(t)
}

// entry lays out one entry.
func (t *Timeline) entry(e TimelineEntry, first, last bool) fyne.CanvasObject {
	head := Escape(e.When)
	if e.Kind != "" {
		head += " · " + Escape(e.Kind)
	}
	parts := []fyne.CanvasObject{Rich("_" + head + "_")}
	for _, line := range e.Lines {
		rich := Rich(line)
		rich.OnLink = t.follow
		parts = append(parts, rich)
	}
	words := fyne.CanvasObject(VStack(1, parts...))
	if e.OnTap != nil {
		words = NewTapArea(words, e.OnTap)
	}
	below := float32(gapCard)
	if last {
		below = 0
	}
	return HFill(gapRow, newTimelineMark(e.Tone, first, last), Grow(Inset(0, 0, 0, below, words)))
}

func (t *Timeline) follow(target string) {
	if t.OnLink != nil {
		t.OnLink(target)
	}
}

// Parts gives the entries.
func (t *Timeline) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.content} }

// HeightFor gives the height at a width.
func (t *Timeline) HeightFor(width float32) float32 { return HeightFor(t.content, width) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(t.content)
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
