package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// MarkFound lays colour under what was typed to search, wherever it stands: see models.Marks. It is for words of which
// some are bold already.
func (r *RichLine) MarkFound(typed string) *RichLine {
	if typed == "" {
		return r
	}
	var runs []run
	for _, part := range r.runs {
		runs = append(runs, part.split(typed)...)
	}
	r.setRuns(runs)
	return r
}

// split cuts a run where what was found begins and ends. Badges stay whole.
func (r run) split(typed string) (parts []run) {
	spans := markedSpans(r.text, typed)
	if r.badge || len(spans) == 0 {
		return []run{r}
	}
	letters, at := []rune(r.text), 0
	for _, span := range spans {
		parts = r.cut(parts, letters[at:span.From], false)
		parts = r.cut(parts, letters[span.From:span.To], true)
		at = span.To
	}
	return r.cut(parts, letters[at:], false)
}

// cut adds letters to parts as a run like this one, where there are any.
func (r run) cut(parts []run, letters []rune, found bool) []run {
	if len(letters) == 0 {
		return parts
	}
	r.text, r.found = string(letters), found
	return append(parts, r)
}

// underlaid is text with colour under it.
func underlaid(text fyne.CanvasObject) fyne.CanvasObject {
	under := canvas.NewRectangle(role(ColorWarnTint))
	under.CornerRadius = 3
	return Over(under, text)
}
