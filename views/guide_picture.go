package views

import (
	"image"

	"goodturn/views/kit"
)

func (s *guideScreen) enlarge(picture image.Image, words string) {
	enlargePicture(s.w, s.reader, picture, words)
}

// enlargePicture shows a picture of a page as large as it was taken, or as wide as the window. Afterwards the keys scroll the page again.
func enlargePicture(w *Window, page *kit.Reader, picture image.Image, words string) {
	const edges = 48 // of a sheet, at both sides
	width := float32(picture.Bounds().Dx()) + edges
	kit.ShowSheet(w.canvas(), words, kit.NewIllustration(picture), kit.SheetOptions{Width: width, NoHelp: true})
	kit.ReturnSheetTo(w.canvas(), page)
}
