package views

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"goodturn/views/kit"
)

// windowRow puts the rail at the left and gives the rest to the page.
func windowRow(left, rest fyne.CanvasObject) *fyne.Container {
	return container.New(edgeLayout{beside: true}, left, rest)
}

// windowColumn puts the bar above and gives the rest to the page.
func windowColumn(above, rest fyne.CanvasObject) *fyne.Container {
	return container.New(edgeLayout{}, above, rest)
}

// page is a container whose one object fills it.
func page(content fyne.CanvasObject) *fyne.Container {
	if content == nil {
		return container.NewStack()
	}
	return container.NewStack(content)
}

// edgeLayout gives the first object its least width, or the height it needs at the width there is, and the second all the rest, without
// a gap.
type edgeLayout struct{ beside bool }

func (l edgeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.beside {
		width := objects[0].MinSize().Width
		objects[0].Resize(fyne.NewSize(width, size.Height))
		objects[1].Move(fyne.NewPos(width, 0))
		objects[1].Resize(fyne.NewSize(size.Width-width, size.Height))
		return
	}
	height := kit.HeightFor(objects[0], size.Width)
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[1].Move(fyne.NewPos(0, height))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-height))
}

func (l edgeLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := objects[0].MinSize(), objects[1].MinSize()
	if l.beside {
		return fyne.NewSize(first.Width+second.Width, max(first.Height, second.Height))
	}
	return fyne.NewSize(max(first.Width, second.Width), first.Height+second.Height)
}

// idFrom reads an ID back from the text a choice carries.
func idFrom[T ~int64](text string) T {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0 // only ever our own text, or "" for nobody
	}
	return T(n)
}

// idText writes an ID as a choice carries it; nobody is "".
func idText[T ~int64](id T) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(int64(id), 10)
}
