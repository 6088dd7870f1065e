package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// sourcesCard is the ways customers find the shop.
type sourcesCard struct {
	w    *Window
	rows *rowStack
	card fyne.CanvasObject
}

func newSourcesCard(w *Window) *sourcesCard {
	c := &sourcesCard{w: w, rows: newRowStack()}
	add := kit.NewButton(kit.T("settings.sourceAdd"), func() { c.edit(models.Source{Kind: models.SourceOther}) }).Small()
	cost := kit.NewButton(kit.T("insights.adverts"), func() { showAdverts(w, models.PeriodOf(models.PeriodMonth, w.store().Today(), 0)) })
	c.card = kit.CardWithAction(kit.T("settings.sources"), -1, add, kit.Quiet(kit.T("settings.sourcesWhy")), c.rows.box, kit.FlowRow(8, cost))
	return c
}

func (c *sourcesCard) object() fyne.CanvasObject { return c.card }

func (c *sourcesCard) reload(models.Shop) error {
	sources, err := c.w.store().Sources()
	if err != nil {
		return err
	}
	rows := make([]kit.RowContent, len(sources))
	for i, source := range sources {
		rows[i] = kit.RowContent{
			Title:  kit.RichT("settings.sourceRow", "Name", source.Name),
			Second: kit.RichT("settings.sourceKind", "Kind", sourceKindWord(source.Kind)),
			Buttons: []kit.RowButton{
				{Label: kit.T("settings.change"), OnTap: func() { c.edit(source) }},
				{Label: kit.T("settings.delete"), OnTap: func() { c.delete(source) }},
			},
		}
	}
	c.rows.set(rows)
	return nil
}

// edit asks for a source's name and kind, and stores them.
func (c *sourcesCard) edit(source models.Source) { showSource(c.w, source) }

func sourceKinds() []kit.Choice {
	var choices []kit.Choice
	for _, kind := range []models.SourceKind{models.SourceWordOfMouth, models.SourceBought, models.SourceOther} {
		choices = append(choices, kit.Choice{Value: string(kind), Label: sourceKindWord(kind)})
	}
	return choices
}

func (c *sourcesCard) delete(source models.Source) {
	if err := c.w.store().DeleteSource(source.ID); err != nil {
		c.w.Trouble(err)
		return
	}
	c.w.Did(kit.T("settings.sourceDidDelete", "Name", source.Name))
}
