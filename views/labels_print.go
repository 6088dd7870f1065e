package views

import (
	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// printed asks whether the labels came out, once they are printed.
func (s *labelsSheet) printed(out printedPages) {
	labels := s.labels(noNudge)
	came := &cameOut{w: s.w, store: s.w.store(), sheet: s.chosenSheet(), left: s.taken()}
	came.used = app.UsedAfter(labels.Sheet, labels.Used, len(labels.Letters))
	came.ask(out.Printer)
}

// cameOut asks whether labels came out, and notes what is left of the last sheet: it goes back into the drawer.
type cameOut struct {
	w     *Window
	store *models.Store // they were printed from; where another shop was opened meanwhile, its drawer is none of theirs
	sheet models.LabelSheet
	left  *models.LabelLeft // the one that was begun with; nil for a new one
	used  []int             // of the last sheet
	form  *kit.Form
	name  *kit.Entry
	front *kit.Sheet
}

// ask opens the question. Enter says yes: that is how it mostly goes.
func (c *cameOut) ask(printer string) {
	if c.store != c.w.store() {
		return
	}
	free := c.sheet.Count() - len(c.used)
	where := kit.T("labels.came.open")
	if printer != "" {
		where = kit.T("labels.came.sent", "Printer", printer)
	}
	rest := kit.T("labels.came.none")
	if free > 0 {
		rest = kit.TN("labels.came.rest", free, "Sheet", c.sheet.Name)
	}
	c.form, c.name = kit.NewForm(), kit.NewEntry("")
	body := kit.VStack(12, kit.Body(where), kit.Body(rest))
	if free > 0 {
		c.name.SetText(c.drawerName())
		c.name.OnSubmitted = func(string) { c.yes() }
		body.Add(c.form.Add("name", kit.NewField(kit.T("labels.came.name"), c.name).WithHint(kit.T("labels.came.hint"))))
	}
	c.front = kit.ShowSheet(c.w.canvas(), kit.T("labels.came.title"), body,
		kit.SheetOptions{Save: kit.T("labels.came.yes"), OnSave: c.yes, Cancel: kit.T("labels.came.no"), OnCancel: c.no, Width: 520})
	c.w.canvas().Focus(c.front.SaveButton())
}

func (c *cameOut) drawerName() string {
	if c.left != nil {
		return c.left.Name
	}
	name, err := freeDrawerName(c.w, c.sheet)
	if err != nil {
		c.w.Trouble(err)
	}
	return name
}

// no notes nothing: the labels are still on the sheet.
func (c *cameOut) no() { c.w.Say(kit.T("labels.came.again")) }

// yes notes what is used of the last sheet. A full one is in no drawer any more.
func (c *cameOut) yes() {
	left := models.LabelLeft{}
	if c.left != nil {
		left = *c.left
	}
	full := len(c.used) == c.sheet.Count()
	var err error
	switch {
	case full && left.ID == 0:
	case full:
		err = c.store.DeleteLabelLeft(left.ID)
	default:
		left.Name = c.name.Text
		left.Put(c.sheet, c.used)
		err = c.store.SaveLabelLeft(&left)
	}
	if err != nil {
		c.w.Trouble(c.form.Show(err))
		return
	}
	c.front.Close()
	switch {
	case !full:
		c.w.Did(kit.T("labels.came.kept", "Name", left.Name))
	case left.ID != 0:
		c.w.Did(kit.T("labels.came.empty", "Name", left.Name))
	default:
		c.w.Say(kit.T("labels.came.done"))
	}
}
