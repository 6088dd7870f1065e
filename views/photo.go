package views

import (
	"bytes"
	"context"
	"image"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// pictureTaker is a screen that takes a picture which was dropped on the window, and tells whether it can take one now.
type pictureTaker interface {
	TakePicture(path string) bool
}

// isPicture tells by its name whether a file is a picture.
func isPicture(path string) bool {
	ending := strings.ToLower(filepath.Ext(path))
	return ending != "" && strings.Contains(app.PhotoEndings+" ", ending+" ")
}

// dropPicture hands the first picture among what was dropped to the screen in front; false where there is none, or the
// screen takes none.
func (w *Window) dropPicture(dropped []fyne.URI) bool {
	taker, ok := w.screens[w.place].(pictureTaker)
	if !ok || w.app.Store == nil {
		return false
	}
	for _, uri := range dropped {
		if isPicture(uri.Path()) {
			return taker.TakePicture(uri.Path())
		}
	}
	return false
}

// TakePicture makes a picture the photo of the customer on the card.
func (s *customersScreen) TakePicture(path string) bool {
	if !s.takesPicture() {
		return false
	}
	s.card.takePhoto(path)
	return true
}

// takesPicture tells whether there is somebody on the card whose photo a picture may become.
func (s *customersScreen) takesPicture() bool { return s.card.id != 0 && s.book.Visible() }

// cardPhoto is the photo on a card, as it was read last.
type cardPhoto struct {
	file    []byte
	picture image.Image
}

// showPhoto shows the customer's photo, or their initials.
func (c *customerCard) showPhoto(id models.CustomerID) error {
	file, err := c.w.store().Photo(id)
	if err != nil {
		return err
	}
	if !bytes.Equal(file, c.photo.file) {
		c.photo = cardPhoto{file: file}
		// One that cannot be read is as none: the initials are there, and everything else on the card.
		if picture, _, err := image.Decode(bytes.NewReader(file)); err == nil {
			c.photo.picture = picture
		}
	}
	c.avatar.SetPhoto(c.photo.picture)
	return nil
}

// onChoosePhoto asks for a picture.
func (c *customerCard) onChoosePhoto() {
	id, name := c.id, c.card.Customer.CalledName()
	first, also, _ := strings.Cut(app.PhotoEndings, " ")
	showChooser(c.w, kit.NewForm(), choosing{
		title: kit.T("photo.title", "Name", name), label: kit.T("photo.path"), save: kit.T("photo.use"),
		start: picturesFolder(c.w), ending: first, also: also,
		check: func(string) error { return nil },
		then:  func(path string) { c.setPhoto(id, name, path) },
	})
}

// picturesFolder is where a picture was chosen last, or the owner's pictures lie.
func picturesFolder(w *Window) string {
	if last := w.app.Prefs.PictureFolder(); last != "" {
		return nearestFolder(last)
	}
	return app.DocumentsFolder()
}

// takePhoto makes the picture at path the photo of the customer on the card.
func (c *customerCard) takePhoto(path string) {
	c.setPhoto(c.id, c.card.Customer.CalledName(), path)
}

// setPhoto makes the picture small beside the window, and keeps it.
func (c *customerCard) setPhoto(id models.CustomerID, name, path string) {
	var file []byte
	store := c.w.store()
	work := func(ctx context.Context, _ func(done, total int)) (err error) {
		file, err = app.Photo(ctx, path)
		return err
	}
	c.w.app.Run(work, app.Watch{
		Slow: func() { c.w.Say(kit.T("photo.working")) },
		Done: func(err error) { c.madeSmall(store, id, name, path, file, err) },
	})
}

// madeSmall keeps the small picture, where the shop is still the one it was made for: in another, the same ID is somebody else.
func (c *customerCard) madeSmall(store *models.Store, id models.CustomerID, name, path string, file []byte, err error) {
	if c.w.app.Store != store {
		return
	}
	if err == nil {
		err = c.w.store().SetPhoto(id, file)
	}
	if err != nil {
		c.w.Trouble(err)
		return
	}
	c.w.app.Prefs.SetPictureFolder(filepath.Dir(path))
	c.w.Did(kit.T("photo.did", "Name", name))
}

// onDropPhoto takes the photo away.
func (c *customerCard) onDropPhoto() {
	c.did(c.w.store().SetPhoto(c.id, nil), kit.T("photo.away.did", "Name", c.card.Customer.CalledName()))
}
