package paper

import (
	"math"
	"strconv"
)

// content is what a page says (ISO 32000-1, 7.8.2) while it is written. Colours, fonts and thicknesses are named where they change, and
// every place by how far it is from the one before. So the rows of a list say the same but for their texts, and the file is a third as
// large as with each place counted from the corner of the page.
type content struct {
	out    []byte
	height int // of the page
	pen    pen
}

// pen is what stays as it was until it is set anew.
type pen struct {
	at     spot // where places are counted from
	line   spot // where the last text began, of those that stand together
	inText bool // texts are being shown
	fill   setColor
	stroke setColor
	thick  int // 0 for not known yet
	font   string
	size   int
}

// setColor is a colour that is set, or not known yet.
type setColor struct {
	known bool
	color Color
}

// spot is a place, in hundredths of a point from the page's lower left corner.
type spot struct{ x, y int }

// hundredths gives millimetres as whole hundredths of a point, in which no page adds up to another place than each of its marks has.
func hundredths(mm float64) int { return int(math.Round(mm / mmPerPoint * 100)) }

// begin starts a page of a height in millimetres.
func (c *content) begin(height float64) {
	c.out, c.height, c.pen = c.out[:0], hundredths(height), pen{}
}

// spot is the place of x and y, in millimetres from the page's upper left corner.
func (c *content) spot(x, y float64) spot { return spot{hundredths(x), c.height - hundredths(y)} }

// appendFixed writes a number that is given as a whole one of units with so many decimals, and the space behind it.
func appendFixed(out []byte, v, decimals int) []byte {
	if v < 0 {
		out, v = append(out, '-'), -v
	}
	unit := 1
	for range decimals {
		unit *= 10
	}
	out = strconv.AppendInt(out, int64(v/unit), 10)
	if v %= unit; v > 0 {
		out = append(out, '.')
	}
	for v > 0 {
		unit /= 10
		out = append(out, byte('0'+v/unit))
		v %= unit
	}
	return append(out, ' ')
}

// write appends an operator behind what it takes, in hundredths.
func (c *content) write(operator string, operands ...int) {
	for _, v := range operands {
		c.out = appendFixed(c.out, v, 2)
	}
	c.out = append(append(c.out, operator...), '\n')
}

// from has places counted from another one.
func (c *content) from(to spot) {
	c.endText()
	if to != c.pen.at {
		c.write("cm", 100, 0, 0, 100, to.x-c.pen.at.x, to.y-c.pen.at.y)
		c.pen.at = to
	}
}

// endText ends the texts that stand together, among which nothing else is drawn.
func (c *content) endText() {
	if c.pen.inText {
		c.pen.inText = false
		c.write("ET")
	}
}

// within draws what is to leave the pen as it was.
func (c *content) within(draw func()) {
	c.endText()
	c.write("q")
	before := c.pen
	draw()
	c.endText()
	c.pen = before
	c.write("Q")
}

func (c *content) fillWith(color Color) {
	if wanted := (setColor{true, color}); c.pen.fill != wanted {
		c.pen.fill = wanted
		c.color(color, "rg")
	}
}

func (c *content) strokeWith(color Color, thick float64) {
	if wanted := (setColor{true, color}); c.pen.stroke != wanted {
		c.pen.stroke = wanted
		c.color(color, "RG")
	}
	if wanted := hundredths(thick); c.pen.thick != wanted {
		c.pen.thick = wanted
		c.write("w", wanted)
	}
}

func (c *content) color(color Color, operator string) {
	for _, channel := range []uint8{color.R, color.G, color.B} {
		c.out = appendFixed(c.out, (int(channel)*2000+255)/(2*255), 3)
	}
	c.write(operator)
}

// setFont names the font of the texts that follow, by its name in the document, and its size in points.
func (c *content) setFont(name string, points float64) {
	size := int(math.Round(points * 100))
	if c.pen.font == name && c.pen.size == size {
		return
	}
	c.pen.font, c.pen.size = name, size
	c.out = append(append(append(c.out, '/'), name...), ' ')
	c.write("Tf", size)
}

// text shows a line of plain text that begins at a place, in the font that is set.
func (c *content) text(at spot, text []rune) {
	if !c.pen.inText {
		c.pen.inText, c.pen.line = true, c.pen.at
		c.write("BT")
	}
	c.write("Td", at.x-c.pen.line.x, at.y-c.pen.line.y)
	c.pen.line = at
	c.out = append(c.out, '(')
	for _, r := range text {
		c.out = appendCode(appendCode(c.out, byte(r>>8)), byte(r))
	}
	c.out = append(c.out, ") Tj\n"...)
}

// appendCode writes a byte of a literal string (ISO 32000-1, 7.3.4.2).
func appendCode(out []byte, b byte) []byte {
	switch b {
	case '\\', '(', ')':
		return append(out, '\\', b)
	case '\r':
		return append(out, '\\', 'r')
	}
	return append(out, b)
}
