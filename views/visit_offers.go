package views

import (
	"errors"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// nothingSuitable is the value of the chip that says we had nothing to offer.
const nothingSuitable = "nothing"

// offersPart is what opens when a thing was not available: why, and what was offered instead.
type offersPart struct {
	request *requestPart
	rows    []*offerPart
	why     *kit.Chips
	worth   *amountPart // what the sale would have been
	worked  *workedPart
	add     *kit.Chips
	list    *fyne.Container
	field   *kit.Field
	object  *fyne.Container
}

func newOffersPart(request *requestPart) *offersPart {
	p := &offersPart{request: request, list: kit.VStack(8)}
	var reasons []kit.Choice
	for _, r := range models.Reasons {
		reasons = append(reasons, kit.Choice{Value: string(r), Label: reasonWord(r)})
	}
	p.why = kit.NewChips(reasons, string(models.ReasonOutOfStock), p.onWhy)
	p.add = kit.NewChips(offerChoices(), "", p.onAdd)
	p.add.AllowNone = true
	p.worked = newWorkedPart(p)
	p.list.Hide()
	p.field = kit.NewField(kit.T("visit.offered"), kit.VStack(10, p.list, p.add))
	p.worth = newAmountPart("", kit.T("visit.worth"), p.screen().money, p.screen().changed)
	why := kit.HStackTop(10, kit.Inset(0, 4, 0, 0, kit.Quiet(kit.T("visit.why"))), kit.Grow(p.why), kit.Fixed(120, p.worth.field))
	inside := kit.VStack(10, why, kit.Hairline(), p.worked.object, p.field)
	p.object = kit.Over(kit.Ground(kit.ColorOfferGround, 10), kit.Inset(14, 10, 14, 12, inside))
	p.object.Hide()
	return p
}

// offerChoices are a chip for each kind of offer, which adds one, and the chip that says there was none.
func offerChoices() []kit.Choice {
	var choices []kit.Choice
	for _, k := range models.AlternativeKinds {
		choices = append(choices, kit.Choice{Value: string(k), Label: kit.T("visit.offer." + string(k))})
	}
	return append(choices, kit.Choice{Value: nothingSuitable, Label: kit.T("visit.nothing"), Tone: kit.ToneUnavailable})
}

func (p *offersPart) screen() *visitScreen { return p.request.s }

func (p *offersPart) onWhy(string) { p.screen().changed() }

// onAdd adds an offer of the kind clicked. "Nothing suitable" stays chosen, until there is an offer after all.
func (p *offersPart) onAdd(value string) {
	if value == "" || value == nothingSuitable && len(p.rows) == 0 {
		p.screen().changed()
		return
	}
	p.add.SetValue("")
	if value == nothingSuitable {
		p.screen().w.Say(kit.T("visit.nothing.not"))
		return
	}
	row := p.addRow(offerTyped{Offer: models.Alternative{Kind: models.AlternativeKind(value)}})
	p.screen().rearranged()
	row.focus()
}

func (p *offersPart) addRow(t offerTyped) *offerPart {
	row := newOfferPart(p, t)
	p.rows = append(p.rows, row)
	p.list.Add(row.object)
	p.list.Show()
	return row
}

// remove takes an offer away, and offers to bring it back where something was said of it.
func (p *offersPart) remove(row *offerPart) {
	s, removed := p.screen(), row.read()
	i, j := slices.Index(s.requests, p.request), slices.Index(p.rows, row)
	p.rows = slices.DeleteFunc(p.rows, func(r *offerPart) bool { return r == row })
	p.list.Remove(row.object)
	p.list.Hidden = len(p.rows) == 0
	p.worked.update()
	s.rearranged()
	p.focus()
	if !removed.empty() {
		s.w.Offer(kit.T("visit.offer.removed"), kit.T("undo"), func() { s.insertOffer(i, j, removed) })
	}
}

// accepted makes row the only offer that was taken.
func (p *offersPart) accepted(row *offerPart) {
	for _, other := range p.rows {
		if other != row && other.state() == models.AlternativeAccepted {
			other.answer.SetValue("")
		}
	}
}

// setMissing opens the part, or closes it; what was typed in it is kept.
func (p *offersPart) setMissing(on bool) {
	p.object.Hidden = !on
	p.worked.update()
}

// focus puts the keyboard where an offer is added: on what worked before, where something did.
func (p *offersPart) focus() {
	if p.worked.object.Hidden {
		p.screen().w.canvas().Focus(p.add)
		return
	}
	p.screen().w.canvas().Focus(p.worked.chips)
}

// show writes the request's reason and offers into the fields.
func (p *offersPart) show(t requestTyped) {
	p.setMissing(!t.Request.Available())
	p.why.SetValue(string(models.ReasonOutOfStock))
	if !t.Request.Available() {
		p.why.SetValue(string(t.Request.Reason))
	}
	p.worth.show(t.Request.Worth, t.Worth)
	p.add.SetValue("")
	if t.Request.NothingSuitable {
		p.add.SetValue(nothingSuitable)
	}
	p.rows, p.list.Objects = nil, nil
	p.list.Hide()
	for _, o := range t.Offers {
		p.addRow(o)
	}
	p.worked.update()
}

// read takes the fields into t.
func (p *offersPart) read(t *requestTyped) {
	t.Request.Reason = models.ReasonNone
	if p.request.had.Value() == hadNot {
		t.Request.Reason = models.Reason(p.why.Value())
	}
	t.Request.NothingSuitable = p.add.Value() == nothingSuitable
	t.Request.Worth, t.Worth = p.worth.read()
	for _, row := range p.rows {
		t.Offers = append(t.Offers, row.read())
	}
}

// problem is what cannot be read.
func (p *offersPart) problem(i int) error {
	if p.object.Hidden {
		return nil
	}
	problems := []error{p.worth.problem(worthPath(i))}
	for j, row := range p.rows {
		problems = append(problems, row.problem(offerPath(i, j)))
	}
	return errors.Join(problems...)
}

func (p *offersPart) nameFields(form *kit.Form, i int) {
	form.Add(worthPath(i), p.worth.field)
	form.Add(fmt.Sprintf("requests.%d.alternatives", i), p.field)
	for j, row := range p.rows {
		row.nameFields(form, offerPath(i, j))
	}
}

// worthPath is the form's name of the field what request i would have come to.
func worthPath(i int) string { return fmt.Sprintf("requests.%d.worth", i) }

// offerPath is what the names of the fields of offer j of request i begin with.
func offerPath(i, j int) string { return fmt.Sprintf("requests.%d.alternatives.%d.", i, j) }
