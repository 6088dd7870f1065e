package paper

import (
	"fmt"
)

// SlipInput is what a slip is made from that a customer takes along or signs.
// Every text comes translated and worded; the slip only sets it.
type SlipInput struct {
	Frame        // its Paper: A6, or a full sheet of which the slip is the top left corner, to be cut out
	Reach string // how to reach the shop: its address and its number, at the foot; may be empty
	Words SlipWords
	Parts []SlipPart
	Tear  *SlipTear // what is torn off and handed over; nil for none
}

// SlipWords are the words around the parts.
type SlipWords struct {
	Title  string                       // "To Spoke Works"
	Date   string                       // the day it is handed over
	Sign   string                       // beneath a line to sign on; without one there is no line
	PageOf func(page, total int) string // "Page 1 of 2", where one page is not enough
}

// SlipPart is one thing a slip says. What is empty takes no room.
type SlipPart struct {
	Heading string // a name, in bold: a specialist, a thing asked for
	Label   string // quietly above the text: "In your words"
	Text    string
	Tick    string // beside a box at the end: "Agreed"
	Ticked  bool   // the box is ticked; else it may be, by hand
}

// Slip lays out a slip. What one page has no room for goes on on the next; a part is not split. It fails only without
// a Typesetter or for a paper it does not know; no text makes it fail.
func Slip(in SlipInput) (*Document, error) {
	if in.Setter == nil {
		return nil, fmt.Errorf("paper: slip needs a typesetter")
	}
	width, height, err := A6.Size()
	if err != nil {
		return nil, err
	}
	wide, high, err := in.Paper.Size()
	if err != nil {
		return nil, err
	}
	in.Setter.mu.Lock()
	defer in.Setter.mu.Unlock()
	s := newSheetWithin(in.Setter, width, height, edges{side: slipMargin, above: slipMargin, below: slipFoot})
	frame := thankYouList{in: ThankYouListInput{Frame: in.Frame}, sheet: s}
	slip := slip{in: in, frame: frame, sheet: s}
	slip.header()
	for _, part := range in.Parts {
		s.place(slip.part(part))
	}
	if in.Words.Sign != "" {
		s.place(slip.signature())
	}
	slip.footers(slip.tearOff())
	if wide > width {
		slip.toCutOut(wide, high)
	}
	return &Document{
		Title: in.Words.Title, Author: in.Shop, Language: in.Language, Made: in.Made,
		Pages: s.pages, setter: in.Setter,
	}, nil
}

// slip is a slip being laid out.
type slip struct {
	in    SlipInput
	frame thankYouList // whose sign of the shop it has
	sheet *sheet
}

// Lengths of a slip, in millimetres, and how many lines a text may take on it.
const (
	slipMargin  = 9
	slipFoot    = 17  // what stands at the foot
	slipTick    = 3.6 // side of a box to tick
	slipSigning = 13  // room for a signature
	slipLines   = 14
	slipTitle   = 3
	slipReach   = 2

	slipReachRise = 4 // of the line above how to reach the shop, within the foot
)

func slipTitleStyle() style { return style{size: 14, bold: true, ink: ink()} }

// header begins the first page with the shop, the day and what the slip is, and every other one with the last of these.
func (p slip) header() {
	const signHeight = 10.0
	s := p.sheet
	sign, signWidth := p.frame.sign(s.right, 0, signHeight)
	room := s.right - s.left - signWidth - 4
	marks := append(sign, s.starting(p.in.Shop, shopStyle(), s.left, 4.2, room),
		s.starting(p.in.Words.Date, smallStyle(), s.left, 9, room))
	head := []strip{{height: 12.5, marks: marks}, p.rule(0.5, ink()), gap(2.5)}
	head = append(head, s.paragraph(p.in.Words.Title, slipTitleStyle(), s.left, s.right, slipTitle)...)
	s.begin(append(head, gap(1)))
	s.running = []strip{{height: 5, marks: []Mark{s.starting(p.in.Words.Title, smallStyle(), s.left, 3, s.right-s.left)}}, p.rule(0.3, hairline()), gap(1)}
}

// rule is a line across the slip.
func (p slip) rule(thick float64, color Color) strip {
	return strip{marks: []Mark{Line{X1: p.sheet.left, X2: p.sheet.right, Thick: thick, Ink: color}}}
}

// part lays out one thing that is said.
func (p slip) part(part SlipPart) []strip {
	s := p.sheet
	block := []strip{gap(1.8)}
	block = append(block, s.paragraph(part.Heading, nameStyle(), s.left, s.right, nameLines)...)
	block = append(block, s.paragraph(part.Label, smallStyle(), s.left, s.right, 1)...)
	block = append(block, s.lines(part.Text, bodyStyle(), slipLines)...)
	if part.Tick != "" {
		block = append(block, p.tick(part)...)
	}
	return block
}

// tick is a box with what it stands for.
func (p slip) tick(part SlipPart) []strip {
	s, st := p.sheet, bodyStyle()
	edge, y := ink(), st.baseline()-slipTick+0.5
	marks := []Mark{Rect{X: s.left, Y: y, W: slipTick, H: slipTick, Radius: 0.6, Ink: &edge, Thick: 0.3}}
	if part.Ticked {
		low := y + slipTick - 0.8
		marks = append(marks, Line{X1: s.left + 0.7, Y1: y + 1.9, X2: s.left + 1.5, Y2: low, Thick: 0.5, Ink: primary()},
			Line{X1: s.left + 1.5, Y1: low, X2: s.left + 3, Y2: y + 0.8, Thick: 0.5, Ink: primary()})
	}
	words := s.starting(part.Tick, st, s.left+slipTick+2, st.baseline(), s.right-s.left-slipTick-2)
	return []strip{gap(0.8), {height: st.leading(), marks: append(marks, words)}}
}

// signature is the line on which somebody signs.
func (p slip) signature() []strip {
	s := p.sheet
	words := s.starting(p.in.Words.Sign, smallStyle(), s.left, 3.6, s.right-s.left)
	return []strip{gap(slipSigning), p.rule(0.25, ink()), {height: 5, marks: []Mark{words}}}
}

// footers say on every page how to reach the shop, and which page it is where there are several. On the last they end at foot, and
// say the first only with reach.
func (p slip) footers(foot float64, reach bool) {
	s, st := p.sheet, smallStyle()
	for i := range s.pages {
		page := &s.pages[i]
		end, told := s.height, p.in.Reach != ""
		if i == len(s.pages)-1 {
			end, told = foot, told && reach
		}
		if told {
			p.reach(page, end-slipFoot+slipReachRise)
		}
		if p.in.Words.PageOf != nil && len(s.pages) > 1 {
			number := p.in.Words.PageOf(i+1, len(s.pages))
			page.Marks = append(page.Marks, s.ending(number, st, s.right, s.height-3.5, (s.right-s.left)/2))
		}
	}
}

// reach says at the height y how to reach the shop.
func (p slip) reach(page *Page, y float64) {
	s := p.sheet
	page.Marks = append(page.Marks, p.rule(0.25, hairline()).marks[0].moved(y))
	for _, line := range s.paragraph(p.in.Reach, smallStyle(), s.left, s.right, slipReach) {
		page.Marks = append(page.Marks, line.marks[0].moved(y+1.5))
		y += line.height
	}
}

// toCutOut makes every page the top left corner of a full sheet, with two lines to cut along.
func (p slip) toCutOut(width, height float64) {
	s := p.sheet
	for i := range s.pages {
		page := &s.pages[i]
		page.Marks = append(page.Marks, Line{X1: s.width, Y1: 0, X2: s.width, Y2: s.height, Thick: 0.2, Ink: ruling()},
			Line{X1: 0, Y1: s.height, X2: s.width, Y2: s.height, Thick: 0.2, Ink: ruling()})
		page.Width, page.Height = width, height
	}
}
