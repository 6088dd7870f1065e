package views

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// The two answers to "did we have it?".
const (
	hadIt  = "had"
	hadNot = "not"
)

// itemsFound is how many things a picker offers.
const itemsFound = 8

// requestPart is one thing or job asked for, with what was offered instead where we did not have it.
type requestPart struct {
	s    *visitScreen
	base models.Request // what the form does not show, such as the ID

	item          *kit.Picker
	itemField     *kit.Field
	had           *kit.Segmented
	offers        *offersPart
	quantity      *kit.Entry
	quantityField *kit.Field
	words         *kit.Entry
	understood    *kit.Entry
	agreed        *kit.Tick
	more          *kit.Button
	moreBox       *fyne.Container
	remove        *kit.Button
	object        *fyne.Container
}

func newRequestPart(s *visitScreen) *requestPart {
	p := &requestPart{s: s}
	p.item = kit.NewPicker(s.findItems)
	p.item.FreeText = true
	p.item.SetPlaceHolder(kit.T("visit.item.place"))
	p.item.OnTyped = func(string) { p.onTyped() }
	p.item.OnChosen = p.onItem
	p.itemField = kit.NewField(kit.T("visit.item"), p.item)
	p.had = kit.NewSegmented([]kit.Choice{
		{Value: hadIt, Label: kit.T("visit.hadIt"), Tone: kit.TonePrimary},
		{Value: hadNot, Label: kit.T("visit.notAvailable"), Tone: kit.ToneUnavailable},
	}, hadIt, p.onHad)
	p.offers = newOffersPart(p)
	p.more = kit.NewButton(kit.T("visit.more"), p.onMore).Link().Small()
	p.remove = kit.NewButton(kit.T("visit.remove"), p.onRemove).Link().Small()
	links := kit.HStack(8, p.more, p.remove)
	had := kit.NewField(kit.T("visit.had"), kit.HStack(8, p.had, links))
	p.moreBox = p.buildMore()
	p.moreBox.Hide()
	p.object = kit.VStack(10, kit.WithSide(p.itemField, had, 392, 12, 680), p.moreBox, p.offers.object)
	return p
}

// buildMore lays out what is asked only where it is wanted.
func (p *requestPart) buildMore() *fyne.Container {
	p.quantity, p.words, p.understood = kit.NewEntry("1"), kit.NewArea("", 2), kit.NewArea("", 2)
	for _, e := range []*kit.Entry{p.quantity, p.words, p.understood} {
		also(&e.OnChanged, p.s.changed)
	}
	p.agreed = kit.NewTick(kit.T("visit.agreed"), false, func(bool) { p.s.changed() })
	p.quantityField = kit.NewField(kit.T("visit.quantity"), p.quantity)
	words := kit.NewField(kit.T("visit.words"), p.words)
	understood := kit.NewField(kit.T("visit.understood"), kit.VStack(2, p.understood, p.agreed))
	return kit.Columns([]float32{1, 4, 4}, 12, 560, p.quantityField, words, understood)
}

// onTyped lets what worked before follow what is typed.
func (p *requestPart) onTyped() {
	if p.offers.worked.update() {
		p.s.rearranged()
		return
	}
	p.s.changed()
}

// onItem takes an item of the list as words that can still be changed, and goes on.
func (p *requestPart) onItem(o kit.Option) {
	p.item.SetText(o.Title)
	p.onTyped()
	p.s.w.canvas().Focus(p.had)
}

// onHad shows or hides what was offered instead, and goes on to it.
func (p *requestPart) onHad(value string) {
	p.offers.setMissing(value == hadNot)
	p.s.rearranged()
	if value == hadNot {
		p.offers.focus()
	}
}

func (p *requestPart) onMore() {
	p.moreBox.Hidden = !p.moreBox.Hidden
	p.s.w.app.Prefs.SetListening(!p.moreBox.Hidden)
	p.s.rearranged()
	if !p.moreBox.Hidden {
		p.s.w.focusIn(p.quantityField)
	}
}

func (p *requestPart) onRemove() { p.s.removeRequest(p) }

// show writes a request into the fields.
func (p *requestPart) show(t requestTyped) {
	r := t.Request
	p.base = r
	p.item.SetText(r.Item)
	p.had.SetValue(hadIt)
	if !r.Available() {
		p.had.SetValue(hadNot)
	}
	p.quantity.SetText(t.Quantity)
	if t.Quantity == "" && r.Quantity > 1 {
		p.quantity.SetText(strconv.Itoa(r.Quantity))
	}
	p.words.SetText(r.TheirWords)
	p.understood.SetText(r.Understood)
	p.agreed.SetOn(r.Agreed)
	p.moreBox.Hidden = p.quantity.Text+r.TheirWords+r.Understood == "" && !r.Agreed && !p.s.w.app.Prefs.Listening()
	p.offers.show(t)
}

// read gives what stands in the fields.
func (p *requestPart) read() requestTyped {
	t := requestTyped{Request: p.base}
	r := &t.Request
	r.Item, r.TheirWords, r.Understood = p.item.Text(), strings.TrimSpace(p.words.Text), strings.TrimSpace(p.understood.Text)
	r.Agreed = p.agreed.On()
	r.Quantity, t.Quantity = p.count()
	p.offers.read(&t)
	return t
}

// count gives how many were asked for, and the words where they are no number. None typed is one.
func (p *requestPart) count() (int, string) {
	words := strings.TrimSpace(p.quantity.Text)
	if words == "" {
		return 1, ""
	}
	n, err := strconv.Atoi(words)
	if err != nil || n < 1 {
		return 1, words
	}
	return n, ""
}

// problem is what cannot be read; i is the request's place among those that are stored.
func (p *requestPart) problem(i int) error {
	offers := p.offers.problem(i)
	if _, words := p.count(); words != "" {
		return errors.Join(models.Problem{Field: quantityPath(i), Key: "request.quantity"}, offers)
	}
	return offers
}

// openFor shows what is asked only where it is wanted, where err is of a field there.
func (p *requestPart) openFor(err error, i int) {
	for _, problem := range models.Problems(err) {
		if problem.Field == quantityPath(i) {
			p.moreBox.Show()
		}
	}
}

// quantityPath is the form's name of the field how many of request i were asked for.
func quantityPath(i int) string { return fmt.Sprintf("requests.%d.quantity", i) }

// nameFields tells the form the names of the fields of request i.
func (p *requestPart) nameFields(form *kit.Form, i int) {
	form.Add(fmt.Sprintf("requests.%d.item", i), p.itemField)
	form.Add(quantityPath(i), p.quantityField)
	p.offers.nameFields(form, i)
}

// findItems gives the things asked for before that fit a text.
func (s *visitScreen) findItems(typed string) []kit.Option { return s.w.findItems(typed) }
