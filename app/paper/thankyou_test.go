package paper

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func person(i int) ThankYouRow {
	return ThankYouRow{
		Name: fmt.Sprintf("Customer %05d", i), Contact: fmt.Sprintf("0171 555 %04d", i),
		Why:   "Sent Peter Lowe, who bought a pannier set and came back for winter tyres.",
		Since: "since 19 Nov 2026", How: "Card",
		Sent: []string{"Peter Lowe came on 19 Nov, 2 visits since"},
	}
}

func people(n int) []ThankYouRow {
	rows := make([]ThankYouRow, n)
	for i := range rows {
		rows[i] = person(i)
	}
	return rows
}

func TestListSaysWhatTheOwnerNeeds(t *testing.T) {
	text := textIn(t, printed(t, listOf(newSetter(t), A4, person(7))))
	for _, want := range []string{
		"Customers to thank", "Harbour Cycles", "21 November 2026", "6 people on this list", "Page 1 of 1",
		"Customer 00007", "0171 555 0007", "winter tyres.", "since 19 Nov 2026", "Card",
		"Peter Lowe came on 19 Nov, 2 visits since", "Notes",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing from\n%s", want, text)
		}
	}
}

func TestEmptyListSaysSo(t *testing.T) {
	in := listOf(newSetter(t), Letter)
	in.Words.LeftOut = "2 people asked for no post."
	text := textIn(t, printed(t, in))
	for _, want := range []string{in.Words.Nobody, in.Words.LeftOut, "Page 1 of 1"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing from\n%s", want, text)
		}
	}
}

func TestThousandPeopleAllStandOnTheList(t *testing.T) {
	in := listOf(newSetter(t), A4, people(1000)...)
	document, err := ThankYouList(in)
	if err != nil {
		t.Fatal(err)
	}
	text := textIn(t, printed(t, in))
	for _, row := range in.Rows {
		if !strings.Contains(text, row.Name) {
			t.Fatalf("%s is missing", row.Name)
		}
	}
	if last := fmt.Sprintf("Page %[1]d of %[1]d", len(document.Pages)); !strings.Contains(text, last) {
		t.Errorf("%q is missing", last)
	}
}

// TestBlocksStayWhole draws lists of all sorts: every page holds as many
// beginnings of a block as ends, and nothing stands in the margins.
func TestBlocksStayWhole(t *testing.T) {
	setter := newSetter(t)
	rapid.Check(t, func(rt *rapid.T) {
		rows := people(rapid.IntRange(1, 25).Draw(rt, "rows"))
		for i := range rows {
			rows[i].Name = strings.Repeat("Long name ", rapid.IntRange(0, 12).Draw(rt, "name"))
			rows[i].Why = strings.Repeat("a reason to thank ", rapid.IntRange(0, 60).Draw(rt, "why"))
			rows[i].How = strings.Repeat("by hand ", rapid.IntRange(0, 9).Draw(rt, "how"))
		}
		document, err := ThankYouList(listOf(setter, rapid.SampledFrom([]Paper{A4, Letter}).Draw(rt, "paper"), rows...))
		if err != nil {
			rt.Fatal(err)
		}
		boxes := 0
		for i, page := range document.Pages {
			begun, ended := blocksOn(page)
			if begun != ended || begun == 0 {
				rt.Fatalf("page %d begins %d blocks and ends %d", i+1, begun, ended)
			}
			boxes += begun
			checkMargins(rt, page)
		}
		if boxes != len(rows) {
			rt.Fatalf("%d tick boxes for %d rows", boxes, len(rows))
		}
	})
}

// blocksOn counts tick boxes, which begin a block, and hairlines, which end it.
func blocksOn(page Page) (begun, ended int) {
	for _, mark := range page.Marks {
		switch m := mark.(type) {
		case Rect:
			if m.W == tickSide {
				begun++
			}
		case Line:
			if m.Ink == hairline() {
				ended++
			}
		}
	}
	return begun, ended
}

func checkMargins(rt *rapid.T, page Page) {
	const slack = 0.01
	for _, mark := range page.Marks {
		text, ok := mark.(Text)
		if !ok {
			continue
		}
		if text.X < sideMargin-slack || text.X+text.Width > page.Width-sideMargin+slack {
			rt.Fatalf("%q stands from %.1f to %.1f mm", text.Content, text.X, text.X+text.Width)
		}
		if text.Y < topMargin || text.Y > page.Height-footerRise+slack {
			rt.Fatalf("%q stands at %.1f mm", text.Content, text.Y)
		}
	}
}

func TestBlockLongerThanAPageIsSplit(t *testing.T) {
	row := person(1)
	for i := range 200 {
		row.Sent = append(row.Sent, fmt.Sprintf("Friend %03d came, one visit since", i))
	}
	in := listOf(newSetter(t), A4, row, person(2))
	document, err := ThankYouList(in)
	if err != nil {
		t.Fatal(err)
	}
	if pages := len(document.Pages); pages < 4 || pages > 6 {
		t.Errorf("%d pages", pages)
	}
	text := textIn(t, printed(t, in))
	for _, sent := range row.Sent {
		if !strings.Contains(text, sent) {
			t.Errorf("%q is missing", sent)
		}
	}
}

func TestLongTextsAreCutToTheirLines(t *testing.T) {
	long := strings.Repeat("word ", 5000)
	text := textIn(t, printed(t, listOf(newSetter(t), A4, ThankYouRow{
		Name: strings.Repeat("W", 5000), Contact: long, Why: long, Since: long, How: long, Sent: []string{long},
	})))
	if cuts := strings.Count(text, ellipsis); cuts != 6 {
		t.Errorf("%d texts are cut, want 6:\n%s", cuts, text)
	}
	if !strings.Contains(text, "Page 1 of 1") {
		t.Error("one person takes more than a page")
	}
}

func TestSameListGivesTheSameBytes(t *testing.T) {
	in := listOf(newSetter(t), A4, ThankYouRow{Name: "王小明 محمد", Why: "प्रिया"}, person(3))
	if !bytes.Equal(printed(t, in), printed(t, in)) {
		t.Error("two prints of one list differ")
	}
}

func TestLogoKeepsItsProportions(t *testing.T) {
	in := listOf(newSetter(t), A4, person(1))
	in.Logo = encoded(image.NewGray16(image.Rect(0, 0, 2000, 500)))
	printed(t, in)
	document, err := ThankYouList(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, mark := range document.Pages[0].Marks {
		if logo, ok := mark.(Image); ok && math.Abs(logo.W-4*logo.H) < 0.001 {
			return
		}
	}
	t.Error("no logo four times as wide as high")
}

func TestBrokenLogoGivesWayToTheInitial(t *testing.T) {
	in := listOf(newSetter(t), A4, person(1))
	in.Shop, in.Logo = "  «éclair» & Co", []byte("no picture")
	document, err := ThankYouList(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, mark := range document.Pages[0].Marks {
		if text, ok := mark.(Text); ok && text.Content == "É" {
			return
		}
	}
	t.Error("the initial É is not drawn")
}

func TestListNeedsAPaperAndATypesetter(t *testing.T) {
	if _, err := ThankYouList(listOf(newSetter(t), "A0")); err == nil {
		t.Error("A0 is accepted")
	}
	if _, err := ThankYouList(listOf(nil, A4)); err == nil {
		t.Error("no typesetter is accepted")
	}
}
