package paper

import (
	"fmt"
)

// ThankYouListInput is what the owner's list of people to thank is made from.
// Every text comes translated and worded; the list only sets it.
type ThankYouListInput struct {
	Frame
	Words   Words
	Rows    []ThankYouRow
	Without ThankYouParts // left off every row of a list
	Compact bool          // a row each, and no room for more than its columns; else a block each
}

// ThankYouParts are what may stand beside a name on a list.
type ThankYouParts struct{ Why, Since, How, Contact, Room bool }

// Words are the fixed words of the list.
type Words struct {
	Title   string                       // "Customers to thank"
	Date    string                       // the day it was printed, "21 November 2026"
	Write   string                       // beside the ruled lines, "Notes"
	Count   string                       // "5 people on this list"
	Nobody  string                       // stands in for the rows when there are none
	LeftOut string                       // how many were left out and why; empty when nobody was
	Name    string                       // above the names of a compact list
	Why     string                       // above what to thank for
	How     string                       // above in what way and since when
	PageOf  func(page, total int) string // "Page 1 of 3"
}

// ThankYouRow is one person on the list.
type ThankYouRow struct {
	Name    string
	Contact string   // phone or address
	Why     string   // what to thank for
	Since   string   // "since 19 Nov 2026"
	How     string   // card, call, …
	Sent    []string // one sentence a person they sent, and how that person is doing
	Notes   []Note   // what helps to write to them; WritingSheets alone shows them, in place of Sent
	Group   Group    // under what heading of a list they stand with those beside them; the zero value for none
}

// ThankYouList lays out the list: for each person a box to tick, what the owner
// needs in order to write, and room to write it. It fails only without a
// Typesetter or for a paper it does not know; no text makes it fail.
func ThankYouList(in ThankYouListInput) (*Document, error) {
	return framed(in, func(list thankYouList) {
		list.header()
		list.rows()
	})
}

// framed lays out pages that body sets, and at their foot what stands at a thank-you list's. in is what the frame tells; its rows are
// body's.
func framed(in ThankYouListInput, body func(frame thankYouList)) (*Document, error) {
	if in.Setter == nil {
		return nil, fmt.Errorf("paper: %q needs a typesetter", in.Words.Title)
	}
	width, height, err := in.Paper.Size()
	if err != nil {
		return nil, err
	}
	in.Setter.mu.Lock()
	defer in.Setter.mu.Unlock()
	frame := thankYouList{in: in, sheet: newSheet(in.Setter, width, height)}
	body(frame)
	frame.footers()
	return &Document{
		Title: in.Words.Title, Author: in.Shop, Language: in.Language, Made: in.Made,
		Pages: frame.sheet.pages, setter: in.Setter,
	}, nil
}

// thankYouList is a list being laid out.
type thankYouList struct {
	in      ThankYouListInput
	sheet   *sheet
	running []strip // begins every page after the first, but for the heading of a group
}

func (l *thankYouList) rows() {
	layOut, group := l.block, Group{}
	if l.in.Compact {
		layOut = l.compactRow
	}
	for _, row := range l.in.Rows {
		if row.Group != group {
			group = row.Group
			l.beginGroup(group, layOut(row))
			continue
		}
		l.sheet.place(layOut(row))
	}
	if len(l.in.Rows) == 0 {
		l.sheet.place(l.note(l.in.Words.Nobody, bodyStyle()))
	}
	if l.in.Words.LeftOut != "" {
		l.sheet.place(l.note(l.in.Words.LeftOut, smallStyle()))
	}
}

// note is a paragraph across the page.
func (l *thankYouList) note(text string, s style) []strip {
	return append([]strip{gap(5)}, l.sheet.paragraph(text, s, l.sheet.left, l.sheet.right, noteLines)...)
}

func (l *thankYouList) footers() {
	s, st := l.sheet, smallStyle()
	y, half := s.height-footerRise, (s.right-s.left)/2-3
	for i := range s.pages {
		page := &s.pages[i]
		page.Marks = append(page.Marks, s.starting(l.in.Words.Count, st, s.left, y, half))
		if l.in.Words.PageOf != nil {
			number := l.in.Words.PageOf(i+1, len(s.pages))
			page.Marks = append(page.Marks, s.ending(number, st, s.right, y, half))
		}
	}
}
