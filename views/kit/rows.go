package kit

import "fyne.io/fyne/v2"

// crossAxis is where the things of an HStack stand in its height.
type crossAxis int

const (
	crossMiddle crossAxis = iota
	crossTop
	crossFill
)

// HStack puts things beside each other, in the middle of the height. Each gets its
// natural width when there is room; else texts give way, by wrapping or "…". What
// is wrapped in Grow takes the room that is left.
func HStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return box(hstack{gap, crossMiddle}, objects...)
}

// HStackTop is HStack with everything at the top.
func HStackTop(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return box(hstack{gap, crossTop}, objects...)
}

// HFill is HStack with everything as high as the stack: panels side by side.
func HFill(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return box(hstack{gap, crossFill}, objects...)
}

type hstack struct {
	gap   float32
	cross crossAxis
}

func (l hstack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	shown := visible(objects)
	size := fyne.NewSize(gaps(len(shown), l.gap), 0)
	for _, o := range shown {
		least := o.MinSize()
		size = fyne.NewSize(size.Width+least.Width, max(size.Height, least.Height))
	}
	return size
}

func (l hstack) naturalWidth(objects []fyne.CanvasObject) float32 {
	shown := visible(objects)
	w := gaps(len(shown), l.gap)
	for _, o := range shown {
		w += naturalWidth(o)
	}
	return w
}

// widths shares the width among the objects. When there is too little, first those
// that grow give way, then everything that can.
func (l hstack) widths(shown []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(shown))
	least := make([]float32, len(shown))
	spare := width - gaps(len(shown), l.gap)
	growing := float32(0)
	for i, o := range shown {
		least[i] = o.MinSize().Width
		widths[i] = max(naturalWidth(o), least[i])
		spare -= widths[i]
		if grows(o) {
			growing++
		}
	}
	if spare < 0 {
		spare = shrink(shown, widths, least, spare, grows)
		shrink(shown, widths, least, spare, anything)
		return widths
	}
	for i, o := range shown {
		if grows(o) {
			widths[i] += spare / growing
		}
	}
	return widths
}

// shrink takes what is missing from those that may give way, each in proportion to
// what it can give, and returns what is missing still.
func shrink(shown []fyne.CanvasObject, widths, least []float32, spare float32, may func(fyne.CanvasObject) bool) float32 {
	give := float32(0)
	for i, o := range shown {
		if may(o) {
			give += widths[i] - least[i]
		}
	}
	if give <= 0 || spare >= 0 {
		return spare
	}
	share := min(-spare/give, 1)
	for i, o := range shown {
		if may(o) {
			widths[i] -= share * (widths[i] - least[i])
		}
	}
	return spare + share*give
}

func anything(fyne.CanvasObject) bool { return true }

func (l hstack) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	shown := visible(objects)
	h := float32(0)
	for i, w := range l.widths(shown, width) {
		h = max(h, HeightFor(shown[i], w))
	}
	return h
}

func (l hstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	x := float32(0)
	for i, w := range l.widths(shown, size.Width) {
		o := shown[i]
		h, y := size.Height, float32(0)
		if l.cross != crossFill {
			h = min(HeightFor(o, w), size.Height)
		}
		if l.cross == crossMiddle {
			y = (size.Height - h) / 2
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
		x += w + l.gap
	}
}

// Columns puts things side by side in the proportion of their weights, all as high
// as the highest. When the whole is narrower than oneBelow (which grows with the
// text; 0 for never) they stand below each other instead.
func Columns(weights []float32, gap, oneBelow float32, objects ...fyne.CanvasObject) *fyne.Container {
	return box(columns{weights, gap, oneBelow}, objects...)
}

type columns struct {
	weights       []float32
	gap, oneBelow float32
}

// stacked tells whether there is room for one column only.
func (l columns) stacked(width float32) bool { return width < scaled(l.oneBelow) }

func (l columns) widths(objects []fyne.CanvasObject, width float32) []float32 {
	total := float32(0)
	widths := make([]float32, len(objects))
	for i := range objects {
		widths[i] = 1
		if i < len(l.weights) {
			widths[i] = l.weights[i]
		}
		total += widths[i]
	}
	room := width - gaps(len(objects), l.gap)
	for i := range widths {
		widths[i] *= room / total
	}
	return widths
}

func (l columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if l.oneBelow > 0 {
		size := vstack{l.gap}.MinSize(objects)
		return fyne.NewSize(size.Width, over{}.MinSize(objects).Height)
	}
	return hstack{l.gap, crossFill}.MinSize(objects)
}

func (l columns) naturalWidth(objects []fyne.CanvasObject) float32 {
	return hstack{l.gap, crossFill}.naturalWidth(objects)
}

func (l columns) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	if l.stacked(width) {
		return vstack{l.gap}.heightFor(objects, width)
	}
	shown := visible(objects)
	h := float32(0)
	for i, w := range l.widths(shown, width) {
		h = max(h, HeightFor(shown[i], w))
	}
	return h
}

func (l columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.stacked(size.Width) {
		vstack{l.gap}.Layout(objects, size)
		return
	}
	shown := visible(objects)
	x := float32(0)
	for i, w := range l.widths(shown, size.Width) {
		shown[i].Move(fyne.NewPos(x, 0))
		shown[i].Resize(fyne.NewSize(w, size.Height))
		x += w + l.gap
	}
}
