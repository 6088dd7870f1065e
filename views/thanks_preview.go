package views

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// thanksPreview shows the pages as they would be printed now. They are laid out beside the window, because
// names in other scripts may need the system's fonts.
type thanksPreview struct {
	w          *Window
	printer    *thanksPrinter
	rows       []models.ThankYouRow // what the pages are to show
	stale      bool                 // the pages show something else
	busy       bool                 // pages are being laid out
	pages      []paper.Page
	at         int
	sheet      *pageView
	caption    *kit.RichLine
	back, next *kit.Button
	object     *fyne.Container
}

func newThanksPreview(w *Window, printer *thanksPrinter) *thanksPreview {
	p := &thanksPreview{w: w, printer: printer, sheet: newPageView(), caption: kit.Quiet("")}
	p.back = kit.NewButton(kit.T("print.preview.back"), func() { p.turn(-1) }).Small()
	p.next = kit.NewButton(kit.T("print.preview.next"), func() { p.turn(+1) }).Small()
	p.back.Hidden, p.next.Hidden = true, true
	p.object = kit.VStack(8, kit.HStack(8, kit.Grow(p.caption), p.back, p.next), kit.Grow(p.sheet))
	return p
}

// show lets the pages show these rows, now or as soon as there is room for a preview.
func (p *thanksPreview) show(rows []models.ThankYouRow) {
	p.rows, p.stale = rows, true
	p.layOut()
}

// layOut brings the pages up to date, one layout at a time.
func (p *thanksPreview) layOut() {
	if !p.stale || p.busy || p.object.Hidden {
		return
	}
	p.stale = false
	list, err := p.printer.list(p.rows)
	if err != nil {
		p.failed(err)
		return
	}
	p.busy = true
	var document *paper.Document
	work := func(context.Context, func(done, total int)) (err error) {
		document, err = p.printer.printer.LayOut(list)
		return err
	}
	p.w.app.Run(work, app.Watch{Done: func(err error) { p.laidOut(document, err) }})
}

func (p *thanksPreview) laidOut(document *paper.Document, err error) {
	p.busy = false
	if err != nil {
		p.failed(err)
	} else {
		p.pages = document.Pages
		p.turn(0)
	}
	p.layOut() // what was ticked meanwhile
}

// failed says above the page that the page is not what would be printed. What cannot be laid out now is tried at
// every change, so a sheet in front of the window would come again and again.
func (p *thanksPreview) failed(err error) {
	slog.Error("laying out the preview", "error", err)
	p.caption.SetText(kit.T("print.preview.failed"))
	p.object.Refresh()
}

// turn goes some pages on.
func (p *thanksPreview) turn(by int) {
	if len(p.pages) == 0 {
		return
	}
	p.at = min(max(p.at+by, 0), len(p.pages)-1)
	p.sheet.show(&p.pages[p.at])
	p.caption.SetText(kit.T("print.preview", "Page", p.at+1, "Total", len(p.pages)))
	p.back.Hidden, p.next.Hidden = len(p.pages) < 2, len(p.pages) < 2
	setEnabled(p.back, p.at > 0)
	setEnabled(p.next, p.at < len(p.pages)-1)
	p.object.Refresh()
}

func setEnabled(b *kit.Button, on bool) {
	if on {
		b.Enable()
		return
	}
	b.Disable()
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
