package views

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// pictureAt writes a picture of that many points to a file of that name, and gives its path.
func pictureAt(t *testing.T, name string, width, height int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPictureIsDroppedOnTheCard(t *testing.T) {
	b, c := annsCard(t)
	b.w.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("/a/letter.txt"), storage.NewFileURI(pictureAt(t, "Ann.PNG", 900, 300))})
	file, err := b.store().Photo(c.id)
	b.must(err)
	if len(file) == 0 || !c.avatar.HasPhoto() || c.photo.picture.Bounds().Dx() != models.PhotoEdge {
		t.Fatalf("the card has a photo: %t, of %d bytes", c.avatar.HasPhoto(), len(file))
	}
	other := peterOf(t, b)
	s := b.w.screens[PlaceCustomers].(*customersScreen)
	s.faces.of(c.id)
	b.pass()
	if s.faces.of(c.id) == nil || s.faces.of(other) != nil {
		t.Error("the rows of the list do not show her photo, or show it for somebody else")
	}
	modelstest.Visit(t, b.store(), other, "Bell")
	if s.faces.of(c.id) == nil || len(s.faces.waiting) > 0 {
		t.Error("a change that has nothing to do with her photo has it drawn out anew")
	}
	b.must(b.store().SetPhoto(c.id, nil))
	if s.faces.of(c.id) != nil {
		t.Error("a photo that was taken away is still shown")
	}
	b.must(b.store().SetPhoto(c.id, file))
	b.w.OpenCustomer(other)
	if c.avatar.HasPhoto() {
		t.Error("somebody else has her photo")
	}
}

// peterOf gives the one Ann sent.
func peterOf(t *testing.T, b *bench) models.CustomerID {
	t.Helper()
	found, err := b.store().FindCustomers("Peter", 1)
	if err != nil || len(found) != 1 {
		t.Fatal("no Peter", err)
	}
	return found[0].ID
}

func TestPhotoIsTakenAwayAndBroughtBack(t *testing.T) {
	b, c := annsCard(t)
	offered := func() (away bool) {
		for _, item := range c.moreItems() {
			away = away || item.Label == kit.T("photo.away")
		}
		return away
	}
	if offered() {
		t.Error("a photo that is not there can be taken away")
	}
	c.takePhoto(pictureAt(t, "ann.png", 20, 20))
	if !offered() {
		t.Fatal("the photo cannot be taken away")
	}
	c.onDropPhoto()
	if c.avatar.HasPhoto() {
		t.Error("the photo is still shown")
	}
	b.w.do("undo")
	if !c.avatar.HasPhoto() {
		t.Error("Undo does not bring the photo back")
	}
	b.w.do("undo")
	if c.avatar.HasPhoto() {
		t.Error("Undo of the photo leaves it on the card")
	}
}

func TestNoPictureIsRefusedInASentence(t *testing.T) {
	b, c := annsCard(t)
	path := filepath.Join(t.TempDir(), "letter.jpg")
	b.must(os.WriteFile(path, []byte("Dear Ann"), 0o600))
	before := b.store().LastChange()
	b.w.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	if !kit.SheetOpen(b.w.canvas()) || b.store().LastChange() != before || c.avatar.HasPhoto() {
		t.Error("a letter that is called a picture is not refused")
	}
}

func TestPictureIsChosen(t *testing.T) {
	b, c := annsCard(t)
	path := pictureAt(t, "ann.png", 20, 20)
	c.onChoosePhoto()
	if !kit.SheetOpen(b.w.canvas()) {
		t.Fatal("nothing asks for the picture")
	}
	focused := b.w.canvas().Focused().(interface{ SetText(string) })
	focused.SetText(path)
	b.save()
	if !c.avatar.HasPhoto() {
		t.Error("the chosen picture is not shown")
	}
	if b.w.app.Prefs.PictureFolder() != filepath.Dir(path) {
		t.Errorf("the next picture is looked for in %q", b.w.app.Prefs.PictureFolder())
	}
}

func TestOnlyPicturesAreTaken(t *testing.T) {
	for path, want := range map[string]bool{"a.jpg": true, "A.JPEG": true, "a.webp": true, "a.jp": false, "a": false, "a.png.exe": false, "a.p": false} {
		if isPicture(path) != want {
			t.Errorf("%s is a picture: %t", strings.ToUpper(path), !want)
		}
	}
}
