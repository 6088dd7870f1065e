package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// storyOf makes entries that open, and what is opened by them.
func storyOf(n int) (entries []TimelineEntry, opened *int) {
	opened = new(int)
	for range n {
		entries = append(entries, TimelineEntry{When: "today", Kind: "visit", Lines: []string{"**Brake** service {ok|Done}", "Went _further_"}, OnTap: func() { *opened++ }})
	}
	return entries, opened
}

// scrolledStory shows a story of n entries under something else, in a scroll.
func scrolledStory(t *testing.T, n int) (*bench, *Timeline, *ScrollBox) {
	entries, _ := storyOf(n)
	story := NewTimeline()
	scroll := Scroll(VStack(14, Title("Ann Hughes"), Card(story)))
	story.Within(scroll)
	b := newBench(t, scroll)
	story.SetEntries(entries, "")
	return b, story, scroll
}

// wantView fails unless everything in view is drawn and little else.
func wantView(t *testing.T, story *Timeline, scroll *ScrollBox) {
	t.Helper()
	if n := len(story.rows); n == 0 || n > 60 {
		t.Errorf("%d entries are drawn", n)
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(scroll).Y - driver.AbsolutePositionForObject(story).Y
	first, last := story.model.between(top, top+scroll.Size().Height)
	for i := first; i <= last; i++ {
		if story.rows[i] == nil {
			t.Errorf("entry %d is in view and not drawn", i)
		}
	}
}

func TestStoryDrawsOnlyWhatIsInView(t *testing.T) {
	_, story, scroll := scrolledStory(t, 5000)
	wantView(t, story, scroll)
	for _, offset := range []float32{300, 40000, 41000, story.model.total(), 0} {
		scroll.scrollTo(offset)
		wantView(t, story, scroll)
	}
}

func TestStoryGoesOnAtItsEnd(t *testing.T) {
	_, story, scroll := scrolledStory(t, 40)
	more, _ := storyOf(40)
	asked := 0
	story.OnEnd = func() {
		asked++
		if asked < 3 {
			story.Append(more)
		}
	}
	for range 3 {
		scroll.scrollTo(story.model.total())
		wantView(t, story, scroll)
	}
	want(t, "entries", story.Len(), 120)
	before := asked
	scroll.scrollTo(10)
	want(t, "times more was asked for at the top", asked, before)
}

func TestStoryByKeys(t *testing.T) {
	b, story, scroll := scrolledStory(t, 3000)
	opened := 0
	story.entries[2999].OnTap = func() { opened++ }
	want(t, "something to focus", story.Focus(), true)
	for range 50 {
		b.key(fyne.KeyTab)
	}
	want(t, "entry after 50 tabs", b.canvas().Focused().(*timelineTap).index, 50)
	wantView(t, story, scroll)
	b.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	want(t, "entry after arrows", b.canvas().Focused().(*timelineTap).index, 51)
	b.key(fyne.KeyPageUp)
	want(t, "entry after PageUp", b.canvas().Focused().(*timelineTap).index, 43)
	b.key(fyne.KeyEnd, fyne.KeyReturn)
	want(t, "opened by Enter at the end", opened, 1)
	wantView(t, story, scroll)
	scroll.ScrollToTop()
	want(t, "the focus stays on what was scrolled away", b.canvas().Focused() == fyne.Focusable(story.rows[2999].tap), true)
	b.key(fyne.KeyHome)
	want(t, "entry after Home", b.canvas().Focused().(*timelineTap).index, 0)
}

func TestStoryMarksWhatWasFound(t *testing.T) {
	story := NewTimeline()
	newBench(t, story)
	story.SetEntries([]TimelineEntry{{When: "today", Lines: []string{"**Müller’s saddle** {bad|Declined}"}}}, "muller")
	var found []string
	for _, r := range parseMarkup(story.entries[0].Lines[0]) {
		for _, part := range r.split("muller") {
			if part.found {
				found = append(found, part.text)
			}
		}
	}
	if len(found) != 1 || found[0] != "Müller" {
		t.Errorf("marked is %q", found)
	}
}

// BenchmarkStoryScroll is what one turn of the wheel costs in a story of 5,000 entries.
func BenchmarkStoryScroll(b *testing.B) {
	_, story, scroll := scrolledStory(&testing.T{}, 5000)
	at := float32(0)
	for b.Loop() {
		at += 75
		if at > story.model.total() {
			at = 0
		}
		scroll.scrollTo(at)
	}
}
