package paper

// Note is one thing that helps to write to somebody: "To remember" and what.
type Note struct {
	Label string
	Text  string
}

// Lengths of a person's half page, in millimetres, and how many lines each thing may take on it.
const (
	writingAside = 34 // what a note is about, left of it
	writingWhy   = 3
	writingLines = 3 // of each note
	writingLeast = 3 // ruled lines that are left whatever there is to say
	writingGap   = 1.1
	writingFoot  = 4 // below the last ruled line
)

// WritingSheets lays out half a page for each person of a thank-you list, to write to them from by hand: what to thank for, as
// many of its notes as leave room to write, and ruled lines for a draft. It has all of a row, and fails as ThankYouList does.
func WritingSheets(in ThankYouListInput) (*Document, error) {
	in.Without, in.Compact = ThankYouParts{}, false
	return framed(in, func(list thankYouList) {
		list.header()
		list.halves()
	})
}

// halves places two people on a page.
func (l *thankYouList) halves() {
	for i, row := range l.in.Rows {
		if i > 0 && i%2 == 0 {
			l.sheet.turn()
		}
		l.sheet.place(l.half(row))
	}
	if len(l.in.Rows) == 0 {
		l.sheet.place(l.note(l.in.Words.Nobody, bodyStyle()))
	}
	if l.in.Words.LeftOut != "" {
		l.sheet.place(l.note(l.in.Words.LeftOut, smallStyle()))
	}
}

// half lays out one person, as high as half of what the page has room for.
func (l *thankYouList) half(row ThankYouRow) []strip {
	s := l.sheet
	left := s.left + indent
	head := s.paragraph(row.Name, nameStyle(), left, s.right-asideWidth-4, nameLines)
	head = append(head, s.paragraph(row.Contact, contactStyle(), left, s.right-asideWidth-4, contactLines)...)
	block := append([]strip{gap(4)}, l.beside(head, row)...)
	block = append(block, gap(writingGap))
	block = append(block, s.paragraph(row.Why, bodyStyle(), left, s.right, writingWhy)...)
	room := l.halfRoom() - heightOf(block)
	for _, note := range row.Notes {
		strips := l.noteBeside(note, left)
		if room-heightOf(strips) < writingLeast*ruleHeight+writingFoot {
			break
		}
		block, room = append(block, strips...), room-heightOf(strips)
	}
	return append(block, l.draft(left, room)...)
}

// halfRoom is how high a half page is; a hair less, so that two of them are no higher than the whole.
func (l *thankYouList) halfRoom() float64 { return (l.sheet.foot()-l.sheet.top)/2 - 0.01 }

func heightOf(block []strip) (height float64) {
	for _, strip := range block {
		height += strip.height
	}
	return height
}

// noteBeside sets a note with what it is about to the left of it.
func (l *thankYouList) noteBeside(note Note, left float64) []strip {
	s, st := l.sheet, sentStyle()
	strips := s.paragraph(note.Text, style{size: st.size, ink: ink()}, left+writingAside, s.right, writingLines)
	if len(strips) == 0 {
		return nil
	}
	label := s.starting(note.Label, st, left, st.baseline(), writingAside-2)
	strips[0].marks = append(strips[0].marks, label)
	return append([]strip{gap(writingGap)}, strips...)
}

// draft rules the height that is left, and ends the half page with a hairline along which it may be cut.
func (l *thankYouList) draft(left, height float64) []strip {
	s := l.sheet
	lines := int((height - writingFoot) / ruleHeight)
	strips := []strip{gap(height - writingFoot - float64(lines)*ruleHeight)}
	label := s.starting(l.in.Words.Write, smallStyle(), left, ruleHeight-1.2, writingAside)
	for i := range lines {
		line := strip{height: ruleHeight, marks: []Mark{Line{X1: left, Y1: ruleHeight, X2: s.right, Y2: ruleHeight, Thick: 0.2, Ink: ruling()}}}
		if i == 0 {
			line.marks = append(line.marks, label)
		}
		strips = append(strips, line)
	}
	edge := Line{X1: s.left, Y1: writingFoot, X2: s.right, Y2: writingFoot, Thick: 0.25, Ink: hairline()}
	return append(strips, strip{height: writingFoot, marks: []Mark{edge}})
}
