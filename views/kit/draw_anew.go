package kit

import "fyne.io/fyne/v2"

// DrawAnew draws o again, and everything in it, at the size it has. Fyne throws away how something is drawn that was out of sight
// for a minute, and does not lay out anew what it draws instead.
func DrawAnew(o fyne.CanvasObject) {
	for _, part := range partsOf(o) {
		DrawAnew(part)
	}
	if _, is := o.(fyne.Widget); is {
		size := o.Size()
		o.Resize(size.AddWidthHeight(0, 1)) // the same size would be laid out no second time
		o.Resize(size)
	}
	o.Refresh()
}
