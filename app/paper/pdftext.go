package paper

import (
	"fmt"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-text/typesetting/font"
)

type shapeKey struct {
	face *face
	id   font.GID
}

// text draws one line, run by run from left to right: what the embedded font
// can write as text, all else as shapes under invisible text, which is what
// searching and copying find.
func (w *pdfWriter) text(t Text) {
	x := t.X
	em := t.Size * mmPerPoint
	for _, r := range t.set.runs {
		pen := pen{w: w, x: x, y: t.Y, em: em, size: t.Size, ink: t.Ink}
		switch {
		case len(r.clusters) == 0:
			continue
		case r.plain:
			pen.plain(t, r)
		case r.face == nil:
			pen.missing(t.set.text, r)
		default:
			pen.shaped(t.set.text, r)
		}
		for _, c := range r.clusters {
			x += c.advance * em
		}
	}
}

// pen draws one run from its left end on.
type pen struct {
	w    *pdfWriter
	x, y float64 // millimetres, y on the baseline
	em   float64 // in millimetres
	size float64 // in points
	ink  Color
}

func (p pen) plain(t Text, r run) {
	bold := ""
	if t.Bold {
		bold = "B"
	}
	first, last := r.clusters[0], r.clusters[len(r.clusters)-1]
	p.w.pdf.SetFont(textFont, bold, p.size)
	p.w.pdf.SetTextColor(p.ink.channels())
	p.w.pdf.Text(p.x, p.y, string(t.set.text[first.from:last.to]))
}

func (p pen) shaped(text []rune, r run) {
	x := p.x
	for _, c := range r.clusters {
		for _, g := range c.glyphs {
			p.glyph(r.face, g.id, x+g.x*p.em, p.y-g.y*p.em, p.em)
		}
		x += c.advance * p.em
	}
	p.overlay(text, r)
}

// missing draws a box with the code point for each rune no font has.
func (p pen) missing(text []rune, r run) {
	x := p.x
	for _, c := range r.clusters {
		if c.advance > 0 {
			p.box(x, text[c.from])
		}
		x += c.advance * p.em
	}
	p.overlay(text, r)
}

func (p pen) box(x float64, r rune) {
	const side, margin, small = 0.86, 0.12, 0.4 // in em
	p.w.rect(Rect{
		X: x + margin*p.em, Y: p.y - side*0.88*p.em, W: side * p.em, H: side * p.em,
		Ink: &p.ink, Thick: 0.05 * p.em,
	})
	digits := fmt.Sprintf("%04X", r)
	if len(digits)%2 == 1 {
		digits = "0" + digits
	}
	half := len(digits) / 2
	for row, part := range []string{digits[:half], digits[half:]} {
		p.code(part, x+(margin+side/2)*p.em, p.y+(float64(row)*0.37-0.41)*p.em, small*p.em*2/float64(half))
	}
}

// code draws hexadecimal digits as shapes, not as text to be found, around the
// middle x.
func (p pen) code(digits string, middle, y, em float64) {
	f := p.w.setter.regular
	em = min(em, 0.4*p.em)
	zero, _ := f.NominalGlyph('0')
	step := float64(f.HorizontalAdvance(zero)) / f.em * em
	x := middle - step*float64(len(digits))/2
	for _, digit := range digits {
		id, _ := f.NominalGlyph(digit)
		p.glyph(f, id, x, y, em)
		x += step
	}
}

// glyph draws one glyph with its origin at x, y and an em of em millimetres.
func (p pen) glyph(f *face, id font.GID, x, y, em float64) {
	key := shapeKey{f, id}
	s, known := p.w.shapes[key]
	if !known {
		s = shapeOf(f, id)
		p.w.shapes[key] = s
	}
	x, top := x+s.left*em, y-(s.bottom+s.height)*em
	switch {
	case s.picture != nil:
		p.w.picture(fmt.Sprintf("emoji-%d-%d", f.id, id), s.picture, x, top, s.width*em, s.height*em)
	case s.outline != nil:
		p.w.form(s.outline, p.ink, x, top, s.width*em, s.height*em)
	}
}

// form draws a glyph's form in its box. fpdf has to see each form once; after
// that the two operators are written here, for fpdf walks through all pictures
// of the document at every use.
func (w *pdfWriter) form(o *outline, ink Color, x, y, width, height float64) {
	w.pdf.SetFillColor(ink.channels())
	if !w.drawn[o.id] {
		w.drawn[o.id] = true
		w.pdf.UseTemplateScaled(o, fpdf.PointType{X: x, Y: y}, fpdf.SizeType{Wd: width, Ht: height})
		return
	}
	scale := width / o.width
	out := []byte("q ")
	out = appendNumber(out, scale, 5)
	out = append(out, "0 0 "...)
	out = appendNumber(out, scale, 5)
	out = appendNumber(out, x/mmPerPoint, 3)
	out = appendNumber(out, (w.height-y-height)/mmPerPoint, 3)
	w.pdf.RawWriteStr(string(out) + "cm /TPL" + o.id + " Do Q")
}

// overlay writes the run's text invisibly, each cluster as wide as its shapes.
func (p pen) overlay(text []rune, r run) {
	p.w.pdf.AddUTF8FontFromBytes(overlayFont, "", p.w.setter.fonts.Regular) // once; fpdf knows it after that
	p.w.pdf.SetFont(overlayFont, "", p.size)
	missing := p.w.setter.regular
	one := float64(missing.HorizontalAdvance(0)) / missing.em // fpdf's default width, /DW
	out := []byte("q BT 3 Tr\n")
	x := p.x
	for _, c := range r.clusters {
		runes := text[c.from:c.to]
		if r.level%2 == 1 {
			runes = reversed(runes)
		}
		out = appendNumber(append(out, "1 0 0 1 "...), x/mmPerPoint, 3)
		out = append(appendNumber(out, (p.w.height-p.y)/mmPerPoint, 3), "Tm "...)
		out = appendHidden(out, runes, c.advance, one)
		x += c.advance * p.em
	}
	p.w.pdf.RawWriteStr(string(out) + "ET Q")
}
