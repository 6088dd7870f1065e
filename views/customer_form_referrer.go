package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// referrerField asks who brought a customer: a customer, a specialist, or somebody added in the same breath.
type referrerField struct {
	form   *customerForm
	object *fyne.Container
	picker *kit.Picker
	staff  *kit.Select // whom of the shop they named
	named  *kit.Field  // with its label
	before *kit.Tick   // "from before we kept this book"
	asked  *kit.Field

	anybody bool              // works in the shop
	offered []models.Referrer // by the number of their option
	chosen  models.Referrer
}

// How many customers and specialists are offered at once.
const (
	offeredCustomers   = 5
	offeredSpecialists = 2
)

// newReferrerField makes the field. known tells that the customer has been here before: then the referral may be
// history.
func newReferrerField(f *customerForm, known bool) (*referrerField, error) {
	staff, err := f.w.staffChoices(kit.T("referrals.form.staff.none"), 0)
	if err != nil {
		return nil, err
	}
	r := &referrerField{form: f, anybody: len(staff) > 1}
	r.staff = kit.NewSelect(staff, "", func(string) { f.changed() })
	r.named = kit.NewField(kit.T("referrals.form.staff"), r.staff)
	r.picker = kit.NewPicker(r.search)
	r.picker.SetPlaceHolder(kit.T("customers.form.broughtBy.like"))
	r.picker.OnTyped = func(string) { f.changed() }
	r.picker.OnChosen = func(o kit.Option) { r.choose(r.offered[o.ID]) }
	r.picker.OnCleared = func() { r.choose(models.Referrer{}) }
	field := kit.NewField(kit.T("customers.form.broughtBy"), r.picker)
	for _, name := range []string{"broughtBy", "broughtBy.name", "broughtBy.phone"} {
		f.form.Add(name, field)
	}
	r.before = kit.NewTick(kit.T("customers.form.fromBefore"), false, func(bool) { f.changed() })
	r.asked = f.form.Add("fromBefore", kit.NewField("", r.before))
	r.asked.Hidden = !known
	r.object = kit.VStack(4, field, r.named, r.asked)
	r.fit()
	return r, nil
}

func (r *referrerField) choose(who models.Referrer) {
	r.chosen = who
	r.fit()
	r.form.changed()
}

// fit asks whom they named once it is known who sent them, where anybody works in the shop.
func (r *referrerField) fit() {
	if hidden := !r.chosen.Given() || !r.anybody; hidden != r.named.Hidden {
		r.named.Hidden = hidden
		r.form.refit()
	}
}

// fill writes into the field what a draft kept: who was chosen, or the words that were typed.
func (r *referrerField) fill(t customerTyped) {
	r.before.SetOn(t.FromBefore)
	r.staff.SetValue(idText(t.Named))
	r.chosen = t.Referrer
	if t.Referrer.Given() {
		r.picker.SetChosen(kit.Option{Title: t.BroughtBy})
	} else {
		r.picker.SetText(t.BroughtBy)
	}
	r.fit()
}

// given tells whether somebody stands in the field.
func (r *referrerField) given() bool { return r.picker.Text() != "" }

// read gives who was chosen. Words that were typed and not chosen are a Problem: two people may be called that.
func (r *referrerField) read() (models.Referrer, error) {
	if !r.chosen.Given() {
		return r.chosen, models.Problem{Field: "broughtBy", Key: "customers.broughtBy.choose"}
	}
	if r.chosen.New != nil {
		fresh := *r.chosen.New // the store sets the ID even where the whole change then fails
		return models.Referrer{New: &fresh}, nil
	}
	return r.chosen, nil
}

func (r *referrerField) search(text string) []kit.Option {
	customers, err := r.form.w.store().FindCustomers(text, offeredCustomers)
	if err != nil {
		r.form.w.Trouble(err)
		return nil
	}
	r.offered = nil
	var options []kit.Option
	// Those found by a note or an address come last: a name is what is typed here.
	byName := func(c models.CustomerRow) bool { return standsIn(text, c.Name+" "+models.Digits(c.Phone)) }
	for _, c := range customers {
		if byName(c) {
			options = r.offerCustomer(options, c)
		}
	}
	for _, p := range r.form.w.findSpecialists(text, offeredSpecialists) {
		options = r.offer(options, models.Referrer{SpecialistID: p.ID}, kit.Option{Title: p.Name, Second: p.Trades, Badge: kindWord(models.ToSpecialist)})
	}
	options = r.offer(options, models.Referrer{New: customerFrom(text)}, kit.Option{Title: text, Add: true})
	for _, c := range customers {
		if !byName(c) {
			options = r.offerCustomer(options, c)
		}
	}
	return r.offer(options, models.Referrer{NewSpecialist: strings.TrimSpace(text)}, newSpecialistOption(text))
}

// standsIn tells whether name holds every word of text, whatever the case and the marks of the letters.
func standsIn(text, name string) bool {
	name = models.Fold(name)
	for _, word := range strings.Fields(models.Fold(text)) {
		if !strings.Contains(name, word) {
			return false
		}
	}
	return true
}

// offerCustomer adds a customer, unless the form is theirs.
func (r *referrerField) offerCustomer(options []kit.Option, c models.CustomerRow) []kit.Option {
	if c.ID == r.form.was.ID {
		return options
	}
	word, tone := rungWord(c.Rung)
	return r.offer(options, models.Referrer{CustomerID: c.ID}, kit.Option{Title: c.Name, Second: c.Phone, Badge: word, Tone: tone})
}

// offer adds an option that stands for somebody.
func (r *referrerField) offer(options []kit.Option, who models.Referrer, o kit.Option) []kit.Option {
	o.ID = int64(len(r.offered))
	r.offered = append(r.offered, who)
	return append(options, o)
}
