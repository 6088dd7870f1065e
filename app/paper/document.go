// Package paper lays out pages, writes them as PDF and hands them to a printer.
//
// A page is first a plain description (Page and its Marks), so that the same
// pages can be shown on screen as a preview and written to a file. Text may be
// anything at all: what the bundled fonts lack comes from the system's fonts,
// and what no font has is drawn as a box with its code point. No text ever
// stops a print.
//
// The straight line through the package:
//
//	ThankYouList → page.go (the marks) → pdf.go (the file) → save.go, print.go
//
// and for every piece of text on the way:
//
//	clean.go → itemize.go (levels, scripts, faces) → shape.go → lines.go
package paper

import "time"

// Document is a set of laid-out pages with what the PDF says about itself.
type Document struct {
	Title    string
	Author   string
	Language string    // a language tag such as "en-GB"; empty when unknown
	Made     time.Time // written into the PDF as the day it was made
	Pages    []Page

	setter *Typesetter
}
