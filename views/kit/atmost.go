package kit

import "fyne.io/fyne/v2"

// AtMost lets o be width wide where there is room for it, which grows with the text, and narrower where there is not.
func AtMost(width float32, o fyne.CanvasObject) *fyne.Container { return box(atMost(width), o) }

type atMost float32

func (l atMost) width(room float32) float32 { return min(room, scaled(float32(l))) }

func (atMost) MinSize(objects []fyne.CanvasObject) fyne.Size { return over{}.MinSize(objects) }

func (l atMost) naturalWidth([]fyne.CanvasObject) float32 { return scaled(float32(l)) }

func (l atMost) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return over{}.heightFor(objects, l.width(width))
}

func (l atMost) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	over{}.Layout(objects, fyne.NewSize(l.width(size.Width), size.Height))
}
