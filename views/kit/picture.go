package kit

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Picture shows a picture as it comes out on paper: whole, in the middle of a white sheet, in every look of the window. Without one
// there stands a word in its place.
type Picture struct {
	widget.BaseWidget
	size    fyne.Size // at 100 % text
	picture image.Image
	instead string
}

// NewPicture makes the sheet, so large at 100 % text; instead is what stands there without a picture.
func NewPicture(width, height float32, instead string) *Picture {
	p := &Picture{size: fyne.NewSize(width, height), instead: instead}
	p.ExtendBaseWidget(p)
	return p
}

// SetPicture shows another picture; nil for none.
func (p *Picture) SetPicture(picture image.Image) {
	p.picture = picture
	p.Refresh()
}

// SetInstead changes what stands there without a picture.
func (p *Picture) SetInstead(words string) {
	p.instead = words
	p.Refresh()
}

// HasPicture tells whether there is one.
func (p *Picture) HasPicture() bool { return p.picture != nil }

// MinSize is the sheet's.
func (p *Picture) MinSize() fyne.Size {
	return fyne.NewSize(scaled(p.size.Width), scaled(p.size.Height))
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer {
	r := &pictureRenderer{of: p, paper: canvas.NewRectangle(color.White), text: canvas.NewText("", color.Black)}
	r.paper.CornerRadius, r.paper.StrokeWidth = 8, 1
	r.text.TextStyle.Bold = true
	r.picture = &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}
	r.paint()
	return r
}

type pictureRenderer struct {
	of      *Picture
	paper   *canvas.Rectangle
	picture *canvas.Image
	text    *canvas.Text
}

func (*pictureRenderer) Destroy()             {}
func (r *pictureRenderer) MinSize() fyne.Size { return r.of.MinSize() }
func (r *pictureRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.paper, r.picture, r.text}
}

func (r *pictureRenderer) Layout(size fyne.Size) {
	const edge = 8
	r.paper.Resize(size)
	place(r.picture, edge, edge, size.Width-2*edge, size.Height-2*edge)
	center(r.text, size)
}

func (r *pictureRenderer) Refresh() {
	r.paint()
	r.Layout(r.of.Size())
	canvas.Refresh(r.of)
}

func (r *pictureRenderer) paint() {
	r.paper.StrokeColor = role(ColorHairline)
	r.picture.Hidden, r.text.Hidden = r.of.picture == nil, r.of.picture != nil
	r.text.Text, r.text.TextSize = r.of.instead, scaled(r.of.size.Height*0.4)
	if r.picture.Image != r.of.picture {
		r.picture.Image = r.of.picture
		r.picture.Refresh()
	}
}
