package views

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"goodturn/views/kit"
)

// holdsText tells whether the words can be read somewhere in o, in a text or in a field.
func holdsText(o fyne.CanvasObject, words string) bool {
	for _, part := range test.LaidOutObjects(o) {
		text := ""
		switch part := part.(type) {
		case *kit.RichLine:
			text = part.Text()
		case *kit.Entry:
			text = part.Text
		case *kit.Button:
			text = part.Text()
		case *canvas.Text:
			text = part.Text
		}
		if text != "" && strings.Contains(text, words) && part.Visible() {
			return true
		}
	}
	return false
}
