package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// column is a column of five boxes that notes what it was told.
func column(all func()) (ticks []*Tick, told *[]string) {
	told = &[]string{}
	c := NewTickColumn(func(first, last int, on bool) { *told = append(*told, fmt.Sprint(first, last, on)) }, all)
	for range 5 {
		ticks = append(ticks, NewTick("", false, nil))
	}
	c.Set(ticks)
	return ticks, told
}

func shown(ticks []*Tick) (on string) {
	for _, t := range ticks {
		on += map[bool]string{true: "x", false: "-"}[t.On()]
	}
	return on
}

func TestBoxesAreTickedThrough(t *testing.T) {
	ticks, told := column(nil)
	stack := VStack(4)
	for _, tick := range ticks {
		stack.Add(tick)
	}
	b := newBench(t, stack)
	b.click(ticks[1])
	ticks[3].MouseDown(&desktop.MouseEvent{Modifier: fyne.KeyModifierShift})
	ticks[3].Tapped(&fyne.PointEvent{})
	want(t, "ticked", shown(ticks), "-xxx-")
	b.click(ticks[2])
	want(t, "after a click without Shift", shown(ticks), "-x-x-")
	want(t, "told", fmt.Sprint(*told), "[1 1 true 1 3 true 2 2 false]")
}

func TestBoxesAreWalkedAndTickedByKeys(t *testing.T) {
	all := 0
	ticks, told := column(func() { all++ })
	stack := VStack(4)
	for _, tick := range ticks {
		stack.Add(tick)
	}
	b := newBench(t, stack)
	b.canvas().Focus(ticks[0])
	b.key(fyne.KeyUp, fyne.KeyDown, fyne.KeySpace)
	b.wantFocus(ticks[1])
	ticks[1].KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	b.key(fyne.KeyDown, fyne.KeyDown)
	b.wantFocus(ticks[3])
	ticks[3].KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	b.key(fyne.KeyDown, fyne.KeyDown)
	b.wantFocus(ticks[4])
	want(t, "ticked", shown(ticks), "-xxx-")
	want(t, "told", fmt.Sprint(*told), "[1 1 true 1 2 true 2 3 true]")
	ticks[4].TypedShortcut(&fyne.ShortcutSelectAll{})
	want(t, "all were asked for", all, 1)
}
