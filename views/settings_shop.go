package views

import (
	"strconv"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// shopCard is who the shop is and what it prints on and reckons in.
type shopCard struct {
	w               *Window
	fields          *shopFields
	decimals        *kit.Chips
	paper, thanking *kit.Chips
	card            fyne.CanvasObject
}

func newShopCard(w *Window, fields *shopFields) *shopCard {
	c := &shopCard{w: w, fields: fields}
	c.decimals = kit.NewChips(nil, "", c.onDecimals)
	c.paper = kit.NewChips(paperChoices(), "", func(paper string) {
		fields.choose(func(shop *models.Shop) { shop.Paper = models.Paper(paper) })
	})
	c.thanking = kit.NewChips(thanksChannels(), "", func(channel string) {
		fields.choose(func(shop *models.Shop) { shop.ThankChannel = models.Channel(channel) })
	})
	half := []float32{1, 1}
	c.card = kit.CardWithHeading(kit.T("settings.shop"), -1,
		fields.addText("name", kit.NewEntry(""), func(s *models.Shop) *string { return &s.Name }),
		fields.addText("address", kit.NewArea("", 3), func(s *models.Shop) *string { return &s.Address }),
		kit.Columns([]float32{2, 3}, 12, 400, // an address is longer than a number
			fields.addText("phone", kit.NewEntry(""), func(s *models.Shop) *string { return &s.Phone }),
			fields.addText("email", kit.NewEntry(""), func(s *models.Shop) *string { return &s.Email })),
		kit.Columns(half, 12, 360,
			fields.addText("symbol", kit.NewEntry(""), func(s *models.Shop) *string { return &s.Symbol }),
			fields.addText("currency", kit.NewEntry(kit.T("settings.currencyHint")), func(s *models.Shop) *string { return &s.Currency })),
		kit.NewField(kit.T("settings.decimals"), c.decimals),
		kit.NewField(kit.T("settings.paper"), c.paper),
		kit.NewField(kit.T("settings.thanking"), c.thanking).WithHint(kit.T("settings.thankingWhy")))
	return c
}

func (c *shopCard) object() fyne.CanvasObject { return c.card }

func (c *shopCard) reload(shop models.Shop) error {
	c.decimals.SetChoices(decimalChoices(shop.Symbol))
	c.decimals.SetValue(strconv.Itoa(shop.Decimals))
	c.paper.SetValue(string(shop.Paper))
	c.thanking.SetValue(string(shop.ThankChannel))
	return nil
}

// paperChoices are the sheets to print on. Their names are the same everywhere.
func paperChoices() []kit.Choice {
	var choices []kit.Choice
	for _, paper := range []models.Paper{models.PaperA4, models.PaperLetter} {
		choices = append(choices, kit.Choice{Value: string(paper), Label: string(paper)})
	}
	return choices
}

// decimalChoices show what an amount looks like with no decimals, two, and three.
func decimalChoices(symbol string) []kit.Choice {
	var choices []kit.Choice
	for _, example := range []struct {
		decimals int
		amount   int64
	}{{0, 18}, {2, 1850}, {3, 18500}} {
		label := kit.FormatMoney(symbol, example.decimals, example.amount)
		choices = append(choices, kit.Choice{Value: strconv.Itoa(example.decimals), Label: label})
	}
	return choices
}

// onDecimals stores how amounts are written, those noted before among them.
func (c *shopCard) onDecimals(value string) {
	decimals, _ := strconv.Atoi(value) // only ever our own choices
	c.fields.choose(func(shop *models.Shop) { shop.Decimals = decimals })
}
