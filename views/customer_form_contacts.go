package views

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// contactRows are the phone numbers, or the e-mail addresses, of the form. One alone is a plain field; with a second
// one each says what it is, can be made the main one, and can be taken away.
type contactRows struct {
	form   *customerForm
	kind   models.ContactKind
	labels []string // what is offered as a label
	list   *fyne.Container
	add    *kit.Button // asks for another, and for what each is
	rows   []*contactRow
	named  bool // the one there is has a label
}

// contactRow is one of them. The first is the main one.
type contactRow struct {
	id    models.ContactID
	field *kit.Field
	entry *kit.Entry
	label *kit.Picker
	main  *kit.Button
	tools *fyne.Container
}

// newContactRows makes the rows of what the book has, at least one.
func newContactRows(f *customerForm, kind models.ContactKind, labels ...string) *contactRows {
	c := &contactRows{form: f, kind: kind, labels: labels, list: kit.VStack(6)}
	c.add = kit.NewButton(c.text("anotherOrLabel"), c.onAdd).Link().Small()
	for _, contact := range f.shown.Contacts {
		if contact.Kind == kind {
			c.named = c.named || contact.Label != ""
			c.append(contact)
		}
	}
	if len(c.rows) == 0 {
		c.append(models.Contact{Kind: kind})
	}
	c.arrange()
	return c
}

// text is a sentence about numbers, or about e-mail addresses.
func (c *contactRows) text(what string) string {
	return kit.T("card.form." + string(c.kind) + "." + what)
}

// append adds a row below the others.
func (c *contactRows) append(contact models.Contact) *contactRow {
	r := &contactRow{id: contact.ID, entry: c.form.entry(contact.Value, ""), label: kit.NewPicker(c.offer)}
	r.label.FreeText = true
	r.label.OnTyped = func(string) { c.form.changed() }
	r.label.OnChosen = func(kit.Option) { c.form.changed() }
	r.label.SetPlaceHolder(c.text("label.like"))
	r.label.SetText(contact.Label)
	r.main = kit.NewButton(kit.T("card.form.makeMain"), func() { c.onMain(r) }).Link().Small()
	drop := kit.NewCloser(func() { c.onDrop(r) })
	r.tools = kit.HStack(6, kit.Fixed(150, r.label), r.main, drop)
	r.field = kit.NewField("", kit.HStack(6, kit.Grow(r.entry), r.tools))
	c.rows = append(c.rows, r)
	return r
}

// several tells whether there is more to say of each than its value.
func (c *contactRows) several() bool { return len(c.rows) > 1 || c.named }

// arrange shows the rows as they are now, and names each as a Problem would.
func (c *contactRows) arrange() {
	c.list.Objects = nil
	for i, r := range c.rows {
		r.tools.Hidden = !c.several()
		r.main.Hidden = i == 0
		label := ""
		if i == 0 {
			label = kit.T("customers.form." + string(c.kind))
		}
		r.field.SetLabel(label)
		c.list.Add(r.field)
	}
	c.nameRows()
	if c.several() {
		c.add.SetText(c.text("another"))
	}
	c.form.layReach()
}

// nameRows names each row as a Problem of what stands in it would: empty ones are not counted.
func (c *contactRows) nameRows() {
	n := 0
	for i, r := range c.rows {
		if strings.TrimSpace(r.entry.Text) == "" && i > 0 {
			continue
		}
		name := contactField(c.kind, n)
		c.form.form.Add(name, r.field)
		c.form.form.Add("referee."+name, r.field)
		if strings.TrimSpace(r.entry.Text) != "" {
			n++
		}
	}
}

// contactField is what a Problem calls the i-th of a kind.
func contactField(kind models.ContactKind, i int) string {
	if i == 0 {
		return string(kind)
	}
	return string(kind) + "." + strconv.Itoa(i)
}

// offer gives the labels that fit.
func (c *contactRows) offer(text string) (options []kit.Option) {
	for _, label := range c.labels {
		if strings.Contains(models.Fold(label), models.Fold(text)) {
			options = append(options, kit.Option{Title: label})
		}
	}
	return options
}

// onAdd gives another row to type in; the last one, where that is empty still.
func (c *contactRows) onAdd() {
	last := c.rows[len(c.rows)-1]
	if strings.TrimSpace(last.entry.Text) != "" {
		last = c.append(models.Contact{Kind: c.kind})
	}
	c.named = true
	c.arrange()
	c.form.w.canvas().Focus(last.entry)
}

// onMain lets a row change places with the first.
func (c *contactRows) onMain(r *contactRow) {
	first := c.rows[0]
	first.id, r.id = r.id, first.id
	one, other := first.entry.Text, r.entry.Text
	first.entry.SetText(other)
	r.entry.SetText(one)
	one, other = first.label.Text(), r.label.Text()
	first.label.SetText(other)
	r.label.SetText(one)
	c.form.form.Clear()
	c.form.w.canvas().Focus(first.entry)
}

// onDrop takes a row away; the cursor goes to the one above. The first is never taken away but emptied, or gets what is
// in the second.
func (c *contactRows) onDrop(r *contactRow) {
	at := 0
	for i, other := range c.rows {
		if other == r {
			at = i
		}
	}
	if at == 0 && len(c.rows) > 1 {
		c.onMain(c.rows[1])
		at = 1
	}
	if at == 0 {
		c.named = false
		r.entry.SetText("")
		r.label.SetText("")
		r.id = 0
	} else {
		c.rows = append(c.rows[:at:at], c.rows[at+1:]...)
	}
	c.arrange()
	c.form.changed()
	c.form.w.canvas().Focus(c.rows[max(at-1, 0)].entry)
}

// read gives what stands in the rows, in their order.
func (c *contactRows) read() (contacts []models.Contact) {
	c.nameRows()
	for _, r := range c.rows {
		label := r.label.Text()
		if !c.several() {
			label = ""
		}
		contacts = append(contacts, models.Contact{ID: r.id, CustomerID: c.form.was.ID, Kind: c.kind, Label: label, Value: strings.TrimSpace(r.entry.Text)})
	}
	return contacts
}

// typed is what stands in the rows, as one text.
func (c *contactRows) typed() string {
	var typed []string
	for _, contact := range c.read() {
		if contact.Value != "" {
			typed = append(typed, contact.Label+"\x01"+contact.Value)
		}
	}
	return strings.Join(typed, "\x02")
}
