package paper

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func logOf(tb testing.TB, rows ...ServiceLogRow) ServiceLogInput {
	w := words()
	return ServiceLogInput{Frame: Frame{Setter: newSetter(tb), Paper: A4, Language: "en-GB", Shop: "Harbour Cycles"}, Rows: rows,
		Words: ServiceLogWords{Title: "Service log", Date: w.Date, When: "Day", What: "Asked for", Who: "Customer", Outcome: "What came of it",
			Count: fmt.Sprintf("%d requests.", len(rows)), Asked: "since 1 November 2026", Totals: "3 customers", Nobody: "There is nothing.", PageOf: w.PageOf}}
}

func TestServiceLogSaysWhatWasAskedFor(t *testing.T) {
	for _, n := range []int{0, 1, 60} {
		var rows []ServiceLogRow
		for i := range n {
			rows = append(rows, ServiceLogRow{Day: "21 November 2026", Time: "10:24", What: fmt.Sprintf("Saddle %03d", i), Reason: "Out of stock", Words: "“a soft one”",
				Who: fmt.Sprintf("Ann %03d", i), Served: "served by Mike", Outcome: "Took another", Offered: "Selle: Accepted"})
		}
		document, err := ServiceLog(logOf(t, rows...))
		if err != nil {
			t.Fatal(err)
		}
		text := textIn(t, written(t, document))
		wants := []string{"Service log", "Harbour Cycles", fmt.Sprintf("%d requests.", n), "since 1 November 2026", "3 customers"}
		for _, row := range rows {
			wants = append(wants, row.What, row.Who, "Out of stock", "a soft one", "Selle: Accepted")
		}
		if n == 0 {
			wants = append(wants, "There is nothing.")
		}
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%d: %q is missing from\n%s", n, want, text)
			}
		}
		if heads := strings.Count(text, "What came of it"); heads != len(document.Pages) {
			t.Errorf("%d: the columns are named on %d of %d pages", n, heads, len(document.Pages))
		}
	}
}

// Whatever was asked for and said stands in the margins of a page.
func TestServiceLogKeepsItsMargins(t *testing.T) {
	part := rapid.OneOf(rapid.SampledFrom([]string{"", "王小明", "محمد بن علي", "Zoë 🚲", strings.Repeat("W", 200)}), rapid.StringN(0, 60, -1))
	rapid.Check(t, func(rt *rapid.T) {
		var rows []ServiceLogRow
		for range rapid.IntRange(1, 40).Draw(rt, "rows") {
			rows = append(rows, ServiceLogRow{Day: "21 November 2026", Time: "10:24", What: part.Draw(rt, "what"), Reason: part.Draw(rt, "reason"), Words: part.Draw(rt, "words"),
				Who: part.Draw(rt, "who"), Served: part.Draw(rt, "served"), Outcome: part.Draw(rt, "outcome"), Offered: part.Draw(rt, "offered")})
		}
		in := logOf(t, rows...)
		in.Words.Asked, in.Words.Totals = part.Draw(rt, "asked"), part.Draw(rt, "totals")
		document, err := ServiceLog(in)
		if err != nil {
			rt.Fatal(err)
		}
		for _, page := range document.Pages {
			checkMargins(rt, page)
		}
	})
}

func TestServiceLogNeedsAPaperAndATypesetter(t *testing.T) {
	in := logOf(t)
	in.Paper = "A0"
	if _, err := ServiceLog(in); err == nil {
		t.Error("A0 is accepted")
	}
	if _, err := ServiceLog(ServiceLogInput{Frame: Frame{Paper: A4}}); err == nil {
		t.Error("no typesetter is accepted")
	}
}
