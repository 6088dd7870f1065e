package views

import (
	"goodturn/app"
	"goodturn/app/chart"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// showInsightsPrint opens the sheet for the pictures.
func showInsightsPrint(w *Window, shown []insight) {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	now := w.app.Now()
	pages := app.InsightPages{Shop: shop, Made: now, Language: kit.T("print.language"), Words: paper.Words{
		Title: kit.T("place.insights"), Date: kit.BirthdayText(string(models.DayOf(now))), Count: kit.TN("insights.print.count", len(shown)),
		Nobody: kit.T("insights.print.nobody"), PageOf: pageOf}}
	for _, i := range shown {
		pages.Pictures = append(pages.Pictures, onPaper(i.picture))
	}
	lay := pagesOf(func() (*paper.Document, error) { return w.app.Press().LayOutInsights(pages) })
	showDesk(w, deskPaper{kind: app.PaperInsights, title: kit.T("insights.print.title"), prepare: func() (layOut, error) { return lay, nil }})
}

// onPaper is a picture without the marks of its words.
func onPaper(p chart.Picture) chart.Picture {
	p.Summary = plainText(p.Summary)
	return p
}
