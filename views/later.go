package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// laterSheet asks until when to leave somebody, with tomorrow one key away.
type laterSheet struct {
	w     *Window
	name  string // whom it is about
	put   func(due models.Day) error
	form  *kit.Form
	sheet *kit.Sheet
	day   *kit.DateField
}

// showLater opens the sheet; put stores the day that is chosen.
func showLater(w *Window, name string, put func(due models.Day) error) {
	l := &laterSheet{w: w, name: name, put: put, form: kit.NewForm(), day: kit.NewDateField(w.app.Now, kit.DayFirst)}
	field := l.form.Add("dueOn", kit.NewField(kit.T("today.later.day"), l.day))
	quick := kit.FlowRow(8)
	for _, choice := range []struct {
		key  string
		days int
	}{{"tomorrow", 1}, {"threeDays", 3}, {"week", 7}} {
		due := w.store().Today().AddDays(choice.days)
		quick.Add(kit.NewButton(kit.T("today.later."+choice.key), func() { l.until(due) }))
	}
	l.sheet = kit.ShowSheet(w.canvas(), kit.T("today.later.title", "Name", name), kit.VStack(12, quick, field),
		kit.SheetOptions{Save: kit.T("today.later.save"), OnSave: l.save, Width: 460})
}

// save takes the day that was typed.
func (l *laterSheet) save() {
	due, err := l.day.Day()
	if err == nil && due == "" {
		err = models.Problem{Field: "dueOn", Key: "date"}
	}
	if err != nil {
		l.w.Trouble(l.form.Show(kit.InField("dueOn", err)))
		return
	}
	l.until(models.Day(due))
}

func (l *laterSheet) until(due models.Day) {
	if err := l.put(due); err != nil {
		l.w.Trouble(l.form.Show(err))
		return
	}
	l.sheet.Close()
	l.w.Did(kit.T("today.did.later", "Name", l.name, "Day", l.w.dayText(due)))
}
