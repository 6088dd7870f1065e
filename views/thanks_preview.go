package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"goodturn/models"
)

// thanksPreview shows the pages of the list of people to thank as they would be printed now.
type thanksPreview struct {
	*pagesPreview
	printer *thanksPrinter
	rows    []models.ThankYouRow // what the pages are to show
}

func newThanksPreview(w *Window, printer *thanksPrinter) *thanksPreview {
	p := &thanksPreview{printer: printer}
	p.pagesPreview = newPagesPreview(w, p.prepare)
	return p
}

// show lets the pages show these rows, now or as soon as there is room for a preview.
func (p *thanksPreview) show(rows []models.ThankYouRow) {
	p.rows = rows
	p.renew()
}

// prepare words the list; what it gives lays it out.
func (p *thanksPreview) prepare() (layOut, error) {
	list, err := p.printer.list(p.rows)
	return p.printer.lay(list), err
}

// besidePreview puts a preview at the right of main, where there is room for both.
func besidePreview(w *Window, main fyne.CanvasObject, preview *thanksPreview) fyne.CanvasObject {
	return container.New(previewLayout{w: w, preview: preview}, main, preview.object)
}

// previewLayout hides the preview where main would have too little room beside it.
type previewLayout struct {
	w       *Window
	preview *thanksPreview
}

// The room beside a preview, and what it takes of it, at 100 % text.
const (
	previewGap   = 18
	previewLeast = 860 // of the whole, for there to be a preview
	previewShare = 0.37
)

func (l previewLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	main, side := objects[0], objects[1]
	room := size.Width >= previewLeast*l.w.app.Prefs.TextScale()
	if room == side.Visible() {
		l.place(main, side, size, room)
		return
	}
	if room {
		side.Show()
	} else {
		side.Hide()
	}
	l.place(main, side, size, room)
	l.preview.layOut()
}

func (l previewLayout) place(main, side fyne.CanvasObject, size fyne.Size, room bool) {
	width := size.Width
	if room {
		beside := size.Width * previewShare
		width -= beside + previewGap
		side.Move(fyne.NewPos(width+previewGap, 0))
		side.Resize(fyne.NewSize(beside, size.Height))
	}
	main.Move(fyne.Position{})
	main.Resize(fyne.NewSize(width, size.Height))
}

func (previewLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
