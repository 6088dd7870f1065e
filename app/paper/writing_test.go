package paper

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Half a page says what to thank for and all that helps to write, and leaves ruled lines for a draft.
func TestHalfAPageHelpsToWrite(t *testing.T) {
	row := person(7)
	row.Notes = []Note{{"Called", "Jo"}, {"In their words", "“They wobble no more” (3 May 2026)"}, {"Whom they sent", "Peter Lowe: here 2 times"},
		{"To remember", "Rides with a child seat"}, {"", "Allergic to nuts"}, {"Last extra", "Trued the front wheel as well"}}
	document, err := WritingSheets(listOf(newSetter(t), A4, row, person(8), person(9)))
	if err != nil {
		t.Fatal(err)
	}
	text := textIn(t, written(t, document))
	for _, want := range []string{"Customer 00007", "0171 555 0007", "winter tyres.", "Called", "Jo", "“They wobble no more” (3 May 2026)", "Peter Lowe: here 2 times",
		"To remember", "Rides with a child seat", "Allergic to nuts", "Trued the front wheel as well", "Customer 00009", "Page 2 of 2", "Notes"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing from\n%s", want, text)
		}
	}
	if strings.Contains(text, "Peter Lowe came on 19 Nov") {
		t.Error("what the list says of those they sent stands there beside the notes")
	}
}

// Whatever is known of them, there are two people on a page and no more, each has the same room, and at least three ruled lines.
func TestHalfPagesStayHalves(t *testing.T) {
	setter := newSetter(t)
	rapid.Check(t, func(rt *rapid.T) {
		rows := people(rapid.IntRange(1, 9).Draw(rt, "rows"))
		for i := range rows {
			rows[i].Name = strings.Repeat("Long name ", rapid.IntRange(0, 12).Draw(rt, "name"))
			rows[i].Why = strings.Repeat("a reason to thank ", rapid.IntRange(0, 60).Draw(rt, "why"))
			for range rapid.IntRange(0, 12).Draw(rt, "notes") {
				rows[i].Notes = append(rows[i].Notes, Note{"About this", rapid.OneOf(anyText(), rapid.Just(strings.Repeat("and so on ", 80))).Draw(rt, "note")})
			}
		}
		document, err := WritingSheets(listOf(setter, rapid.SampledFrom([]Paper{A4, Letter}).Draw(rt, "paper"), rows...))
		if err != nil {
			rt.Fatal(err)
		}
		if want := (len(rows) + 1) / 2; len(document.Pages) != want {
			rt.Fatalf("%d pages for %d people", len(document.Pages), len(rows))
		}
		for i, page := range document.Pages {
			checkMargins(rt, page)
			checkHalves(rt, page, min(2, len(rows)-2*i))
		}
	})
}

// checkHalves fails unless as many people stand on a page, the second as high as the first.
func checkHalves(rt *rapid.T, page Page, want int) {
	var begins, ends []float64
	ruled := 0
	for _, mark := range page.Marks {
		switch m := mark.(type) {
		case Rect:
			if m.W == tickSide {
				begins = append(begins, m.Y)
			}
		case Line:
			if m.Ink == hairline() {
				ends = append(ends, m.Y1)
			} else if m.Ink == ruling() {
				ruled++
			}
		}
	}
	if len(begins) != want || len(ends) != want || ruled < want*writingLeast {
		rt.Fatalf("%d people begin, %d end, with %d ruled lines; want %d", len(begins), len(ends), ruled, want)
	}
	if want == 2 && math.Abs((begins[1]-begins[0])-(ends[1]-ends[0])) > 0.01 {
		rt.Fatalf("they begin at %v and end at %v", begins, ends)
	}
}
