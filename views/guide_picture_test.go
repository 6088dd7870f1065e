package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/app"
	"goodturn/views/kit"
)

// guidePicture opens the picture of a page.
func (s *stage) guidePicture() {
	s.w.showGuide("customers")
	_, click := pictureOn(s.w.canvas().Content())
	test.Tap(click)
}

// pictureOn is the first picture on o, and what is clicked for it.
func pictureOn(o fyne.CanvasObject) (picture *kit.Illustration, click *kit.TapArea) {
	for _, o := range test.LaidOutObjects(o) {
		switch o := o.(type) {
		case *kit.TapArea:
			click = o
		case *kit.Illustration:
			return o, click
		}
	}
	return nil, nil
}

// At the largest text in the smallest window there is room for a picture or for words, and the words are what is read: the picture takes
// one half. Where there is more room, it takes as much as leaves some lines in view.
func TestAPictureLeavesRoomForWords(t *testing.T) {
	for _, look := range []struct {
		width, height float32
		scale         float32
		most, least   float32 // of what is in view
	}{{1024, 700, app.LargestText, 0.5, 0.45}, {1280, 800, 1, 0.8, 0.6}} {
		b := newBench(t, nil)
		b.w.app.Prefs.SetTextScale(look.scale)
		b.w.applyLook()
		b.w.win.Resize(fyne.NewSize(look.width, look.height))
		b.w.showGuide("customers")
		picture, _ := pictureOn(b.guide().reader)
		if part := picture.Size().Height / b.guide().reader.Size().Height; part > look.most || part < look.least {
			t.Errorf("at %v in %v × %v the picture is %v high, which is %v of the page", look.scale, look.width, look.height, picture.Size().Height, part)
		}
	}
}

// A picture that is drawn small is shown large by a click, and by Tab and Enter, and the page is read on afterwards.
func TestAPictureIsEnlarged(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Prefs.SetTextScale(app.LargestText)
	b.w.applyLook()
	b.w.win.Resize(fyne.NewSize(1024, 700))
	b.w.showGuide("customers")
	small, click := pictureOn(b.guide().reader)
	enlarge := map[string]func(){
		"a click": func() { test.Tap(click) },
		"Enter":   func() { b.keys(fyne.KeyTab, fyne.KeyReturn) },
	}
	for by, do := range enlarge {
		b.w.canvas().Focus(b.guide().reader)
		do()
		if !kit.SheetOpen(b.w.canvas()) {
			t.Fatalf("%s opens nothing", by)
		}
		if large, _ := pictureOn(b.w.canvas().Overlays().Top()); large.Size().Height < 2*small.Size().Height {
			t.Errorf("by %s it is %v high, and was %v", by, large.Size().Height, small.Size().Height)
		}
		b.keys(fyne.KeyEscape, fyne.KeyPageDown)
		if b.guide().reader.Offset() == 0 {
			t.Errorf("after %s the page is not read on", by)
		}
		b.keys(fyne.KeyHome)
	}
}
