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
	document   *paper.Document                                            // what is shown of it; nil before the first
	at         int
	turned     func(at int) // told which page is shown; may be nil
	sheet      *pageView
	area       *fyne.Container // the page, and what a screen lays over it
	caption    *kit.RichLine
	back, next *kit.Button
	object     *fyne.Container
}

func newPagesPreview(w *Window, prepare func() (func() (*paper.Document, error), error)) *pagesPreview {
	p := &pagesPreview{w: w, prepare: prepare, sheet: newPageView(), caption: kit.Quiet("")}
	p.back = kit.NewButton(kit.T("print.preview.back"), func() { p.turn(-1) }).Small()
	p.next = kit.NewButton(kit.T("print.preview.next"), func() { p.turn(+1) }).Small()
	p.back.Hidden, p.next.Hidden = true, true
	p.area = kit.Over(p.sheet)
	p.object = kit.VStack(8, kit.HStack(8, kit.Grow(p.caption), p.back, p.next), kit.Grow(p.area))
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
	var page paper.Page
	at := p.at
	work := func(context.Context, func(done, total int)) (err error) {
		if document, err = layOut(); err == nil {
			at = min(at, document.PageCount()-1)
			page = document.Page(at)
		}
		return err
	}
	p.w.app.Run(work, app.Watch{Done: func(err error) { p.laidOut(document, at, page, err) }})
}

func (p *pagesPreview) laidOut(document *paper.Document, at int, page paper.Page, err error) {
	p.busy = false
	if err != nil {
		p.failed(err)
	} else {
		p.document = document
		p.show(at, page)
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

// turn goes some pages on. One that is laid out only when it is asked for is so beside the window.
func (p *pagesPreview) turn(by int) {
	if p.document == nil || p.busy {
		return
	}
	document, at := p.document, min(max(p.at+by, 0), p.document.PageCount()-1)
	if document.Ready() {
		p.show(at, document.Page(at))
		return
	}
	var page paper.Page
	work := func(context.Context, func(done, total int)) error {
		page = document.Page(at)
		return nil
	}
	p.busy = true
	p.w.app.Run(work, app.Watch{Done: func(err error) { p.laidOut(document, at, page, err) }})
}

// show draws a page.
func (p *pagesPreview) show(at int, page paper.Page) {
	total := p.document.PageCount()
	p.at = at
	p.sheet.show(&page)
	p.caption.SetText(kit.T("print.preview", "Page", at+1, "Total", total))
	p.back.Hidden, p.next.Hidden = total < 2, total < 2
	setEnabled(p.back, at > 0)
	setEnabled(p.next, at < total-1)
	if p.turned != nil {
		p.turned(at)
	}
	p.object.Refresh()
}

func setEnabled(b *kit.Button, on bool) {
	if on {
		b.Enable()
		return
	}
	b.Disable()
}
