package views

import (
	"bytes"
	"image"

	"fyne.io/fyne/v2"

	"goodturn/docs/guide"
	"goodturn/views/kit"
)

// guideWidth is that of a page's text: a line is no longer than is read with ease.
const guideWidth = 620

// guideDrawing draws a page of the guide.
type guideDrawing struct {
	typed       string // what the pages are searched for, which is marked
	onLink      func(target string)
	onPicture   func(picture image.Image, words string) // it is clicked
	pictureRoom func() float32                          // how high a picture may be
}

// page draws all of it; a page that is not in the owner's language says so first. Its headings are given by what links call them.
func (d guideDrawing) page(p guide.Page) (page fyne.CanvasObject, headings map[string]fyne.CanvasObject) {
	column := kit.VStack(10)
	if p.English {
		column.Add(kit.Quiet(kit.T("guide.english")))
	}
	headings = map[string]fyne.CanvasObject{}
	for _, block := range guide.Blocks(p.Text) {
		drawn := d.block(block)
		column.Add(drawn)
		if block.Kind == guide.Heading {
			headings[block.Anchor()] = drawn
		}
	}
	column.Add(kit.VGap(24))
	return kit.AtMost(guideWidth, column), headings
}

func (d guideDrawing) block(b guide.Block) fyne.CanvasObject {
	const step = 20 // further in for each level of a list
	switch b.Kind {
	case guide.Heading:
		return d.heading(b)
	case guide.Bullet:
		return kit.Inset(float32(b.Level)*step, 0, 0, 0, kit.HStackTop(8, kit.Fixed(12, kit.Body("•")), kit.Grow(d.line(b.Words))))
	case guide.Step:
		return kit.Inset(float32(b.Level)*step, 0, 0, 0, kit.HStackTop(8, kit.Fixed(22, kit.Strong(b.Mark)), kit.Grow(d.line(b.Words))))
	case guide.Table:
		return d.table(b.Rows)
	case guide.Image:
		return d.picture(b)
	}
	return d.line(b.Words)
}

func (d guideDrawing) heading(b guide.Block) fyne.CanvasObject {
	if b.Level == 1 {
		return kit.Title(b.Words.String()).MarkFound(d.typed)
	}
	return kit.Inset(0, 10, 0, 0, kit.Heading(b.Words.String()).MarkFound(d.typed))
}

// line is a text that flows, with its links.
func (d guideDrawing) line(words guide.Words) *kit.RichLine {
	line := kit.Rich(guideMarkup(words)).MarkFound(d.typed)
	line.OnLink = d.onLink
	return line
}

// table draws columns of even width, with a rule beneath each row.
func (d guideDrawing) table(rows [][]guide.Words) fyne.CanvasObject {
	column := kit.VStack(6)
	for i, row := range rows {
		cells := make([]fyne.CanvasObject, len(row))
		weights := make([]float32, len(row))
		for j, words := range row {
			cells[j], weights[j] = d.line(words), 1
			if i == 0 {
				cells[j] = kit.Strong(words.String()).MarkFound(d.typed)
			}
		}
		column.Add(kit.Columns(weights, 16, 0, cells...))
		column.Add(kit.Hairline())
	}
	return column
}

// picture is a picture with what it shows beneath it, which a click shows larger; where there is none to be read, the words alone.
func (d guideDrawing) picture(b guide.Block) fyne.CanvasObject {
	words := kit.Quiet(b.Words.String())
	file, err := guide.Picture(b.Address)
	if err != nil {
		return words
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return words
	}
	drawn := kit.NewIllustration(picture).NoHigher(d.pictureRoom)
	return kit.NewTapArea(kit.VStack(4, drawn, words), func() { d.onPicture(picture, b.Words.String()) })
}
