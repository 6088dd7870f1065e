package views

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/views/kit"
)

// pagesPreview shows pages as they would be printed now. They are laid out beside the window, because names in other
// scripts may need the system's fonts.
type pagesPreview struct {
	w          *Window
	prepare    func() (layOut func() (*paper.Document, error), err error) // words the pages; layOut touches no widget and no store
	stale      bool                                                       // the pages show something else
	busy       bool                                                       // pages are being laid out
	pages      []paper.Page
	at         int
	sheet      *pageView
	caption    *kit.RichLine
	back, next *kit.Button
	object     *fyne.Container
}

func newPagesPreview(w *Window, prepare func() (func() (*paper.Document, error), error)) *pagesPreview {
	p := &pagesPreview{w: w, prepare: prepare, sheet: newPageView(), caption: kit.Quiet("")}
	p.back = kit.NewButton(kit.T("print.preview.back"), func() { p.turn(-1) }).Small()
	p.next = kit.NewButton(kit.T("print.preview.next"), func() { p.turn(+1) }).Small()
	p.back.Hidden, p.next.Hidden = true, true
	p.object = kit.VStack(8, kit.HStack(8, kit.Grow(p.caption), p.back, p.next), kit.Grow(p.sheet))
	return p
}

// inSheet gives the preview as tall as a sheet may be.
func (p *pagesPreview) inSheet() fyne.CanvasObject {
	return kit.Over(kit.VGap(kit.SheetRoom(p.w.canvas())), p.object)
}

// sheetWidth is how wide a sheet is at 100 % text that has nothing but the preview of an upright page.
func (p *pagesPreview) sheetWidth() float32 {
	const captionAside, upright = 40, 0.8 // the page stands under its caption, and beside it a little is left
	return max(360, (kit.SheetRoom(p.w.canvas())-captionAside)*upright/p.w.app.Prefs.TextScale())
}

// renew lets the pages show what there now is, at once or as soon as there is room for a preview.
func (p *pagesPreview) renew() {
	p.stale = true
	p.layOut()
}

// layOut brings the pages up to date, one layout at a time.
func (p *pagesPreview) layOut() {
	if !p.stale || p.busy || p.object.Hidden {
		return
	}
	p.stale = false
	layOut, err := p.prepare()
	if err != nil {
		p.failed(err)
		return
	}
	p.busy = true
	var document *paper.Document
	work := func(context.Context, func(done, total int)) (err error) {
		document, err = layOut()
		return err
	}
	p.w.app.Run(work, app.Watch{Done: func(err error) { p.laidOut(document, err) }})
}

func (p *pagesPreview) laidOut(document *paper.Document, err error) {
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
func (p *pagesPreview) failed(err error) {
	slog.Error("laying out the preview", "error", err)
	p.caption.SetText(kit.T("print.preview.failed"))
	p.object.Refresh()
}

// turn goes some pages on.
func (p *pagesPreview) turn(by int) {
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
