package kit

import (
	"fyne.io/fyne/v2"
)

// Card is a raised surface with content below each other.
func Card(content ...fyne.CanvasObject) *fyne.Container {
	return CardFilled(VStack(gapRow, content...))
}

// CardFilled is a card that one thing fills to its padding: a list, say.
func CardFilled(content fyne.CanvasObject) *fyne.Container {
	return Over(newSurface(ColorCard, ColorHairline, radiusCard), Pad(gapCard, content))
}

// CardWithHeading is a card with its name above the content, and how many things
// are in it (-1 for none).
func CardWithHeading(heading string, count int, content ...fyne.CanvasObject) *fyne.Container {
	return CardWithAction(heading, count, nil, content...)
}

// CardWithAction is CardWithHeading with something to click at the right of the heading.
func CardWithAction(heading string, count int, action fyne.CanvasObject, content ...fyne.CanvasObject) *fyne.Container {
	parts := append([]fyne.CanvasObject{CardHeading(heading, count, action)}, content...)
	return Card(parts...)
}

// CardHeading is the first line of a card: its name, a count (-1 for none) and an
// action (nil for none).
func CardHeading(heading string, count int, action fyne.CanvasObject) *fyne.Container {
	name := Rich("")
	name.look = textLook{SizeHeading, ColorInk, true}
	name.SetMarkup(headingMarkup(heading, count))
	if action == nil {
		return HStack(gapPart, Grow(name))
	}
	return HStack(gapPart, Grow(name), action)
}

func headingMarkup(heading string, count int) string {
	if count < 0 {
		return Escape(heading)
	}
	return Escape(heading) + "_ · " + Count(count) + "_"
}
