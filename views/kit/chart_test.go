package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"goodturn/app/chart"
)

// someMonths names n months, the newest last.
func someMonths(n int) []string {
	names := []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	months := make([]string, n)
	for i := range months {
		months[i] = names[(i+1200+11-n)%12]
	}
	return months
}

// someSeries makes a series of n figures, each with its words.
func someSeries(name string, ink chart.Ink, pattern chart.Pattern, n int, figure func(i int) float64) chart.Series {
	s := chart.Series{Name: name, Ink: ink, Pattern: pattern}
	for i := range n {
		s.Cells = append(s.Cells, chart.Cell{Value: figure(i), Words: fmt.Sprintf("%s, month %d: %v", name, i+1, figure(i)), Leads: true})
	}
	return s
}

func stackedPicture(n int) chart.Picture {
	return chart.Picture{Kind: chart.Stacked, Whole: true, Slots: someMonths(n), Series: []chart.Series{
		someSeries("Rescued", chart.InkMain, chart.Solid, n, func(i int) float64 { return float64(3 + i*7%9) }),
		someSeries("Still open", chart.InkThird, chart.Banded, n, func(i int) float64 { return float64(i * 5 % 4) }),
		someSeries("Lost", chart.InkBad, chart.Hatched, n, func(i int) float64 { return float64(1 + i*3%5) }),
	}}
}

func groupedPicture(n int) chart.Picture {
	return chart.Picture{Kind: chart.Grouped, Whole: true, Slots: someMonths(n), Series: []chart.Series{
		someSeries("Word of mouth", chart.InkMain, chart.Solid, n, func(i int) float64 { return float64(4 + i*7%11) }),
		someSeries("Adverts", chart.InkThird, chart.Hatched, n, func(i int) float64 { return float64(i * 5 % 6) }),
	}}
}

func acrossPicture() chart.Picture {
	things := []string{"Brooks saddle, honey", "Cargo trailer", "Tyre, tubeless, 28 mm, the one with the reflecting stripe", "Child seat", "Кольца"}
	return chart.Picture{Kind: chart.Across, Whole: true, Slots: things, Series: []chart.Series{
		someSeries("Went without", chart.InkBad, chart.Hatched, 5, func(i int) float64 { return float64(12 - 2*i) }),
		someSeries("Took something else", chart.InkGood, chart.Solid, 5, func(i int) float64 { return float64(i * 2 % 5) }),
	}}
}

func linesPicture(n int) chart.Picture {
	percent := func(v float64) string { return fmt.Sprintf("%g %%", v) }
	return chart.Picture{Kind: chart.Lines, Slots: someMonths(n), Axis: percent, Series: []chart.Series{
		someSeries("Word of mouth", chart.InkMain, chart.Solid, n, func(i int) float64 { return float64(60 + i*7%23) }),
		someSeries("Adverts", chart.InkThird, chart.Hatched, n, func(i int) float64 {
			if i == 4 {
				return chart.None()
			}
			return float64(20 + i*5%17)
		}),
		someSeries("Walked past", chart.InkSecond, chart.Banded, n, func(i int) float64 { return float64(35 + i*3%11) }),
	}}
}

func galleryCharts() fyne.CanvasObject {
	hint := "Arrows go through the picture, Enter shows who is behind a bar."
	card := func(title string, p chart.Picture) fyne.CanvasObject {
		return CardWithHeading(title, -1, NewChart(p, hint))
	}
	left := VStack(14, card("Rescued requests", stackedPicture(12)), card("What to stock", acrossPicture()))
	right := VStack(14, card("New customers", groupedPicture(6)), card("Who stays", linesPicture(12)))
	return Page("Insights", "Pictures of every kind.", nil, Scroll(Columns([]float32{1, 1}, 14, 700, left, right)))
}

// charted is a chart in a window with the keyboard on it.
func charted(t *testing.T, p chart.Picture) (*bench, *Chart, *[]chart.At) {
	c := NewChart(p, "the hint")
	opened := &[]chart.At{}
	c.OnOpen = func(at chart.At) { *opened = append(*opened, at) }
	b := newBench(t, VStack(0, c))
	b.canvas().Focus(c)
	return b, c, opened
}

func TestChartWalksAndOpens(t *testing.T) {
	b, c, opened := charted(t, stackedPicture(12))
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyHome, "Rescued, month 1: 3"}, {fyne.KeyRight, "Rescued, month 2: 10"}, {fyne.KeyUp, "Still open, month 2: 1"}, {fyne.KeyEnd, "Still open, month 12: 3"},
		{fyne.KeyDown, "Rescued, month 12: 8"}, {fyne.KeyHome, "Rescued, month 1: 3"}, {fyne.KeyLeft, "Rescued, month 1: 3"},
	} {
		if b.key(step.key); c.words.Text() != step.want {
			t.Errorf("after %s it says %q, want %q", step.key, c.words.Text(), step.want)
		}
	}
	b.key(fyne.KeyUp, fyne.KeyReturn)
	if len(*opened) != 1 || (*opened)[0] != (chart.At{Slot: 0, Series: 2}) {
		t.Errorf("Enter opened %v", *opened)
	}
	b.canvas().Unfocus()
	if c.words.Text() != "the hint" {
		t.Errorf("without the keyboard it says %q", c.words.Text())
	}
}

func TestChartWalksAsItIsDrawn(t *testing.T) {
	b, c, _ := charted(t, groupedPicture(3))
	b.key(fyne.KeyHome, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	if c.Chosen() != (chart.At{Slot: 1, Series: 1}) {
		t.Errorf("three bars to the right is %v", c.Chosen())
	}
	b.key(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	if c.Chosen() != (chart.At{}) {
		t.Errorf("and back is %v", c.Chosen())
	}
	b, c, _ = charted(t, acrossPicture())
	b.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyRight)
	if c.Chosen() != (chart.At{Slot: 2, Series: 1}) {
		t.Errorf("two rows down and a bar to the right is %v", c.Chosen())
	}
}

func TestChartTakesTheViewAlong(t *testing.T) {
	b, c, _ := charted(t, stackedPicture(400))
	if c.plot.drawing.Shown >= 400 || c.plot.drawing.First+c.plot.drawing.Shown != 400 {
		t.Fatalf("%d slots from %d are drawn, want the last ones", c.plot.drawing.Shown, c.plot.drawing.First)
	}
	if n := len(c.plot.drawing.Shapes); n > 3000 {
		t.Errorf("%d shapes for what is in view", n)
	}
	b.key(fyne.KeyHome)
	for range 9 {
		b.key(fyne.KeyRight)
	}
	if _, inView := c.plot.drawing.Bar(c.Chosen()); !inView || c.Chosen().Slot != 9 {
		t.Errorf("walked to %v, which is not drawn", c.Chosen())
	}
	b.key(fyne.KeyEnd)
	if _, inView := c.plot.drawing.Bar(c.Chosen()); !inView || c.Chosen().Slot != 399 {
		t.Errorf("walked to %v, which is not drawn", c.Chosen())
	}
}

func TestChartUnderTheMouse(t *testing.T) {
	_, c, opened := charted(t, stackedPicture(6))
	bar, _ := c.plot.drawing.Bar(chart.At{Slot: 4})
	at := fyne.NewPos(float32(bar.X+bar.W/2), float32(bar.Y+bar.H/2))
	c.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if !strings.HasPrefix(c.words.Text(), "Rescued, month 5") || c.Cursor() != desktop.PointerCursor {
		t.Errorf("the mouse on a bar says %q", c.words.Text())
	}
	test.TapAt(c, at)
	if len(*opened) != 1 || (*opened)[0] != (chart.At{Slot: 4}) {
		t.Errorf("a click opened %v", *opened)
	}
	c.MouseOut()
	test.TapAt(c, fyne.NewPos(1, 1))
	if len(*opened) != 1 {
		t.Errorf("a click beside the bars opened %v", *opened)
	}
}

func TestChartShowsAnotherPicture(t *testing.T) {
	b, c, opened := charted(t, stackedPicture(12))
	b.key(fyne.KeyHome, fyne.KeyUp, fyne.KeyUp)
	less := stackedPicture(2)
	less.Series[2].Cells[1].Leads = false
	c.SetPicture(less)
	if c.Chosen() != (chart.At{Slot: 1}) || c.words.Text() != "Rescued, month 2: 10" {
		t.Errorf("it stands at %v, %q", c.Chosen(), c.words.Text())
	}
	b.key(fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if len(*opened) != 0 {
		t.Error("opened what has nothing behind it")
	}
}
