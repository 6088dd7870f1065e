package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Brand is the head of the rail: the program's sign, its name and the shop's.
type Brand struct {
	widget.BaseWidget
	shop    *RichLine
	content *fyne.Container
}

// NewBrand makes the head of the rail. icon may be nil: then the first letter of the
// name stands for it.
func NewBrand(icon fyne.Resource, name, shop string) *Brand {
	b := &Brand{shop: Quiet(shop).Ellipsis()}
	b.shop.look.size = SizeBadge
	words := VStack(0, Heading(name).Ellipsis(), b.shop)
	b.content = HStack(10, brandSign(icon, name), Grow(words))
	b.ExtendBaseWidget(b)
	return b
}

func brandSign(icon fyne.Resource, name string) fyne.CanvasObject {
	const side = 32
	sign := box(sizeLayout{width: side, height: side})
	if icon == nil {
		letter := Middle(plainLine(Initials(name)[:1], textLook{SizeBody, ColorOnPrimary, true}))
		sign.Objects = []fyne.CanvasObject{newSurface(ColorPrimary, "", radiusField), letter}
		return sign
	}
	image := canvas.NewImageFromResource(icon)
	image.FillMode = canvas.ImageFillContain
	sign.Objects = []fyne.CanvasObject{image}
	return sign
}

// SetShop changes the shop's name.
func (b *Brand) SetShop(name string) { b.shop.SetText(name) }

// HeightFor gives the height at a width.
func (b *Brand) HeightFor(width float32) float32 { return HeightFor(b.content, width) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (b *Brand) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.content) }
