package paper

// Margins of a sheet, in millimetres: room for a clip, and for printers that
// cannot reach the edge.
const (
	sideMargin   = 18
	topMargin    = 15
	bottomMargin = 19
	footerRise   = 10.5 // of the footer's baseline above the edge
)

// edges are the room left free around what is printed on a sheet, in millimetres.
type edges struct{ side, above, below float64 }

// strip is a piece of a page that is never split: a line of text with what
// stands beside it, or white space. Its marks count from its own top.
type strip struct {
	height float64
	marks  []Mark
}

// gap is white space.
func gap(height float64) strip { return strip{height: height} }

// sheet fills pages from the top down.
type sheet struct {
	setter        *Typesetter
	width, height float64
	left, right   float64
	edges         edges
	running       []strip // begins every page after the first
	pages         []Page
	y             float64 // where the next strip goes
	top           float64 // where the blocks begin on the present page
}

func newSheet(setter *Typesetter, width, height float64) *sheet {
	return newSheetWithin(setter, width, height, edges{side: sideMargin, above: topMargin, below: bottomMargin})
}

// newSheetWithin is newSheet with edges of its own.
func newSheetWithin(setter *Typesetter, width, height float64, e edges) *sheet {
	s := &sheet{
		setter: setter, width: width, height: height,
		left: e.side, right: width - e.side, edges: e,
	}
	s.turn()
	return s
}

// turn begins a page.
func (s *sheet) turn() {
	s.pages = append(s.pages, Page{Width: s.width, Height: s.height})
	s.y = s.edges.above
	s.begin(s.running)
}

// begin draws what stands above the blocks of a page.
func (s *sheet) begin(header []strip) {
	for _, strip := range header {
		s.draw(strip)
	}
	s.top = s.y
}

func (s *sheet) draw(strip strip) {
	page := &s.pages[len(s.pages)-1]
	for _, mark := range strip.marks {
		page.Marks = append(page.Marks, mark.moved(s.y))
	}
	s.y += strip.height
}

// place draws a block, on the next page where it does not fit on this one. Only
// a block longer than a page is split, between two strips.
func (s *sheet) place(block []strip) {
	height := 0.0
	for _, strip := range block {
		height += strip.height
	}
	if s.y+height > s.foot() && s.y > s.top {
		s.turn()
	}
	for _, strip := range block {
		if s.y+strip.height > s.foot() && s.y > s.top {
			s.turn()
		}
		s.draw(strip)
	}
}

// foot is where blocks have to end.
func (s *sheet) foot() float64 { return s.height - s.edges.below }

// paragraph sets a text between two edges, one strip a line, at most most
// lines. A text that reads from right to left stands at the right edge.
func (s *sheet) paragraph(text string, st style, left, right float64, most int) []strip {
	var strips []strip
	for _, line := range s.setter.wrap(text, st.bold, st.em(right-left), most) {
		mark := line.at(left, st.baseline(), st)
		if line.rtl {
			mark.X = right - mark.Width
		}
		strips = append(strips, strip{height: st.leading(), marks: []Mark{mark}})
	}
	return strips
}

// starting sets one line that begins at left, cut at the width.
func (s *sheet) starting(text string, st style, left, y, width float64) Text {
	return s.setter.fit(text, st.bold, st.em(width)).at(left, y, st)
}

// ending sets one line that ends at right, cut at the width.
func (s *sheet) ending(text string, st style, right, y, width float64) Text {
	mark := s.starting(text, st, right, y, width)
	mark.X = right - mark.Width
	return mark
}

// centred sets one line around middle, cut at the width.
func (s *sheet) centred(text string, st style, middle, y, width float64) Text {
	mark := s.starting(text, st, middle, y, width)
	mark.X = middle - mark.Width/2
	return mark
}
