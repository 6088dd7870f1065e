package views

import (
	"fyne.io/fyne/v2"

	"goodturn/app/chart"
	"goodturn/views/kit"
)

// insightCard is a card with a picture, its figures in words, and what can be done with it.
type insightCard struct {
	w       *Window
	shown   insight
	heading *kit.RichLine
	more    *kit.MenuButton
	summary *kit.RichLine
	chart   *kit.Chart
	note    *kit.RichLine
	empty   *kit.RichLine
	object  *fyne.Container
}

func newInsightCard(w *Window) *insightCard {
	c := &insightCard{w: w, heading: kit.Heading(""), summary: kit.Body(""), note: kit.Quiet(""), empty: kit.Quiet("")}
	c.more = kit.NewMenuButton(kit.T("insights.more"), c.items).Link()
	c.chart = kit.NewChart(chart.Picture{}, "")
	c.chart.OnOpen = c.open
	c.object = kit.Card(kit.HStack(8, kit.Grow(c.heading), c.more), c.summary, c.chart, c.note, c.empty)
	return c
}

// show shows another picture; one with nothing to see says what will be there.
func (c *insightCard) show(i insight) {
	c.shown = i
	blank := i.picture.Blank()
	c.heading.SetText(i.picture.Title)
	c.summary.SetMarkup(i.picture.Summary)
	c.note.SetText(i.picture.Note)
	c.empty.SetText(i.picture.Empty)
	c.chart.SetPicture(i.picture)
	c.summary.Hidden, c.note.Hidden, c.chart.Hidden = i.picture.Summary == "", i.picture.Note == "", blank
	c.empty.Hidden, c.more.Hidden = !blank, blank
	c.object.Refresh()
}

func (c *insightCard) open(at chart.At) {
	if c.shown.open != nil {
		c.shown.open(at)
	}
}

// items are what is done with the one picture.
func (c *insightCard) items() []kit.MenuItem {
	return []kit.MenuItem{
		{Label: kit.T("insights.print.one"), OnTap: func() { showInsightsPrint(c.w, []insight{c.shown}) }},
		{Label: kit.T("insights.export.one"), OnTap: func() { showFiguresExport(c.w, []insight{c.shown}) }},
	}
}
