package views

import (
	"context"
	"strings"
	"time"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// logPrint shows what the log shows as it would be printed, and prints it.
type logPrint struct {
	w    *Window
	list app.LogList
}

// showLogPrint opens the sheet for what was found; asked says in words what the log was narrowed to.
func showLogPrint(w *Window, found models.LogFound, asked string) {
	n := len(found.IDs)
	if n > mostPrinted {
		w.Trouble(models.Problem{Field: "print", Key: "print.tooManyLines", Args: map[string]any{"Count": kit.Count(n), "Most": kit.Count(mostPrinted)}})
		return
	}
	if n == 0 {
		w.Say(kit.T("log.none"))
		return
	}
	words, err := newLogWords(w)
	if err != nil {
		w.Trouble(err)
		return
	}
	p := &logPrint{w: w, list: logList(w, words, found, asked)}
	store := w.store()
	read := func(ctx context.Context, _ func(done, total int)) error {
		return store.EachRequest(ctx, found.IDs, func(row models.LogOut) error {
			p.list.Rows = append(p.list.Rows, words.paperRow(row))
			return nil
		})
	}
	w.RunToShow(kit.T("print.running"), read, p.show)
}

// logList words what stands around the rows, where a day is written so that it is still right next week.
func logList(w *Window, words logWords, found models.LogFound, asked string) app.LogList {
	now := w.app.Now()
	return app.LogList{Shop: words.shop, Made: now, Language: kit.T("print.language"), Words: paper.ServiceLogWords{
		Title: kit.T("place.log"), Date: kit.BirthdayText(string(models.DayOf(now))), When: kit.T("log.column.day"), What: kit.T("log.column.thing"),
		Who: kit.T("log.column.customer"), Outcome: kit.T("log.column.outcome"), Count: kit.TN("log.count", len(found.IDs), "Count", kit.Count(len(found.IDs))),
		Asked: asked, Totals: plainText(w.totalsText(found.Totals)), PageOf: pageOf}}
}

// plainText is markup without its marks of bold.
func plainText(markup string) string { return strings.ReplaceAll(markup, "**", "") }

// paperRow words one request.
func (l logWords) paperRow(row models.LogOut) paper.ServiceLogRow {
	at := row.At.In(l.zone)
	out := paper.ServiceLogRow{Day: at.Format(time.DateOnly), Time: kit.Clock(at), What: row.Item, Reason: l.reason(row), Who: calledOnPaper(row.Customer), Outcome: l.outcome(row), Offered: offeredText(row.Offers)}
	out.Day = kit.BirthdayText(out.Day)
	if row.TheirWords != "" {
		out.Words = kit.T("log.print.words", "Words", row.TheirWords)
	}
	if row.Customer == "" {
		out.Who = kit.T("visit.stranger")
	}
	if row.ServedBy != "" {
		out.Served = kit.T("log.print.served", "Staff", row.ServedBy)
	}
	return out
}

// show opens the sheet once the rows are read.
func (p *logPrint) show(err error) {
	if err != nil {
		p.w.Trouble(err)
		return
	}
	list := p.list
	lay := pagesOf(func() (*paper.Document, error) { return p.w.app.Press().LayOutLog(list) })
	showDesk(p.w, deskPaper{kind: app.PaperLog, title: kit.T("log.print.title"), prepare: func() (layOut, error) { return lay, nil }})
}
