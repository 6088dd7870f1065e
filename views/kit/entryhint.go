package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// SetPlaceHolder says what can be typed here. A field too narrow for it takes the first of the shorter ones that it has room for; the
// last of them ends in "…" where even that is too long.
func (e *Entry) SetPlaceHolder(text string, shorter ...string) {
	e.hints = append([]string{text}, shorter...)
	e.Entry.SetPlaceHolder(e.hintFor(e.Size().Width))
}

// hintFor is the placeholder for a field of that width, cut where a letter ends: Fyne would cut one in two.
func (e *Entry) hintFor(width float32) (hint string) {
	if e.MultiLine || width == 0 {
		return e.hints[0]
	}
	for _, whole := range e.hints {
		if hint = hintIn(whole, width); hint == whole {
			break
		}
	}
	return hint
}

// hintIn is as much of a placeholder as a field of that width has room for.
func hintIn(whole string, width float32) string {
	const edges = 2*fieldPad + 4
	measure := func(_ int, text string) float32 {
		extent, _ := textExtent(text, theme.Size(SizeBody), fyne.TextStyle{})
		return extent.Width
	}
	var shown strings.Builder
	pieces, _, _ := flow([]run{{text: whole}}, width-edges, 1, measure)
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
