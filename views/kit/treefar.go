package kit

import (
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"goodturn/app/paper/tidytree"
)

// treeFar is the picture of a tree whose boxes are too small for words: thousands of them are in view at once, more than a canvas moves
// in a frame.
type treeFar struct {
	image *canvas.Image
	mark  *canvas.Rectangle // around the selected box
	drawn *image.NRGBA      // nil to begin anew, with what the look is now
	inks  map[color.Color]*image.Uniform
}

func (f *treeFar) hide() {
	if f.image != nil {
		f.image.Hide()
		f.mark.Hide()
	}
}

// draw paints what is in view, a point for each of Fyne's.
func (f *treeFar) draw(t *Tree) {
	if f.image == nil {
		return
	}
	size := image.Rect(0, 0, int(t.Size().Width), int(t.Size().Height))
	if f.drawn == nil || f.drawn.Rect != size {
		f.drawn, f.inks = image.NewNRGBA(size), map[color.Color]*image.Uniform{}
	} else {
		clear(f.drawn.Pix)
	}
	p := farPainter{far: f, unit: float64(t.unit()), x: float64(t.offset.X), y: float64(t.offset.Y)}
	left, top, right, bottom := t.view()
	first, last := t.levels(top, bottom)
	for level := max(first-1, 0); level <= last; level++ {
		p.lines(t.drawing, level, left, right)
	}
	for level := first; level <= last; level++ {
		for _, v := range t.drawing.Between(level, left, right) {
			p.box(t.drawing, v, level, t.nodes[t.shown[v]])
		}
	}
	f.image.Image = f.drawn
	f.image.Show()
	f.image.Refresh()
	at, box := t.corner(t.selected).Subtract(t.offset), t.boxSize()
	f.mark.Hidden = t.at[t.selected] < 0 || at.X < 0 || at.Y < 0 || at.X+box.Width > t.Size().Width || at.Y+box.Height > t.Size().Height
	f.mark.StrokeColor, f.mark.StrokeWidth, f.mark.CornerRadius = role(ColorPrimary), 3, 3
	placeRing(f.mark, at, box, 4)
	f.mark.Refresh()
}

// farPainter paints in units of the drawing.
type farPainter struct {
	far        *treeFar
	unit, x, y float64
}

func (p *farPainter) ink(name fyne.ThemeColorName) *image.Uniform {
	c := role(name)
	if p.far.inks[c] == nil {
		p.far.inks[c] = image.NewUniform(c)
	}
	return p.far.inks[c]
}

// fill paints a rectangle, at least a point wide and high.
func (p *farPainter) fill(x1, y1, x2, y2 float64, ink *image.Uniform) {
	r := image.Rect(int(x1*p.unit-p.x), int(y1*p.unit-p.y), int(x2*p.unit-p.x), int(y2*p.unit-p.y))
	r.Max.X, r.Max.Y = max(r.Max.X, r.Min.X+1), max(r.Max.Y, r.Min.Y+1)
	draw.Draw(p.far.drawn, r, ink, image.Point{}, draw.Src)
}

func (p *farPainter) box(d *tidytree.Drawing, v, level int, node TreeNode) {
	_, ink := node.Tone.colors()
	if node.Faint {
		ink = ColorHairline
	}
	top := d.Top(level)
	p.fill(d.X[v], top, d.X[v]+d.Width, top+d.Height, p.ink(ink))
}

func (p *farPainter) lines(d *tidytree.Drawing, level int, left, right float64) {
	rail, ink := d.Rail(level), p.ink(ColorFieldBorder)
	for _, g := range d.GroupsBetween(level, left, right) {
		p.fill(d.Middle(g.Parent), d.Top(level)+d.Height, d.Middle(g.Parent), rail, ink)
		p.fill(d.Middle(g.First), rail, d.Middle(g.Last), rail, ink)
	}
	if level+1 < len(d.Rows) {
		for _, v := range d.Between(level+1, left, right) {
			p.fill(d.Middle(v), rail, d.Middle(v), d.Top(level+1), ink)
		}
	}
}
