package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestPinnedKeepsItsFootInView(t *testing.T) {
	long, short, foot := VGap(500), VGap(50), VGap(40)
	column := Pinned(200, 10, long, foot)
	column.Resize(fyne.NewSize(100, 200))
	want(t, "its height", HeightFor(column, 100), 200)
	want(t, "the foot", foot.Position().Y, 160)
	want(t, "what scrolls", column.Objects[0].Size().Height, 150)
	column = Pinned(200, 10, short, foot)
	column.Resize(fyne.NewSize(100, 200))
	want(t, "the foot of what is short", foot.Position().Y, 60)
}
