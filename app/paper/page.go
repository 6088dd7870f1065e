package paper

import "fmt"

// Paper names a sheet size.
type Paper string

// The sheets Goodturn prints on.
const (
	A4     Paper = "A4"
	A3     Paper = "A3" // of posters
	Letter Paper = "Letter"
	A6     Paper = "A6" // of slips

	C6   Paper = "C6" // envelopes
	DL   Paper = "DL"
	C5   Paper = "C5"
	No10 Paper = "#10"
)

// Size returns the sheet's width and height in millimetres, upright (ISO 216;
// ANSI/ASME Y14.1), of an envelope lying (ISO 269; USPS), or an error for a name that is no sheet of ours.
func (p Paper) Size() (width, height float64, err error) {
	switch p {
	case A4:
		return 210, 297, nil
	case A3:
		return 297, 420, nil
	case Letter:
		return 215.9, 279.4, nil
	case A6:
		return 105, 148, nil
	case C6:
		return 162, 114, nil
	case DL:
		return 220, 110, nil
	case C5:
		return 229, 162, nil
	case No10:
		return 241.3, 104.775, nil
	}
	return 0, 0, fmt.Errorf("paper: no sheet is called %q", string(p))
}

// IsEnvelope tells whether it is an envelope.
func (p Paper) IsEnvelope() bool { return p == C6 || p == DL || p == C5 || p == No10 }

// Page is one laid-out sheet. Lengths are millimetres from the top left corner.
type Page struct {
	Width, Height float64
	Marks         []Mark // drawn in this order
}

// Mark is one thing drawn on a page: a Text, Line, Rect or Image, or some of them Clipped.
type Mark interface {
	moved(dy float64) Mark
}

// Color is an opaque colour, eight bits a channel.
type Color struct{ R, G, B uint8 }

// Text is one line of text that is already cut to fit.
type Text struct {
	X, Y    float64 // left end of the baseline
	Width   float64 // as measured, in millimetres
	Size    float64 // type size in points
	Bold    bool
	Ink     Color
	Content string // in reading order

	set setLine
}

// Line is a straight rule.
type Line struct {
	X1, Y1, X2, Y2 float64
	Thick          float64
	Ink            Color
}

// Rect is a box, filled, outlined or both.
type Rect struct {
	X, Y, W, H float64
	Radius     float64 // of its corners; 0 for square ones
	Fill       *Color  // nil leaves it open
	Ink        *Color  // nil leaves it without an outline
	Thick      float64 // of the outline
}

// Image is a picture stretched into its box.
type Image struct {
	X, Y, W, H float64
	PNG        []byte // eight bits a channel, not interlaced
}

// Clipped are marks of which only what lies within a box is drawn.
type Clipped struct {
	X, Y, W, H float64
	Marks      []Mark
}

func (t Text) moved(dy float64) Mark  { t.Y += dy; return t }
func (r Rect) moved(dy float64) Mark  { r.Y += dy; return r }
func (i Image) moved(dy float64) Mark { i.Y += dy; return i }
func (l Line) moved(dy float64) Mark {
	l.Y1 += dy
	l.Y2 += dy
	return l
}

func (c Clipped) moved(dy float64) Mark {
	marks := make([]Mark, len(c.Marks))
	for i, mark := range c.Marks {
		marks[i] = mark.moved(dy)
	}
	c.Y, c.Marks = c.Y+dy, marks
	return c
}
