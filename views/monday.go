package views

import (
	"cmp"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// mondayPaper is whom to get in touch with this week, with a button to change each for the next in line.
type mondayPaper struct {
	w       *Window
	shop    models.Shop
	without []models.CustomerID // who were changed for another
	rows    []models.MondayRow
	changed func()
	choices *fyne.Container
}

// newMondayPaper chooses the people; changed is told once one of them is changed for another.
func newMondayPaper(w *Window, shop models.Shop, changed func()) (*mondayPaper, error) {
	m := &mondayPaper{w: w, shop: shop, changed: changed, choices: kit.VStack(10)}
	return m, m.choose()
}

// showMonday opens the sheet for the Monday page. Where there is nobody it says so instead.
func showMonday(w *Window) {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	var d *desk
	m, err := newMondayPaper(w, shop, func() { d.renew() })
	if err != nil {
		w.Trouble(err)
		return
	}
	if len(m.rows) == 0 {
		w.Say(kit.T("monday.nobody"))
		return
	}
	d = showDesk(w, deskPaper{kind: app.PaperMonday, title: kit.T("monday.sheet"), choices: m.choices, prepare: m.prepare})
}

// choose reads who stands on the page, and shows them.
func (m *mondayPaper) choose() (err error) {
	if m.rows, err = m.w.store().Monday(m.without...); err != nil {
		return err
	}
	m.choices.Objects = []fyne.CanvasObject{kit.Quiet(kit.T("monday.hint"))}
	for _, row := range m.rows {
		m.choices.Add(m.line(row))
	}
	if len(m.rows) == 0 {
		m.choices.Add(kit.Quiet(kit.T("monday.nobody")))
	}
	if len(m.without) > 0 {
		m.choices.Add(kit.HStack(0, kit.NewButton(kit.T("monday.asBefore"), m.asBefore).Small()))
	}
	return nil
}

// line is one of them with the button that changes them for the next.
func (m *mondayPaper) line(row models.MondayRow) fyne.CanvasObject {
	who := kit.VStack(0, kit.Rich("**"+kit.Escape(row.Customer)+"**").Ellipsis(), kit.Quiet(kit.T("monday.reason."+string(row.Reason))).Ellipsis())
	other := kit.NewButton(kit.T("monday.another"), func() { m.change(row.CustomerID) }).Small()
	return kit.HStack(8, kit.Grow(who), other)
}

// change puts the next in line in somebody's place.
func (m *mondayPaper) change(who models.CustomerID) {
	m.without = append(m.without, who)
	m.again()
}

func (m *mondayPaper) asBefore() {
	m.without = nil
	m.again()
}

func (m *mondayPaper) again() {
	if err := m.choose(); err != nil {
		m.w.Trouble(err)
		return
	}
	m.choices.Refresh()
	m.changed()
}

// prepare words the page as it is to be previewed.
func (m *mondayPaper) prepare() (layOut, error) {
	page := m.page()
	return pagesOf(func() (*paper.Document, error) { return m.w.app.Press().LayOutMonday(page) }), nil
}

// page words the people as they stand on paper.
func (m *mondayPaper) page() app.MondayPage {
	now, n := m.w.app.Now(), len(m.rows)
	page := app.MondayPage{Shop: m.shop, Made: now, Language: kit.T("print.language"), Words: paper.MondayWords{
		Title: kit.T("monday.title"), Date: kit.LongDayYear(now), Say: kit.T("monday.say"), Note: kit.T("monday.note"), Count: kit.TN("monday.count", n), PageOf: pageOf}}
	if n < models.MondayPeople {
		page.Words.Title, page.Words.Few = kit.TN("monday.title.few", n), kit.TN("monday.few", n)
	}
	var left app.LeftOut
	for _, row := range m.rows {
		page.People = append(page.People, paper.MondayPerson{Name: namedOnPaper(row.Person), Reach: cmp.Or(reachOnPaper(row.Person, &left), kit.T("monday.noReach")),
			Because: m.w.mondayBecause(row), Say: mondaySay(row)})
	}
	page.Words.LeftOut = leftOutText(left)
	return page
}
