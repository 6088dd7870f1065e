package paper

import (
	"slices"

	"github.com/go-text/typesetting/bidi"
	ucd "golang.org/x/text/unicode/bidi"
)

// readsRightToLeft finds a text's base direction by its first strong rune
// (UAX #9, rules P2 and P3; cleaned text holds no isolates).
func readsRightToLeft(text []rune) bool {
	class, found := firstStrong(text)
	return found && class != ucd.L
}

// readsLeftToRight tells of a text that begins so; a number alone reads neither way.
func readsLeftToRight(text []rune) bool {
	class, found := firstStrong(text)
	return found && class == ucd.L
}

func firstStrong(text []rune) (class ucd.Class, found bool) {
	for _, r := range text {
		if class = classOf(r); isStrong(class) {
			return class, true
		}
	}
	return class, false
}

func isStrong(class ucd.Class) bool {
	return class == ucd.L || class == ucd.R || class == ucd.AL
}

func classOf(r rune) ucd.Class {
	properties, _ := ucd.LookupRune(r)
	return properties.Class()
}

// levels returns the embedding level of every rune (UAX #9): 1 for what reads
// from right to left, 2 for what reads from left to right inside of that, 0
// for the rest. The library tells only odd from even, which puts the "3" of
// "a ב 3 c" on the wrong side; without explicit embeddings, and cleaned text
// has none, the rules leave just one way to tell 0 from 2.
func levels(text []rune, rtl bool) []bidi.Level {
	direction := bidi.LeftToRight
	if rtl {
		direction = bidi.RightToLeft
	}
	out := make([]bidi.Level, 0, len(text))
	var paragraph bidi.Paragraph
	runs := paragraph.Segment(text, direction)
	for i := range runs.NumRuns() {
		run := runs.Run(i)
		for range run.End - run.Start {
			out = append(out, run.Level%2)
		}
	}
	raise(out, text, rtl)
	return out
}

// raise lifts the even levels from 0 to 2 where they stand inside of
// right-to-left text: all of them in a paragraph that reads that way (rule
// I2), else the numbers behind a right-to-left letter (rules W2, W7 and I1).
func raise(levels []bidi.Level, text []rune, rtl bool) {
	classes := numberClasses(text)
	strong := ucd.L
	for i, class := range classes {
		if isStrong(class) {
			strong = class
		}
		switch {
		case levels[i]%2 == 1:
		case rtl, class == ucd.AN, class == ucd.EN && strong != ucd.L:
			levels[i] = 2
		case (class == ucd.NSM || class == ucd.BN) && i > 0 && levels[i-1] == 2:
			levels[i] = 2
		}
	}
}

// numberClasses returns the class of every rune, with separators inside
// numbers and signs beside them counted as digits (rules W2, W4 and W5).
func numberClasses(text []rune) []ucd.Class {
	out := make([]ucd.Class, len(text))
	strong := ucd.L
	for i, r := range text {
		out[i] = classOf(r)
		if isStrong(out[i]) {
			strong = out[i]
		}
		if out[i] == ucd.EN && strong == ucd.AL {
			out[i] = ucd.AN
		}
	}
	for i := 1; i+1 < len(out); i++ {
		before, after := out[i-1], out[i+1]
		single := out[i] == ucd.CS || out[i] == ucd.ES && before == ucd.EN
		if single && before == after && (before == ucd.EN || before == ucd.AN) {
			out[i] = before
		}
	}
	for i := range out {
		if out[i] == ucd.ET && touchesDigit(out, i) {
			out[i] = ucd.EN
		}
	}
	return out
}

// touchesDigit reports whether the run of signs around i begins behind a digit
// or ends before one.
func touchesDigit(classes []ucd.Class, i int) bool {
	from, to := i, i
	for from > 0 && classes[from] == ucd.ET {
		from--
	}
	for to < len(classes)-1 && classes[to] == ucd.ET {
		to++
	}
	return classes[from] == ucd.EN || classes[to] == ucd.EN
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
