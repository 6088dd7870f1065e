package paper

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func dayOf(tb testing.TB, parts ...TodayPart) TodayInput {
	w := words()
	w.Title, w.Nobody, w.Count = "To do today", "Nothing to do just now.", "some things to do"
	return TodayInput{Frame: Frame{Setter: newSetter(tb), Paper: A4, Language: "en-GB", Shop: "Harbour Cycles"}, Words: w, Parts: parts}
}

// printedDay lays the day out and writes it, and fails unless the PDF is valid.
func printedDay(tb testing.TB, in TodayInput) (string, *Document) {
	tb.Helper()
	document, err := TodaySheet(in)
	if err != nil {
		tb.Fatal(err)
	}
	return textIn(tb, written(tb, document)), document
}

func TestTodaySheetSaysWhatIsToBeDone(t *testing.T) {
	part := TodayPart{Title: "Call back", More: "and 7 more, on the screen"}
	for i := range 12 {
		part.People = append(part.People, TodayPerson{Name: fmt.Sprintf("Customer %02d", i), Reach: fmt.Sprintf("0171 555 %04d", i),
			Lines: []TodayLine{{Why: fmt.Sprintf("Ask about no. %02d", i), When: "Due today"}, {Why: "Birthday"}}})
	}
	text, document := printedDay(t, dayOf(t, part, TodayPart{Title: "To order", People: []TodayPerson{{Name: "Saddle", Lines: []TodayLine{{Why: "Ann waits for it."}}}}}))
	wants := []string{"To do today", "Harbour Cycles", "21 November 2026", "Call back", "To order", "Saddle", "Ann waits for it.", part.More, "Due today", "Page 1 of 1"}
	for _, p := range part.People {
		wants = append(wants, p.Name, p.Reach, p.Lines[0].Why)
	}
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing from\n%s", want, text)
		}
	}
	if len(document.Pages) != 1 {
		t.Errorf("a usual day takes %d pages", len(document.Pages))
	}
	if boxes := ticksOn(document); boxes != 25 {
		t.Errorf("there are %d boxes to tick for 25 things", boxes)
	}
	if text, _ = printedDay(t, dayOf(t)); !strings.Contains(text, "Nothing to do just now.") {
		t.Errorf("of an empty day it says\n%s", text)
	}
}

// ticksOn counts the boxes to tick.
func ticksOn(document *Document) (n int) {
	for _, page := range document.Pages {
		for _, mark := range page.Marks {
			if box, ok := mark.(Rect); ok && box.W == todayTick && box.H == todayTick {
				n++
			}
		}
	}
	return n
}

// Whatever people are called and whatever there is to do, it stands in the margins of a page, a box for each thing, and no heading at
// the foot of a page.
func TestTodaySheetKeepsItsMargins(t *testing.T) {
	text := rapid.OneOf(rapid.SampledFrom([]string{"", "王小明", "محمد بن علي", "שרה לוי", "Zoë 🚲", "प्रिया", strings.Repeat("W", 300)}), rapid.StringN(0, 60, -1))
	rapid.Check(t, func(rt *rapid.T) {
		things := 0
		var parts []TodayPart
		for range rapid.IntRange(1, 4).Draw(rt, "parts") {
			part := TodayPart{Title: "Heading " + text.Draw(rt, "title"), More: text.Draw(rt, "more")}
			for range rapid.IntRange(0, 20).Draw(rt, "people") {
				p := TodayPerson{Name: text.Draw(rt, "name"), Reach: text.Draw(rt, "reach")}
				for range rapid.IntRange(1, 3).Draw(rt, "lines") {
					p.Lines = append(p.Lines, TodayLine{Why: text.Draw(rt, "why"), When: text.Draw(rt, "when")})
					things++
				}
				part.People = append(part.People, p)
			}
			parts = append(parts, part)
		}
		document, err := TodaySheet(dayOf(t, parts...))
		if err != nil {
			rt.Fatal(err)
		}
		for _, page := range document.Pages {
			checkMargins(rt, page)
		}
		if boxes := ticksOn(document); boxes != things {
			rt.Fatalf("%d boxes to tick for %d things", boxes, things)
		}
	})
}

func TestTodaySheetNeedsAPaperAndATypesetter(t *testing.T) {
	in := dayOf(t)
	in.Paper = "A0"
	if _, err := TodaySheet(in); err == nil {
		t.Error("A0 is accepted")
	}
	in.Setter = nil
	if _, err := TodaySheet(in); err == nil {
		t.Error("no typesetter is accepted")
	}
}
