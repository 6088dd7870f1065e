package views

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// passingBy is the value of the chip for a visit by nobody we know.
const passingBy = "stranger"

// whoPart is the head of the form: who came, who served them, and when.
type whoPart struct {
	w        *Window
	person   *personPicker
	stranger *kit.Chips
	staff    *kit.Select
	at       *momentPart
	servedBy *kit.Field
	remember *kit.RichLine
	extra    *kit.RichLine // that they had nothing beyond the asking for a while
	object   fyne.CanvasObject
	onChange func()
	onChosen func()
}

func newWhoPart(w *Window, onChosen, onChange func()) *whoPart {
	p := &whoPart{w: w, onChange: onChange, onChosen: onChosen}
	p.person = newPersonPicker(w, kit.T("visit.customer"), "customer", "newCustomer", onChosen, p.onPerson)
	choice := []kit.Choice{{Value: passingBy, Label: kit.T("visit.stranger")}}
	p.stranger = kit.NewChips(choice, "", p.onStranger)
	p.stranger.AllowNone = true
	p.staff = kit.NewSelect(nil, "", p.onStaff)
	p.servedBy = kit.NewField(kit.T("visit.servedBy"), p.staff)
	p.at = newMomentPart(kit.T("visit.at"), w.app.Now, onChange)
	p.at.entry.Past = true
	nobody := kit.NewField(" ", kit.Inset(0, 6, 0, 0, p.stranger))
	customer := kit.HStackTop(8, kit.Grow(p.person.object), nobody)
	side := kit.Columns([]float32{1, 1}, 12, 0, p.servedBy, p.at.field)
	p.remember, p.extra = kit.Quiet(""), kit.Rich("")
	p.object = kit.VStack(6, kit.WithSide(customer, side, 340, 12, 700), p.remember, p.extra)
	return p
}

// onPerson takes "someone passing by" away as soon as somebody is named.
func (p *whoPart) onPerson() {
	if who, words := p.person.person(); who.Given() || words != "" {
		p.stranger.SetValue("")
	}
	p.showRemember()
	p.onChange()
}

func (p *whoPart) onStranger(value string) {
	if value == passingBy {
		p.person.set(models.Referrer{}, "")
	}
	p.onChange()
	if value == passingBy {
		p.onChosen()
	}
}

func (p *whoPart) onStaff(string) { p.onChange() }

// someone tells whether the visit is by a person we can get back to.
func (p *whoPart) someone() bool { who, _ := p.person.person(); return who.Given() }

// show writes t into the fields.
func (p *whoPart) show(t visitTyped) {
	v := t.Entry.Visit
	p.person.logged = 0
	if v.ID != 0 {
		p.person.logged = v.CustomerID
	}
	p.person.set(models.Referrer{CustomerID: v.CustomerID, New: t.Entry.NewCustomer}, t.Who)
	p.stranger.SetValue("")
	if t.Stranger {
		p.stranger.SetValue(passingBy)
	}
	p.showRemember()
	p.staff.SetValue(idText(v.ServedBy))
	p.at.show(v.At, t.At)
}

// read takes the fields into t.
func (p *whoPart) read(t *visitTyped) {
	v := &t.Entry.Visit
	who, words := p.person.person()
	v.CustomerID, t.Entry.NewCustomer, t.Who = who.CustomerID, who.New, words
	t.Stranger = p.stranger.Value() == passingBy
	v.ServedBy = idFrom[models.StaffID](p.staff.Value())
	if v.At, t.At = p.at.read(); v.At == 0 {
		v.At = models.MomentOf(p.w.app.Now())
	}
}

// problem is what cannot be read.
func (p *whoPart) problem() error { return errors.Join(p.person.problem(), p.at.problem("at")) }

func (p *whoPart) nameFields(form *kit.Form) {
	p.person.nameFields(form)
	form.Add("at", p.at.field)
}

// reload shows the customer as they are in the book now.
func (p *whoPart) reload() {
	p.person.showKnown()
	p.showRemember()
}

// setStaff offers those who work here.
func (p *whoPart) setStaff(staff []kit.Choice) {
	p.servedBy.Hidden = len(staff) == 0
	p.staff.SetChoices(staff)
}

// customerLine tells a customer apart at the counter: the phone, and when they were last here.
func (w *Window) customerLine(c *models.Customer) string {
	var parts []string
	if phone := c.Phone(); phone != "" && phone != c.CalledName() {
		parts = append(parts, phone)
	}
	if c.LastAt != 0 {
		parts = append(parts, kit.T("visit.lastSeen", "Ago", w.agoText(c.LastAt)))
	}
	return strings.Join(parts, " · ")
}

// showRemember says beneath the head what to remember about the customer, and kindly where nothing was done for them beyond the asking.
func (p *whoPart) showRemember() {
	p.remember.Hide()
	p.extra.Hide()
	who, _ := p.person.person()
	if who.CustomerID == 0 || p.person.left {
		return
	}
	c, err := p.w.store().Customer(who.CustomerID)
	if err != nil {
		p.w.Trouble(err)
		return
	}
	line := rememberLine(c)
	p.remember.SetText(line)
	p.remember.Hidden = line == ""
	if line, err = p.w.extraLine(who.CustomerID); err != nil {
		p.w.Trouble(err)
	}
	p.extra.SetMarkup(line)
	p.extra.Hidden = line == ""
}

// rememberLine is what to remember about a customer, or "".
func rememberLine(c *models.Customer) string {
	var notes []string
	for _, note := range c.Remember {
		notes = append(notes, strings.TrimRight(strings.Join(strings.Fields(note.Text), " "), "."))
	}
	if len(notes) == 0 {
		return ""
	}
	return kit.T("visit.remember", "Notes", strings.Join(notes, " · "))
}

// focusIn puts the keyboard into a field, of a page just shown too.
func (w *Window) focusIn(f *kit.Field) {
	if target := f.FocusTarget(); target != nil {
		w.canvas().Focus(target)
	}
}

// also calls then after what a field does already when its text changes.
func also(hook *func(string), then func()) {
	before := *hook
	if before == nil {
		before = func(string) {}
	}
	*hook = func(text string) { before(text); then() }
}
