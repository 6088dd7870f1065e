package kit

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
)

// twoHalves is a picture whose left half is green and whose right half is clear.
func twoHalves(width, height int) image.Image {
	p := image.NewNRGBA(image.Rect(0, 0, width, height))
	for x := range width / 2 {
		for y := range height {
			p.SetNRGBA(x, y, color.NRGBA{R: 31, G: 111, B: 99, A: 255})
		}
	}
	return p
}

// A picture stands whole on white, whatever the look; a word stands there without one.
func TestAPictureStandsOnPaper(t *testing.T) {
	p := NewPicture(150, 96, "H")
	b := newBench(t, VStack(0, HStack(0, p)))
	b.window.Resize(fyne.NewSize(300, 200))
	at := func(x, y int) color.Color { return b.canvas().Capture().At(x, y) }
	dark := func() (n int) {
		shot := b.canvas().Capture()
		for x := 60; x < 90; x++ {
			for y := 30; y < 66; y++ {
				if r, _, _, _ := shot.At(x, y).RGBA(); r < 0x4000 {
					n++
				}
			}
		}
		return n
	}
	if p.HasPicture() || dark() < 20 {
		t.Errorf("without a picture there are %d dark points in the middle", dark())
	}
	p.SetPicture(twoHalves(90, 30))
	white := color.NRGBAModel.Convert(color.White)
	if got := color.NRGBAModel.Convert(at(40, 48)).(color.NRGBA); !p.HasPicture() || got.G < 90 || got.R > 60 {
		t.Errorf("its green half is %v", got)
	}
	for _, point := range [][2]int{{110, 48}, {40, 14}} { // its clear half, and the paper above it
		if got := color.NRGBAModel.Convert(at(point[0], point[1])); got != white {
			t.Errorf("at %v it is %v", point, got)
		}
	}
	p.SetPicture(nil)
	p.SetInstead("")
	if p.HasPicture() || dark() > 0 {
		t.Error("something stands there still")
	}
}
