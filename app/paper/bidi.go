package paper

import (
	"slices"

	"github.com/go-text/typesetting/bidi"
	ucd "golang.org/x/text/unicode/bidi"
)

// readsRightToLeft finds a text's base direction by its first strong rune,
// passing over isolates (UAX #9, rules P2 and P3).
func readsRightToLeft(text []rune) bool {
	isolates := 0
	for _, r := range text {
		switch class := classOf(r); class {
		case ucd.LRI, ucd.RLI, ucd.FSI:
			isolates++
		case ucd.PDI:
			isolates = max(0, isolates-1)
		case ucd.L, ucd.R, ucd.AL:
			if isolates == 0 {
				return class != ucd.L
			}
		}
	}
	return false
}

func classOf(r rune) ucd.Class {
	properties, _ := ucd.LookupRune(r)
	return properties.Class()
}

// levels returns the embedding level of every rune (UAX #9).
func levels(text []rune) []bidi.Level {
	out := make([]bidi.Level, 0, len(text))
	var paragraph bidi.Paragraph
	runs := paragraph.Segment(text, bidi.LeftToRight)
	for i := range runs.NumRuns() {
		run := runs.Run(i)
		for range run.End - run.Start {
			out = append(out, run.Level)
		}
	}
	return out
}

// visualOrder puts the runs of one line, in reading order, into the order they
// stand on the page from left to right (UAX #9, rule L2).
func visualOrder(runs []run) {
	highest, lowestOdd := bidi.Level(0), bidi.Level(127)
	for _, r := range runs {
		highest = max(highest, r.level)
		if r.level%2 == 1 {
			lowestOdd = min(lowestOdd, r.level)
		}
	}
	for level := highest; level >= lowestOdd; level-- {
		for from := 0; from < len(runs); from++ {
			if runs[from].level < level {
				continue
			}
			to := from
			for to < len(runs) && runs[to].level >= level {
				to++
			}
			slices.Reverse(runs[from:to])
			from = to
		}
	}
}
