//go:build pictures

package views

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app"
)

// lookOf is one way the program can look.
type lookOf struct {
	name  string
	size  fyne.Size
	mode  string
	scale float32
}

// looks are the ways in which every scene is photographed.
var looks = []lookOf{
	{"light", fyne.NewSize(1280, 800), "light", 1},
	{"dark", fyne.NewSize(1280, 800), "dark", 1},
	{"small-window", smallest, "light", 1},
	{"largest-text", smallest, "light", app.LargestText},
}

// TestPictures photographs every scene in every look into pictures/LOOK-SCENE.png. GOODTURN_LANGUAGE is the code of the
// language they are in, GOODTURN_LOOK the one look that is wanted.
func TestPictures(t *testing.T) {
	for _, l := range looks {
		if only := os.Getenv("GOODTURN_LOOK"); only != "" && only != l.name {
			continue
		}
		s := newStage(t)
		s.w.app.Prefs.SetLanguage(os.Getenv("GOODTURN_LANGUAGE"))
		s.w.speak()
		s.w.makeAnew()
		s.w.app.Prefs.SetTextScale(l.scale)
		s.w.setMode(l.mode)
		s.w.win.Resize(l.size)
		for _, c := range everyScene() {
			t.Run(l.name+"-"+c.name, func(t *testing.T) {
				s.t = t
				s.set(c)
				s.photograph(filepath.Join("..", "pictures", t.Name()[len("TestPictures/"):]+".png"))
			})
		}
	}
}

// photograph writes what the window shows as a PNG file.
func (s *stage) photograph(path string) {
	s.must(os.MkdirAll(filepath.Dir(path), 0o755))
	file, err := os.Create(path)
	s.must(err)
	defer file.Close()
	defer func() {
		if trouble := recover(); trouble != nil {
			s.t.Errorf("Fyne cannot draw it: %v", trouble)
		}
	}()
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	s.must(encoder.Encode(file, s.w.canvas().Capture()))
}
