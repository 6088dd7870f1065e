package paper

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
)

// The names of the embedded fonts. The overlay carries the invisible text: it
// draws nothing, so every code has the same width and no shape.
const (
	textFont    = "text"
	overlayFont = "overlay"
)

// WritePDF writes the document to w. The only errors are w's own.
func (d *Document) WritePDF(w io.Writer) error {
	return d.write(context.Background(), w, func(int, int) {})
}

// write draws page by page, reporting each and stopping when ctx ends.
func (d *Document) write(ctx context.Context, w io.Writer, report func(done, total int)) error {
	d.setter.mu.Lock()
	defer d.setter.mu.Unlock()
	out := d.newWriter()
	total := d.PageCount()
	for i := range total {
		if err := ctx.Err(); err != nil {
			return err
		}
		out.page(d.pageToWrite(i))
		report(i+1, total)
	}
	return out.finish(w, d)
}

// finish completes the document and hands it over.
func (w *pdfWriter) finish(to io.Writer, d *Document) error {
	var file bytes.Buffer
	if err := w.pdf.Output(&file); err != nil {
		return fmt.Errorf("paper: make PDF: %w", err)
	}
	pdf := file.Bytes()
	blankFormFonts(pdf)
	pdf, err := packed(pdf)
	if err != nil {
		return err
	}
	if d.trueSize {
		if pdf, err = atTrueSize(pdf, d.flip); err != nil {
			return err
		}
	}
	if _, err := to.Write(pdf); err != nil {
		return fmt.Errorf("paper: write PDF: %w", err)
	}
	return nil
}

// pdfWriter draws marks with fpdf. Colours and fonts are set before each mark,
// so that no mark depends on another.
type pdfWriter struct {
	pdf    *fpdf.Fpdf
	setter *Typesetter
	height float64 // of the present page, in millimetres
	shapes map[shapeKey]shape
	drawn  map[string]bool // forms and pictures the document holds already
}

func (d *Document) newWriter() *pdfWriter {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "mm", Size: fpdf.SizeType{Wd: 210, Ht: 297}})
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCatalogSort(true)
	pdf.SetCompression(false) // see packed
	pdf.SetTitle(pdfString(d.Title), false)
	pdf.SetAuthor(pdfString(d.Author), false)
	pdf.SetCreator("Goodturn", false)
	pdf.SetLang(languageTag(d.Language))
	pdf.SetCreationDate(d.Made)
	pdf.SetModificationDate(d.Made)
	pdf.AddUTF8FontFromBytes(textFont, "", d.setter.fonts.Regular)
	pdf.AddUTF8FontFromBytes(textFont, "B", d.setter.fonts.Bold)
	return &pdfWriter{
		pdf: pdf, setter: d.setter,
		shapes: map[shapeKey]shape{}, drawn: map[string]bool{},
	}
}

// pdfString encodes a text for the document's properties: UTF-16, high byte
// first, behind its mark (ISO 32000-1, 7.9.2.2). fpdf's own encoder fails
// above U+FFFF. Private runes mean nothing outside their font, and some readers
// take the first of them for half a pair.
func pdfString(s string) string {
	text := cleaned(s)
	for i, r := range text {
		if unicode.Is(unicode.Co, r) {
			text[i] = unicode.ReplacementChar
		}
	}
	out := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode(text) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return string(out)
}

// languageTag keeps what may stand in a language tag (RFC 5646), for fpdf
// writes it unescaped.
func languageTag(tag string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-':
			return r
		case r == '_':
			return '-'
		}
		return -1
	}, tag)
}

func (w *pdfWriter) page(p Page) {
	w.height = p.Height
	w.pdf.AddPageFormat("P", fpdf.SizeType{Wd: p.Width, Ht: p.Height})
	for _, mark := range p.Marks {
		w.mark(mark)
	}
}

func (w *pdfWriter) mark(mark Mark) {
	switch m := mark.(type) {
	case Text:
		w.text(m)
	case Line:
		w.line(m)
	case Rect:
		w.rect(m)
	case Image:
		w.image(m)
	case Clipped:
		w.clipped(m)
	}
}

func (w *pdfWriter) clipped(c Clipped) {
	w.pdf.ClipRect(c.X, c.Y, c.W, c.H, false)
	for _, mark := range c.Marks {
		w.mark(mark)
	}
	w.pdf.ClipEnd()
}

func (w *pdfWriter) line(l Line) {
	w.pdf.SetDrawColor(l.Ink.channels())
	w.pdf.SetLineWidth(l.Thick)
	w.pdf.Line(l.X1, l.Y1, l.X2, l.Y2)
}

func (w *pdfWriter) rect(r Rect) {
	operation := ""
	if r.Fill != nil {
		w.pdf.SetFillColor(r.Fill.channels())
		operation = "F"
	}
	if r.Ink != nil {
		w.pdf.SetDrawColor(r.Ink.channels())
		w.pdf.SetLineWidth(r.Thick)
		operation += "D"
	}
	switch {
	case operation == "":
	case r.Radius > 0:
		w.rounded(r, operation)
	default:
		w.pdf.Rect(r.X, r.Y, r.W, r.H, operation)
	}
}

// rounded draws a box with round corners from the page's corner and moves it to its place: so all boxes of a size are the same but for a
// few numbers, and the file is half as large.
func (w *pdfWriter) rounded(r Rect, operation string) {
	out := appendNumber([]byte("q 1 0 0 1 "), r.X/mmPerPoint, 2)
	out = appendNumber(out, -r.Y/mmPerPoint, 2)
	w.pdf.RawWriteStr(string(out) + "cm")
	w.pdf.RoundedRect(0, 0, r.W, r.H, r.Radius, "1234", operation)
	w.pdf.RawWriteStr("Q")
}

func (w *pdfWriter) image(i Image) {
	w.picture(fmt.Sprintf("picture-%p", i.PNG), i.PNG, i.X, i.Y, i.W, i.H)
}

// picture draws a PNG, which goes into the document once under its name.
func (w *pdfWriter) picture(name string, data []byte, x, y, width, height float64) {
	options := fpdf.ImageOptions{ImageType: "PNG"}
	if !w.drawn[name] {
		w.drawn[name] = true
		w.pdf.RegisterImageOptionsReader(name, options, bytes.NewReader(data))
	}
	w.pdf.ImageOptions(name, x, y, width, height, false, options, 0, "")
}

// channels returns the colour as fpdf takes it.
func (c Color) channels() (r, g, b int) { return int(c.R), int(c.G), int(c.B) }
