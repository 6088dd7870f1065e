package paper

// How many lines a text may take before it is cut with an ellipsis. The list
// is a reminder; the whole story stands in the program.
const (
	nameLines    = 2
	contactLines = 2
	whyLines     = 8
	sentLines    = 3
	noteLines    = 6
)

// Lengths of a person's block, in millimetres.
const (
	tickSide     = 4.6
	indent       = 9.5 // of the text, right of the tick box
	asideWidth   = 44  // in what way and since when, at the right
	bulletIndent = 4.2
	ruleHeight   = 8.6 // of a line of handwriting
	rules        = 2
)

// block lays out one person.
func (l *thankYouList) block(row ThankYouRow) []strip {
	s := l.sheet
	left, right := s.left+indent, s.right-asideWidth-4
	head := s.paragraph(row.Name, nameStyle(), left, right, nameLines)
	if !l.in.Without.Contact {
		head = append(head, s.paragraph(row.Contact, contactStyle(), left, right, contactLines)...)
	}
	head = l.beside(head, row)

	block := append([]strip{gap(4)}, head...)
	if !l.in.Without.Why {
		block = append(block, gap(1.3))
		block = append(block, s.paragraph(row.Why, bodyStyle(), left, s.right, whyLines)...)
		for _, sent := range row.Sent {
			block = append(block, l.sent(sent, left)...)
		}
	}
	if l.in.Without.Room {
		return append(block, l.edge(2.4))
	}
	return append(block, l.room(left)...)
}

// beside puts the tick box to the left of the first lines, and in what way and
// since when to the right of them.
func (l *thankYouList) beside(head []strip, row ThankYouRow) []strip {
	need := nameStyle().leading() + contactStyle().leading()
	height := 0.0
	for _, strip := range head {
		height += strip.height
	}
	if height < need {
		head = append(head, gap(need-height))
	}
	aside := []Mark{tickBox(l.sheet.left, nameStyle().baseline())}
	if !l.in.Without.How {
		aside = append(aside, l.badge(row.How)...)
	}
	if !l.in.Without.Since {
		y := nameStyle().leading() + contactStyle().baseline()
		aside = append(aside, l.sheet.ending(row.Since, sentStyle(), l.sheet.right, y, asideWidth))
	}
	head[0].marks = append(head[0].marks, aside...)
	return head
}

// tickBox stands on the baseline of the name, a little below it.
func tickBox(x, baseline float64) Mark {
	edge := ink()
	return Rect{
		X: x, Y: baseline - tickSide + 0.7, W: tickSide, H: tickSide,
		Radius: 0.8, Ink: &edge, Thick: 0.35,
	}
}

// badge shows in what way to thank, at the right end of the name's line.
func (l *thankYouList) badge(how string) []Mark {
	const padding, height = 2.6, 5.4
	st, baseline := badgeStyle(), nameStyle().baseline()
	text := l.sheet.ending(how, st, l.sheet.right-padding, baseline, asideWidth-2*padding)
	if text.Width == 0 {
		return nil
	}
	fill := tint()
	pill := Rect{
		X: text.X - padding, Y: baseline - st.mm(0.36) - height/2,
		W: text.Width + 2*padding, H: height, Radius: height / 2, Fill: &fill,
	}
	return []Mark{pill, text}
}

// sent lays out one person they sent, behind a bullet on the side the text
// begins.
func (l *thankYouList) sent(text string, left float64) []strip {
	const dot = 1.3
	st := sentStyle()
	strips := l.sheet.paragraph(text, st, left+bulletIndent, l.sheet.right-bulletIndent, sentLines)
	if len(strips) == 0 {
		return nil
	}
	x := left + 0.6
	if first := strips[0].marks[0].(Text); first.set.rtl {
		x = l.sheet.right - 0.6 - dot
	}
	fill := primary()
	bullet := Rect{X: x, Y: st.baseline() - st.mm(0.30) - dot/2, W: dot, H: dot, Radius: dot / 2, Fill: &fill}
	strips[0].marks = append(strips[0].marks, bullet)
	return append([]strip{gap(0.6)}, strips...)
}

// room is where the owner writes: ruled lines, and the hairline that ends the
// block.
func (l *thankYouList) room(left float64) []strip {
	label := l.sheet.starting(l.in.Words.Write, smallStyle(), left, ruleHeight-1.2, asideWidth)
	strips := []strip{gap(0.8)}
	for i := range rules {
		rule := Line{X1: left, Y1: ruleHeight, X2: l.sheet.right, Y2: ruleHeight, Thick: 0.2, Ink: ruling()}
		line := strip{height: ruleHeight, marks: []Mark{rule}}
		if i == 0 {
			line.marks = append(line.marks, label)
		}
		strips = append(strips, line)
	}
	return append(strips, l.edge(5))
}

// edge is the hairline that ends the block, below white space.
func (l *thankYouList) edge(height float64) strip {
	line := Line{X1: l.sheet.left, Y1: height, X2: l.sheet.right, Y2: height, Thick: 0.25, Ink: hairline()}
	return strip{height: height, marks: []Mark{line}}
}
