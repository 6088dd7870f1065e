package views

import (
	"context"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// print writes the labels as a PDF, and opens it or sends it to the printer that was chosen.
func (s *labelsSheet) print() {
	if !s.busy.CompareAndSwap(false, true) {
		s.w.Say(kit.T("labels.busy"))
		return
	}
	came := &cameOut{w: s.w, store: s.w.store(), sheet: s.chosenSheet(), left: s.taken()}
	labels, printer, path := s.labels(s.nudge()), s.through.name(), ""
	came.used = app.UsedAfter(labels.Sheet, labels.Used, len(labels.Letters))
	work := func(ctx context.Context, report func(done, total int)) (err error) {
		defer s.busy.Store(false)
		document, err := s.w.app.Press().LayOutLabels(labels)
		if err == nil {
			path, err = app.SavePages(ctx, document, app.PrintFolder(), labels.Title, report)
		}
		if err == nil && printer != "" {
			err = app.SendToPrinter(ctx, printer, path, labels.Title)
		}
		return err
	}
	s.w.Run(kit.T("labels.running"), work, func(err error) { s.printed(came, path, printer, err) })
}

// printed tells where the labels are once they are made, and asks whether they came out.
func (s *labelsSheet) printed(came *cameOut, path, printer string, err error) {
	if err != nil {
		s.w.Trouble(err)
		return
	}
	s.sheet.Close()
	if printer == "" && !showPrinted(s.w, path) {
		return // it is not printed yet: the sheet in front says where it lies
	}
	came.ask(printer)
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
