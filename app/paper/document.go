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
//	ThankYouList → page.go (the marks) → content.go (what a page says) → pdf.go, pack.go (the file) → save.go, print.go
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

	setter   *Typesetter
	later    *laterPages // instead of Pages
	trueSize bool        // viewers are asked not to fit it to the paper
	flip     flip        // how both sides are printed
	media    string      // the paper as printers name it; "" for the one that is in
}

// laterPages are pages that are laid out when they are asked for, so that hundreds of sheets need the memory of one. page
// is called with the setter locked.
type laterPages struct {
	count int
	page  func(i int) Page
}

// PageCount is how many pages there are.
func (d *Document) PageCount() int {
	if d.later != nil {
		return d.later.count
	}
	return len(d.Pages)
}

// Ready tells whether every page is laid out; else Page takes a moment, and is for work beside the window.
func (d *Document) Ready() bool { return d.later == nil }

// Page gives the page i, counted from 0.
func (d *Document) Page(i int) Page {
	if d.later == nil {
		return d.Pages[i]
	}
	d.setter.mu.Lock()
	defer d.setter.mu.Unlock()
	return d.later.page(i)
}

// pageToWrite is Page for whoever has locked the setter already.
func (d *Document) pageToWrite(i int) Page {
	if d.later == nil {
		return d.Pages[i]
	}
	return d.later.page(i)
}
