package paper

import (
	"fmt"
	"slices"
)

// LabelsInput is what sheets of labels are made from.
type LabelsInput struct {
	Frame        // its Paper is that of the sheet
	Title string // of the document, for the PDF's properties
	Grid  LabelGrid
	Nudge Nudge
	Used  []int      // the places of the first sheet that hold no label any more, counted from 0
	Texts [][]string // of each label its lines, in order
}

// Labels lays out labels on sheets, each sheet when it is asked for. No text leaves its label: too long a line makes all
// of them smaller, down to what can be read; then it goes on below, and in the end it is cut with "…". It fails only
// without a Typesetter, for a paper it does not know, and for a grid or a first sheet without labels.
func Labels(in LabelsInput) (*Document, error) {
	if in.Setter == nil {
		return nil, fmt.Errorf("paper: labels need a typesetter")
	}
	width, height, err := in.Paper.Size()
	if err != nil {
		return nil, err
	}
	free := in.Grid.free(in.Used)
	if len(free) == 0 {
		return nil, fmt.Errorf("paper: there is no free label on the first sheet")
	}
	l := &labels{in: in, grid: in.Nudge.moved(in.Grid), width: width, height: height, free: free}
	return &Document{
		Title: in.Title, Author: in.Shop, Language: in.Language, Made: in.Made,
		setter: in.Setter, trueSize: true, later: &laterPages{count: LabelSheetsFor(in.Grid.Count(), len(free), len(in.Texts)), page: l.sheet},
	}, nil
}

// LabelSheetsFor is how many sheets labels take: the first has free ones, every other all of a sheet's. It is one for none.
func LabelSheetsFor(onSheet, free, labels int) int {
	if labels <= free {
		return 1
	}
	return 1 + (labels-free+onSheet-1)/onSheet
}

// free are the places without those that are used.
func (g LabelGrid) free(used []int) []int {
	var free []int
	for place := range g.Count() {
		if !slices.Contains(used, place) {
			free = append(free, place)
		}
	}
	return free
}

// labels are labels being laid out.
type labels struct {
	in            LabelsInput
	grid          LabelGrid // where this printer is told to print
	width, height float64
	free          []int // of the first sheet
}

// sheet lays out the labels of the sheet i, counted from 0.
func (l *labels) sheet(i int) Page {
	page := Page{Width: l.width, Height: l.height}
	if i == 0 {
		for at, place := range l.free[:min(len(l.free), len(l.in.Texts))] {
			page.Marks = append(page.Marks, l.label(place, l.in.Texts[at]))
		}
		return page
	}
	first := len(l.free) + (i-1)*l.grid.Count()
	for place := range min(l.grid.Count(), max(len(l.in.Texts)-first, 0)) {
		page.Marks = append(page.Marks, l.label(place, l.in.Texts[first+place]))
	}
	return page
}

// label sets one label, and clips what a font draws beyond its lines.
func (l *labels) label(place int, lines []string) Mark {
	x, y := l.grid.Corner(place)
	side, above := labelPadding(l.grid)
	box := labelBox{x: x + side, y: y + above, width: l.grid.Width - 2*side, height: l.grid.Height - 2*above, largest: labelLargest(l.grid.Height)}
	return Clipped{X: x, Y: y, W: l.grid.Width, H: l.grid.Height, Marks: box.set(l.in.Setter, lines)}
}

// labelPadding is the room between a label's edge and its text: a printer is a little off, and a label is cut round.
func labelPadding(g LabelGrid) (side, above float64) {
	return min(4, g.Width*0.06), min(2.5, g.Height*0.07)
}
