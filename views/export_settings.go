package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// exportCard is the ways out of the book, among the settings: nobody is locked in.
type exportCard struct{ card fyne.CanvasObject }

func newExportCard(w *Window) *exportCard {
	buttons := kit.FlowRow(8, kit.NewButton(kit.T("action.exportCustomers"), func() { w.do("exportCustomers") }),
		kit.NewButton(kit.T("action.exportAll"), func() { w.do("exportAll") }))
	return &exportCard{kit.CardWithHeading(kit.T("export.heading"), -1, kit.Quiet(kit.T("export.yours")), buttons)}
}

func (c *exportCard) object() fyne.CanvasObject { return c.card }

// reload has nothing to do: the card says the same of every shop.
func (c *exportCard) reload(models.Shop) error { return nil }
