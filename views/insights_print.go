package views

import (
	"context"
	"sync/atomic"

	"goodturn/app"
	"goodturn/app/chart"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// insightsPrint shows pictures as they would be printed, and prints them.
type insightsPrint struct {
	w       *Window
	pages   app.InsightPages
	preview *pagesPreview
	sheet   *kit.Sheet
	busy    atomic.Bool // it is being made; the work itself ends it, for one that was cancelled calls nobody
}

// showInsightsPrint opens the sheet for the pictures.
func showInsightsPrint(w *Window, shown []insight) {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	now := w.app.Now()
	p := &insightsPrint{w: w}
	p.pages = app.InsightPages{Shop: shop, Made: now, Language: kit.T("print.language"), Words: paper.Words{
		Title: kit.T("place.insights"), Date: kit.BirthdayText(string(models.DayOf(now))), Count: kit.TN("insights.print.count", len(shown)),
		Nobody: kit.T("insights.print.nobody"), PageOf: pageOf}}
	for _, i := range shown {
		p.pages.Pictures = append(p.pages.Pictures, onPaper(i.picture))
	}
	pages := p.pages
	p.preview = newPagesPreview(w, func() (func() (*paper.Document, error), error) {
		return func() (*paper.Document, error) { return p.w.app.Press().LayOutInsights(pages) }, nil
	})
	const previewHeight = 440
	p.sheet = kit.ShowSheet(w.canvas(), kit.T("insights.print.title"), kit.Over(kit.VGap(previewHeight), p.preview.object),
		kit.SheetOptions{Save: kit.T("print.customers.do"), OnSave: p.print})
	p.preview.renew()
}

// onPaper is a picture without the marks of its words.
func onPaper(p chart.Picture) chart.Picture {
	p.Summary = plainText(p.Summary)
	return p
}

// print writes the pages as a PDF and opens it.
func (p *insightsPrint) print() {
	if !p.busy.CompareAndSwap(false, true) {
		p.w.Say(kit.T("print.busy"))
		return
	}
	pages, path := p.pages, ""
	work := func(ctx context.Context, report func(done, total int)) (err error) {
		defer p.busy.Store(false)
		document, err := p.w.app.Press().LayOutInsights(pages)
		if err == nil {
			path, err = app.SavePages(ctx, document, app.PrintFolder(), app.PlainName(pages.Words.Title, ""), report)
		}
		return err
	}
	p.w.Run(kit.T("print.running"), work, func(err error) { p.printed(path, err) })
}

// printed opens the pages once they are made.
func (p *insightsPrint) printed(path string, err error) {
	if err != nil {
		p.w.Trouble(err)
		return
	}
	p.sheet.Close()
	if showPrinted(p.w, path) {
		p.w.Say(kit.T("insights.print.did"))
	}
}
