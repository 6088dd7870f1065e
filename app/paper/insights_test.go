package paper

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"goodturn/app/chart"
)

func insightsOf(tb testing.TB, pictures ...chart.Picture) InsightsInput {
	w := words()
	w.Title, w.Nobody = "Insights", "There is nothing to see yet."
	return InsightsInput{Frame: Frame{Setter: newSetter(tb), Paper: A4, Language: "en-GB", Shop: "Harbour Cycles"}, Words: w, Pictures: pictures}
}

// aPicture is a picture of the kind with n slots.
func aPicture(kind chart.Kind, n int) chart.Picture {
	p := chart.Picture{Kind: kind, Whole: true, Title: "Rescued requests", Period: "January to December 2026", Summary: "Of 87 things that were not there, 52 were rescued.",
		Note: "3 people: too few to compare."}
	for slot := range n {
		p.Slots = append(p.Slots, fmt.Sprintf("Slot %d", slot+1))
	}
	for i, name := range []string{"Rescued", "Still open", "Lost", "Turned away"} {
		s := chart.Series{Name: name, Ink: []chart.Ink{chart.InkMain, chart.InkThird, chart.InkBad, chart.InkSecond}[i], Pattern: chart.Pattern(i)}
		for slot := range n {
			s.Cells = append(s.Cells, chart.Cell{Value: float64((slot*7 + i*5) % 11)})
		}
		p.Series = append(p.Series, s)
	}
	return p
}

func TestInsightsShowEveryKindOfPicture(t *testing.T) {
	var pictures []chart.Picture
	for _, kind := range []chart.Kind{chart.Grouped, chart.Stacked, chart.Across, chart.Lines} {
		pictures = append(pictures, aPicture(kind, 6))
	}
	document, err := Insights(insightsOf(t, pictures...))
	if err != nil {
		t.Fatal(err)
	}
	pdf := written(t, document)
	if path := os.Getenv("GOODTURN_PDF"); path != "" {
		if err := os.WriteFile(path, pdf, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	text := textIn(t, pdf)
	for _, want := range []string{"Insights", "Rescued requests", "January to December 2026", "52 were rescued", "too few to compare", "Still open", "Slot 6", "Page 1 of 2"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing from\n%s", want, text)
		}
	}
}

func TestInsightsOfNothing(t *testing.T) {
	empty := chart.Picture{Title: "Staff asked for", Empty: "Nobody asked for anybody by name."}
	for _, in := range []InsightsInput{insightsOf(t), insightsOf(t, empty)} {
		document, err := Insights(in)
		if err != nil {
			t.Fatal(err)
		}
		want := "There is nothing to see yet."
		if len(in.Pictures) > 0 {
			want = "Nobody asked for anybody by name."
		}
		if text := textIn(t, written(t, document)); !strings.Contains(text, want) {
			t.Errorf("%q is missing from\n%s", want, text)
		}
	}
}

// Whatever the figures are, and whatever they are called, a picture stands in the margins of a page.
func TestInsightsKeepTheirMargins(t *testing.T) {
	part := rapid.OneOf(rapid.SampledFrom([]string{"", "王小明", "محمد بن علي", "Zoë 🚲", strings.Repeat("W", 200)}), rapid.StringN(0, 60, -1))
	rapid.Check(t, func(rt *rapid.T) {
		p := aPicture(chart.Kind(rapid.IntRange(0, 3).Draw(rt, "kind")), rapid.IntRange(1, 60).Draw(rt, "slots"))
		p.Title, p.Summary, p.Note = part.Draw(rt, "title"), part.Draw(rt, "summary"), part.Draw(rt, "note")
		p.Slots[0], p.Series[0].Name = part.Draw(rt, "slot"), part.Draw(rt, "name")
		p.Series[0].Cells[0].Value = rapid.Float64Range(0, 1e12).Draw(rt, "figure")
		document, err := Insights(insightsOf(t, p, p))
		if err != nil {
			rt.Fatal(err)
		}
		for _, page := range document.Pages {
			checkMargins(rt, page)
		}
	})
}
