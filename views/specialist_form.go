package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// specialistForm is the sheet in which a specialist is added or changed.
type specialistForm struct {
	w                                         *Window
	was                                       models.Specialist
	form                                      *kit.Form
	sheet                                     *kit.Sheet
	name, trades, phone, email, address, note *kit.Entry
	paused, doNotUse                          *kit.Tick
	onSaved                                   func(models.SpecialistID)
}

// showSpecialistForm opens the form for a new specialist (p nil or without an ID), or for changing one.
// onSaved, which may be nil, is told whom it was saved as; otherwise their card is shown.
func showSpecialistForm(w *Window, p *models.Specialist, onSaved func(models.SpecialistID)) {
	f := &specialistForm{w: w, form: kit.NewForm(), onSaved: onSaved}
	if p != nil {
		f.was = *p
	}
	f.name, f.trades, f.phone, f.email = kit.NewEntry(""), kit.NewEntry(kit.T("specialists.tradesHint")), kit.NewEntry(""), kit.NewEntry("")
	f.address, f.note = kit.NewArea("", 2), kit.NewArea("", 2)
	f.name.SetText(f.was.Name)
	f.trades.SetText(f.was.Trades)
	f.phone.SetText(f.was.Phone)
	f.email.SetText(f.was.Email)
	f.address.SetText(f.was.Address)
	f.note.SetText(f.was.Note)
	f.paused = kit.NewTick(kit.T("specialists.pausedTick"), f.was.State == models.SpecialistPaused, nil)
	f.doNotUse = kit.NewTick(kit.T("specialists.doNotUseTick"), f.was.DoNotUse, nil)
	for _, e := range []*kit.Entry{f.name, f.trades, f.phone, f.email} {
		e.OnSubmitted = func(string) { f.save() }
	}
	f.show()
}

func (f *specialistForm) show() {
	field := func(name string, e *kit.Entry) *kit.Field {
		return f.form.Add(name, kit.NewField(kit.T("specialists."+name), e))
	}
	body := kit.VStack(12, field("name", f.name), field("trades", f.trades),
		kit.Columns([]float32{1, 1}, 12, 420, field("phone", f.phone), field("email", f.email)),
		field("address", f.address), field("note", f.note), f.paused, f.doNotUse)
	title := kit.T("specialists.new")
	if f.was.ID != 0 {
		title = kit.T("specialists.change", "Name", f.was.Name)
	}
	f.sheet = kit.ShowSheet(f.w.canvas(), title, body,
		kit.SheetOptions{Help: "specialists", Save: kit.T("specialists.save"), OnSave: f.save, Dirty: func() bool { return f.read() != f.was }})
}

// read gives what the form says.
func (f *specialistForm) read() models.Specialist {
	p := f.was
	p.Name, p.Trades, p.Phone, p.Email = f.name.Text, f.trades.Text, f.phone.Text, f.email.Text
	p.Address, p.Note, p.DoNotUse = f.address.Text, f.note.Text, f.doNotUse.On()
	if f.paused.On() {
		p.State = models.SpecialistPaused
	} else if p.State == models.SpecialistPaused {
		p.State = models.SpecialistActive
	}
	return p
}

func (f *specialistForm) save() {
	p := f.read()
	if err := f.w.store().SaveSpecialist(&p); err != nil {
		f.w.Trouble(f.form.Show(err))
		return
	}
	f.sheet.Close()
	if f.onSaved != nil {
		f.onSaved(p.ID)
	} else {
		f.w.OpenSpecialist(p.ID)
	}
	f.w.Did(kit.T("specialists.didSave", "Name", p.Name))
}
