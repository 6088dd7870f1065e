package paper

// Lengths of a row of a compact list, in millimetres, and how many lines a text of it may take.
const (
	compactLines   = 3
	compactHow     = 24 // in what way alone
	compactSince   = 29 // with since when beneath it
	compactGap     = 4
	compactAbove   = 1.4
	compactBelow   = 1.7
	compactWriting = 7.5 // the least height of a row there is room to write in
)

// compactColumns are where a row's name, what to thank for, in what way and the room to write stand. Those that are left off have no
// width.
func (l *thankYouList) compactColumns() (name, why, how, room column) {
	const nameShare, whyShare, roomShare = 1.1, 1.4, 1.0
	s, without := l.sheet, l.in.Without
	how.width = compactHow
	switch {
	case without.How && without.Since:
		how.width = 0
	case !without.Since:
		how.width = compactSince
	}
	columns, shares := []*column{&name, &why, &how, &room}, []float64{nameShare, whyShare, 0, roomShare}
	if without.Why {
		shares[1] = 0
	}
	if without.Room {
		shares[3] = 0
	}
	left := s.left + indent
	rest, whole := s.right-left, shares[0]+shares[1]+shares[3]
	for i, share := range shares {
		if share > 0 && i > 0 {
			rest -= compactGap
		}
	}
	if how.width > 0 {
		rest -= how.width + compactGap
	}
	for i, c := range columns {
		if c.left = left; shares[i] > 0 {
			c.width = rest * shares[i] / whole
		}
		if c.width > 0 {
			left += c.width + compactGap
		}
	}
	return name, why, how, room
}

// compactHeadings are the names of the columns, above a rule.
func (l *thankYouList) compactHeadings() strip {
	const height = 6.4
	s, words := l.sheet, l.in.Words
	name, why, how, room := l.compactColumns()
	marks := []Mark{Line{X1: s.left, Y1: height - 0.6, X2: s.right, Y2: height - 0.6, Thick: 0.25, Ink: ruling()}}
	for _, heading := range []struct {
		text string
		in   column
	}{{words.Name, name}, {words.Why, why}, {words.How, how}, {words.Write, room}} {
		if heading.in.width > 0 {
			marks = append(marks, s.starting(heading.text, smallStyle(), heading.in.left, 4, heading.in.width))
		}
	}
	return strip{height: height, marks: marks}
}

// compactRow lays out one person between two hairlines, in one piece.
func (l *thankYouList) compactRow(row ThankYouRow) []strip {
	s, without := l.sheet, l.in.Without
	name, why, how, room := l.compactColumns()
	grid := compactStyle()
	lines := s.gridLines(row.Name, compactNameStyle(), name, nameLines, grid)
	if !without.Contact {
		lines = append(lines, s.gridLines(row.Contact, style{size: grid.size, ink: quiet()}, name, contactLines, grid)...)
	}
	if why.width > 0 {
		lines = beside(lines, towardsEnd(s.gridLines(row.Why, grid, why, compactLines, grid), why))
	}
	if how.width > 0 {
		lines = beside(lines, l.compactAside(row, how))
	}
	if len(lines) == 0 {
		lines = []strip{gap(grid.leading())}
	}
	lines[0].marks = append(lines[0].marks, tickBox(s.left, grid.baseline()+0.2))
	if least := compactWriting - heightOf(lines); room.width > 0 && least > 0 {
		lines = append(lines, gap(least))
	}
	edge := Line{X1: s.left, Y1: compactBelow, X2: s.right, Y2: compactBelow, Thick: 0.2, Ink: hairline()}
	return append(append([]strip{gap(compactAbove)}, lines...), strip{height: compactBelow, marks: []Mark{edge}})
}

// compactAside is in what way and since when.
func (l *thankYouList) compactAside(row ThankYouRow, in column) (lines []strip) {
	st, grid := smallStyle(), compactStyle()
	if !l.in.Without.How {
		lines = l.sheet.gridLines(row.How, style{size: st.size, bold: true, ink: onTint()}, in, 1, grid)
	}
	if !l.in.Without.Since {
		lines = append(lines, l.sheet.gridLines(row.Since, st, in, 2, grid)...)
	}
	return lines
}

// gridLines sets a text in a column, on lines of grid as those of the columns beside it are.
func (s *sheet) gridLines(text string, st style, in column, most int, grid style) (lines []strip) {
	for _, line := range s.setter.wrap(text, st.bold, st.em(in.width), most) {
		lines = append(lines, strip{height: grid.leading(), marks: []Mark{line.at(in.left, grid.baseline(), st)}})
	}
	return lines
}

// towardsEnd moves lines of a text that reads from right to left to the right end of their column.
func towardsEnd(lines []strip, in column) []strip {
	for _, line := range lines {
		if text := line.marks[0].(Text); text.set.rtl {
			text.X = in.left + in.width - text.Width
			line.marks[0] = text
		}
	}
	return lines
}

func compactStyle() style     { return style{size: 9, ink: ink()} }
func compactNameStyle() style { return style{size: 10, bold: true, ink: ink()} }
