package views

import (
	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// troublePage stands in the window when no shop file is open.
func troublePage(w *Window, trouble error) fyne.CanvasObject { return kit.Body(sentenceOf(trouble)) }

func chooseShopFile(w *Window) {}
func makeShopFile(w *Window)   {}

func (w *Window) onDropped(fyne.Position, []fyne.URI) {}
