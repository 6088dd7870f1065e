package chart

// Drawing is a picture laid out, in the unit of the Room it was laid out for, from the top left corner.
type Drawing struct {
	Width, Height float64
	Shapes        []Shape // drawn in this order
	Bars          []Bar   // where the figures stand that are in view
	First, Shown  int     // the slots in view: those that fit
}

// Bar is where a figure stands, to be clicked and walked to.
type Bar struct {
	At
	X, Y, W, H float64
}

// Shape is one thing drawn: a Box, a Stroke or a Word.
type Shape interface{ shape() }

// Box is a rectangle, filled, edged or both.
type Box struct {
	X, Y, W, H float64
	Radius     float64
	Fill, Edge Ink
	Thick      float64 // of the edge
}

// Stroke is a straight line.
type Stroke struct {
	X1, Y1, X2, Y2 float64
	Thick          float64
	Ink            Ink
}

// Word is a line of words that is already cut to fit.
type Word struct {
	X, Y float64 // its left end, and the top of a line that is lineHeight times as high as its size
	W    float64 // as measured
	Size float64
	Bold bool
	Ink  Ink
	Text string
}

func (Box) shape()    {}
func (Stroke) shape() {}
func (Word) shape()   {}

// LineHeight is how much higher a line of words is than their size.
const LineHeight = 1.38

// Room is what a picture is laid out for.
type Room struct {
	Width, Height float64
	Text          float64                                            // the size of the words; every other length follows from it
	Measure       func(text string, size float64, bold bool) float64 // how wide a text is
	First         int                                                // the first slot in view where they do not all fit; -1 for the last ones
}

// line is the height of a line of words.
func (r Room) line() float64 { return r.Text * LineHeight }

func (r Room) width(text string) float64 { return r.Measure(text, r.Text, false) }

// fit cuts a text with "…" where it is wider than the room it has.
func (r Room) fit(text string, width float64) (cut string, wide float64) {
	if wide = r.width(text); wide <= width {
		return text, wide
	}
	letters := []rune(text)
	low, high := 0, len(letters) // so many letters fit, so many do not
	for high-low > 1 {
		middle := (low + high) / 2
		if r.width(string(letters[:middle])+"…") <= width {
			low = middle
		} else {
			high = middle
		}
	}
	cut = string(letters[:low]) + "…"
	return cut, r.width(cut)
}

// At gives the figure at a point, the smallest that is there; false where there is none.
func (d *Drawing) At(x, y float64) (At, bool) {
	var found At
	least := -1.0
	for _, b := range d.Bars {
		if x < b.X || x > b.X+b.W || y < b.Y || y > b.Y+b.H {
			continue
		}
		if size := b.W * b.H; least < 0 || size < least {
			found, least = b.At, size
		}
	}
	return found, least >= 0
}

// Bar gives where a figure stands; false where it is not in view.
func (d *Drawing) Bar(at At) (Bar, bool) {
	for _, b := range d.Bars {
		if b.At == at {
			return b, true
		}
	}
	return Bar{}, false
}

func (d *Drawing) add(shapes ...Shape) { d.Shapes = append(d.Shapes, shapes...) }

// word writes a text whose left end, middle or right end (0, 0.5, 1) is at x.
func (d *Drawing) word(r Room, text string, x, y, anchor float64, ink Ink) {
	width := r.width(text)
	d.add(Word{X: x - anchor*width, Y: y, W: width, Size: r.Text, Ink: ink, Text: text})
}
