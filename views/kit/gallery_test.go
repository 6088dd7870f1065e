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
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(f, c.Capture()); err != nil {
		t.Fatal(err)
	}
}

// galleryOverlays opens what floats over a page, each over its own.
func galleryOverlays(t *testing.T, look string) {
	t.Helper()
	b := newBench(t, galleryForms())
	b.window.Resize(fyne.NewSize(1024, 700))
	customer := NewPicker(someNames)
	day := NewDateField(galleryNow, DayFirst)
	fields := VStack(gapRow, NewField("Customer", customer), NewField("Day", day).WithHint("A birthday, say"),
		NewField("Answer", NewChips([]Choice{{Value: "a", Label: "Accepted", Tone: ToneOK}, {Value: "d", Label: "Declined"}}, "a", nothingChosen)))
	sheet := ShowSheet(b.canvas(), "Record a referral", fields, SheetOptions{Save: "Save", Extra: []fyne.CanvasObject{NewButton("Erase", nothing).Danger()}})
	b.typed("ann")
	savePicture(t, "sheet-picker-"+look, b.canvas())
	b.key(fyne.KeyReturn, fyne.KeyTab)
	b.typed("in 2 weeks")
	savePicture(t, "sheet-date-"+look, b.canvas())
	b.key(fyne.KeyTab)
	Confirm(b.canvas(), "This takes Ann Hughes, her visits and her words out of the book. It cannot be undone.", "Erase for good", nothing)
	savePicture(t, "sheet-confirm-"+look, b.canvas())
	b.key(fyne.KeyEscape)
	sheet.Close()
	galleryMenu(b)
	savePicture(t, "menu-"+look, b.canvas())
	b.key(fyne.KeyEscape)
	b.layer.Toast("Thanked Ann Hughes with a card.", "Undo", "Ctrl+Z", nothing)
	savePicture(t, "toast-"+look, b.canvas())
}

// galleryMenu opens the list of a menu button under the top of the page.
func galleryMenu(b *bench) {
	m, _ := menu()
	b.layer.SetContent(VStack(gapRow, HStack(gapPart, NewButton("Edit", nothing), m), galleryForms()))
	b.canvas().Focus(m)
	b.key(fyne.KeyReturn)
}

// TestGalleryOverlays draws what floats, in the two looks that differ most: its shadows
// take long to compute without a graphics card.
func TestGalleryOverlays(t *testing.T) {
	galleryOverlays(t, "light")
	houseApp(t).Settings().SetTheme(NewTheme(MaxScale, ModeDark))
	galleryOverlays(t, "dark-large")
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
		{"forms", galleryForms}, {"lists", galleryLists}, {"today", galleryToday}, {"story", galleryStory}, {"tree", galleryTree}, {"charts", galleryCharts}, {"labels", galleryLabels}, {"picture", galleryPicture},
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
				if least := w.Content().MinSize(); least.Width > 1024 || least.Height > 700 {
					t.Errorf("the page needs %v, the smallest window is 1024 by 700", least)
				}
			})
		}
	}
}
