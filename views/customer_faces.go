package views

import (
	"bytes"
	"image"

	"goodturn/models"
)

// rowFaces are the photos of those whose rows were in view, so that scrolling back reads no photo twice. Somebody without
// one is remembered too.
type rowFaces struct {
	w    *Window
	seen map[models.CustomerID]image.Image
}

// facesKept is for how many people photos are remembered: a good deal more than a window shows.
const facesKept = 200

// of gives the photo for a row; nil where there is none. One that cannot be read is as none.
func (f *rowFaces) of(id models.CustomerID) image.Image {
	if face, known := f.seen[id]; known {
		return face
	}
	if len(f.seen) >= facesKept || f.seen == nil {
		f.forget()
	}
	f.seen[id] = nil // told once, should it not be readable
	file, err := f.w.store().Photo(id)
	if err != nil {
		f.w.Trouble(err)
		return nil
	}
	if len(file) == 0 {
		return nil
	}
	if face, _, err := image.Decode(bytes.NewReader(file)); err == nil {
		f.seen[id] = face
	}
	return f.seen[id]
}

// forget forgets them all: something was changed.
func (f *rowFaces) forget() { f.seen = map[models.CustomerID]image.Image{} }
