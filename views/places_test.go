package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// A head that wraps in a window made narrower has its room at once, and covers nothing of the page.
func TestHeadThatWrapsHasItsRoom(t *testing.T) {
	newBench(t, nil)
	head := kit.PageHead(kit.Title("Wednesday 23 September"), kit.Quiet("Eight things to do."), kit.NewButton("We did not have it", nil))
	rest := kit.Body("the page")
	column := windowColumn(head, rest)
	for _, width := range []float32{900, 380, 900} {
		column.Resize(fyne.NewSize(width, 600))
		if need := kit.HeightFor(head, width); head.Size().Height != need || rest.Position().Y != need {
			t.Errorf("%g wide: the head needs %g, has %g, and the page begins at %g", width, need, head.Size().Height, rest.Position().Y)
		}
	}
}
