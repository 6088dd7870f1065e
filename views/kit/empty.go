package kit

import "fyne.io/fyne/v2"

// EmptyState says in the middle of an empty place what to do first, with the button
// that does it (an empty label for none), and more ways beneath it.
func EmptyState(sentence, buttonLabel string, onTap func(), more ...fyne.CanvasObject) *fyne.Container {
	words := AtMost(420, Body(sentence).Centered())
	if buttonLabel == "" {
		return Pad(gapPage, Middle(words))
	}
	button := NewButton(buttonLabel, onTap)
	column := VStack(gapCard, words)
	for _, way := range append([]fyne.CanvasObject{button}, more...) {
		column.Add(HStack(0, Spacer(), way, Spacer()))
	}
	return Pad(gapPage, Middle(column))
}
