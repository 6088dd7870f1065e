package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// letters measures every letter as half as wide as high.
func letters(text string, size float64, _ bool) float64 {
	return float64(len([]rune(text))) * size / 2
}

func TestTicksAreRound(t *testing.T) {
	for _, c := range []struct {
		most   float64
		wanted int
		whole  bool
		want   string
	}{
		{0, 5, true, "[0 1]"}, {1, 5, true, "[0 1]"}, {3, 5, true, "[0 1 2 3]"}, {7, 5, true, "[0 2 4 6 8]"}, {15, 5, true, "[0 5 10 15]"},
		{1, 5, false, "[0 0.2 0.4 0.6 0.8 1]"}, {105, 5, true, "[0 50 100 150]"}, {873400, 4, true, "[0 500000 1e+06]"}, {math.NaN(), 3, true, "[0 1]"},
	} {
		var text []string
		for _, tick := range Ticks(c.most, c.wanted, c.whole) {
			text = append(text, fmt.Sprintf("%.6g", tick))
		}
		if got := "[" + strings.Join(text, " ") + "]"; got != c.want {
			t.Errorf("up to %v stand %s, want %s", c.most, got, c.want)
		}
	}
}

// The ticks reach the greatest figure with none to spare, are evenly apart, and are about as many as were wanted.
func TestTicksReach(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		most := rapid.Float64Range(0.01, 1e13).Draw(rt, "most")
		wanted := rapid.IntRange(2, 8).Draw(rt, "wanted")
		ticks := Ticks(most, wanted, false)
		n := len(ticks)
		step := ticks[1]
		if last := ticks[n-1]; last < most*(1-1e-9) || last-step >= most {
			rt.Fatalf("up to %v stand %v", most, ticks)
		}
		if n < 2 || n > 2*wanted+4 {
			rt.Fatalf("%d ticks, wanted %d: %v", n, wanted, ticks)
		}
		lead := step / math.Pow(10, math.Floor(math.Log10(step)+1e-9))
		if !slices.ContainsFunc([]float64{1, 2, 5, 10}, func(f float64) bool { return math.Abs(lead-f) < 1e-6 }) {
			rt.Fatalf("a step of %v", step)
		}
	})
}

func drawPicture(rt *rapid.T) Picture {
	p := Picture{Kind: Kind(rapid.IntRange(0, 3).Draw(rt, "kind")), Whole: true}
	for slot := range rapid.IntRange(1, 80).Draw(rt, "slots") {
		p.Slots = append(p.Slots, strings.Repeat("m", slot%20+1))
	}
	for i := range rapid.IntRange(1, 5).Draw(rt, "series") {
		s := Series{Name: strings.Repeat("n", 4*i+1), Ink: Inks[i], Pattern: Pattern(i % 4)}
		for range p.Slots {
			v := float64(rapid.IntRange(-1, 1000).Draw(rt, "figure"))
			if v < 0 {
				v = None()
			}
			s.Cells = append(s.Cells, Cell{Value: v})
		}
		p.Series = append(p.Series, s)
	}
	return p
}

// Whatever there is to draw stands inside the room it has, words beneath the axis never run into each other, and bars are as long as
// their figures.
func TestLayoutFits(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := drawPicture(rt)
		r := Room{Width: rapid.Float64Range(150, 1200).Draw(rt, "width"), Text: rapid.Float64Range(8, 20).Draw(rt, "text"), Measure: letters, First: rapid.IntRange(-1, 90).Draw(rt, "first")}
		r.Height = min(p.Height(r), rapid.Float64Range(250, 2000).Draw(rt, "height"))
		d := p.Lay(r)
		for _, shape := range d.Shapes {
			if x1, y1, x2, y2 := bounds(shape); x1 < -1 || y1 < -1 || x2 > r.Width+1 || y2 > r.Height+r.Text {
				rt.Fatalf("%#v stands outside %v by %v", shape, r.Width, r.Height)
			}
		}
		mustNotOverlap(rt, d, r)
		if p.most() > 0 {
			mustBeToScale(rt, p, d)
		}
	})
}

func bounds(shape Shape) (x1, y1, x2, y2 float64) {
	switch s := shape.(type) {
	case Box:
		return s.X, s.Y, s.X + s.W, s.Y + s.H
	case Stroke:
		return min(s.X1, s.X2), min(s.Y1, s.Y2), max(s.X1, s.X2), max(s.Y1, s.Y2)
	case Word:
		return s.X, s.Y, s.X + s.W, s.Y + s.Size*LineHeight
	}
	return -100, 0, 0, 0
}

// mustNotOverlap looks at the words on each line.
func mustNotOverlap(rt *rapid.T, d *Drawing, r Room) {
	lines := map[float64][]Word{}
	for _, shape := range d.Shapes {
		if w, ok := shape.(Word); ok && w.Ink == InkQuiet {
			lines[w.Y] = append(lines[w.Y], w)
		}
	}
	for _, words := range lines {
		slices.SortFunc(words, func(a, b Word) int { return int(math.Copysign(1, a.X-b.X)) })
		for i := 1; i < len(words); i++ {
			if words[i-1].X+words[i-1].W > words[i].X+0.01 {
				rt.Fatalf("%q runs into %q in a room of %v", words[i-1].Text, words[i].Text, r.Width)
			}
		}
	}
}

// mustBeToScale compares every bar with the longest.
func mustBeToScale(rt *rapid.T, p Picture, d *Drawing) {
	if p.Kind == Lines {
		return
	}
	long := func(b Bar) float64 {
		if p.Kind == Across {
			return b.W
		}
		return b.H
	}
	most, scale := 0.0, 0.0
	for _, b := range d.Bars {
		if v := p.value(b.At); v > most {
			most, scale = v, long(b)/v
		}
	}
	least := 0.0
	for _, b := range d.Bars {
		least = max(least, min(b.W, b.H)) // what is clicked for a small figure is not less
	}
	for _, b := range d.Bars {
		if v := p.value(b.At); math.Abs(long(b)-v*scale) > 0.01 && long(b) > least+0.01 {
			rt.Fatalf("%v is %v long at a scale of %v", v, long(b), scale)
		}
	}
}

// Every figure in view is found where it stands, and each slot is in view from somewhere.
func TestFiguresAreFound(t *testing.T) {
	p := Picture{Kind: Grouped, Whole: true, Series: []Series{{Name: "a", Ink: InkMain}, {Name: "b", Ink: InkBad, Pattern: Hatched}}}
	for i := range 100 {
		p.Slots = append(p.Slots, fmt.Sprint(i))
		for s := range p.Series {
			p.Series[s].Cells = append(p.Series[s].Cells, Cell{Value: float64(i%7 + s)})
		}
	}
	seen := map[At]bool{}
	for first := range 100 {
		r := Room{Width: 300, Height: 200, Text: 10, Measure: letters, First: first}
		d := p.Lay(r)
		for _, b := range d.Bars {
			at, found := d.At(b.X+b.W/2, b.Y+b.H/2)
			if seen[b.At] = true; !found || at != b.At {
				t.Fatalf("at the middle of %v is %v, %v", b.At, at, found)
			}
		}
	}
	if len(seen) != 200 {
		t.Errorf("%d figures of 200 can be seen", len(seen))
	}
	if _, found := p.Lay(Room{Width: 300, Height: 200, Text: 10, Measure: letters}).At(299, 1); found {
		t.Error("found a figure beside the bars")
	}
}

func TestNoFigureNoDrawing(t *testing.T) {
	for _, p := range []Picture{{}, {Slots: []string{"a"}}, {Slots: []string{"a"}, Series: []Series{{Cells: []Cell{{}}}}}, {Slots: []string{"a"}, Series: []Series{{Cells: []Cell{{Value: None()}}}}},
		{Slots: []string{"a"}, Series: []Series{{Cells: []Cell{{Value: 3}}}}, Empty: "Nobody yet"}} {
		if d := p.Lay(Room{Width: 300, Height: 200, Text: 10, Measure: letters}); len(d.Shapes) != 0 || !p.Blank() {
			t.Errorf("%+v is drawn", p)
		}
	}
}

func TestStepStaysInside(t *testing.T) {
	p := Picture{Slots: make([]string, 3), Series: make([]Series, 2)}
	if at := p.Step(At{1, 1}, 5, 5); at != (At{2, 1}) {
		t.Errorf("stepped to %v", at)
	}
	if at := p.Step(At{1, 1}, -5, -1); at != (At{}) {
		t.Errorf("stepped to %v", at)
	}
	if at := (Picture{}).Step(At{}, 1, 1); at != (At{}) {
		t.Errorf("stepped to %v in nothing", at)
	}
}

// Series are told apart without colours: no two patterns draw alike.
func TestPatternsDiffer(t *testing.T) {
	for _, kind := range []Kind{Stacked, Lines} {
		seen := map[string]Pattern{}
		for pattern := Solid; pattern <= Hollow; pattern++ {
			p := Picture{Kind: kind, Slots: []string{"a", "b"}, Series: []Series{{Ink: InkMain, Pattern: pattern, Cells: []Cell{{Value: 4}, {Value: 4}}}}}
			drawn := fmt.Sprint(p.Lay(Room{Width: 300, Height: 200, Text: 10, Measure: letters}).Shapes)
			if other, ok := seen[drawn]; ok {
				t.Errorf("%v is drawn like %v", pattern, other)
			}
			seen[drawn] = pattern
		}
	}
}
