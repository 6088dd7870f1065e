package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"goodturn/models"
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
	spans := models.Marks(r.text, typed)
	if r.badge || len(spans) == 0 {
		return []run{r}
	}
	letters, at := []rune(r.text), 0
	cut := func(to int, found bool) {
		if to > at {
			part := r
			part.text, part.found = string(letters[at:to]), found
			parts = append(parts, part)
			at = to
		}
	}
	for _, span := range spans {
		cut(span.From, false)
		cut(span.To, true)
	}
	cut(len(letters), false)
	return parts
}

// underlaid is text with colour under it.
func underlaid(text fyne.CanvasObject) fyne.CanvasObject {
	under := canvas.NewRectangle(role(ColorWarnTint))
	under.CornerRadius = 3
	return Over(under, text)
}
