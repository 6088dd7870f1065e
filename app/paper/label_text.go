package paper

import (
	"math"
	"slices"
	"strings"
)

// The type of a label: the larger, the more room there is, and never smaller than can be read on a doorstep, in points.
const (
	labelLeast   = 7.0
	labelShrunk  = 8.0 // down to which one long line makes all of them smaller, before it goes on below
	labelWrapped = 9.0 // where lines go on below
	labelSmall   = 9.5
	labelMost    = 14.0
	labelSteps   = 2    // of a point
	labelLeading = 1.22 // of a line, in em: an address is read line by line
	labelAscent  = 0.96 // of a line's baseline below its top, in em
)

// labelLargest is the type size for an address of a few short lines on a label of that height.
func labelLargest(height float64) float64 {
	return floorTo(min(max(8+height*0.085, labelSmall), labelMost), labelSteps)
}

func floorTo(size, steps float64) float64 { return math.Floor(size*steps+1e-9) / steps }

// labelBox is the room for the text of a label.
type labelBox struct {
	x, y, width, height float64
	largest             float64 // type size
	atTop               bool    // the lines begin at its top, and do not stand in its middle
}

// set sets the lines of a label into the box, in the middle of its height. They begin at the left, where the posts' machines look for
// an address, as soon as one of them reads from there: a name in Arabic above a street in London. Each keeps its own direction.
func (b labelBox) set(setter *Typesetter, texts []string) []Mark {
	paragraphs := paragraphsOf(setter, texts)
	if len(paragraphs) == 0 {
		return nil
	}
	st, lines := b.lines(setter, paragraphs)
	leading := st.mm(labelLeading)
	above := max(0, b.height-float64(len(lines))*leading) / 2
	if b.atTop {
		above = 0
	}
	y := b.y + above + st.mm(labelAscent)
	atRight := !slices.ContainsFunc(paragraphs, func(text labelText) bool { return readsLeftToRight(text.text) }) && lines[0].rtl
	marks := make([]Mark, len(lines))
	for i, line := range lines {
		mark := line.at(b.x, y+float64(i)*leading, st)
		if atRight {
			mark.X = b.x + b.width - mark.Width
		}
		marks[i] = mark
	}
	return marks
}

// labelText is one line of a label as it was given.
type labelText struct {
	paragraph
	said string
}

// paragraphsOf sets every line that says something.
func paragraphsOf(setter *Typesetter, texts []string) []labelText {
	var out []labelText
	for _, text := range texts {
		if p := setter.paragraph(strings.TrimSpace(text), false); len(p.text) > 0 {
			out = append(out, labelText{p, text})
		}
	}
	return out
}

// lines sets the texts: as they are, and smaller where one of them is too long; from labelShrunk on they go on below, as
// large as there is room for all of them then; and what has no room at the least size is cut.
func (b labelBox) lines(setter *Typesetter, texts []labelText) (style, []setLine) {
	if size := b.sizeFor(texts); size >= labelShrunk {
		st := labelStyle(size)
		return st, b.broken(setter, texts, st, len(texts))
	}
	for size := min(labelWrapped, b.largest); size > labelLeast; size -= 1.0 / labelSteps {
		st := labelStyle(size)
		if lines := b.broken(setter, texts, st, 1<<30); len(lines) <= b.room(st) {
			return st, lines
		}
	}
	st := labelStyle(labelLeast)
	return st, b.broken(setter, crowded(setter, texts, b.room(st)), st, b.room(st))
}

func labelStyle(size float64) style { return style{size: size, ink: ink()} }

// room is how many lines the box has room for.
func (b labelBox) room(st style) int { return max(1, int(b.height/st.mm(labelLeading)+1e-9)) }

// sizeFor is the largest type size at which every text is one line.
func (b labelBox) sizeFor(texts []labelText) float64 {
	widest := 0.0
	for _, p := range texts {
		widest = max(widest, p.advance())
	}
	size := min(b.largest, b.height/mmPerPoint/labelLeading/float64(len(texts)))
	if widest > 0 {
		size = min(size, b.width/mmPerPoint/widest)
	}
	return floorTo(size, labelSteps)
}

// broken breaks the texts into at most so many lines, of which each text has at least one: the first that are too long get
// those to spare, and the others are cut with "…".
func (b labelBox) broken(setter *Typesetter, texts []labelText, st style, most int) (lines []setLine) {
	width, spare := st.em(b.width), most-len(texts)
	for _, text := range texts {
		if text.advance() <= width {
			lines = append(lines, text.line(0, len(text.text)))
			continue
		}
		parts := setter.wrap(text.said, st.bold, width, 1+max(spare, 0))
		spare -= len(parts) - 1
		lines = append(lines, parts...)
	}
	return lines
}

// crowded puts texts that would be more than room lines together. The first and the last stay as they are: they are whom
// it is for and where; what is between them shares a line.
func crowded(setter *Typesetter, texts []labelText, room int) []labelText {
	if len(texts) <= room {
		return texts
	}
	head, tail := (room-1)/2, room-1-(room-1)/2
	var middle []string
	for _, text := range texts[head : len(texts)-tail] {
		middle = append(middle, text.said)
	}
	joined := paragraphsOf(setter, []string{strings.Join(middle, ", ")})
	out := append(append([]labelText{}, texts[:head]...), joined...)
	return append(out, texts[len(texts)-tail:]...)
}
