package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// customerForm is the sheet in which a customer is written down or changed.
type customerForm struct {
	w       *Window
	was     *models.Customer // as the book has them; the form only ever reads it
	onSaved func(models.CustomerID)
	sheet   *kit.Sheet
	form    *kit.Form
	opened  string // what stood in the fields at first

	name, called, phone, email, birthday *kit.Entry
	address, remember                    *kit.Entry
	source                               *kit.Select
	noPost, noPhone, noEmail             *kit.Tick
	broughtBy                            *referrerField // nil where it is known already who brought them
	similar                              *similarLine   // nil for somebody who is in the book
}

// showCustomerForm opens the form for c, who is new where the ID is 0. onSaved, which may be nil, gets the ID of who
// was saved.
func showCustomerForm(w *Window, c *models.Customer, onSaved func(models.CustomerID)) {
	f := &customerForm{w: w, was: c, onSaved: onSaved, form: kit.NewForm()}
	w.Trouble(f.open())
}

func (f *customerForm) open() error {
	body, err := f.build()
	if err != nil {
		return err
	}
	f.opened = f.typed()
	title := kit.T("customers.form.new")
	if f.was.ID != 0 {
		title = kit.T("customers.form.edit", "Name", f.was.CalledName())
	}
	f.sheet = kit.ShowSheet(f.w.canvas(), title, body, kit.SheetOptions{Save: kit.T("customers.form.save"), OnSave: f.onSave, Dirty: f.dirty, Width: 680})
	if f.similar != nil {
		f.similar.look()
	}
	return nil
}

// build makes the fields and lays them out.
func (f *customerForm) build() (fyne.CanvasObject, error) {
	f.buildEntries()
	known, err := f.buildChoices()
	if err != nil {
		return nil, err
	}
	two := func(a, b fyne.CanvasObject) fyne.CanvasObject { return kit.Columns([]float32{1, 1}, 14, 460, a, b) }
	body := kit.VStack(12,
		two(f.field("name", f.name), f.field("preferredName", f.called)),
		two(f.field("phone", f.phone), f.field("email", f.email)))
	if f.was.ID == 0 {
		f.similar = newSimilarLine(f)
		body.Add(f.similar.object)
	}
	body.Add(known)
	body.Add(two(f.field("address", f.address),
		kit.VStack(12, f.field("birthday", f.birthday), f.field("source", f.source))))
	body.Add(f.field("remember", f.remember))
	body.Add(kit.NewField(kit.T("customers.form.permissions"), kit.FlowRow(16, f.noPost, f.noPhone, f.noEmail)))
	return body, nil
}

// field puts a label above an input, and names it as a Problem would: alone, and as part of a referral.
func (f *customerForm) field(name string, input fyne.CanvasObject) *kit.Field {
	field := f.form.Add(name, kit.NewField(kit.T("customers.form."+name), input))
	return f.form.Add("referee."+name, field)
}

func (f *customerForm) buildEntries() {
	entry := func(text, hint string) *kit.Entry {
		e := kit.NewEntry(hint)
		e.SetText(text)
		return e
	}
	f.name, f.called = entry(f.was.Name, ""), entry(f.was.PreferredName, "")
	f.phone, f.email = entry(f.was.Phone(), ""), entry(f.was.Email(), "")
	f.birthday = entry(kit.BirthdayText(f.was.Birthday), kit.T("customers.form.birthday.like"))
	f.birthday.OnFocus = f.onBirthday
	f.address = kit.NewArea("", 4)
	f.address.SetText(f.was.Address)
	f.remember = kit.NewArea(kit.T("customers.form.remember.like"), 3)
	f.remember.SetText(notesText(f.was.Remember))
}

// buildChoices makes what is chosen rather than typed, and gives the part that says who brought them.
func (f *customerForm) buildChoices() (broughtBy fyne.CanvasObject, err error) {
	f.noPost = kit.NewTick(kit.T("customers.form.noPost"), f.was.NoPost, nil)
	f.noPhone = kit.NewTick(kit.T("customers.form.noPhone"), f.was.NoPhone, nil)
	f.noEmail = kit.NewTick(kit.T("customers.form.noEmail"), f.was.NoEmail, nil)
	card := &models.Card{Customer: f.was}
	if f.was.ID != 0 {
		if card, err = f.w.store().Card(f.was.ID); err != nil {
			return nil, err
		}
	}
	if f.source, err = f.sourceSelect(card.SourceName); err != nil {
		return nil, err
	}
	if r := card.Referral; r != nil {
		return kit.NewField(kit.T("customers.form.broughtBy"), kit.Strong(r.Referrer)), nil
	}
	f.broughtBy = newReferrerField(f, card.Customer.VisitN > 0)
	return f.broughtBy.object, nil
}

// sourceSelect offers the ways people find the shop; one that is no longer offered stays where it was chosen.
func (f *customerForm) sourceSelect(chosen string) (*kit.Select, error) {
	sources, err := f.w.store().Sources()
	if err != nil {
		return nil, err
	}
	value := idText(f.was.SourceID)
	choices := []kit.Choice{{Label: kit.T("customers.form.source.none")}}
	offered := value == ""
	for _, source := range sources {
		choices = append(choices, kit.Choice{Value: idText(source.ID), Label: source.Name})
		offered = offered || source.ID == f.was.SourceID
	}
	if !offered {
		choices = append(choices, kit.Choice{Value: value, Label: chosen})
	}
	return kit.NewSelect(choices, value, nil), nil
}

// onBirthday writes the birthday as it was understood when its field is left.
func (f *customerForm) onBirthday(focused bool) {
	if focused {
		return
	}
	if day, err := f.readBirthday(); err == nil && day != "" {
		f.birthday.SetText(kit.BirthdayText(day))
	}
}

func (f *customerForm) readBirthday() (string, error) {
	day, err := kit.ParseBirthday(f.birthday.Text, f.w.app.Now(), kit.DayFirst)
	return day, kit.InField("birthday", err)
}

// typed is everything in the fields as one text, to see whether anything was changed.
func (f *customerForm) typed() string {
	parts := []string{f.source.Value()}
	for _, e := range []*kit.Entry{f.name, f.called, f.phone, f.email, f.birthday, f.address, f.remember} {
		parts = append(parts, strings.TrimSpace(e.Text))
	}
	for _, t := range []*kit.Tick{f.noPost, f.noPhone, f.noEmail} {
		parts = append(parts, map[bool]string{true: "x"}[t.On()])
	}
	if f.broughtBy != nil {
		parts = append(parts, f.broughtBy.picker.Text())
	}
	return strings.Join(parts, "\x00")
}

func (f *customerForm) dirty() bool { return f.typed() != f.opened }
