package app

import (
	"maps"
	"slices"
	"time"

	"goodturn/app/paper"
	"goodturn/models"
)

// Labels are address labels as they are to be printed.
type Labels struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the title, as a language tag
	Title    string // of the document
	Sheet    models.LabelSheet
	Used     []int // places of the first sheet that hold no label any more, counted from 0
	Nudge    Nudge
	Letters  []Letter
}

// LabelTest is a page that shows how far a printer is off on a sheet of labels.
type LabelTest struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the words, as a language tag
	Sheet    models.LabelSheet
	Nudge    Nudge // as it is now
	Words    paper.LabelTestWords
}

// labelGrid is where the labels of a sheet lie.
func labelGrid(l models.LabelSheet) paper.LabelGrid {
	return paper.LabelGrid{Width: l.Width.Millimetres(), Height: l.Height.Millimetres(), Across: l.Across, Down: l.Down,
		Left: l.LeftMargin.Millimetres(), Top: l.TopMargin.Millimetres(), PitchX: l.PitchAcross.Millimetres(), PitchY: l.PitchDown.Millimetres()}
}

func (n Nudge) onPaper() paper.Nudge {
	return paper.Nudge{Right: float64(n.Right) / 10, Down: float64(n.Down) / 10}
}

// LayOutLabels gives the sheets. No name or address, whatever script or sign it is written in and however long, makes it fail or
// leaves its label.
func (p *Press) LayOutLabels(l Labels) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	return paper.Labels(paper.LabelsInput{Frame: p.frame(paper.Paper(l.Sheet.Paper), l.Shop, l.Language, l.Made), Title: l.Title,
		Grid: labelGrid(l.Sheet), Nudge: l.Nudge.onPaper(), Used: l.Used, Texts: textsOf(l.Letters)})
}

// LayOutLabelTest gives the page that shows how far a printer is off.
func (p *Press) LayOutLabelTest(t LabelTest) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	return paper.LabelTest(paper.LabelTestInput{Frame: p.frame(paper.Paper(t.Sheet.Paper), t.Shop, t.Language, t.Made),
		Grid: labelGrid(t.Sheet), Nudge: t.Nudge.onPaper(), Words: t.Words})
}

// LabelSheetsFor is how many sheets so many labels take, the first of which has used places.
func LabelSheetsFor(sheet models.LabelSheet, used []int, labels int) int {
	return paper.LabelSheetsFor(sheet.Count(), sheet.Count()-len(used), labels)
}

// UsedAfter are the used places of the last of those sheets once the labels came out; all of them where it is full.
func UsedAfter(sheet models.LabelSheet, used []int, labels int) []int {
	taken := make(map[int]bool, sheet.Count())
	for _, place := range used {
		taken[place] = true
	}
	for labels > 0 {
		if len(taken) == sheet.Count() {
			clear(taken)
			labels -= (labels - 1) / sheet.Count() * sheet.Count()
		}
		for place := 0; place < sheet.Count() && labels > 0; place++ {
			if !taken[place] {
				taken[place] = true
				labels--
			}
		}
	}
	return slices.Sorted(maps.Keys(taken))
}
