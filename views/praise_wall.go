package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// praiseWall shows the page for the wall as it would be printed, of what may be quoted, and prints it.
type praiseWall struct {
	w     *Window
	rows  []models.PraiseRow
	shop  models.Shop
	title *kit.Entry
	names *kit.Select
	boxes []*kit.Tick
	wait  soon // what is typed into the title is laid out once it pauses
	desk  *desk
}

// How those who are quoted are named.
const (
	wallFirstNames = "first"
	wallNames      = "whole"
	wallNoNames    = "none"
)

// How much is offered for the wall, the newest first, and how much of it is ticked at first: what is read from a wall in passing.
const (
	wallOffered = 100
	wallTicked  = 6
)

// showPraiseWall opens the sheet. Where nothing may be quoted it says so instead.
func showPraiseWall(w *Window) {
	p := &praiseWall{w: w}
	var err error
	if p.rows, _, err = w.store().Praises(models.PraiseFilter{MayQuote: true, Newest: true, Limit: wallOffered}); err == nil {
		p.shop, err = w.store().Shop()
	}
	if err != nil {
		w.Trouble(err)
		return
	}
	if len(p.rows) == 0 {
		w.Say(kit.T("praise.wall.nothing"))
		return
	}
	p.desk = showDesk(w, deskPaper{kind: app.PaperWall, title: kit.T("praise.wall.sheet"), choices: p.choices(), width: 300, prepare: p.prepare, whole: p.whole, closed: p.wait.drop})
}

// choices are what heads the page, how people are named, and whose words stand on it.
func (p *praiseWall) choices() fyne.CanvasObject {
	p.title = kit.NewEntry(kit.T("praise.wall.title"))
	p.title.SetText(p.w.app.Prefs.WallTitle())
	p.title.OnChanged = func(string) { p.wait.plan(p.w.app, typingPause, p.onTitle) }
	p.names = kit.NewSelect([]kit.Choice{{Value: wallFirstNames, Label: kit.T("praise.wall.first")}, {Value: wallNames, Label: kit.T("praise.wall.whole")},
		{Value: wallNoNames, Label: kit.T("praise.wall.none")}}, p.w.app.Prefs.WallNames(), p.onNames)
	if p.names.Text() == "" {
		p.names.SetValue(wallFirstNames)
	}
	quotes := kit.VStack(10)
	ticks := kit.NewTickColumn(func(int, int, bool) { p.desk.renew() }, p.onAll)
	for i, row := range p.rows {
		box := kit.NewTick("", i < wallTicked, nil)
		p.boxes = append(p.boxes, box)
		words := kit.VStack(2, kit.Rich(kit.RichT("praise.row", "Text", onOneLine(row.Text))).Lines(2), kit.Quiet(praiseName(row)))
		quotes.Add(kit.HStackTop(8, box, kit.Grow(words)))
	}
	ticks.Set(p.boxes)
	head := kit.VStack(14, kit.NewField(kit.T("praise.wall.heading"), p.title), kit.NewField(kit.T("praise.wall.names"), p.names), kit.Quiet(kit.T("praise.wall.which")))
	return kit.VStack(8, head, quotes)
}

func (p *praiseWall) onAll() {
	for _, box := range p.boxes {
		box.SetOn(true)
	}
	p.desk.renew()
}

func (p *praiseWall) onTitle() {
	p.w.app.Prefs.SetWallTitle(strings.TrimSpace(p.title.Text))
	p.desk.renew()
}

func (p *praiseWall) onNames(names string) {
	p.w.app.Prefs.SetWallNames(names)
	p.desk.renew()
}

// prepare words the page as it is to be previewed.
func (p *praiseWall) prepare() (layOut, error) {
	wall := p.wall()
	return pagesOf(func() (*paper.Document, error) { return p.w.app.Press().LayOutWall(wall) }), nil
}

// whole words it as it is to be printed, with the heading as it is typed by now. An empty page is not printed.
func (p *praiseWall) whole() (layOut, error) {
	if len(p.wall().Quotes) == 0 {
		return nil, models.Problem{Field: "print", Key: "praise.noneTicked"}
	}
	return p.prepare()
}

// wall is the page as it stands in the sheet.
func (p *praiseWall) wall() app.Wall {
	title := strings.TrimSpace(p.title.Text)
	if title == "" {
		title = kit.T("praise.wall.title")
	}
	wall := app.Wall{Shop: p.shop, Made: p.w.app.Now(), Language: kit.T("print.language"), Words: paper.WallWords{Title: title, Nobody: kit.T("praise.wall.noneTicked"), PageOf: pageOf}}
	for i, row := range p.rows {
		if p.boxes[i].On() {
			wall.Quotes = append(wall.Quotes, paper.WallQuote{Text: kit.T("praise.quote", "Text", row.Text), By: wallName(row, p.names.Value())})
		}
	}
	return wall
}

// wallName is how somebody is named on the wall; "" for not at all. A name that somebody who is not in the book signed with is what
// they chose.
func wallName(row models.PraiseRow, names string) string {
	switch {
	case names == wallNoNames || row.Name == "" || row.CustomerID != 0 && calledOnPaper(row.Name) != row.Name:
		return ""
	case names == wallFirstNames && row.CustomerID != 0:
		return strings.Fields(row.Name)[0]
	}
	return row.Name
}
