package kit

import "fyne.io/fyne/v2"

// EmptyState says in the middle of an empty place what to do first, with the button
// that does it (an empty label for none).
func EmptyState(sentence, buttonLabel string, onTap func()) *fyne.Container {
	words := Fixed(420, Body(sentence).Centered())
	if buttonLabel == "" {
		return Pad(gapPage, Middle(words))
	}
	button := NewButton(buttonLabel, onTap)
	return Pad(gapPage, Middle(VStack(gapCard, words, HStack(0, Spacer(), button, Spacer()))))
}
