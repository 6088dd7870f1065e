package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// personFound is how many people a picker offers, beside the line that adds one.
const personFound = 6

// personPicker finds somebody by a name or a number as it is typed, or takes somebody new in the same breath.
type personPicker struct {
	w           *Window
	path        string // the form's name of the field: "customer", "broughtBy"
	newPath     string // and what stands before the names of a new person's fields
	specialists bool   // they may be a specialist too
	newOnes     bool   // or one to be added

	found []models.Referrer // what the options of the list stand for
	who   models.Referrer
	aside *models.Customer // typed for somebody new, while the owner looks in the book after all; else nil

	logged models.CustomerID // whose visit in the log it is: it stays theirs though they left the book
	left   bool              // whoever stands in the field left it

	find               *kit.Picker
	name, phone        *kit.Entry
	field              *kit.Field
	nameField          *kit.Field
	phoneField         *kit.Field
	newcomer           *fyne.Container
	similar            *similarPeople // who of the book somebody new may be
	object             *fyne.Container
	onChosen, onChange func()
}

// newPersonPicker makes an empty one. onChosen is called when it is said who it is, to go on from there; onChange
// after every change.
func newPersonPicker(w *Window, label, path, newPath string, onChosen, onChange func()) *personPicker {
	p := &personPicker{w: w, path: path, newPath: newPath, onChosen: onChosen, onChange: onChange}
	p.find = kit.NewPicker(p.search)
	p.find.SetPlaceHolder(kit.T("visit.person.find"))
	p.find.OnChosen, p.find.OnCleared = p.chosen, p.cleared
	p.find.OnTyped = func(string) { onChange() }
	p.field = kit.NewField(label, p.find)
	p.name, p.phone = kit.NewEntry(kit.T("visit.person.namePlace")), kit.NewEntry("")
	also(&p.name.OnChanged, onChange)
	also(&p.phone.OnChanged, onChange)
	p.name.OnSubmitted = func(string) { w.focusIn(p.phoneField) }
	p.phone.OnSubmitted = func(string) { onChosen() }
	p.nameField = kit.NewField(kit.T("visit.person.name"), p.name)
	p.phoneField = kit.NewField(kit.T("visit.person.phone"), p.phone)
	back := kit.NewButton(kit.T("visit.person.inBook"), p.lookInBook).Link().Small()
	fields := kit.Columns([]float32{3, 2}, 8, 300, p.nameField, p.phoneField)
	p.similar = newSimilarPeople(w, p.newPerson, p.onSimilar, onChange)
	also(&p.name.OnChanged, p.similar.look)
	also(&p.phone.OnChanged, p.similar.look)
	p.newcomer = kit.VStack(0, fields, p.similar.object, back)
	p.newcomer.Hide()
	p.object = kit.VStack(0, p.field, p.newcomer)
	return p
}

// search gives those who fit, and the line that adds who was typed.
func (p *personPicker) search(text string) []kit.Option {
	p.found = p.found[:0]
	var options []kit.Option
	customers, err := p.w.store().FindCustomers(text, personFound)
	if err != nil {
		p.w.Trouble(err)
		return nil
	}
	for _, c := range customers {
		word, tone := rungWord(c.Rung)
		o := kit.Option{Title: c.Name, Second: customerSecond(c), Badge: word, Tone: tone}
		options = p.add(options, o, models.Referrer{CustomerID: c.ID})
	}
	if p.specialists {
		options = p.addSpecialists(options, text)
	}
	options = p.add(options, kit.Option{Title: text, Add: true}, models.Referrer{New: customerFrom(text)})
	if p.newOnes {
		options = p.add(options, newSpecialistOption(text), models.Referrer{NewSpecialist: strings.TrimSpace(text)})
	}
	return options
}

// newSpecialistOption offers to add who was typed to the specialists.
func newSpecialistOption(text string) kit.Option {
	return kit.Option{Title: kit.T("referrals.addSpecialist", "Name", text), Badge: kindWord(models.ToSpecialist)}
}

func (p *personPicker) addSpecialists(options []kit.Option, text string) []kit.Option {
	for _, row := range p.w.findSpecialists(text, foundOthers) {
		o := kit.Option{Title: row.Name, Second: row.Trades, Badge: kindWord(models.ToSpecialist)}
		options = p.add(options, o, models.Referrer{SpecialistID: row.ID})
	}
	return options
}

func (p *personPicker) add(options []kit.Option, o kit.Option, who models.Referrer) []kit.Option {
	o.ID = int64(len(p.found))
	p.found = append(p.found, who)
	return append(options, o)
}

// chosen takes the option the owner chose.
func (p *personPicker) chosen(o kit.Option) {
	if o.ID < 0 || o.ID >= int64(len(p.found)) {
		return // of a list that was replaced meanwhile
	}
	who := p.found[o.ID]
	if who.New != nil {
		p.askNew(who.New)
		return
	}
	p.who, p.aside = who, nil
	p.showKnown()
	p.onChange()
	p.onChosen()
}

func (p *personPicker) cleared() {
	p.who = models.Referrer{}
	p.onChange()
}

// askNew shows the fields of somebody new, and puts the cursor into the one that is still empty.
func (p *personPicker) askNew(c *models.Customer) {
	if p.aside != nil {
		c = completed(c, p.aside)
	}
	p.set(models.Referrer{New: c}, "")
	p.onChange()
	if c.Name == "" {
		p.w.focusIn(p.nameField)
		return
	}
	p.w.focusIn(p.phoneField)
}

// completed gives c with what it does not say and aside does: a name or a number typed before.
func completed(c, aside *models.Customer) *models.Customer {
	whole := *aside
	if c.Name != "" {
		whole.Name = c.Name
	}
	if c.Phone() != "" {
		whole.SetContact(models.ContactPhone, c.Phone())
	}
	return &whole
}

// lookInBook goes back to finding, with what was typed. The rest of it is put aside, for somebody new after all.
func (p *personPicker) lookInBook() {
	typed := p.name.Text
	if typed == "" {
		typed = p.phone.Text
	}
	who, _ := p.person()
	p.set(models.Referrer{}, typed)
	p.aside = who.New
	p.onChange()
	p.w.focusIn(p.field)
}

// set shows who, or else the words that were typed for them.
func (p *personPicker) set(who models.Referrer, words string) {
	p.who, p.aside = who, nil
	p.newcomer.Hidden = who.New == nil
	p.field.Hidden = who.New != nil
	p.find.SetText(words)
	p.name.SetText("")
	p.phone.SetText("")
	if who.New != nil {
		p.name.SetText(who.New.Name)
		p.phone.SetText(who.New.Phone())
	}
	p.showKnown()
	p.object.Refresh()
}

// showKnown writes somebody of the book into the field.
func (p *personPicker) showKnown() {
	p.left = false
	switch {
	case p.who.CustomerID != 0:
		p.showCustomer()
	case p.who.SpecialistID != 0:
		s, err := p.w.store().Specialist(p.who.SpecialistID)
		if err != nil {
			p.gone(err)
			return
		}
		p.find.SetChosen(kit.Option{Title: s.Name, Second: s.Trades})
	case p.who.NewSpecialist != "":
		p.find.SetChosen(kit.Option{Title: p.who.NewSpecialist, Second: kit.T("referrals.newSpecialist")})
	}
}

func (p *personPicker) showCustomer() {
	c, err := p.w.store().Customer(p.who.CustomerID)
	if err == nil {
		p.find.SetChosen(kit.Option{Title: c.CalledName(), Second: p.w.customerLine(c)})
		return
	}
	former, formerErr := p.w.store().FormerCustomer(p.who.CustomerID)
	if formerErr != nil || p.who.CustomerID != p.logged {
		p.gone(err)
		return
	}
	p.left = true
	p.find.SetChosen(kit.Option{Title: former.CalledName(), Second: kit.T("visit.person.left")})
}

// gone empties the field of somebody who is no longer in the book.
func (p *personPicker) gone(err error) {
	p.who = models.Referrer{}
	p.find.Clear()
	p.w.Trouble(err)
}

// person gives who stands in the field, and otherwise the words typed for them.
func (p *personPicker) person() (who models.Referrer, words string) {
	if p.who.New == nil {
		if p.who.Given() {
			return p.who, ""
		}
		return p.who, p.find.Text()
	}
	c := *p.who.New
	c.Name = p.name.Text
	c.Contacts = nil
	c.SetContact(models.ContactPhone, p.phone.Text)
	return models.Referrer{New: &c}, ""
}

// problem is words from which nobody was chosen: guessing who is meant would put a visit on a stranger's card.
func (p *personPicker) problem() error {
	if _, words := p.person(); words != "" {
		return models.Problem{Field: p.path, Key: "visit.who", Args: map[string]any{"Name": words}}
	}
	return nil
}

// nameFields tells the form the names of the fields.
func (p *personPicker) nameFields(form *kit.Form) {
	form.Add(p.path, p.field)
	form.Add(p.newPath+".name", p.nameField)
	form.Add(p.newPath+".phone", p.phoneField)
}

// focus puts the cursor where somebody is looked for.
func (p *personPicker) focus() { p.w.focusIn(p.field) }

// newPerson is the name and the number now typed for somebody new.
func (p *personPicker) newPerson() *models.Customer {
	c := &models.Customer{Name: p.name.Text}
	c.SetContact(models.ContactPhone, p.phone.Text)
	return c
}

// onSimilar takes the one of the book in the place of somebody new.
func (p *personPicker) onSimilar(target string) {
	_, id, _ := strings.Cut(target, ":")
	p.set(models.Referrer{CustomerID: idFrom[models.CustomerID](id)}, "")
	p.onChange()
	p.onChosen()
}
