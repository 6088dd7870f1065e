package views

import (
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// afterPart is the lower half of the form: what we did beyond the asking, how they left, what they spent, when to
// get back to them, and who sent them.
type afterPart struct {
	w           *Window
	extra, note *kit.Entry
	left        *kit.Chips
	channel     *kit.Chips
	channelWas  models.VisitChannel // as it was shown; "" is in person
	spent       *amountPart
	back        *backPart
	ready       *momentPart
	promise     *promisePart
	sender      *personPicker
	senderBox   *fyne.Container
	known       *kit.RichLine // stands in the sender's place for somebody whose sender is not asked
	record      *kit.Button
	knownBox    *fyne.Container
	customer    models.CustomerID // whose referral the button records
	asked       *kit.Select
	askedField  *kit.Field
	object      fyne.CanvasObject
	onChange    func()
}

func newAfterPart(w *Window, onChange func()) *afterPart {
	p := &afterPart{w: w, onChange: onChange}
	p.extra, p.note = kit.NewEntry(kit.T("visit.extra.place")), kit.NewArea("", 2)
	also(&p.extra.OnChanged, onChange)
	also(&p.note.OnChanged, onChange)
	var left []kit.Choice
	for _, h := range []models.HowLeft{models.LeftDelighted, models.LeftContent, models.LeftUnhappy} {
		left = append(left, kit.Choice{Value: string(h), Label: howLeftWord(h)})
	}
	p.left = kit.NewChips(left, "", p.onChoice)
	p.left.AllowNone = true
	p.channel = kit.NewChips(visitChannels(), string(models.InPerson), p.onChoice)
	p.spent = newAmountPart(kit.T("visit.spent"), "", models.Shop{Decimals: 2}, onChange)
	p.back = newBackPart(w, onChange)
	p.promise = newPromisePart(w, onChange)
	p.ready = newMomentPart(kit.T("visit.ready"), w.closingTime, p.onPromise)
	p.ready.entry.SetPlaceHolder(kit.T("visit.ready.place"))
	p.sender = newPersonPicker(w, kit.T("visit.sender"), "broughtBy", "broughtBy", onChange, onChange)
	p.sender.specialists, p.sender.newOnes = true, true
	p.buildKnown()
	p.asked = kit.NewSelect(nil, "", p.onChoice)
	p.askedField = kit.NewField(kit.T("visit.askedFor"), p.asked)
	p.object = p.build()
	return p
}

// buildKnown makes what stands in place of the question who sent them, where it is not to be asked.
func (p *afterPart) buildKnown() {
	p.known = kit.Body("")
	p.record = kit.NewButton(kit.T("visit.sender.record"), p.onRecord).Link().Small()
	p.knownBox = kit.VStack(2, kit.Quiet(kit.T("visit.sender")), kit.Inset(0, 6, 0, 0, p.known), p.record)
	p.knownBox.Hide()
	p.senderBox = kit.VStack(0, p.sender.object, p.knownBox)
}

func (p *afterPart) build() fyne.CanvasObject {
	left := kit.Card(kit.NewField(kit.T("visit.extra"), p.extra), kit.NewField(kit.T("visit.note"), p.note),
		kit.NewField(kit.T("visit.channel"), p.channel))
	how := kit.NewField(kit.T("visit.left"), p.left)
	right := kit.Card(
		kit.WithSide(how, p.spent.field, 120, 12, 380),
		kit.VStack(8, kit.WithSide(kit.VStack(8, p.back.field, p.back.details), p.ready.field, 150, 12, 380), p.promise.object),
		kit.Columns([]float32{3, 2}, 12, 380, p.senderBox, p.askedField))
	return kit.Columns([]float32{1, 1}, 14, 700, left, right)
}

// visitChannels are the ways they can have come to us.
func visitChannels() []kit.Choice {
	var choices []kit.Choice
	for _, c := range []models.VisitChannel{models.InPerson, models.ByPhone, models.ByMessage} {
		choices = append(choices, kit.Choice{Value: string(c), Label: visitChannelWord(c)})
	}
	return choices
}

func (p *afterPart) onChoice(string) { p.onChange() }

// onPromise tells of another time to be ready by.
func (p *afterPart) onPromise() {
	promised, _ := p.ready.read()
	p.promise.setPromised(promised)
	p.onChange()
}

func (p *afterPart) onRecord() { showReferralForm(p.w, ReferralStart{Referee: p.customer}) }

// closingHour is the hour a thing is ready by on a day that is given without one.
const closingHour = 18

// closingTime is today's closing: "ready by Friday" means by the end of it.
func (w *Window) closingTime() time.Time {
	now := w.app.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), closingHour, 0, 0, 0, now.Location())
}

// setStaff offers those who can be asked for by name.
func (p *afterPart) setStaff(staff []kit.Choice) {
	p.askedField.Hidden = len(staff) == 0
	p.asked.SetChoices(staff)
}

// setCustomer asks who sent them, unless that is known or they came before it could be a visit's news.
func (p *afterPart) setCustomer(id models.CustomerID, visit models.VisitID) error {
	p.customer = id
	sentence, record, err := p.senderKnown(id, visit)
	if err != nil {
		return err
	}
	p.known.SetText(sentence)
	p.record.Hidden = !record
	p.knownBox.Hidden = sentence == ""
	p.sender.object.Hidden = sentence != ""
	return nil
}

// senderKnown is what is said instead of asking who sent a customer, or "" where it is to be asked; record tells
// whether an earlier referral can be recorded.
func (p *afterPart) senderKnown(id models.CustomerID, visit models.VisitID) (sentence string, record bool, err error) {
	if id == 0 {
		return "", false, nil
	}
	card, err := p.w.store().Card(id)
	switch {
	case errors.Is(err, models.ErrNotFound):
		return kit.T("visit.sender.left"), false, nil // a visit in the log, by somebody who left the book
	case err != nil:
		return "", false, err
	case card.Referral != nil:
		return kit.T("visit.sender.known", "Name", card.Referral.Referrer), false, nil
	case card.Customer.VisitN > 0 && visit != 0:
		return kit.T("visit.sender.none"), true, nil
	case card.Customer.VisitN > 0:
		return kit.T("visit.sender.before"), true, nil
	}
	return "", false, nil
}

// channelOrUsual is the channel to show where none was chosen: nearly everybody comes in person.
func channelOrUsual(c models.VisitChannel) models.VisitChannel {
	if c == "" {
		return models.InPerson
	}
	return c
}

// show writes t into the fields.
func (p *afterPart) show(t visitTyped) {
	v := t.Entry.Visit
	p.extra.SetText(v.Extra)
	p.note.SetText(v.Note)
	p.left.SetValue(string(v.HowLeft))
	p.channelWas = v.Channel
	p.channel.SetValue(string(channelOrUsual(v.Channel)))
	p.spent.show(v.Amount, t.Amount)
	p.back.show(t)
	p.ready.show(v.PromisedFor, t.Ready)
	p.promise.show(&v)
	p.sender.set(t.Entry.BroughtBy, t.Sender)
	p.asked.SetValue(idText(v.AskedFor))
}

// read takes the fields into t.
func (p *afterPart) read(t *visitTyped) {
	v := &t.Entry.Visit
	v.Extra, v.Note = strings.TrimSpace(p.extra.Text), strings.TrimSpace(p.note.Text)
	v.HowLeft = models.HowLeft(p.left.Value())
	if v.Channel = p.channelWas; p.channel.Value() != string(channelOrUsual(p.channelWas)) {
		v.Channel = models.VisitChannel(p.channel.Value())
	}
	v.AskedFor = idFrom[models.StaffID](p.asked.Value())
	v.Amount, t.Amount = p.spent.read()
	p.back.read(t)
	v.PromisedFor, t.Ready = p.ready.read()
	p.promise.read(v)
	t.Entry.BroughtBy, t.Sender = models.Referrer{}, ""
	if p.sender.object.Visible() {
		t.Entry.BroughtBy, t.Sender = p.sender.person()
	}
}

// problem is what cannot be read.
func (p *afterPart) problem() error {
	err := errors.Join(p.spent.problem("amount"), p.back.problem(), p.ready.problem("promisedFor"))
	if p.sender.object.Hidden {
		return err
	}
	return errors.Join(err, p.sender.problem())
}

func (p *afterPart) nameFields(form *kit.Form) {
	form.Add("amount", p.spent.field)
	form.Add("followUpOn", p.back.dayField)
	form.Add("promisedFor", p.ready.field)
	p.sender.nameFields(form)
	form.Add("fromBefore", p.sender.field)
}
