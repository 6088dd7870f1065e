package kit

import (
	"slices"

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

// Timeline is a story: entries below each other along a line, the latest first. Inside a ScrollBox only the entries
// near the view exist, so that a story of thousands is as quick as one of ten. Tab goes from entry to entry, and so do
// Up, Down, PageUp, PageDown, Home and End; Enter opens.
type Timeline struct {
	widget.BaseWidget

	// OnLink is called with the target of a link in an entry's lines. May be nil.
	OnLink func(target string)
	// OnEnd is called when scrolling brought the end of the entries near the view: the moment to Append more. May be nil.
	OnEnd func()

	entries []TimelineEntry
	found   string // what is marked in the entries
	model   timelineModel
	rows    map[int]*timelineRow
	goingTo int // the row that is to get the focus, so it is made wherever it stands; -1 for none
	scroll  *ScrollBox
	content *fyne.Container
	busy    bool // rows are being made: what that sets off makes none
}

// NewTimeline makes a story without entries.
func NewTimeline() *Timeline {
	t := &Timeline{rows: map[int]*timelineRow{}, goingTo: -1}
	t.content = box(timelinePane{t})
	t.ExtendBaseWidget(t)
	return t
}

// Within tells the story what it is scrolled by.
func (t *Timeline) Within(s *ScrollBox) {
	t.scroll = s
	s.onMoved = t.onMoved
}

// SetEntries tells another story, in which what was typed to search is marked; "" marks nothing.
func (t *Timeline) SetEntries(entries []TimelineEntry, found string) {
	t.entries, t.found = entries, found
	t.model = timelineModel{}
	t.rows = map[int]*timelineRow{}
	t.refit()
}

// Append tells more of the story.
func (t *Timeline) Append(entries []TimelineEntry) {
	if len(entries) == 0 {
		return
	}
	last := len(t.entries) - 1
	delete(t.rows, last) // its line goes on now
	t.model.forget(last)
	t.entries = append(t.entries, entries...)
	t.refit()
}

// Len is how many entries there are so far.
func (t *Timeline) Len() int { return len(t.entries) }

// refit makes everything around the story as high as it is now.
func (t *Timeline) refit() {
	t.update()
	if t.scroll != nil {
		t.scroll.Refresh()
	}
	repaint(t)
}

// onMoved is called when the story was scrolled, or something around it took another size.
func (t *Timeline) onMoved(scrolled bool) {
	t.update()
	if !scrolled || t.OnEnd == nil || t.busy || t.model.known() != len(t.entries) {
		return
	}
	if _, to := t.near(); to >= t.model.total() {
		t.busy = true
		t.OnEnd()
		t.busy = false
		t.update()
	}
}

// near is what part of the story is in view or a little outside.
func (t *Timeline) near() (from, to float32) {
	if t.scroll == nil {
		return 0, t.model.total()
	}
	from, to = t.scroll.inView(t)
	half := max(to-from, 200) / 2
	return from - half, to + half
}

// update makes the rows that came near the view and drops those that left it; one with the focus stays.
func (t *Timeline) update() {
	width := t.Size().Width
	if width <= 0 {
		return
	}
	t.measure(width)
	from, to := t.near()
	first, last := t.model.between(from, to)
	focused := t.focusedRow()
	wanted := func(i int) bool { return i >= first && i <= last || i == focused || i == t.goingTo }
	changed := false
	for i := range t.rows {
		if !wanted(i) {
			delete(t.rows, i)
			changed = true
		}
	}
	objects := make([]fyne.CanvasObject, 0, max(last-first+3, 2))
	for _, i := range inOrder(first, last, focused, t.goingTo) {
		if t.rows[i] == nil {
			t.rows[i] = t.row(i)
			changed = true
		}
		place(t.rows[i].object, 0, t.model.top(i), width, t.model.top(i+1)-t.model.top(i))
		objects = append(objects, t.rows[i].object)
	}
	t.content.Objects = objects
	if changed {
		repaint(t.content)
	}
}

// inOrder gives the numbers from first to last and the others, ascending and each once: Tab goes in their order. Those
// below nought are none.
func inOrder(first, last int, others ...int) []int {
	all := slices.DeleteFunc(others, func(i int) bool { return i < 0 })
	for i := first; i <= last; i++ {
		all = append(all, i)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// measure finds out how high the entries are that were not measured at this width yet.
func (t *Timeline) measure(width float32) {
	if !t.model.begin(width) {
		t.rows = map[int]*timelineRow{} // the looks have changed
	}
	for i := t.model.known(); i < len(t.entries); i++ {
		t.model.add(HeightFor(t.row(i).object, width))
	}
}

// Parts gives the entries.
func (t *Timeline) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.content} }

// HeightFor gives the height at a width.
func (t *Timeline) HeightFor(width float32) float32 {
	if width <= 0 {
		return 0
	}
	t.measure(width)
	return t.model.total()
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(t.content)
}

// timelinePane is as high as all entries together; the story places them itself.
type timelinePane struct{ story *Timeline }

func (p timelinePane) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(scaled(100), p.story.model.total())
}

func (p timelinePane) Layout([]fyne.CanvasObject, fyne.Size) { p.story.update() }
