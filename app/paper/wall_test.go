package paper

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func wallOf(setter *Typesetter, paper Paper, quotes ...WallQuote) WallInput {
	w := words()
	return WallInput{Frame: Frame{Setter: setter, Paper: paper, Language: "en-GB", Shop: "Harbour Cycles"},
		Words: WallWords{Title: "What people say about us", Nobody: "Nobody yet.", PageOf: w.PageOf}, Quotes: quotes}
}

// A page for the wall says all of it, on one page and as large as it may be.
func TestWallSaysWhatPeopleSay(t *testing.T) {
	setter := newSetter(t)
	quotes := []WallQuote{{Text: "“Nobody listens\nlike Mike does.”", By: "Ann, public review"}, {Text: "“谢谢你们！”", By: "王小明"}, {Text: "“شكرا”"}}
	for _, paper := range []Paper{A4, Letter} {
		document, err := Wall(wallOf(setter, paper, quotes...))
		if err != nil {
			t.Fatal(err)
		}
		text := textIn(t, written(t, document))
		for _, want := range []string{"What people say about us", "Harbour Cycles", "“Nobody listens", "like Mike does.”", "Ann, public review"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is missing from\n%s", want, text)
			}
		}
		if len(document.Pages) != 1 || strings.Contains(text, "Page 1") || sizeOf(document, "“Nobody listens") != wallSizes[0] {
			t.Errorf("on %d pages, at %v points:\n%s", len(document.Pages), sizeOf(document, "“Nobody listens"), text)
		}
	}
	empty, err := Wall(wallOf(setter, A4))
	if err != nil || !strings.Contains(textIn(t, written(t, empty)), "Nobody yet.") {
		t.Errorf("an empty page: %v", err)
	}
}

// sizeOf gives the type size of the first text that begins so.
func sizeOf(d *Document, begin string) float64 {
	for _, page := range d.Pages {
		for _, mark := range page.Marks {
			if text, ok := mark.(Text); ok && strings.HasPrefix(text.Content, begin) {
				return text.Size
			}
		}
	}
	return 0
}

// More quotes are set smaller while that keeps them on one page, and then on several, which are counted.
func TestWallMakesRoom(t *testing.T) {
	setter := newSetter(t)
	last, pages := 99.0, 0
	for _, n := range []int{2, 8, 12, 40} {
		var quotes []WallQuote
		for i := range n {
			quotes = append(quotes, WallQuote{Text: fmt.Sprintf("“Quote no. %02d, which is long enough to need two lines of the page at most sizes.”", i), By: "Ann"})
		}
		document, err := Wall(wallOf(setter, A4, quotes...))
		if err != nil {
			t.Fatal(err)
		}
		size := sizeOf(document, "“Quote no. 00")
		if size > last || n == 12 && size == wallSizes[0] || n < 13 && len(document.Pages) != 1 {
			t.Errorf("%d quotes stand on %d pages at %v points, fewer at %v", n, len(document.Pages), size, last)
		}
		last, pages = size, len(document.Pages)
		text := textIn(t, written(t, document))
		for i := range n {
			if !strings.Contains(text, fmt.Sprintf("Quote no. %02d", i)) {
				t.Errorf("of %d quotes no. %d is missing", n, i)
			}
		}
		if n == 40 && (pages < 2 || !strings.Contains(text, fmt.Sprintf("Page %[1]d of %[1]d", pages))) {
			t.Errorf("%d pages are not counted:\n%s", pages, text)
		}
	}
}

// Whatever is said, nothing stands beyond the edges of the page.
func TestWallsKeepWithinTheirEdges(t *testing.T) {
	setter := newSetter(t)
	rapid.Check(t, func(rt *rapid.T) {
		var quotes []WallQuote
		for range rapid.IntRange(0, 6).Draw(rt, "quotes") {
			quotes = append(quotes, WallQuote{Text: rapid.SampledFrom([]string{"word ", "Donaudampfschifffahrt", "مرحبا ", "好", "line\n", "👍🏽 ", "a\x00b", "\u202e"}).Draw(rt, "text") +
				strings.Repeat(rapid.StringN(0, 12, -1).Draw(rt, "more"), rapid.IntRange(0, 120).Draw(rt, "times")), By: rapid.StringN(0, 40, -1).Draw(rt, "by")})
		}
		in := wallOf(setter, rapid.SampledFrom([]Paper{A4, Letter}).Draw(rt, "paper"), quotes...)
		in.Words.Title = rapid.StringN(0, 200, -1).Draw(rt, "title")
		document, err := Wall(in)
		if err != nil {
			rt.Fatal(err)
		}
		for _, page := range document.Pages {
			for _, mark := range page.Marks {
				if text, ok := mark.(Text); ok && (text.X < wallSide-0.01 || text.X+text.Width > page.Width-wallSide+0.01 || text.Y > page.Height-footerRise+0.01 || text.Y < 0) {
					rt.Fatalf("%q stands at %.1f, %.1f to %.1f mm", text.Content, text.Y, text.X, text.X+text.Width)
				}
			}
		}
	})
}

func TestWallNeedsAPaperAndATypesetter(t *testing.T) {
	if _, err := Wall(wallOf(newSetter(t), "A0")); err == nil {
		t.Error("A0 is accepted")
	}
	if _, err := Wall(wallOf(nil, A4)); err == nil {
		t.Error("no typesetter is accepted")
	}
}
