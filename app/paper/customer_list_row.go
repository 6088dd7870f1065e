package paper

import "strings"

// What a row of the list of customers has room for: lines of an address, and the
// height below the last line.
const (
	customerAddressLines = 4
	customerTextLines    = 3 // of a name, a number, an e-mail address or one line of an address
	customerRowFoot      = 1.6
)

// column is where a text of a row stands, in millimetres.
type column struct{ left, width float64 }

// columns are those of the name, the numbers, the address and the last visit.
func (l *customerList) columns() (name, reach, address, seen column) {
	const gap, seenWidth = 4, 32
	s := l.sheet
	room := s.right - s.left - seenWidth - gap
	seen = column{s.right - seenWidth, seenWidth}
	if !l.in.Addresses {
		half := room / 2
		return column{s.left, half - gap}, column{s.left + half, half}, column{}, seen
	}
	const nameShare, reachShare = 0.3, 0.36
	first, second := room*nameShare, room*reachShare
	return column{s.left, first - gap}, column{s.left + first, second - gap}, column{s.left + first + second, room - first - second}, seen
}

// headings are the names of the columns, above a rule.
func (l *customerList) headings() strip {
	const height = 6.4
	s, st := l.sheet, smallStyle()
	name, reach, address, seen := l.columns()
	words := l.in.Words
	marks := []Mark{
		s.starting(words.Name, st, name.left, 4, name.width), s.starting(words.Reach, st, reach.left, 4, reach.width),
		s.ending(words.Seen, st, s.right, 4, seen.width),
		Line{X1: s.left, Y1: height - 0.6, X2: s.right, Y2: height - 0.6, Thick: 0.25, Ink: hairline()},
	}
	if l.in.Addresses {
		marks = append(marks, s.starting(words.Address, st, address.left, 4, address.width))
	}
	return strip{height: height, marks: marks}
}

// block sets one customer, in one piece.
func (l *customerList) block(row CustomerListRow) []strip {
	s := l.sheet
	name, reach, address, seen := l.columns()
	bold, plain, small := customerNameStyle(), contactStyle(), smallStyle()
	lines := []strip{}
	for _, text := range []struct {
		texts []string
		style []style
		in    column
	}{
		{[]string{row.Name, row.Badge}, []style{bold, small}, name},
		{[]string{row.Phone, row.Email}, []style{plain, plain}, reach},
	} {
		lines = beside(lines, l.lines(text.texts, text.style, text.in))
	}
	if l.in.Addresses {
		lines = beside(lines, l.lines(addressLines(row.Address), []style{plain}, address))
	}
	last := []strip{{height: plain.leading(), marks: []Mark{s.ending(row.Seen, sentStyle(), s.right, plain.baseline(), seen.width)}}}
	lines = beside(lines, last)
	edge := Line{X1: s.left, Y1: customerRowFoot, X2: s.right, Y2: customerRowFoot, Thick: 0.2, Ink: hairline()}
	return append(append([]strip{gap(1.4)}, lines...), strip{height: customerRowFoot, marks: []Mark{edge}})
}

// addressLines are the lines of an address; those there is no room for stand
// behind the last.
func addressLines(address string) []string {
	lines := strings.Split(address, "\n")
	if last := customerAddressLines - 1; len(lines) > customerAddressLines {
		lines = append(lines[:last:last], strings.Join(lines[last:], ", "))
	}
	return lines
}

// lines sets texts below each other, each in its style or the last, on as many lines as it needs up to customerTextLines: an
// address that is cut is none. Those that are empty take no room.
func (l *customerList) lines(texts []string, styles []style, in column) (lines []strip) {
	for i, text := range texts {
		st := styles[min(i, len(styles)-1)]
		lines = append(lines, l.sheet.gridLines(text, st, in, customerTextLines, contactStyle())...)
	}
	return lines
}

// beside puts the lines of one more column beside those there are.
func beside(lines, more []strip) []strip {
	for i, line := range more {
		if i == len(lines) {
			lines = append(lines, strip{height: line.height})
		}
		lines[i].height = max(lines[i].height, line.height)
		lines[i].marks = append(lines[i].marks, line.marks...)
	}
	return lines
}

func customerNameStyle() style { return style{size: 10.5, bold: true, ink: ink()} }
