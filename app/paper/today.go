package paper

// TodayInput is what the sheet for a day's work is made from. Every text comes translated and worded; the sheet only sets it.
type TodayInput struct {
	Frame
	Words Words // Write is not used
	Parts []TodayPart
}

// TodayPart is one part of the day: "Call back", with its people.
type TodayPart struct {
	Title  string
	People []TodayPerson
	More   string // how many more there are that are not on the sheet; empty for none
}

// TodayPerson is somebody, or a thing, with all there is to do about them.
type TodayPerson struct {
	Name  string
	Reach string // phone or e-mail; empty for none
	Lines []TodayLine
}

// TodayLine is one thing to do.
type TodayLine struct {
	Why  string
	When string // "due yesterday"; empty for none
}

// TodaySheet lays out a day: part by part, each person in one piece with a box to tick for each thing to do. It fails only
// without a Typesetter or for a paper it does not know; no text makes it fail. Its header and footer are those of the thank-you list.
func TodaySheet(in TodayInput) (*Document, error) {
	return framed(ThankYouListInput{Frame: in.Frame, Words: in.Words}, func(frame thankYouList) {
		empty := *frame.sheet
		for _, scale := range todayScales {
			*frame.sheet = empty
			frame.sheet.pages = []Page{{Width: empty.width, Height: empty.height}}
			frame.header()
			day := todaySheet{in: in, frame: frame, sheet: frame.sheet, scale: scale}
			if day.parts(); len(frame.sheet.pages) == 1 {
				return
			}
		}
	})
}

// todayScales are how large the day is set: as usual, or else a little smaller where it then stands on one sheet; and where it does not,
// as usual on several.
var todayScales = []float64{1, 0.93, 0.86, 1}

// todaySheet is a day being laid out.
type todaySheet struct {
	in    TodayInput
	frame thankYouList // what stands around the parts
	sheet *sheet
	scale float64 // of what stands under the header; 1 is usual
}

// sized is a style as large as the day is set.
func (d *todaySheet) sized(st style) style {
	st.size *= d.scale
	return st
}

// How many lines a text may take, and lengths in millimetres.
const (
	todayNameLines = 2
	todayWhyLines  = 3
	todayTick      = 3.6
	todayIndent    = 7.5 // of the text, right of the tick box
	todayReach     = 62  // at the right of the name
	todayWhen      = 40  // at the right of what is to be done
)

func (d *todaySheet) parts() {
	for _, part := range d.in.Parts {
		head := d.heading(part.Title)
		for i, person := range part.People {
			block := d.person(person, i == 0)
			if i == 0 {
				block = append(head, block...) // no heading at the foot of a page
			}
			d.sheet.place(block)
		}
		if len(part.People) == 0 {
			d.sheet.place(head)
		}
		if part.More != "" {
			d.sheet.place(append([]strip{gap(1)}, d.sheet.paragraph(part.More, smallStyle(), d.sheet.left+todayIndent, d.sheet.right, noteLines)...))
		}
	}
	if len(d.in.Parts) == 0 {
		d.sheet.place(d.frame.note(d.in.Words.Nobody, bodyStyle()))
	}
	if d.in.Words.LeftOut != "" {
		d.sheet.place(d.frame.note(d.in.Words.LeftOut, smallStyle()))
	}
}

// heading names a part, above a rule.
func (d *todaySheet) heading(title string) []strip {
	s, st := d.sheet, d.sized(todayHeading())
	strips := append([]strip{gap(4 * d.scale)}, s.paragraph(title, st, s.left, s.right, todayNameLines)...)
	edge := Line{X1: s.left, Y1: 0.8, X2: s.right, Y2: 0.8, Thick: 0.3, Ink: primary()}
	return append(strips, strip{height: 1, marks: []Mark{edge}})
}

// person sets one person in one piece, below a hairline unless they are the first.
func (d *todaySheet) person(p TodayPerson, first bool) []strip {
	s, name := d.sheet, d.sized(customerNameStyle())
	block := []strip{gap(1)}
	if !first {
		edge := Line{X1: s.left + todayIndent, Y1: 0.8, X2: s.right, Y2: 0.8, Thick: 0.2, Ink: hairline()}
		block = []strip{{height: 1.6, marks: []Mark{edge}}}
	}
	head := s.paragraph(p.Name, name, s.left+todayIndent, s.right-todayReach-4, todayNameLines)
	if len(head) == 0 {
		head = []strip{gap(name.leading())}
	}
	head[0].marks = append(head[0].marks, s.ending(p.Reach, d.sized(contactStyle()), s.right, name.baseline(), todayReach))
	block = append(block, head...)
	for _, line := range p.Lines {
		block = append(block, d.line(line)...)
	}
	return block
}

// line sets one thing to do behind its box.
func (d *todaySheet) line(l TodayLine) []strip {
	s, st := d.sheet, d.sized(todayLine())
	strips := s.paragraph(l.Why, st, s.left+todayIndent, s.right-todayWhen-4, todayWhyLines)
	if len(strips) == 0 {
		strips = []strip{gap(st.leading())}
	}
	edge := ink()
	box := Rect{X: s.left, Y: st.baseline() - todayTick + 0.5, W: todayTick, H: todayTick, Radius: 0.7, Ink: &edge, Thick: 0.3}
	strips[0].marks = append(strips[0].marks, box, s.ending(l.When, smallStyle(), s.right, st.baseline(), todayWhen))
	return append(strips, gap(0.4))
}

func todayLine() style { return style{size: 9.5, ink: ink()} }

func todayHeading() style { return style{size: 12, bold: true, ink: primary()} }
