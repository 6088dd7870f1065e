package kit

// NewRemovable makes a pill for something that is set, such as a filter, with the × that takes it away: a click on any of
// it, Enter or Space does.
func NewRemovable(label string, onTap func()) *Button {
	b := NewButton(label, onTap).Hint("×")
	b.small, b.pill = true, true
	b.Refresh()
	return b
}
