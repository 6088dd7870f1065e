package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// CreateRenderer is Fyne's way to ask for what is drawn.
func (r *RichLine) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return &richRenderer{line: r}
}

type richRenderer struct {
	line    *RichLine
	drawn   *flowed
	objects []fyne.CanvasObject
}

func (*richRenderer) Destroy()                       {}
func (n *richRenderer) MinSize() fyne.Size           { return n.line.MinSize() }
func (n *richRenderer) Objects() []fyne.CanvasObject { return n.objects }
func (n *richRenderer) Layout(size fyne.Size)        { n.draw(size) }
func (n *richRenderer) Refresh() {
	n.drawn = nil // the colours may have changed
	n.draw(n.line.Size())
	canvas.Refresh(n.line)
}

// draw makes the objects of every piece and puts them in their places.
func (n *richRenderer) draw(size fyne.Size) {
	f := n.line.flowFor(size.Width)
	if f != n.drawn {
		n.objects = make([]fyne.CanvasObject, len(f.pieces))
		for i, p := range f.pieces {
			n.objects[i] = n.object(p)
		}
		n.drawn, n.line.parts = f, n.objects
	}
	top := float32(0)
	line := 0
	for i, p := range f.pieces {
		for ; line < p.line; line++ {
			top += f.heights[line]
		}
		_, base := n.line.pieceExtent(p)
		x := p.x + n.indent(f, p.line, size.Width)
		n.objects[i].Move(fyne.NewPos(x, top+f.bases[p.line]-base))
		n.objects[i].Resize(n.objects[i].MinSize())
	}
}

// indent is the room left of a line that is not set to the left.
func (n *richRenderer) indent(f *flowed, line int, width float32) float32 {
	if n.line.align == fyne.TextAlignLeading {
		return 0
	}
	end := float32(0)
	for _, p := range f.pieces {
		if p.line == line {
			end = max(end, p.x+p.w)
		}
	}
	if n.line.align == fyne.TextAlignCenter {
		return (width - end) / 2
	}
	return width - end
}

// object makes what draws one piece.
func (n *richRenderer) object(p piece) fyne.CanvasObject {
	part := n.line.runs[p.run]
	if part.badge {
		return NewBadge(p.text, part.tone)
	}
	size, style, color := n.line.styleOf(p.run)
	text := fyne.CanvasObject(words(p.text, size, style, color))
	if part.link != "" {
		text = newLinkText(p.text, size, style, n.line.follow(part.link), n.line.copyLink(part.link))
	}
	if part.found {
		return underlaid(text)
	}
	return text
}

func words(text string, size float32, style fyne.TextStyle, color fyne.ThemeColorName) *canvas.Text {
	drawn := canvas.NewText(text, role(color))
	drawn.TextSize, drawn.TextStyle = size, style
	return drawn
}

// follow is what happens when a link to target is followed.
func (r *RichLine) follow(target string) func() {
	return func() {
		if r.OnLink != nil {
			r.OnLink(target)
		}
	}
}

// copyLink is what happens when the link to target is copied; nil where links are not.
func (r *RichLine) copyLink(target string) func() {
	if r.OnCopy == nil {
		return nil
	}
	return func() { r.OnCopy(target) }
}
