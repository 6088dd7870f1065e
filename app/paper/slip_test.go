package paper

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func slipOf(setter *Typesetter, paper Paper, parts ...SlipPart) SlipInput {
	return SlipInput{
		Frame: Frame{Setter: setter, Paper: paper, Language: "en-GB", Shop: "Harbour Cycles", Made: time.Date(2026, 11, 21, 10, 24, 0, 0, time.UTC)},
		Reach: "12 Quay Street, Whitby · 01947 555 0100",
		Words: SlipWords{Title: "To Spoke Works", Date: "21 November 2026", PageOf: func(page, total int) string { return fmt.Sprintf("Page %d of %d", page, total) }},
		Parts: parts,
	}
}

func printedSlip(tb testing.TB, in SlipInput) []byte {
	tb.Helper()
	document, err := Slip(in)
	if err != nil {
		tb.Fatal(err)
	}
	return written(tb, document)
}

// A slip says all of it on one small page, or in the corner of a full sheet with two lines to cut along.
func TestSlipSaysWhatItIsAbout(t *testing.T) {
	setter := newSetter(t)
	parts := []SlipPart{
		{Heading: "Spoke Works", Text: "Wheel building\n0171 555 0199\n3 Mill Lane\nWhitby"},
		{Label: "What it is about", Text: "A bent rim, 28 inch"},
		{Label: "In your words", Text: "It wobbles since the kerb. " + strings.Repeat("Really it does. ", 3)},
		{Heading: "王小明 needs محمد", Tick: "You agreed", Ticked: true},
	}
	for _, c := range []struct {
		paper Paper
		size  string
	}{{A6, "297.64 x 419.53"}, {A4, "595.28 x 841.89"}, {Letter, "612 x 792"}} {
		in := slipOf(setter, c.paper, parts...)
		in.Words.Sign = "Date and signature"
		pdf := printedSlip(t, in)
		text, info := textIn(t, pdf), infoOf(t, pdf)
		for _, want := range []string{"Harbour Cycles", "21 November 2026", "To Spoke Works", "0171 555 0199", "3 Mill Lane", "What it is about", "A bent rim, 28 inch",
			"since the kerb", "You agreed", "Date and signature", "12 Quay Street, Whitby · 01947 555 0100"} {
			if !strings.Contains(text, want) {
				t.Errorf("on %s %q is missing from\n%s", c.paper, want, text)
			}
		}
		if !strings.Contains(info, "Pages:           1") || !strings.Contains(info, c.size) || strings.Contains(text, "Page 1 of 1") {
			t.Errorf("on %s:\n%s\n%s", c.paper, info, text)
		}
	}
}

// Whatever is said, nothing stands beyond the slip's own edges, a part stays in one piece, and the last page ends with the signature.
func TestSlipsKeepWithinTheirEdges(t *testing.T) {
	setter := newSetter(t)
	rapid.Check(t, func(rt *rapid.T) {
		var parts []SlipPart
		for i := range rapid.IntRange(0, 9).Draw(rt, "parts") {
			parts = append(parts, SlipPart{
				Heading: strings.Repeat("A thing of many words ", rapid.IntRange(0, 7).Draw(rt, "heading")), Label: fmt.Sprint("label ", i),
				Text: strings.Repeat("line\nmore of it ", rapid.IntRange(0, 40).Draw(rt, "text")), Tick: strings.Repeat("agreed ", rapid.IntRange(0, 30).Draw(rt, "tick")),
			})
		}
		in := slipOf(setter, rapid.SampledFrom([]Paper{A6, A4, Letter}).Draw(rt, "paper"), parts...)
		in.Words.Sign = "Sign here"
		document, err := Slip(in)
		if err != nil {
			rt.Fatal(err)
		}
		signed := false
		for i, page := range document.Pages {
			for _, mark := range page.Marks {
				text, ok := mark.(Text)
				if !ok {
					continue
				}
				signed = signed || text.Content == "Sign here" && i == len(document.Pages)-1
				if text.X < slipMargin-0.01 || text.X+text.Width > 105-slipMargin+0.01 || text.Y < slipMargin || text.Y > 148-3 {
					rt.Fatalf("%q stands at %.1f, %.1f to %.1f mm", text.Content, text.Y, text.X, text.X+text.Width)
				}
			}
		}
		if !signed {
			rt.Fatal("the last page has no room to sign on")
		}
	})
}

func TestSlipOfManyPagesCountsThem(t *testing.T) {
	var parts []SlipPart
	for i := range 30 {
		parts = append(parts, SlipPart{Heading: fmt.Sprint("Thing ", i), Label: "In your words", Text: "As it was before"})
	}
	in := slipOf(newSetter(t), A6, parts...)
	in.Logo = encoded(image.NewGray16(image.Rect(0, 0, 200, 50)))
	document, err := Slip(in)
	if err != nil {
		t.Fatal(err)
	}
	text := textIn(t, printedSlip(t, in))
	for i := range 30 {
		if !strings.Contains(text, fmt.Sprint("Thing ", i)) {
			t.Errorf("thing %d is missing", i)
		}
	}
	if last := fmt.Sprintf("Page %[1]d of %[1]d", len(document.Pages)); len(document.Pages) < 2 || !strings.Contains(text, last) {
		t.Errorf("%d pages, %q:\n%s", len(document.Pages), last, text)
	}
}

func TestSlipNeedsAPaperAndATypesetter(t *testing.T) {
	if _, err := Slip(slipOf(newSetter(t), "A0")); err == nil {
		t.Error("A0 is accepted")
	}
	if _, err := Slip(slipOf(nil, A6)); err == nil {
		t.Error("no typesetter is accepted")
	}
}
