package paper

// rule draws a straight line.
func (c *content) rule(l Line) {
	start, end := c.spot(l.X1, l.Y1), c.spot(l.X2, l.Y2)
	c.from(start)
	c.strokeWith(l.Ink, l.Thick)
	c.out = append(c.out, "0 0 m "...)
	c.out = appendFixed(appendFixed(c.out, end.x-start.x, 2), end.y-start.y, 2)
	c.write("l S")
}

// rect draws a box.
func (c *content) rect(r Rect) {
	if r.Fill == nil && r.Ink == nil {
		return
	}
	upper, lower := c.spot(r.X, r.Y), c.spot(r.X+r.W, r.Y+r.H)
	c.from(spot{upper.x, lower.y})
	paint := "B" // both, as ISO 32000-1, 8.5.3 has it
	if r.Ink == nil {
		paint = "f"
	} else {
		c.strokeWith(*r.Ink, r.Thick)
	}
	if r.Fill == nil {
		paint = "S"
	} else {
		c.fillWith(*r.Fill)
	}
	width, height := lower.x-upper.x, upper.y-lower.y
	if r.Radius > 0 {
		c.rounded(width, height, hundredths(r.Radius))
	} else {
		c.write("re", 0, 0, width, height)
	}
	c.write(paint)
}

// rounded makes a box with round corners, counter-clockwise from the left end of its lower side.
func (c *content) rounded(width, height, radius int) {
	bow := radius * 5523 / 10000 // from an end of a quarter of a circle to its control point, as a curve comes closest to it
	right, top := width-radius, height-radius
	c.write("m", radius, 0)
	c.write("l", right, 0)
	c.write("c", right+bow, 0, width, radius-bow, width, radius)
	c.write("l", width, top)
	c.write("c", width, top+bow, right+bow, height, right, height)
	c.write("l", radius, height)
	c.write("c", radius-bow, height, 0, top+bow, 0, top)
	c.write("l", 0, radius)
	c.write("c", 0, radius-bow, radius-bow, 0, radius, 0)
	c.write("h")
}

// clip has what follows drawn within a box alone.
func (c *content) clip(x, y, width, height float64) {
	upper, lower := c.spot(x, y), c.spot(x+width, y+height)
	c.from(spot{upper.x, lower.y})
	c.write("re W n", 0, 0, lower.x-upper.x, upper.y-lower.y)
}

// object draws a shape or a picture of the document that is one unit wide and high, or as much as it says, in units of its own.
func (c *content) object(name string, left, bottom, width, height int) {
	c.out = append(c.out, 'q', ' ')
	for _, v := range []int{width, 0, 0, height, left, bottom} {
		c.out = appendFixed(c.out, v, 2)
	}
	c.out = append(append(c.out, "cm /"...), name...)
	c.write(" Do Q")
}

// scaled counts from a place in units of so many hundredths of a point, with four decimals, up to the end of what stands within.
func (c *content) scaled(at spot, unit float64) {
	c.from(at)
	scale := int(unit*100 + 0.5)
	c.out = appendFixed(c.out, scale, 4)
	c.out = append(c.out, "0 0 "...)
	c.out = appendFixed(c.out, scale, 4)
	c.write("0 0 cm")
}
