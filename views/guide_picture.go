package views

import (
	"image"

	"goodturn/views/kit"
)

// enlarge shows a picture of the page as large as it was taken, or as wide as the window. Afterwards the keys scroll the page again.
func (s *guideScreen) enlarge(picture image.Image, words string) {
	const edges = 48 // of a sheet, at both sides
	width := float32(picture.Bounds().Dx()) + edges
	kit.ShowSheet(s.w.canvas(), words, kit.NewIllustration(picture), kit.SheetOptions{Width: width})
	kit.ReturnSheetTo(s.w.canvas(), s.reader)
}
