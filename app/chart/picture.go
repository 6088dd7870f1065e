// Package chart lays out pictures of figures: bars beside each other, upon each other or across, and lines. One description
// (Picture) becomes one layout (Drawing) of boxes, strokes and words, which the screen and the printed page draw alike: neither
// decides where a bar stands. Nothing is told by colour alone: every series has a pattern and a name, every bar its value in words.
//
//	Picture → Lay → Drawing → views/kit (the screen), app/paper (the page)
package chart

import "math"

// Kind is how the figures are drawn.
type Kind int

// The kinds of picture.
const (
	Grouped Kind = iota // bars beside each other, a group for each slot
	Stacked             // bars upon each other, a column for each slot
	Across              // bars from left to right behind each other, a row for each slot
	Lines               // a line for each series
)

// Ink is a role of colour. Which colour it is, in light, in dark and on paper, those know who draw.
type Ink string

// The inks. InkCard is the ground that the picture lies on.
const (
	InkNone   Ink = ""
	InkMain   Ink = "main"
	InkSecond Ink = "second"
	InkThird  Ink = "third"
	InkGood   Ink = "good"
	InkBad    Ink = "bad"
	InkPlain  Ink = "plain"
	InkPraise Ink = "praise"
	InkText   Ink = "text"
	InkQuiet  Ink = "quiet"
	InkRule   Ink = "rule"
	InkCard   Ink = "card"
)

// Inks are all of them but none.
var Inks = []Ink{InkMain, InkSecond, InkThird, InkGood, InkBad, InkPlain, InkPraise, InkText, InkQuiet, InkRule, InkCard}

// Pattern tells series apart for who sees no colours: how a bar is filled, and how a line is dashed and its points are drawn.
type Pattern int

// The patterns.
const (
	Solid   Pattern = iota // full; a whole line with round points
	Hatched                // strokes from corner to corner; a dashed line with square points
	Banded                 // strokes from side to side; a dotted line with full squares
	Hollow                 // the edge alone; a whole line with hollow round points
)

// Picture is a picture described.
type Picture struct {
	Kind    Kind
	Title   string
	Period  string   // "January to March 2026"
	Summary string   // the figures in words
	Note    string   // what is to be known before one trusts them: "3 people: too few to compare"; empty for nothing
	Empty   string   // what stands in its place where there is nothing to draw; empty where there is
	Slots   []string // what stands beside the axis: months, things
	Ends    []string // what stands at the end of each row of an Across picture; nil for what its bars come to
	Series  []Series
	Whole   bool                 // the figures are counts: no half of one on the axis
	Axis    func(float64) string // how a figure is written at the axis and at a bar; nil for plain numbers
}

// Series is what one ink and pattern stand for.
type Series struct {
	Name    string
	Ink     Ink
	Pattern Pattern
	Cells   []Cell // one for each slot
}

// Cell is one figure.
type Cell struct {
	Value float64 // never below 0; NaN where there is none to be shown
	Words string  // the figure in words: "March 2026: 12 rescued"
	Leads bool    // there are people or lines of the log behind it to look at
}

// None is the value of a cell without a figure.
func None() float64 { return math.NaN() }

// At is the place of a figure in a picture.
type At struct{ Slot, Series int }

// Cell gives the figure at a place; the zero one where there is none.
func (p Picture) Cell(at At) Cell {
	if at.Series < 0 || at.Series >= len(p.Series) || at.Slot < 0 || at.Slot >= len(p.Series[at.Series].Cells) {
		return Cell{}
	}
	return p.Series[at.Series].Cells[at.Slot]
}

// Step gives the place beside at, so many slots and series further; at the edge it stays.
func (p Picture) Step(at At, slots, series int) At {
	return At{Slot: within(at.Slot+slots, len(p.Slots)), Series: within(at.Series+series, len(p.Series))}
}

// within holds i between 0 and n-1.
func within(i, n int) int { return max(0, min(i, n-1)) }

// Blank tells whether there is nothing to draw: no slot, no series, or no figure that is more than nothing.
func (p Picture) Blank() bool {
	return p.Empty != "" || len(p.Slots) == 0 || p.most() == 0
}

// most is the greatest value there is, of a stack all of it.
func (p Picture) most() (most float64) {
	for slot := range p.Slots {
		sum := 0.0
		for series := range p.Series {
			v := p.value(At{slot, series})
			if sum += v; p.stacks() {
				v = sum
			}
			most = max(most, v)
		}
	}
	return most
}

// value is a figure as it is drawn: nothing for one that is not there.
func (p Picture) value(at At) float64 {
	if v := p.Cell(at).Value; !math.IsNaN(v) {
		return max(v, 0)
	}
	return 0
}

func (p Picture) stacks() bool { return p.Kind == Stacked || p.Kind == Across }

// total is what a slot's bars come to.
func (p Picture) total(slot int) (sum float64) {
	for series := range p.Series {
		sum += p.value(At{slot, series})
	}
	return sum
}

// end is what stands at the end of a row.
func (p Picture) end(slot int) string {
	if slot < len(p.Ends) {
		return p.Ends[slot]
	}
	return p.write(p.total(slot))
}

// write writes a figure as the axis does.
func (p Picture) write(v float64) string {
	if p.Axis != nil {
		return p.Axis(v)
	}
	return plain(v)
}
