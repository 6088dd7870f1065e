package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// dayAsk says what a sheet that asks for a day to come is for.
type dayAsk struct {
	title, save string
	first       models.Day                 // that may be chosen; "" is today
	put         func(due models.Day) error // stores the day that is chosen
	did         func(due models.Day) string
}

// daySheet asks for a day to come, with the usual ones one key away.
type daySheet struct {
	w     *Window
	ask   dayAsk
	form  *kit.Form
	sheet *kit.Sheet
	day   *kit.DateField
}

// showLater asks until when to leave somebody; put stores the day that is chosen.
func showLater(w *Window, name string, put func(due models.Day) error) {
	showDay(w, dayAsk{title: kit.T("today.later.title", "Name", name), save: kit.T("today.later.save"), first: w.store().Today().AddDays(1), put: put,
		did: func(due models.Day) string { return kit.T("today.did.later", "Name", name, "Day", w.dayText(due)) }})
}

// laterDays are the days that are one key away.
var laterDays = []struct {
	key  string
	days int
}{{"tomorrow", 1}, {"threeDays", 3}, {"week", 7}, {"month", 30}}

// showDay opens the sheet, with the keyboard on what was chosen last.
func showDay(w *Window, ask dayAsk) {
	l := &daySheet{w: w, ask: ask, form: kit.NewForm(), day: kit.NewDateField(w.app.Now, kit.DayOrderHere())}
	l.day.OnSubmitted = func(string) { l.save() }
	field := l.form.Add("dueOn", kit.NewField(kit.T("today.later.day"), l.day))
	quick := kit.FlowRow(8)
	var last *kit.Button
	for _, choice := range laterDays {
		due := w.store().Today().AddDays(choice.days)
		button := kit.NewButton(kit.T("today.later."+choice.key), func() { l.choose(choice.key, due) })
		if quick.Add(button); choice.key == w.app.Prefs.Later() {
			last = button
		}
	}
	l.sheet = kit.ShowSheet(w.canvas(), ask.title, kit.VStack(12, quick, field), kit.SheetOptions{Help: "today", Save: ask.save, OnSave: l.save, Width: 520})
	if last != nil {
		w.canvas().Focus(last)
	}
}

// choose takes a day that is one key away, and remembers which it was.
func (l *daySheet) choose(key string, due models.Day) {
	l.w.app.Prefs.SetLater(key)
	l.until(due)
}

// save takes the day that was typed.
func (l *daySheet) save() {
	due, err := l.day.Day()
	switch {
	case err != nil:
	case due == "":
		err = models.Problem{Field: "dueOn", Key: "date"}
	case models.Day(due) < max(l.ask.first, l.w.store().Today()):
		err = models.Problem{Field: "dueOn", Key: "later.over"}
	}
	if err != nil {
		l.w.Trouble(l.form.Show(kit.InField("dueOn", err)))
		return
	}
	l.until(models.Day(due))
}

func (l *daySheet) until(due models.Day) {
	if err := l.ask.put(due); err != nil {
		l.w.Trouble(l.form.Show(err))
		return
	}
	l.sheet.Close()
	l.w.Did(l.ask.did(due))
}
