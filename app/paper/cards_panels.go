package paper

import (
	"math"
	"strings"
)

// Lengths of a card's panels, in parts of the panel or in millimetres.
const (
	cardEdge       = 0.12  // of the width, left free at either side
	cardLogoTop    = 0.16  // of the height, above the logo
	cardLogoHigh   = 0.24  // of the height
	cardLogoWide   = 0.6   // of the width
	cardGreetTop   = 0.46  // of the height, above the greeting
	cardGreetHigh  = 0.34  // of the height
	cardShopRise   = 0.075 // of the height: the shop's name above the foot of the front
	cardRule       = 9.0   // millimetres between two lines to write on
	cardRuleMargin = 17.0  // at least, above and below them
	imprintRise    = 9.0   // millimetres that the imprint ends above the foot
	imprintWraps   = 2     // lines for each thing it says
)

// The type of a greeting, in points: the larger, the more room there is.
const (
	greetLargest = 48.0
	greetLeast   = 9.0
)

// front is what a card shows from before: the logo, and the greeting beneath it. Without a logo the greeting stands higher.
func (c *cards) front(b box) []Mark {
	greeting := box{b.x + b.w*cardEdge, b.y + b.h*cardGreetTop, b.w * (1 - 2*cardEdge), b.h * cardGreetHigh}
	logo, has := c.in.Setter.logo(c.in.Logo)
	if !has {
		greeting.y = b.y + (b.h-greeting.h)/2 - b.h*0.04
		return c.greeting(greeting)
	}
	mark := logo.within(b.x+b.w*(1-cardLogoWide)/2, b.y+b.h*cardLogoTop, b.w*cardLogoWide, b.h*cardLogoHigh)
	return append([]Mark{mark}, c.greeting(greeting)...)
}

// greeting sets the words in the middle of their box, as large as they fit without a word being broken.
func (c *cards) greeting(b box) []Mark {
	said := strings.TrimSpace(c.in.Greeting)
	st := style{size: min(greetLargest, b.w*0.42), bold: true, ink: primary()}
	for ; st.size > greetLeast; st.size-- {
		lines := c.in.Setter.wrap(said, st.bold, st.em(b.w), 1<<30)
		if len(lines) <= greetRoom(b, st) && c.wordsFit(said, st, b.w) {
			break
		}
	}
	st.size = max(st.size, greetLeast)
	lines := c.in.Setter.wrap(said, st.bold, st.em(b.w), greetRoom(b, st))
	y := b.y + (b.h-float64(len(lines))*st.leading())/2 + st.baseline()
	return centredLines(lines, st, b, y)
}

func greetRoom(b box, st style) int { return max(1, int(b.h/st.leading())) }

// wordsFit tells whether every word fits on a line.
func (c *cards) wordsFit(said string, st style, width float64) bool {
	for _, word := range strings.Fields(said) {
		p := c.in.Setter.paragraph(word, st.bold)
		if p.advance() > st.em(width) {
			return false
		}
	}
	return true
}

// centredLines sets lines around the middle of a box, the baseline of the first at y.
func centredLines(lines []setLine, st style, b box, y float64) (marks []Mark) {
	for i, line := range lines {
		mark := line.at(b.x, y+float64(i)*st.leading(), st)
		mark.X = b.x + (b.w-mark.Width)/2
		marks = append(marks, mark)
	}
	return marks
}

// shopBeneath is the shop's name at the foot of the front, where no logo says it.
func (c *cards) shopBeneath(b box) []Mark {
	if _, has := c.in.Setter.logo(c.in.Logo); has {
		return nil
	}
	st := style{size: 10, ink: quiet()}
	inner := box{x: b.x + b.w*cardEdge, w: b.w * (1 - 2*cardEdge)}
	return centredLines([]setLine{c.in.Setter.fit(c.in.Shop, false, st.em(inner.w))}, st, inner, b.y+b.h*(1-cardShopRise))
}

// says is whom a card is from and how to reach them, in a few lines.
func (c *cards) says() []string {
	const most = 3
	return append([]string{c.in.From}, c.in.Reach[:min(len(c.in.Reach), most)]...)
}

// imprint is the small print at the foot of a folded card's back.
func (c *cards) imprint(b box) []Mark {
	st := smallStyle()
	inner := box{x: b.x + b.w*cardEdge, w: b.w * (1 - 2*cardEdge)}
	var lines []setLine
	for _, said := range c.says() {
		lines = append(lines, c.in.Setter.wrap(said, false, st.em(inner.w), imprintWraps)...)
	}
	y := b.y + b.h - imprintRise - float64(len(lines)-1)*st.leading()
	return centredLines(lines, st, inner, y)
}

// lines are those to write on, in the middle of the panel's height, so that a sheet that was put in the wrong way round is none the
// worse for it.
func (c *cards) lines(b box) (marks []Mark) {
	if !c.in.Ruled {
		return nil
	}
	gaps := math.Floor((b.h - 2*cardRuleMargin) / cardRule)
	top := b.y + (b.h-gaps*cardRule)/2
	for i := 0.0; i <= gaps; i++ {
		y := top + i*cardRule
		marks = append(marks, Line{X1: b.x + b.w*cardEdge, Y1: y, X2: b.x + b.w*(1-cardEdge), Y2: y, Thick: 0.2, Ink: ruling()})
	}
	return marks
}

// The address side of a postcard, in millimetres. The post wants the lowest 16 and what lies right of and above the address free.
const (
	postEdge    = 7.0
	postMiddle  = 74.0 // where the half for the address begins
	postStamp   = 24.0 // side of the place for the stamp
	postAddress = 40.0 // of the address below the top
	postFoot    = 17.0 // free at the foot
	postWrite   = 31.0 // of the first line to write on below the top
)

// addressSide is the other side of a postcard: whom it is from, room to write, a place for the stamp, and whom it is for.
func (c *cards) addressSide(b box, card int) []Mark {
	st, edge := smallStyle(), ruling()
	marks := []Mark{
		Line{X1: b.x + postMiddle, Y1: b.y + postEdge, X2: b.x + postMiddle, Y2: b.y + b.h - postFoot, Thick: 0.2, Ink: ruling()},
		Rect{X: b.x + b.w - postEdge - postStamp*0.85, Y: b.y + postEdge, W: postStamp * 0.85, H: postStamp, Ink: &edge, Thick: 0.2},
	}
	write := postMiddle - 2*postEdge
	y := b.y + postEdge + st.baseline()
	for _, said := range c.says() {
		marks = append(marks, c.in.Setter.fit(said, false, st.em(write)).at(b.x+postEdge, y, st))
		y += st.leading()
	}
	for y := b.y + postWrite; c.in.Ruled && y <= b.y+b.h-postEdge-2; y += cardRule {
		marks = append(marks, Line{X1: b.x + postEdge, Y1: y, X2: b.x + postMiddle - postEdge, Y2: y, Thick: 0.2, Ink: ruling()})
	}
	if card < len(c.in.Texts) {
		address := labelBox{x: b.x + postMiddle + postEdge, y: b.y + postAddress, width: b.w - postMiddle - 2*postEdge, height: b.h - postAddress - postFoot, largest: 12}
		marks = append(marks, address.set(c.in.Setter, c.in.Texts[card])...)
	}
	return marks
}
