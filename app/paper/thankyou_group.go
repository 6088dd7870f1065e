package paper

// Group is what rows that stand together have above them: "Cards" and "12 of them".
type Group struct{ Title, Count string }

// beginGroup places the heading of a group with its first row, so that it never stands alone at the foot of a page. It stands again above
// those of its rows that go on to another page; a zero group has no heading.
func (l *thankYouList) beginGroup(group Group, first []strip) {
	head := l.groupHead(group)
	l.sheet.running = l.running
	l.sheet.place(append(head, first...))
	l.sheet.running = append(l.running[:len(l.running):len(l.running)], head...)
}

func (l *thankYouList) groupHead(group Group) []strip {
	if group == (Group{}) {
		return nil
	}
	const above, height, baseline, apart = 3.4, 8.2, 5.4, 3
	s, room := l.sheet, (l.sheet.right-l.sheet.left)/2
	title := s.starting(group.Title, groupStyle(), s.left, baseline, room)
	count := s.starting(group.Count, sentStyle(), s.left+title.Width+apart, baseline, room-apart)
	rule := Line{X1: s.left, Y1: height - 0.6, X2: s.right, Y2: height - 0.6, Thick: 0.4, Ink: primary()}
	return []strip{gap(above), {height: height, marks: []Mark{title, count, rule}}}
}

func groupStyle() style { return style{size: 13, bold: true, ink: primary()} }
