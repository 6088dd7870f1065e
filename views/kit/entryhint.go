package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// SetPlaceHolder says what can be typed here. In a field too narrow for it, it ends in "…".
func (e *Entry) SetPlaceHolder(text string) {
	e.hint = text
	e.Entry.SetPlaceHolder(e.hintFor(e.Size().Width))
}

// hintFor is as much of the placeholder as a field of that width has room for: Fyne would cut a letter in two.
func (e *Entry) hintFor(width float32) string {
	if e.MultiLine || width == 0 {
		return e.hint
	}
	const edges = 2*fieldPad + 4
	measure := func(_ int, text string) float32 {
		extent, _ := textExtent(text, theme.Size(SizeBody), fyne.TextStyle{})
		return extent.Width
	}
	var shown strings.Builder
	pieces, _, _ := flow([]run{{text: e.hint}}, width-edges, 1, measure)
	for _, p := range pieces {
		shown.WriteString(p.text)
	}
	return shown.String()
}

// fitHint cuts the placeholder anew where the field or the text has another size.
func (r *entryRenderer) fitHint() {
	e := r.entry
	if hint := e.hintFor(e.Size().Width); hint != e.PlaceHolder {
		e.Entry.SetPlaceHolder(hint)
	}
}
