package paper

// ServiceLogInput is everything ServiceLog needs.
type ServiceLogInput struct {
	Frame
	Words ServiceLogWords
	Rows  []ServiceLogRow
}

// ServiceLogWords are the words of the page, in the owner's language.
type ServiceLogWords struct {
	Title   string                       // "Service log"
	Date    string                       // the day it was printed
	When    string                       // above the days
	What    string                       // above the things
	Who     string                       // above the customers
	Outcome string                       // above what came of it
	Count   string                       // "312 requests"
	Asked   string                       // what the log was narrowed to; empty for all of it
	Totals  string                       // what the requests come to
	Nobody  string                       // stands in for the rows when there are none
	PageOf  func(page, total int) string // "Page 1 of 3"
}

// ServiceLogRow is one request.
type ServiceLogRow struct {
	Day     string
	Time    string
	What    string
	Reason  string // why it was not there; empty where it was
	Words   string // in their words
	Who     string
	Served  string // by whom
	Outcome string
	Offered string // what was offered and what they said
}

// ServiceLog lays out requests of the service log, a row each between two hairlines, with what they come to above them. The names of the
// columns stand on every page. No text in it makes it fail; what is too long for its column goes on below, and is cut with "…"
// after a few lines. Its header and footer are those of the thank-you list.
func ServiceLog(in ServiceLogInput) (*Document, error) {
	words := Words{Title: in.Words.Title, Date: in.Words.Date, Count: in.Words.Count, Nobody: in.Words.Nobody, PageOf: in.Words.PageOf}
	return framed(ThankYouListInput{Frame: in.Frame, Words: words}, func(frame thankYouList) {
		list := serviceLog{in: in, frame: frame, sheet: frame.sheet}
		list.header()
		list.rows()
	})
}

// serviceLog is a log being laid out.
type serviceLog struct {
	in    ServiceLogInput
	frame thankYouList // what stands around the rows
	sheet *sheet
}

// header begins every page, the first with more of the shop than the others.
func (l *serviceLog) header() {
	l.sheet.begin(append(l.frame.masthead(), l.headings()))
	l.sheet.running = append(l.frame.runningHead(), l.headings())
}

// sums says above the rows what was asked for, and what that comes to.
func (l *serviceLog) sums() {
	var lines []strip
	for _, text := range []string{l.in.Words.Asked, l.in.Words.Totals} {
		if text != "" {
			lines = append(lines, l.sheet.paragraph(text, smallStyle(), l.sheet.left, l.sheet.right, noteLines)...)
		}
	}
	if len(lines) > 0 {
		l.sheet.place(append(append([]strip{gap(3)}, lines...), gap(3)))
	}
}

func (l *serviceLog) rows() {
	l.sums()
	for _, row := range l.in.Rows {
		l.sheet.place(l.block(row))
	}
	if len(l.in.Rows) == 0 {
		l.sheet.place(l.frame.note(l.in.Words.Nobody, bodyStyle()))
	}
}

// columns are those of the day, the thing, the customer and what came of it.
func (l *serviceLog) columns() (when, what, who, outcome column) {
	const gap, whenWidth, whatShare, whoShare = 4, 38, 0.35, 0.31
	s := l.sheet
	room := s.right - s.left - whenWidth
	second, third := room*whatShare, room*whoShare
	left := s.left + whenWidth
	return column{s.left, whenWidth - gap}, column{left, second - gap}, column{left + second, third - gap}, column{left + second + third, room - second - third}
}

// headings are the names of the columns, above a rule.
func (l *serviceLog) headings() strip {
	const height = 6.4
	s, st := l.sheet, smallStyle()
	when, what, who, outcome := l.columns()
	words := l.in.Words
	return strip{height: height, marks: []Mark{
		s.starting(words.When, st, when.left, 4, when.width), s.starting(words.What, st, what.left, 4, what.width),
		s.starting(words.Who, st, who.left, 4, who.width), s.starting(words.Outcome, st, outcome.left, 4, outcome.width),
		Line{X1: s.left, Y1: height - 0.6, X2: s.right, Y2: height - 0.6, Thick: 0.25, Ink: hairline()},
	}}
}

// block sets one request, in one piece.
func (l *serviceLog) block(row ServiceLogRow) []strip {
	s := l.sheet
	when, what, who, outcome := l.columns()
	bold, plain, small := customerNameStyle(), contactStyle(), smallStyle()
	lists := customerList{sheet: s}
	var lines []strip
	for _, text := range []struct {
		texts []string
		style []style
		in    column
	}{
		{[]string{row.Day, row.Time}, []style{plain, small}, when},
		{[]string{row.What, row.Reason, row.Words}, []style{bold, plain, small}, what},
		{[]string{row.Who, row.Served}, []style{plain, small}, who},
		{[]string{row.Outcome, row.Offered}, []style{plain, small}, outcome},
	} {
		lines = beside(lines, lists.lines(text.texts, text.style, text.in))
	}
	edge := Line{X1: s.left, Y1: customerRowFoot, X2: s.right, Y2: customerRowFoot, Thick: 0.2, Ink: hairline()}
	return append(append([]strip{gap(1.4)}, lines...), strip{height: customerRowFoot, marks: []Mark{edge}})
}
