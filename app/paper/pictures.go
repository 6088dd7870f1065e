package paper

import (
	"bytes"
	"image"
	_ "image/gif" // a logo may be one
	_ "image/jpeg"
	"image/png"

	"github.com/go-text/typesetting/font"
	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/draw"
)

// emojiPixels is the side of an emoji's picture: 600 dots an inch at 12 points.
const emojiPixels = 100

// svgShape draws a glyph that is an SVG document. Its view box is the em
// square, with the baseline along the box's upper edge (OpenType, table SVG).
func svgShape(f *face, svg font.GlyphSVG) shape {
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg.Source))
	if err != nil || svg.ViewBox.Width <= 0 || svg.ViewBox.Height <= 0 {
		return shape{}
	}
	ascent, descent := extents(f)
	unit := float64(svg.ViewBox.Height) // user units in one em
	height := ascent + descent
	scale := emojiPixels / (height * unit)
	icon.Transform = rasterx.Identity.Scale(scale, scale).
		Translate(-float64(svg.ViewBox.MinX), ascent*unit-float64(svg.ViewBox.MinY))
	canvas := image.NewNRGBA(image.Rect(0, 0, emojiPixels, emojiPixels))
	scanner := rasterx.NewScannerGV(emojiPixels, emojiPixels, canvas, canvas.Bounds())
	icon.Draw(rasterx.NewDasher(emojiPixels, emojiPixels, scanner), 1)
	return shape{bottom: -descent, width: height, height: height, picture: encoded(canvas)}
}

// bitmapShape places a glyph that comes as a PNG, as wide as its advance and
// in the middle of the line.
func bitmapShape(f *face, id font.GID, bitmap font.GlyphBitmap) shape {
	if bitmap.Format != font.PNG {
		return shape{}
	}
	picture, err := png.Decode(bytes.NewReader(bitmap.Data))
	if err != nil || picture.Bounds().Empty() {
		return shape{}
	}
	ascent, descent := extents(f)
	width := float64(f.HorizontalAdvance(id)) / f.em
	height := width * float64(picture.Bounds().Dy()) / float64(picture.Bounds().Dx())
	return shape{
		bottom: (ascent - descent - height) / 2, width: width, height: height,
		picture: encoded(scaledTo(picture, emojiPixels)),
	}
}

// extents returns how far the font reaches above and below the baseline, in
// em, both positive.
func extents(f *face) (ascent, descent float64) {
	e, ok := f.FontHExtents()
	if !ok || e.Ascender <= e.Descender {
		return 0.85, 0.15
	}
	return float64(e.Ascender) / f.em, -float64(e.Descender) / f.em
}

// scaledTo copies a picture into eight bits a channel, the only kind the PDF
// writer takes without a complaint, no larger than most pixels on a side.
func scaledTo(picture image.Image, most int) *image.NRGBA {
	size := picture.Bounds().Size()
	if longest := max(size.X, size.Y); longest > most {
		size = image.Pt(max(1, size.X*most/longest), max(1, size.Y*most/longest))
	}
	out := image.NewNRGBA(image.Rectangle{Max: size})
	draw.CatmullRom.Scale(out, out.Bounds(), picture, picture.Bounds(), draw.Src, nil)
	return out
}

// encoded returns a picture as PNG. Writing to memory cannot fail.
func encoded(picture image.Image) []byte {
	var out bytes.Buffer
	if png.Encode(&out, picture) != nil {
		return nil
	}
	return out.Bytes()
}
