package kit

import "fyne.io/fyne/v2"

// sheetLayout places the seven parts of a sheet: shade, ground, title, body, footer,
// question mark, cross. The card is no wider and no higher than it must be; a body that is too high
// scrolls between the title and the footer, which stay.
type sheetLayout struct{ width float32 }

// The greatest width of a sheet that does not say its own.
const sheetWidth = 640

func (l sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

func (l sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	dim, ground, title, body, footer, help, closer := objects[0], objects[1], objects[2], objects[3], objects[4], objects[5], objects[6]
	width := l.width
	if width == 0 {
		width = sheetWidth
	}
	width = min(scaled(width), size.Width-2*gapPage)
	inner := width - 2*gapPage
	side := closer.MinSize()
	corner, sign := side.Width, help.MinSize()
	if help.Visible() {
		corner += sign.Width
	}
	titleHeight := HeightFor(title, inner-corner)
	footHeight := HeightFor(footer, inner)
	rest := titleHeight + footHeight + 2*gapPage + 2*gapCard
	bodyHeight := min(HeightFor(body, inner), size.Height-2*gapPage-rest)
	height := bodyHeight + rest
	x, y := (size.Width-width)/2, max((size.Height-height)/2.4, gapPage)

	place(dim, 0, 0, size.Width, size.Height)
	place(ground, x, y, width, height)
	place(closer, x+width-gapCard-side.Width, y+gapCard, side.Width, side.Height)
	place(help, x+width-gapCard-side.Width-sign.Width, y+gapCard+(side.Height-sign.Height)/2, sign.Width, sign.Height)
	x, y = x+gapPage, y+gapPage
	place(title, x, y, inner-corner, titleHeight)
	y += titleHeight + gapCard
	place(body, x, y, inner, bodyHeight)
	y += bodyHeight + gapCard
	place(footer, x, y, inner, footHeight)
}

// footLayout has the usual buttons at the right and what else there is at the left, above them where there is no room beside.
type footLayout struct{}

func (footLayout) above(objects []fyne.CanvasObject, width float32) bool {
	extra := naturalWidth(objects[0])
	return extra > 0 && extra+gapPart+naturalWidth(objects[1]) > width
}

func (footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return over{}.MinSize(objects) }

func (l footLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	if l.above(objects, width) {
		return HeightFor(objects[0], width) + gapPart + HeightFor(objects[1], width)
	}
	return max(HeightFor(objects[0], width), HeightFor(objects[1], width))
}

func (l footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	extra, usual := objects[0], objects[1]
	wide := min(naturalWidth(usual), size.Width)
	y, left := float32(0), size.Width-wide-gapPart
	if l.above(objects, size.Width) {
		y, left = HeightFor(extra, size.Width)+gapPart, size.Width
	}
	place(extra, 0, 0, max(left, 0), HeightFor(extra, max(left, 0)))
	place(usual, size.Width-wide, y, wide, HeightFor(usual, wide))
}

// SheetRoom is how tall the body of a sheet with a title of one line may be before it has to be scrolled.
func SheetRoom(c fyne.Canvas) float32 {
	return c.Size().Height - Title("Title").MinSize().Height - NewButton("Button", nil).MinSize().Height - 4*gapPage - 2*gapCard
}

// place moves and sizes o.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
