package paper

import (
	"fmt"

	"github.com/go-text/typesetting/font"
)

type shapeKey struct {
	face *face
	id   font.GID
}

// text draws one line, run by run from left to right: what the embedded font
// can write as text, all else as shapes over invisible text, which is what
// searching and copying find.
func (w *pdfWriter) text(t Text) {
	x := t.X
	em := t.Size * mmPerPoint
	w.content.fillWith(t.Ink)
	for _, r := range t.set.runs {
		switch {
		case r.plain:
			w.plain(t, r, w.content.spot(x, t.Y))
		case r.face == nil:
			w.missing(t, r, x)
		default:
			w.shaped(t, r, x)
		}
		x += r.advance * em
	}
}

func (w *pdfWriter) plain(t Text, r run, at spot) {
	f := w.regular
	if t.Bold {
		f = w.bold
	}
	text := t.set.text[r.from:r.to]
	for _, r := range text {
		f.used[uint16(r)] = true
	}
	w.content.setFont(f.name, t.Size)
	w.content.text(at, text)
}

// shaped draws the glyphs of a run in units of an em, so that the same ones are written the same in every size.
func (w *pdfWriter) shaped(t Text, r run, x float64) {
	w.content.within(func() {
		w.content.scaled(w.content.spot(x, t.Y), t.Size)
		w.hidden(t.set.text, r)
		pen := 0.0
		for _, c := range r.clusters {
			for _, g := range c.glyphs {
				w.glyph(r.face, g.id, pen+g.x, g.y)
			}
			pen += c.advance
		}
	})
}

// missing draws a box with the code point for each rune no font has.
func (w *pdfWriter) missing(t Text, r run, x float64) {
	w.content.within(func() {
		w.content.scaled(w.content.spot(x, t.Y), t.Size)
		w.hidden(t.set.text, r)
	})
	em := t.Size * mmPerPoint
	for _, c := range r.clusters {
		if c.advance > 0 {
			w.box(t, x, t.set.text[c.from])
		}
		x += c.advance * em
	}
}

func (w *pdfWriter) box(t Text, x float64, r rune) {
	const side, margin, small = 0.86, 0.12, 0.4 // in em
	em := t.Size * mmPerPoint
	w.content.rect(Rect{
		X: x + margin*em, Y: t.Y - side*0.88*em, W: side * em, H: side * em,
		Ink: &t.Ink, Thick: 0.05 * em,
	})
	digits := fmt.Sprintf("%04X", r)
	if len(digits)%2 == 1 {
		digits = "0" + digits
	}
	half := len(digits) / 2
	for row, part := range []string{digits[:half], digits[half:]} {
		w.code(part, x+(margin+side/2)*em, t.Y+(float64(row)*0.37-0.41)*em, min(small*2/float64(half), small)*t.Size)
	}
}

// code draws hexadecimal digits as shapes, not as text to be found, around the
// middle x, in a size in points.
func (w *pdfWriter) code(digits string, middle, y, size float64) {
	f := w.setter.regular
	zero, _ := f.NominalGlyph('0')
	step := float64(f.HorizontalAdvance(zero)) / f.em
	half := step * float64(len(digits)) / 2
	w.content.within(func() {
		w.content.scaled(w.content.spot(middle-half*size*mmPerPoint, y), size)
		for i, digit := range digits {
			id, _ := f.NominalGlyph(digit)
			w.glyph(f, id, float64(i)*step, 0)
		}
	})
}

// glyph draws one glyph with its origin at x and y, in em and upwards.
func (w *pdfWriter) glyph(f *face, id font.GID, x, y float64) {
	s := w.shape(f, id)
	left, bottom := emUnits(x+s.left), emUnits(y+s.bottom)
	switch {
	case s.picture != nil:
		name := w.picture(fmt.Sprintf("emoji-%d-%d", f.id, id), s.picture)
		w.content.object(name, left, bottom, emUnits(s.width), emUnits(s.height))
	case s.outline != nil:
		w.content.object(s.outline.name(), left, bottom, 100, 100)
	}
}

// shape reads a glyph once for the document.
func (w *pdfWriter) shape(f *face, id font.GID) *shape {
	key := shapeKey{f, id}
	s, known := w.shapes[key]
	if !known {
		read := shapeOf(f, id)
		s, w.shapes[key] = &read, &read
		if s.outline != nil {
			w.outlines = append(w.outlines, s.outline)
		}
	}
	return s
}

// hidden writes the run's text invisibly, each cluster as wide as its shapes.
func (w *pdfWriter) hidden(text []rune, r run) {
	f := w.setter.regular
	one := float64(f.HorizontalAdvance(0)) / f.em // fpdf's default width, /DW
	w.content.write("BT 3 Tr")
	w.content.setFont(w.overlayName(), templateUnits)
	for i, c := range r.clusters {
		if i > 0 {
			w.content.write("Td", emUnits(r.clusters[i-1].advance), 0)
		}
		runes := text[c.from:c.to]
		if r.level%2 == 1 {
			runes = reversed(runes)
		}
		w.content.out = appendHidden(w.content.out, runes, c.advance, one)
	}
	w.content.write("ET")
}
