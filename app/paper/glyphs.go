package paper

import (
	"fmt"
	"math"
	"strconv"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// shape is what one glyph looks like: an outline or a picture, in a box
// measured in em from the glyph's origin, y upwards. One without either is
// blank.
type shape struct {
	left, bottom, width, height float64
	outline                     *outline
	picture                     []byte // PNG
}

// shapeOf reads a glyph out of its font. A damaged font yields a blank.
func shapeOf(f *face, id font.GID) (s shape) {
	defer func() {
		if recover() != nil {
			s = shape{}
		}
	}()
	if svg, ok := f.GlyphDataSVG(id); ok {
		return svgShape(f, svg)
	}
	if data, ok := f.GlyphDataOutline(id); ok && len(data.Segments) > 0 {
		return outlineShape(f, id, data)
	}
	if bitmap, ok := f.GlyphDataBitmap(id); ok {
		return bitmapShape(f, id, bitmap)
	}
	return shape{}
}

// templateUnits is how many units of a glyph template make one em.
const templateUnits = 100

// emUnits gives a length in em in hundredths of those units.
func emUnits(em float64) int { return int(math.Round(em * templateUnits * 100)) }

func outlineShape(f *face, id font.GID, data font.GlyphOutline) shape {
	left, bottom, right, top := bounds(data.Segments)
	const margin = 0.01 // the form's box clips, so it stands off the outline
	left, bottom = left/f.em-margin, bottom/f.em-margin
	width, height := right/f.em+margin-left, top/f.em+margin-bottom
	path := pathWriter{scale: templateUnits / f.em, dx: -left * templateUnits, dy: -bottom * templateUnits}
	for _, segment := range data.Segments {
		path.add(segment)
	}
	return shape{
		left: left, bottom: bottom, width: width, height: height,
		outline: &outline{
			id:        fmt.Sprintf("g%d-%d", f.id, id),
			width:     width * templateUnits * mmPerPoint,
			height:    height * templateUnits * mmPerPoint,
			operators: append(path.out, 'f'),
		},
	}
}

// bounds is the box around all points of the segments, in font units.
func bounds(segments []ot.Segment) (left, bottom, right, top float64) {
	left, bottom, right, top = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := range segments {
		for _, p := range segments[i].ArgsSlice() {
			left, right = min(left, float64(p.X)), max(right, float64(p.X))
			bottom, top = min(bottom, float64(p.Y)), max(top, float64(p.Y))
		}
	}
	return left, bottom, right, top
}

// pathWriter turns font outlines into PDF path operators (ISO 32000-1, 8.5.2).
type pathWriter struct {
	out           []byte
	scale, dx, dy float64
	at            ot.SegmentPoint
}

func (w *pathWriter) add(s ot.Segment) {
	args := s.Args
	switch s.Op {
	case ot.SegmentOpMoveTo:
		w.operator('m', args[0])
	case ot.SegmentOpLineTo:
		w.operator('l', args[0])
	case ot.SegmentOpQuadTo:
		w.operator('c', between(w.at, args[0]), between(args[1], args[0]), args[1])
	case ot.SegmentOpCubeTo:
		w.operator('c', args[0], args[1], args[2])
	}
}

// between is the point two thirds of the way from an end of a quadratic curve
// to its control point: the control point of the same curve as a cubic one.
func between(end, control ot.SegmentPoint) ot.SegmentPoint {
	return ot.SegmentPoint{X: end.X + (control.X-end.X)*2/3, Y: end.Y + (control.Y-end.Y)*2/3}
}

func (w *pathWriter) operator(name byte, points ...ot.SegmentPoint) {
	for _, p := range points {
		w.out = appendNumber(w.out, float64(p.X)*w.scale+w.dx, 2)
		w.out = appendNumber(w.out, float64(p.Y)*w.scale+w.dy, 2)
		w.at = p
	}
	w.out = append(w.out, name, '\n')
}

// appendNumber writes a PDF number and the space behind it.
func appendNumber(out []byte, v float64, decimals int) []byte {
	return append(strconv.AppendFloat(out, v, 'f', decimals, 64), ' ')
}
