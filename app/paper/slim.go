package paper

import "bytes"

// blankFormFonts empties, in place and to the same length, the list of fonts
// that fpdf gives every form. A glyph's form needs none, and poppler, the reader
// behind most viewers on Linux, loads all of them anew for every glyph drawn: a
// page of names in other scripts took it a second and more.
func blankFormFonts(pdf []byte) {
	for {
		_, rest, found := bytes.Cut(pdf, []byte("/Subtype /Form\n"))
		if !found {
			return
		}
		dictionary, after, _ := bytes.Cut(rest, []byte("stream\n"))
		if start := bytes.Index(dictionary, []byte("/Font <<\n")); start >= 0 {
			fonts := dictionary[start:]
			length := bytes.Index(fonts, []byte(">>\n")) + len(">>")
			copy(fonts[:length], bytes.Repeat([]byte(" "), length))
		}
		pdf = after
	}
}
