package paper

import (
	"fmt"
	"math"
	"strconv"
)

// LabelTestInput is what the page is made from that shows how far a printer is off on a sheet of labels.
type LabelTestInput struct {
	Frame
	Grid  LabelGrid
	Nudge Nudge // as it is now; the rulers tell what to enter instead
	Words LabelTestWords
}

// LabelTestWords are the words of the page, in the owner's language.
type LabelTestWords struct {
	Title string   // what the page is for, and of which sheet
	Steps []string // what to do with it, a sentence or two each
	Right string   // beside the ruler across
	Down  string   // beside the ruler down
}

// LabelTest lays out a page with the edges of all labels, and two rulers on the edges of the first and two on those of the
// last. Held on a sheet of labels, the edge of a label stands on the ruler at the number to enter. It fails as Labels does.
func LabelTest(in LabelTestInput) (*Document, error) {
	if in.Setter == nil {
		return nil, fmt.Errorf("paper: a test page needs a typesetter")
	}
	width, height, err := in.Paper.Size()
	if err != nil {
		return nil, err
	}
	if in.Grid.Count() == 0 {
		return nil, fmt.Errorf("paper: there is no label to test")
	}
	in.Setter.mu.Lock()
	defer in.Setter.mu.Unlock()
	t := labelTest{in: in, grid: in.Nudge.moved(in.Grid), page: Page{Width: width, Height: height}}
	t.edges()
	t.rulers()
	t.tell()
	return &Document{
		Title: in.Words.Title, Author: in.Shop, Language: in.Language, Made: in.Made,
		Pages: []Page{t.page}, setter: in.Setter, trueSize: true,
	}, nil
}

// labelTest is a test page being laid out.
type labelTest struct {
	in   LabelTestInput
	grid LabelGrid // where this printer is told to print
	page Page
}

// Lengths of the test page, in millimetres.
const (
	rulerReach = 5.0 // on either side of the edge
	rulerStep  = 0.5
	rulerLong  = 4.0 // a tick of a whole millimetre
	rulerShort = 2.2
	rulerEvery = 2   // millimetres between two numbers: more would touch each other
	rulerEdge  = 3.0 // what is left between a text and the edge of the sheet: no printer reaches further
	crossArm   = 3.0
	panelWidth = 128.0
	panelInset = 6.0
)

func rulerStyle() style { return style{size: 6, ink: ink()} }

func (t *labelTest) draw(marks ...Mark) { t.page.Marks = append(t.page.Marks, marks...) }

// edges draws every label, and a cross on the corners of the whole.
func (t *labelTest) edges() {
	edge, g := quiet(), t.grid
	for place := range g.Count() {
		x, y := g.Corner(place)
		t.draw(Rect{X: x, Y: y, W: g.Width, H: g.Height, Ink: &edge, Thick: 0.1})
	}
	lastX, lastY := g.Corner(g.Count() - 1)
	for _, x := range []float64{g.Left, lastX + g.Width} {
		for _, y := range []float64{g.Top, lastY + g.Height} {
			t.draw(Line{X1: x - crossArm, Y1: y, X2: x + crossArm, Y2: y, Thick: 0.25, Ink: ink()},
				Line{X1: x, Y1: y - crossArm, X2: x, Y2: y + crossArm, Thick: 0.25, Ink: ink()})
		}
	}
}

// rulers draws them where a printer reaches for certain: on the inner edges of the first label and of the last.
func (t *labelTest) rulers() {
	g := t.grid
	t.across(g.Left+g.Width, g.Top+g.Height*0.3)
	t.down(g.Left+g.Width*0.3, g.Top+g.Height)
	if last := g.Count() - 1; last > 0 {
		x, y := g.Corner(last)
		t.across(x, y+g.Height*0.7)
		t.down(x+g.Width*0.7, y)
	}
}

// across draws the ruler on an upright edge at x.
func (t *labelTest) across(x, y float64) {
	t.draw(Line{X1: x - rulerReach, Y1: y, X2: x + rulerReach, Y2: y, Thick: 0.15, Ink: ink()})
	for _, tick := range ticks(t.in.Nudge.Right) {
		t.draw(Line{X1: x + tick.at, Y1: y - tick.length, X2: x + tick.at, Y2: y, Thick: 0.12, Ink: ink()})
		if tick.number != "" {
			t.draw(t.centred(tick.number, x+tick.at, y+2.5))
		}
	}
	t.draw(t.text(t.in.Words.Right, x-rulerReach, y-rulerLong-1))
}

// down draws the ruler on a level edge at y.
func (t *labelTest) down(x, y float64) {
	t.draw(Line{X1: x, Y1: y - rulerReach, X2: x, Y2: y + rulerReach, Thick: 0.15, Ink: ink()})
	for _, tick := range ticks(t.in.Nudge.Down) {
		t.draw(Line{X1: x, Y1: y + tick.at, X2: x + tick.length, Y2: y + tick.at, Thick: 0.12, Ink: ink()})
		if tick.number != "" {
			t.draw(t.centred(tick.number, x-1.8, y+tick.at+0.75))
		}
	}
	t.draw(t.text(t.in.Words.Down, x+rulerLong+1, y-rulerReach+1))
}

// rulerTick is a mark of a ruler: how far from the edge, how long, and the number that stands there, "" for none.
type rulerTick struct {
	at, length float64
	number     string
}

// ticks are those of a ruler whose edge is printed with a nudge already: its numbers are what to enter instead of that.
func ticks(nudge float64) (all []rulerTick) {
	for v := math.Ceil((nudge-rulerReach)/rulerStep) * rulerStep; v <= nudge+rulerReach+1e-9; v += rulerStep {
		tick := rulerTick{at: v - nudge, length: rulerShort}
		whole := int(math.Round(v))
		if math.Abs(v-float64(whole)) < 1e-9 {
			tick.length = rulerLong
			if whole%rulerEvery == 0 {
				tick.number = strconv.Itoa(whole)
			}
		}
		all = append(all, tick)
	}
	return all
}

// text begins at x and ends before the sheet does, if not before a label would.
func (t *labelTest) text(said string, x, y float64) Text {
	st := rulerStyle()
	return t.in.Setter.fit(said, false, st.em(min(t.grid.Width, t.page.Width-x-rulerEdge))).at(x, y, st)
}

func (t *labelTest) centred(said string, x, y float64) Text {
	mark := t.text(said, x, y)
	mark.X -= mark.Width / 2
	return mark
}

// tell says in the middle of the page what to do with it.
func (t *labelTest) tell() {
	left := (t.page.Width - panelWidth) / 2
	right := left + panelWidth
	s := &sheet{setter: t.in.Setter}
	block := s.paragraph(t.in.Words.Title, nameStyle(), left+panelInset, right-panelInset, nameLines)
	for _, step := range t.in.Words.Steps {
		block = append(block, gap(1.5))
		block = append(block, s.paragraph(step, bodyStyle(), left+panelInset, right-panelInset, noteLines)...)
	}
	height := 2 * panelInset
	for _, strip := range block {
		height += strip.height
	}
	y := (t.page.Height - height) / 2
	ground, edge := white(), ruling()
	t.draw(Rect{X: left, Y: y, W: panelWidth, H: height, Radius: 3, Fill: &ground, Ink: &edge, Thick: 0.3})
	y += panelInset
	for _, strip := range block {
		for _, mark := range strip.marks {
			t.draw(mark.moved(y))
		}
		y += strip.height
	}
}
