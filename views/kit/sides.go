package kit

import "fyne.io/fyne/v2"

// WithSide puts side, sideWidth wide, at the right of main; both begin at the top.
// When the whole is narrower than oneBelow, side goes beneath. Both widths grow with
// the text, and with words that are longer in another language.
func WithSide(main, side fyne.CanvasObject, sideWidth, gap, oneBelow float32) *fyne.Container {
	return box(withSide{sideWidth, gap, oneBelow}, main, side)
}

type withSide struct{ side, gap, oneBelow float32 }

// widths gives the width of main and of side, which needs the width least, and whether side is beneath.
func (l withSide) widths(least, width float32) (main, side float32, beneath bool) {
	side = scaled(l.side)
	longer := max(least-side, 0)
	if width < scaled(l.oneBelow)+longer {
		return width, width, true
	}
	side += longer
	return width - side - l.gap, side, false
}

func (l withSide) MinSize(objects []fyne.CanvasObject) fyne.Size { return over{}.MinSize(objects) }

func (l withSide) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	main, side, beneath := l.widths(objects[1].MinSize().Width, width)
	a, b := HeightFor(objects[0], main), HeightFor(objects[1], side)
	if beneath {
		return a + l.gap + b
	}
	return max(a, b)
}

func (l withSide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	main, side, beneath := l.widths(objects[1].MinSize().Width, size.Width)
	a, b := HeightFor(objects[0], main), HeightFor(objects[1], side)
	place(objects[0], 0, 0, main, a)
	if beneath {
		place(objects[1], 0, a+l.gap, side, b)
		return
	}
	place(objects[1], main+l.gap, 0, side, b)
}

// WithList puts a list at the left of what it leads to; both fill the height. The list
// is listWidth wide, which grows with the text, but never more than two fifths of all.
func WithList(list, detail fyne.CanvasObject, listWidth, gap float32) *fyne.Container {
	return box(withList{listWidth, gap}, list, detail)
}

type withList struct{ list, gap float32 }

func (l withList) widths(width float32) (list, detail float32) {
	list = min(scaled(l.list), width*0.4)
	return list, max(width-list-l.gap, 0)
}

func (l withList) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := over{}.MinSize(objects)
	return fyne.NewSize(objects[0].MinSize().Width+l.gap+objects[1].MinSize().Width, size.Height)
}

func (l withList) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	list, detail := l.widths(width)
	return max(HeightFor(objects[0], list), HeightFor(objects[1], detail))
}

func (l withList) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	list, detail := l.widths(size.Width)
	place(objects[0], 0, 0, list, size.Height)
	place(objects[1], list+l.gap, 0, detail, size.Height)
}
