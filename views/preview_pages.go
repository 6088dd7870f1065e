package views

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/views/kit"
)

// layOut lays out pages that are worded already. It touches no widget and no store: it is called beside the window. It may tell report
// how far it is, and may end with ctx.
type layOut func(ctx context.Context, report func(done, total int)) (*paper.Document, error)

// pagesOf is a layOut of pages that are quick to lay out.
func pagesOf(pages func() (*paper.Document, error)) layOut {
	return func(context.Context, func(done, total int)) (*paper.Document, error) { return pages() }
}

// pagesPreview shows pages as they would be printed now. They are laid out beside the window, because names in other
// scripts may need the system's fonts.
type pagesPreview struct {
	w          *Window
	prepare    func() (layOut, error) // words the pages
	stale      bool                   // the pages show something else
	busy       bool                   // pages are being laid out
	cancel     func()                 // ends that; nil before the first
	broken     bool                   // they could not be
	document   *paper.Document        // what is shown of it; nil before the first
	at         int
	turned     func(at int) // told which page is shown; may be nil
	sheet      *pageView
	area       *fyne.Container // the page, and what a screen lays over it
	pane       *kit.ZoomPane   // that enlarges it; nil for none
	caption    *kit.RichLine
	back, next *kit.Button
	object     *fyne.Container
}

func newPagesPreview(w *Window, prepare func() (layOut, error)) *pagesPreview {
	p := &pagesPreview{w: w, prepare: prepare, sheet: newPageView(), caption: kit.Quiet("")}
	p.back = kit.NewButton(kit.T("print.preview.back"), func() { p.turn(-1) }).Small()
	p.next = kit.NewButton(kit.T("print.preview.next"), func() { p.turn(+1) }).Small()
	p.back.Hidden, p.next.Hidden = true, true
	p.area = kit.Over(p.sheet)
	p.object = kit.VStack(8, kit.HStack(8, kit.Grow(p.caption), p.back, p.next), kit.Grow(p.area))
	return p
}

// enlarge puts the page into a pane that enlarges it.
func (p *pagesPreview) enlarge() *kit.ZoomPane {
	p.pane = kit.NewZoomPane(p.area)
	p.pane.OnMoved = p.sheet.look
	return p.pane
}

// ground is what an enlarged page lies on, with a little room around it.
func (p *pagesPreview) ground() fyne.CanvasObject {
	const around = 10
	return kit.Over(kit.Ground(kit.ColorRail, around), kit.Pad(around, p.pane))
}

// last is the place of the last page.
func (p *pagesPreview) last() int {
	if p.document == nil {
		return 0
	}
	return p.document.PageCount() - 1
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
	lay, err := p.prepare()
	if err != nil {
		p.failed(err)
		return
	}
	p.busy = true
	var document *paper.Document
	var page paper.Page
	at := p.at
	work := func(ctx context.Context, report func(done, total int)) (err error) {
		if document, err = lay(ctx, report); err == nil {
			at = min(at, document.PageCount()-1)
			page = document.Page(at)
		}
		return err
	}
	p.cancel = p.w.app.Run(work, app.Watch{Slow: p.onSlow, Progress: p.onWay, Done: func(err error) { p.laidOut(document, at, page, err) }})
}

// onSlow says of pages that are not there at once that they are on their way.
func (p *pagesPreview) onSlow() {
	p.caption.SetText(kit.T("print.preview.soon"))
	p.object.Refresh()
}

// onWay says how far pages are that take a while.
func (p *pagesPreview) onWay(done, total int) {
	if total > 0 {
		p.caption.SetText(kit.T("print.preview.onWay", "Percent", done*100/total))
		p.object.Refresh()
	}
}

// end ends what is being laid out: nobody looks any more.
func (p *pagesPreview) end() {
	if p.cancel != nil {
		p.cancel()
	}
}

func (p *pagesPreview) laidOut(document *paper.Document, at int, page paper.Page, err error) {
	p.busy, p.broken = false, err != nil
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
	p.w.app.Run(work, app.Watch{Slow: p.onSlow, Done: func(err error) { p.laidOut(document, at, page, err) }})
}

// show draws a page.
func (p *pagesPreview) show(at int, page paper.Page) {
	total := p.document.PageCount()
	p.at = at
	p.sheet.show(&page)
	p.caption.SetText(kit.T("print.preview", "Page", kit.Count(at+1), "Total", kit.Count(total)))
	p.back.Hidden, p.next.Hidden = total < 2, total < 2
	setEnabled(p.back, at > 0)
	setEnabled(p.next, at < total-1)
	if p.turned != nil {
		p.turned(at)
	}
	p.object.Refresh()
}

// fresh gives the pages where they are what would be printed now; nil where they are not.
func (p *pagesPreview) fresh() *paper.Document {
	if p.stale || p.busy || p.broken {
		return nil
	}
	return p.document
}

func setEnabled(b *kit.Button, on bool) {
	if on {
		b.Enable()
		return
	}
	b.Disable()
}
