package views

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// offerPart is one thing offered instead, and what the customer said to it.
type offerPart struct {
	offers *offersPart
	base   models.Alternative // what the form does not show, and the kind

	picker *kit.Picker // of another item, or of a specialist; else nil
	words  *kit.Entry  // of any other kind; else nil
	due    *kit.DateField
	refer  *referPart // of a specialist; else nil
	reason *kit.Entry
	answer *kit.Chips
	price  *amountPart

	whatField, dueField *kit.Field
	rest                *fyne.Container // what is asked beneath; hidden where nothing is
	object              *fyne.Container
}

func newOfferPart(offers *offersPart, t offerTyped) *offerPart {
	p := &offerPart{offers: offers, base: t.Offer}
	p.whatField = kit.NewField("", p.buildWhat(t))
	what, stacked := kit.HStackTop(8, kit.Grow(p.whatField)), float32(offerStacked)
	if p.base.Kind == models.OrderIn || p.base.Kind == models.Later {
		p.buildDue(t)
		what.Add(kit.Fixed(offerDue, p.dueField))
		stacked += offerDue
	}
	p.answer = kit.NewChips([]kit.Choice{
		{Value: string(models.AlternativeAccepted), Label: kit.T("answer.accepted"), Tone: kit.ToneOK},
		{Value: string(models.AlternativeDeclined), Label: kit.T("answer.declined")},
		{Value: string(models.AlternativeThinking), Label: kit.T("answer.thinking"), Tone: kit.ToneWarn},
	}, "", p.onAnswer)
	p.answer.AllowNone = true
	if t.Offer.State != models.AlternativeOffered {
		p.answer.SetValue(string(t.Offer.State))
	}
	kind := kit.Inset(0, 9, 0, 0, kit.Quiet(kindWord(p.base.Kind)))
	remove := kit.NewButton("×", p.onRemove).Link()
	p.price = newAmountPart("", kit.T("visit.offer.price"), offers.screen().money, offers.screen().changed)
	p.price.show(t.Offer.Price, t.Price)
	inLine := func(o fyne.CanvasObject) fyne.CanvasObject { return kit.Inset(0, 5, 0, 0, o) }
	answers := kit.HStackTop(8, inLine(p.answer), kit.Fixed(96, p.price.field))
	row := kit.WithSide(offerColumns(kind, what), answers, offerSide, 12, stacked)
	p.rest = kit.WithSide(offerColumns(kit.Spacer(), p.buildRest(t)), kit.Spacer(), offerSide, 12, stacked)
	// The cross comes last, so that Tab reaches the reason before it.
	p.object = kit.HStackTop(8, kit.Grow(kit.VStack(4, row, p.rest)), inLine(remove))
	p.showReason()
	if p.refer != nil {
		p.refer.show()
	}
	return p
}

// The room for the answers and the price beside what was offered, for the day where there is one, and the width
// below which the answers go beneath.
const (
	offerSide    = 356
	offerDue     = 128
	offerStacked = 662
)

// offerColumns keeps what was offered beneath each other, beside the words for its kind.
func offerColumns(kind, what fyne.CanvasObject) *fyne.Container {
	return kit.HStackTop(8, kit.Fixed(104, kind), kit.Grow(what))
}

// buildWhat makes the field that says what was offered.
func (p *offerPart) buildWhat(t offerTyped) fyne.CanvasObject {
	place := kit.T("visit.offer.place." + string(p.base.Kind))
	switch p.base.Kind {
	case models.AnotherItem:
		p.picker = kit.NewPicker(p.screen().findItems)
		p.picker.FreeText = true
		p.picker.SetText(t.Offer.Description)
		p.picker.OnChosen = p.onItem
	case models.ToSpecialist:
		p.picker = kit.NewPicker(p.screen().findSpecialists)
		p.picker.SetText(t.Who)
		if t.Offer.SpecialistID != 0 {
			p.picker.SetChosen(kit.Option{ID: int64(t.Offer.SpecialistID), Title: t.Offer.Specialist})
		}
		p.picker.Whole = true
		p.picker.OnChosen, p.picker.OnCleared = p.onSpecialist, p.showSpecialist
	default:
		p.words = kit.NewEntry(place)
		p.words.SetText(t.Offer.Description)
		also(&p.words.OnChanged, p.screen().changed)
		p.words.OnSubmitted = func(string) { p.goOn() }
		return p.words
	}
	p.picker.SetPlaceHolder(place)
	p.picker.OnTyped = func(string) { p.screen().changed() }
	return p.picker
}

// buildDue makes the day a thing should arrive, or to try again.
func (p *offerPart) buildDue(t offerTyped) {
	p.due = kit.NewDateField(p.screen().w.app.Now, kit.DayOrderHere())
	p.due.SetPlaceHolder(kit.T("visit.offer.due." + string(p.base.Kind)))
	p.due.SetDay(string(t.Offer.DueOn))
	if t.DueOn != "" {
		p.due.SetText(t.DueOn)
	}
	also(&p.due.OnChanged, p.screen().changed)
	p.due.OnSubmitted = func(string) { p.screen().w.canvas().Focus(p.answer) }
	p.dueField = kit.NewField("", p.due)
}

// buildRest makes what is asked beneath: what there is to a specialist, and why not.
func (p *offerPart) buildRest(t offerTyped) *fyne.Container {
	p.reason = kit.NewEntry(kit.T("visit.declined.why"))
	p.reason.SetText(t.Offer.DeclineReason)
	also(&p.reason.OnChanged, p.screen().changed)
	if p.base.Kind != models.ToSpecialist {
		return kit.VStack(4, p.reason)
	}
	p.refer = newReferPart(p, t.Offer)
	return kit.VStack(4, p.refer.object, p.reason)
}

func (p *offerPart) screen() *visitScreen { return p.offers.screen() }

// goOn leads from what was offered to what is asked next.
func (p *offerPart) goOn() {
	if p.due != nil {
		p.screen().w.focusIn(p.dueField)
		return
	}
	p.screen().w.canvas().Focus(p.answer)
}

func (p *offerPart) onItem(o kit.Option) {
	p.picker.SetText(o.Title)
	p.screen().changed()
	p.goOn()
}

// onSpecialist takes a specialist of the book, or opens the form of a new one.
func (p *offerPart) onSpecialist(o kit.Option) {
	if o.Add {
		p.picker.SetText(o.Title)
		showSpecialistForm(p.screen().w, &models.Specialist{Name: o.Title}, p.onNewSpecialist)
		return
	}
	p.showSpecialist()
	p.goOn()
}

// showSpecialist says how it went with the one who is chosen now.
func (p *offerPart) showSpecialist() {
	if p.refer != nil {
		p.refer.show()
		p.screen().rearranged()
	}
}

func (p *offerPart) onNewSpecialist(id models.SpecialistID) {
	s, err := p.screen().w.store().Specialist(id)
	if err != nil {
		p.screen().w.Trouble(err)
		return
	}
	p.picker.SetChosen(kit.Option{ID: int64(s.ID), Title: s.Name, Second: s.Trades})
	p.showSpecialist()
	p.goOn()
}

func (p *offerPart) onAnswer(value string) {
	if value == string(models.AlternativeAccepted) {
		p.offers.accepted(p)
	}
	p.showReason()
	p.screen().answered()
}

func (p *offerPart) onRemove() { p.offers.remove(p) }

// showReason asks why not, where they declined.
func (p *offerPart) showReason() {
	p.reason.Hidden = p.state() != models.AlternativeDeclined
	p.rest.Hidden = p.reason.Hidden && p.refer == nil
}

// state is what they said to it.
func (p *offerPart) state() models.Answer {
	if p.answer.Value() == "" {
		return models.AlternativeOffered
	}
	return models.Answer(p.answer.Value())
}

// read gives what stands in the fields.
func (p *offerPart) read() offerTyped {
	t := offerTyped{Offer: p.base}
	a := &t.Offer
	a.State, a.DeclineReason = p.state(), ""
	if p.refer != nil {
		a.Consent = p.refer.consent.On()
	}
	a.Price, t.Price = p.price.read()
	if a.State == models.AlternativeDeclined {
		a.DeclineReason = strings.TrimSpace(p.reason.Text)
	}
	switch {
	case p.words != nil:
		a.Description = strings.TrimSpace(p.words.Text)
	case a.Kind == models.AnotherItem:
		a.Description = p.picker.Text()
	default:
		a.SpecialistID, a.Specialist, t.Who = 0, "", p.picker.Text()
		if o, ok := p.picker.Chosen(); ok {
			a.SpecialistID, a.Specialist, t.Who = models.SpecialistID(o.ID), o.Title, ""
		}
	}
	if p.due != nil {
		a.DueOn, t.DueOn = dayIn(p.due)
	}
	return t
}

// dayIn gives the day in a field, and the words where they are none.
func dayIn(f *kit.DateField) (models.Day, string) {
	day, err := f.Day()
	if err != nil {
		return "", f.Text
	}
	return models.Day(day), ""
}

// problem is a day or a price that cannot be read; path is what the names of its fields begin with.
func (p *offerPart) problem(path string) error {
	price := p.price.problem(path + "price")
	if p.due == nil {
		return price
	}
	_, err := p.due.Day()
	return errors.Join(kit.InField(path+"dueOn", err), price)
}

func (p *offerPart) nameFields(form *kit.Form, path string) {
	form.Add(path+"description", p.whatField)
	form.Add(path+"specialist", p.whatField)
	form.Add(path+"price", p.price.field)
	if p.dueField != nil {
		form.Add(path+"dueOn", p.dueField)
	}
}

// focus puts the cursor into what was offered.
func (p *offerPart) focus() { p.screen().w.focusIn(p.whatField) }
