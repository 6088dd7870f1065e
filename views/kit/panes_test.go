package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// It is told when the detail stands alone, and when there is a list to go on from again.
func TestPanesTellThatTheDetailStandsAlone(t *testing.T) {
	var told []bool
	p := NewPanes(VGap(10), VGap(10), 200, 200)
	p.OnAlone = func(alone bool) { told = append(told, alone) }
	want := func(doing string, all ...bool) {
		t.Helper()
		if len(told) != len(all) || len(all) > 0 && told[len(told)-1] != all[len(all)-1] {
			t.Errorf("%s: told %v, want %v", doing, told, all)
		}
		told = nil
	}
	b := newBench(t, p)
	p.ShowDetail()
	want("with room for both")
	b.window.Resize(fyne.NewSize(300, 300))
	want("in a narrow window", true)
	p.ShowDetail()
	want("asked for what is shown")
	p.ShowList()
	want("back to the list", false)
	p.ShowDetail()
	want("on to the detail", true)
	b.window.Resize(fyne.NewSize(800, 600))
	want("with room again", false)
}
