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

// WritePDF writes the document to w. The only errors are w's own.
func (d *Document) WritePDF(w io.Writer) error {
	return d.write(context.Background(), w, func(int, int) {})
}

// write draws page by page, reporting each and stopping when ctx ends.
func (d *Document) write(ctx context.Context, w io.Writer, report func(done, total int)) error {
	d.setter.mu.Lock()
	defer d.setter.mu.Unlock()
	out, err := d.newWriter()
	if err != nil {
		return err
	}
	total := d.PageCount()
	for i := range total {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := out.page(d.pageToWrite(i)); err != nil {
			return err
		}
		report(i+1, total)
	}
	return out.finish(w, d)
}

// finish completes the document and hands it over.
func (w *pdfWriter) finish(to io.Writer, d *Document) error {
	w.declare()
	var file bytes.Buffer
	if err := w.pdf.Output(&file); err != nil {
		return fmt.Errorf("paper: make PDF: %w", err)
	}
	pdf := file.Bytes()
	blankFormFonts(pdf)
	pdf, err := packed(pdf, w.pages, w.squeeze)
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

// pdfWriter writes marks as the content of pages, and has fpdf make a file of them.
type pdfWriter struct {
	pdf      *fpdf.Fpdf
	setter   *Typesetter
	content  content
	pages    [][]byte // what each says, compressed
	squeeze  *squeezer
	regular  plainFont
	bold     plainFont
	overlay  string // the name of that font; "" until it is needed
	shapes   map[shapeKey]*shape
	outlines []fpdf.Template   // that the pages draw
	pictures map[string]string // the names they are drawn by, by what they show
}

func (d *Document) newWriter() (*pdfWriter, error) {
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
	squeeze, err := newSqueezer()
	if err != nil {
		return nil, err
	}
	w := &pdfWriter{pdf: pdf, squeeze: squeeze, setter: d.setter, shapes: map[shapeKey]*shape{}, pictures: map[string]string{}}
	w.regular = w.embedded("", d.setter.fonts.Regular)
	w.bold = w.embedded("B", d.setter.fonts.Bold)
	return w, nil
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

// page writes what a page says and keeps it; fpdf has the page alone.
func (w *pdfWriter) page(p Page) error {
	w.pdf.AddPageFormat("P", fpdf.SizeType{Wd: p.Width, Ht: p.Height})
	w.content.begin(p.Height)
	w.marks(p.Marks)
	w.content.endText()
	squeezed, err := w.squeeze.bytes(w.content.out)
	if err != nil {
		return err
	}
	w.pages = append(w.pages, bytes.Clone(squeezed))
	return nil
}

func (w *pdfWriter) marks(marks []Mark) {
	for _, mark := range marks {
		switch m := mark.(type) {
		case Text:
			w.text(m)
		case Line:
			w.content.rule(m)
		case Rect:
			w.content.rect(m)
		case Image:
			w.image(m)
		case Clipped:
			w.content.within(func() {
				w.content.clip(m.X, m.Y, m.W, m.H)
				w.marks(m.Marks)
			})
		}
	}
}

func (w *pdfWriter) image(i Image) {
	name := w.picture(fmt.Sprintf("picture-%p", i.PNG), i.PNG)
	w.content.from(w.content.spot(i.X, i.Y+i.H))
	w.content.object(name, 0, 0, hundredths(i.W), hundredths(i.H))
}
