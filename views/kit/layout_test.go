package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"pgregory.net/rapid"
)

// fakeMeasure gives every rune ten of width.
func fakeMeasure(_ int, text string) float32 { return float32(10 * len([]rune(text))) }

func TestFlow(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float32
		lines int
		drawn string
	}{
		{"one two three", 80, 0, "one two |three"}, {"one two", 70, 0, "one two"}, {"one two ", 70, 0, "one two "},
		{"abcdefghij", 40, 0, "abcd|efgh|ij"}, {"one\ntwo", 400, 0, "one|two"}, {"one two three", 80, 1, "one two…"},
		{"one two three four", 80, 2, "one two |three f…"}, {"王小明和他", 30, 0, "王小明|和他"}, {"one\ntwo", 400, 1, "one…"},
		{"a", 0, 1, "…"}, {"ann.hughes@example.org", 120, 0, "ann.hughes@|example.org"}, {"long.name.here@x.de", 70, 0, "long.|name.|here@|x.de"},
		{"Wolkenstein-Papadopoulos", 140, 0, "Wolkenstein-|Papadopoulos"}, {"x.y.zzzzzzzzz", 60, 0, "x.y.zz|zzzzzz|z"}, {"abcdefgh@x", 40, 0, "abcd|efgh|@x"}, {"e\u0301e\u0301e\u0301", 30, 0, "e\u0301|e\u0301|e\u0301"}, {"ab cd", 10, 0, "a|b |c|d"},
	} {
		pieces, _, _ := flow([]run{{text: c.text}}, c.width, c.lines, fakeMeasure)
		var drawn []string
		for _, p := range pieces {
			drawn = append(drawn, p.text)
		}
		want(t, c.text, strings.Join(drawn, "|"), c.drawn)
	}
}

// TestFlowLosesNothing wraps any text at any width: every word is drawn, and no line
// is wider than it may be, but for single signs.
func TestFlowLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOf(rapid.RuneFrom([]rune("ab cé王 \nम ع"))).Draw(t, "words")
		more := rapid.StringOf(rapid.RuneFrom([]rune("xy z"))).Draw(t, "more")
		width := float32(rapid.IntRange(10, 300).Draw(t, "width"))
		pieces, lines, cut := flow([]run{{text: words}, {text: more, bold: true}}, width, 0, fakeMeasure)
		drawn := ""
		for i, p := range pieces {
			drawn += p.text
			if end := p.x + fakeMeasure(0, strings.TrimRight(p.text, " ")); end > width && len([]rune(strings.TrimSpace(p.text))) > 2 {
				t.Fatalf("piece %d %q ends at %g of %g", i, p.text, end, width)
			}
			if p.line >= lines {
				t.Fatalf("piece %d stands on line %d of %d", i, p.line, lines)
			}
		}
		bare := strings.NewReplacer(" ", "", "\n", "")
		if bare.Replace(drawn) != bare.Replace(words+more) || cut {
			t.Fatalf("%q is drawn as %q", words+more, drawn)
		}
	})
}

func TestCutTextEndsInEllipsis(t *testing.T) {
	line := Body("A long name that does not fit into its row").Ellipsis()
	line.Resize(fyne.NewSize(100, 20))
	want(t, "cut", line.Cut(), true)
	want(t, "height", line.HeightFor(100), line.lineHeight())
	line.Resize(fyne.NewSize(1000, 20))
	want(t, "cut with room", line.Cut(), false)
	wrapped := Body("A long name that does not fit into its row")
	if wrapped.HeightFor(100) < 3*wrapped.lineHeight() {
		t.Error("text that may wrap does not")
	}
	want(t, "height at its natural width", wrapped.HeightFor(wrapped.naturalWidth()), wrapped.lineHeight())
}

func TestVStackSharesHeight(t *testing.T) {
	top, list, foot := VGap(20), Grow(VGap(500)), VGap(30)
	stack := VStack(10, top, list, foot)
	stack.Resize(fyne.NewSize(100, 200))
	want(t, "what grows gives way", list.Size().Height, 130)
	want(t, "the foot stays in view", foot.Position().Y, 170)
	stack.Resize(fyne.NewSize(100, 1000))
	want(t, "what grows takes the rest", list.Size().Height, 930)
	top.Hide()
	stack.Refresh()
	want(t, "what is hidden takes no room", list.Position().Y, 0)
}

func TestHStackLetsTextGiveWayFirst(t *testing.T) {
	name := Body("Jürgen Müller-Lüdenscheidt von der Waterkant").Ellipsis()
	badge := NewBadge("Advocate", ToneAdvocate)
	row := HStack(8, Grow(name), badge)
	row.Resize(fyne.NewSize(200, 20))
	want(t, "the badge", badge.Size().Width, badge.MinSize().Width)
	want(t, "its end", badge.Position().X+badge.Size().Width, 200)
	want(t, "the name is cut", name.Cut(), true)
}

func TestColumnsStandBelowEachOtherWhenNarrow(t *testing.T) {
	a, b := VGap(20), VGap(30)
	columns := Columns([]float32{3, 1}, 10, 400, a, b)
	columns.Resize(fyne.NewSize(810, 40))
	want(t, "first", a.Size().Width, 600)
	want(t, "second", b.Position().X, 610)
	want(t, "height", HeightFor(columns, 810), 30)
	columns.Resize(fyne.NewSize(300, 60))
	want(t, "second", b.Position(), fyne.NewPos(0, 30))
	want(t, "height", HeightFor(columns, 300), 60)
}

func TestFlowRowWraps(t *testing.T) {
	var objects []fyne.CanvasObject
	for range 5 {
		objects = append(objects, box(sizeLayout{width: 40, height: 20}))
	}
	row := FlowRow(10, objects...)
	want(t, "height", HeightFor(row, 145), 50)
	row.Resize(fyne.NewSize(145, 50))
	want(t, "fourth", objects[3].Position(), fyne.NewPos(0, 30))
	want(t, "height with room", HeightFor(row, 500), 20)
}

func TestFlowRowPutsThingsInTheMiddleOfTheirLine(t *testing.T) {
	low, high, next := box(sizeLayout{width: 40, height: 20}), box(sizeLayout{width: 40, height: 36}), box(sizeLayout{width: 40, height: 20})
	row := FlowRow(10, low, high, next)
	want(t, "height", HeightFor(row, 95), 66)
	row.Resize(fyne.NewSize(95, 66))
	want(t, "the low one", low.Position(), fyne.NewPos(0, 8))
	want(t, "the high one", high.Position(), fyne.NewPos(50, 0))
	want(t, "in the next line", next.Position(), fyne.NewPos(0, 46))
}

func TestMasonryFillsTheShortestColumn(t *testing.T) {
	high, low, next := box(sizeLayout{height: 50}), box(sizeLayout{height: 20}), box(sizeLayout{height: 20})
	wall := Masonry(10, 100, high, low, next)
	want(t, "height in one column", HeightFor(wall, 150), 110)
	want(t, "height in two", HeightFor(wall, 250), 50)
	wall.Resize(fyne.NewSize(250, 50))
	want(t, "the second", low.Position(), fyne.NewPos(130, 0))
	want(t, "the third", next.Position(), fyne.NewPos(130, 30))
	high.Hide()
	want(t, "height of the two that are shown", HeightFor(wall, 500), 20)
}

func TestRowPutsItsTailBeneathWhenNarrow(t *testing.T) {
	row := NewRow().Set(RowContent{Wrap: true, Initials: "MO", Title: "**Maria Okafor** asked for a 54 cm touring frame on Tuesday",
		Badges: []BadgeText{{"Arrived", ToneOK}}, Buttons: []RowButton{{Label: "Called"}, {Label: "Later"}}})
	row.Resize(fyne.NewSize(700, row.HeightFor(700)))
	want(t, "beside", row.tail.Position().X > row.words.Position().X, true)
	row.Resize(fyne.NewSize(300, row.HeightFor(300)))
	want(t, "beneath", row.tail.Position().Y >= row.words.Size().Height, true)
	if end := row.tail.Position().Y + row.tail.Size().Height; end > row.Size().Height {
		t.Errorf("the buttons end at %g in a row %g high", end, row.Size().Height)
	}
}

// What was taken stands beneath the badge where the row is narrow, so that neither line loses the room for both.
func TestRowPutsBadgeAndSideBesideALineEach(t *testing.T) {
	row := NewRow().Set(RowContent{Initials: "MO", Title: "**Brooks saddle, honey** Out of stock", Second: "Maria Okafor Sat 7 Nov, served by Mike",
		Side: "Brooks saddle, black for £80.00", Badges: []BadgeText{{"Something else", ToneOK}}})
	for _, c := range []struct {
		width float32
		apart bool
	}{{900, false}, {480, true}, {900, false}, {480, true}} {
		row.Resize(fyne.NewSize(c.width, row.HeightFor(c.width)))
		badges, side := row.badges.Position(), row.side.Position()
		want(t, "the badge is above", badges.Y+row.badges.Size().Height <= side.Y+4, c.apart)
		want(t, "and no further left than the words", badges.X >= side.X, true)
		want(t, "which end with it", side.X+row.side.Size().Width <= badges.X || badges.X+row.badges.Size().Width == side.X+row.side.Size().Width, true)
		for i, part := range []fyne.CanvasObject{row.badges, row.side} {
			line := row.words.Objects[i]
			if end := row.words.Position().X + line.Size().Width; end > row.tail.Position().X+part.Position().X {
				t.Errorf("at %g line %d ends at %g, under what stands beside it", c.width, i, end)
			}
		}
		if low := row.tail.Position().Y + side.Y + row.side.Size().Height; low > row.Size().Height {
			t.Errorf("at %g it ends at %g in a row %g high", c.width, low, row.Size().Height)
		}
	}
	want(t, "the title has room", row.title.Size().Width >= naturalWidth(row.title), true)
}

func TestFocusScrollsIntoView(t *testing.T) {
	var entries []*Entry
	var objects []fyne.CanvasObject
	for range 40 {
		e := NewEntry("")
		entries = append(entries, e)
		objects = append(objects, NewField("label", e))
	}
	scroll := Scroll(VStack(8, Card(objects...)))
	b := newBench(t, Page("title", "", nil, scroll))
	b.canvas().Focus(entries[0])
	for i := range entries {
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(entries[i]).Y
		if top < 0 || top+entries[i].Size().Height > 600 {
			t.Fatalf("entry %d has the focus at %g, out of sight", i, top)
		}
		b.key(fyne.KeyTab)
	}
	want(t, "back at the top", scroll.Offset() < 40, true)
}

// BenchmarkStory is what it costs to show somebody's story of 300 entries.
func BenchmarkStory(b *testing.B) {
	entries := make([]TimelineEntry, 300)
	for i := range entries {
		entries[i] = TimelineEntry{When: "Sat 7 Nov", Kind: "visit", Lines: []string{"Asked for **Brooks saddle, honey**. Not in stock.", "Offered **Order in** {ok|Accepted}"}}
	}
	story := NewTimeline()
	newBench(&testing.T{}, Scroll(story))
	b.ResetTimer()
	for range b.N {
		story.SetEntries(entries, "")
		story.Resize(fyne.NewSize(600, story.HeightFor(600)))
	}
}
