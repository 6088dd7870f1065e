package paper

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// listPages lays a list out.
func listPages(tb testing.TB, in ThankYouListInput) []Page {
	tb.Helper()
	document, err := ThankYouList(in)
	if err != nil {
		tb.Fatal(err)
	}
	return document.Pages
}

// wordsOf are the texts of a page.
func wordsOf(page Page) (words []string) {
	for _, mark := range page.Marks {
		if text, ok := mark.(Text); ok {
			words = append(words, text.Content)
		}
	}
	return words
}

// What is left off stands nowhere, in a block as in a row, and what is not stands there.
func TestPartsAreLeftOff(t *testing.T) {
	parts := map[string]func(*ThankYouParts){
		"pannier set": func(p *ThankYouParts) { p.Why = true }, "since 19 Nov 2026": func(p *ThankYouParts) { p.Since = true },
		"Card": func(p *ThankYouParts) { p.How = true }, "0171 555 0007": func(p *ThankYouParts) { p.Contact = true }, "Notes": func(p *ThankYouParts) { p.Room = true },
	}
	for _, compact := range []bool{false, true} {
		for off, leave := range parts {
			in := listOf(newSetter(t), A4, person(7))
			in.Compact = compact
			leave(&in.Without)
			said := strings.Join(wordsOf(listPages(t, in)[0]), "\n")
			for part := range parts {
				if strings.Contains(said, part) == (part == off) {
					t.Errorf("compact %v without %q: %q stands there: %v\n%s", compact, off, part, part != off, said)
				}
			}
		}
	}
}

// A compact list has its columns named on every page, and more than twice as many people on it.
func TestCompactListHasItsColumnsOnEveryPage(t *testing.T) {
	in := listOf(newSetter(t), A4, people(100)...)
	roomy := len(listPages(t, in))
	in.Compact, in.Words.Name, in.Words.Why, in.Words.How = true, "Who", "What for", "How, since when"
	pages := listPages(t, in)
	if len(pages)*2 > roomy {
		t.Errorf("%d pages, where blocks take %d", len(pages), roomy)
	}
	for i, page := range pages {
		for _, heading := range []string{"Who", "What for", "How, since when", "Notes"} {
			if !slices.Contains(wordsOf(page), heading) {
				t.Errorf("page %d has no column %q", i+1, heading)
			}
		}
	}
}

// However rows are grouped, laid out and long, each stands there once in one piece, within the margins; a heading has a row beneath it,
// and one that goes on stands on the next page again.
func TestGroupsStandUnderTheirHeadings(t *testing.T) {
	setter := newSetter(t)
	rapid.Check(t, func(rt *rapid.T) {
		rows := people(rapid.IntRange(1, 60).Draw(rt, "rows"))
		group := Group{}
		for i := range rows {
			if rapid.IntRange(0, 5).Draw(rt, "next") == 0 {
				group = Group{Title: rapid.SampledFrom([]string{"Cards", "Calls", "Gifts", "משהו"}).Draw(rt, "group"), Count: "some"}
			}
			rows[i].Group = group
			rows[i].Name = strings.Repeat("Long name ", rapid.IntRange(0, 9).Draw(rt, "name"))
			rows[i].Why = rapid.OneOf(anyText(), rapid.Just(strings.Repeat("a reason to thank ", 30))).Draw(rt, "why")
		}
		in := listOf(setter, rapid.SampledFrom([]Paper{A4, Letter}).Draw(rt, "paper"), rows...)
		in.Compact = rapid.Bool().Draw(rt, "compact")
		draw := func(name string) bool { return rapid.Bool().Draw(rt, name) }
		in.Without = ThankYouParts{Why: draw("why"), Since: draw("since"), How: draw("how"), Contact: draw("contact"), Room: draw("room")}
		document, err := ThankYouList(in)
		if err != nil {
			rt.Fatal(err)
		}
		boxes := 0
		for i, page := range document.Pages {
			begun, ended := blocksOn(page)
			if begun != ended || begun == 0 {
				rt.Fatalf("page %d begins %d rows and ends %d", i+1, begun, ended)
			}
			checkMargins(rt, page)
			checkGroups(rt, page, rows[boxes:boxes+begun])
			boxes += begun
		}
		if boxes != len(rows) {
			rt.Fatalf("%d tick boxes for %d rows", boxes, len(rows))
		}
	})
}

// checkGroups fails unless the headings of a page are those of the rows that stand on it.
func checkGroups(rt *rapid.T, page Page, rows []ThankYouRow) {
	var want, got []string
	group := Group{}
	for _, row := range rows {
		if row.Group != group {
			group = row.Group
			want = append(want, group.Title)
		}
	}
	for _, mark := range page.Marks {
		if text, ok := mark.(Text); ok && text.Size == groupStyle().size && text.Ink == primary() {
			got = append(got, text.Content)
		}
	}
	if !slices.Equal(got, want) {
		rt.Fatalf("under %q, want %q", got, want)
	}
}
