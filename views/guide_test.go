package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/docs/guide"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

func (b *bench) guide() *guideScreen { return b.w.screens[PlaceGuide].(*guideScreen) }

// The "?" of every screen opens a page that is written, and leads back to the screen.
func TestHelpOnEveryScreen(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) { modelstest.Customer(t, store, "Ann Hughes", "") })
	for _, place := range everyPlace {
		b.w.Show(place)
		b.w.do("helpHere")
		if b.w.place != PlaceGuide {
			t.Fatalf("help on %s leads to %s", place, b.w.place)
		}
		if name := guidePage(place); name == "" || b.guide().shown != name {
			t.Errorf("help on %s shows %s, not %s", place, b.guide().shown, name)
		}
		b.w.do("helpHere")
		if b.w.place != place {
			t.Errorf("the way back from the guide leads to %s, not to %s", b.w.place, place)
		}
	}
}

// A link leads to another page, and Back to the one before, then to the screen the guide was opened from.
func TestBackInTheGuide(t *testing.T) {
	b := newBench(t, nil)
	b.w.Show(PlaceThanks)
	b.w.do("helpHere")
	s := b.guide()
	s.onLink("insights.md")
	s.onLink("ladder.md")
	for _, want := range []string{"ladder", "insights", "thank-yous"} {
		if s.shown != want {
			t.Fatalf("it shows %s, not %s", s.shown, want)
		}
		b.w.onBackKey()
	}
	if b.w.place != PlaceThanks {
		t.Errorf("Back leads to %s at last", b.w.place)
	}
	b.w.do("helpHere")
	b.w.do("keys")
	b.w.onBackKey()
	if b.w.place != PlaceGuide {
		t.Errorf("Back leads to %s behind an open sheet", b.w.place)
	}
}

// Back leads to where the link stood that was followed, not to the top of its page.
func TestBackInTheGuideLeadsToWhereItWasRead(t *testing.T) {
	b := newBench(t, nil)
	b.w.win.Resize(fyne.NewSize(1024, 700))
	b.w.showGuide("insights")
	s := b.guide()
	b.keys(fyne.KeyPageDown)
	read := s.reader.Offset()
	s.onLink("ladder.md")
	b.keys(fyne.KeyEnd)
	s.onLink("labels.md")
	s.onBack()
	s.onBack()
	if s.shown != "insights" || read == 0 || s.reader.Offset() != read {
		t.Errorf("Back leads to %v of %s, where %v was read", s.reader.Offset(), s.shown, read)
	}
}

// A link to a heading leads to where it stands, and one to a heading that is not there to the top of its page.
func TestALinkLeadsToAHeading(t *testing.T) {
	b := newBench(t, nil)
	b.w.win.Resize(fyne.NewSize(1024, 700)) // where more follows on the heading than is in view
	b.w.showGuide("insights")
	s := b.guide()
	top := func(o fyne.CanvasObject) float32 { return b.w.app.Fyne().Driver().AbsolutePositionForObject(o).Y }
	s.onLink("ladder.md#staff-side-by-side")
	if below := top(s.headings["staff-side-by-side"]) - top(s.reader); s.shown != "ladder" || below < -1 || below > 30 {
		t.Errorf("the heading of %s is %v below the top", s.shown, below)
	}
	s.onLink("ladder.md#nowhere")
	if s.reader.Offset() != 0 {
		t.Errorf("a heading that is not there is looked for at %v", s.reader.Offset())
	}
}

// Every link within a page leads somewhere.
func TestEveryLinkOfTheGuideIsFollowed(t *testing.T) {
	b := newBench(t, nil)
	b.w.do(string(PlaceGuide))
	s := b.guide()
	for _, page := range s.index.pages {
		for _, block := range guide.Blocks(page.Text) {
			for _, run := range block.Words {
				file, _, _ := strings.Cut(run.Link, "#")
				if run.Link != "" && s.index.at(strings.TrimSuffix(file, ".md")) < 0 {
					t.Errorf("%s: a link leads to %q", page.Name, run.Link)
				}
			}
		}
	}
}

// A page is found by any of its words, and the first that fits is shown at once.
func TestFindInTheGuide(t *testing.T) {
	b := newBench(t, nil)
	b.w.do(string(PlaceGuide))
	s := b.guide()
	b.w.canvas().Focus(s.find)
	b.typed("envelopes dl")
	if len(s.lines) != 1 || s.shown != "cards" {
		t.Fatalf("found %d lines, and shows %s", len(s.lines), s.shown)
	}
	b.keys(fyne.KeyReturn)
	if b.w.canvas().Focused() != fyne.Focusable(s.reader) {
		t.Errorf("after Enter the keyboard is on %T", b.w.canvas().Focused())
	}
	b.keys(fyne.KeyEscape)
	b.typed(" xylophone")
	if len(s.lines) != 1 || s.lines[0].page != nil {
		t.Errorf("what is nowhere finds %v", s.lines)
	}
	b.keys(fyne.KeyEscape)
	if len(s.lines) <= len(s.index.pages) {
		t.Errorf("Escape leaves %d lines", len(s.lines))
	}
}

// The arrows scroll the page; in the list they go from page to page.
func TestReadingByKeys(t *testing.T) {
	b := newBench(t, nil)
	b.w.Show(PlaceThanks)
	b.w.do("helpHere")
	s := b.guide()
	b.keys(fyne.KeyPageDown)
	down := s.reader.Offset()
	b.keys(fyne.KeyUp)
	if down <= 0 || s.reader.Offset() >= down {
		t.Errorf("a page down leads to %v, a line up to %v", down, s.reader.Offset())
	}
	b.keys(fyne.KeyEscape, fyne.KeyDown)
	if s.shown == "thank-yous" || s.reader.Offset() != 0 {
		t.Errorf("the next page is %s, at %v", s.shown, s.reader.Offset())
	}
}

func TestPagesAreFoundAmongTheCommands(t *testing.T) {
	b := newBench(t, nil)
	b.w.do("commands")
	b.typed("envelopes dl")
	b.keys(fyne.KeyReturn)
	if b.w.place != PlaceGuide || b.guide().shown != "cards" {
		t.Errorf("it leads to %s", b.w.place)
	}
}

// Who speaks another language reads it where it is written, and is told where it is not.
func TestGuideInAnotherLanguage(t *testing.T) {
	newBench(t, nil)
	for _, english := range []bool{true, false} {
		page, _ := guideDrawing{}.page(guide.Page{Text: "# Seite", English: english})
		if tells := strings.Contains(wordsOn(page), kit.T("guide.english")); tells != english {
			t.Errorf("in English %v: told %v", english, tells)
		}
	}
}

func TestGuideMarkup(t *testing.T) {
	words := guide.Words{{Text: "Press "}, {Text: "Save", OnScreen: true}, {Text: ", a_b {c}: "}, {Text: "this", Strong: true, Link: "cards.md"}}
	if got, want := guideMarkup(words), `Press **Save**, a\_b \{c\}: [**this**](cards.md)`; got != want {
		t.Errorf("got %q", got)
	}
}
