package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// amountPart is a field for an amount, in the currency of the shop.
type amountPart struct {
	entry    *kit.MoneyField
	place    *fyne.Container // holds entry, which is made anew for another currency
	field    *kit.Field
	symbol   string
	decimals int
	words    string // shown in the empty field in place of an amount of nothing; "" for that
	onChange func()
}

// newAmountPart makes an empty one; words are shown in it while it is empty, "" for an amount of nothing.
func newAmountPart(label, words string, shop models.Shop, onChange func()) *amountPart {
	p := &amountPart{words: words, onChange: onChange, place: page(nil)}
	p.field = kit.NewField(label, p.place)
	p.make(shop)
	return p
}

func (p *amountPart) make(shop models.Shop) {
	p.symbol, p.decimals = shop.Symbol, shop.Decimals
	p.entry = kit.NewMoneyField(shop.Symbol, shop.Decimals)
	if p.words != "" {
		p.entry.SetPlaceHolder(p.words)
	}
	also(&p.entry.OnChanged, p.onChange)
	p.place.Objects = []fyne.CanvasObject{p.entry}
	p.place.Refresh()
}

// setMoney makes the field anew where the shop's currency changed; what was typed stays.
func (p *amountPart) setMoney(shop models.Shop) {
	if shop.Symbol == p.symbol && shop.Decimals == p.decimals {
		return
	}
	typed := p.entry.Text
	p.make(shop)
	p.entry.SetText(typed)
}

// show writes an amount, or else the words that were typed and are none.
func (p *amountPart) show(amount models.Money, words string) {
	p.entry.SetText(words)
	if amount != 0 {
		p.entry.SetAmount(int64(amount))
	}
}

// read gives the amount in the field, 0 for an empty one, and the words where they are none.
func (p *amountPart) read() (models.Money, string) {
	amount, _, err := p.entry.Amount()
	if err != nil {
		return 0, p.entry.Text
	}
	return models.Money(amount), ""
}

// problem is an amount that cannot be read; name is the form's for the field.
func (p *amountPart) problem(name string) error {
	_, _, err := p.entry.Amount()
	return kit.InField(name, err)
}
