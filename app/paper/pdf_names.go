package paper

import (
	"bytes"
	"strings"

	"codeberg.org/go-pdf/fpdf"
)

// The names the embedded fonts have with fpdf. The overlay carries the invisible text: it draws nothing, so every code has the same width
// and no shape.
const (
	textFont    = "text"
	overlayFont = "overlay"
)

// plainFont is a font that text is written in.
type plainFont struct {
	name  string         // in the pages
	style string         // as fpdf calls it
	used  *[0x10000]bool // which characters are shown, and have to be in the file
}

func (w *pdfWriter) embedded(style string, file []byte) plainFont {
	w.pdf.AddUTF8FontFromBytes(textFont, style, file)
	name := w.nameOf(func(t *fpdf.Tpl) { t.SetFont(textFont, style, 1) })
	return plainFont{name: name, style: style, used: new([0x10000]bool)}
}

// overlayName is the font of invisible text, which is embedded when there is some.
func (w *pdfWriter) overlayName() string {
	if w.overlay == "" {
		w.pdf.AddUTF8FontFromBytes(overlayFont, "", w.setter.fonts.Regular)
		w.overlay = w.nameOf(func(t *fpdf.Tpl) { t.SetFont(overlayFont, "", 1) })
	}
	return w.overlay
}

// picture is the name of a PNG, which goes into the document once. what tells it from others.
func (w *pdfWriter) picture(what string, data []byte) string {
	name, known := w.pictures[what]
	if !known {
		options := fpdf.ImageOptions{ImageType: "PNG"}
		w.pdf.RegisterImageOptionsReader(what, options, bytes.NewReader(data))
		name = w.nameOf(func(t *fpdf.Tpl) { t.ImageOptions(what, 0, 0, 1, 1, false, options, 0, "") })
		w.pictures[what] = name
	}
	return name
}

// nameOf gives the name by which fpdf draws something, which it tells nowhere but in what it draws. A template that no page uses leaves
// no trace in the file.
func (w *pdfWriter) nameOf(draw func(t *fpdf.Tpl)) string {
	drawn := string(w.pdf.CreateTemplate(draw).Bytes())
	_, name, _ := strings.Cut(drawn, "/")
	name, _, _ = strings.Cut(name, " ")
	return name
}

// declare tells fpdf what the pages, whose content it does not read, make use of.
func (w *pdfWriter) declare() {
	w.pdf.CreateTemplate(func(t *fpdf.Tpl) {
		for _, f := range []plainFont{w.regular, w.bold} {
			t.SetFont(textFont, f.style, 1)
			t.Text(0, 0, f.characters())
		}
	})
	if len(w.outlines) > 0 { // fpdf puts it on its last page, which is not the one that is written
		all := &outline{id: "all", width: 1, height: 1, uses: w.outlines} // one that draws nothing
		_, size := all.Size()
		w.pdf.UseTemplateScaled(all, fpdf.PointType{}, size)
	}
}

// characters are all those the font shows.
func (f plainFont) characters() string {
	var out strings.Builder
	for r, used := range f.used {
		if used {
			out.WriteRune(rune(r))
		}
	}
	return out.String()
}
