package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/app"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// The eye finds the title of every page in one place, whatever stands beside and beneath it, however small the window and large the text.
func TestTitlesStandAtOneHeight(t *testing.T) {
	b := &bench{t: t, clock: modelstest.NewClock(), path: t.TempDir() + "/shop.goodturn"}
	b.must(modelstest.Counter(b.path, b.clock.Now()))
	b.open()
	titlesStandAtOneHeight(t, b)
}

// So it does in a shop in which nothing happened yet, where beneath some titles nothing is said.
func TestTitlesOfAnEmptyShopStandAtOneHeight(t *testing.T) {
	titlesStandAtOneHeight(t, newBench(t, nil))
}

func titlesStandAtOneHeight(t *testing.T, b *bench) {
	t.Helper()
	for _, size := range []fyne.Size{fyne.NewSize(1280, 800), smallest} {
		for _, scale := range []float32{1, 1.3, app.LargestText} {
			b.w.win.Resize(size)
			b.w.app.Prefs.SetTextScale(scale)
			b.w.applyLook()
			titlesStandAlike(t, b, size, scale)
		}
	}
}

func titlesStandAlike(t *testing.T, b *bench, size fyne.Size, scale float32) {
	t.Helper()
	heights, first := map[Place]float32{}, float32(-1)
	for _, place := range append([]Place{PlaceGuide}, everyPlace...) {
		b.w.Show(place)
		at, there := titleHeight(b.w.screens[place])
		if !there {
			continue // a customer book with somebody in it begins with its search
		}
		if first < 0 {
			first = at
		}
		heights[place] = at
		if at != first {
			t.Errorf("%v at %v: the title of %s begins at %v, that of others at %v", size, scale, place, at, first)
		}
	}
	if len(heights) < 12 {
		t.Errorf("%d pages have a title: %v", len(heights), heights)
	}
}

// drawnObjects are o and what is in it, without what is hidden and what is in that: the customer book has a title while it is empty.
func drawnObjects(o fyne.CanvasObject) (all []fyne.CanvasObject) {
	if !o.Visible() {
		return nil
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	all = []fyne.CanvasObject{o}
	for _, part := range parts {
		all = append(all, drawnObjects(part)...)
	}
	return all
}

// titleHeight gives how far below the top of the page its title begins.
func titleHeight(s Screen) (at float32, there bool) {
	driver := fyne.CurrentApp().Driver()
	for _, o := range drawnObjects(s.Content()) {
		if line, ok := o.(*kit.RichLine); ok && line.Visible() && line.Text() == s.Title() && line.MinSize().Height >= kit.Title("X").MinSize().Height {
			return driver.AbsolutePositionForObject(line).Y - driver.AbsolutePositionForObject(s.Content()).Y, true
		}
	}
	return 0, false
}
