package views

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// logoCard is the shop's logo, as pages are printed with it: chosen, dropped on the page or pasted, replaced and taken away.
type logoCard struct {
	w        *Window
	picture  *kit.Picture
	told     *kit.RichLine
	choose   *kit.Button
	away     *kit.Button
	shown    []byte // the file that picture shows
	hasShown bool
	card     fyne.CanvasObject
}

func newLogoCard(w *Window) *logoCard {
	c := &logoCard{w: w, picture: kit.NewPicture(150, 96, ""), told: kit.Quiet("")}
	c.choose = kit.NewButton(kit.T("logo.choose"), c.onChoose)
	c.away = kit.NewButton(kit.T("logo.away"), c.onAway).Plain()
	buttons := kit.VStack(10, c.told, kit.FlowRow(8, c.choose, c.away))
	c.card = kit.CardWithHeading(kit.T("logo.heading"), -1, kit.HStackTop(16, c.picture, kit.Grow(buttons)))
	return c
}

func (c *logoCard) object() fyne.CanvasObject { return c.card }

func (c *logoCard) reload(shop models.Shop) error {
	logo, err := c.w.store().Logo()
	if err != nil {
		return err
	}
	c.picture.SetInstead(initialOf(shop.Name))
	if !c.hasShown || !bytes.Equal(logo.Image, c.shown) {
		c.shown, c.hasShown = logo.Image, true
		c.picture.SetPicture(app.OnWhite(logo.Image))
	}
	has := len(logo.Image) > 0
	c.told.SetText(kit.T("logo.none"))
	c.choose.SetText(kit.T("logo.choose"))
	if has {
		c.told.SetText(kit.T("logo.has", "File", kit.Escape(logo.File)))
		c.choose.SetText(kit.T("logo.replace"))
	}
	c.away.Hidden = !has
	c.card.Refresh()
	return nil
}

// initialOf is what stands on pages of a shop without a logo.
func initialOf(name string) string {
	if letters := []rune(kit.Initials(name)); len(letters) > 0 {
		return string(letters[:1])
	}
	return ""
}

// onChoose asks for a picture.
func (c *logoCard) onChoose() {
	first, also, _ := strings.Cut(app.PhotoEndings, " ")
	showChooser(c.w, kit.NewForm(), choosing{
		title: kit.T("logo.title"), label: kit.T("photo.path"), save: kit.T("photo.use"),
		start: picturesFolder(c.w), ending: first, also: also,
		check: func(string) error { return nil },
		then:  c.take,
	})
}

// take makes the picture at path small enough beside the window, and keeps it as the logo.
func (c *logoCard) take(path string) {
	var file []byte
	store := c.w.store()
	work := func(ctx context.Context, _ func(done, total int)) (err error) {
		file, err = app.Logo(ctx, path)
		return err
	}
	c.w.app.Run(work, app.Watch{
		Slow: func() { c.w.Say(kit.T("photo.working")) },
		Done: func(err error) { c.made(store, path, file, err) },
	})
}

// made keeps the picture, where the shop is still the one it was made for.
func (c *logoCard) made(store *models.Store, path string, file []byte, err error) {
	if c.w.app.Store != store {
		return
	}
	if err == nil {
		err = store.SetLogo(file, filepath.Base(path))
	}
	if err != nil {
		c.w.Trouble(err)
		return
	}
	c.w.app.Prefs.SetPictureFolder(filepath.Dir(path))
	c.w.Did(kit.T("logo.did"))
}

// onAway takes the logo away. The keyboard goes on at the button that stays.
func (c *logoCard) onAway() {
	if err := c.w.store().RemoveLogo(); err != nil {
		c.w.Trouble(err)
		return
	}
	c.w.canvas().Focus(c.choose)
	c.w.Did(kit.T("logo.away.did"))
}

// TakePicture makes a picture that was dropped on the settings, or pasted there, the shop's logo.
func (s *settingsScreen) TakePicture(path string) bool {
	s.logo.take(path)
	return true
}
