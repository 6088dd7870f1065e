package views

import (
	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/views/kit"
)

// todayPapers are what is printed from Today: the day, whom to get in touch with this week, and whom to call about what they wait for.
type todayPapers struct {
	w      *Window
	day    app.TodaySheet
	which  *kit.Chips
	monday *mondayPaper
	calls  *callsPaper
	under  *fyne.Container // the choices of the paper that is chosen
	desk   *desk
}

// What can be printed from Today.
const (
	todayDay    = "day"
	todayMonday = "monday"
	todayCalls  = "calls"
)

// showTodayPapers opens the sheet with the day in front.
func showTodayPapers(w *Window, day app.TodaySheet) {
	p := &todayPapers{w: w, day: day, under: kit.VStack(14)}
	var err error
	if p.monday, err = newMondayPaper(w, day.Shop, func() { p.desk.renew() }); err != nil {
		w.Trouble(err)
		return
	}
	p.calls = newCallsPaper(w, day.Shop, 0, "", func() { p.desk.renew() })
	p.which = kit.NewChips([]kit.Choice{{Value: todayDay, Label: kit.T("today.sheet.day")}, {Value: todayMonday, Label: kit.T("today.sheet.monday")},
		{Value: todayCalls, Label: kit.T("today.sheet.calls")}}, todayDay, p.onWhich)
	p.sayNothing()
	choices := kit.VStack(14, kit.NewField(kit.T("today.sheet.which"), p.which), p.under)
	p.desk = showDesk(w, deskPaper{kind: app.PaperToday, title: kit.T("today.sheet"), choices: choices, fileName: p.fileName, prepare: p.prepare, empty: p.empty})
}

// sayNothing says of a day with nothing to do what else there is to print.
func (p *todayPapers) sayNothing() {
	if len(p.day.Parts) == 0 {
		p.under.Add(kit.Quiet(kit.T("today.sheet.nothing")))
	}
}

// empty tells whether there is nothing on the chosen paper.
func (p *todayPapers) empty() bool {
	switch p.which.Value() {
	case todayMonday:
		return len(p.monday.rows) == 0
	case todayCalls:
		return p.calls.empty()
	}
	return len(p.day.Parts) == 0
}

func (p *todayPapers) onWhich(which string) {
	p.under.Objects = nil
	switch which {
	case todayDay:
		p.sayNothing()
	case todayMonday:
		p.under.Add(p.monday.choices)
	case todayCalls:
		p.under.Add(p.calls.choices)
	}
	p.under.Refresh()
	p.desk.renew()
}

func (p *todayPapers) fileName() string {
	switch p.which.Value() {
	case todayMonday:
		return kit.T("monday.fileName")
	case todayCalls:
		return kit.T("calls.fileName")
	}
	return kit.T("today.sheet.fileName")
}

// prepare words the chosen paper as it is to be previewed.
func (p *todayPapers) prepare() (layOut, error) {
	switch p.which.Value() {
	case todayMonday:
		return p.monday.prepare()
	case todayCalls:
		return p.calls.prepare()
	}
	return pagesOf(func() (*paper.Document, error) { return p.w.app.Press().LayOutToday(p.day) }), nil
}
