package paper

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// mmPerPoint turns type sizes, in points of 1/72 inch, into millimetres.
const mmPerPoint = 25.4 / 72

// setLine is one line, ready to be drawn from left to right.
type setLine struct {
	text  []rune // of its whole paragraph
	from  int    // the runes of text that stand on this line
	to    int
	runs  []run   // as they stand on the page, and their clusters too
	width float64 // in em
	rtl   bool    // its paragraph reads from right to left
}

// content is what the line says, in reading order.
func (l setLine) content() string { return string(l.text[l.from:l.to]) }

// fit sets s on one line no wider than width, in em, cutting it with an
// ellipsis where it is longer.
func (t *Typesetter) fit(s string, bold bool, width float64) setLine {
	p := t.paragraph(s, bold)
	whole := p.line(0, len(p.text))
	if whole.width <= width {
		return whole
	}
	room := width - t.paragraph(ellipsis, bold).advance()
	keep := p.reach(0, room)
	for {
		start := strings.TrimRightFunc(string(p.text[:keep]), unicode.IsSpace)
		q := t.paragraph(start+ellipsis, bold)
		cut := q.line(0, len(q.text))
		if cut.width <= width || keep == 0 {
			return cut
		}
		keep = p.clusterBefore(keep)
	}
}

// wrap sets s on at most most lines no wider than width, in em, breaking where
// its language may be broken (UAX #14), else between any two clusters. What
// does not fit is cut with an ellipsis.
func (t *Typesetter) wrap(s string, bold bool, width float64, most int) []setLine {
	p := t.paragraph(s, bold)
	if len(p.text) == 0 {
		return nil
	}
	if p.advance() <= width {
		return []setLine{p.line(0, len(p.text))}
	}
	breaks := breaksIn(p.text)
	var lines []setLine
	for from := 0; from < len(p.text); {
		to := p.nextBreak(from, width, breaks)
		if len(lines) == most-1 && to < len(p.text) {
			return append(lines, t.fit(string(p.text[from:]), bold, width))
		}
		lines = append(lines, p.line(from, to))
		from = to
	}
	return lines
}

// lineBreak tells whether a new line may start with a rune.
type lineBreak uint8

const (
	noBreak   lineBreak = iota
	inAddress           // of an e-mail address that is longer than a line
	anywhere
)

// breaksIn tells it of every rune. An e-mail address is broken where it has no room on a line of its own, behind its @ and a dot after
// that too: in two pieces it is copied wrongly.
func breaksIn(text []rune) []lineBreak {
	breaks := make([]lineBreak, len(text)+1)
	var seg segmenter.Segmenter
	seg.Init(text)
	for it := seg.LineIterator(); it.Next(); {
		line := it.Line()
		breaks[line.Offset+len(line.Text)] = anywhere
	}
	for from := 0; from < len(text); {
		to := from + 1
		for to < len(text) && text[to-1] != ' ' {
			to++
		}
		if at := slices.Index(text[from:to], '@'); at > 0 {
			breaksInAddress(text, breaks, from, from+at, to)
		}
		from = to
	}
	return breaks
}

// breaksInAddress is for the e-mail address between two runes whose @ is at another.
func breaksInAddress(text []rune, breaks []lineBreak, from, at, to int) {
	for i := from + 1; i < to; i++ {
		sign := text[i-1]
		if breaks[i] == anywhere || i > at && (sign == '@' || sign == '.') {
			breaks[i] = inAddress
		}
	}
}

// nextBreak returns the rune after the last one of the line that starts at
// from: at least one cluster further.
func (p paragraph) nextBreak(from int, width float64, breaks []lineBreak) int {
	reach := p.reach(from, width)
	for reach < len(p.text) && p.text[reach] == ' ' {
		reach++ // spaces may hang over the edge
	}
	for _, kind := range []lineBreak{anywhere, inAddress} {
		for at := reach; at > from; at-- {
			if breaks[at] == kind && p.startsCluster(at) {
				return at
			}
		}
	}
	if reach > from {
		return reach
	}
	return p.clusterAfter(from)
}

// reach returns the end of the last cluster, counted from the rune from, that
// ends within width, in em.
func (p paragraph) reach(from int, width float64) int {
	reached, used := from, 0.0
	for _, r := range p.runs {
		for c := range p.clusters(r, from) {
			if used += c.advance; used > width {
				return reached
			}
			reached = c.to
		}
	}
	return reached
}

// clusters are those of a run that do not begin before the rune from, in reading order; of plain text each rune is one.
func (p paragraph) clusters(r run, from int) iter.Seq[cluster] {
	return func(yield func(cluster) bool) {
		for i := max(r.from, from); r.plain && i < r.to; i++ {
			if !yield(cluster{from: i, to: i + 1, advance: r.face.advance(p.text[i])}) {
				return
			}
		}
		for _, c := range r.clusters {
			if c.from >= from && !yield(c) {
				return
			}
		}
	}
}

func (p paragraph) startsCluster(at int) bool {
	return at == len(p.text) || p.clusterBefore(at+1) == at
}

// clusterBefore returns the start of the last cluster that begins before at.
func (p paragraph) clusterBefore(at int) int {
	before := 0
	for _, r := range p.runs {
		if r.from >= at {
			break
		}
		if r.plain {
			before = min(at, r.to) - 1
		}
		for _, c := range r.clusters {
			if c.from < at {
				before = c.from
			}
		}
	}
	return before
}

func (p paragraph) clusterAfter(at int) int {
	for _, r := range p.runs {
		for c := range p.clusters(r, at+1) {
			return c.from
		}
	}
	return len(p.text)
}

// advance is the width of the whole text on one line, in em.
func (p paragraph) advance() (total float64) {
	for _, r := range p.runs {
		total += r.advance
	}
	return total
}

// line takes the runes from..to out of the paragraph, without the spaces at
// either end, and puts them into visual order.
func (p paragraph) line(from, to int) setLine {
	for to > from && p.text[to-1] == ' ' {
		to--
	}
	for from < to && p.text[from] == ' ' {
		from++
	}
	l := setLine{text: p.text, from: from, to: to, rtl: p.rtl}
	for _, r := range p.runs {
		if r.from < to && r.to > from {
			part := p.part(r, from, to)
			l.width += part.advance
			l.runs = append(l.runs, part)
		}
	}
	visualOrder(l.runs)
	return l
}

// part is what of a run lies between two runes, its clusters as they stand on the page.
func (p paragraph) part(r run, from, to int) run {
	part := r
	part.from, part.to = max(r.from, from), min(r.to, to)
	if r.plain {
		part.advance = r.face.advanceOf(p.text[part.from:part.to])
		return part
	}
	part.clusters, part.advance = make([]cluster, 0, len(r.clusters)), 0
	for _, c := range r.clusters {
		if c.from >= from && c.from < to {
			part.clusters = append(part.clusters, c)
			part.advance += c.advance
		}
	}
	if part.level%2 == 1 {
		slices.Reverse(part.clusters)
	}
	return part
}

// at makes the line a mark with its left end at x and its baseline at y.
func (l setLine) at(x, y float64, style style) Text {
	return Text{
		X: x, Y: y, Width: l.width * style.size * mmPerPoint,
		Size: style.size, Bold: style.bold, Ink: style.ink,
		Content: l.content(), set: l,
	}
}
