package paper

import (
	"slices"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// missingWidth is the advance of the box drawn for a rune no font has, in em.
const missingWidth = 1.1

// cluster is the smallest piece of shaped text that can stand alone: one or
// more runes and the glyphs they became.
type cluster struct {
	from, to int     // runes of its paragraph
	advance  float64 // in em
	glyphs   []glyph // none for plain text and for missing runes
}

// glyph is one shape, placed from its cluster's left end, in em, y upwards.
type glyph struct {
	id   font.GID
	x, y float64
}

// shape gives a run its clusters, in reading order, and how wide it is. Plain text has none kept: each rune is one.
func (t *Typesetter) shape(text []rune, r *run) {
	switch {
	case r.plain:
		r.advance = r.face.advanceOf(text[r.from:r.to])
		return
	case r.face == nil:
		r.clusters = missingClusters(text, *r)
	default:
		r.clusters = t.harfbuzz(text, *r)
	}
	for _, c := range r.clusters {
		r.advance += c.advance
	}
}

func missingClusters(text []rune, r run) []cluster {
	var out []cluster
	for i := r.from; i < r.to; i++ {
		c := cluster{from: i, to: i + 1, advance: missingWidth}
		if isIgnorable(text[i]) {
			c.advance = 0
		}
		out = append(out, c)
	}
	return out
}

// harfbuzz shapes one run. A damaged system font may make the shaper panic;
// its text is then set as missing, for the print goes on.
func (t *Typesetter) harfbuzz(text []rune, r run) (out []cluster) {
	defer func() {
		if recover() != nil {
			out = missingClusters(text, r)
		}
	}()
	const unit = 1000 // the size to shape at, so that results are 1/64000 em
	direction := di.DirectionLTR
	if r.level%2 == 1 {
		direction = di.DirectionRTL
	}
	shaped := t.shaper.ShapeNoExtents(shaping.Input{
		Text: text, RunStart: r.from, RunEnd: r.to, Direction: direction,
		Face: r.face.Face, Size: fixed.I(unit), Script: r.script,
	})
	em := func(v fixed.Int26_6) float64 { return float64(v) / 64 / unit }
	for i := 0; i < len(shaped.Glyphs); {
		first := shaped.Glyphs[i]
		c := cluster{from: first.TextIndex(), to: first.TextIndex() + first.RunesCount()}
		for range max(1, first.GlyphsCount()) {
			g := shaped.Glyphs[i]
			c.glyphs = append(c.glyphs, glyph{g.GlyphID, c.advance + em(g.XOffset), em(g.YOffset)})
			c.advance += em(g.Advance)
			i++
		}
		out = append(out, c)
	}
	if direction == di.DirectionRTL {
		slices.Reverse(out)
	}
	return out
}
