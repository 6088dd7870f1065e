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
	tearField  = 7.5 // height of a line to fill in
	tearMost   = 3   // of those lines
	tearFoot   = 6.5 // of the page, below it
	tearAbove  = 4   // above it, for its hint
)

// tearOff sets what is torn off at the foot of the last page, or of a new one where that has no room, and gives where the page's own foot
// ends: above it where how to reach the shop fits there too, which the other half says else; or the foot of the page where there is none.
func (p slip) tearOff() (foot float64, reach bool) {
	s := p.sheet
	if p.in.Tear == nil {
		return s.height, true
	}
	block := p.tear(*p.in.Tear)
	top := s.height - tearFoot - heightOf(block)
	if s.y > top-tearAbove {
		s.turn()
	}
	foot = top - tearAbove + slipReachRise
	reach = s.y <= foot-slipFoot
	s.y = top
	for _, strip := range block {
		s.draw(strip)
	}
	return foot, reach
}

// tear lays out what is torn off, from the line to tear along on.
func (p slip) tear(t SlipTear) []strip {
	s, small := p.sheet, style{size: 7.5, ink: quiet()}
	hint := s.ending(t.Hint, style{size: 6.5, ink: quiet()}, s.right, -0.9, s.right-s.left)
	block := []strip{{height: 1.6, marks: append(dashes(0, s.width, 0), hint)}}
	add := func(text string, st style, most int) {
		block = append(block, s.paragraph(text, st, s.left, s.right, most)...)
	}
	add(t.Title, style{size: 11.5, bold: true, ink: primary()}, tearTitle)
	add(t.Reach, small, tearReach)
	block = append(block, gap(0.8))
	add(t.Name, style{size: 10, bold: true, ink: ink()}, 1)
	add(t.About, style{size: 10, ink: ink()}, tearAbout)
	for _, field := range t.Fields[:min(len(t.Fields), tearMost)] {
		block = append(block, p.toFillIn(field))
	}
	if t.Thanks != "" {
		block = append(block, gap(0.8))
		add(t.Thanks, small, tearThanks)
	}
	return block
}

// toFillIn is a word before a line to write on.
func (p slip) toFillIn(label string) strip {
	s := p.sheet
	const low = tearField - 1.2
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
