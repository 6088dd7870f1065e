package paper

// MondayInput is what the Monday page is made from: a few people to get in touch with this week. Every text comes translated and
// worded; the page only sets it.
type MondayInput struct {
	Frame
	Words  MondayWords
	People []MondayPerson
}

// MondayWords are the words around the people.
type MondayWords struct {
	Title   string                       // "Five people this week"
	Date    string                       // the week
	Say     string                       // before what to say
	Note    string                       // beside the line to write on
	Count   string                       // at the foot: "Five people, five reasons"
	LeftOut string                       // above the footer: how many ways to reach them were left out and why; empty for none
	Few     string                       // beneath them where there are fewer than there is room for; empty for none
	PageOf  func(page, total int) string // "Page 1 of 2"
}

// MondayPerson is somebody to get in touch with.
type MondayPerson struct {
	Name    string
	Reach   string // how to reach them
	Because string // why they stand here
	Say     string // one thing to say to them
}

// MondayRows is how many people the page has room for.
const MondayRows = 5

// Monday lays out the page: a fifth of it for each person, with a box to tick, why they stand there, what to say, and room to note what
// came of it. It fails only without a Typesetter or for a paper it does not know; no text makes it fail. Its header and footer are those
// of the thank-you list.
func Monday(in MondayInput) (*Document, error) {
	w := in.Words
	return framed(ThankYouListInput{Frame: in.Frame, Words: Words{Title: w.Title, Date: w.Date, Count: w.Count, PageOf: w.PageOf}}, func(frame thankYouList) {
		frame.header()
		page := monday{in: in, frame: frame, sheet: frame.sheet}
		page.people()
	})
}

// monday is a page being laid out.
type monday struct {
	in    MondayInput
	frame thankYouList // what stands around the people
	sheet *sheet
}

// Lengths of the Monday page, in millimetres, and how many lines a text may take on it.
const (
	mondayTick    = 5.2
	mondayIndent  = 10 // of the text, right of the box
	mondayReach   = 66 // at the right of the name
	mondayPad     = 2.2
	mondaySayWide = 22  // of the word before what to say
	mondayWrite   = 8.5 // height of a line to write on
	mondayBecause = 2
	mondaySayMost = 4
	mondayAbove   = 3.2 // of each person
	mondayLeft    = 4.6 // of what was left out, above the footer: the people have all the room there is
)

func mondayNameStyle() style { return style{size: 14, bold: true, ink: ink()} }

func mondaySayStyle() style { return style{size: 11.5, ink: onTint()} }

func (m monday) people() {
	s := m.sheet
	height := (s.foot()-s.top)/MondayRows - 0.01 // a hair less, so that five are no higher than the page
	for i, person := range m.in.People {
		s.place(m.person(person, height, i%MondayRows > 0))
	}
	if m.in.Words.Few != "" {
		s.place(m.frame.note(m.in.Words.Few, bodyStyle()))
	}
	if left := m.in.Words.LeftOut; left != "" {
		last := &s.pages[len(s.pages)-1]
		last.Marks = append(last.Marks, s.starting(left, smallStyle(), s.left, s.height-footerRise-mondayLeft, s.right-s.left))
	}
}

// person sets one person on that height: as much of what to say as leaves a line to write on.
func (m monday) person(p MondayPerson, height float64, ruled bool) []strip {
	head := m.head(p, ruled)
	var say []strip
	for most := mondaySayMost; most > 0; most-- {
		if say = m.say(p.Say, most); heightOf(head)+heightOf(say)+mondayWrite <= height {
			break
		}
	}
	block := append(head, say...)
	return append(block, m.toWriteOn(height-heightOf(block))...)
}

// head is the box, who it is, how to reach them, and why.
func (m monday) head(p MondayPerson, ruled bool) []strip {
	s, name, why := m.sheet, mondayNameStyle(), contactStyle()
	left, edge := s.left+mondayIndent, ink()
	above := strip{height: mondayAbove}
	if ruled {
		above.marks = []Mark{Line{X1: s.left, X2: s.right, Thick: 0.25, Ink: hairline()}}
	}
	first := strip{height: name.leading(), marks: []Mark{
		Rect{X: s.left, Y: name.baseline() - mondayTick + 0.7, W: mondayTick, H: mondayTick, Radius: 1, Ink: &edge, Thick: 0.4},
		s.starting(p.Name, name, left, name.baseline(), s.right-left-mondayReach-4),
		s.ending(p.Reach, style{size: 10.5, bold: true, ink: ink()}, s.right, name.baseline(), mondayReach),
	}}
	return append([]strip{above, first, gap(0.4)}, s.paragraph(p.Because, why, left, s.right, mondayBecause)...)
}

// say is what to say, on a tinted ground; nothing takes no room.
func (m monday) say(text string, most int) []strip {
	s, st := m.sheet, mondaySayStyle()
	left := s.left + mondayIndent
	lines := s.paragraph(text, st, left+mondayPad+mondaySayWide, s.right-mondayPad-1, most)
	if len(lines) == 0 {
		return nil
	}
	label := style{size: 9, bold: true, ink: primary()}
	var before []strip
	for _, line := range s.setter.wrap(m.in.Words.Say, label.bold, label.em(mondaySayWide-2), min(most, 2)) {
		before = append(before, strip{height: st.leading(), marks: []Mark{line.at(left+mondayPad+0.6, st.baseline(), label)}})
	}
	lines = beside(before, lines)
	fill := tint()
	ground := Rect{X: left, W: s.right - left, H: heightOf(lines) + 2*mondayPad, Radius: 1.6, Fill: &fill}
	return append(append([]strip{gap(1.4), {height: mondayPad, marks: []Mark{ground}}}, lines...), gap(mondayPad))
}

// toWriteOn rules the height that is left.
func (m monday) toWriteOn(height float64) []strip {
	s := m.sheet
	left := s.left + mondayIndent
	lines := min(int((height-1)/mondayWrite), 3)
	if lines < 1 {
		return []strip{gap(max(height, 0))}
	}
	label := s.starting(m.in.Words.Note, smallStyle(), left, mondayWrite-1.2, 40)
	var strips []strip
	for i := range lines {
		rule := Line{X1: left, Y1: mondayWrite, X2: s.right, Y2: mondayWrite, Thick: 0.2, Ink: ruling()}
		line := strip{height: mondayWrite, marks: []Mark{rule}}
		if i == 0 {
			rule.X1 = left + label.Width + 2
			line.marks = []Mark{rule, label}
		}
		strips = append(strips, line)
	}
	return append(strips, gap(height-float64(lines)*mondayWrite))
}
