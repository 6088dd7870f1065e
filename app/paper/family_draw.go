package paper

import "goodturn/app/paper/tidytree"

// draw draws one page.
func (p *poster) draw(page posterPage, pages []posterPage) {
	s := p.frame.sheet
	first := len(s.pages) == 1
	if first {
		s.begin(p.frame.masthead())
	} else {
		s.begin(p.frame.runningHead())
	}
	top := s.edges.above + p.head()
	if first {
		s.add(s.starting(p.in.Words.Totals, contactStyle(), s.left, s.edges.above+25, s.right-s.left),
			s.starting(p.in.Words.Left, contactStyle(), s.left, s.edges.above+25+posterLeft, s.right-s.left))
	}
	if page.from >= 0 {
		from := p.in.Words.From(p.in.People[page.people[0]].Name, page.from+1)
		s.add(s.starting(from, nameStyle(), s.left, s.edges.above+14, s.right-s.left))
	}
	d := p.drawing(page.people)
	scale := min(p.scale(page.people), p.largest())
	c := posterCanvas{poster: p, d: d, scale: scale, left: s.left + (p.room.width-d.Wide*scale)/2, top: top}
	c.lines()
	for v, person := range page.people {
		c.box(v, p.in.People[person], p.more(person, page.people, pages))
	}
}

// add draws a mark on the present page.
func (s *sheet) add(marks ...Mark) {
	page := &s.pages[len(s.pages)-1]
	page.Marks = append(page.Marks, marks...)
}

// more is what stands beneath a box: on which page its branch goes on, or how many are folded away.
func (p *poster) more(person int, people []int, pages []posterPage) string {
	if people[0] == person || !p.goesOn(person, people) {
		return p.in.People[person].More
	}
	for i, page := range pages {
		if page.people[0] == person && page.from >= 0 {
			return p.in.Words.Goes(p.in.People[person].More, i+1)
		}
	}
	return p.in.People[person].More
}

// posterCanvas draws in units of the drawing.
type posterCanvas struct {
	*poster
	d                *tidytree.Drawing
	scale, left, top float64
}

func (c *posterCanvas) line(x1, y1, x2, y2 float64) {
	c.frame.sheet.add(Line{X1: c.left + x1*c.scale, Y1: c.top + y1*c.scale, X2: c.left + x2*c.scale, Y2: c.top + y2*c.scale, Thick: max(1.2*c.scale, 0.1), Ink: ruling()})
}

// lines draws those between the boxes.
func (c *posterCanvas) lines() {
	for level := range c.d.Rows {
		rail := c.d.Rail(level)
		for _, g := range c.d.Groups[level] {
			c.line(c.d.Middle(g.Parent), c.d.Top(level)+c.d.Height, c.d.Middle(g.Parent), rail)
			c.line(c.d.Middle(g.First), rail, c.d.Middle(g.Last), rail)
		}
		if level > 0 {
			for _, v := range c.d.Rows[level] {
				c.line(c.d.Middle(v), c.d.Rail(level-1), c.d.Middle(v), c.d.Top(level))
			}
		}
	}
}

// box draws one person.
func (c *posterCanvas) box(v int, person FamilyPerson, more string) {
	s := c.frame.sheet
	x, y := c.left+c.d.X[v]*c.scale, c.top+c.d.Top(c.d.Level[v])*c.scale
	w, h := c.d.Width*c.scale, c.d.Height*c.scale
	fill, edge := person.Look.colors()
	s.add(Rect{X: x, Y: y, W: w, H: h, Radius: 8 * c.scale, Fill: &fill, Ink: &edge, Thick: max(c.scale, 0.1)})
	const namePoints, underPoints = 14, 12
	pad := 10 * c.scale
	name, under := c.style(namePoints, true, ink()), c.style(underPoints, false, edgeInk(person.Look))
	s.add(s.starting(person.Name, name, x+pad, y+h*0.42, w-2*pad), s.starting(person.Under, under, x+pad, y+h*0.8, w-2*pad))
	if more != "" {
		s.add(s.centred(more, c.style(underPoints, true, quiet()), x+w/2, y+h+14*c.scale, w))
	}
}

// style is type of so many units of the drawing.
func (c *posterCanvas) style(units float64, bold bool, ink Color) style {
	return style{size: units * c.scale / mmPerPoint, bold: bold, ink: ink}
}

// colors are ground and edge of a box.
func (l FamilyLook) colors() (fill, edge Color) {
	switch l {
	case FamilyAdvocate:
		return tint(), onTint()
	case FamilyLoyal:
		return Color{0xE6, 0xEC, 0xF7}, Color{0x2D, 0x4C, 0x86}
	case FamilyFaint:
		return white(), ruling()
	}
	return Color{0xF1, 0xEA, 0xDF}, quiet()
}

func edgeInk(l FamilyLook) Color {
	if l == FamilyFaint {
		return quiet()
	}
	_, edge := l.colors()
	return edge
}
