package views

import (
	"bytes"
	"context"
	"image"

	"goodturn/app"
	"goodturn/models"
)

// rowFaces are the photos of those whose rows were in view, so that scrolling back reads no photo twice. Somebody without
// one is remembered too. They are drawn out beside the window: a screenful of them takes longer than a frame.
type rowFaces struct {
	w       *Window
	news    func() // told when some were drawn out
	seen    map[models.CustomerID]*rowFace
	waiting []*rowFace // to be drawn out
	drawing bool
	soon    soon
}

// rowFace is somebody's photo. One of which nobody knows whether it is still theirs is not fresh.
type rowFace struct {
	file  []byte
	image image.Image // nil for none, and until it is drawn out
	fresh bool
}

// facesKept is for how many people photos are remembered: a good deal more than a window shows.
const facesKept = 200

// of gives the photo for a row; nil where there is none, or none yet. One that cannot be read is as none.
func (f *rowFaces) of(id models.CustomerID) image.Image {
	face, known := f.seen[id]
	if known && face.fresh {
		return face.image
	}
	file, err := f.w.store().Photo(id)
	if err != nil {
		f.w.Trouble(err)
		file = nil // told once
	}
	if known && bytes.Equal(face.file, file) {
		face.fresh = true
		return face.image
	}
	face = &rowFace{file: file, fresh: true}
	if len(f.seen) >= facesKept || f.seen == nil {
		f.seen = map[models.CustomerID]*rowFace{}
	}
	f.seen[id] = face
	if len(file) > 0 {
		f.waiting = append(f.waiting, face)
		f.drawSoon()
	}
	return nil
}

// drawSoon has what waits drawn out, once all the rows of the frame have asked.
func (f *rowFaces) drawSoon() {
	if !f.drawing && !f.soon.planned() && len(f.waiting) > 0 {
		f.soon.plan(f.w.app, 0, f.draw)
	}
}

func (f *rowFaces) draw() {
	some, store := f.waiting, f.w.store()
	f.waiting, f.drawing = nil, true
	images := make([]image.Image, len(some))
	work := func(ctx context.Context, _ func(done, total int)) error {
		for i := 0; i < len(some) && ctx.Err() == nil; i++ {
			images[i], _, _ = image.Decode(bytes.NewReader(some[i].file))
		}
		return ctx.Err()
	}
	f.w.app.Run(work, app.Watch{Done: func(error) {
		if f.w.app.Store != store {
			return // another shop is shown
		}
		for i, face := range some {
			face.image = images[i]
		}
		f.drawing = false
		f.drawSoon()
		f.news()
	}})
}

// forget lets each be looked at once more: something was changed.
func (f *rowFaces) forget() {
	for _, face := range f.seen {
		face.fresh = false
	}
}
