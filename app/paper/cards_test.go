package paper

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"pgregory.net/rapid"
)

// aSign is a logo three times as wide as high.
func aSign() []byte {
	p := image.NewNRGBA(image.Rect(0, 0, 90, 30))
	for x := range 90 {
		p.SetNRGBA(x, x/3, color.NRGBA{R: 31, G: 111, B: 99, A: 255})
	}
	return encoded(p)
}

func cardsOf(setter *Typesetter, kind CardKind, sheet Paper) CardsInput {
	return CardsInput{Frame: listOf(setter, sheet).Frame, Title: "Cards", Kind: kind, Sides: CardInTurn, Greeting: "Thank you", From: "From Harbour Cycles",
		Reach: []string{"12 Quay Street", "0171 555 0110"}, Ruled: true, Count: 3}
}

func laidCards(tb testing.TB, in CardsInput) *Document {
	tb.Helper()
	document, err := Cards(in)
	if err != nil {
		tb.Fatal(err)
	}
	return document
}

// sizesOf are the sizes of the PDF's pages in millimetres, as another program reads them.
func sizesOf(tb testing.TB, pdf []byte) (sizes [][2]float64) {
	tb.Helper()
	dims, err := api.PageDims(bytes.NewReader(pdf), model.NewDefaultConfiguration())
	if err != nil {
		tb.Fatal(err)
	}
	for _, d := range dims {
		sizes = append(sizes, [2]float64{d.Width * mmPerPoint, d.Height * mmPerPoint})
	}
	return sizes
}

// Folded at its middle, the right half of a card's outside is its front, and the imprint stands on its back; the inside holds no word.
func TestTheFrontOfACardIsItsRightHalf(t *testing.T) {
	setter := newSetter(t)
	for _, c := range []struct {
		kind   CardKind
		sheet  Paper
		size   [2]float64
		sheets int
		high   float64 // of a card
	}{{CardSmall, A4, [2]float64{210, 297}, 2, 148.5}, {CardLarge, A4, [2]float64{297, 210}, 3, 210}, {CardSmall, Letter, [2]float64{215.9, 279.4}, 2, 139.7}, {CardLarge, Letter, [2]float64{279.4, 215.9}, 3, 215.9}} {
		pdf := written(t, laidCards(t, cardsOf(setter, c.kind, c.sheet)))
		sizes := sizesOf(t, pdf)
		if len(sizes) != 2*c.sheets {
			t.Fatalf("%s on %s has %d pages", c.kind, c.sheet, len(sizes))
		}
		for _, size := range sizes {
			if math.Abs(size[0]-c.size[0])+math.Abs(size[1]-c.size[1]) > exact {
				t.Errorf("%s on %s: a page is %.2f by %.2f", c.kind, c.sheet, size[0], size[1])
			}
		}
		fronts := 0
		for _, w := range wordsIn(t, pdf) {
			fold, middle := c.size[0]/2, (w.left+w.right)/2
			if w.page%2 == 1 {
				t.Errorf("%s: inside stands %q", c.kind, w.said)
			}
			switch w.said {
			case "Thank", "you":
				fronts++
				if w.left < fold || w.right > c.size[0] {
					t.Errorf("%s: the greeting stands at %.1f to %.1f, the front begins at %.1f", c.kind, w.left, w.right, fold)
				}
			case "From", "Quay":
				if middle > fold || math.Mod(w.foot, c.high) < c.high*0.8 {
					t.Errorf("%s: the imprint stands at %.1f, %.1f", c.kind, middle, w.foot)
				}
			}
		}
		if fronts != 2*3 {
			t.Errorf("%s: %d words of greetings for three cards", c.kind, fronts)
		}
	}
}

// The guides are where paper is to be folded and cut, on the outside alone; the lines to write on are behind the back, so that they lie
// at the right of the opened card, and as far from the top as from the foot.
func TestWhereACardIsFoldedAndWritten(t *testing.T) {
	document := laidCards(t, cardsOf(newSetter(t), CardSmall, A4))
	var folds, cuts int
	for _, mark := range document.Page(0).Marks {
		if line, is := mark.(Line); is && line.X1 == line.X2 && line.X1 == 105 {
			folds++
		} else if is && line.Y1 == line.Y2 && line.Y1 == 148.5 {
			cuts++
		}
	}
	if folds != 3 || cuts != 2 {
		t.Errorf("%d marks to fold at and %d to cut at", folds, cuts)
	}
	inside := document.Page(1)
	if len(inside.Marks) != 2 {
		t.Fatalf("the inside of two cards has %d marks", len(inside.Marks))
	}
	for i, card := range inside.Marks {
		lines := card.(Clipped).Marks
		first, last := lines[0].(Line), lines[len(lines)-1].(Line)
		top := 148.5 * float64(i)
		if first.X1 < 105 || first.X2 > 210 || math.Abs((first.Y1-top)-(top+148.5-last.Y1)) > 1e-9 || len(lines) < 10 {
			t.Errorf("card %d is written on from %.1f to %.1f, %.1f to %.1f, %d lines", i, first.X1, first.X2, first.Y1, last.Y1, len(lines))
		}
	}
}

// Postcards lie where the sheet has them, on both sides, and the address below the place for the stamp.
func TestPostcardsLieWhereTheSheetHasThem(t *testing.T) {
	in := cardsOf(newSetter(t), CardPost, A4) // whatever the shop's paper is
	in.Texts = [][]string{{"Ann Hughes", "12 Quay Street", "Whitby"}, {"Bob Ray"}, {"Cy"}}
	in.Nudge = Nudge{Right: 0.5, Down: -0.25}
	document := laidCards(t, in)
	if document.PageCount() != 4 || document.Page(0).Width != 215.9 {
		t.Fatalf("%d pages of %.1f", document.PageCount(), document.Page(0).Width)
	}
	const inch = 25.4
	for page, cards := range []int{2, 2, 1, 1} {
		marks := document.Page(page).Marks
		if len(marks) != cards {
			t.Fatalf("page %d has %d cards", page, len(marks))
		}
		for i, mark := range marks {
			c := mark.(Clipped)
			if math.Abs(c.X-1.25*inch-0.5)+math.Abs(c.Y-(1.25+4.5*float64(i))*inch+0.25)+math.Abs(c.W-6*inch)+math.Abs(c.H-4*inch) > 1e-9 {
				t.Errorf("card %d of page %d lies at %.2f, %.2f, %.2f by %.2f", i, page, c.X, c.Y, c.W, c.H)
			}
		}
	}
	seen := 0
	for _, w := range wordsIn(t, written(t, document)) {
		if w.said == "Hughes" || w.said == "Whitby" {
			seen++
			x, y := w.left-1.25*inch, w.top-1.25*inch
			if w.page != 1 || x < postMiddle || y < postAddress-1 || w.foot > (1.25+4)*inch-postFoot+1 {
				t.Errorf("%s stands at %.1f, %.1f of page %d", w.said, x, y, w.page)
			}
		}
	}
	if seen != 2 {
		t.Errorf("%d words of the address were found", seen)
	}
}

// The sides come in the order that the owner's printer wants, and each card has an inside.
func TestTheSidesOfCards(t *testing.T) {
	in := cardsOf(newSetter(t), CardSmall, A4)
	kinds := func(sides CardSides) (said string) {
		in.Sides = sides
		document := laidCards(t, in)
		for i := range document.PageCount() {
			cards, text := 0, "i"
			for _, mark := range document.Page(i).Marks {
				c, is := mark.(Clipped)
				if !is {
					continue
				}
				cards++
				if slices.ContainsFunc(c.Marks, func(m Mark) bool { _, is := m.(Text); return is }) {
					text = "o"
				}
			}
			said += strings.Repeat(text, cards) + " "
		}
		return said
	}
	for sides, want := range map[CardSides]string{CardOutside: "oo o ", CardInTurn: "oo ii o i ", CardInside: "ii i "} {
		if got := kinds(sides); got != want {
			t.Errorf("%s: %q, not %q", sides, got, want)
		}
	}
	in.Count = 0
	if _, err := Cards(in); err == nil {
		t.Error("no card at all is printed")
	}
	in.Count, in.Kind = 1, "round"
	if _, err := Cards(in); err == nil {
		t.Error("round cards are printed")
	}
}

// A greeting is as large as it may be with no word broken, and the logo stands above it.
func TestTheGreetingOfACard(t *testing.T) {
	in := cardsOf(newSetter(t), CardSmall, A4)
	texts := func(greeting string) (said []string, size float64) {
		in.Greeting = greeting
		for _, mark := range laidCards(t, in).Page(0).Marks[0].(Clipped).Marks {
			if text, is := mark.(Text); is && text.Bold {
				said, size = append(said, text.Content), text.Size
			}
		}
		return said, size
	}
	if said, size := texts("Thank you"); len(said) != 1 || size < 30 {
		t.Errorf("%q at %.0f", said, size)
	}
	if said, size := texts("Herzlichsten Donaudampfschifffahrtsdank"); len(said) != 2 || size < 10 || strings.Contains(said[1], "…") {
		t.Errorf("%q at %.0f", said, size)
	}
	in.Logo = aSign()
	var logo, greeting float64
	for _, mark := range laidCards(t, in).Page(0).Marks[0].(Clipped).Marks {
		switch m := mark.(type) {
		case Image:
			logo = m.Y + m.H
			if m.X < 105 || math.Abs(m.W-3*m.H) > 1e-9 {
				t.Errorf("the logo stands at %.1f, %.1f by %.1f", m.X, m.W, m.H)
			}
		case Text:
			if m.Bold {
				greeting = m.Y
			}
		}
	}
	if logo == 0 || greeting < logo {
		t.Errorf("the logo ends at %.1f, the greeting stands at %.1f", logo, greeting)
	}
}

// inBox fails where a mark leaves its box.
func inBox(rt *rapid.T, what string, marks []Mark, b box) {
	const sharp = 1e-6
	for _, mark := range marks {
		switch m := mark.(type) {
		case Text:
			up, down := 0.85*m.Size*mmPerPoint, 0.25*m.Size*mmPerPoint
			if m.X < b.x-sharp || m.X+m.Width > b.x+b.w+sharp || m.Y-up < b.y || m.Y+down > b.y+b.h {
				rt.Fatalf("%s: %q stands at %.2f, %.2f, %.2f wide, %.1f points, in %+v", what, m.Content, m.X, m.Y, m.Width, m.Size, b)
			}
		case Image:
			if m.X < b.x-sharp || m.X+m.W > b.x+b.w+sharp || m.Y < b.y-sharp || m.Y+m.H > b.y+b.h+sharp {
				rt.Fatalf("%s: a picture leaves its panel", what)
			}
		case Line:
			if min(m.X1, m.X2) < b.x || max(m.X1, m.X2) > b.x+b.w || min(m.Y1, m.Y2) < b.y || max(m.Y1, m.Y2) > b.y+b.h {
				rt.Fatalf("%s: a line leaves its panel", what)
			}
		}
	}
}

// Whatever is written, however long, on whichever card, no text leaves its card or crosses its fold, and a valid file comes out.
func TestNoTextLeavesItsPanel(t *testing.T) {
	setter := newSetter(t)
	rapid.Check(t, func(rt *rapid.T) {
		text := func(label string) string { return anyText().Draw(rt, label) }
		in := cardsOf(setter, rapid.SampledFrom([]CardKind{CardSmall, CardLarge, CardPost}).Draw(rt, "kind"), rapid.SampledFrom([]Paper{A4, Letter}).Draw(rt, "paper"))
		in.Greeting, in.From, in.Shop, in.Title = text("greeting"), text("from"), text("shop"), text("title")
		in.Reach = rapid.SliceOfN(anyText(), 0, 5).Draw(rt, "reach")
		in.Nudge = Nudge{Right: rapid.Float64Range(-5, 5).Draw(rt, "right"), Down: rapid.Float64Range(-5, 5).Draw(rt, "down")}
		if rapid.Bool().Draw(rt, "logo") {
			in.Logo = aSign()
		}
		if in.Kind == CardPost {
			in.Texts = rapid.SliceOfN(rapid.SliceOfN(anyText(), 0, 8), 1, 3).Draw(rt, "addresses")
		}
		document := laidCards(t, in)
		for i := range document.PageCount() {
			for _, mark := range document.Page(i).Marks {
				card, is := mark.(Clipped)
				if !is {
					continue
				}
				whole := box{card.X, card.Y, card.W, card.H}
				inBox(rt, "a card", card.Marks, whole)
				for _, mark := range card.Marks {
					if text, is := mark.(Text); is && in.Kind != CardPost && text.X < whole.x+whole.w/2 && text.X+text.Width > whole.x+whole.w/2+1e-6 {
						rt.Fatalf("%q crosses the fold", text.Content)
					}
				}
			}
		}
		written(t, document)
	})
}

// Printers are told to turn the sheet so that the inside is upright, and which envelope is in.
func TestWhatPrintersAreTold(t *testing.T) {
	setter := newSetter(t)
	for _, c := range []struct {
		document *Document
		want     string
	}{
		{laidCards(t, cardsOf(setter, CardSmall, A4)), "sides=two-sided-long-edge"}, {laidCards(t, cardsOf(setter, CardLarge, A4)), "sides=two-sided-short-edge"},
		{laidCards(t, cardsOf(setter, CardPost, Letter)), "sides=two-sided-long-edge"}, {laidEnvelopes(t, envelopesOf(setter, DL)), "media=iso_dl_110x220mm"},
	} {
		if got := strings.Join(c.document.PrintOptions(), " "); got != c.want {
			t.Errorf("%s is printed with %q, not %q", c.document.Title, got, c.want)
		}
	}
	in := cardsOf(setter, CardLarge, A4)
	ctx, err := api.ReadValidateAndOptimize(bytes.NewReader(written(t, laidCards(t, in))), model.NewDefaultConfiguration())
	if err != nil {
		t.Fatal(err)
	}
	if ctx.ViewerPref == nil || ctx.ViewerPref.Duplex == nil || *ctx.ViewerPref.Duplex != model.DuplexFlipShortEdge {
		t.Error("viewers are not told to turn the sheet over its short edge")
	}
	in.Sides = CardOutside
	if options := laidCards(t, in).PrintOptions(); len(options) > 0 {
		t.Errorf("one side is printed with %q", options)
	}
}
