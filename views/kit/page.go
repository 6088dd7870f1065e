package kit

import "fyne.io/fyne/v2"

// Page is a screen: its title, what is to be said beneath it (may be empty), its
// actions at the right, and the body, which fills the rest.
func Page(title, subtitle string, actions []fyne.CanvasObject, body fyne.CanvasObject) *fyne.Container {
	return Inset(gapPage, gapCard, gapPage, gapPage,
		VStack(gapRow, PageHead(Title(title), Quiet(subtitle), actions...), Grow(body)))
}

// PageHead is the top of a page from lines that the screen keeps and can change. An
// empty subtitle takes no room. The title stands at the same height whatever stands beside and beneath it.
func PageHead(title, subtitle *RichLine, actions ...fyne.CanvasObject) *fyne.Container {
	if subtitle.Text() == "" {
		subtitle.Hide()
	}
	return box(ends{above: true}, VStack(2, title, subtitle), FlowRow(gapPart, actions...))
}

// Ends puts actions at the right of what stands at the left, or beneath it where there is too little room for both.
func Ends(left fyne.CanvasObject, actions ...fyne.CanvasObject) *fyne.Container {
	return box(ends{}, left, FlowRow(gapPart, actions...))
}

// ends is the layout of the two.
type ends struct {
	above bool // what stands at the left begins at the top where the actions are higher, and is not put beside their middle
}

// titleRoom is the least room at the left for what would be wider, at 100 % text.
const titleRoom = 220

// split gives the width of the actions, and whether they go beneath.
func (ends) split(objects []fyne.CanvasObject, width float32) (actions float32, beneath bool) {
	actions = naturalWidth(objects[1])
	if actions == 0 {
		return 0, false
	}
	beneath = width-actions-gapCard < min(scaled(titleRoom), naturalWidth(objects[0]))
	return min(actions, width), beneath
}

func (l ends) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	actions, beneath := l.split(objects, width)
	if beneath {
		return HeightFor(objects[0], width) + gapPart + HeightFor(objects[1], width)
	}
	return max(HeightFor(objects[0], width-actions-gapCard), HeightFor(objects[1], actions))
}

func (ends) MinSize(objects []fyne.CanvasObject) fyne.Size { return over{}.MinSize(objects) }

func (l ends) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	actions, beneath := l.split(objects, size.Width)
	if beneath {
		height := HeightFor(objects[0], size.Width)
		place(objects[0], 0, 0, size.Width, height)
		place(objects[1], 0, height+gapPart, size.Width, HeightFor(objects[1], size.Width))
		return
	}
	words := size.Width - actions - gapCard
	height, foot := HeightFor(objects[0], words), HeightFor(objects[1], actions)
	top := (size.Height - height) / 2
	if l.above {
		top = 0
	}
	place(objects[0], 0, top, words, height)
	place(objects[1], size.Width-actions, (size.Height-foot)/2, actions, foot)
}
