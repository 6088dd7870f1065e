package kit

import "fyne.io/fyne/v2"

// Flexible is what knows how high it becomes at a given width. Fyne asks for one
// least size only, which is not enough for text that wraps: with it, the house's
// layouts are right at once instead of a frame later.
type Flexible interface {
	HeightFor(width float32) float32
}

// flexLayout is a layout that can answer for its container.
type flexLayout interface {
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

// wideLayout is a layout that knows how wide its container would like to be.
type wideLayout interface {
	naturalWidth(objects []fyne.CanvasObject) float32
}

// HeightFor gives the height o needs when it is width wide.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case Flexible:
		return o.HeightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(flexLayout); ok {
			return l.heightFor(o.Objects, width)
		}
	}
	return o.MinSize().Height
}

// naturalWidth gives the width at which nothing in o is wrapped or cut.
func naturalWidth(o fyne.CanvasObject) float32 {
	switch o := o.(type) {
	case interface{ naturalWidth() float32 }:
		return o.naturalWidth()
	case *fyne.Container:
		if l, ok := o.Layout.(wideLayout); ok {
			return l.naturalWidth(o.Objects)
		}
	}
	return o.MinSize().Width
}

// grows tells whether o takes the room that is left.
func grows(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(growLayout)
	return ok
}

// visible gives the objects that are not hidden.
func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

// gaps is the room between n things.
func gaps(n int, gap float32) float32 { return gap * float32(max(n-1, 0)) }
