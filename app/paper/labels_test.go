package paper

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"pgregory.net/rapid"
)

// sheetOf is a sheet of labels as it is sold.
type sheetOf struct {
	name  string
	paper Paper
	grid  LabelGrid
}

// soldSheets are the nine of the table, as it is printed there: the truth that pages are held to.
func soldSheets() []sheetOf {
	return []sheetOf{
		{"L7160", A4, LabelGrid{63.5, 38.1, 3, 7, 7.20, 15.15, 66.04, 38.10}},
		{"L7161", A4, LabelGrid{63.5, 46.56, 3, 6, 7.21, 8.82, 66.04, 46.56}},
		{"L7162", A4, LabelGrid{99.06, 33.87, 2, 8, 4.67, 13.02, 101.60, 33.87}},
		{"L7163", A4, LabelGrid{99.06, 38.1, 2, 7, 4.67, 15.15, 101.60, 38.10}},
		{"L7165", A4, LabelGrid{99.06, 67.73, 2, 4, 4.67, 13.04, 101.60, 67.73}},
		{"5160", Letter, LabelGrid{66.68, 25.4, 3, 10, 3.97, 12.70, 70.64, 25.40}},
		{"5161", Letter, LabelGrid{101.6, 25.4, 2, 10, 3.97, 12.70, 106.36, 25.40}},
		{"5162", Letter, LabelGrid{101.6, 33.87, 2, 7, 3.97, 21.17, 106.36, 33.87}},
		{"5163", Letter, LabelGrid{101.6, 50.8, 2, 5, 3.97, 12.70, 106.36, 50.80}},
	}
}

func labelsOf(setter *Typesetter, sheet sheetOf, texts ...[]string) LabelsInput {
	return LabelsInput{Frame: listOf(setter, sheet.paper).Frame, Title: "Address labels", Grid: sheet.grid, Texts: texts}
}

func laidLabels(tb testing.TB, in LabelsInput) *Document {
	tb.Helper()
	document, err := Labels(in)
	if err != nil {
		tb.Fatal(err)
	}
	return document
}

// word is a word in the PDF with its box, in millimetres from the page's top left corner.
type word struct {
	page                   int
	left, top, right, foot float64
	said                   string
}

var wordOf = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>`)

// wordsIn reads where pdftotext finds every word.
func wordsIn(tb testing.TB, pdf []byte) (words []word) {
	tb.Helper()
	for page, part := range strings.Split(poppler(tb, pdf, "pdftotext", "-enc", "UTF-8", "-bbox", "PDF", "-"), "<page ")[1:] {
		for _, found := range wordOf.FindAllStringSubmatch(part, -1) {
			w := word{page: page, said: found[5]}
			for i, into := range []*float64{&w.left, &w.top, &w.right, &w.foot} {
				points, err := strconv.ParseFloat(found[i+1], 64)
				if err != nil {
					tb.Fatal(err)
				}
				*into = points * mmPerPoint
			}
			words = append(words, w)
		}
	}
	return words
}

// exact is how far a label may be from where the table has it, in millimetres.
const exact = 0.2

// Every label of the nine sheets begins where the table has it: its first word stands as far from the label's edge as on every other.
func TestLabelsLieWhereTheTableHasThem(t *testing.T) {
	setter := newSetter(t)
	for _, sheet := range soldSheets() {
		t.Run(sheet.name, func(t *testing.T) {
			n := sheet.grid.Count()
			var texts [][]string
			for i := range n + 3 {
				texts = append(texts, []string{fmt.Sprintf("HA%dH", i), "H", "H"})
			}
			in := labelsOf(setter, sheet, texts...)
			in.Nudge = Nudge{Right: 0.4, Down: -0.3}
			words := wordsIn(t, written(t, laidLabels(t, in)))
			side, _ := labelPadding(sheet.grid)
			seen := 0
			for _, w := range words {
				var at int
				if _, err := fmt.Sscanf(w.said, "HA%dH", &at); err != nil {
					continue
				}
				seen++
				x, y := sheet.grid.Corner(at % n)
				x, y = x+0.4, y-0.3
				const bearing = 0.4 // of an H in front of its stem, at most
				if w.page != at/n || math.Abs(w.left-(x+side)) > exact+bearing || math.Abs((w.left-x)-(words[0].left-(sheet.grid.Left+0.4))) > exact {
					t.Errorf("label %d begins %.2f from the left of page %d, its edge is at %.2f", at, w.left, w.page, x)
				}
				if math.Abs((w.top-y)-(words[0].top-(sheet.grid.Top-0.3))) > exact || w.foot > y+sheet.grid.Height {
					t.Errorf("label %d begins %.2f from the top, its edge is at %.2f", at, w.top, y)
				}
			}
			if seen != n+3 {
				t.Errorf("%d labels were printed, of %d", seen, n+3)
			}
		})
	}
}

// movedOrBox are the operators that say from where places are counted, and those of an outlined box.
var movedOrBox = regexp.MustCompile(`1 0 0 1 ([-\d.]+) ([-\d.]+) cm|([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re\s+S`)

// boxesIn reads the outlined boxes out of what the first page of the PDF draws, from its top left corner.
func boxesIn(tb testing.TB, pdf []byte, height float64) (boxes []Rect) {
	tb.Helper()
	config := model.NewDefaultConfiguration()
	ctx, err := api.ReadValidateAndOptimize(bytes.NewReader(pdf), config)
	if err != nil {
		tb.Fatal(err)
	}
	content, err := pdfcpu.ExtractPageContent(ctx, 1)
	if err != nil {
		tb.Fatal(err)
	}
	drawn, err := io.ReadAll(content)
	if err != nil {
		tb.Fatal(err)
	}
	x, y := 0.0, 0.0
	for _, found := range movedOrBox.FindAllStringSubmatch(string(drawn), -1) {
		var v [6]float64
		for i, number := range found[1:] {
			v[i], _ = strconv.ParseFloat(number, 64) // what is not there counts nothing
		}
		if x, y = x+v[0], y+v[1]; found[3] != "" {
			box := Rect{X: (x + v[2]) * mmPerPoint, Y: height - (y+v[3]+v[5])*mmPerPoint, W: v[4] * mmPerPoint, H: v[5] * mmPerPoint}
			boxes = append(boxes, box)
		}
	}
	return boxes
}

func labelTestOf(setter *Typesetter, sheet sheetOf) LabelTestInput {
	return LabelTestInput{Frame: listOf(setter, sheet.paper).Frame, Grid: sheet.grid, Words: LabelTestWords{
		Title: "How far is this printer off? " + sheet.name, Right: "to the right", Down: "down",
		Steps: []string{"Print this page at its true size.", "Hold it on a sheet of labels against a window.", "Read the number at the edge of the label."}}}
}

// The test page draws the edges of every label where the table has them, moved by the nudge.
func TestTheTestPageDrawsEveryLabel(t *testing.T) {
	setter := newSetter(t)
	for _, sheet := range soldSheets() {
		in := labelTestOf(setter, sheet)
		in.Nudge = Nudge{Right: -1.2, Down: 0.7}
		document, err := LabelTest(in)
		if err != nil {
			t.Fatal(err)
		}
		pdf := written(t, document)
		_, height, err := sheet.paper.Size()
		if err != nil {
			t.Fatal(err)
		}
		boxes := boxesIn(t, pdf, height)
		for place := range sheet.grid.Count() {
			x, y := sheet.grid.Corner(place)
			want := Rect{X: x - 1.2, Y: y + 0.7, W: sheet.grid.Width, H: sheet.grid.Height}
			if !holds(boxes, want) {
				t.Errorf("%s: label %d is not drawn at %.2f, %.2f", sheet.name, place, want.X, want.Y)
			}
		}
		if said := textIn(t, pdf); !strings.Contains(said, sheet.name) || !strings.Contains(said, "to the right") {
			t.Errorf("%s: the page says %q", sheet.name, said)
		}
	}
}

func holds(boxes []Rect, want Rect) bool {
	for _, b := range boxes {
		if math.Abs(b.X-want.X)+math.Abs(b.Y-want.Y)+math.Abs(b.W-want.W)+math.Abs(b.H-want.H) < exact {
			return true
		}
	}
	return false
}

// The number on a ruler is what to enter: the nudge that is set, and how far off the print is with it.
func TestARulerTellsWhatToEnter(t *testing.T) {
	for _, nudge := range []float64{0, 0.7, -1.3} {
		numbers := 0
		for _, tick := range ticks(nudge) {
			if math.Abs(tick.at) > rulerReach+1e-9 {
				t.Errorf("a tick stands %.2f from the edge", tick.at)
			}
			if tick.number == "" {
				continue
			}
			numbers++
			if v, err := strconv.Atoi(tick.number); err != nil || math.Abs(nudge+tick.at-float64(v)) > 1e-9 {
				t.Errorf("at %.2f beside a nudge of %.2f stands %s", tick.at, nudge, tick.number)
			}
		}
		if numbers < 5 {
			t.Errorf("%d numbers", numbers)
		}
	}
}

// Viewers are told to print labels at their true size; lists are left to them.
func TestLabelsArePrintedAtTheirTrueSize(t *testing.T) {
	setter := newSetter(t)
	config := model.NewDefaultConfiguration()
	scaling := func(pdf []byte) string {
		ctx, err := api.ReadValidateAndOptimize(bytes.NewReader(pdf), config)
		if err != nil {
			t.Fatal(err)
		}
		if ctx.ViewerPref == nil || ctx.ViewerPref.PrintScaling == nil {
			return ""
		}
		return ctx.ViewerPref.PrintScaling.String()
	}
	pdf := written(t, laidLabels(t, labelsOf(setter, soldSheets()[0], []string{"王小明 👍"}, []string{"Ann Hughes"})))
	if got := scaling(pdf); got != "None" {
		t.Errorf("viewers are told to scale %q", got)
	}
	if info := infoOf(t, pdf); !strings.Contains(info, "Address labels") || !strings.Contains(info, "Harbour Cycles") || !strings.Contains(info, "A4") {
		t.Errorf("the document says of itself\n%s", info)
	}
	if !strings.Contains(string(pdf), "/Lang (en-GB)") {
		t.Error("the language is not told")
	}
	if got := scaling(printed(t, listOf(setter, A4, person(1)))); got != "" {
		t.Errorf("of a list they are told %q", got)
	}
}

// Used labels are left out on the first sheet only.
func TestLabelsBeginWhereTheSheetIsFree(t *testing.T) {
	sheet := soldSheets()[5]
	var texts [][]string
	for i := range 40 {
		texts = append(texts, []string{fmt.Sprintf("HA%dH", i)})
	}
	in := labelsOf(newSetter(t), sheet, texts...)
	for place := range 30 {
		if place != 4 && place != 29 {
			in.Used = append(in.Used, place)
		}
	}
	document := laidLabels(t, in)
	if document.PageCount() != 3 || LabelSheetsFor(30, 2, 40) != 3 || LabelSheetsFor(30, 2, 32) != 2 || LabelSheetsFor(30, 30, 0) != 1 {
		t.Errorf("%d sheets", document.PageCount())
	}
	got := map[string]int{}
	for _, w := range wordsIn(t, written(t, document)) {
		for place := range 30 {
			x, y := sheet.grid.Corner(place)
			if w.left > x && w.right < x+sheet.grid.Width && w.top > y && w.foot < y+sheet.grid.Height {
				got[w.said] = w.page*100 + place
			}
		}
	}
	for said, want := range map[string]int{"HA0H": 4, "HA1H": 29, "HA2H": 100, "HA31H": 129, "HA32H": 200, "HA39H": 207} {
		if got[said] != want {
			t.Errorf("%s stands at %d, not %d", said, got[said], want)
		}
	}
	for place := range 30 {
		in.Used = append(in.Used, place)
	}
	if _, err := Labels(in); err == nil {
		t.Error("a sheet without a free label is printed on")
	}
}

// A long address is made smaller, then goes on below, and is then cut; whom it is for and the place stay.
func TestALongAddressStaysOnItsLabel(t *testing.T) {
	setter, sheet := newSetter(t), soldSheets()[5]
	sizes := func(lines ...string) (size float64, said []string) {
		for _, mark := range laidLabels(t, labelsOf(setter, sheet, lines)).Page(0).Marks[0].(Clipped).Marks {
			size, said = mark.(Text).Size, append(said, mark.(Text).Content)
		}
		return size, said
	}
	usual, _ := sizes("Ann Hughes", "12 Quay Street", "Whitby", "YO22 4DE")
	smaller, said := sizes("Ann Hughes", "The Old Harbour House, 12 Quay Street", "Whitby")
	if usual != 10 || smaller >= usual || smaller < labelShrunk || len(said) != 3 {
		t.Errorf("sizes %.1f and %.1f, %q", usual, smaller, said)
	}
	least, said := sizes("Ann Hughes", "Flat 3, The Old Customs House by the Upper Harbour Bridge, 12 Quay Street", "Whitby")
	if least <= labelLeast || least > labelWrapped || len(said) != 4 || strings.Contains(strings.Join(said, ""), "…") {
		t.Errorf("size %.1f, %q", least, said)
	}
	least, said = sizes("Ann Hughes", strings.Repeat("The Old Customs House ", 40), "Whitby")
	if least != labelLeast || said[0] != "Ann Hughes" || said[len(said)-1] != "Whitby" || !strings.HasSuffix(said[len(said)-2], "…") {
		t.Errorf("size %.1f, %q", least, said)
	}
	_, said = sizes("Ann Hughes", "a", "b", "c", "d", "e", "f", "g", "h", "Whitby", "Norway")
	if said[0] != "Ann Hughes" || said[len(said)-1] != "Norway" || said[len(said)-2] != "Whitby" || !strings.Contains(strings.Join(said, "|"), "d, e") {
		t.Errorf("many lines became %q", said)
	}
}

// Whatever is written, however long, on whichever sheet, no text leaves its label, and a valid file comes out.
func TestNoTextLeavesItsLabel(t *testing.T) {
	setter := newSetter(t)
	rapid.Check(t, func(rt *rapid.T) {
		sheet := rapid.SampledFrom(soldSheets()).Draw(rt, "sheet")
		texts := rapid.SliceOfN(rapid.SliceOfN(anyText(), 0, 14), 1, 4).Draw(rt, "labels")
		in := labelsOf(setter, sheet, texts...)
		in.Nudge = Nudge{Right: rapid.Float64Range(-5, 5).Draw(rt, "right"), Down: rapid.Float64Range(-5, 5).Draw(rt, "down")}
		document := laidLabels(t, in)
		for place, mark := range document.Page(0).Marks {
			label := mark.(Clipped)
			x, y := in.Nudge.moved(sheet.grid).Corner(place)
			if label.X != x || label.Y != y || label.W != sheet.grid.Width || label.H != sheet.grid.Height {
				rt.Fatalf("label %d is cut at %.2f, %.2f", place, label.X, label.Y)
			}
			for _, mark := range label.Marks {
				text := mark.(Text)
				up, down := 0.8*text.Size*mmPerPoint, 0.25*text.Size*mmPerPoint
				if text.X < x || text.X+text.Width > x+label.W+1e-9 || text.Y-up < y || text.Y+down > y+label.H || text.Size < labelLeast {
					rt.Fatalf("%q stands at %.2f, %.2f, %.2f wide, %.1f points, of the label at %.2f, %.2f", text.Content, text.X, text.Y, text.Width, text.Size, x, y)
				}
			}
		}
		written(t, document)
	})
}
