package paper

import (
	"fmt"
	"strings"
)

// WallInput is what a page for the wall is made from: what people say about the shop. Every text comes translated and worded.
type WallInput struct {
	Frame
	Words  WallWords
	Quotes []WallQuote
}

// WallWords are the words around the quotes.
type WallWords struct {
	Title  string                       // "What people say about us"
	Nobody string                       // stands in for the quotes where there are none
	PageOf func(page, total int) string // "Page 1 of 2", where one page is not enough
}

// WallQuote is something that somebody said. What is empty takes no room.
type WallQuote struct {
	Text string // within quotation marks; it may have lines of its own
	By   string // who said it, and where: "Ann, public review"
}

// Lengths of a page for the wall, in millimetres, and how many lines a text may take on it.
const (
	wallSide      = 24
	wallAbove     = 22
	wallBelow     = 20
	wallSign      = 18 // height of the shop's sign
	wallTitleMost = 3
	wallLines     = 30 // of one quote
	wallByMost    = 2
	wallLarger    = 1.3 // how much larger quotes are on A3, which is read from further away
)

// wallSizes are the type sizes that quotes may have, in points: the largest that leaves all of them on one page, to be read from as far
// as may be; the smallest where they need several.
var wallSizes = []float64{22, 19, 16.5, 14, 12}

// Wall lays out a page for the wall. What one page has no room for goes on on the next; a quote is not split unless it is longer than a
// page. It fails only without a Typesetter or for a paper it does not know; no text makes it fail.
func Wall(in WallInput) (*Document, error) {
	if in.Setter == nil {
		return nil, fmt.Errorf("paper: %q needs a typesetter", in.Words.Title)
	}
	width, height, err := in.Paper.Size()
	if err != nil {
		return nil, err
	}
	in.Setter.mu.Lock()
	defer in.Setter.mu.Unlock()
	var s *sheet
	for _, size := range wallSizes {
		if in.Paper == A3 {
			size *= wallLarger
		}
		s = newSheetWithin(in.Setter, width, height, edges{side: wallSide, above: wallAbove, below: wallBelow})
		wall{in: in, sheet: s, size: size}.layOut()
		if len(s.pages) == 1 {
			break
		}
	}
	return &Document{Title: in.Words.Title, Author: in.Shop, Language: in.Language, Made: in.Made, Pages: s.pages, setter: in.Setter}, nil
}

// wall is a page being laid out, with quotes of one size.
type wall struct {
	in    WallInput
	sheet *sheet
	size  float64
}

func wallTitleStyle() style { return style{size: 30, bold: true, ink: ink()} }

func wallShopStyle() style { return style{size: 14, bold: true, ink: primary()} }

func (w wall) layOut() {
	w.header()
	for i, quote := range w.in.Quotes {
		w.sheet.place(w.quote(quote, i > 0))
	}
	if len(w.in.Quotes) == 0 {
		w.sheet.place(append([]strip{gap(8)}, w.sheet.paragraph(w.in.Words.Nobody, bodyStyle(), w.sheet.left, w.sheet.right, noteLines)...))
	}
	w.footers()
}

// header begins the first page with what it is, the shop and its sign.
func (w wall) header() {
	s := w.sheet
	frame := thankYouList{in: ThankYouListInput{Frame: w.in.Frame}, sheet: s}
	sign, signWidth := frame.sign(s.right, 0, wallSign)
	head := s.paragraph(w.in.Words.Title, wallTitleStyle(), s.left, s.right-signWidth-8, wallTitleMost)
	head = append(head, s.paragraph(w.in.Shop, wallShopStyle(), s.left, s.right-signWidth-8, 1)...)
	if len(head) == 0 {
		head = []strip{gap(0)}
	}
	head[0].marks = append(head[0].marks, sign...)
	height := 0.0
	for _, strip := range head {
		height += strip.height
	}
	head = append(head, gap(max(0, wallSign-height)+4), strip{marks: []Mark{Line{X1: s.left, X2: s.right, Thick: 0.8, Ink: primary()}}}, gap(3))
	s.begin(head)
	s.running = []strip{{height: 8, marks: []Mark{s.starting(w.in.Words.Title, smallStyle(), s.left, 3, s.right-s.left)}}}
}

// quote sets one quote in one piece, below a hairline unless it is the first.
func (w wall) quote(q WallQuote, ruled bool) []strip {
	s, text := w.sheet, style{size: w.size, ink: ink()}
	by := style{size: w.size * 0.68, bold: true, ink: quiet()}
	space := text.mm(0.62)
	block := []strip{gap(space)}
	if ruled {
		block = []strip{gap(space), {marks: []Mark{Line{X1: s.left, X2: s.right, Thick: 0.25, Ink: hairline()}}}, gap(space)}
	}
	block = append(block, s.lines(q.Text, text, wallLines)...)
	if q.By != "" {
		block = append(append(block, gap(text.mm(0.16))), s.paragraph(q.By, by, s.left, s.right, wallByMost)...)
	}
	return block
}

// footers say which page it is where there are several.
func (w wall) footers() {
	s := w.sheet
	if w.in.Words.PageOf == nil || len(s.pages) < 2 {
		return
	}
	for i := range s.pages {
		number := s.ending(w.in.Words.PageOf(i+1, len(s.pages)), smallStyle(), s.right, s.height-footerRise, (s.right-s.left)/2)
		s.pages[i].Marks = append(s.pages[i].Marks, number)
	}
}

// lines sets a text that may have several lines of its own across the sheet, at most most of them. What there is no room for stands
// behind the last, which is cut.
func (s *sheet) lines(text string, st style, most int) (strips []strip) {
	own := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	for i, line := range own {
		room := most - len(strips)
		if room == 1 {
			line = strings.Join(own[i:], " ")
		}
		strips = append(strips, s.paragraph(line, st, s.left, s.right, room)...)
		if len(strips) == most {
			break
		}
	}
	return strips
}
