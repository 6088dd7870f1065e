package paper

import (
	"errors"

	"codeberg.org/go-pdf/fpdf"
)

// outline is a glyph as a PDF form that is written once and drawn many times.
// It is an fpdf.Template made by hand, because each of fpdf's own carries a
// whole document: ID, Size and Bytes are what fpdf writes of it, the rest of
// the interface is for templates with pages or templates of their own.
type outline struct {
	id            string
	width, height float64 // millimetres at templateUnits points to the em
	operators     []byte
	uses          []fpdf.Template // other outlines fpdf is to know of
}

var errNotStored = errors.New("paper: a glyph's form is not stored outside its document")

// ID returns the name of the form.
func (o *outline) ID() string { return o.id }

// Size returns the box of the form, from the corner 0, 0.
func (o *outline) Size() (fpdf.PointType, fpdf.SizeType) {
	return fpdf.PointType{}, fpdf.SizeType{Wd: o.width, Ht: o.height}
}

// Bytes returns the operators of the form.
func (o *outline) Bytes() []byte { return o.operators }

// name is what the form is drawn by.
func (o *outline) name() string { return "TPL" + o.id }

// Images returns none.
func (o *outline) Images() map[string]*fpdf.ImageInfoType { return nil }

// Templates returns those it makes use of.
func (o *outline) Templates() []fpdf.Template { return o.uses }

// NumPages returns 1.
func (o *outline) NumPages() int { return 1 }

// FromPage returns the outline itself.
func (o *outline) FromPage(int) (fpdf.Template, error) { return o, nil }

// FromPages returns the outline alone.
func (o *outline) FromPages() []fpdf.Template { return []fpdf.Template{o} }

// Serialize fails: an outline lives within one document.
func (o *outline) Serialize() ([]byte, error) { return nil, errNotStored }

// GobEncode fails, see Serialize.
func (o *outline) GobEncode() ([]byte, error) { return nil, errNotStored }

// GobDecode fails, see Serialize.
func (o *outline) GobDecode([]byte) error { return errNotStored }
