package paper

import "context"

// FamilyList lays out a tree as a list, everybody indented below who sent them, with lines that lead there. The columns are named on every
// page. No text makes it fail; what is too long is cut with "…". Its header and footer are those of the thank-you list. It tells report, which
// may be nil, how many people stand on the pages, and stops with ctx's error when ctx ends.
func FamilyList(ctx context.Context, in FamilyInput, report func(done, total int)) (*Document, error) {
	if report == nil {
		report = func(int, int) {}
	}
	words := Words{Title: in.Words.Title, Date: in.Words.Date, PageOf: in.Words.PageOf}
	document, err := framed(ThankYouListInput{Frame: in.Frame, Words: words}, func(frame thankYouList) {
		list := familyList{in: in, sheet: frame.sheet}
		list.sheet.begin(append(append(frame.masthead(), list.totals()...), list.headings()))
		list.sheet.running = append(frame.runningHead(), list.headings())
		list.rows(ctx, report)
	})
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	return document, nil
}

// familyList is a list being laid out.
type familyList struct {
	in    FamilyInput
	sheet *sheet
}

// Measures of a row, in millimetres: deeper than so many generations nobody is indented further.
const (
	familyRow     = 6.4
	familyIndent  = 4.5
	familyDeepest = 14
	familyUnder   = 52 // the width of how far they have come
	familySpent   = 44 // and of what they spent
)

func (l *familyList) columns() (name, under, spent column) {
	s := l.sheet
	spent = column{s.right - familySpent, familySpent}
	under = column{spent.left - familyUnder, familyUnder - 4}
	return column{s.left, under.left - s.left - 4}, under, spent
}

// totals are what the tree comes to, beneath the title.
func (l *familyList) totals() []strip {
	return append(l.sheet.paragraph(l.in.Words.Totals, bodyStyle(), l.sheet.left, l.sheet.right, noteLines), gap(2))
}

// headings are the names of the columns, above a rule.
func (l *familyList) headings() strip {
	const height = 6.4
	s, st := l.sheet, smallStyle()
	name, under, spent := l.columns()
	words := l.in.Words.Columns
	return strip{height: height, marks: []Mark{
		s.starting(words[0], st, name.left, 4, name.width), s.starting(words[1], st, under.left, 4, under.width), s.ending(words[2], st, s.right, 4, spent.width),
		Line{X1: s.left, Y1: height - 0.6, X2: s.right, Y2: height - 0.6, Thick: 0.25, Ink: hairline()},
	}}
}

// familyStep is after how many people it is told how far it is, and whether to stop is looked up.
const familyStep = 100

func (l *familyList) rows(ctx context.Context, report func(done, total int)) {
	last := lastKids(l.in.People)
	depth := make([]int, len(l.in.People))
	var open []bool // for each generation whether a line leads on to somebody below
	for i, person := range l.in.People {
		if i%familyStep == 0 {
			if ctx.Err() != nil {
				return
			}
			report(i, len(l.in.People))
		}
		if person.Parent >= 0 {
			depth[i] = depth[person.Parent] + 1
		}
		open = append(open[:min(len(open), depth[i])], person.Parent >= 0 && last[person.Parent] != i)
		l.sheet.place([]strip{l.row(person, depth[i], open)})
	}
}

// lastKids gives for each the last of those they sent.
func lastKids(people []FamilyPerson) []int {
	last := make([]int, len(people))
	for i, person := range people {
		if person.Parent >= 0 {
			last[person.Parent] = i
		}
	}
	return last
}

// row sets one person.
func (l *familyList) row(person FamilyPerson, depth int, open []bool) strip {
	s := l.sheet
	name, under, spent := l.columns()
	const baseline = 4.4
	indent := float64(min(depth, familyDeepest)) * familyIndent
	bold := customerNameStyle()
	if person.Look == FamilyFaint {
		bold.bold, bold.ink = false, quiet()
	}
	more := s.ending(person.More, smallStyle(), name.left+name.width, baseline, name.width-indent)
	marks := []Mark{
		s.starting(person.Name, bold, name.left+indent, baseline, name.width-indent-more.Width), more,
		s.starting(person.Under, smallStyle(), under.left, baseline, under.width),
		s.ending(person.Spent, smallStyle(), s.right, baseline, spent.width),
	}
	for generation := 1; generation <= min(depth, familyDeepest); generation++ {
		x := name.left + (float64(generation)-0.65)*familyIndent
		own := generation == min(depth, familyDeepest)
		switch {
		case own:
			end := familyRow / 2
			if open[depth] {
				end = familyRow
			}
			marks = append(marks, l.rule(x, 0, x, end), l.rule(x, familyRow/2, x+familyIndent*0.5, familyRow/2))
		case open[generation]:
			marks = append(marks, l.rule(x, 0, x, familyRow))
		}
	}
	return strip{height: familyRow, marks: marks}
}

func (l *familyList) rule(x1, y1, x2, y2 float64) Line {
	return Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Thick: 0.2, Ink: ruling()}
}
