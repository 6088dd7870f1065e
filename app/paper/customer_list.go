package paper

import (
	"cmp"
	"context"
)

// CustomerListInput is everything CustomerList needs.
type CustomerListInput struct {
	Frame
	Words     CustomerListWords
	Addresses bool // with them, or with names and numbers alone
	Rows      []CustomerListRow
}

// CustomerListWords are the words of the page, in the owner's language.
type CustomerListWords struct {
	Title   string                       // who they are: "Regulars"
	Date    string                       // the day it was printed
	Name    string                       // above the names
	Reach   string                       // above phone numbers and e-mail addresses
	Address string                       // above the addresses
	Seen    string                       // above the days of the last visits
	Count   string                       // "312 customers on this list"
	Nobody  string                       // stands in for the rows when there are none
	LeftOut string                       // how many were left out and why; empty when nobody was
	PageOf  func(page, total int) string // "Page 1 of 3"
}

// CustomerListRow is one customer.
type CustomerListRow struct {
	Name    string
	Badge   string // the word of how far they have come
	Phone   string
	Email   string
	Address string // its lines
	Seen    string // when they were here last
}

// CustomerList lays out a list of customers, a row each between two hairlines.
// Who it is a list of stands above it with the shop and the day; the names of the
// columns stand on every page. No text in it makes it fail; what is too long for
// its column goes on below, and is cut with "…" after a few lines. Its header and footer are those of the thank-you list.
// It reports how many rows are laid out, and ends with ctx.
func CustomerList(ctx context.Context, in CustomerListInput, report func(done, total int)) (*Document, error) {
	words := Words{Title: in.Words.Title, Date: in.Words.Date, Count: in.Words.Count, Nobody: in.Words.Nobody, LeftOut: in.Words.LeftOut, PageOf: in.Words.PageOf}
	document, err := framed(ThankYouListInput{Frame: in.Frame, Words: words}, func(frame thankYouList) {
		list := customerList{in: in, frame: frame, sheet: frame.sheet}
		list.header()
		list.rows(ctx, report)
	})
	return document, cmp.Or(err, ctx.Err())
}

// customerList is a list being laid out.
type customerList struct {
	in    CustomerListInput
	frame thankYouList // what stands around the rows
	sheet *sheet
}

// header begins every page, the first with more of the shop than the others.
func (l *customerList) header() {
	l.sheet.begin(append(l.frame.masthead(), l.headings()))
	l.sheet.running = append(l.frame.runningHead(), l.headings())
}

func (l *customerList) rows(ctx context.Context, report func(done, total int)) {
	for i, row := range l.in.Rows {
		if ctx.Err() != nil {
			return
		}
		l.sheet.place(l.block(row))
		report(i+1, len(l.in.Rows))
	}
	if len(l.in.Rows) == 0 {
		l.sheet.place(l.frame.note(l.in.Words.Nobody, bodyStyle()))
	}
	if l.in.Words.LeftOut != "" {
		l.sheet.place(l.frame.note(l.in.Words.LeftOut, smallStyle()))
	}
}
