package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Illustration is a picture in a text, such as a part of a screen: as large as it was taken where there is room for it, else as wide
// as the text.
type Illustration struct {
	widget.BaseWidget
	picture image.Image
	most    func() float32 // how high it may be; nil for any height
}

// NewIllustration makes one of a picture.
func NewIllustration(picture image.Image) *Illustration {
	i := &Illustration{picture: picture}
	i.ExtendBaseWidget(i)
	return i
}

// NoHigher has it drawn smaller where it would be higher than most, which is asked anew whenever it is laid out.
func (i *Illustration) NoHigher(most func() float32) *Illustration {
	i.most = most
	return i
}

// drawn is how large the picture is in a width.
func (i *Illustration) drawn(width float32) fyne.Size {
	taken := i.picture.Bounds()
	full := fyne.NewSize(float32(taken.Dx()), float32(taken.Dy()))
	share := min(width/full.Width, 1)
	if i.most != nil {
		share = min(share, i.most()/full.Height)
	}
	return fyne.NewSize(full.Width*share, full.Height*share)
}

// HeightFor gives the height at a width.
func (i *Illustration) HeightFor(width float32) float32 { return i.drawn(width).Height }

// MinSize is narrow, because the picture can be drawn smaller.
func (i *Illustration) MinSize() fyne.Size {
	const least = 48
	return fyne.NewSize(least, i.drawn(max(i.Size().Width, least)).Height)
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (i *Illustration) CreateRenderer() fyne.WidgetRenderer {
	r := &illustrationRenderer{of: i, picture: canvas.NewImageFromImage(i.picture), frame: canvas.NewRectangle(role(colorClear))}
	r.picture.FillMode, r.picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	r.frame.StrokeWidth = 1
	r.frame.StrokeColor = role(ColorHairline)
	return r
}

type illustrationRenderer struct {
	of      *Illustration
	picture *canvas.Image
	frame   *canvas.Rectangle
}

func (*illustrationRenderer) Destroy()             {}
func (r *illustrationRenderer) MinSize() fyne.Size { return r.of.MinSize() }
func (r *illustrationRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.picture, r.frame}
}

func (r *illustrationRenderer) Layout(size fyne.Size) {
	drawn := r.of.drawn(size.Width)
	r.picture.Resize(drawn)
	r.frame.Resize(drawn)
}

func (r *illustrationRenderer) Refresh() {
	r.frame.StrokeColor = role(ColorHairline)
	r.Layout(r.of.Size())
	canvas.Refresh(r.of)
}
