package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// orderedSheet asks who ordered a thing, and for when.
type orderedSheet struct {
	w     *Window
	id    models.ItemID
	name  string
	form  *kit.Form
	by    *kit.Select
	usual models.StaffID
	due   *kit.DateField
	sheet *kit.Sheet
}

// showOrdered opens the sheet, and notes that the thing was ordered for all to whom it was promised.
func showOrdered(w *Window, id models.ItemID, name string) {
	usual, err := w.usualStaff()
	if err != nil {
		w.Trouble(err)
		return
	}
	staff, err := w.staffChoices(kit.T("wanted.order.nobody"), 0)
	if err != nil {
		w.Trouble(err)
		return
	}
	o := &orderedSheet{w: w, id: id, name: name, form: kit.NewForm(), usual: usual, by: kit.NewSelect(staff, idText(usual), nil)}
	o.due = kit.NewDateField(w.app.Now, kit.DayOrderHere())
	o.due.OnSubmitted = func(string) { o.save() }
	body := kit.VStack(12, o.form.Add("dueOn", kit.NewField(kit.T("wanted.order.due"), o.due).WithHint(kit.T("wanted.order.due.hint"))),
		o.form.Add("orderedBy", kit.NewField(kit.T("wanted.order.by"), o.by)))
	o.sheet = kit.ShowSheet(w.canvas(), kit.T("wanted.order.title", "What", name), body,
		kit.SheetOptions{Help: "wanted", Save: kit.T("wanted.order.save"), OnSave: o.save, Dirty: o.dirty, Width: 480})
}

func (o *orderedSheet) dirty() bool { return o.due.Text != "" || o.by.Value() != idText(o.usual) }

func (o *orderedSheet) save() {
	due, err := o.due.Day()
	if err != nil {
		o.w.Trouble(o.form.Show(kit.InField("dueOn", err)))
		return
	}
	n, err := o.w.store().OrderItem(o.id, idFrom[models.StaffID](o.by.Value()), models.Day(due))
	if err != nil {
		o.w.Trouble(o.form.Show(err))
		return
	}
	o.sheet.Close()
	o.w.Did(kit.TN("wanted.did.ordered", n, "What", o.name))
}
