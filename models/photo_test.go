package models_test

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// aPhoto gives a small PNG file.
func aPhoto() []byte { return pngOf(16, 16) }

func pngOf(width, height int) []byte {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		panic(err)
	}
	return file.Bytes()
}

func TestAPhotoOnTheCard(t *testing.T) {
	store, _ := modelstest.New(t)
	ann := modelstest.Customer(t, store, "Ann", "")
	if err := store.SetPhoto(ann, aPhoto()); err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		file []byte
		key  string
	}{"no picture": {[]byte("hello"), "photo.kind"}, "too wide": {pngOf(models.PhotoEdge+1, 9), "photo.large"}, "too large": {append(aPhoto(), make([]byte, models.PhotoBytes)...), "photo.large"}} {
		t.Run(what, func(t *testing.T) { wantProblem(t, store.SetPhoto(ann, c.file), "photo", c.key) })
	}
	if file, err := store.Photo(ann); err != nil || !bytes.Equal(file, aPhoto()) {
		t.Errorf("the photo came back as %d bytes, %v", len(file), err)
	}
	if err := store.SetPhoto(ann, nil); err != nil {
		t.Fatal(err)
	}
	if file, err := store.Photo(ann); err != nil || file != nil {
		t.Errorf("a photo that was taken away: %d bytes, %v", len(file), err)
	}
	if err := store.UndoLast(); err != nil {
		t.Fatal(err)
	}
	if file, err := store.Photo(ann); err != nil || !bytes.Equal(file, aPhoto()) {
		t.Errorf("undo brought %d bytes back, %v", len(file), err)
	}
	if err := store.SetPhoto(4711, aPhoto()); err != models.ErrNotFound {
		t.Errorf("a photo of nobody: %v", err)
	}
}
