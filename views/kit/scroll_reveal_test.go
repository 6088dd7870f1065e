package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A page that is about to be shown was never drawn, and Fyne knows no places on it.
func TestRevealWhatWasNeverDrawn(t *testing.T) {
	last := NewButton("last", nil)
	rows := VStack(8)
	for range 40 {
		rows.Add(NewButton("one of many", nil))
	}
	rows.Add(NewField("A field", last))
	s := Scroll(rows)
	s.Resize(fyne.NewSize(300, 200))
	s.Reveal(last)
	top := s.topOf(last) - s.Offset()
	if s.Offset() == 0 || top < 0 || top+last.Size().Height > s.Size().Height {
		t.Errorf("scrolled by %v, it begins at %v of %v", s.Offset(), top, s.Size().Height)
	}
}
