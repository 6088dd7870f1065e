package paper

import (
	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
)

// run is a stretch of text in one direction, script and face.
type run struct {
	from, to int // runes of its paragraph
	level    bidi.Level
	script   language.Script
	face     *face     // nil when no font has it
	plain    bool      // drawn as ordinary text, one glyph a rune
	advance  float64   // in em
	clusters []cluster // none of plain text
}

// paragraph is one text ready to be broken into lines.
type paragraph struct {
	text []rune
	rtl  bool
	runs []run // in reading order, shaped
}

// paragraph cleans, splits and shapes s.
func (t *Typesetter) paragraph(s string, bold bool) paragraph {
	plainFace := t.bundled(bold)
	text := composed(cleaned(s), plainFace.has)
	p := paragraph{text: text}
	if len(text) == 0 {
		return p
	}
	if isAllPlain(text, plainFace) {
		p.runs = []run{{to: len(text), face: plainFace, plain: true}}
	} else {
		p.rtl = readsRightToLeft(text)
		p.runs = t.itemize(text, p.rtl, bold)
	}
	for i := range p.runs {
		t.shape(text, &p.runs[i])
	}
	return p
}

func isAllPlain(text []rune, f *face) bool {
	for _, r := range text {
		if !isPlainScript(r) || !f.has(r) {
			return false
		}
	}
	return true
}

// itemize splits text, grapheme by grapheme, where the level, the script or
// the face changes.
func (t *Typesetter) itemize(text []rune, rtl, bold bool) []run {
	var seg segmenter.Segmenter
	seg.Init(text)
	level, scripts := levels(text, rtl), scripts(text)
	var runs []run
	for it := seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		next := run{
			from: g.Offset, to: g.Offset + len(g.Text),
			level: level[g.Offset], script: scripts[g.Offset],
		}
		last := len(runs) - 1
		if last >= 0 && runs[last].takes(next, g.Text) {
			runs[last].to = next.to
			continue
		}
		next.face = t.faceFor(g.Text, next.script, bold)
		next.plain = isPlainGrapheme(g.Text) && next.level%2 == 0 && next.face == t.bundled(bold)
		if last >= 0 && runs[last].joins(next) {
			runs[last].to = next.to
			continue
		}
		runs = append(runs, next)
	}
	return runs
}

func isPlainGrapheme(grapheme []rune) bool {
	return len(grapheme) == 1 && isPlainScript(grapheme[0])
}

// takes reports whether a space simply goes on in the run before it, so that
// the words of one script stay together.
func (r run) takes(next run, grapheme []rune) bool {
	return r.face != nil && !r.face.color && len(grapheme) == 1 && grapheme[0] == ' ' &&
		r.level == next.level && r.face.has(' ')
}

func (r run) joins(next run) bool {
	return r.level == next.level && r.face == next.face && r.plain == next.plain &&
		(r.plain || r.script == next.script)
}

// scripts gives every rune its script; those without one of their own take
// that of the text before them, or after them at the start (UAX #24).
func scripts(text []rune) []language.Script {
	out := make([]language.Script, len(text))
	last := language.Common
	for i, r := range text {
		if s := language.LookupScript(r); s.Strong() {
			if last == language.Common {
				for j := range i {
					out[j] = s
				}
			}
			last = s
		}
		out[i] = last
	}
	return out
}
