package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Avatar is the circle with a person's initials, or their photo.
type Avatar struct {
	widget.BaseWidget
	initials string
	photo    image.Image // nil for none
	side     float32
	pick     Pick
}

// NewAvatar makes a circle of the size of a row; see Initials.
func NewAvatar(initials string) *Avatar {
	a := &Avatar{initials: initials, side: 34}
	a.ExtendBaseWidget(a)
	return a
}

// Large makes it the size of a card's head.
func (a *Avatar) Large() *Avatar {
	a.side = 56
	a.Refresh()
	return a
}

// SetInitials changes the letters.
func (a *Avatar) SetInitials(initials string) {
	if a.initials != initials {
		a.initials = initials
		a.Refresh()
	}
}

// SetPhoto shows a photo in the circle; nil shows the initials.
func (a *Avatar) SetPhoto(photo image.Image) {
	if a.photo != photo {
		a.photo = photo
		a.Refresh()
	}
}

// HasPhoto tells whether a photo is shown.
func (a *Avatar) HasPhoto() bool { return a.photo != nil }

// MinSize is the circle's.
func (a *Avatar) MinSize() fyne.Size { return fyne.NewSquareSize(scaled(a.side)) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (a *Avatar) CreateRenderer() fyne.WidgetRenderer {
	r := &avatarRenderer{avatar: a, disc: canvas.NewRectangle(nil), text: canvas.NewText("", nil), short: canvas.NewLine(nil), long: canvas.NewLine(nil)}
	r.text.TextStyle.Bold = true
	r.photo = &canvas.Image{FillMode: canvas.ImageFillCover, ScaleMode: canvas.ImageScaleSmooth}
	r.paint()
	return r
}

type avatarRenderer struct {
	avatar *Avatar
	disc   *canvas.Rectangle
	text   *canvas.Text
	photo  *canvas.Image

	short, long *canvas.Line // the tick
}

func (*avatarRenderer) Destroy()             {}
func (r *avatarRenderer) MinSize() fyne.Size { return r.avatar.MinSize() }
func (r *avatarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.disc, r.text, r.photo, r.short, r.long}
}

func (r *avatarRenderer) Layout(size fyne.Size) {
	side := min(size.Width, size.Height, r.avatar.MinSize().Width)
	place(r.disc, (size.Width-side)/2, (size.Height-side)/2, side, side)
	place(r.photo, (size.Width-side)/2, (size.Height-side)/2, side, side)
	r.disc.CornerRadius, r.photo.CornerRadius = side/2, side/2
	center(r.text, size)
	r.layoutTick(size, side)
}

func (r *avatarRenderer) Refresh() {
	r.paint()
	r.Layout(r.avatar.Size())
	canvas.Refresh(r.avatar)
}

func (r *avatarRenderer) paint() {
	r.disc.FillColor = role(ColorPersonTint)
	r.paintTick()
	r.text.Text, r.text.Color = r.avatar.initials, role(ColorPlain)
	r.text.TextSize = scaled(r.avatar.side * 0.36)
	r.photo.Hidden = r.avatar.photo == nil || r.avatar.pick != PickNone
	r.text.Hidden = r.text.Hidden || !r.photo.Hidden
	if r.photo.Image != r.avatar.photo {
		r.photo.Image = r.avatar.photo
		r.photo.Refresh()
	}
}
