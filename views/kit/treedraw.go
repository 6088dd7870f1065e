package kit

import (
	"image/color"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// The handle that hangs under a box, in units of the drawing: how far from the middle it can be clicked, how high it is, and how much of
// it lies over the box.
const (
	handleWidth  = 24
	handleHeight = 18
	handleOver   = 3
)

// treeNear draws the boxes in view with their words, and the lines between them.
type treeNear struct {
	boxes map[int]*treeBox // by place
	spare []*treeBox
	lines []*canvas.Line
	used  int // of lines
	unit  float32
}

// forget has every box made anew.
func (n *treeNear) forget() {
	for i, b := range n.boxes {
		n.spare = append(n.spare, b)
		delete(n.boxes, i)
	}
}

// hide takes the boxes away.
func (n *treeNear) hide(t *Tree) {
	n.forget()
	t.pane.Objects = nil
}

// draw puts what is in view where it belongs: boxes that stay in view are only moved with the pane they lie in.
func (n *treeNear) draw(t *Tree) {
	if n.unit != t.unit() {
		n.forget()
		n.unit = t.unit()
	}
	places := t.placesInView()
	t.learn(places)
	objects := make([]fyne.CanvasObject, 0, 8*len(places))
	n.used = 0
	n.drawLines(t)
	for _, line := range n.lines[:n.used] {
		objects = append(objects, line)
	}
	for i, b := range n.boxes {
		if !b.seen(t) {
			n.spare = append(n.spare, b)
			delete(n.boxes, i)
		}
	}
	for _, i := range places {
		objects = n.box(t, i).appendTo(objects)
	}
	t.pane.Objects = objects
	t.pane.Move(fyne.NewPos(-t.offset.X, -t.offset.Y))
}

// view gives the edges of what is in view, in units of the drawing.
func (t *Tree) view() (left, top, right, bottom float64) {
	unit := float64(t.unit())
	return float64(t.offset.X) / unit, float64(t.offset.Y) / unit, float64(t.offset.X+t.Size().Width) / unit, float64(t.offset.Y+t.Size().Height) / unit
}

// levels gives the generations of which some part, or the lines under them, is in view.
func (t *Tree) levels(top, bottom float64) (first, last int) {
	row := t.drawing.Height + t.drawing.Generations
	return max(int(top/row), 0), min(int(bottom/row), len(t.drawing.Rows)-1)
}

// placesInView gives the places of the boxes in view.
func (t *Tree) placesInView() (places []int) {
	left, top, right, bottom := t.view()
	first, last := t.levels(top, bottom)
	for level := first; level <= last; level++ {
		for _, v := range t.drawing.Between(level, left, right) {
			places = append(places, t.shown[v])
		}
	}
	return places
}

// learn asks for the words that are not known yet.
func (t *Tree) learn(places []int) {
	var unknown []int
	for _, i := range places {
		if _, known := t.known[i]; !known {
			unknown = append(unknown, i)
		}
	}
	if len(unknown) == 0 {
		return
	}
	for at, words := range t.words(unknown) {
		t.known[unknown[at]] = words
	}
}

// drawLines draws the lines between the boxes of each generation in view and those below.
func (n *treeNear) drawLines(t *Tree) {
	left, top, right, bottom := t.view()
	first, last := t.levels(top, bottom)
	d := t.drawing
	for level := max(first-1, 0); level <= last; level++ {
		rail := d.Rail(level)
		for _, g := range d.GroupsBetween(level, left, right) {
			n.line(d.Middle(g.Parent), d.Top(level)+d.Height, d.Middle(g.Parent), rail)
			n.line(max(d.Middle(g.First), left), rail, min(d.Middle(g.Last), right), rail)
		}
		if level+1 < len(d.Rows) {
			for _, v := range d.Between(level+1, left, right) {
				n.line(d.Middle(v), rail, d.Middle(v), d.Top(level+1))
			}
		}
	}
}

func (n *treeNear) line(x1, y1, x2, y2 float64) {
	if n.used == len(n.lines) {
		n.lines = append(n.lines, canvas.NewLine(color.Transparent))
	}
	l := n.lines[n.used]
	n.used++
	l.StrokeColor, l.StrokeWidth = role(ColorFieldBorder), 1
	l.Position1 = fyne.NewPos(float32(x1)*n.unit, float32(y1)*n.unit)
	l.Position2 = fyne.NewPos(float32(x2)*n.unit, float32(y2)*n.unit)
}

// box gives the box that shows the node, in its place.
func (n *treeNear) box(t *Tree, i int) *treeBox {
	b, there := n.boxes[i]
	if !there {
		b = n.take()
		n.boxes[i] = b
		b.fill(t, i)
	}
	b.mark(t.selected == i)
	return b
}

func (n *treeNear) take() *treeBox {
	if last := len(n.spare) - 1; last >= 0 {
		b := n.spare[last]
		n.spare = n.spare[:last]
		return b
	}
	return newTreeBox()
}

// treeBox is one box with its words and its handle.
type treeBox struct {
	place               int
	rect, handle        *canvas.Rectangle
	name, first, second *canvas.Text
	count               *canvas.Text
	folds, picked       bool
	edge                color.Color
}

func newTreeBox() *treeBox {
	text := func(bold bool) *canvas.Text {
		c := canvas.NewText("", color.Transparent)
		c.TextStyle.Bold = bold
		return c
	}
	return &treeBox{rect: canvas.NewRectangle(nil), handle: canvas.NewRectangle(nil), name: text(true), first: text(false), second: text(false), count: text(true)}
}

func (b *treeBox) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	objects = append(objects, b.rect, b.name, b.first, b.second)
	if b.folds {
		objects = append(objects, b.handle, b.count)
	}
	return objects
}

// seen tells whether the box is in view.
func (b *treeBox) seen(t *Tree) bool {
	at, size := t.corner(b.place).Subtract(t.offset), t.boxSize()
	return at.X+size.Width >= 0 && at.X <= t.Size().Width && at.Y+size.Height+handleHeight*t.unit() >= 0 && at.Y <= t.Size().Height
}

// fill writes a node into the box, and puts it where it belongs.
func (b *treeBox) fill(t *Tree, i int) {
	node, words, at, size, unit := t.nodes[i], t.known[i], t.corner(i), t.boxSize(), t.unit()
	ground, ink := node.Tone.colors()
	b.place = i
	b.rect.FillColor, b.edge = role(ground), role(ink)
	if node.Faint {
		b.rect.FillColor, b.edge = role(ColorCard), role(ColorFieldBorder)
	}
	b.rect.CornerRadius = 8 * t.zoom
	place(b.rect, at.X, at.Y, size.Width, size.Height)
	pad := 10 * unit
	room := size.Width - 2*pad
	setTreeText(b.name, words.Name, role(ColorInk), theme.Size(SizeBody)*t.zoom, room)
	b.name.Move(at.AddXY(pad, size.Height*0.1))
	setTreeText(b.first, words.First, treeInk(words.FirstTone, node.Faint), theme.Size(SizeBadge)*t.zoom, room)
	b.first.Move(at.AddXY(pad, size.Height*0.54))
	left := b.first.MinSize().Width + 6*unit
	setTreeText(b.second, words.Second, treeInk(words.SecondTone, node.Faint), theme.Size(SizeBadge)*t.zoom, room-left)
	b.second.Move(at.AddXY(pad+left, size.Height*0.54))
	b.fillHandle(t, i, at, size)
}

// treeInk is the colour of a word: on a box of another colour the tone's own would not always be told from the ground.
func treeInk(tone Tone, faint bool) color.Color {
	if tone == TonePlain || faint {
		return role(ColorQuiet)
	}
	_, ink := tone.colors()
	return role(ink)
}

// setTreeText writes a text that ends in "…" where it has no room.
func setTreeText(c *canvas.Text, text string, ink color.Color, size, room float32) {
	c.Color, c.TextSize = ink, size
	c.Text = cutToWidth(text, room, func(s string) float32 { return fyne.MeasureText(s, size, c.TextStyle).Width })
	c.Resize(c.MinSize())
	c.Refresh()
}

// cutToWidth gives the text, or as much of it as there is room for with "…" behind.
func cutToWidth(text string, room float32, width func(string) float32) string {
	if text == "" || width(text) <= room {
		return text
	}
	letters := []rune(text)
	fits := sort.Search(len(letters), func(n int) bool { return width(string(letters[:n+1])+"…") > room })
	return strings.TrimRight(string(letters[:fits]), " ") + "…"
}

// fillHandle writes how many are folded away under the box, or a dash where its branch is open.
func (b *treeBox) fillHandle(t *Tree, i int, at fyne.Position, size fyne.Size) {
	b.folds = len(t.kids[i]) > 0
	if !b.folds {
		return
	}
	text := "–"
	if t.folded[i] {
		text = "+" + Count(max(t.nodes[i].Below, len(t.kids[i])))
	}
	unit := t.unit()
	b.count.Color, b.count.TextSize, b.count.Text = role(ColorInk), theme.Size(SizeBadge)*t.zoom, text
	words := b.count.MinSize()
	width := max(words.Width+12*unit, 24*unit)
	middle := at.X + size.Width/2
	b.handle.FillColor, b.handle.StrokeColor, b.handle.StrokeWidth = role(ColorCard), role(ColorFieldBorder), 1
	b.handle.CornerRadius = handleHeight * unit / 2
	hangs := at.Y + size.Height - handleOver*unit
	place(b.handle, middle-width/2, hangs, width, handleHeight*unit)
	place(b.count, middle-words.Width/2, hangs+(handleHeight*unit-words.Height)/2, words.Width, words.Height)
	b.count.Refresh()
}

// mark draws the edge of the selected box thick.
func (b *treeBox) mark(picked bool) {
	b.rect.StrokeColor, b.rect.StrokeWidth = b.edge, 1
	if picked {
		b.rect.StrokeColor, b.rect.StrokeWidth = role(ColorPrimary), 3
	}
	if picked != b.picked {
		b.rect.Refresh()
	}
	b.picked = picked
}
