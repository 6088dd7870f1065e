package kit

import "fyne.io/fyne/v2"

// Pinned puts foot below main in exactly that height. Where both together are higher, main scrolls and foot stays in view.
func Pinned(height, gap float32, main, foot fyne.CanvasObject) *fyne.Container {
	return box(pinned{height, gap}, Scroll(main), foot)
}

type pinned struct{ height, gap float32 }

func (l pinned) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(over{}.MinSize(objects).Width, l.height)
}

func (l pinned) heightFor([]fyne.CanvasObject, float32) float32 { return l.height }

func (l pinned) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	main, foot := objects[0], objects[1]
	below := HeightFor(foot, size.Width)
	room := min(HeightFor(main, size.Width), size.Height-below-l.gap)
	place(main, 0, 0, size.Width, room)
	place(foot, 0, room+l.gap, size.Width, below)
}
