package paper

// SlipTear stands at the foot of a slip below a line to tear along. It is handed over where the customer was sent: who sent them,
// with what, and what is to be told of it. What is empty takes no room.
type SlipTear struct {
	Hint   string   // quietly above the line: "Tear off and hand it over"
	Title  string   // "Harbour Cycles sent me"
	Reach  string   // how to reach the shop, for the answer
	Name   string   // the customer's, where they agreed to it
	About  string   // what they were sent for
	Fields []string // each before a line to fill in: "Came on"
	Thanks string   // at the end: "Please tell us how it went."
}

// Lengths of what is torn off, in millimetres, and how many lines a text may take on it.
const (
	tearDash   = 2.0
	tearSpace  = 1.2
	tearAbout  = 2
	tearTitle  = 2
	tearReach  = 2
	tearThanks = 2
	tearField  = 8.5 // height of a line to fill in
	tearMost   = 3   // of those lines
	tearFoot   = 7   // of the page, below it
)

// tearOff sets what is torn off at the foot of the last page, or of a new one where that has no room, and gives where it begins:
// the foot of the page where there is none.
func (p slip) tearOff() (top float64) {
	s := p.sheet
	if p.in.Tear == nil {
		return s.height
	}
	block := p.tear(*p.in.Tear)
	top = s.height - tearFoot - heightOf(block)
	if s.y > top-slipFoot {
		s.turn()
	}
	s.y = top
	for _, strip := range block {
		s.draw(strip)
	}
	return top
}

// tear lays out what is torn off, from the line to tear along on.
func (p slip) tear(t SlipTear) []strip {
	s, small := p.sheet, smallStyle()
	line := strip{height: 1.6, marks: dashes(0, s.width, 0)}
	block := []strip{line}
	if t.Hint != "" {
		block = append(block, strip{height: 4, marks: []Mark{s.ending(t.Hint, style{size: 7, ink: quiet()}, s.right, 1.4, s.right-s.left)}})
	}
	block = append(block, s.paragraph(t.Title, style{size: 11.5, bold: true, ink: primary()}, s.left, s.right, tearTitle)...)
	block = append(block, s.paragraph(t.Reach, small, s.left, s.right, tearReach)...)
	block = append(block, gap(1.2))
	block = append(block, s.paragraph(t.Name, style{size: 10.5, bold: true, ink: ink()}, s.left, s.right, 1)...)
	block = append(block, s.paragraph(t.About, bodyStyle(), s.left, s.right, tearAbout)...)
	for _, field := range t.Fields[:min(len(t.Fields), tearMost)] {
		block = append(block, p.toFillIn(field))
	}
	if t.Thanks != "" {
		block = append(append(block, gap(1.2)), s.paragraph(t.Thanks, small, s.left, s.right, tearThanks)...)
	}
	return block
}

// toFillIn is a word before a line to write on.
func (p slip) toFillIn(label string) strip {
	s := p.sheet
	const low = tearField - 1.5
	words := s.starting(label, smallStyle(), s.left, low, (s.right-s.left)/2)
	line := Line{X1: s.left + words.Width + 2, Y1: low + 0.6, X2: s.right, Y2: low + 0.6, Thick: 0.25, Ink: ruling()}
	return strip{height: tearField, marks: []Mark{words, line}}
}

// dashes are a line to tear or cut along, from left to right at the height y.
func dashes(left, right, y float64) (marks []Mark) {
	for x := left; x < right; x += tearDash + tearSpace {
		marks = append(marks, Line{X1: x, Y1: y, X2: min(x+tearDash, right), Y2: y, Thick: 0.3, Ink: quiet()})
	}
	return marks
}
