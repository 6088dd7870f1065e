package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// staffCard is who works here, and who did: the log goes on naming those who left.
type staffCard struct {
	w    *Window
	rows *rowStack
	form *kit.Form
	name *kit.Entry
	card fyne.CanvasObject
}

func newStaffCard(w *Window) *staffCard {
	c := &staffCard{w: w, rows: newRowStack(), form: kit.NewForm(), name: kit.NewEntry(kit.T("settings.staffHint"))}
	c.name.OnSubmitted = func(string) { c.add() }
	add := kit.NewButton(kit.T("settings.staffAdd"), c.add)
	field := c.form.Add("name", kit.NewField("", kit.HStack(8, kit.Grow(c.name), add)))
	figures := kit.NewButton(kit.T("staffFigures.open"), func() { w.Show(PlaceStaff) }).Link().Small()
	c.card = kit.CardWithAction(kit.T("settings.staff"), -1, figures, c.rows.box, field)
	return c
}

func (c *staffCard) object() fyne.CanvasObject { return c.card }

func (c *staffCard) reload(models.Shop) error {
	staff, err := c.w.store().Staff(true)
	if err != nil {
		return err
	}
	rows := make([]kit.RowContent, len(staff))
	for i, m := range staff {
		rows[i] = c.row(m)
	}
	c.rows.set(rows)
	return nil
}

func (c *staffCard) row(m models.Staff) kit.RowContent {
	rename := kit.RowButton{Label: kit.T("settings.rename"), OnTap: func() { c.rename(m) }}
	row := kit.RowContent{Initials: kit.Initials(m.Name), Title: kit.RichT("settings.staffRow", "Name", m.Name),
		Buttons: []kit.RowButton{rename, {Label: kit.T("settings.staffLeft"), OnTap: func() { c.leaves(m) }}}}
	if m.Left() {
		row.Second = kit.RichT("settings.staffLeftOn", "Day", c.w.dayText(m.ActiveTo))
		row.Buttons = []kit.RowButton{{Label: kit.T("settings.staffBack"), OnTap: func() { c.returns(m) }}}
	}
	return row
}

// add takes on whoever was typed, and waits for the next name.
func (c *staffCard) add() {
	m := models.Staff{Name: c.name.Text}
	if err := c.w.store().SaveStaff(&m); err != nil {
		c.w.Trouble(c.form.Show(err))
		return
	}
	c.form.Clear()
	c.name.SetText("")
	c.w.Did(kit.T("settings.staffDidAdd", "Name", m.Name))
}

func (c *staffCard) leaves(m models.Staff) {
	if err := c.w.store().StaffLeaves(m.ID); err != nil {
		c.w.Trouble(err)
		return
	}
	c.w.Did(kit.T("settings.staffDidLeave", "Name", m.Name))
}

func (c *staffCard) returns(m models.Staff) {
	if err := c.w.store().StaffReturns(m.ID); err != nil {
		c.w.Trouble(err)
		return
	}
	c.w.Did(kit.T("settings.staffDidReturn", "Name", m.Name))
}

// rename asks for another name and stores it.
func (c *staffCard) rename(m models.Staff) {
	showLine(c.w, lineAsk{
		title: kit.T("settings.renameTitle", "Name", m.Name), label: kit.T("settings.newName"), save: kit.T("settings.renameSave"),
		field: "name", was: m.Name,
		store: func(name string) error { return c.store(m, name) },
		did:   func(name string) string { return kit.T("settings.didRename", "Was", m.Name, "Name", name) },
	})
}

func (c *staffCard) store(m models.Staff, name string) error {
	m.Name = name
	return c.w.store().SaveStaff(&m)
}
