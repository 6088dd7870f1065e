package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// permissionFields are how a customer likes to be reached, and what they asked us to leave out, each with the day they did.
type permissionFields struct {
	form   *customerForm
	object *fyne.Container
	post   *permissionField
	phone  *permissionField
	email  *permissionField
	reach  *kit.Select
}

// permissionField is one of them.
type permissionField struct {
	tick  *kit.Tick
	day   *kit.DateField
	since *fyne.Container // the day, once it is ticked
}

func newPermissionFields(f *customerForm) *permissionFields {
	p := &permissionFields{form: f}
	p.post = p.field("noPost", f.shown.NoPost, f.shown.NoPostOn)
	p.phone = p.field("noPhone", f.shown.NoPhone, f.shown.NoPhoneOn)
	p.email = p.field("noEmail", f.shown.NoEmail, f.shown.NoEmailOn)
	row := kit.FlowRow(16, p.part(p.post), p.part(p.phone), p.part(p.email))
	p.reach = kit.NewSelect(reachChoices(), string(f.shown.ReachBy), func(string) { f.changed() })
	p.object = kit.VStack(12, f.form.Add("permissions", kit.NewField(kit.T("customers.form.permissions"), row)),
		kit.Columns([]float32{1, 2}, 12, 360, f.form.Add("reachBy", kit.NewField(kit.T("customers.form.reachBy"), p.reach)), kit.Spacer()))
	return p
}

func reachChoices() []kit.Choice {
	choices := make([]kit.Choice, len(models.ReachBys))
	for i, by := range models.ReachBys {
		choices[i] = kit.Choice{Value: string(by), Label: reachByWord(by)}
	}
	return choices
}

// reachByWord says how somebody likes to be reached.
func reachByWord(by models.ReachBy) string {
	if by == models.LikesAny {
		return kit.T("reachBy.any")
	}
	return kit.T("reachBy." + string(by))
}

func (p *permissionFields) field(name string, asked bool, on models.Day) *permissionField {
	f := &permissionField{day: kit.NewDateField(p.form.w.app.Now, kit.DayOrderHere())}
	f.day.Past = true
	f.day.SetDay(string(on))
	also(&f.day.OnChanged, p.form.changed)
	f.tick = kit.NewTick(kit.T("customers.form."+name), asked, func(bool) { p.onTick(f) })
	f.since = kit.HStack(6, kit.Quiet(kit.T("card.form.since")), kit.Fixed(136, f.day))
	f.since.Hidden = !asked
	return f
}

func (p *permissionFields) part(f *permissionField) fyne.CanvasObject {
	return kit.HStack(8, f.tick, f.since)
}

// onTick gives a new wish today's day.
func (p *permissionFields) onTick(f *permissionField) {
	if f.tick.On() && f.day.Text == "" {
		f.day.SetDay(string(p.form.w.store().Today()))
	}
	f.since.Hidden = !f.tick.On()
	p.form.refit()
	p.form.changed()
}

// all are the three, in their order.
func (p *permissionFields) all() []*permissionField {
	return []*permissionField{p.post, p.phone, p.email}
}

// whole gives what stands in the fields, whether it can be read or not.
func (p *permissionFields) whole() (typed []wishTyped) {
	for _, f := range p.all() {
		typed = append(typed, wishTyped{f.tick.On(), f.day.Text})
	}
	return typed
}

// fill writes into the fields what a draft kept.
func (p *permissionFields) fill(typed []wishTyped) {
	for i, f := range p.all() {
		if i < len(typed) {
			f.tick.SetOn(typed[i].On)
			f.day.SetText(typed[i].Day)
			f.since.Hidden = !typed[i].On
		}
	}
}

// read writes the wishes into c. A day that cannot be read, or is still to come, is a Problem.
func (p *permissionFields) read(c *models.Customer) error {
	for _, one := range []struct {
		field *permissionField
		no    *bool
		on    *models.Day
	}{{p.post, &c.NoPost, &c.NoPostOn}, {p.phone, &c.NoPhone, &c.NoPhoneOn}, {p.email, &c.NoEmail, &c.NoEmailOn}} {
		day, err := one.field.read(p.form.w.store().Today())
		if err != nil {
			return kit.InField("permissions", err)
		}
		*one.no, *one.on = one.field.tick.On(), day
	}
	c.ReachBy = models.ReachBy(p.reach.Value())
	return nil
}

func (f *permissionField) read(today models.Day) (models.Day, error) {
	if !f.tick.On() {
		return "", nil
	}
	day, err := f.day.Day()
	if err == nil && models.Day(day) > today {
		err = models.Problem{Key: "date.ahead"}
	}
	return models.Day(day), err
}

// typed is what is ticked, with its days, as one text.
func (p *permissionFields) typed() (typed string) {
	typed = p.reach.Value() + "\x01"
	for _, f := range p.all() {
		if f.tick.On() {
			typed += "x" + f.day.Text
		}
		typed += "\x01"
	}
	return typed
}
