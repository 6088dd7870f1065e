package paper

import (
	"bytes"
	"image"
)

// logo is a shop's logo as pages draw it: read once, however many pages have it.
type logo struct {
	file       []byte // it was made of
	png        []byte // nil where that is no picture
	wide, high float64
}

// logoPixels is how many pixels of a logo's longer side are printed: 300 dots an inch over 68 mm.
const logoPixels = 800

// logo reads a picture, or reports that the file is none, or too big a one to be read safely.
func (t *Typesetter) logo(file []byte) (logo, bool) {
	if t.sign == nil || !bytes.Equal(t.sign.file, file) {
		t.sign = &logo{file: bytes.Clone(file)}
		t.sign.read()
	}
	return *t.sign, t.sign.png != nil
}

func (l *logo) read() {
	const most = 50_000_000
	size, _, err := image.DecodeConfig(bytes.NewReader(l.file))
	if err != nil || size.Width <= 0 || size.Height <= 0 || size.Width > most/size.Height {
		return
	}
	picture, _, err := image.Decode(bytes.NewReader(l.file))
	if err != nil {
		return
	}
	l.wide, l.high = float64(size.Width), float64(size.Height)
	l.png = encoded(scaledTo(picture, logoPixels))
}

// within fits the logo into a box, in its middle.
func (l logo) within(x, y, width, height float64) Image {
	scale := min(width/l.wide, height/l.high)
	w, h := l.wide*scale, l.high*scale
	return Image{X: x + (width-w)/2, Y: y + (height-h)/2, W: w, H: h, PNG: l.png}
}

// logoIn fits a logo under a height and a width of three times that, with its right end at right; ok is false for what is no picture.
func (t *Typesetter) logoIn(file []byte, right, y, height float64) (Image, bool) {
	l, ok := t.logo(file)
	if !ok {
		return Image{}, false
	}
	mark := l.within(right-3*height, y, 3*height, height)
	mark.X = right - mark.W
	return mark, true
}
