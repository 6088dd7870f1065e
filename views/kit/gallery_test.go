package kit

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// savePicture writes what is on the canvas to $GOODTURN_PICTURES, or to a folder that
// is deleted after the test.
func savePicture(t *testing.T, name string, c fyne.Canvas) {
	t.Helper()
	dir := os.Getenv("GOODTURN_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, c.Capture()); err != nil {
		t.Fatal(err)
	}
}

// TestGallery draws every widget in light and dark, at the usual and the largest text.
func TestGallery(t *testing.T) {
	looks := []struct {
		name  string
		mode  Mode
		scale float32
	}{
		{"light", ModeLight, 1}, {"dark", ModeDark, 1}, {"light-large", ModeLight, MaxScale}, {"dark-large", ModeDark, MaxScale},
	}
	pages := []struct {
		name string
		make func() fyne.CanvasObject
	}{
		{"forms", galleryForms}, {"lists", galleryLists}, {"today", galleryToday}, {"story", galleryStory},
	}
	for _, look := range looks {
		for _, page := range pages {
			t.Run(page.name+"-"+look.name, func(t *testing.T) {
				app := houseApp(t)
				app.Settings().SetTheme(NewTheme(look.scale, look.mode))
				w := test.NewTempWindow(t, NewLayer(page.make(), never))
				w.SetPadded(false)
				w.Resize(fyne.NewSize(1280, 800))
				savePicture(t, page.name+"-"+look.name, w.Canvas())
			})
		}
	}
}
