package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// addDrawer says what is left of the sheet of labels, and asks what it is called: it goes back into the drawer.
func (c *cameOut) addDrawer(body *fyne.Container) {
	free := c.labels.free()
	if free == 0 {
		body.Add(kit.Body(kit.T("labels.came.none")))
		return
	}
	body.Add(kit.Body(kit.TN("labels.came.rest", free, "Sheet", c.labels.sheet.Name)))
	c.name.SetText(c.drawerName())
	c.name.OnSubmitted = func(string) { c.yes() }
	body.Add(c.form.Add("name", kit.NewField(kit.T("labels.came.name"), c.name).WithHint(kit.T("labels.came.hint"))))
}

// free is how many labels are left on the last sheet.
func (l *labelsUsed) free() int { return l.sheet.Count() - len(l.used) }

func (c *cameOut) drawerName() string {
	if c.labels.left != nil {
		return c.labels.left.Name
	}
	name, err := freeDrawerName(c.w, c.labels.sheet)
	if err != nil {
		c.w.Trouble(err)
	}
	return name
}

// yes notes what came out, all of it as one change.
func (c *cameOut) yes() {
	rows, used := c.came(), c.sheetUsed()
	if len(rows) == 0 && used != nil && used.Full && used.Left.ID == 0 {
		c.front.Close() // a whole new sheet: there is nothing to note
		c.w.Say(kit.T("labels.came.done"))
		return
	}
	if err := c.store.CameOut(idsOf(rows), used); err != nil {
		c.w.Trouble(c.form.Show(err))
		return
	}
	c.front.Close()
	c.w.Did(noted(len(rows), used))
}

// sheetUsed is what the last sheet of labels is by then; nil for other paper.
func (c *cameOut) sheetUsed() *models.SheetUsed {
	if c.labels == nil {
		return nil
	}
	used := &models.SheetUsed{Full: c.labels.free() == 0}
	if c.labels.left != nil {
		used.Left = *c.labels.left
	}
	if !used.Full {
		used.Left.Name = c.name.Text
		used.Left.Put(c.labels.sheet, c.labels.used)
	}
	return used
}

// noted says what was noted: how many are printed, and what became of the sheet of labels.
func noted(printed int, used *models.SheetUsed) string {
	marked, sheet := kit.TN("came.did", printed, "Count", kit.Count(printed)), ""
	switch {
	case used == nil:
		return marked
	case !used.Full:
		sheet = kit.T("labels.came.kept", "Name", used.Left.Name)
	case used.Left.ID != 0:
		sheet = kit.T("labels.came.empty", "Name", used.Left.Name)
	default:
		return marked
	}
	if printed == 0 {
		return sheet
	}
	return kit.T("came.did.both", "Marked", marked, "Sheet", sheet)
}
