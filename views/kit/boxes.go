package kit

import "fyne.io/fyne/v2"

// box makes a container; Fyne's own helper lives in a package this file can do without.
func box(layout fyne.Layout, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: layout, Objects: objects}
}

// VStack puts things below each other, each as wide as the stack. What is wrapped
// in Grow shares the height that is left.
func VStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return box(vstack{gap}, objects...)
}

// Grow lets o take the room that is left in a VStack or HStack.
func Grow(o fyne.CanvasObject) *fyne.Container { return box(growLayout{}, o) }

// Spacer takes the room that is left and shows nothing.
func Spacer() *fyne.Container { return box(growLayout{}) }

// VGap is n of empty height.
func VGap(n float32) fyne.CanvasObject { return box(sizeLayout{height: n}) }

// VRoom is n of empty height, which grows with the text.
func VRoom(n float32) fyne.CanvasObject { return box(sizeLayout{height: n, words: true}) }

// HGap is n of empty width.
func HGap(n float32) fyne.CanvasObject { return box(sizeLayout{width: n}) }

// Fixed makes o exactly width wide in an HStack; the width grows with the text.
func Fixed(width float32, o fyne.CanvasObject) *fyne.Container {
	return box(sizeLayout{width: width, words: true}, o)
}

// Pad puts n of empty room around o.
func Pad(n float32, o fyne.CanvasObject) *fyne.Container { return Inset(n, n, n, n, o) }

// Inset puts empty room around o, side by side.
func Inset(left, top, right, bottom float32, o fyne.CanvasObject) *fyne.Container {
	return box(inset{left, top, right, bottom}, o)
}

// Middle puts o, at its natural size, in the middle of the room there is.
func Middle(o fyne.CanvasObject) *fyne.Container { return box(middle{}, o) }

// Over lays things over each other, all of them as large as the room there is.
func Over(objects ...fyne.CanvasObject) *fyne.Container { return box(over{}, objects...) }

type vstack struct{ gap float32 }

func (l vstack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	shown := visible(objects)
	size := fyne.NewSize(0, gaps(len(shown), l.gap))
	for _, o := range shown {
		least := o.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
	}
	return size
}

func (l vstack) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	shown := visible(objects)
	total := gaps(len(shown), l.gap)
	for _, o := range shown {
		total += HeightFor(o, width)
	}
	return total
}

func (l vstack) naturalWidth(objects []fyne.CanvasObject) float32 { return widest(objects) }

func (l vstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	y := float32(0)
	for i, h := range l.heights(shown, size) {
		place(shown[i], 0, y, size.Width, h)
		y += h + l.gap
	}
}

// heights gives everything the height it needs. What grows gets the rest on top, or,
// when there is too little for all, shares what the others leave.
func (l vstack) heights(shown []fyne.CanvasObject, size fyne.Size) []float32 {
	heights := make([]float32, len(shown))
	spare := size.Height - gaps(len(shown), l.gap)
	growing, grown := float32(0), float32(0)
	for i, o := range shown {
		heights[i] = HeightFor(o, size.Width)
		spare -= heights[i]
		if grows(o) {
			growing++
			grown += heights[i]
		}
	}
	for i, o := range shown {
		switch {
		case !grows(o):
		case spare >= 0:
			heights[i] += spare / growing
		default:
			heights[i] = max(grown+spare, 0) / growing
		}
	}
	return heights
}

// widest is the natural width of the widest of the objects.
func widest(objects []fyne.CanvasObject) float32 {
	w := float32(0)
	for _, o := range visible(objects) {
		w = max(w, naturalWidth(o))
	}
	return w
}

// growLayout marks what takes the room that is left, and fills it.
type growLayout struct{}

func (growLayout) MinSize(o []fyne.CanvasObject) fyne.Size            { return over{}.MinSize(o) }
func (growLayout) Layout(o []fyne.CanvasObject, size fyne.Size)       { over{}.Layout(o, size) }
func (growLayout) heightFor(o []fyne.CanvasObject, w float32) float32 { return over{}.heightFor(o, w) }
func (growLayout) naturalWidth(objects []fyne.CanvasObject) float32   { return widest(objects) }

// over lays objects over each other.
type over struct{}

func (over) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range visible(objects) {
		size = size.Max(o.MinSize())
	}
	return size
}

func (over) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (over) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for _, o := range visible(objects) {
		h = max(h, HeightFor(o, width))
	}
	return h
}

func (over) naturalWidth(objects []fyne.CanvasObject) float32 { return widest(objects) }

// sizeLayout is a fixed width, a fixed height, or empty room.
type sizeLayout struct {
	width, height float32
	words         bool // it holds words, so it grows with the text
}

func (l sizeLayout) fixed() fyne.Size {
	if l.words {
		return fyne.NewSize(scaled(l.width), scaled(l.height))
	}
	return fyne.NewSize(l.width, l.height)
}

func (l sizeLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := l.fixed()
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

func (l sizeLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return max(l.fixed().Height, over{}.heightFor(objects, width))
}

func (l sizeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	over{}.Layout(objects, size)
}

// inset keeps empty room around what it holds.
type inset struct{ left, top, right, bottom float32 }

func (l inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return over{}.MinSize(objects).AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

func (l inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(l.left, l.top))
		o.Resize(size.SubtractWidthHeight(l.left+l.right, l.top+l.bottom))
	}
}

func (l inset) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return over{}.heightFor(objects, width-l.left-l.right) + l.top + l.bottom
}

func (l inset) naturalWidth(objects []fyne.CanvasObject) float32 {
	return widest(objects) + l.left + l.right
}

// middle centres what it holds.
type middle struct{}

func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return over{}.MinSize(objects) }

func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		w := min(naturalWidth(o), size.Width)
		h := min(HeightFor(o, w), size.Height)
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos((size.Width-w)/2, (size.Height-h)/2))
	}
}

func (middle) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return over{}.heightFor(objects, width)
}

func (middle) naturalWidth(objects []fyne.CanvasObject) float32 { return widest(objects) }
