package paper

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// header begins the first page with the title, the shop, the day and the
// shop's sign, and every later one with a line of the same.
func (l *thankYouList) header() {
	head, running := l.masthead(), l.runningHead()
	if l.in.Compact {
		head, running = append(head, l.compactHeadings()), append(running, l.compactHeadings())
	}
	l.sheet.begin(head)
	l.running, l.sheet.running = running, running
}

func (l *thankYouList) masthead() []strip {
	const signHeight, height = 15.0, 21.0
	s, words := l.sheet, l.in.Words
	sign, signWidth := l.sign(s.right, 0, signHeight)
	end := s.right - signWidth - 6
	room := end - s.left
	title := s.starting(words.Title, titleStyle(), s.left, 7, room)
	shop := s.starting(l.in.Shop, shopStyle(), s.left, 14, room*0.6)
	marks := []Mark{title, shop}
	x := s.left
	if shop.Width > 0 {
		x += shop.Width + 4
	}
	marks = append(marks, s.starting(words.Date, dateStyle(), x, 14, end-x))
	marks = append(marks, sign...)
	marks = append(marks, Line{X1: s.left, Y1: height - 1, X2: s.right, Y2: height - 1, Thick: 0.6, Ink: ink()})
	return []strip{{height: height, marks: marks}}
}

func (l *thankYouList) runningHead() []strip {
	s, st := l.sheet, smallStyle()
	half := (s.right - s.left) / 2
	return []strip{{height: 6.5, marks: []Mark{
		s.starting(l.in.Words.Title, style{size: st.size, bold: true, ink: ink()}, s.left, 3, half-3),
		s.ending(l.in.Shop, st, s.right, 3, half-3),
		Line{X1: s.left, Y1: 5.5, X2: s.right, Y2: 5.5, Thick: 0.4, Ink: ink()},
	}}}
}

// sign is the shop's logo, or its initial on a square of the program's green,
// with its right end at right. It also returns how wide that is.
func (l *thankYouList) sign(right, y, height float64) ([]Mark, float64) {
	if logo, ok := l.sheet.setter.logoIn(l.in.Logo, right, y, height); ok {
		return []Mark{logo}, logo.W
	}
	initial := initialOf(l.in.Shop)
	if initial == "" {
		return nil, 0
	}
	fill, st := primary(), logoStyle()
	x := right - height
	return []Mark{
		Rect{X: x, Y: y, W: height, H: height, Radius: 3, Fill: &fill},
		l.sheet.centred(initial, st, x+height/2, y+height/2+st.mm(0.36), height),
	}, height
}

// initialOf returns the first letter, in any script, in upper case.
func initialOf(name string) string {
	text := []rune(strings.TrimLeftFunc(name, isNoInitial))
	if len(text) == 0 {
		return ""
	}
	var seg segmenter.Segmenter
	seg.Init(text[:min(len(text), 32)])
	it := seg.GraphemeIterator()
	it.Next()
	return strings.ToUpper(string(it.Grapheme().Text))
}

func isNoInitial(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }
