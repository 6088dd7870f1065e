package paper

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"pgregory.net/rapid"
)

// soldEnvelopes are the four, in millimetres as they are sold.
func soldEnvelopes() map[Paper][2]float64 {
	return map[Paper][2]float64{C6: {162, 114}, DL: {220, 110}, C5: {229, 162}, No10: {9.5 * 25.4, 4.125 * 25.4}}
}

func envelopesOf(setter *Typesetter, kind Paper, texts ...[]string) EnvelopesInput {
	return EnvelopesInput{Frame: listOf(setter, kind).Frame, Title: "Envelopes", Sender: []string{"Harbour Cycles", "12 Quay Street", "Whitby YO22 4DE"}, Texts: texts}
}

func laidEnvelopes(tb testing.TB, in EnvelopesInput) *Document {
	tb.Helper()
	document, err := Envelopes(in)
	if err != nil {
		tb.Fatal(err)
	}
	return document
}

// A page is as large as the envelope, printed at its true size; whom it is from stands at the top left, and whom it is for where every
// post looks for it, in any script.
func TestAnEnvelopeIsAsThePostWantsIt(t *testing.T) {
	setter := newSetter(t)
	for kind, size := range soldEnvelopes() {
		in := envelopesOf(setter, kind, []string{"Ann Hughes", "3 Row", "Porthaven"}, []string{"山田 太郎", "Japan"})
		in.Logo, in.Nudge = aSign(), Nudge{Right: 0.4, Down: -0.6}
		pdf := written(t, laidEnvelopes(t, in))
		for _, got := range sizesOf(t, pdf) {
			if math.Abs(got[0]-size[0]) > exact || math.Abs(got[1]-size[1]) > exact {
				t.Errorf("%s: a page is %.2f by %.2f", kind, got[0], got[1])
			}
		}
		ctx, err := api.ReadValidateAndOptimize(bytes.NewReader(pdf), model.NewDefaultConfiguration())
		if err != nil {
			t.Fatal(err)
		}
		if ctx.ViewerPref == nil || ctx.ViewerPref.PrintScaling == nil || ctx.ViewerPref.PrintScaling.String() != "None" {
			t.Errorf("%s: viewers may scale it", kind)
		}
		seen := 0
		for _, w := range wordsIn(t, pdf) {
			switch w.said {
			case "Hughes", "Porthaven", "Japan":
				seen++
				if w.left < size[0]*0.45 || w.right > size[0]-15+0.4 || w.top < 40-0.6-0.5 || w.foot > size[1]-18 {
					t.Errorf("%s: %s stands at %.1f, %.1f", kind, w.said, w.left, w.top)
				}
			case "Harbour", "Quay":
				seen++
				if w.right > size[0]-74 || w.foot > 38 || w.left < 8+senderLogoWide {
					t.Errorf("%s: the sender's %s stands at %.1f, %.1f", kind, w.said, w.left, w.top)
				}
			}
		}
		if seen != 3+2*2 {
			t.Errorf("%s: %d words were found", kind, seen)
		}
	}
	if _, err := Envelopes(envelopesOf(setter, A4)); err == nil {
		t.Error("A4 is an envelope")
	}
}

// Whatever is written, however long, no text leaves its place on an envelope, and a valid file comes out.
func TestNoTextLeavesItsPlaceOnAnEnvelope(t *testing.T) {
	setter := newSetter(t)
	rapid.Check(t, func(rt *rapid.T) {
		kind := rapid.SampledFrom([]Paper{C6, DL, C5, No10}).Draw(rt, "kind")
		in := envelopesOf(setter, kind, rapid.SliceOfN(rapid.SliceOfN(anyText(), 0, 12), 1, 3).Draw(rt, "addresses")...)
		in.Sender = rapid.SliceOfN(anyText(), 0, 9).Draw(rt, "sender")
		if rapid.Bool().Draw(rt, "logo") {
			in.Logo = aSign()
		}
		document := laidEnvelopes(t, in)
		page := document.Page(0)
		for _, mark := range page.Marks {
			if part, is := mark.(Clipped); is {
				inBox(rt, "an envelope", part.Marks, box{part.X, part.Y, part.W, part.H})
				inBox(rt, "the page", part.Marks, box{0, 0, page.Width, page.Height})
			}
		}
		written(t, document)
	})
}

// A long address is made smaller and goes on below, as on a label.
func TestALongAddressStaysOnItsEnvelope(t *testing.T) {
	document := laidEnvelopes(t, envelopesOf(newSetter(t), C6, []string{"Ann Hughes", strings.Repeat("The Old Customs House ", 5), "Whitby"}))
	marks := document.Page(0).Marks
	lines := marks[len(marks)-1].(Clipped).Marks
	if first, last := lines[0].(Text), lines[len(lines)-1].(Text); first.Content != "Ann Hughes" || last.Content != "Whitby" || len(lines) < 4 || first.Size > 9 {
		t.Errorf("%d lines of %.1f points", len(lines), first.Size)
	}
}
