package app

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
)

// A window comes up where it was only if its title bar can be taken hold of there.
func TestAWindowCanBeTakenHoldOf(t *testing.T) {
	left, right := image.Rect(-1920, 0, 0, 1080), image.Rect(0, 0, 1280, 800)
	for name, c := range map[string]struct {
		at      image.Point
		screens []image.Rectangle
		want    bool
	}{
		"on the screen":                {image.Pt(100, 50), []image.Rectangle{right}, true},
		"half over its edge":           {image.Pt(700, 50), []image.Rectangle{right}, true},
		"all but out of it":            {image.Pt(1200, 50), []image.Rectangle{right}, false},
		"under it":                     {image.Pt(100, 900), []image.Rectangle{right}, false},
		"on the second screen":         {image.Pt(-1800, 20), []image.Rectangle{right, left}, true},
		"on a screen that is no more":  {image.Pt(-1800, 20), []image.Rectangle{right}, false},
		"where no screen can be found": {image.Pt(100, 50), nil, false},
	} {
		if got := grips(c.at, fyne.NewSize(500, 400), 2, c.screens); got != c.want {
			t.Errorf("%s: %v, not %v", name, got, c.want)
		}
	}
}
