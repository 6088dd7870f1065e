package paper

// CallListInput is what a list of calls about wanted things is made from. Every text comes translated and worded; the list only sets it.
type CallListInput struct {
	Frame
	Words  CallListWords
	Things []CallListThing
}

// CallListWords are the words around the things.
type CallListWords struct {
	Title   string                       // "To call: it came in"
	Date    string                       // the day it was printed
	Name    string                       // above the names
	Phone   string                       // above the numbers
	Boxes   [callBoxes]string            // above the boxes to tick: reached, left word, will come
	Count   string                       // "5 people to call"
	Nobody  string                       // stands in for the things when there are none
	LeftOut string                       // how many were left out and why; empty when nobody was
	PageOf  func(page, total int) string // "Page 1 of 3"
}

// CallListThing is a thing with those who are to be called about it.
type CallListThing struct {
	Name   string
	State  string // "came in", "still to order"
	People []CallListPerson
}

// CallListPerson is one person to call.
type CallListPerson struct {
	Name  string
	Phone string // or how else to reach them
	Since string // since when they wait, and what they were told
}

// CallList lays out whom to call, thing by thing: each person in one piece, with boxes to tick. The names of the columns stand on every
// page. It fails only without a Typesetter or for a paper it does not know; no text makes it fail. Its header and footer are those of
// the thank-you list.
func CallList(in CallListInput) (*Document, error) {
	w := in.Words
	words := Words{Title: w.Title, Date: w.Date, Count: w.Count, Nobody: w.Nobody, LeftOut: w.LeftOut, PageOf: w.PageOf}
	return framed(ThankYouListInput{Frame: in.Frame, Words: words}, func(frame thankYouList) {
		list := callList{in: in, frame: frame, sheet: frame.sheet}
		list.header()
		list.things()
	})
}

// callList is a list being laid out.
type callList struct {
	in    CallListInput
	frame thankYouList // what stands around the things
	sheet *sheet
}

// Lengths of a list of calls, in millimetres, and how many lines a text may take on it.
const (
	callBoxes     = 3
	callBoxWide   = 21   // of a column with boxes
	callPhoneWide = 42   // of the column with the numbers
	callTick      = 4.4  // side of a box to tick
	callLeast     = 11.5 // height of a row: there is room to write
	callName      = 2
	callSince     = 2
	callThing     = 2
	callHeadLines = 2
)

func callPhoneStyle() style { return style{size: 11.5, bold: true, ink: ink()} }

// columns are those of the names and of the numbers, and where those of the boxes begin.
func (l *callList) columns() (name, phone column, boxes float64) {
	const gap = 3
	s := l.sheet
	boxes = s.right - callBoxes*callBoxWide
	phone = column{boxes - callPhoneWide - gap, callPhoneWide}
	return column{s.left, phone.left - s.left - gap}, phone, boxes
}

func (l *callList) header() {
	l.sheet.begin(append(l.frame.masthead(), l.headings()))
	l.sheet.running = append(l.frame.runningHead(), l.headings())
}

// headings are the names of the columns.
func (l *callList) headings() strip {
	s, st, words := l.sheet, smallStyle(), l.in.Words
	name, phone, boxes := l.columns()
	const height = callHeadLines*4.2 + 1.5
	marks := []Mark{s.starting(words.Name, st, name.left, height-2, name.width), s.starting(words.Phone, st, phone.left, height-2, phone.width)}
	for i, word := range words.Boxes {
		middle := boxes + (float64(i)+0.5)*callBoxWide
		lines := s.setter.wrap(word, st.bold, st.em(callBoxWide-2), callHeadLines)
		for k, line := range lines {
			mark := line.at(middle, height-2-float64(len(lines)-1-k)*st.leading(), st)
			mark.X = middle - mark.Width/2
			marks = append(marks, mark)
		}
	}
	return strip{height: height, marks: marks}
}

func (l *callList) things() {
	for _, thing := range l.in.Things {
		head := l.thing(thing)
		for i, person := range thing.People {
			block := l.person(person)
			if i == 0 {
				block = append(head, block...) // no heading at the foot of a page
			}
			l.sheet.place(block)
		}
	}
	if len(l.in.Things) == 0 {
		l.sheet.place(l.frame.note(l.in.Words.Nobody, bodyStyle()))
	}
	if l.in.Words.LeftOut != "" {
		l.sheet.place(l.frame.note(l.in.Words.LeftOut, smallStyle()))
	}
}

// thing names a thing and how far it has come, above a rule.
func (l *callList) thing(t CallListThing) []strip {
	const stateWide = 52
	s, st := l.sheet, todayHeading()
	strips := append([]strip{gap(3)}, s.paragraph(t.Name, st, s.left, s.right-stateWide-4, callThing)...)
	if len(strips) == 1 {
		strips = append(strips, gap(st.leading()))
	}
	strips[1].marks = append(strips[1].marks, s.ending(t.State, smallStyle(), s.right, st.baseline(), stateWide))
	return append(strips, strip{height: 1, marks: []Mark{Line{X1: s.left, Y1: 0.8, X2: s.right, Y2: 0.8, Thick: 0.4, Ink: primary()}}})
}

// person sets one person in one piece, above a hairline.
func (l *callList) person(p CallListPerson) []strip {
	s := l.sheet
	name, phone, boxes := l.columns()
	lines := s.paragraph(p.Name, customerNameStyle(), name.left, name.left+name.width, callName)
	lines = append(lines, s.paragraph(p.Since, smallStyle(), name.left, name.left+name.width, callSince)...)
	lines = beside(lines, s.paragraph(p.Phone, callPhoneStyle(), phone.left, phone.left+phone.width, callName))
	if len(lines) == 0 {
		lines = []strip{gap(customerNameStyle().leading())}
	}
	for i := range callBoxes {
		edge, middle := ink(), boxes+(float64(i)+0.5)*callBoxWide
		lines[0].marks = append(lines[0].marks, Rect{X: middle - callTick/2, Y: 0.6, W: callTick, H: callTick, Radius: 0.8, Ink: &edge, Thick: 0.35})
	}
	edge := Line{X1: s.left, Y1: 1.4, X2: s.right, Y2: 1.4, Thick: 0.2, Ink: hairline()}
	foot := max(callLeast-1.8-heightOf(lines), 1.6)
	edge.Y1, edge.Y2 = foot-0.2, foot-0.2
	return append(append([]strip{gap(1.8)}, lines...), strip{height: foot, marks: []Mark{edge}})
}
