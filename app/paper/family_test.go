package paper

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func familyOf(tb testing.TB, parents ...int) FamilyInput {
	w := words()
	in := FamilyInput{Frame: Frame{Setter: newSetter(tb), Paper: A4, Language: "en-GB", Shop: "Harbour Cycles"}, Words: FamilyWords{
		Title: "Everyone who came through Person 0000", Date: w.Date, Totals: "12 people, £240 spent", PageOf: w.PageOf, Columns: [3]string{"Name", "How they come", "Spent"},
		Goes: func(more string, page int) string { return fmt.Sprintf("%s, page %d", more, page) },
		From: func(name string, page int) string { return fmt.Sprintf("%s, from page %d", name, page) }}}
	for i, up := range parents {
		in.People = append(in.People, FamilyPerson{Parent: up, Name: fmt.Sprintf("Person %04d", i), Under: "Loyal", Spent: "3 visits, £12.00", Look: FamilyLook(i % 4)})
	}
	return in
}

// everyone gives the parents of a tree of n in the order of a family: everybody right before those below them.
func everyone(n, kids int) (parents []int) {
	var put func(up, size int)
	put = func(up, size int) {
		at := len(parents)
		parents = append(parents, up)
		size--
		for k := kids; k > 0 && size > 0; k-- {
			share := (size + k - 1) / k
			put(at, share)
			size -= share
		}
	}
	put(-1, n)
	return parents
}

func posterOf(tb testing.TB, in FamilyInput) *Document {
	tb.Helper()
	document, err := FamilyPoster(in)
	if err != nil {
		tb.Fatal(err)
	}
	return document
}

// smallestType gives the least size of a text on the pages, without what stands around the drawing.
func smallestName(document *Document) (points float64) {
	points = 99
	for _, page := range document.Pages {
		for _, mark := range page.Marks {
			if text, ok := mark.(Text); ok && strings.HasPrefix(text.Content, "Person ") && !strings.Contains(text.Content, "from") {
				points = min(points, text.Size)
			}
		}
	}
	return points
}

func TestFamilyPosterOnOnePage(t *testing.T) {
	in := familyOf(t, everyone(12, 3)...)
	document := posterOf(t, in)
	if len(document.Pages) != 1 || smallestName(document) < 5.5 {
		t.Fatalf("%d pages, names of %.1f points", len(document.Pages), smallestName(document))
	}
	if page := document.Pages[0]; page.Width < page.Height {
		t.Error("a wide tree stands on an upright page")
	}
	text := textIn(t, written(t, document))
	for i := range in.People {
		if !strings.Contains(text, in.People[i].Name) {
			t.Errorf("%s is missing from\n%s", in.People[i].Name, text)
		}
	}
	if !strings.Contains(text, in.Words.Totals) || !strings.Contains(text, "Page 1 of 1") {
		t.Errorf("the page says\n%s", text)
	}
}

// A tree that is squeezed onto one page is said to be too small exactly where its names are.
func TestFamilyTooSmall(t *testing.T) {
	for _, n := range []int{3, 12, 60, 300} {
		in := familyOf(t, everyone(n, 3)...)
		in.OnePage = true
		small, err := FamilyTooSmall(in)
		if err != nil {
			t.Fatal(err)
		}
		if points := smallestName(posterOf(t, in)); small != (points < 5.5) {
			t.Errorf("%d people, names of %.1f points: too small is %v", n, points, small)
		}
	}
}

// Too many to read on one page go over several, everybody on one at least, and each box says on which page its branch goes on.
func TestFamilyPosterOverSeveralPages(t *testing.T) {
	for _, kids := range []int{1, 2, 5, 90} {
		in := familyOf(t, everyone(300, kids)...)
		document := posterOf(t, in)
		if len(document.Pages) < 2 || smallestName(document) < 5.4 {
			t.Errorf("%d kids: %d pages, names of %.1f points", kids, len(document.Pages), smallestName(document))
		}
		text := textIn(t, written(t, document))
		for i := range in.People {
			if !strings.Contains(text, in.People[i].Name) {
				t.Errorf("%d kids: %s is missing", kids, in.People[i].Name)
			}
		}
		if strings.Count(text, "from page") == 0 && kids < 90 || strings.Count(text, "from page") != strings.Count(text, ", page ") {
			t.Errorf("%d kids: %d branches begin, %d lead on", kids, strings.Count(text, "from page"), strings.Count(text, ", page "))
		}
		in.OnePage = true
		if one := posterOf(t, in); len(one.Pages) != 1 {
			t.Errorf("%d kids: one page is %d", kids, len(one.Pages))
		}
	}
}

// Whatever the tree, and whatever people are called, nothing is drawn off the page.
func TestFamilyPosterStaysOnThePage(t *testing.T) {
	name := rapid.OneOf(rapid.SampledFrom([]string{"", "王小明", "محمد بن علي", "Zoë 🚲", strings.Repeat("W", 200)}), rapid.StringN(0, 40, -1))
	rapid.Check(t, func(rt *rapid.T) {
		in := familyOf(t, everyone(rapid.IntRange(1, 120).Draw(rt, "people"), rapid.IntRange(1, 9).Draw(rt, "kids"))...)
		in.Paper = rapid.SampledFrom([]Paper{A4, A3, Letter}).Draw(rt, "paper")
		in.OnePage = rapid.Bool().Draw(rt, "one page")
		for i := range in.People {
			in.People[i].Name, in.People[i].Under, in.People[i].More = name.Draw(rt, "name"), name.Draw(rt, "under"), name.Draw(rt, "more")
		}
		document := posterOf(t, in)
		for _, page := range document.Pages {
			for _, mark := range page.Marks {
				if r, ok := mark.(Rect); ok && (r.X < 5 || r.Y < 5 || r.X+r.W > page.Width-5 || r.Y+r.H > page.Height-5) {
					rt.Fatalf("a box stands at %+v on a page of %v by %v", r, page.Width, page.Height)
				}
			}
		}
	})
}

func TestFamilyList(t *testing.T) {
	in := familyOf(t, everyone(150, 2)...)
	in.People[149].More = "+12"
	var told []int
	document, err := FamilyList(t.Context(), in, func(done, total int) { told = append(told, done, total) })
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(told, []int{0, 150, 100, 150}) {
		t.Errorf("told of %v", told)
	}
	text := textIn(t, written(t, document))
	for _, want := range []string{"How they come", "3 visits, £12.00", in.People[149].Name, "+12", in.Words.Totals} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing from\n%s", want, text)
		}
	}
	x := map[string]float64{}
	for _, page := range document.Pages {
		for _, mark := range page.Marks {
			if text, ok := mark.(Text); ok {
				x[text.Content] = text.X
			}
		}
	}
	for i, person := range in.People[1:40] {
		if up := in.People[person.Parent]; x[person.Name] <= x[up.Name] {
			t.Errorf("%d stands at %.1f, who sent them at %.1f", i+1, x[person.Name], x[up.Name])
		}
	}
}

// A list of tens of thousands goes on over pages, and can be stopped on the way.
func TestFamilyListIsStopped(t *testing.T) {
	in := familyOf(t, everyone(6000, 4)...)
	ctx, stop := context.WithCancel(t.Context())
	last := 0
	document, err := FamilyList(ctx, in, func(done, _ int) {
		if last = done; done >= 300 {
			stop()
		}
	})
	if document != nil || !errors.Is(err, context.Canceled) || last != 300 {
		t.Errorf("stopped at %d with %v", last, err)
	}
	if document, err = FamilyList(t.Context(), in, nil); err != nil || len(document.Pages) < 100 {
		t.Errorf("the whole has %v", err)
	}
}

// On a poster it is said who is left out, above the boxes.
func TestFamilyPosterSaysWhoIsLeftOut(t *testing.T) {
	in := familyOf(t, everyone(12, 3)...)
	in.Words.Left = "12 of 5,120 people are drawn, the first generations."
	document := posterOf(t, in)
	said, box := 0.0, 999.0
	for _, mark := range document.Pages[0].Marks {
		switch m := mark.(type) {
		case Text:
			if m.Content == in.Words.Left {
				said = m.Y
			}
		case Rect:
			if m.Y > 25 {
				box = min(box, m.Y)
			}
		}
	}
	if said == 0 || said >= box {
		t.Errorf("it is said at %.1f, the first box stands at %.1f", said, box)
	}
}
