package paper

import (
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

// breaksIn marks every rune a new line may start with: what follows the @ of an e-mail address, and a dot after that, too.
func breaksIn(text []rune) []bool {
	breaks := make([]bool, len(text)+1)
	var seg segmenter.Segmenter
	seg.Init(text)
	for it := seg.LineIterator(); it.Next(); {
		line := it.Line()
		breaks[line.Offset+len(line.Text)] = true
	}
	address := false
	for i, r := range text[:max(len(text)-1, 0)] {
		address = (address || r == '@' && i > 0) && r != ' '
		if address && (r == '@' || r == '.') {
			breaks[i+1] = true
		}
	}
	return breaks
}

// nextBreak returns the rune after the last one of the line that starts at
// from: at least one cluster further.
func (p paragraph) nextBreak(from int, width float64, breaks []bool) int {
	reach := p.reach(from, width)
	for reach < len(p.text) && p.text[reach] == ' ' {
		reach++ // spaces may hang over the edge
	}
	for at := reach; at > from; at-- {
		if breaks[at] && p.startsCluster(at) {
			return at
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
		for _, c := range r.clusters {
			if c.from < from {
				continue
			}
			if used += c.advance; used > width {
				return reached
			}
			reached = c.to
		}
	}
	return reached
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
		for _, c := range r.clusters {
			if c.from > at {
				return c.from
			}
		}
	}
	return len(p.text)
}

// advance is the width of the whole text on one line, in em.
func (p paragraph) advance() float64 {
	total := 0.0
	for _, r := range p.runs {
		for _, c := range r.clusters {
			total += c.advance
		}
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
		if r.from >= to || r.to <= from {
			continue
		}
		part := r
		if r.plain {
			part.clusters = joined(r.clusters, from, to)
			l.width += part.clusters[0].advance
			l.runs = append(l.runs, part)
			continue
		}
		part.clusters = make([]cluster, 0, len(r.clusters))
		for _, c := range r.clusters {
			if c.from >= from && c.from < to {
				part.clusters = append(part.clusters, c)
				l.width += c.advance
			}
		}
		if part.level%2 == 1 {
			slices.Reverse(part.clusters)
		}
		l.runs = append(l.runs, part)
	}
	visualOrder(l.runs)
	return l
}

// joined makes one cluster of those of plain text between two runes: it is drawn in one go, and a list of thousands keeps them all.
func joined(clusters []cluster, from, to int) []cluster {
	first := clusters[0].from // each of them is one rune
	part := clusters[max(from-first, 0):min(to-first, len(clusters))]
	one := cluster{from: part[0].from, to: part[len(part)-1].to}
	for _, c := range part {
		one.advance += c.advance
	}
	return []cluster{one}
}

// at makes the line a mark with its left end at x and its baseline at y.
func (l setLine) at(x, y float64, style style) Text {
	return Text{
		X: x, Y: y, Width: l.width * style.size * mmPerPoint,
		Size: style.size, Bold: style.bold, Ink: style.ink,
		Content: l.content(), set: l,
	}
}
