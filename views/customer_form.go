package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// customerForm is the sheet in which a customer is written down or changed.
type customerForm struct {
	w            *Window
	was          *models.Customer // as the book has them; the form only ever reads it
	shown        *models.Customer // what the fields begin with: the same, or what a draft kept
	onSaved      func(models.CustomerID)
	sheet        *kit.Sheet
	form         *kit.Form
	opened       string // what stood in the fields at first
	openedBeside string // the same without what somebody is known by

	draft   *formDraft
	resumed *customerTyped // the draft it goes on with; nil for none

	name, called, birthday, remember *kit.Entry
	phone, email, address            *kit.Entry // the main ones, and where the address is typed
	phones, emails                   *contactRows
	reach                            *fyne.Container // both
	place                            *addressFields
	source                           *kit.Select
	tags                             *kit.TagField
	permissions                      *permissionFields
	broughtBy                        *referrerField // nil where it is known already who brought them
	similar                          *similarPeople // nil for somebody who is in the book
}

// showCustomerForm opens the form for c, who is new where the ID is 0. onSaved, which may be nil, gets the ID of who
// was saved.
func showCustomerForm(w *Window, c *models.Customer, onSaved func(models.CustomerID)) {
	w.Trouble(newCustomerForm(w, c, onSaved).open())
}

func newCustomerForm(w *Window, c *models.Customer, onSaved func(models.CustomerID)) *customerForm {
	f := &customerForm{w: w, was: c, shown: c, onSaved: onSaved, form: kit.NewForm()}
	f.draft = newFormDraft(w, customerDraft, f.dirty, f.typedWhole)
	return f
}

func (f *customerForm) open() error {
	body, err := f.build()
	if err != nil {
		return err
	}
	f.opened, f.openedBeside = f.typed(), f.typedBeside()
	if f.resumed != nil {
		f.fill(*f.resumed)
		f.opened, f.openedBeside = f.resumed.Opened, f.resumed.Beside
	}
	title := kit.T("customers.form.new")
	if f.was.ID != 0 {
		title = kit.T("customers.form.edit", "Name", f.was.CalledName())
	}
	f.sheet = kit.ShowSheet(f.w.canvas(), title, body, kit.SheetOptions{Help: "customers", Save: kit.T("customers.form.save"), OnSave: f.onSave, Dirty: f.draft.loses, OnCancel: f.draft.cancelled, Width: 680})
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
	body := kit.VStack(12, twoFields(f.field("name", f.name), f.field("preferredName", f.called)), f.reach)
	if f.was.ID == 0 {
		f.similar = f.watchSimilar()
		body.Add(f.similar.object)
	}
	body.Add(known)
	body.Add(twoFields(f.place.object, kit.VStack(12, f.field("birthday", f.birthday), f.field("source", f.source))))
	body.Add(f.field("tags", f.tags))
	body.Add(f.field("remember", f.remember))
	body.Add(f.permissions.object)
	return body, nil
}

// twoFields puts two fields beside each other where there is room.
func twoFields(a, b fyne.CanvasObject) fyne.CanvasObject {
	return kit.Columns([]float32{1, 1}, 14, 460, a, b)
}

// layReach puts numbers and addresses beside each other while each is a plain field, and below each other when there is
// more to say of them.
func (f *customerForm) layReach() {
	if f.phones == nil || f.emails == nil {
		return
	}
	if f.phones.several() || f.emails.several() {
		f.reach.Objects = []fyne.CanvasObject{f.phones.list, kit.HStack(0, f.phones.add), kit.VGap(4), f.emails.list, kit.HStack(0, f.emails.add)}
	} else {
		f.reach.Objects = []fyne.CanvasObject{twoFields(f.phones.list, f.emails.list), kit.FlowRow(8, f.phones.add, f.emails.add)}
	}
	f.refit()
}

// refit makes the sheet as high as its fields are now.
func (f *customerForm) refit() {
	if f.sheet != nil {
		f.sheet.Refit()
	}
}

// field puts a label above an input, and names it as a Problem would: alone, and as part of a referral.
func (f *customerForm) field(name string, input fyne.CanvasObject) *kit.Field {
	field := f.form.Add(name, kit.NewField(kit.T("customers.form."+name), input))
	return f.form.Add("referee."+name, field)
}

func (f *customerForm) buildEntries() {
	f.name, f.called = f.entry(f.shown.Name, ""), f.entry(f.shown.PreferredName, "")
	f.reach = kit.VStack(4)
	f.phones = newContactRows(f, models.ContactPhone, kit.T("card.label.mobile"), kit.T("card.label.home"), kit.T("card.label.work"))
	f.emails = newContactRows(f, models.ContactEmail, kit.T("card.label.home"), kit.T("card.label.work"))
	f.layReach()
	f.phone, f.email = f.phones.rows[0].entry, f.emails.rows[0].entry
	f.birthday = f.entry(kit.BirthdayText(f.shown.Birthday), kit.T("customers.form.birthday.like"))
	f.birthday.OnFocus = f.onBirthday
	f.place = newAddressFields(f)
	f.address = f.place.address
	f.tags = kit.NewTagField(kit.T("card.form.tags.like"), f.findTags, sameWord)
	f.tags.SetTags(f.shown.Tags)
	f.tags.OnChanged = f.onTags
	f.permissions = newPermissionFields(f)
	f.remember = kit.NewArea(kit.T("customers.form.remember.like"), 3)
	f.remember.SetText(notesText(f.shown.Remember))
	also(&f.remember.OnChanged, f.changed)
}

// entry makes a field of one line, in which Enter saves.
func (f *customerForm) entry(text, hint string) *kit.Entry {
	e := kit.NewEntry(hint)
	e.SetText(text)
	e.OnSubmitted = func(string) { f.onSave() }
	also(&e.OnChanged, f.changed)
	return e
}

// buildChoices makes what is chosen rather than typed, and gives the part that says who brought them.
func (f *customerForm) buildChoices() (broughtBy fyne.CanvasObject, err error) {
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
	if f.broughtBy, err = newReferrerField(f, card.Customer.VisitN > 0); err != nil {
		return nil, err
	}
	return f.broughtBy.object, nil
}

// sourceSelect offers the ways people find the shop; one that is no longer offered stays where it was chosen.
func (f *customerForm) sourceSelect(chosen string) (*kit.Select, error) {
	sources, err := f.w.store().Sources()
	if err != nil {
		return nil, err
	}
	value := idText(f.shown.SourceID)
	choices := []kit.Choice{{Label: kit.T("customers.form.source.none")}}
	offered := value == ""
	for _, source := range sources {
		choices = append(choices, kit.Choice{Value: idText(source.ID), Label: source.Name})
		offered = offered || source.ID == f.shown.SourceID
	}
	if !offered {
		choices = append(choices, kit.Choice{Value: value, Label: chosen})
	}
	return kit.NewSelect(choices, value, func(string) { f.changed() }), nil
}

func (f *customerForm) onTags() {
	f.refit()
	f.changed()
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
	day, err := kit.ParseBirthday(f.birthday.Text, f.w.app.Now(), kit.DayOrderHere())
	return day, kit.InField("birthday", err)
}

// findTags gives the tags that hold the text, those that begin with it first.
func (f *customerForm) findTags(text string) (names []string) {
	tags, err := f.w.store().Tags()
	if err != nil {
		f.w.Trouble(err)
		return nil
	}
	folded := models.Fold(text)
	var inside []string
	for _, tag := range tags {
		switch key := models.Fold(tag.Name); {
		case strings.HasPrefix(key, folded):
			names = append(names, tag.Name)
		case strings.Contains(key, folded):
			inside = append(inside, tag.Name)
		}
	}
	return append(names, inside...)
}

// sameWord tells whether two words are one, whatever their case and accents.
func sameWord(a, b string) bool { return models.Fold(a) == models.Fold(b) }

// typed is everything in the fields as one text, to see whether anything was changed.
func (f *customerForm) typed() string {
	return strings.Join([]string{strings.TrimSpace(f.name.Text), f.phones.typed(), f.emails.typed(), f.typedBeside()}, "\x00")
}

// typedBeside is typed without what somebody is known by.
func (f *customerForm) typedBeside() string {
	parts := []string{f.source.Value()}
	for _, e := range []*kit.Entry{f.called, f.birthday, f.address, f.remember} {
		parts = append(parts, strings.TrimSpace(e.Text))
	}
	parts = append(parts, f.place.country.Text(), f.permissions.typed())
	parts = append(parts, f.tags.Tags()...)
	if f.broughtBy != nil {
		parts = append(parts, f.broughtBy.picker.Text(), f.broughtBy.staff.Value())
	}
	return strings.Join(parts, "\x00")
}

func (f *customerForm) dirty() bool { return f.typed() != f.opened }
